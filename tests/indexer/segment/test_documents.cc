// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/segment/test_documents.h"

#include <cmath>
#include <random>

namespace broadsheet::test {
namespace {

class DocumentMaker {
 public:
  DocumentMaker(unsigned seed, unsigned vocabulary) : random_(seed), vocabulary_(vocabulary) {}

  TestDocument make() {
    TestDocument document;
    const unsigned length = number(4) == 0 ? number(2000) : number(120);
    Xapian::termpos position = 0;
    for (unsigned i = 0; i < length; ++i) {
      position += 1 + (number(20) == 0 ? number(200) : 0);
      const std::string w = word();
      document.occurrences.push_back({w, position});
      document.occurrences.push_back({"Z" + w.substr(0, 3), std::nullopt, 1 + number(3)});
      if (i < 8) document.occurrences.push_back({"S" + w, position});
    }
    for (unsigned i = 0; i < number(6); ++i)
      document.occurrences.push_back({"XP" + std::to_string(number(40)), std::nullopt, 0});
    add_values(document);
    document.data = data();
    return document;
  }

 private:
  unsigned number(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  /// By Zipf's law, about.
  std::string word() {
    const double uniform = (number(1'000'000) + 0.5) / 1e6;
    return "w" + std::to_string(static_cast<unsigned>(std::pow(vocabulary_, uniform)) * 7919U % vocabulary_);
  }

  std::string text(unsigned limit) {
    std::string bytes(number(limit), 'a');
    for (char& byte : bytes) byte = static_cast<char>('a' + number(26));
    return bytes;
  }

  void add_values(TestDocument& document) {
    for (const Xapian::valueno slot : {0U, 1U, 2U, 3U, 127U, 128U, 300U, 70'000U}) {
      if (number(3) != 0) document.values[slot] = text(number(50) == 0 ? 5'000 : 12);
    }
    if (number(30) == 0) document.values.clear();
  }

  std::string data() {
    if (number(10) == 0) return "";
    if (number(10) == 0) return text(30'000);
    std::string all;
    while (all.size() < number(12'000)) all += word() + ' ';
    return all;
  }

  std::mt19937 random_;
  unsigned vocabulary_;
};

}  // namespace

Xapian::Document by_xapian(const TestDocument& from) {
  Xapian::Document document;
  fill(document, from);
  return document;
}

glass::Document by_builder(const TestDocument& from) {
  glass::DocumentBuilder builder;
  fill(builder, from);
  return builder.build();
}

std::vector<TestDocument> random_documents(unsigned seed, std::size_t count, unsigned vocabulary) {
  DocumentMaker maker(seed, vocabulary);
  std::vector<TestDocument> documents;
  for (std::size_t i = 0; i < count; ++i) documents.push_back(maker.make());
  return documents;
}

TestDocument document_of(const std::vector<std::string>& words) {
  TestDocument document;
  Xapian::termpos position = 0;
  for (const std::string& word : words) document.occurrences.push_back({word, ++position});
  return document;
}

}  // namespace broadsheet::test
