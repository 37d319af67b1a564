// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/segment/xapian_differences.h"

#include <algorithm>
#include <random>
#include <sstream>
#include <vector>

namespace broadsheet::test {
namespace {

constexpr std::size_t kShown = 10;

class Comparison {
 public:
  template <typename Value>
  void same(const std::string& what, const Value& one, const Value& other) {
    if (one == other || shown_ == kShown) return;
    std::ostringstream message;
    message.precision(17);
    message << what << ": " << one << " / " << other;
    found_ += message.str().substr(0, 300) + '\n';
    ++shown_;
  }
  std::string found() { return std::move(found_); }

 private:
  std::string found_;
  std::size_t shown_ = 0;
};

void same_statistics(Comparison& all, const Xapian::Database& one, const Xapian::Database& other) {
  all.same("documents", one.get_doccount(), other.get_doccount());
  all.same("last docid", one.get_lastdocid(), other.get_lastdocid());
  all.same("total length", one.get_total_length(), other.get_total_length());
  all.same("average length", one.get_average_length(), other.get_average_length());
  all.same("shortest", one.get_doclength_lower_bound(), other.get_doclength_lower_bound());
  all.same("longest", one.get_doclength_upper_bound(), other.get_doclength_upper_bound());
  all.same("has positions", one.has_positions(), other.has_positions());
  all.same("spellings", one.spellings_begin() == one.spellings_end(),
           other.spellings_begin() == other.spellings_end());
  all.same("synonyms", one.synonym_keys_begin() == one.synonym_keys_end(),
           other.synonym_keys_begin() == other.synonym_keys_end());
}

std::string positions_text(Xapian::PositionIterator at) {
  std::string text;
  for (; at != Xapian::PositionIterator(); ++at) text += std::to_string(*at) + ' ';
  return text;
}

void same_postings(Comparison& all, const std::string& term, const Xapian::Database& one,
                   const Xapian::Database& other) {
  all.same("termfreq of " + term, one.get_termfreq(term), other.get_termfreq(term));
  all.same("collection freq of " + term, one.get_collection_freq(term), other.get_collection_freq(term));
  all.same("wdf bound of " + term, one.get_wdf_upper_bound(term), other.get_wdf_upper_bound(term));
  auto a = one.postlist_begin(term);
  auto b = other.postlist_begin(term);
  for (; a != one.postlist_end(term) && b != other.postlist_end(term); ++a, ++b) {
    const std::string where = term + " in " + std::to_string(*a);
    all.same("docid, " + where, *a, *b);
    all.same("wdf, " + where, a.get_wdf(), b.get_wdf());
    all.same("length, " + where, a.get_doclength(), b.get_doclength());
    if (term.empty()) {
      all.same("unique terms, " + where, a.get_unique_terms(), b.get_unique_terms());
      continue;
    }
    all.same("positions, " + where, positions_text(one.positionlist_begin(*a, term)),
             positions_text(other.positionlist_begin(*b, term)));
  }
  all.same("end of " + term, a == one.postlist_end(term), b == other.postlist_end(term));
  for (Xapian::docid target = 1; target <= one.get_lastdocid(); target = target * 3 + 1) {
    a = one.postlist_begin(term);
    b = other.postlist_begin(term);
    a.skip_to(target);
    b.skip_to(target);
    all.same("skipping in " + term, a == one.postlist_end(term) ? 0 : *a,
             b == other.postlist_end(term) ? 0 : *b);
  }
}

void same_terms(Comparison& all, const Xapian::Database& one, const Xapian::Database& other) {
  auto a = one.allterms_begin();
  auto b = other.allterms_begin();
  for (; a != one.allterms_end() && b != other.allterms_end(); ++a, ++b) {
    all.same("term", *a, *b);
    all.same("termfreq in the list of " + *a, a.get_termfreq(), b.get_termfreq());
    same_postings(all, *a, one, other);
  }
  all.same("end of terms", a == one.allterms_end(), b == other.allterms_end());
  same_postings(all, "", one, other);
}

std::string termlist_text(const Xapian::Database& database, Xapian::docid docid) {
  std::string text;
  for (auto at = database.termlist_begin(docid); at != database.termlist_end(docid); ++at) {
    text += *at + ':' + std::to_string(at.get_wdf()) + ',' + std::to_string(at.get_termfreq()) + ',' +
            std::to_string(at.positionlist_count()) + ' ';
  }
  return text;
}

std::string values_text(const Xapian::Document& document) {
  std::string text;
  for (auto at = document.values_begin(); at != document.values_end(); ++at)
    text += std::to_string(at.get_valueno()) + '=' + *at + ' ';
  return text;
}

void same_documents(Comparison& all, const Xapian::Database& one, const Xapian::Database& other) {
  for (auto at = one.postlist_begin(""); at != one.postlist_end(""); ++at) {
    const std::string where = " of " + std::to_string(*at);
    const Xapian::Document a = one.get_document(*at);
    const Xapian::Document b = other.get_document(*at);
    all.same("data" + where, a.get_data(), b.get_data());
    all.same("values" + where, values_text(a), values_text(b));
    all.same("number of values" + where, a.values_count(), b.values_count());
    all.same("termlist" + where, termlist_text(one, *at), termlist_text(other, *at));
    all.same("terms" + where, one.get_unique_terms(*at), other.get_unique_terms(*at));
    all.same("length" + where, one.get_doclength(*at), other.get_doclength(*at));
  }
}

void same_values(Comparison& all, Xapian::valueno slot, const Xapian::Database& one,
                 const Xapian::Database& other) {
  const std::string where = " of slot " + std::to_string(slot);
  all.same("frequency" + where, one.get_value_freq(slot), other.get_value_freq(slot));
  all.same("lower bound" + where, one.get_value_lower_bound(slot), other.get_value_lower_bound(slot));
  all.same("upper bound" + where, one.get_value_upper_bound(slot), other.get_value_upper_bound(slot));
  auto a = one.valuestream_begin(slot);
  auto b = other.valuestream_begin(slot);
  for (; a != one.valuestream_end(slot) && b != other.valuestream_end(slot); ++a, ++b) {
    all.same("docid" + where, a.get_docid(), b.get_docid());
    all.same("value" + where, *a, *b);
  }
  all.same("end" + where, a == one.valuestream_end(slot), b == other.valuestream_end(slot));
}

std::vector<Xapian::valueno> slots_of(const Xapian::Database& database) {
  std::vector<Xapian::valueno> slots;
  for (auto docid = database.postlist_begin(""); docid != database.postlist_end(""); ++docid) {
    const Xapian::Document document = database.get_document(*docid);
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      slots.push_back(value.get_valueno());
  }
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return slots;
}

std::string metadata_text(const Xapian::Database& database) {
  std::string text;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    text += *key + '=' + database.get_metadata(*key) + '\n';
  return text;
}

class QueryMaker {
 public:
  explicit QueryMaker(const Xapian::Database& database) {
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
      terms_.push_back(*term);
  }

