#include "train/ranker_trainer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "quote/tagger_features.h"
#include "train/random.h"

namespace train {
namespace {

using quote::Linked;
using quote::TaggedText;

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
    for (const std::uint64_t h : hashes) example.rows.push_back(static_cast<std::uint32_t>(h) & (kRankerRows - 1));
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

std::vector<float> train_ranker(const std::vector<RankedExample>& examples) {
  constexpr int kPasses = 2, kOutputs = quote::kRankerOutputs;
  constexpr std::size_t kEvery = 5000;  // examples between two looks at the weights, for their average
  constexpr float kRate = 0.1f;
  std::vector<float> weights(std::size_t{kRankerRows} * kOutputs), squares(weights.size(), 1e-3f);
  std::vector<double> sums(weights.size());
  std::vector<std::size_t> order(examples.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  Random random(1);
  std::size_t step = 0, looks = 0;
  for (int pass = 0; pass < kPasses; ++pass) {
    random.shuffle(order);
    double loss = 0;
    for (const std::size_t i : order) {
      const RankedExample& e = examples[i];
      for (int k = 0; k < kOutputs; ++k) {
        float score = 0;
        for (const std::uint32_t row : e.rows) score += weights[row * kOutputs + static_cast<std::size_t>(k)];
        const float miss = (e.right[k] ? 1.0f : 0.0f) - 1 / (1 + std::exp(-score));
        loss -= std::log(std::max(1e-6f, 1 - std::fabs(miss)));
        if (std::fabs(miss) < 1e-3f) continue;
        for (const std::uint32_t row : e.rows) {
          const std::size_t w = row * kOutputs + static_cast<std::size_t>(k);
          squares[w] += miss * miss;
          weights[w] += kRate * miss / std::sqrt(squares[w]);
        }
      }
      if (++step % kEvery == 0 && step > order.size() / 2) {
        for (std::size_t w = 0; w < weights.size(); ++w) sums[w] += weights[w];
        ++looks;
      }
    }
    std::fprintf(stderr, "ranker, pass %d: %zu candidates, loss %.4f\n", pass + 1, examples.size(), loss / static_cast<double>(std::max<std::size_t>(order.size(), 1) * kOutputs));
  }
  if (looks > 0)
    for (std::size_t w = 0; w < weights.size(); ++w) weights[w] = static_cast<float>(sums[w] / static_cast<double>(looks));
  return weights;
}

}  // namespace train
