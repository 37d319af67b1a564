// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "searcher/render/passage.h"

namespace broadsheet {
namespace {

bool is_better(const Cluster& a, const Cluster& b) {
  return a.forms != b.forms ? a.forms > b.forms : a.places > b.places;
}

}  // namespace

Cluster best_cluster(const std::vector<FormMatch>& matches, std::size_t form_count, std::size_t span) {
  std::vector<std::size_t> seen(form_count);
  Cluster best;
  Cluster here;
  std::size_t last = 0;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    here.begin = matches[first].begin;
    if (last <= first) here.end = 0;
    for (; last < matches.size() && (last <= first || matches[last].end <= here.begin + span); ++last) {
      here.forms += seen[matches[last].form]++ == 0 ? 1 : 0;
      ++here.places;
      here.end = std::max(here.end, matches[last].end);
    }
    if (is_better(here, best)) best = here;
    here.forms -= --seen[matches[first].form] == 0 ? 1 : 0;
    --here.places;
  }
  return best;
}

}  // namespace broadsheet
