// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/entities/tagger_training/inline_annotations.h"
#include "indexer/entities/tagger_training/model_writer.h"
#include "indexer/entities/tagger_training/name_scores.h"
#include "tests/support/files.h"

namespace broadsheet {
namespace {

constexpr const char* lesson =
    "Mr [PER Zabel] said so.\nThey live in [LOC Quorn].\nMr [PER Trint] said no.\nThey met in [LOC Varn].\n"
    "Mr [PER Oblo] said yes.\nThey work in [LOC Ixel].\n";

std::vector<Example> examples_of(const char* text) {
  std::vector<Example> examples;
  for (const AnnotatedArticle& article : read_inline_annotations(text)) add_examples(article, 1, examples);
  return examples;
}

TrainedWeights learnt() {
  TrainingOptions options;
  options.sparseness = 0.01F;
  options.rounds = 30;
  return train(examples_of(lesson), options);
}

TEST_CASE("what is learnt from examples is found in words never seen") {
  const test::TemporaryFolder folder;
  write_model(learnt(), folder / "names.model");
  const TaggerModel model(folder / "names.model");
  const AnnotatedArticle article =
      read_inline_annotations("Mr [PER Ulmer] said so.\nThey live in [LOC Brox].")[0];
  const TokenisedArticle text = tokenised(article);
  NameScores scores;
  scores.add(text, TaggedText(text.tokens, text.left_out, model).names());
  CHECK(scores.table().find("PER  P 1.000  R 1.000  F1 1.000  (1 names)") != std::string::npos);
  CHECK(scores.table().find("LOC  P 1.000  R 1.000  F1 1.000  (1 names)") != std::string::npos);
}

TEST_CASE("the same examples give the same model, byte by byte") {
  const test::TemporaryFolder folder;
  write_model(learnt(), folder / "a.model");
  write_model(learnt(), folder / "b.model");
  CHECK(test::read_whole_file(folder / "a.model") == test::read_whole_file(folder / "b.model"));
}

TEST_CASE("examples without a name teach nothing and say so") {
  const test::TemporaryFolder folder;
  const TrainedWeights nothing = train({}, {});
  CHECK_THROWS_WITH(write_model(nothing, folder / "names.model"), doctest::Contains("no example of a name"));
}

TEST_CASE("scores count names that are right in type and bounds") {
  const AnnotatedArticle article = read_inline_annotations("It was [PER Ana Lind] of [LOC Oslo].")[0];
  const TokenisedArticle text = tokenised(article);
  NameScores scores;
  const TokenisedArticle::Name person = text.names[0];
  scores.add(text, {{person.first, person.last - 1, NameType::Person, 1},
                    {text.names[1].first, text.names[1].last, NameType::Place, 1}});
  CHECK(scores.table() ==
        "PER  P 0.000  R 0.000  F1 0.000  (1 names)\n"
        "LOC  P 1.000  R 1.000  F1 1.000  (1 names)\n"
        "ORG  P 0.000  R 0.000  F1 0.000  (0 names)\n"
        "all  P 0.500  R 0.500  F1 0.500  (2 names)\n");
}

}  // namespace
}  // namespace broadsheet
