// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/segment/packed_tag.h"

namespace broadsheet::glass {

/// A document in the form in which a segment takes it: everything that does not depend on other documents is
/// encoded. Made by DocumentBuilder.
struct Document {
  struct Term {
    std::uint64_t hash = 0;  // hash64() of the term
    std::uint64_t start =
        0;  // its first eight bytes as a number that sorts as they do, zeros where it is shorter
    std::uint32_t begin = 0;  // in terms_text
    std::uint32_t size = 0;
    Xapian::termcount wdf = 0;
    std::uint32_t positions_begin = 0;  // in position_tags
    std::uint32_t positions_size = 0;   // bytes; 0: it has none
  };
  std::string_view text(const Term& term) const {
    return std::string_view(terms_text).substr(term.begin, term.size);
  }
  std::string_view positions(const Term& term) const {
    return std::string_view(position_tags).substr(term.positions_begin, term.positions_size);
  }

  std::string terms_text;
  std::vector<Term> terms;  // in byte order, each once
  std::string position_tags;
  Xapian::termcount length = 0;  // sum of wdf
  PackedTag termlist;
  PackedTag data;
  std::map<Xapian::valueno, std::string> values;  // none is empty
};

/// Takes what a Xapian::Document takes, by the same names and with the same meaning, and makes a Document of
/// it; then the next, in the same memory. Not thread-safe; several may work at once.
class DocumentBuilder {
 public:
  DocumentBuilder();

  /// As new. For a document that was not built.
  void clear();

  /// Throw std::length_error for a term that is empty, longer than Xapian's 245 bytes, or too long for a key
  /// because of zero bytes in it (each counts twice). Return the term's number: 0, 1, 2... as they came
  /// first. hash: hash64() of the term.
  std::uint32_t add_posting(std::string_view term, Xapian::termpos position,
                            Xapian::termcount wdf_increment = 1);
  std::uint32_t add_posting(std::string_view term, std::uint64_t hash, Xapian::termpos position,
                            Xapian::termcount wdf_increment);
  void add_term(std::string_view term, Xapian::termcount wdf_increment = 1);
  void add_term(std::string_view term, std::uint64_t hash, Xapian::termcount wdf_increment);
  void add_boolean_term(std::string_view term) { add_term(term, 0); }

  void add_value(Xapian::valueno slot, std::string value);
  void set_data(std::string data) { data_ = std::move(data); }

  /// How many different ones there are.
  std::size_t terms() const { return entries_.size(); }
  /// Valid until another term comes.
  std::string_view term(std::uint32_t number) const { return text(entries_[number]); }
  std::uint64_t hash(std::uint32_t number) const { return entries_[number].hash; }

  /// The builder is as new then.
  Document build();

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    Xapian::termcount wdf = 0;
    std::uint32_t positions = 0;
    std::uint32_t positions_begin = 0;
  };
  struct Sorted {
    std::uint64_t first = 0;  // eight bytes that sort as they do: Document::Term::start
    std::uint64_t second = 0;
    std::uint32_t entry = 0;
  };
  struct Place {
    std::uint32_t entry = 0;
    Xapian::termpos position = 0;
  };

  std::string_view text(const Entry& entry) const {
    return std::string_view(text_).substr(entry.begin, entry.size);
  }
  std::uint32_t find_or_add(std::string_view term, std::uint64_t hash);
  void grow_table();
  /// Eight bytes must be readable behind the text of the last term.
  Sorted to_sort(std::uint32_t number) const;
  void sort_entries();
  void group_positions();
  void write_termlist(const Document& document);

  std::string text_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> table_;  // open addressing: entry + 1, 0 where free
  std::vector<Place> places_;
  std::vector<Sorted> unsorted_;
  std::vector<Sorted> sorted_;
  std::vector<std::uint32_t> bucket_ends_;
  std::vector<Xapian::termpos> positions_;  // those of one entry together
  std::string termlist_;
  std::string data_;
  std::map<Xapian::valueno, std::string> values_;
  TagPacker termlist_packer_;
  TagPacker data_packer_;
};

}  // namespace broadsheet::glass
