// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger/model.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/hash.h"
#include "indexer/entities/tagger/tagger.h"
#include "indexer/entities/tagger_training/model_writer.h"
#include "tests/support/files.h"

namespace broadsheet {
namespace {

constexpr Label single_person = label_of(NameType::Person, NamePosition::Single);

/// Weights of features 1 to count, each more than the one before.
TrainedWeights some_weights(std::uint64_t count) {
  TrainedWeights weights;
  for (std::uint64_t i = 1; i <= count; ++i)
    weights.features[hash64(std::to_string(i))][single_person] =
        static_cast<float>(i) / static_cast<float>(count);
  weights.pairs[outside][single_person] = 0.25F;
  return weights;
}

std::string refusal_of(const std::filesystem::path& path) {
  try {
    TaggerModel model(path);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("a model gives the weights that were written, to one part in 127") {
  const test::TemporaryFolder folder;
  const TrainedWeights weights = some_weights(500);
  CHECK(write_model(weights, folder / "names.model") > 450);
  const TaggerModel model(folder / "names.model");
  CHECK(model.pairs()[outside][single_person] == 0.25F);
  for (const auto& [feature, values] : weights.features) {
    FeatureHashes features{feature};
    const LabelScores scores = model.scores(features);
    CHECK(std::abs(scores[single_person] - values[single_person]) < 0.6F / 127);
    CHECK(scores[outside] == 0);
  }
  FeatureHashes unknown{hash64("501"), hash64("502")};
  CHECK(model.scores(unknown) == LabelScores{});
  CHECK(unknown.empty());
}

TEST_CASE("of too many features the heaviest are kept") {
  const test::TemporaryFolder folder;
  CHECK(write_model(some_weights(1000), folder / "names.model", 100) == 80);
  const TaggerModel model(folder / "names.model");
  FeatureHashes heavy{hash64("1000")};
  FeatureHashes light{hash64("1")};
  CHECK(model.scores(heavy)[single_person] == doctest::Approx(1));
  CHECK(model.scores(light)[single_person] == 0);
}

TEST_CASE("a file that is no whole model of this version is refused with its name and the reason") {
  struct Case {
    std::string damage;
    std::function<void(std::string&)> make;
    std::string says;
  };
  const std::vector<Case> cases = {
      {"cut in the slots", [](std::string& b) { b.resize(b.size() - 1); }, "cut short"},
      {"cut in the header", [](std::string& b) { b.resize(20); }, "no name model"},
      {"empty", [](std::string& b) { b.clear(); }, "empty"},
      {"longer", [](std::string& b) { b += "more"; }, "too long"},
      {"another magic", [](std::string& b) { b[0] = 'X'; }, "no name model"},
      {"other features", [](std::string& b) { b[8] = static_cast<char>(b[8] + 1); }, "another version"},
      {"other labels", [](std::string& b) { b[12] = static_cast<char>(b[12] + 1); }, "another version"},
      {"no slots", [](std::string& b) { b.replace(16, 4, 4, '\0'); }, "cut short"},
      {"huge", [](std::string& b) { b.replace(16, 4, 4, '\xFF'); }, "cut short"},
      {"a weight changed", [](std::string& b) { b.back() = static_cast<char>(b.back() ^ 1); }, "damaged"},
      {"a text", [](std::string& b) { b = "# not a model but a text of some length\n"; }, "no name model"},
  };
  const test::TemporaryFolder folder;
  const std::string path = folder / "names.model";
  write_model(some_weights(50), path);
  const std::string good = test::read_whole_file(path);
  CHECK(refusal_of(path).empty());
  for (const Case& c : cases) {
    CAPTURE(c.damage);
    std::string bytes = good;
    c.make(bytes);
    test::write_file(path, bytes);
    CHECK(refusal_of(path).find(c.says) != std::string::npos);
    CHECK(refusal_of(path).find(path) != std::string::npos);
  }
}

TEST_CASE("a file that is not there or is a folder is refused") {
  const test::TemporaryFolder folder;
  CHECK(refusal_of(folder / "missing.model").find("cannot be read") != std::string::npos);
  CHECK(refusal_of(folder.path()).find("cannot be read") != std::string::npos);
}

TEST_CASE("the installed model knows a person, a place and a body by what stands around them") {
  const std::string text =
      "Mr Tomasz Wrublinski, 54, said in Krakow that the University of Gdansk had hired him.";
  const std::vector<NameToken> tokens = name_tokens({{TextPlace::Body, text}});
  const TaggedText tagged(tokens, {false}, TaggerModel::instance());
  std::vector<std::string> found;
  for (const TaggedName& name : tagged.names()) {
    const std::size_t begin = tokens[name.first].begin;
    found.push_back(text.substr(begin, tokens[name.last - 1].end - begin));
    CHECK(name.probability > 0.5);
    CHECK(name.probability <= 1.001);
    CHECK(tagged.probability(name.first, name.type) >= name.probability - 1e-3);
  }
  CHECK(found == std::vector<std::string>{"Tomasz Wrublinski", "Krakow", "University of Gdansk"});
}

TEST_CASE("a part that is left out has no names") {
  const std::string text = "Mr Tomasz Wrublinski said so.";
  const std::vector<NameToken> tokens = name_tokens({{TextPlace::Body, text}});
  CHECK(TaggedText(tokens, {true}, TaggerModel::instance()).names().empty());
  CHECK(TaggedText(name_tokens({}), {}, TaggerModel::instance()).names().empty());
}

}  // namespace
}  // namespace broadsheet
