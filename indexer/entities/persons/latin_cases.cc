// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/latin_cases.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <sstream>
#include <unordered_set>

#include "common/data_file.h"
#include "common/fold.h"
#include "common/hash.h"
#include "indexer/entities/authority/form_finder.h"
#include "indexer/entities/places/text_languages.h"
#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using CaseShape = NameToken::Shape;
constexpr std::uint32_t given_kinds = GivenName | RareGivenName;
constexpr unsigned every_case = ~0U;

enum class Inflected : std::uint8_t { Given, Man, Woman, Rare, Last };

constexpr Inflected given_names[] = {Inflected::Given};
constexpr Inflected mens_names[] = {Inflected::Man};
constexpr Inflected lone_last_names[] = {Inflected::Last};
constexpr Inflected declined_surnames[] = {Inflected::Man, Inflected::Woman, Inflected::Rare};
constexpr Inflected given_or_last[] = {Inflected::Given, Inflected::Last};
constexpr Inflected last_names[] = {Inflected::Man, Inflected::Woman, Inflected::Rare, Inflected::Last};

/// A row of name_cases.tsv.
struct CaseEnding {
  LanguageSet languages = 0;
  Inflected whose = Inflected::Given;
  std::string oblique;
  std::string nominative;
  unsigned cases = 0;  // bits
};

/// What a printed word may be in the nominative, if it stands in one of these cases.
struct Nominative {
  std::string text;
  std::uint64_t hash = 0;
  unsigned cases = every_case;
  const CaseEnding* ending = nullptr;  // null: the word itself
};

Inflected inflected_of(std::string_view name) {
  if (name == "given") return Inflected::Given;
  if (name == "man") return Inflected::Man;
  if (name == "woman") return Inflected::Woman;
  return name == "rare" ? Inflected::Rare : Inflected::Last;
}

unsigned case_bits(std::string_view letters) {
  unsigned bits = 0;
  for (const char letter : letters) bits |= 1U << (static_cast<unsigned char>(letter) % 32U);
  return bits;
}

const std::vector<CaseEnding>& case_endings() {
  static const std::vector<CaseEnding> table = [] {
    std::vector<CaseEnding> endings;
    for (const auto& row : read_data_table("name_cases.tsv")) {
      CaseEnding ending{0, inflected_of(row.at(1)), row.at(2), row.at(3) == "-" ? "" : row.at(3),
                        case_bits(row.at(4))};
      std::istringstream codes(row.at(0));
      for (std::string code; codes >> code;) ending.languages |= language_set(code);
      endings.push_back(std::move(ending));
    }
    std::stable_sort(endings.begin(), endings.end(), [](const CaseEnding& a, const CaseEnding& b) {
      return a.oblique.size() > b.oblique.size();
    });
    return endings;
  }();
  return table;
}

std::uint32_t kinds_of(const Nominative& name) {
  return NameLexicon::instance().kinds_of_hash(name.hash);
}

/// Names of women that are men's in the genitive too; lists of names have many more that no one has.
bool is_womans_too(std::string_view folded) {
  constexpr auto names = std::to_array<std::string_view>(
      {"petra",     "ivana",    "daniela",   "aleksandra", "alexandra", "pavla",    "jana",       "martina",
       "karla",     "michala",  "dominika",  "branka",     "vladimira", "zdenka",   "stanislava", "jaroslava",
       "miroslava", "roberta",  "romana",    "zdenka",     "mirka",     "mirjana",  "dragana",    "bojana",
       "gordana",   "andreja",  "andrea",    "gabriela",   "josipa",    "antonia",  "antonija",   "hanka",
       "zorana",    "milana",   "bozidarka", "radka",      "lenka",     "janka",    "slavka",     "zlatka",
       "marina",    "maria",    "marija",    "paula",      "rafaela",   "emanuela", "kamila",     "adriana",
       "tomasa",    "bohumila", "bohuslava", "vaclava",    "frantiska", "denisa",   "borisa",     "mariana",
       "renata",    "katarina", "karolina",  "jagoda",     "sabina",    "svetlana", "milena",     "zuzana"});
  return std::find(names.begin(), names.end(), folded) != names.end();
}

