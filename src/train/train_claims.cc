#include <algorithm>
#include <cmath>

#include "claim/claim.h"
#include "claim/judge.h"
#include "claim/scorer.h"
#include "claim/statement.h"
#include "model/file.h"
#include "train/claim_data.h"
#include "train/files.h"
#include "train/train_desk.h"
#include "train/train.h"

namespace train {
namespace {

constexpr double kCost = 6;           // of a wrong answer, against large weights; best on the debates of 2008 among 0.3 … 10
constexpr double kFactShare = 0.3;    // of the second model in the first: being a fact at all says something about its worth
constexpr double kStepsOfSpread = 0.7;    // an int8 weight of 2 is one standard deviation: more levels cost bytes and gain nothing
constexpr double kMissedCosts = 2;     // a sentence that is missed, against one shown for nothing: a person can skip what is shown
constexpr double kPartly = 0.2, kWholly = 0.5;  // chance of being a fact

// Where the curve puts the sentences of news articles. They are longer than statements, and score higher; with these places
// about eight statements of an article of 800 words are high or medium.
struct Place {
  double share;  // of statements below
  int thousandths;
};
constexpr Place kPlaces[] = {{0.02, 20}, {0.25, 180}, {0.5, 380}, {0.65, 500}, {0.85, 660}, {0.95, 800}, {0.99, 950}};

struct Learned {
  claim::Point curve[std::size(kPlaces)];
  LinearModel models[claim::kModels];
  double steps[claim::kModels];
  double worth_checking;  // the score from which a sentence by itself is worth a check
};

double spread(const std::vector<double>& values) {
  double squares = 0, count = 0;
  for (const double v : values) {
    squares += v * v;
    count += v != 0;
  }
  return std::sqrt(squares / std::max(count, 1.0));
}

std::int32_t in_steps(double score, double step) { return static_cast<std::int32_t>(std::lround(score / step * claim::kOne)); }
double odds(double chance) { return std::log(chance / (1 - chance)); }

// `desk` writes the part that is learned from articles.
template <typename Desk>
std::string file_of(const Learned& learned, Desk desk) {
  model::Writer out;
  for (int m = 0; m < claim::kModels; ++m) out.u32(static_cast<std::uint32_t>(in_steps(learned.models[m].bias, learned.steps[m])));
  for (std::size_t row = 0; row < claim::kRows; ++row)
    for (int m = 0; m < claim::kModels; ++m)
      out.u8(static_cast<std::uint8_t>(static_cast<std::int8_t>(std::clamp<long>(std::lround(learned.models[m].weights[row] / learned.steps[m]), -127, 127))));
  out.u8(std::size(kPlaces));
  for (const claim::Point& point : learned.curve) {
    out.u32(static_cast<std::uint32_t>(point.score));
    out.u32(static_cast<std::uint32_t>(point.thousandths));
  }
  for (const double chance : {kPartly, kWholly}) out.u32(static_cast<std::uint32_t>(in_steps(odds(chance), learned.steps[1])));
  out.u32(static_cast<std::uint32_t>(in_steps(learned.worth_checking, learned.steps[0])));
  desk(out);
  return out.file(claim::features_fingerprint() + claim::signs_fingerprint());
}

bool is_worth_checking(const LabelledSentence& s) { return s.label == "CFS"; }
bool is_fact(const LabelledSentence& s) { return s.label != "NFS"; }

struct Pair {
  LinearModel worth, fact;
};

// Learns from those examples that `wanted` picks by their number.
template <typename Wanted>
Pair learn(const std::vector<LabelledSentence>& sentences, const std::vector<SparseVector>& vectors, Wanted wanted) {
  std::vector<const SparseVector*> examples;
  std::vector<bool> worth, fact;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (!wanted(i)) continue;
    examples.push_back(&vectors[i]);
    worth.push_back(is_worth_checking(sentences[i]));
    fact.push_back(is_fact(sentences[i]));
  }
  Pair out{learn_logistic(examples, worth, claim::kRows, kCost), learn_logistic(examples, fact, claim::kRows, kCost)};
  for (std::size_t i = 0; i < claim::kRows; ++i) out.worth.weights[i] += kFactShare * out.fact.weights[i];
  out.worth.bias += kFactShare * out.fact.bias;
  return out;
}

// The score that divides the debates best (F measure), each scored by what was learned from others.
double best_division(const std::vector<LabelledSentence>& sentences, const std::vector<SparseVector>& vectors) {
  constexpr std::size_t kFolds = 4;
  std::vector<std::size_t> debate(sentences.size(), 0);
  for (std::size_t i = 1; i < sentences.size(); ++i) debate[i] = debate[i - 1] + (sentences[i].doc != sentences[i - 1].doc);
  std::vector<std::pair<double, bool>> scored;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const Pair others = learn(sentences, vectors, [&](std::size_t i) { return debate[i] % kFolds != fold; });
    for (std::size_t i = 0; i < sentences.size(); ++i)
      if (debate[i] % kFolds == fold) scored.push_back({others.worth.score(vectors[i]), is_worth_checking(sentences[i])});
  }
  std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  const auto real = static_cast<double>(std::count_if(scored.begin(), scored.end(), [](const auto& s) { return s.second; }));
  double best = 0, division = 0, hits = 0, said = 0;
  for (const auto& [score, right] : scored) {
    ++said;
    hits += right;
    const double measure = (1 + kMissedCosts) * hits / (said + kMissedCosts * real);
    if (measure > best) best = measure, division = score;
  }
  return division;
}

