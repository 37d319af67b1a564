// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/words/name_tokens.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "common/fold.h"
#include "common/hash.h"
#include "indexer/entities/words/cyrillic_cases.h"
#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

constexpr UChar32 right_quote = 0x2019;

// What is made of a name with a hyphen: "Icahn-led".
constexpr auto participles = std::to_array<std::string_view>(
    {"led",       "based",         "backed",     "born",        "owned",    "controlled", "listed",
     "style",     "era",           "run",        "held",        "ruled",    "educated",   "inspired",
     "appointed", "branded",       "linked",     "winning",     "like",     "made",       "manufactured",
     "maker",     "makers",        "traded",     "funded",      "financed", "sponsored",  "founded",
     "related",   "chaired",       "directed",   "dominated",   "produced", "built",      "designed",
     "operated",  "affiliated",    "supported",  "brokered",    "mediated", "drafted",    "themed",
     "nominated", "headquartered", "registered", "denominated", "approved", "friendly",   "trained"});

bool is_letter(UChar32 c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_COMBINING_SPACING_MARK;
}
bool is_upper(UChar32 c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(c) || u_istitle(c);
}
bool is_digit(UChar32 c) {
  return c >= '0' && c <= '9';
}
bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == right_quote;
}

/// What letters U+00C0 to U+00FF fold to; a space where fold() is asked.
constexpr std::string_view latin1_folds = "aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y";

/// Folds a letter of two bytes of the alphabets that news is most often written in; false if it is another.
bool fold_two_bytes(unsigned char lead, unsigned char trail, std::string& folded) {
  const unsigned code_point = ((lead & 0x1FU) << 6U) | (trail & 0x3FU);
  if (code_point >= 0xC0 && code_point <= 0xFF && latin1_folds[code_point - 0xC0] != ' ') {
    folded += latin1_folds[code_point - 0xC0];
    return true;
  }
  if (code_point < 0x410 || code_point > 0x44F) return false;
  const unsigned small = code_point < 0x430 ? code_point + 0x20 : code_point;
  folded += static_cast<char>(0xC0U | (small >> 6U));
  folded += static_cast<char>(0x80U | (small & 0x3FU));
  return true;
}

/// fold() of a word of ASCII letters, hyphens and apostrophes.
std::string fold_ascii_word(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
  return folded;
}

/// fold() of a word, without ICU for the commonest letters.
std::string fold_word(std::string_view text) {
  std::string folded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) < 0x80) {
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    } else if (i + 1 < text.size() && (static_cast<unsigned char>(c) & 0xE0U) == 0xC0U &&
               fold_two_bytes(static_cast<unsigned char>(c), static_cast<unsigned char>(text[i + 1]),
                              folded)) {
      ++i;
    } else {
      return fold(text);
    }
  }
  return folded;
}

/// Reads one part of an article token by token.
class PartReader {
 public:
  PartReader(std::string_view text, std::uint32_t part, std::vector<NameToken>& out)
      : text_(text), part_(part), out_(out) {}

  void read() {
    while (at_ < text_.size()) {
      const std::uint32_t begin = at_;
      const UChar32 c = take();
      if (is_letter(c)) {
        read_word(begin, c);
      } else if (is_digit(c)) {
        read_number(begin);
      } else {
        read_mark(begin, c);
      }
    }
    add(Shape::Stop, at_, at_);
  }

 private:
  UChar32 take() {
    if (static_cast<signed char>(text_[at_]) >= 0) return text_[at_++];
    UChar32 c = 0;
    U8_NEXT(text_.data(), at_, static_cast<std::uint32_t>(text_.size()), c);
    return c;
  }
  UChar32 peek(std::uint32_t at) const {
    if (at >= text_.size()) return 0;
    if (static_cast<signed char>(text_[at]) >= 0) return text_[at];
    UChar32 c = 0;
    U8_NEXT(text_.data(), at, static_cast<std::uint32_t>(text_.size()), c);
    return c;
  }

  NameToken& add(Shape shape, std::uint32_t begin, std::uint32_t end) {
    NameToken& token = out_.emplace_back();
    token.shape = shape;
    token.part = part_;
    token.begin = begin;
    token.end = end;
    token.text = text_.substr(begin, end - begin);
    return token;
  }

  /// How many small letters of ASCII stand at a place; those of most words are counted in one step.
  std::uint32_t small_letters(std::uint32_t at) const {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t high = ones * 0x80;
    std::uint32_t count = 0;
    for (std::uint64_t block = 0; at + count + sizeof block <= text_.size(); count += sizeof block) {
      std::memcpy(&block, text_.data() + at + count, sizeof block);
      const std::uint64_t low = block & ~high;
      const std::uint64_t small = (low + ones * (0x80 - 'a')) & ~(low + ones * (0x7F - 'z')) & ~block & high;
      if (small != high) return count + static_cast<std::uint32_t>(std::countr_one(small | ~high)) / 8;
    }
    while (at + count < text_.size() && text_[at + count] >= 'a' && text_[at + count] <= 'z') ++count;
    return count;
  }

