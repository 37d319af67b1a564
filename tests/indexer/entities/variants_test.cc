// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/variants.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace broadsheet {
namespace {

/// Spellings of one person's name a line: every two of a line are joined, no two of different lines are.
const std::vector<std::vector<std::string>> spellings{
    {"Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenski", "Volodymyr Zelenskiy",
     "Vladimir Zelensky", "Володимир Зеленський", "Владимир Зеленский", "Wolodymyr Selenskyj"},
    {"Mikhail Gorbachev", "Michail Gorbatschow", "Mijail Gorbachov", "Mikhail Gorbatchev", "Михаил Горбачёв",
     "Михаил Горбачев", "Mikhail Sergeyevich Gorbachev"},
    {"Muammar Gaddafi", "Moammar Gadhafi", "Mouammar Kadhafi", "Muammar Qaddafi", "Moammar Khadafy",
     "Muammar al-Gaddafi"},
    {"Boris Yeltsin", "Boris Jelzin", "Boris Eltsine", "Борис Ельцин", "Boris Nikolayevich Yeltsin"},
    {"Nikita Khrushchev", "Nikita Chruschtschow", "Nikita Khrouchtchev", "Никита Хрущёв", "Никита Хрущев"},
    {"Yasser Arafat", "Yasir Arafat", "Jassir Arafat"},
    {"Deng Xiaoping", "Teng Hsiao-ping", "DENG XIAOPING"},
    {"Mao Zedong", "Mao Tse-tung"},
    {"Natan Sharansky", "Nathan Chtcharanski"},
    {"Vladimir Putin", "Wladimir Putin", "Vladimir Poutine", "Владимир Путин",
     "Vladimir Vladimirovich Putin"},
    {"Dmitry Medvedev", "Dmitri Medvedev", "Dimitri Medwedew", "Дмитрий Медведев"},
    {"Mikhail Khodorkovsky", "Michail Chodorkowski", "Михаил Ходорковский"},
    {"Andrei Sakharov", "Andrej Sacharow", "Andrey Sakharov", "Андрей Сахаров"},
    {"Alexander Solzhenitsyn", "Aleksandr Solzhenitsyn", "Alexandr Solzhenitsyn"},
    {"Kim Jong-il", "Kim Jong Il", "KIM JONG-IL"},
    {"Kim Jong-un", "Kim Jong Un"},
    {"Kim Il-sung", "Kim Il Sung"},
    {"Saddam Hussein", "Saddam Hussain", "Sadam Husayn"},
    {"Osama bin Laden", "Usama bin Laden", "Oussama ben Laden"},
    {"Gerhard Schröder", "Gerhard Schroeder", "Gerhard Schroder"},
    {"Jean-Claude Juncker", "Jean Claude Juncker"},
    {"François Mitterrand", "Francois Mitterrand", "François Mitterand"},
    {"Slobodan Milošević", "Slobodan Milosevic", "Slobodan Milosevich"},
    {"Mahmoud Abbas", "Mahmud Abbas"},
    {"Mohammed Mursi", "Mohamed Morsi", "Muhammad Mursi"},
    {"Viktor Orbán", "Viktor Orban", "Orbán Viktor"},
    {"J. R. R. Tolkien", "J.R.R. Tolkien"},
    {"Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"},
    {"Luiz Inácio Lula da Silva", "Luiz Inacio Lula da Silva"},
    {"Viktor Yanukovych", "Viktor Yanukovich", "Wiktor Janukowytsch"},
    {"Ludwig van Beethoven", "Ludwig Beethoven"},
    {"Bashar al-Assad", "Bashar Assad", "Baschar al-Assad", "Bashar el-Asad"},
};

const std::vector<std::pair<std::string, std::string>> different{
    {"George Bush", "George W. Bush"},
    {"George H. W. Bush", "George W. Bush"},
    {"Jeb Bush", "George Bush"},
    {"Kim Jong-il", "Kim Jong-un"},
    {"Kim Jong-il", "Kim Il-sung"},
    {"Kim Jong-un", "Kim Il-sung"},
    {"Kim Young-sam", "Kim Dae-jung"},
    {"Roh Tae-woo", "Roh Moo-hyun"},
    {"Lee Teng-hui", "Lee Kuan Yew"},
    {"Li Peng", "Li Keqiang"},
    {"Hu Jintao", "Hu Yaobang"},
    {"Park Chung-hee", "Park Geun-hye"},
    {"Ali Khamenei", "Ruhollah Khomeini"},
    {"Ali Khamenei", "Khomeini"},
    {"Ali Khamenei", "Ali Khomeini"},
    {"Michael Jordan", "Michel Jourdan"},
    {"Ivan Petrov", "Ivana Petrova"},
    {"Ivan Petrov", "Ivan Petrova"},
    {"Alexander Petrov", "Alexandra Petrova"},
    {"Mario Rossi", "Maria Rossi"},
    {"Paul Martin", "Paula Martin"},
    {"Mohamed Morsi", "Mohamed ElBaradei"},
    {"Mohammed Atta", "Mohamed Hatta"},
    {"Mohamed Ali", "Muhammad Aly Khan"},
    {"Mohammed bin Salman", "Mohammed bin Zayed"},
    {"Abdullah Gul", "Abdullah Öcalan"},
    {"Hosni Mubarak", "Gamal Mubarak"},
    {"Hafez al-Assad", "Bashar al-Assad"},
    {"Rafik Hariri", "Saad Hariri"},
    {"Indira Gandhi", "Rajiv Gandhi"},
    {"Rahul Gandhi", "Rajiv Gandhi"},
    {"Sonia Gandhi", "Indira Gandhi"},
    {"Zulfikar Bhutto", "Benazir Bhutto"},
    {"Bill Clinton", "Hillary Clinton"},
    {"Bill Clinton", "Chelsea Clinton"},
    {"John Kennedy", "Robert Kennedy"},
    {"John F. Kennedy", "John Kennedy"},
    {"John F. Kennedy", "John F. Kennedy Jr."},
    {"Martin Luther", "Martin Luther King"},
    {"Martin Luther King Sr.", "Martin Luther King Jr."},
    {"Ronald Reagan", "Donald Regan"},
    {"Ronald Reagan", "Nancy Reagan"},
    {"Donald Trump", "Donald Trump Jr."},
    {"Donald Trump", "Ivanka Trump"},
    {"Donald Trump", "Eric Trump"},
    {"James Baker", "Howard Baker"},
    {"James Walker", "James A. Walker"},
    {"J. Baker", "James Baker"},
    {"Robert Dole", "Elizabeth Dole"},
    {"James Wright", "Jim Wright"},
    {"Tony Blair", "Cherie Blair"},
    {"Ian Blair", "Tony Blair"},
    {"Gordon Brown", "Jerry Brown"},
    {"David Cameron", "James Cameron"},
    {"John Major", "John Mayor"},
    {"Winston Churchill", "Randolph Churchill"},
    {"Willy Brandt", "Willy Brand"},
    {"Helmut Kohl", "Helmut Kohler"},
    {"Helmut Kohl", "Helmut Schmidt"},
    {"Karl Marx", "Karl Marks"},
    {"Franz Beckenbauer", "Franz Beckmann"},
    {"Michael Schumacher", "Ralf Schumacher"},
    {"Mick Schumacher", "Michael Schumacher"},
    {"Johann Strauss", "Richard Strauss"},
    {"Franz Josef Strauss", "Johann Strauss"},
    {"Jean Le Pen", "Marine Le Pen"},
    {"François Hollande", "François Holland"},
    {"Jacques Chirac", "Jacques Delors"},
    {"Nicolas Sarkozy", "Jean Sarkozy"},
    {"Fidel Castro", "Raúl Castro"},
    {"Hugo Chávez", "Julio Chávez"},
    {"Néstor Kirchner", "Cristina Kirchner"},
    {"Alberto Fujimori", "Keiko Fujimori"},
    {"Carlos Menem", "Carlos Mena"},
    {"José Sánchez", "Pedro Sánchez"},
    {"Pedro Sanchez", "Pedro Santos"},
    {"Lech Walesa", "Lech Kaczynski"},
    {"Lech Kaczynski", "Jaroslaw Kaczynski"},
    {"Vaclav Havel", "Vaclav Klaus"},
    {"Ion Iliescu", "Ion Antonescu"},
    {"Boris Tadić", "Boris Trajkovski"},
    {"Ivan Gašparovič", "Ivan Gašparov"},
    {"Anna Karenina", "Anna Karenin"},
    {"Leonid Kravchuk", "Leonid Kuchma"},
    {"Sergei Lavrov", "Sergei Larov"},
    {"Sergei Ivanov", "Igor Ivanov"},
    {"Viktor Ivanov", "Viktor Ivanova"},
    {"Vladimir Lenin", "Vladimir Levin"},
    {"Alexei Navalny", "Yulia Navalnaya"},
    {"Yuri Andropov", "Yuri Antonov"},
    {"Leo Tolstoy", "Alexei Tolstoy"},
    {"Ehud Barak", "Ehud Olmert"},
    {"Shimon Peres", "Shimon Perez Diaz"},
    {"Ariel Sharon", "Ariel Sharansky"},
    {"Benjamin Netanyahu", "Yonatan Netanyahu"},
    {"Yitzhak Rabin", "Yitzhak Shamir"},
    {"John Smith", "Jon Smythe"},
    {"John Smith", "Joan Smith"},
    {"Ann Ewell", "Anne Well"},
    {"James Thomas", "Thomas James"},
    {"Henry Ford", "Henry Ford II"},
    {"Pope John Paul II", "John Paul Jones"},
    {"Elizabeth Taylor", "Elizabeth Tyler"},
    {"Carl Lewis", "Carl Louis"},
    {"Stefan Edberg", "Stephan Eberg"},
    {"Steffi Graf", "Steffi Graff Smith"},
    {"Boris Becker", "Boris Bäcker Meyer"},
    {"Pete Sampras", "Petra Sampras"},
    {"Akihito", "Naruhito"},
    {"Shinzo Abe", "Shintaro Abe"},
    {"Yasuo Fukuda", "Takeo Fukuda"},
    {"Junichiro Koizumi", "Shinjiro Koizumi"},
};

TEST_CASE("spellings of one name across languages and scripts are joined") {
  std::size_t pairs = 0;
  for (const auto& names : spellings) {
    for (const std::string& a : names) {
      for (const std::string& b : names) {
        CAPTURE(a);
        CAPTURE(b);
        CHECK(same_person_name(a, b));
        ++pairs;
      }
    }
  }
  CHECK(pairs > 200);
}

TEST_CASE("names of different persons stay apart, whichever comes first") {
  CHECK(different.size() > 100);
  for (const auto& [a, b] : different) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK_FALSE(same_person_name(a, b));
    CHECK_FALSE(same_person_name(b, a));
  }
}

