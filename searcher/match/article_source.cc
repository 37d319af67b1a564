// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/article_source.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace broadsheet {
namespace {

/// Each segment gets a copy of its own, which finds its list by the segment's UUID.
class ArticleSource final : public Xapian::PostingSource {
 public:
  struct Lists {
    MatchSet articles;
    std::unordered_map<std::string, std::size_t> segment_of;
  };

  explicit ArticleSource(std::shared_ptr<const Lists> lists) : lists_(std::move(lists)) {}

  void init(const Xapian::Database& database) override {
    const auto found = lists_->segment_of.find(database.get_uuid());
    docids_ = found == lists_->segment_of.end() ? nullptr : &lists_->articles[found->second];
    at_ = 0;
    started_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }

  void next(double) override {
    if (started_) ++at_;
    started_ = true;
  }

  void skip_to(Xapian::docid docid, double) override {
    started_ = true;
    if (at_end()) return;
    at_ = static_cast<std::size_t>(
        std::lower_bound(docids_->begin() + static_cast<std::ptrdiff_t>(at_), docids_->end(), docid) -
        docids_->begin());
  }

  bool at_end() const override { return docids_ == nullptr || (started_ && at_ >= docids_->size()); }
  Xapian::docid get_docid() const override { return (*docids_)[at_]; }
  ArticleSource* clone() const override { return new ArticleSource(lists_); }
  std::string get_description() const override { return "chosen articles"; }

 private:
  Xapian::doccount count() const {
    return docids_ == nullptr ? 0 : static_cast<Xapian::doccount>(docids_->size());
  }

  std::shared_ptr<const Lists> lists_;
  const std::vector<Xapian::docid>* docids_ = nullptr;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace

Xapian::Query query_for(const Archive& archive, MatchSet articles) {
  auto lists = std::make_shared<ArticleSource::Lists>();
  lists->articles = std::move(articles);
  for (std::size_t s = 0; s < lists->articles.size(); ++s)
    lists->segment_of[archive.segments()[s].database.get_uuid()] = s;
  return Xapian::Query((new ArticleSource(std::move(lists)))->release());  // Xapian owns it
}

}  // namespace broadsheet
