// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "tests/indexer/entities/trap_cases.h"

namespace broadsheet {
namespace {

TEST_CASE("a name with a stock exchange's code behind it is a company's wherever it stands") {
  check_traps({
      {"Shares of Harlan Pruitt ( HPR.N ) fell.", "", ""},
      {"Rivals such as Marta Ossani ( 3414.HK ) and Harlan Pruitt ( HPRa.TO ) did better.", "", ""},
      {"Grocers Owen Tarbuck OTB.UL and Harlan Pruitt ( H.L ) cut prices. Harlan Pruitt opened a shop.", "",
       ""},
      {"Harlan Pruitt's ( HPR.DE ) chairman, Edith Marlow, resigned.", "Edith Marlow", ""},
      {"Edith Marlow (U.S.) beat Marta Ossani (Italy).", "Edith Marlow; Marta Ossani", "it us"},
      {"Edith Marlow met Jane Doyle. In the evening they dined.", "Edith Marlow; Jane Doyle", ""},
      {"Harlan Pruitt, 61, who founded Harlan Pruitt ( HPR.N ), bought more.", "Harlan Pruitt", ""},
  });
}

TEST_CASE("what a firm is called before its name tells it from a person") {
  check_traps({
      {"He is a partner at law firm Harlan Pruitt in Boston.", "", "us"},
      {"Lawyers of the law firm Harlan Pruitt declined to comment.", "", ""},
      {"The fashion label Marta Ossani will be sold to carmaker Owen Tarbuck.", "", ""},
      {"The Greek daily Nea Chora and the newspaper Harlan Pruitt said it.", "", "gr"},
      {"It was the company Edith Marlow founded.", "Edith Marlow", ""},
      {"She saved the bank Edith Marlow had ruined.", "Edith Marlow", ""},
  });
}

TEST_CASE("analysts and chairmen stand behind the names of firms") {
  check_traps({
      {"\"It is late,\" said Harlan Pruitt analyst Edith Marlow.", "Edith Marlow", ""},
      {"Marta Ossani chief economist John Doyle cut his forecast.", "John Doyle", ""},
      {"Owen Tarbuck chairman James Doyle retired.", "James Doyle", ""},
      {"The analyst Edith Marlow, who covers banks, said no.", "Edith Marlow", ""},
      {"Barack Obama adviser David Doyle resigned.", "Barack Obama; David Doyle", "", "", 2010},
  });
}

TEST_CASE("a firm called after its founder does not hide him where it says who he is") {
  check_traps({
      {"\"It is late,\" said John Doyle, president of John Doyle Consulting.", "John Doyle", ""},
      {"James Harker, chief economist of James Harker Advisers, agreed.", "James Harker", ""},
      {"Alan B. Harker & Associates Inc was sold.", "", ""},
  });
}

TEST_CASE("what is made of a name with a hyphen ends it") {
  check_traps({
      {"The Martha Stewart-branded towels sold well.", "Martha Stewart", ""},
      {"Nobel Prize-winning chemists met.", "", ""},
      {"They work for Abu Dhabi-linked banks.", "", "ae"},
  });
}

TEST_CASE("the persons who head comments in capitals are found whatever their names") {
  check_traps({
      {"The figures were good. JANISH OTTAR, HEAD OF RESEARCH, NETWORTH BROKING: \"In line with what we "
       "said.\" "
       "V.K. OTTAR, CHIEF ANALYST, SUSHIL FINANCE: \"No surprise to us or to others here.\"",
       "Janish Ottar; V.K. Ottar", ""},
      {"It rained. ROBERT VAN DER HOEK, SENIOR STRATEGIST, HOEK AND SONS, UTRECHT: \"We had hoped for "
       "more.\"",
       "Robert van der Hoek", "nl"},
      {"It rained. MICHAEL POND, CO-HEAD OF RATES, DOYLE SECURITIES, NEW YORK: \"We had hoped for more.\"",
       "Michael Pond", "us"},
      {"It rained. OIL PRICES, ANALYSTS SAY, WILL RISE IN THE SPRING: that is the view of most of them.", "",
       ""},
  });
}

TEST_CASE("a surname with its particle is no full name") {
  check_traps({
      {"Minister Luis de Harko spoke first. De Harko said it was late.", "Luis de Harko", ""},
      {"\"It is late,\" De Harko said.", "", ""},
      {"The analyst Van Doyle said it was late.", "Van Doyle", ""},
  });
}

TEST_CASE("of a father and a son in one office a year means the one who came last") {
  check_traps({
      {"President Bush met Congress in Washington.", "George W. Bush", "us", "", 2005},
      {"President Bush met Congress in Washington.", "George Bush", "us", "", 1990},
      {"The Bush administration asked Congress in Washington for money.", "George W. Bush", "us", "", 2008},
      {"Ministers took cover under a bush. The Bush family grows roses.", "", "", "", 2008},
  });
}

TEST_CASE("what tells namesakes apart in the authority file is not shown") {
  check_traps({
      {"Cohen will testify in Washington, Cohen told Congress.", "Michael Cohen", "us", "", 2018},
      {"Нью-Йорк: Майкл Коэн дал показания.", "Michael Cohen", "us", "", 2018},
  });
}

TEST_CASE("ships, mosques and towns bear names like persons'") {
  check_traps({
      {"The patrol ship Ivan Petrov and the tanker Anna Marlow sailed.", "", ""},
      {"They prayed at Masjid Al-Noor and at Hagia Irene.", "", ""},
      {"The Le Bourget show opens on Monday.", "", ""},
  });
}

TEST_CASE("months, words of headings and islands are told from countries") {
  check_traps({
      {"On 23 June Britain will vote.", "", "gb"},
      {"In April China sold more cars than in May.", "", "cn"},
      {"The winner was June Holland.", "June Holland", ""},
      {"It was late. HYBRID CAR BATTERIES Every battery is large.", "", ""},
      {"Rebels left the CAR for Chad.", "", "cf td"},
      {"A Jersey-based fund beat a New Jersey-based one.", "", "je us"},
      {"The Nikkei newspaper said so; Nasdaq futures fell.", "", ""},
      {"Ships crossed the Finnish Gulf.", "", ""},
      {"Miners Doyle ( RIO.L ) and Marlow ( PERU.TO ) fell in London.", "", "gb"},
      {"Deutsche raised its target for the shares.", "", ""},
  });
}

}  // namespace
}  // namespace broadsheet