TEST_CASE("no name is joined to a spelling of another person's") {
  for (std::size_t i = 0; i < spellings.size(); ++i) {
    for (std::size_t j = i + 1; j < spellings.size(); ++j) {
      for (const std::string& a : spellings[i]) {
        for (const std::string& b : spellings[j]) {
          CAPTURE(a);
          CAPTURE(b);
          CHECK_FALSE(same_person_name(a, b));
        }
      }
    }
  }
}

TEST_CASE("empty and odd names are equal to themselves only") {
  for (const char* odd : {"", " ", "-", "'", ".", "\xFF\xFE", "de la", "Jr.", "习近平", "محمد"}) {
    CAPTURE(odd);
    CHECK(same_person_name(odd, odd));
    CHECK_FALSE(same_person_name(odd, "Ronald Reagan"));
    CHECK_FALSE(same_person_name("Ronald Reagan", odd));
  }
}

std::vector<PersonCount> everybody() {
  std::vector<PersonCount> persons;
  std::uint64_t articles = 1;
  for (const auto& names : spellings) {
    for (const std::string& name : names) persons.push_back({name, articles++ % 7});
  }
  for (const auto& [a, b] : different) {
    persons.push_back({a, 3});
    persons.push_back({b, 2});
  }
  return persons;
}

