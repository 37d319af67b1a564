// SPDX-License-Identifier: GPL-2.0-or-later
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <ostream>

#include "searcher/render/formats.h"

namespace broadsheet {
namespace {

constexpr double kMillion = 1e6;

/// Columns are divided by white space, so none may be in them.
std::string column(std::string_view text) {
  std::string out;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    const bool unfit = c < 0 || u_isUWhiteSpace(c) || u_iscntrl(c);
    out += unfit ? "_" : text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin));
  }
  return out;
}

/// The smallest step down from a score that single precision can tell, which is what trec_eval keeps scores
/// in.
std::int64_t smallest_step(std::int64_t millionths) {
  const auto score = static_cast<float>(static_cast<double>(millionths) / kMillion);
  const float gap = std::nextafter(std::abs(score), std::numeric_limits<float>::infinity()) - std::abs(score);
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(static_cast<double>(gap) * kMillion)));
}

std::string six_decimals(std::int64_t millionths) {
  std::array<char, 40> text{};
  const std::int64_t size = std::abs(millionths);
  std::snprintf(text.data(), text.size(), "%s%lld.%06lld", millionths < 0 ? "-" : "",
                static_cast<long long>(size / 1'000'000), static_cast<long long>(size % 1'000'000));
  return text.data();
}

/// The format of TREC runs (https://github.com/usnistgov/trec_eval, README). trec_eval sorts by score and
/// breaks ties by document name; as our ties are broken by date, every score written is less than the one
/// before.
class TrecRenderer : public Renderer {
 public:
  TrecRenderer(const RenderOptions& options, std::ostream& out) : tag_(column(options.run_tag)), out_(out) {}

  void begin(const ResponseHead&) override { last_ = std::numeric_limits<std::int64_t>::max(); }

  void hit(const ResponseHead& head, const Hit& hit) override {
    const std::string& id = hit.article.id.empty() ? hit.article.identity : hit.article.id;
    out_ << (head.query_id.empty() ? "1" : column(head.query_id)) << " Q0 " << column(id) << ' ' << hit.rank
         << ' ' << six_decimals(next_score(hit.score)) << ' ' << tag_ << '\n';
  }

  void end(const ResponseHead&) override {}

 private:
  std::int64_t next_score(double score) {
    std::int64_t millionths = std::llround(score * kMillion);
    if (last_ != std::numeric_limits<std::int64_t>::max()) {
      millionths = std::min(millionths, last_ - smallest_step(last_));
    }
    return last_ = millionths;
  }

  std::string tag_;
  std::ostream& out_;
  std::int64_t last_ = 0;
};

}  // namespace

std::unique_ptr<Renderer> make_trec_renderer(const RenderOptions& options, std::ostream& out) {
  return std::make_unique<TrecRenderer>(options, out);
}

}  // namespace broadsheet
