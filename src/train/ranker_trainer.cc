#include "train/ranker_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "quote/tagger_features.h"
#include "train/random.h"

namespace train {
namespace {

using quote::Linked;
using quote::TaggedText;

constexpr std::uint32_t kRows = 1u << kRankerBits;
constexpr std::size_t kWidth = kRankerWidth, kOutputs = quote::kRankerOutputs;

// The words of a content: no signs, and without a leading “that”, which some schemes count and some do not.
using Words = std::vector<std::uint32_t>;

void drop_lead(const TaggedText& text, Words& words) {
  static const std::uint64_t leads[] = {model::look_at("that").normal, model::look_at("to").normal, model::look_at("whether").normal, model::look_at("if").normal};
  if (words.size() > 1 && std::find(std::begin(leads), std::end(leads), text.tokens[words[0]].word.normal) != std::end(leads)) words.erase(words.begin());
}

Words words_of(const TaggedText& text, const std::vector<quote::TokenRange>& pieces) {
  Words words;
  for (const quote::TokenRange r : pieces)
    for (std::uint32_t i = r.begin; i < r.end; ++i)
      if (text.tokens[i].is_word) words.push_back(i);
  drop_lead(text, words);
  return words;
}

Words words_of(const TaggedText& text, const std::vector<text::Span>& spans) {
  Words words;
  for (const text::Span span : spans) {
    auto at = std::lower_bound(text.tokens.begin(), text.tokens.end(), span.begin, [](const quote::TaggedToken& t, std::uint32_t b) { return t.span.begin < b; });
    for (; at != text.tokens.end() && at->span.begin < span.end; ++at)
      if (at->is_word) words.push_back(static_cast<std::uint32_t>(at - text.tokens.begin()));
  }
  drop_lead(text, words);
  return words;
}

std::size_t shared_words(const Words& a, const Words& b) {
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) {
      ++shared;
      ++x;
      ++y;
    } else if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  return shared;
}

bool sources_meet(const TaggedText& text, const Linked& found, const format::GoldAttribution& gold) {
  if (!found.source) return gold.source.empty();
  const text::Span span{text.tokens[found.source->begin].span.begin, text.tokens[found.source->end - 1].span.end};
  return std::any_of(gold.source.begin(), gold.source.end(), [&](text::Span s) { return text::overlaps(s, span); });
}

// The network while it learns. What a gradient has been so far sets how far the next one may go.
class Learner {
 public:
  explicit Learner(Random& random) {
    const auto fill = [&](Part& part, std::size_t size, float spread) {
      part.value.resize(size);
      for (float& x : part.value) x = (random.unit() + random.unit() + random.unit() + random.unit() - 2) * 1.732f * spread;
      part.square.assign(size, 1e-2f);
      part.sum.assign(size, 0);
    };
    fill(rows_, std::size_t{kRows} * kWidth, 0.04f);
    fill(hidden_, kWidth, 0);
    std::fill(hidden_.value.begin(), hidden_.value.end(), 0.1f);
    fill(weights_, kWidth * kOutputs, 0.2f);
    fill(bias_, kOutputs, 0);
  }

  // One step; the loss before it.
  double learn(const std::vector<std::uint32_t>& rows, const bool* right, float rate) {
    std::array<float, kWidth> sums, d_sums{};
    std::copy(hidden_.value.begin(), hidden_.value.end(), sums.begin());
    for (const std::uint32_t row : rows)
      for (std::size_t i = 0; i < kWidth; ++i) sums[i] += rows_.value[row * kWidth + i];
    std::array<float, kOutputs> misses{};
    double loss = 0;
    float most = 0;
    for (std::size_t o = 0; o < kOutputs; ++o) {
      float score = bias_.value[o];
      for (std::size_t i = 0; i < kWidth; ++i) score += std::max(sums[i], 0.0f) * weights_.value[i * kOutputs + o];
      misses[o] = (right[o] ? 1.0f : 0.0f) - 1 / (1 + std::exp(-score));
      loss -= std::log(std::max(1e-6f, 1 - std::fabs(misses[o])));
      most = std::max(most, std::fabs(misses[o]));
    }
    if (most < 1e-3f) return loss;
    for (std::size_t i = 0; i < kWidth; ++i) {
      if (sums[i] <= 0) continue;
      for (std::size_t o = 0; o < kOutputs; ++o) {
        d_sums[i] += misses[o] * weights_.value[i * kOutputs + o];
        weights_.move(i * kOutputs + o, misses[o] * sums[i], rate);
      }
      hidden_.move(i, d_sums[i], rate);
    }
    for (std::size_t o = 0; o < kOutputs; ++o) bias_.move(o, misses[o], rate);
    for (const std::uint32_t row : rows)
      for (std::size_t i = 0; i < kWidth; ++i) rows_.move(row * kWidth + i, d_sums[i], rate);
    return loss;
  }

  // Notes the weights for their average.
  void look() {
    ++looks_;
    for (Part* part : {&rows_, &hidden_, &weights_, &bias_})
      for (std::size_t i = 0; i < part->value.size(); ++i) part->sum[i] += part->value[i];
  }

  RankerWeights average() const {
    const auto mean = [&](const Part& part) {
      std::vector<float> out = part.value;
      for (std::size_t i = 0; i < out.size() && looks_ > 0; ++i) out[i] = static_cast<float>(part.sum[i] / looks_);
      return out;
    };
    return {mean(rows_), mean(hidden_), mean(weights_), mean(bias_)};
  }