  /// Letters with apostrophes and hyphens between them; counts capitals and small letters.
  void take_letters(UChar32 first) {
    letters_ = 1;
    capitals_ = is_upper(first) ? 1 : 0;
    inner_marks_ = false;
    ascii_ = first < 0x80;
    while (true) {
      const std::uint32_t small = small_letters(at_);
      at_ += small;
      letters_ += static_cast<int>(small);
      if (at_ >= text_.size()) return;
      const std::uint32_t before = at_;
      const UChar32 c = take();
      const bool inner = is_apostrophe(c) || c == '-' || c == 0x2010 || c == 0x2011;
      if (inner && is_letter(peek(at_))) {
        inner_marks_ = true;
        ascii_ = ascii_ && c < 0x80;
        continue;
      }
      if (!is_letter(c)) {
        at_ = before;
        return;
      }
      ascii_ = ascii_ && c < 0x80;
      ++letters_;
      if (is_upper(c)) ++capitals_;
    }
  }

  void read_word(std::uint32_t begin, UChar32 first) {
    take_letters(first);
    std::uint32_t end = at_;
    const std::string_view word = text_.substr(begin, end - begin);
    const std::uint32_t possessive =
        inner_marks_ ? std::max({possessive_length(word), participle_length(word), turkish_length(word)}) : 0;
    end -= possessive;
    if (possessive != 0) --letters_;
    const bool arabic = inner_marks_ && has_arabic_article(text_.substr(begin, end - begin));
    Shape shape = arabic ? Shape::Capital : Shape::Lower;
    if (is_upper(first))
      shape = letters_ == 1 ? Shape::Initial : capitals_ == letters_ ? Shape::Upper : Shape::Capital;
    if (shape == Shape::Initial && possessive == 0 && peek(at_) == '.') {
      take_initials(begin);
      if (at_ > end) end = at_;
    }
    add_word(shape, begin, end, possessive != 0);
  }

  static std::uint32_t possessive_length(std::string_view word) {
    for (const std::string_view ending : {"'s", "'S", "\xE2\x80\x99s", "\xE2\x80\x99S"}) {
      if (word.size() > ending.size() && word.ends_with(ending))
        return static_cast<std::uint32_t>(ending.size());
    }
    return 0;
  }

  /// "Almanya'ya", "Erdoğan'dan": the length of the case ending that Turkish sets off from names.
  static std::uint32_t turkish_length(std::string_view word) {
    const auto mark = word.find_last_of("'\x99");
    if (mark == std::string_view::npos) return 0;
    const std::size_t begin = word[mark] == '\'' ? mark : mark - std::min<std::size_t>(mark, 2);
    constexpr std::size_t shortest_name = 3;
    if (begin < shortest_name || !is_upper(static_cast<unsigned char>(word[0]))) return 0;
    for (const std::string_view ending :
         {"ya",  "ye", "da", "de", "ta", "te", "dan", "den", "tan", "ten",  "nin",  "nın",  "nun",
          "nün", "ın", "ün", "yi", "yı", "yu", "yü",  "yla", "yle", "daki", "deki", "taki", "teki"}) {
      if (word.substr(mark + 1) == ending) return static_cast<std::uint32_t>(word.size() - begin);
    }
    return 0;
  }

  /// "al-Assad", "el-Sisi": a name although it starts in lower case.
  static bool has_arabic_article(std::string_view word) {
    for (const std::string_view article : {"al-", "el-", "ul-", "ad-", "as-", "ash-", "ar-", "az-", "an-"}) {
      if (word.size() <= article.size() + 1 || !word.starts_with(article)) continue;
      const char next = word[article.size()];
      if (next >= 'A' && next <= 'Z') return true;
    }
    return false;
  }

  /// "Ex-President", "Lieutenant-Colonel", "Arbeitgeberpräsident": what the last half is.
  static std::uint32_t kinds_of_compound(std::string_view folded) {
    for (const std::string_view office :
         {"prasident", "prasidentin", "minister", "ministerin", "chef", "chefin", "sprecher", "sprecherin",
          "kanzler", "trainer", "meister", "direktor"}) {
      if (folded.size() > office.size() && folded.ends_with(office)) return TitleWord;
    }
    constexpr std::size_t shortest_bank = 10;  // "Burbank" and "Fairbank" are names
    if (folded.size() >= shortest_bank && folded.ends_with("bank")) return CompanyWord;
    const auto hyphen = folded.rfind('-');
    if (hyphen == std::string_view::npos) return 0;
    return NameLexicon::instance().kinds(folded.substr(hyphen + 1)) &
           (TitleWord | RoleWord | OfficeWord | NationWord);
  }