/// Words after which Finnish has names in the genitive.
bool governs_genitive(const NameToken& token) {
  for (const std::string_view word : {"mukaan", "kanssa", "mielesta", "hallitus", "hallituksen", "johtama",
                                      "johdolla", "puolesta", "vieressa", "jalkeen", "lisaksi", "tavoin"}) {
    if (token.folded == word) return true;
  }
  return false;
}

class CaseUndoer {
 public:
  CaseUndoer(std::vector<NameToken>& tokens, LanguageSet languages, std::deque<std::string>& kept)
      : tokens_(tokens), kept_(kept), turkish_((languages & language_set("tr")) != 0) {
    for (const CaseEnding& ending : case_endings()) {
      if ((ending.languages & languages) != 0) endings_.push_back(&ending);
    }
  }

  void run() {
    if (endings_.empty() && !turkish_) return;
    for (NameToken& token : tokens_) {
      if (turkish_) cut_turkish_ending(token);
      if (token.shape == CaseShape::Capital) seen_.insert(token.hash);
    }
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (is_name_word(i) && is_name_word(i + 1)) i = undo_name(i) - 1;
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) undo_alone(tokens_[i]);
  }

 private:
  /// "Pamuk'un": what follows the apostrophe.
  static void cut_turkish_ending(NameToken& token) {
    constexpr std::size_t shortest_name = 3;
    constexpr std::size_t longest_ending = 6;
    const std::size_t mark = token.folded.find('\'');
    if (token.shape != CaseShape::Capital || mark == std::string::npos || mark < shortest_name) return;
    const std::size_t printed = std::min(token.text.find('\''), token.text.find("\xE2\x80\x99"));
    const bool ending = printed != std::string_view::npos && token.folded.size() - mark <= longest_ending;
    if (!ending) return;
    token.text = token.text.substr(0, printed);
    token.end = token.begin + static_cast<std::uint32_t>(printed);
    token.folded.resize(mark);
    token.hash = hash64(token.folded);
    token.kinds = NameLexicon::instance().kinds_of_hash(token.hash);
    token.possessive = true;
  }

  bool is_name_word(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].shape == CaseShape::Capital && !tokens_[i].is(FunctionWord);
  }

  /// The word itself first; then what it may be in the nominative by the endings of these.
  std::vector<Nominative> nominatives(const NameToken& token, std::span<const Inflected> whose) const {
    constexpr std::size_t shortest = 3;
    std::vector<Nominative> found{{std::string(token.text), token.hash, every_case, nullptr}};
    for (const CaseEnding* ending : endings_) {
      const bool fits = std::find(whose.begin(), whose.end(), ending->whose) != whose.end() &&
                        token.text.ends_with(ending->oblique) &&
                        token.text.size() >= ending->oblique.size() + shortest;
      if (!fits) continue;
      std::string text(token.text.substr(0, token.text.size() - ending->oblique.size()));
      text += ending->nominative;
      const std::uint64_t hash = hash64(fold(text));
      found.push_back({std::move(text), hash, ending->cases, ending});
    }
    return found;
  }

  void put(NameToken& token, const Nominative& name) {
    if (name.ending == nullptr) return;
    token.text = kept_.emplace_back(name.text);
    token.folded = fold(name.text);
    token.hash = name.hash;
    token.kinds = NameLexicon::instance().kinds_of_hash(name.hash);
  }

  /// Undoes the cases of a name that begins at a token; gives where to go on.
  std::size_t undo_name(std::size_t first) {
    constexpr std::size_t longest = 4;
    std::size_t last = first + 2;
    while (last < first + longest && is_name_word(last) && !tokens_[last - 1].possessive) ++last;
    const std::size_t known = undo_known(first, last);
    if (known == 0 && last > first + 2 && undo_known(first + 1, last) != 0) return first + 1;
    if (known == 0 && !undo_by_given(first, last)) return first + 1;
    const std::size_t end = known == 0 ? last : known;
    surnames_.insert(tokens_[end - 1].hash);
    return end;
  }

  /// A name of the authority file, of two words or three; gives its end, 0 if there is none.
  std::size_t undo_known(std::size_t first, std::size_t last) {
    for (std::size_t end = std::min(last, first + 3); end > first + 1; --end) {
      std::vector<Nominative> name;
      std::vector<std::uint64_t> words;
      if (!find_known(first, end, every_case, words, name)) continue;
      for (std::size_t i = first; i < end; ++i) put(tokens_[i], name[i - first]);
      return end;
    }
    return 0;
  }

  bool find_known(std::size_t at, std::size_t end, unsigned cases, std::vector<std::uint64_t>& words,
                  std::vector<Nominative>& name) const {
    if (at == end) return is_authority_form(words);
    const auto whose =
        words.empty() ? std::span<const Inflected>(given_or_last) : std::span<const Inflected>(last_names);
    for (const Nominative& word : nominatives(tokens_[at], whose)) {
      if ((word.cases & cases) == 0) continue;
      words.push_back(word.hash);
      name.push_back(word);
      if (may_start_authority_form(words.front()) && find_known(at + 1, end, cases & word.cases, words, name))
        return true;
      words.pop_back();
      name.pop_back();
    }
    return false;
  }

  bool undo_by_given(std::size_t first, std::size_t last) {
    const NameToken& given = tokens_[first];
    const auto name = known_given(given);
    const bool surer =
        name && (!given.is(GivenName) || !is_womans_too(given.folded)) && (kinds_of(*name) & GivenName) != 0;
    if (given.is(given_kinds) && !(surer && may_decline(tokens_[last - 1], name->cases))) {
      if (undo_mans_genitive(first, last)) return true;
      undo_last(first, last);
      return true;
    }
    if (!name) return undo_surname_first(first, last);
    const unsigned cases = name->cases;
    const bool woman = name->text.ends_with('a');
    put(tokens_[first], *name);
    for (std::size_t i = first + 1; i < last; ++i) undo_surname(tokens_[i], cases, woman);
    return true;
  }

  /// True if a surname may stand in one of the cases.
  bool may_decline(const NameToken& surname, unsigned cases) const {
    const auto choices = nominatives(surname, mens_names);
    return std::any_of(choices.begin(), choices.end(), [&](const Nominative& name) {
      return name.ending != nullptr && (name.cases & cases) != 0;
    });
  }

  std::optional<Nominative> known_given(const NameToken& given) const {
    std::optional<Nominative> best;
    int best_rank = 0;
    for (const Nominative& name : nominatives(given, given_names)) {
      const std::uint32_t kinds = kinds_of(name);
      if (name.ending == nullptr || (kinds & given_kinds) == 0) continue;
      const int rank = 1 + ((kinds & GivenName) != 0 ? 1 : 0) + (seen_.contains(name.hash) ? 2 : 0);
      if (rank <= best_rank) continue;
      best = name;
      best_rank = rank;
    }
    return best;
  }

  void undo_surname(NameToken& token, unsigned cases, bool woman) {
    const Nominative* best = nullptr;
    const auto choices = nominatives(token, declined_surnames);
    for (const Nominative& name : choices) {
      if (name.ending == nullptr || (name.cases & cases) == 0) continue;
      const bool evident = seen_.contains(name.hash);
      const Inflected whose = name.ending->whose;
      if (!evident && whose == Inflected::Rare) continue;
      if (woman && whose == Inflected::Man && !name.text.ends_with('a') && !is_patronymic(token)) continue;
      if (!woman && whose == Inflected::Woman) continue;
      if (best == nullptr || (evident && !seen_.contains(best->hash))) best = &name;
    }
    if (best != nullptr) put(token, *best);
  }

  /// "Plenkovića", "Wolskiego": a surname that stands in no nominative.
  static bool is_patronymic(const NameToken& token) {
    for (const std::string_view ending : {"ića", "iću", "ićem"}) {
      if (token.text.ends_with(ending)) return true;
    }
    return false;
  }

  /// "Petra Fialy", "Andreja Plenkovića": the genitive of a man's name may be the name of a woman.
  bool undo_mans_genitive(std::size_t first, std::size_t last) {
    constexpr std::size_t telling = 3;  // letters of an ending
    for (const Nominative& given : nominatives(tokens_[first], given_names)) {
      const bool man =
          given.ending != nullptr && !given.text.ends_with('a') && (kinds_of(given) & GivenName) != 0;
      if (!man) continue;
      for (const Nominative& surname : nominatives(tokens_[last - 1], mens_names)) {
        if (surname.ending == nullptr || (surname.cases & given.cases) == 0) continue;
        const bool known = (kinds_of(surname) & Surname) != 0 && !tokens_[last - 1].is(Surname);
        const bool sure = known || seen_.contains(surname.hash) ||
                          surname.ending->oblique.size() >= telling || is_patronymic(tokens_[last - 1]);
        if (!sure) continue;
        put(tokens_[first], given);
        put(tokens_[last - 1], surname);
        return true;
      }
    }
    return false;
  }

  /// Finnish and Hungarian put an ending on the last word only.
  void undo_last(std::size_t first, std::size_t last) {
    NameToken& token = tokens_[last - 1];
    const Nominative* best = nullptr;
    const auto choices = nominatives(token, lone_last_names);
    for (const Nominative& name : choices) {
      if (name.ending == nullptr) continue;
      const bool evident = seen_.contains(name.hash) || (kinds_of(name) & Surname) != 0;
      if (evident || (best == nullptr && asks_for_genitive(first, last, name))) best = &name;
      if (evident) break;
    }
    if (best != nullptr && !token.is(Surname)) put(token, *best);
  }

  bool asks_for_genitive(std::size_t first, std::size_t last, const Nominative& name) const {
    if (name.ending->cases != case_bits("g")) return false;
    if (name.ending->nominative == "nen") return true;
    const NameToken* before = first == 0 ? nullptr : &tokens_[first - 1];
    const bool titled =
        before != nullptr && before->is(TitleWord | RoleWord) && before->folded.ends_with('n');
    return titled || (last < tokens_.size() && governs_genitive(tokens_[last]));
  }

  /// "Kovács Istvánt": the given name stands last.
  bool undo_surname_first(std::size_t first, std::size_t last) {
    if (last != first + 2 || tokens_[first].is(CommonWord | TitleWord)) return false;
    for (const Nominative& name : nominatives(tokens_[first + 1], lone_last_names)) {
      if (name.ending == nullptr || (kinds_of(name) & GivenName) == 0) continue;
      put(tokens_[first + 1], name);
      return true;
    }
    return false;
  }

  /// A surname by itself is that of a name the article has.
  void undo_alone(NameToken& token) {
    if (token.shape != CaseShape::Capital || surnames_.contains(token.hash)) return;
    const auto choices = nominatives(token, last_names);
    for (const Nominative& name : choices) {
      if (name.ending != nullptr && surnames_.contains(name.hash)) return put(token, name);
    }
  }

  std::vector<NameToken>& tokens_;
  std::deque<std::string>& kept_;
  bool turkish_ = false;
  std::vector<const CaseEnding*> endings_;      // of the article's languages
  std::unordered_set<std::uint64_t> seen_;      // words with a capital, as printed
  std::unordered_set<std::uint64_t> surnames_;  // last words of names, in the nominative
};

}  // namespace

void undo_latin_cases(std::vector<NameToken>& tokens, LanguageSet languages, std::deque<std::string>& kept) {
  CaseUndoer(tokens, languages, kept).run();
}

}  // namespace broadsheet
