// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/document.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "common/article_id.h"
#include "common/fold.h"
#include "common/hash.h"
#include "common/stems.h"
#include "common/words.h"
#include "indexer/archive/stem_terms.h"
#include "indexer/copies/signature.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongWord = 200;         // bytes; the terms of longer words may have to be cut
constexpr Xapian::termcount kTitleWeight = 3;  // a word of the title counts as so many of the body
constexpr std::string_view kTitleStem = "ZS";  // prefix::kStem, prefix::kTitle

class Builder {
 public:
  explicit Builder(const StoredArticle& stored)
      : article_(stored.article), entities_(stored.entities), target_(builder_of_thread()) {
    target_.clear();
    std::string data = encode_article(stored);
    built_.content = is_all_given(entities_) ? hash64(data) : content_hash(stored);
    target_.set_data(std::move(data));
    built_.identity = article_.identity;
  }

  BuiltDocument build() {
    add_texts();
    add_bylines();
    add_stems();
    add_identity();
    add_dates();
    add_values();
    target_.add_value(slot::kWordCount, encode_number(word_count_));
    target_.add_value(slot::kContentHash, pack_ids({built_.content}));
    target_.add_value(slot::kSignature, encode_signature(signature_.finish(article_.corrected)));
    built_.document = target_.build();
    return std::move(built_);
  }

 private:
  struct Times {
    Xapian::termcount in_all = 0;
    Xapian::termcount in_title = 0;
  };

  /// Its memory is used again and again.
  static glass::DocumentBuilder& builder_of_thread() {
    thread_local glass::DocumentBuilder builder;
    return builder;
  }

  void add_boolean(const std::string& term) { target_.add_boolean_term(term); }

  /// A word of title or body, and how often it occurs.
  Times& add_word(std::string_view word) {
    ++word_count_;
    const std::uint64_t hash = hash64(word);
    signature_.add(word, hash);
    if (word.size() > kLongWord) {
      target_.add_posting(make_term("", word), position_);
      return times_of_long_[std::string(word)];
    }
    const std::uint32_t number = target_.add_posting(word, hash, position_, 1);
    if (times_.size() <= number) times_.resize(number * 2 + 64);
    return times_[number];
  }

  void add_texts() {
    visit_words(article_.title, [this](std::string_view word, auto, auto) {
      Times& times = add_word(word);
      times.in_all += kTitleWeight;
      ++times.in_title;
      target_.add_term(make_term(prefix::kTitle, word));
      ++position_;
    });
    position_ += kGapAfterTitle;
    for (const Paragraph& paragraph : article_.paragraphs) {
      if (paragraph.role == Role::Body) add_paragraph(paragraph.text);
    }
    add_paragraph(article_.dateline_place);
  }

  void add_paragraph(std::string_view text) {
    visit_words(text, [this](std::string_view word, auto, auto) {
      ++add_word(word).in_all;
      ++position_;
    });
    position_ += kGapAfterParagraph;
  }

  void add_bylines() {
    Xapian::termpos position = 1;
    for (const std::string& byline : article_.bylines) {
      visit_words(byline, [&](std::string_view word, auto, auto) {
        target_.add_posting(make_term(prefix::kByline, word), position++);
      });
      position += kGapAfterParagraph;
    }
  }

  void add_stems() {
    constexpr std::uint32_t kAhead = 8;
    StemTerms& terms = StemTerms::for_language(article_.language);
    const auto numbers = static_cast<std::uint32_t>(std::min<std::size_t>(times_.size(), target_.terms()));
    for (std::uint32_t number = 0; number < numbers; ++number) {
      if (number + 2 * kAhead < numbers) terms.expect_entry(target_.hash(number + 2 * kAhead));
      if (number + kAhead < numbers) terms.expect_text(target_.hash(number + kAhead));
      const Times times = times_[number];
      if (times.in_all == 0) continue;
      const StemTerms::Term term = terms.of(target_.term(number), target_.hash(number));
      if (const auto wdf = of_stem_term(times, term.is_word)) target_.add_term(term.text, term.hash, wdf);
      if (times.in_title > 0 && !term.is_word)
        target_.add_term(make_term(kTitleStem, word_of_stem(term.text)), times.in_title);
    }
    for (const auto& [word, times] : times_of_long_) add_stems_of_long(word, times);
  }

  void add_stems_of_long(const std::string& word, Times times) {
    const std::string stemmed = stem(word, article_.language);
    const std::string term = make_term(prefix::kStem, stemmed);
    const bool is_word = word_of_stem(term) == make_term("", word);
    if (const auto wdf = of_stem_term(times, is_word)) target_.add_term(term, wdf);
    const std::string title_term = make_term(kTitleStem, stemmed);
    if (times.in_title > 0 && word_of_stem(title_term) != make_term(prefix::kTitle, word))
      target_.add_term(title_term, times.in_title);
  }