  bool has_terms() const { return !terms_.empty(); }

  Xapian::Query make(int number) {
    const Xapian::Query a(term());
    const Xapian::Query b(term());
    switch (number % 9) {
      case 0:
        return a;
      case 1:
        return a & b;
      case 2:
        return a | b;
      case 3:
        return {Xapian::Query::OP_AND_NOT, a, b};
      case 4:
        return {Xapian::Query::OP_AND_MAYBE, a, b};
      case 5:
        return {Xapian::Query::OP_FILTER, a, b};
      case 6:
        return {Xapian::Query::OP_VALUE_RANGE, static_cast<Xapian::valueno>(random_() % 4), "b", "m"};
      case 7:
        return together(Xapian::Query::OP_PHRASE);
      default:
        return together(Xapian::Query::OP_NEAR);
    }
  }

 private:
  std::string term() { return terms_[random_() % terms_.size()]; }
  Xapian::Query together(Xapian::Query::op op) {
    const std::vector<std::string> words = {term(), term()};
    return {op, words.begin(), words.end(), 5};
  }

  std::vector<std::string> terms_;
  std::mt19937 random_{7};
};

std::string answer_text(const Xapian::Database& database, const Xapian::Query& query, bool by_value) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  if (by_value) enquire.set_sort_by_value_then_relevance(1, true);
  const Xapian::MSet hits = enquire.get_mset(0, 50);
  std::ostringstream text;
  text << std::hexfloat << hits.get_matches_lower_bound() << ' ' << hits.get_matches_estimated() << ' '
       << hits.get_matches_upper_bound() << ' ' << hits.get_max_possible() << ':';
  for (auto hit = hits.begin(); hit != hits.end(); ++hit)
    text << ' ' << *hit << '(' << hit.get_weight() << ' ' << hit.get_percent() << ')';
  return text.str();
}

}  // namespace

std::string differences(const Xapian::Database& one, const Xapian::Database& other) {
  Comparison all;
  same_statistics(all, one, other);
  same_terms(all, one, other);
  same_documents(all, one, other);
  const std::vector<Xapian::valueno> slots = slots_of(one);
  all.same("slots in use", slots == slots_of(other), true);
  for (const Xapian::valueno slot : slots) same_values(all, slot, one, other);
  all.same("metadata", metadata_text(one), metadata_text(other));
  return all.found();
}

std::string differences_of_answers(const Xapian::Database& one, const Xapian::Database& other) {
  constexpr int kQueries = 1000;
  Comparison all;
  QueryMaker queries(one);
  for (int i = 0; queries.has_terms() && i < kQueries; ++i) {
    const Xapian::Query query = queries.make(i);
    const bool by_value = i % 5 == 0;
    all.same(query.get_description(), answer_text(one, query, by_value), answer_text(other, query, by_value));
  }
  return all.found();
}

std::string check_faults(const std::string& path) {
  std::ostringstream messages;
  const std::size_t errors = Xapian::Database::check(path, 0, &messages);
  return errors == 0 ? "" : messages.str();
}

}  // namespace broadsheet::test