// The raw worth of every statement in the articles, rising.
std::vector<std::int32_t> worths(const std::vector<LabelledSentence>& sentences, const claim::Scorer& scorer) {
  std::vector<std::int32_t> all;
  for (std::size_t i = 0; i < sentences.size();) {
    std::string text;
    std::vector<document::Block> blocks;
    for (const std::string doc = sentences[i].doc; i < sentences.size() && sentences[i].doc == doc; ++i) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += sentences[i].text;
      blocks.push_back({.id = document::BlockId("b" + std::to_string(i)), .span = {begin, static_cast<std::uint32_t>(text.size())}});
      text += '\n';
    }
    document::Document d;
    d.article.text = document::SharedText(std::move(text));
    d.article.blocks = document::SharedList<document::Block>(std::move(blocks));
    claim::Passage before;
    for (const claim::Statement& statement : claim::statements(d)) {
      claim::Passage now{d.article.text.view(), statement.span, statement.words};
      all.push_back(scorer.score(claim::features_of(now, before)).worth);
      before = std::move(now);
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

std::string train_claims(const std::string& folder, const std::string& corpus) {
  const std::vector<LabelledSentence> debates = read_sentences(folder + "/claimbuster/train.jsonl");
  const std::vector<SparseVector> vectors = vectors_of(debates);
  Pair pair = learn(debates, vectors, [](std::size_t) { return true; });
  Learned learned{};
  learned.models[0] = std::move(pair.worth);
  learned.models[1] = std::move(pair.fact);
  learned.worth_checking = best_division(debates, vectors);
  for (int m = 0; m < claim::kModels; ++m) learned.steps[m] = spread(learned.models[m].weights) / kStepsOfSpread;
  for (std::size_t i = 0; i < std::size(kPlaces); ++i) learned.curve[i] = {static_cast<std::int32_t>(i), kPlaces[i].thousandths};

  const auto scorer = claim::Scorer::read(file_of(learned, write_empty_desk));
  if (!scorer) stop(to_string(scorer.error()));
  const std::vector<std::int32_t> news = worths(read_sentences(folder + "/newsdiscourse/train.jsonl"), *scorer);
  if (news.empty()) stop("no news to place the bands on");
  for (std::size_t i = 0; i < std::size(kPlaces); ++i)
    learned.curve[i].score = news[static_cast<std::size_t>(kPlaces[i].share * static_cast<double>(news.size() - 1))];
  const auto placed = claim::Scorer::read(file_of(learned, write_empty_desk));
  if (!placed) stop(to_string(placed.error()));
  return file_of(learned, [&](model::Writer& out) { write_desk(out, corpus, *placed); });
}

}  // namespace train