  /// What the stem's term counts of a word: all, or what the word's own term does not.
  static Xapian::termcount of_stem_term(Times times, bool is_word) {
    return is_word ? times.in_title * (kTitleWeight - 1) : times.in_all;
  }

  void add_identity() {
    add_boolean(make_term(prefix::kIdentity, article_.identity));
    target_.add_value(slot::kIdentity, article_.identity);
    target_.add_value(slot::kId, encode_id(article_.id, article_.identity));
    for (const std::string& identity : article_.replaces) add_boolean(make_term(prefix::kReplaces, identity));
  }

  void add_dates() {
    const Moment& published = article_.published;
    if (!published.known()) return;
    target_.add_value(slot::kPublished, encode_moment(published));
    target_.add_value(slot::kFirstDay, encode_day(published.first_day()));
    target_.add_value(slot::kLastDay, encode_day(published.last_day()));
    std::string day = day_to_iso(published.first_day());
    std::erase(day, '-');
    if (published.precision >= Precision::Day) add_boolean(make_term(prefix::kDay, day));
    if (published.precision >= Precision::Month) add_boolean(make_term(prefix::kMonth, day.substr(0, 6)));
    add_boolean(make_term(prefix::kYear, day.substr(0, 4)));
  }

  void add_values() {
    std::array<std::vector<std::string>, kValueFacetCount> values;
    const auto of = [&](Facet facet) -> std::vector<std::string>& {
      return values[static_cast<std::size_t>(facet)];
    };
    for (const NameTag& person : entities_.persons) of(Facet::Person).push_back(person.name);
    for (const NameTag& organisation : entities_.organisations) of(Facet::Org).push_back(organisation.name);
    for (const CountryTag& country : entities_.countries) {
      of(Facet::Country).push_back(country.code);
      if (country.about) of(Facet::About).push_back(country.code);
    }
    of(Facet::Source).push_back(article_.source);
    of(Facet::Section).push_back(article_.section);
    of(Facet::Language).push_back(article_.language);
    of(Facet::Topic) = article_.topics;
    of(Facet::Byline) = article_.bylines;
    for (std::size_t facet = 0; facet < values.size(); ++facet)
      add_facet(static_cast<Facet>(facet), values[facet]);
  }

  void add_facet(Facet facet, const std::vector<std::string>& values) {
    std::vector<ValueId> ids;
    for (const std::string& value : values) {
      const std::string folded = fold_value(value);
      if (folded.empty()) continue;
      ids.push_back(hash64(folded));
      built_.labels.push_back({facet, ids.back(), tidy_value(value)});
      // A byline's value has no term of its own: the prefix is taken by its words.
      if (facet != Facet::Byline) add_boolean(make_term(info(facet).prefix, folded));
    }
    if (!ids.empty()) target_.add_value(info(facet).slot, pack_ids(std::move(ids)));
  }

  const Article& article_;
  const Entities& entities_;
  glass::DocumentBuilder& target_;
  BuiltDocument built_;
  std::vector<Times> times_;                    // by the number of the word's term
  std::map<std::string, Times> times_of_long_;  // of words that may be cut as terms
  SignatureBuilder signature_;
  Xapian::termpos position_ = 1;
  std::uint32_t word_count_ = 0;
};

template <typename Target>
void fill_superseded(Target& target, const StoredArticle& stored, std::uint64_t content) {
  target.add_boolean_term(make_term(prefix::kSuperseded, stored.article.identity));
  for (const std::string& identity : stored.article.replaces)
    target.add_boolean_term(make_term(prefix::kReplaces, identity));
  target.add_value(slot::kContentHash, pack_ids({content}));
}

}  // namespace

BuiltDocument build_document(const StoredArticle& stored) {
  return Builder(stored).build();
}

BuiltDocument build_superseded(const std::string& data) {
  const StoredArticle stored = decode_article(data);
  BuiltDocument built;
  built.identity = stored.article.identity;
  built.content = content_hash(stored);
  glass::DocumentBuilder target;
  fill_superseded(target, stored, built.content);
  target.set_data(data);
  built.document = target.build();
  return built;
}

Xapian::Document superseded_for_xapian(const std::string& data) {
  const StoredArticle stored = decode_article(data);
  Xapian::Document document;
  fill_superseded(document, stored, content_hash(stored));
  document.set_data(data);
  return document;
}

std::uint64_t content_hash(const StoredArticle& stored) {
  return hash64(encode_given(stored));
}

}  // namespace broadsheet
