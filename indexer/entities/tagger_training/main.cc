// SPDX-License-Identifier: GPL-2.0-or-later
//
// broadsheet-train-tagger: learns the model of the name tagger from annotated text; see --help and
// script/train-tagger.
#include <boost/program_options.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "common/error.h"
#include "indexer/entities/tagger_training/conll.h"
#include "indexer/entities/tagger_training/inline_annotations.h"
#include "indexer/entities/tagger_training/model_writer.h"
#include "indexer/entities/tagger_training/name_scores.h"
#include "indexer/entities/tagger_training/trainer.h"

namespace {

using namespace broadsheet;
namespace options = boost::program_options;
using Files = std::vector<std::string>;

struct Corpus {
  std::vector<AnnotatedArticle> kept_aside;
  std::vector<Example> examples;
  std::size_t lines = 0;
};

std::ifstream opened(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw InputError(path + " cannot be read");
  return file;
}

void learn_article(Corpus& corpus, const AnnotatedArticle& article, float weight) {
  corpus.lines += article.size();
  add_examples(article, weight, corpus.examples);
}

/// The first articles of each file of ours are kept aside to measure on.
void read_news(Corpus& corpus, const Files& files, double aside, float weight) {
  for (const std::string& path : files) {
    std::ifstream file = opened(path);
    std::vector<AnnotatedArticle> articles;
    try {
      articles = read_inline_annotations(std::string(std::istreambuf_iterator<char>(file), {}));
    } catch (const InputError& error) {
      throw InputError(path + ", " + error.what());
    }
    const auto first = static_cast<std::size_t>(aside * static_cast<double>(articles.size()) + 0.5);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      if (i < first) corpus.kept_aside.push_back(articles[i]);
      if (i >= first) learn_article(corpus, articles[i], weight);
    }
  }
}

void read_open(Corpus& corpus, const Files& files, std::size_t lines_an_article, float weight) {
  for (const std::string& path : files) {
    std::ifstream file = opened(path);
    for (const AnnotatedArticle& article : read_conll(file, lines_an_article))
      learn_article(corpus, article, weight);
  }
}

std::string measured(const std::vector<AnnotatedArticle>& articles, const std::string& model_path) {
  const TaggerModel model(model_path);
  NameScores scores;
  for (const AnnotatedArticle& article : articles) {
    const TokenisedArticle text = tokenised(article);
    scores.add(text, TaggedText(text.tokens, text.left_out, model).names());
  }
  return scores.table();
}

int run(int argc, char** argv) {
  Files news;
  Files conll;
  Files messages;
  Files measure;
  std::string out;
  double aside = 0.15;
  float news_weight = 1;
  float open_weight = 1;
  TrainingOptions training;
  options::options_description about("broadsheet-train-tagger --news FILE... --out MODEL");
  auto add = about.add_options();
  add("help", "show this");
  add("news", options::value(&news)->multitoken(), "articles with [PER names] marked in the text");
  add("conll", options::value(&conll)->multitoken(), "articles, a word and its label a line");
  add("messages", options::value(&messages)->multitoken(), "the same, each sentence by itself");
  add("measure", options::value(&measure)->multitoken(), "articles as for --conll to measure on only");
  add("out", options::value(&out), "the model file to write");
  add("aside", options::value(&aside), "share of each news file that is measured on, not learnt (0.15)");
  add("news-weight", options::value(&news_weight), "what a news sentence counts (1)");
  add("open-weight", options::value(&open_weight), "what a sentence of the other files counts (1)");
  add("rounds", options::value(&training.rounds), "how often everything is read");
  add("least-uses", options::value(&training.least_uses), "features of fewer words are left out");
  add("rate", options::value(&training.rate), "how fast to learn");
  add("sparseness", options::value(&training.sparseness), "how much evidence a weight needs");
  options::variables_map given;
  options::store(options::parse_command_line(argc, argv, about), given);
  options::notify(given);
  if (given.count("help") != 0 || out.empty()) {
    std::cout << about;
    return given.count("help") != 0 ? 0 : 2;
  }
  training.progress = &std::cerr;
  Corpus corpus;
  read_news(corpus, news, aside, news_weight);
  read_open(corpus, conll, 8, open_weight);
  read_open(corpus, messages, 1, open_weight);
  std::cout << corpus.lines << " lines learnt, " << corpus.kept_aside.size() << " articles kept aside\n";
  const std::size_t features = write_model(train(corpus.examples, training), out);
  std::cout << features << " features\n" << measured(corpus.kept_aside, out);
  for (const std::string& path : measure) {
    std::ifstream file = opened(path);
    std::cout << path << '\n' << measured(read_conll(file, 8), out);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "broadsheet-train-tagger: " << error.what() << '\n';
    return 2;
  }
}