  static void add_inner_kinds(NameToken& token) {
    token.kinds = kinds_of_compound(token.folded);
    if (!is_cyrillic(token.folded)) return;
    if (auto nominative = given_name_nominative(token.folded)) {
      token.folded = std::move(*nominative);
      token.hash = hash64(token.folded);
      token.declined = true;
      token.kinds = GivenName;
    }
  }

  /// "Icahn-led", "London-based": the length of what is not part of the name.
  static std::uint32_t participle_length(std::string_view word) {
    const auto hyphen = word.rfind('-');
    if (hyphen == std::string_view::npos || hyphen == 0) return 0;
    const std::string_view last = word.substr(hyphen + 1);
    const bool ends_so = std::find(participles.begin(), participles.end(), last) != participles.end();
    return ends_so ? static_cast<std::uint32_t>(last.size() + 1) : 0;
  }

  /// "J." and all that follows it as in "J.R.R." and "U.S.".
  void take_initials(std::uint32_t begin) {
    at_ = begin;
    for (UChar32 c = peek(at_); is_upper(c); c = peek(at_)) {
      std::uint32_t after = at_;
      U8_FWD_1(text_.data(), after, static_cast<std::uint32_t>(text_.size()));
      if (peek(after) != '.') break;
      ascii_ = ascii_ && c < 0x80;
      at_ = after + 1;
    }
  }

  void add_word(Shape shape, std::uint32_t begin, std::uint32_t end, bool possessive) {
    const bool starts = starts_sentence();
    NameToken& token = add(shape, begin, end);
    token.starts_sentence = starts;
    token.possessive = possessive;
    const bool dotted = token.text.back() == '.';
    fold_into(token, dotted ? token.text.substr(0, token.text.size() - 1) : token.text);
    token.hash = hash64(token.folded);
    token.kinds = shape == Shape::Lower ? lexicon_.context_kinds_of_hash(token.hash)
                                        : lexicon_.kinds_of_hash(token.hash);
    if (token.kinds == 0 && shape != Shape::Lower) add_inner_kinds(token);
    token.dot = dotted;
    if (!dotted && !possessive && token.is(AbbreviationWord) && shape != Shape::Lower && peek(at_) == '.') {
      ++at_;
      token.dot = true;
      token.end = at_;
      token.text = text_.substr(begin, at_ - begin);
    }
  }

  /// word: what the last take_letters() took, or a beginning of it.
  void fold_into(NameToken& token, std::string_view word) const {
    if (!ascii_) {
      token.folded = fold_word(word);
    } else if (capitals_ == 0) {
      token.folded = word;
    } else {
      token.folded = fold_ascii_word(word);
    }
  }

  bool starts_sentence() const {
    for (auto token = out_.rbegin(); token != out_.rend(); ++token) {
      if (token->shape == Shape::Stop) return true;
      if (token->shape != Shape::Quote && token->shape != Shape::Open) return token != out_.rbegin();
    }
    return true;
  }

  void read_number(std::uint32_t begin) {
    while (at_ < text_.size() &&
           (is_digit(peek(at_)) || ((peek(at_) == '.' || peek(at_) == ',') && is_digit(peek(at_ + 1))))) {
      ++at_;
    }
    add(Shape::Number, begin, at_);
  }

  void read_mark(std::uint32_t begin, UChar32 c) {
    if (c == ' ' || c == '\t' || c == 0xA0 || c == 0x200B) return;
    Shape shape = Shape::Other;
    if (c == ',' || c == 0x60C || c == 0x3001) shape = Shape::Comma;
    if (c == '(' || c == '[' || c == ')' || c == ']') shape = Shape::Open;
    if (c == '&') shape = Shape::Ampersand;
    if (c == '"' || (c >= 0x2018 && c <= 0x201F) || c == '\'' || c == '`' || c == 0xAB || c == 0xBB)
      shape = Shape::Quote;
    if (c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == '\n' || c == 0x2022 || c == 0x3002) {
      shape = Shape::Stop;
    }
    add(shape, begin, at_);
  }

  std::string_view text_;
  std::uint32_t part_;
  std::vector<NameToken>& out_;
  std::uint32_t at_ = 0;
  int letters_ = 0;
  int capitals_ = 0;
  bool inner_marks_ = false;  // hyphens or apostrophes
  bool ascii_ = true;         // no other letters
  const NameLexicon& lexicon_ = NameLexicon::instance();
};

}  // namespace

std::vector<NameToken> name_tokens(const std::vector<TextPart>& parts) {
  std::vector<NameToken> tokens;
  std::size_t bytes = 0;
  for (const TextPart& part : parts) bytes += part.text.size();
  tokens.reserve(bytes / 5 + parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    PartReader(parts[i].text, static_cast<std::uint32_t>(i), tokens).read();
  }
  return tokens;
}

}  // namespace broadsheet
