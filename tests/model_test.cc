#include <gtest/gtest.h>

#include "model/file.h"
#include "model/feature_network.h"
#include "model/network.h"
#include "model/pos.h"
#include "model/sparse_weights.h"
#include "rules/embedded.h"

namespace {

std::string tags_of(const std::vector<std::string_view>& tokens) {
  const auto tagger = model::PosTagger::read(rules::embedded("models/pos.bin"));
  if (!tagger) return tagger.error().message;
  std::vector<model::Word> words;
  for (const std::string_view token : tokens) words.push_back(model::look_at(token));
  std::string out;
  for (const model::Pos pos : tagger->tag(words)) out += (out.empty() ? "" : " ") + std::string(model::kPosNames[static_cast<std::size_t>(pos)]);
  return out;
}

TEST(Pos, TagsAPlainSentence) {
  EXPECT_EQ(tags_of({"The", "mayor", "said", "that", "the", "bridge", "would", "close", "."}), "DT NN VBD IN DT NN MD VB .");
  EXPECT_EQ(tags_of({"“", "We", "did", "n't", "know", ",", "”", "she", "added"}), "`` PRP VBD RB VB , '' PRP VBD");
  EXPECT_EQ(tags_of({}), "");
}

TEST(ModelFile, ADamagedFileIsRefusedWithASentence) {
  const std::string good(rules::embedded("models/pos.bin"));
  ASSERT_TRUE(model::PosTagger::read(good).ok());
  std::string flipped = good;
  flipped[good.size() / 2] = static_cast<char>(flipped[good.size() / 2] ^ 1);
  EXPECT_EQ(model::PosTagger::read(flipped).error().message, "The weights are damaged.");
  EXPECT_EQ(model::PosTagger::read(std::string_view(good).substr(0, 11)).error().message, "The weights were trained with other features; train them again.");
  EXPECT_EQ(model::PosTagger::read("GIF89a").error().message, "This is not a file of weights.");
  EXPECT_FALSE(model::PosTagger::read("").ok());
}

TEST(ModelFile, AReaderNeverLeavesItsBytes) {
  model::Reader reader("\x81\x01\x07");
  EXPECT_EQ(reader.varint(), 129u);
  EXPECT_EQ(reader.u8(), 7);
  EXPECT_TRUE(reader.ok());
  EXPECT_EQ(reader.u32(), 0u);
  EXPECT_FALSE(reader.ok());
  EXPECT_EQ(reader.take(5), "");
}

TEST(SparseWeights, ReadsBackWhatWasWritten) {
  std::vector<float> weights(8 * 3);
  weights[1 * 3 + 2] = 4;
  weights[7 * 3 + 0] = -2;
  weights[7 * 3 + 1] = 0.2f;  // less than half a step: dropped
  model::Writer out;
  model::write_sparse(out, weights, 3, 1);
  const std::string file = out.file(5);
  auto reader = model::open(file, 5);
  ASSERT_TRUE(reader.ok());
  model::SparseWeights read;
  read.read(*reader);
  EXPECT_TRUE(reader->ok() && reader->at_end());
  std::int32_t scores[3] = {};
  read.add(1, scores);
  read.add(7 + 8, scores);  // only the low bits name a row
  EXPECT_EQ(scores[0], -2);
  EXPECT_EQ(scores[1], 0);
  EXPECT_EQ(scores[2], 4);
}

TEST(SparseWeights, RowsThatDoNotExistAreAnError) {
  model::Writer out;
  out.u8(2);       // four rows
  out.u8(3);       // three classes
  out.varint(2);
  out.varint(9);   // the tenth row
  const std::string file = out.file(5);
  auto reader = model::open(file, 5);
  model::SparseWeights read;
  read.read(*reader);
  EXPECT_FALSE(reader->ok());
}

// Two rows of two values, one output.
std::string feature_network(std::uint32_t rows) {
  model::Writer out;
  out.u8(1);  // two rows
  out.u8(2);
  out.u8(1);
  out.append(std::string("\3\xFE\1\2", 2 * rows));  // 3 and -2; 1 and 2
  for (const std::int32_t number : {0, -1, 1 << 20, 2 << 20, 512}) out.u32(static_cast<std::uint32_t>(number));
  return out.file(5);
}

TEST(FeatureNetwork, WhatTwoSignsSayTogetherIsNotTheirSum) {
  const std::string file = feature_network(2);
  auto reader = model::open(file, 5);
  ASSERT_TRUE(reader.ok());
  model::FeatureNetwork network;
  network.read(*reader);
  ASSERT_TRUE(reader->ok() && reader->at_end());
  const auto score = [&](const std::vector<std::uint64_t>& features) {
    std::int32_t out = 0;
    network.score(features, &out);
    return out - 512;  // its bias
  };
  constexpr std::int32_t kOne = 1 << model::kFeatureBits;
  EXPECT_EQ(score({}), 0);
  EXPECT_EQ(score({0}), 3 * kOne);      // the second value is below zero
  EXPECT_EQ(score({1}), (1 + 2) * kOne);
  EXPECT_EQ(score({0, 3}), 4 * kOne);   // only the low bit names a row
}

TEST(FeatureNetwork, RowsThatAreMissingAreAnError) {
  const std::string file = feature_network(1);
  auto reader = model::open(file, 5);
  model::FeatureNetwork network;
  network.read(*reader);
  EXPECT_FALSE(reader->ok());
}

TEST(Network, AFileOfNothingGivesNoScores) {
  model::Reader empty("");
  model::Network network;
  network.read(empty);
  EXPECT_FALSE(empty.ok());
  EXPECT_TRUE(network.scores({}).empty());
}

}  // namespace
