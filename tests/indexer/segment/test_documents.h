// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/segment/document.h"

namespace broadsheet::test {

/// A document as a list of calls that Xapian's interface and ours both take.
struct TestDocument {
  struct Occurrence {
    std::string term;
    std::optional<Xapian::termpos> position = std::nullopt;
    Xapian::termcount wdf = 1;
  };
  std::vector<Occurrence> occurrences;
  std::map<Xapian::valueno, std::string> values;
  std::string data;
};

template <typename Target>
void fill(Target& target, const TestDocument& from) {
  for (const auto& [term, position, wdf] : from.occurrences) {
    if (position) {
      target.add_posting(term, *position, wdf);
    } else {
      target.add_term(term, wdf);
    }
  }
  for (const auto& [slot, value] : from.values) target.add_value(slot, value);
  target.set_data(from.data);
}

Xapian::Document by_xapian(const TestDocument& from);
glass::Document by_builder(const TestDocument& from);

/// Documents of words drawn from a vocabulary of this size, some frequent, most rare; with titles, stems,
/// boolean terms, values and data of all kinds. The same for the same seed.
std::vector<TestDocument> random_documents(unsigned seed, std::size_t count, unsigned vocabulary);

/// Words at the positions 1, 2, 3...
TestDocument document_of(const std::vector<std::string>& words);

}  // namespace broadsheet::test
