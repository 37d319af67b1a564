// SPDX-License-Identifier: GPL-2.0-or-later
//
// ranking_folds ARCHIVE TOPICS QRELS: chooses the numbers of searcher/match/ranking_parameters.h by
// cross-validation. TOPICS has lines ID<TAB>TEXT, QRELS lines "ID 0 DOCUMENT GRADE" (TREC). The queries are
// dealt into six folds; for each fold the setting that is best for the others, by mean average precision, is
// applied to it. Prints what each step is worth to queries that did not choose it, what each fold chose, and
// the choice of all queries together.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "common/article.h"
#include "searcher/match/planner.h"
#include "searcher/ranking/proximity.h"
#include "searcher/query/parser.h"

namespace {

using namespace broadsheet;

constexpr std::size_t kFolds = 6;

struct Topic {
  std::string id;
  Scoring scoring;
  MatchSet selected;
  std::set<std::string> relevant;
};

struct Figures {
  double average_precision = 0;
  double ndcg = 0;  // at 10
};

/// A way to rank, and how it did on each topic.
struct Setting {
  RankingParameters parameters;
  bool nearness = false;
  bool feedback = false;
  std::string name;
  std::vector<Figures> figures;
};

class Judge {
 public:
  Judge(const Archive& archive, const char* topics, const char* qrels) : archive_(archive) {
    name_articles();
    std::ifstream file(topics);
    for (std::string line; std::getline(file, line);) add_topic(line);
    read_judgements(qrels);
    std::erase_if(topics_, [](const Topic& topic) { return topic.relevant.empty(); });
  }

  std::size_t size() const { return topics_.size(); }

  /// Settings that were judged before are not judged again.
  const Setting& judged(Setting setting) {
    const auto found = settings_.find(setting.name);
    if (found != settings_.end()) return found->second;
    for (const Topic& topic : topics_) setting.figures.push_back(figures(topic, setting));
    return settings_.emplace(setting.name, std::move(setting)).first->second;
  }

 private:
  void name_articles() {
    for_each(all_articles(archive_), [&](Location at) {
      ids_[std::string(archive_.identity(at))] = decode_article(archive_.document(at).get_data()).article.id;
    });
  }

  void add_topic(const std::string& line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) return;
    const Query query = parse_query(line.substr(tab + 1), {true, 0}).query;
    Topic topic;
    topic.id = line.substr(0, tab);
    topic.scoring = {plan(archive_, query, "en").query, words_in_order(query)};
    topic.selected = find_matches(archive_, topic.scoring.query);
    topics_.push_back(std::move(topic));
  }

  void read_judgements(const char* qrels) {
    std::ifstream file(qrels);
    std::string id;
    std::string zero;
    std::string document;
    for (int grade = 0; file >> id >> zero >> document >> grade;) {
      for (Topic& topic : topics_) {
        if (topic.id == id && grade > 0) topic.relevant.insert(document);
      }
    }
  }

  Figures figures(const Topic& topic, const Setting& setting) const {
    Scoring scoring = topic.scoring;
    scoring.parameters = setting.parameters;
    scoring.feedback = setting.feedback;
    if (!setting.nearness) scoring.parameters.nearness = scoring.parameters.nearness_with_feedback = 0;
    Figures figures;
    double ideal = 0;
    double found = 0;
    double place = 0;
    for (const RankedArticle& article :
         rank(archive_, scoring, topic.selected, SortOrder::Relevance, 0, 1000)) {
      ++place;
      const double gain = place <= 10 ? 1 / std::log2(place + 1) : 0;
      if (place <= static_cast<double>(topic.relevant.size())) ideal += gain;
      if (!topic.relevant.contains(ids_.at(std::string(archive_.identity(article.location))))) continue;
      figures.average_precision += ++found / place / static_cast<double>(topic.relevant.size());
      figures.ndcg += gain;
    }
    figures.ndcg /= ideal > 0 ? ideal : 1;
    return figures;
  }

  const Archive& archive_;
  std::vector<Topic> topics_;
  std::map<std::string, std::string> ids_;
  std::map<std::string, Setting> settings_;
};

