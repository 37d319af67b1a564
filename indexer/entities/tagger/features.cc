// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger/features.h"

#include <algorithm>
#include <bit>
#include <string_view>

#include "common/hash.h"
#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

constexpr std::size_t neighbours = 2;
constexpr std::uint64_t beyond = 0x5851F42D4C957F2DULL;  // the word past the end of a sentence

/// The finaliser of MurmurHash3 (Austin Appleby, public domain).
std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 33U)) * 0xFF51AFD7ED558CCDULL;
  value = (value ^ (value >> 33U)) * 0xC4CEB9FE1A85EC53ULL;
  return value ^ (value >> 33U);
}

std::uint64_t joined(std::uint64_t a, std::uint64_t b) {
  return (a ^ (a >> 29U)) * 0xBF58476D1CE4E5B9ULL + b;
}

bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Capitals, hyphens, apostrophes; how long numbers and abbreviations are.
std::uint64_t shape_of(const NameToken& token) {
  auto shape = static_cast<std::uint64_t>(token.shape);
  if (token.shape == Shape::Number || token.shape == Shape::Upper)
    shape |= std::min<std::uint64_t>(token.text.size(), 6) << 8U;
  if (!token.is_word()) return token.shape >= Shape::Other ? shape | hash64(token.text) << 16U : shape;
  bool inner_capital = false;
  for (std::size_t i = 1; i < token.text.size(); ++i) {
    const char c = token.text[i];
    if (c == '-') shape |= 1U << 12U;
    if (c == '\'') shape |= 1U << 13U;
    if (is_ascii_upper(c) && token.text[i - 1] != '-') inner_capital = true;
  }
  return shape | (inner_capital ? 1U << 14U : 0U) | (token.dot ? 1U << 15U : 0U) |
         (token.possessive ? 1U << 16U : 0U);
}

}  // namespace

void FeatureMaker::add(std::uint64_t id, std::uint64_t value) {
  made_[count_++] = mix(value * 0x9E3779B97F4A7C15ULL + id * 0xD1B54A32D192ED03ULL);
}

void FeatureMaker::add_bits(std::uint64_t id, std::uint64_t bits, std::uint64_t with) {
  for (; bits != 0; bits &= bits - 1)
    add(id, joined(with, static_cast<std::uint64_t>(std::countr_zero(bits))));
}

FeatureMaker::View FeatureMaker::look_at(std::size_t token) const {
  const NameToken& t = tokens_[token];
  return {context_.words[token], shape_of(t), t.kinds & ~FirmWord, context_.evidence[token]};
}

void FeatureMaker::enter(TokenRange chain) {
  chain_ = chain;
  views_.assign(neighbours, View{beyond, beyond, 0, 0});
  for (std::size_t i = 1; i <= neighbours && i <= chain.first; ++i) {
    views_[neighbours - i] = look_at(chain.first - i);
    if (tokens_[chain.first - i].shape == Shape::Stop) break;
  }
  for (std::size_t i = chain.first; i < chain.last; ++i) views_.push_back(look_at(i));
  views_.resize(chain.size() + 2 * neighbours, View{beyond, beyond, 0, 0});
  for (std::size_t i = 0; i < neighbours && chain.last + i < tokens_.size(); ++i) {
    views_[neighbours + chain.size() + i] = look_at(chain.last + i);
    if (tokens_[chain.last + i].shape == Shape::Stop) break;
  }
  runs_.clear();
  for (std::size_t i = chain.first; i < chain.last; ++i)
    runs_.push_back(!runs_.empty() && i < runs_.back().last ? runs_.back() : run_around(i));
}

const FeatureMaker::View& FeatureMaker::view(std::size_t token, int offset) const {
  return views_[token - chain_.first + neighbours + static_cast<std::size_t>(offset)];
}

FeatureMaker::Run FeatureMaker::run_around(std::size_t token) const {
  Run run{token, token + 1};
  if (!tokens_[token].is_name_like()) return run;
  while (run.last < chain_.last && tokens_[run.last].is_name_like() && !tokens_[run.last - 1].possessive)
    ++run.last;
  return run;
}

void FeatureMaker::make(std::size_t token, FeatureHashes& features) {
  count_ = 0;
  add_words(token);
  if (tokens_[token].is_name_like()) add_affixes(token);
  add_kinds(token);
  add_evidence(token);
  add_run(token);
  features.assign(made_.begin(), made_.begin() + static_cast<std::ptrdiff_t>(count_));
}

void FeatureMaker::add_words(std::size_t token) {
  const View& here = view(token, 0);
  const View& before = view(token, -1);
  const View& after = view(token, 1);
  add(0, tokens_[token].starts_sentence ? 1 : context_.in_heading[token] ? 2 : 0);
  add(2, here.word);
  add(3, before.word);
  add(4, after.word);
  add(5, view(token, -2).word);
  add(6, view(token, 2).word);
  add(7, here.shape);
  add(8, joined(before.shape, here.shape));
  add(9, joined(here.shape, after.shape));
  add(13, joined(before.word, here.shape));
  add(14, joined(after.word, here.shape));
  add(16, joined(view(token, -2).word, before.word));
  add(17, joined(after.word, view(token, 2).word));
}

void FeatureMaker::add_affixes(std::size_t token) {
  const std::string_view word = tokens_[token].folded;
  for (const std::size_t length : {3U, 4U}) {
    if (word.size() <= length) break;
    add(20 + length, hash64(word.substr(word.size() - length)));
    add(30 + length, hash64(word.substr(0, length)));
  }
}

void FeatureMaker::add_kinds(std::size_t token) {
  const View& here = view(token, 0);
  const View& before = view(token, -1);
  const View& after = view(token, 1);
  add(40, joined(here.kinds, here.shape));
  add(41, joined(joined(before.kinds, before.shape & 0xFFU), here.shape & 0xFFU));
  add(42, joined(joined(after.kinds, after.shape & 0xFFU), here.shape & 0xFFU));
  add_bits(45, here.kinds, here.shape & 0xFFU);
  add_bits(46, before.kinds, here.shape & 0xFFU);
  add_bits(47, after.kinds, here.shape & 0xFFU);
}

void FeatureMaker::add_evidence(std::size_t token) {
  const View& here = view(token, 0);
  if (!tokens_[token].is_name_like()) return;
  add_bits(52, here.evidence, here.shape & 0xFFU);
}

void FeatureMaker::add_run(std::size_t token) {
  constexpr std::size_t most = 4;
  const Run run = runs_[token - chain_.first];
  const std::uint64_t place =
      8 * std::min(run.last - run.first, most) + std::min(token - run.first, most - 1);
  const View& before = view(run.first, -1);
  const View& after = view(run.last - 1, 1);
  const View& first = view(run.first, 0);
  const View& last = view(run.last - 1, 0);
  add(60, place);
  add(61, joined(before.word, place));
  add(62, joined(after.word, place));
  add(63, joined(before.kinds, place));
  add(64, joined(after.kinds, place));
  add(65, joined(first.kinds, place));
  add(66, joined(last.kinds, place));
  add(68, joined(last.word, place));
}

}  // namespace broadsheet