std::set<std::vector<std::string>> groups_by_name(const std::vector<PersonCount>& persons) {
  std::set<std::vector<std::string>> names;
  for (const VariantGroup& group : group_variants(persons)) {
    std::vector<std::string> members;
    for (const std::size_t i : group) members.push_back(persons[i].name);
    names.insert(members);
  }
  return names;
}

TEST_CASE("the groups of an archive do not depend on the order of its persons") {
  std::vector<PersonCount> persons = everybody();
  const auto expected = groups_by_name(persons);
  CHECK(expected.size() >= spellings.size());
  for (int turn = 0; turn < 5; ++turn) {
    std::rotate(persons.begin(), persons.begin() + 37, persons.end());
    CHECK(groups_by_name(persons) == expected);
    std::reverse(persons.begin(), persons.end());
    CHECK(groups_by_name(persons) == expected);
  }
}

TEST_CASE("grouping finds whatever two names compared directly would") {
  const std::vector<PersonCount> persons = everybody();
  std::vector<std::size_t> group_of(persons.size(), persons.size());
  std::size_t number = 0;
  for (const VariantGroup& group : group_variants(persons)) {
    for (const std::size_t i : group) group_of[i] = number;
    ++number;
  }
  for (std::size_t i = 0; i < persons.size(); ++i) {
    for (std::size_t j = i + 1; j < persons.size(); ++j) {
      if (!same_person_name(persons[i].name, persons[j].name)) continue;
      CAPTURE(persons[i].name);
      CAPTURE(persons[j].name);
      CHECK(group_of[i] < persons.size());
      CHECK(group_of[i] == group_of[j]);
    }
  }
}

TEST_CASE("the name with most articles is preferred, then the smallest") {
  const std::vector<PersonCount> persons{
      {"Boris Jelzin", 2}, {"Boris Yeltsin", 9}, {"Ronald Reagan", 5}, {"Boris Eltsine", 2}};
  const auto groups = group_variants(persons);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0] == VariantGroup{1, 3, 0});
}

TEST_CASE("no persons, no groups") {
  CHECK(group_variants({}).empty());
}

}  // namespace
}  // namespace broadsheet