std::string number(double value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

using Settings = std::vector<Setting>;

Settings bm25_settings() {
  Settings settings;
  for (double k1 : {1.0, 1.2, 2.0, 3.0, 4.0}) {
    for (double b : {0.4, 0.5, 0.75, 0.9}) {
      Setting setting;
      setting.parameters.k1 = k1;
      setting.parameters.b = b;
      setting.name = "k1 " + number(k1) + " b " + number(b);
      settings.push_back(setting);
    }
  }
  return settings;
}

/// The BM25 settings that are worth a look beside other steps.
Settings few_bm25_settings() {
  Settings settings = bm25_settings();
  std::erase_if(settings, [](const Setting& setting) {
    return setting.parameters.k1 < 2 || setting.parameters.k1 > 3 || setting.parameters.b < 0.75;
  });
  return settings;
}

Settings with_nearness(const Settings& bases) {
  Settings settings;
  for (Setting setting : bases) {
    const std::string base = setting.name;
    setting.nearness = true;
    for (double weight : {0.3, 0.5, 0.7}) {
      for (Xapian::termpos window : {4, 8}) {
        setting.parameters.nearness = weight;
        setting.parameters.nearness_with_feedback = weight;
        setting.parameters.window = window;
        setting.name = base + ", nearness " + number(weight) + " window " + std::to_string(window);
        settings.push_back(setting);
      }
    }
  }
  return settings;
}

Settings with_feedback_too(const Settings& bases) {
  Settings settings;
  for (Setting setting : bases) {
    const std::string base = setting.name;
    setting.feedback = true;
    for (std::size_t articles : {3, 5}) {
      for (double original : {0.6, 0.7, 0.8}) {
        setting.parameters.feedback_articles = articles;
        setting.parameters.original = original;
        setting.name =
            base + ", feedback " + std::to_string(articles) + " articles original " + number(original);
        settings.push_back(setting);
      }
    }
  }
  return settings;
}

/// Mean of a figure over the topics of a fold, or of all others; of all for fold == kFolds.
Figures mean(const Setting& setting, std::size_t fold, bool inside) {
  Figures sum;
  double number = 0;
  for (std::size_t i = 0; i < setting.figures.size(); ++i) {
    if (fold < kFolds && (i % kFolds == fold) != inside) continue;
    sum.average_precision += setting.figures[i].average_precision;
    sum.ndcg += setting.figures[i].ndcg;
    ++number;
  }
  return {sum.average_precision / number, sum.ndcg / number};
}

const Setting& best_for_others(Judge& judge, const Settings& settings, std::size_t fold) {
  const Setting* best = nullptr;
  for (const Setting& setting : settings) {
    const Setting& judged = judge.judged(setting);
    if (best == nullptr ||
        mean(judged, fold, false).average_precision > mean(*best, fold, false).average_precision)
      best = &judged;
  }
  return *best;
}

void print(const char* what, double map, double ndcg) {
  std::printf("%-44s MAP %.4f  nDCG@10 %.4f\n", what, map, ndcg);
}

void cross_validate(Judge& judge, const char* what, const Settings& settings) {
  double map = 0;
  double ndcg = 0;
  std::vector<std::string> choices;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const Setting& setting = best_for_others(judge, settings, fold);
    choices.push_back(setting.name);
    for (std::size_t i = fold; i < judge.size(); i += kFolds) {
      map += setting.figures[i].average_precision;
      ndcg += setting.figures[i].ndcg;
    }
  }
  const auto number = static_cast<double>(judge.size());
  print((std::string(what) + ", held out").c_str(), map / number, ndcg / number);
  for (const std::string& choice : choices) std::printf("    a fold chose    %s\n", choice.c_str());
  const Setting& all = best_for_others(judge, settings, kFolds);
  std::printf("    all would choose %s\n", all.name.c_str());
  print("    (on the queries that chose it)", mean(all, kFolds, true).average_precision,
        mean(all, kFolds, true).ndcg);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: ranking_folds ARCHIVE TOPICS QRELS\n");
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  const Archive archive(argv[1]);
  Judge judge(archive, argv[2], argv[3]);
  Setting before;
  before.parameters.k1 = 1;
  before.parameters.b = 0.5;
  before.name = "k1 1 b 0.5";
  const Figures plain = mean(judge.judged(before), kFolds, true);
  print("Xapian's own k1 1 b 0.5", plain.average_precision, plain.ndcg);
  const Settings bm25 = few_bm25_settings();
  cross_validate(judge, "BM25", bm25_settings());
  cross_validate(judge, "BM25 and feedback", with_feedback_too(bm25));
  cross_validate(judge, "BM25 and nearness", with_nearness(bm25));
  cross_validate(judge, "BM25, nearness and feedback", with_feedback_too(with_nearness(bm25)));
  Setting shipped;
  shipped.nearness = true;
  shipped.name = "as shipped";
  print("as shipped", mean(judge.judged(shipped), kFolds, true).average_precision,
        mean(judge.judged(shipped), kFolds, true).ndcg);
  shipped.feedback = true;
  shipped.name = "as shipped, with feedback";
  print("as shipped, with feedback", mean(judge.judged(shipped), kFolds, true).average_precision,
        mean(judge.judged(shipped), kFolds, true).ndcg);
}
