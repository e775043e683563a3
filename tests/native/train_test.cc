// The programs that learn are native, and so is this test.
#include <gtest/gtest.h>

#include <cmath>

#include "model/network.h"
#include "train/network_trainer.h"
#include "train/quantise.h"
#include "train/ranker_trainer.h"
#include "train/treebank.h"

namespace {

using train::NetworkPlan;
using train::Parameters;

bool can_run() {
#ifdef __x86_64__
  return __builtin_cpu_supports("avx2");  // training is compiled for it
#else
  return true;
#endif
}

NetworkPlan small_plan() {
  NetworkPlan plan;
  plan.labels = 3;
  plan.tables = 2;
  plan.rows = 12;
  plan.hidden_row = {7, 0};
  plan.may_follow = [](int before, int next) { return next != 2 || before != 0; };
  plan.passes = 3;
  plan.batch = 8;
  return plan;
}

// The label is 1 where the token's first row is odd, and 2 after that.
std::vector<train::Sequence> small_sequences() {
  std::vector<train::Sequence> sequences;
  train::Random random(3);
  for (int i = 0; i < 30; ++i) {
    train::Sequence s;
    for (int t = 0; t < 6; ++t) {
      const auto row = static_cast<std::uint16_t>(random.below(7));
      s.rows.push_back(row);
      s.rows.push_back(static_cast<std::uint16_t>(8 + t % 4));
      s.labels.push_back(row % 2 == 1 ? 1 : t > 0 && s.labels.back() == 1 ? 2 : 0);
    }
    sequences.push_back(std::move(s));
  }
  return sequences;
}

TEST(NetworkTrainer, TheGradientIsThatOfTheLoss) {
  if (!can_run()) GTEST_SKIP();
  NetworkPlan plan = small_plan();
  plan.passes = 1;
  const train::Sequence s = small_sequences()[0];
  Parameters p = train::train_network(plan, small_sequences());
  Parameters gradient(p.size()), ignored(p.size());
  train::loss_of(plan, p, s, nullptr, gradient);
  int checked = 0;
  for (std::size_t i = 0; i < p.size(); i += 97) {
    if (std::fabs(p[i]) > 100) continue;  // a forbidden pair
    constexpr float kStep = 4e-3f;
    const float before = p[i];
    p[i] = before + kStep;
    const double more = train::loss_of(plan, p, s, nullptr, ignored);
    p[i] = before - kStep;
    const double less = train::loss_of(plan, p, s, nullptr, ignored);
    p[i] = before;
    EXPECT_NEAR(gradient[i], (more - less) / (2 * kStep), 0.01 + 0.03 * std::fabs(gradient[i])) << "parameter " << i;
    ++checked;
  }
  EXPECT_GT(checked, 100);
}

TEST(NetworkTrainer, TheSameDataGivesTheSameWeightsAndLearns) {
  if (!can_run()) GTEST_SKIP();
  const NetworkPlan plan = small_plan();
  const std::vector<train::Sequence> sequences = small_sequences();
  const Parameters once = train::train_network(plan, sequences), again = train::train_network(plan, sequences);
  EXPECT_EQ(once, again);
}

TEST(Quantise, WholeNumbersScoreAsTheFloatsDid) {
  if (!can_run()) GTEST_SKIP();
  const NetworkPlan plan = small_plan();
  const std::vector<train::Sequence> sequences = small_sequences();
  const Parameters p = train::train_network(plan, sequences);
  model::Writer out;
  train::write_network(out, plan, {8, 4}, p);
  const std::string file = out.file(1);
  auto reader = model::open(file, 1);
  ASSERT_TRUE(reader.ok());
  model::Network network;
  network.read(*reader);
  ASSERT_TRUE(reader->ok() && reader->at_end());
  const std::vector<float> floats = train::emissions(plan, p, sequences[0]);
  const std::vector<std::int32_t> whole = network.scores(sequences[0].rows);
  ASSERT_EQ(whole.size(), sequences[0].labels.size() * 3);
  for (std::size_t t = 0; t < sequences[0].labels.size(); ++t)
    for (std::size_t y = 0; y < 3; ++y)
      EXPECT_NEAR(static_cast<float>(whole[t * 3 + y]) / (1 << model::kScoreBits), floats[t * train::kOut + y], 0.15) << "token " << t << " label " << y;
}

TEST(Treebank, WordsCutAtHyphensAreJoined) {
  const std::string conllu =
      "# a comment\n"
      "1\tA\ta\tDET\tDT\t_\t5\tdet\t_\t_\n"
      "2\tstate\tstate\tNOUN\tNN\t_\t4\tobl\t_\tSpaceAfter=No\n"
      "3\t-\t-\tPUNCT\tHYPH\t_\t4\tpunct\t_\tSpaceAfter=No\n"
      "4\towned\town\tVERB\tVBN\t_\t5\tamod\t_\t_\n"
      "5-6\tfirm's\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "5\tfirm\tfirm\tNOUN\tNN\t_\t0\troot\t_\t_\n"
      "\n";
  const std::vector<train::TaggedSentence> sentences = train::read_treebank(conllu);
  ASSERT_EQ(sentences.size(), 1u);
  ASSERT_EQ(sentences[0].size(), 3u);
  EXPECT_EQ(sentences[0][1].text, "state-owned");
  EXPECT_EQ(sentences[0][1].pos, model::Pos::JJ);
}

TEST(RankerTrainer, LearnsTheSameEachTime) {
  std::vector<train::RankedExample> examples;
  for (std::uint32_t i = 0; i < 2000; ++i) {
    train::RankedExample e{.rows = {i % 2, 2 + i % 3}};
    for (bool& right : e.right) right = i % 2 == 0;  // the other sign says nothing
    examples.push_back(e);
  }
  const auto bytes = [&] {
    model::Writer out;
    train::write_ranker(out, train::train_ranker(examples));
    return out.file(5);
  };
  const std::string file = bytes();
  EXPECT_EQ(bytes(), file);
  auto reader = model::open(file, 5);
  ASSERT_TRUE(reader.ok());
  model::FeatureNetwork network;
  network.read(*reader);
  ASSERT_TRUE(reader->ok() && reader->at_end());
  for (std::uint64_t other : {2u, 3u, 4u}) {
    std::int32_t right[quote::kRankerOutputs] = {}, wrong[quote::kRankerOutputs] = {};
    network.score({0, other}, right);
    network.score({1, other}, wrong);
    EXPECT_GT(right[quote::kFound], 0);
    EXPECT_LT(wrong[quote::kFound], 0);
  }
}

}  // namespace