 private:
  struct Part {
    std::vector<float> value, square;
    std::vector<double> sum;

    void move(std::size_t i, float gradient, float rate) {
      square[i] += gradient * gradient;
      value[i] += rate * gradient / std::sqrt(square[i]);
    }
  };
  Part rows_, hidden_, weights_, bias_;
  int looks_ = 0;
};

}  // namespace

void add_candidates(const Example& e, const std::vector<quote::Scores>& scores, const quote::Transitions& transitions, std::vector<RankedExample>& out) {
  const std::vector<quote::TokenRange> sequences = quote::sequences_of(e.text);
  const quote::Readings readings = quote::readings_of(scores, transitions, sequences);
  const quote::Lattice lattice(scores, transitions, sequences);
  const quote::RankerFeatures features(e.text, readings, lattice);
  std::vector<Words> gold;
  for (const format::GoldAttribution& a : e.gold.attributions) gold.push_back(a.nested ? Words() : words_of(e.text, a.content));
  std::vector<std::uint64_t> hashes;
  for (const quote::Candidate& candidate : quote::candidates_of(e.text, e.findings, readings, lattice)) {
    RankedExample example;
    features.of(candidate, hashes);
    for (const std::uint64_t h : hashes) example.rows.push_back(static_cast<std::uint32_t>(h) & (kRows - 1));
    const Words words = words_of(e.text, candidate.linked.content);
    double best = 0;
    for (std::size_t g = 0; g < gold.size(); ++g) {
      if (gold[g].empty() || words.empty() || gold[g].front() > words.back() || gold[g].back() < words.front()) continue;
      const auto common = static_cast<double>(shared_words(words, gold[g]));
      const double likeness = common / (static_cast<double>(words.size() + gold[g].size()) - common);
      if (common == 0 || likeness <= best || common / static_cast<double>(std::min(words.size(), gold[g].size())) < 0.5) continue;
      best = likeness;
      example.right[quote::kExact] = words == gold[g];
      example.right[quote::kFound] = likeness >= 0.3;
      example.right[quote::kSourceRight] = likeness >= 0.3 && sources_meet(e.text, candidate.linked, e.gold.attributions[g]);
    }
    out.push_back(std::move(example));
  }
}

RankerWeights train_ranker(const std::vector<RankedExample>& examples) {
  constexpr int kPasses = 3;
  constexpr std::size_t kLooks = 20;  // at the weights in a pass, for their average
  constexpr float kRate = 0.05f, kLeastRate = 0.1f;
  constexpr std::uint64_t kHiddenShare = 25;  // of 256
  Random random(1);
  Learner learner(random);
  std::vector<std::size_t> order(examples.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const std::size_t total = std::max<std::size_t>(order.size() * kPasses, 1), every = std::max<std::size_t>(order.size() / kLooks, 1);
  std::size_t step = 0;
  std::vector<std::uint32_t> shown;
  for (int pass = 0; pass < kPasses; ++pass) {
    random.shuffle(order);
    double loss = 0;
    for (const std::size_t i : order) {
      shown.clear();
      std::uint64_t bits = 0;
      for (std::size_t k = 0; k < examples[i].rows.size(); ++k, bits >>= 8) {
        if (k % 8 == 0) bits = random.next();
        if ((bits & 255) >= kHiddenShare) shown.push_back(examples[i].rows[k]);
      }
      ++step;
      const float rate = kRate * (1 - (1 - kLeastRate) * static_cast<float>(step) / static_cast<float>(total));
      loss += learner.learn(shown, examples[i].right, rate);
      if (step % every == 0 && step > total / 2) learner.look();
    }
    std::fprintf(stderr, "ranker, pass %d: %zu candidates, loss %.4f\n", pass + 1, examples.size(), loss / static_cast<double>(std::max<std::size_t>(order.size(), 1) * kOutputs));
  }
  return learner.average();
}

void write_ranker(model::Writer& out, const RankerWeights& w) {
  constexpr float kLevels = 7;  // few steps pack well and cost nothing: hundreds of rows are summed
  float most = 1e-6f;
  for (const float x : w.rows) most = std::max(most, std::fabs(x));
  // The step that loses least in all; what lies beyond the last level is held there.
  float step = most / kLevels;
  double least = -1;
  for (int part = 20; part > 2; --part) {
    const float tried = most * static_cast<float>(part) / (20 * kLevels);
    double lost = 0;
    for (const float x : w.rows) lost += std::pow(x - tried * std::clamp(std::round(x / tried), -kLevels, kLevels), 2.0);
    if (least >= 0 && lost >= least) continue;
    least = lost;
    step = tried;
  }
  const auto put = [&](float value) { out.u32(static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value)))); };
  out.u8(kRankerBits);
  out.u8(kRankerWidth);
  out.u8(kOutputs);
  std::string rows;
  for (const float x : w.rows) rows.push_back(static_cast<char>(std::lround(std::clamp(x / step, -kLevels, kLevels))));
  out.append(rows);
  for (const float x : w.hidden) put(x / step);
  for (const float x : w.weights) put(x * step * (1 << 20));
  for (const float x : w.bias) put(x * (1 << model::kFeatureBits));
}

}  // namespace train
