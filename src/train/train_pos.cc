#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "model/pos.h"
#include "train/files.h"
#include "train/random.h"
#include "train/train.h"
#include "train/treebank.h"

namespace train {
namespace {

using model::kPosCount;
using model::Pos;

constexpr int kPasses = 8;
constexpr std::uint32_t kRows = 1u << 17;
constexpr float kLeast = 1.3f;          // averaged weights below this are dropped: half the size, 0.2 % of the tags
constexpr float kLevels = 31;           // of a weight, on either side of nothing: a sixth smaller than 127, 0.03 % of the tags
constexpr int kOftenEnough = 20;        // a word is looked up when it was seen so often, …
constexpr double kSureEnough = 0.985;   // … nearly always with one tag

struct Sentence {
  std::vector<model::Word> words;
  std::vector<Pos> tags;
};

std::vector<Sentence> load(const std::string& folder, std::string_view ending) {
  std::vector<Sentence> sentences;
  for (const std::string& file : files_in(folder, ending)) {
    for (const TaggedSentence& tagged : read_treebank(read_file(file))) {
      Sentence s;
      for (const TaggedWord& w : tagged) {
        s.words.push_back(model::look_at(w.text));
        s.tags.push_back(w.pos);
      }
      sentences.push_back(std::move(s));
    }
  }
  return sentences;
}

// The words that nearly always have one tag, by the low bits of their hash.
std::map<std::uint32_t, Pos> known_words(const std::vector<Sentence>& sentences) {
  std::map<std::uint32_t, std::map<Pos, int>> counts;
  for (const Sentence& s : sentences)
    for (std::size_t i = 0; i < s.words.size(); ++i) ++counts[static_cast<std::uint32_t>(s.words[i].exact)][s.tags[i]];
  std::map<std::uint32_t, Pos> known;
  for (const auto& [word, tags] : counts) {
    int all = 0;
    std::pair<Pos, int> best{Pos::NN, 0};
    for (const auto& tag : tags) {
      all += tag.second;
      if (tag.second > best.second) best = tag;
    }
    if (all >= kOftenEnough && best.second >= kSureEnough * all) known[word] = best.first;
  }
  return known;
}

// Averaged perceptron (Collins 2002); `sums` holds what must be taken off for the average.
struct Perceptron {
  std::vector<float> weights = std::vector<float>(std::size_t{kRows} * kPosCount);
  std::vector<double> sums = std::vector<double>(std::size_t{kRows} * kPosCount);
  double time = 1;

  std::size_t best(const model::PosFeatures& features) const {
    float scores[kPosCount] = {};
    for (const std::uint64_t f : features) {
      const float* row = &weights[(f & (kRows - 1)) * kPosCount];
      for (std::size_t t = 0; t < kPosCount; ++t) scores[t] += row[t];
    }
    return static_cast<std::size_t>(std::max_element(scores, scores + kPosCount) - scores);
  }
  void learn(const model::PosFeatures& features, std::size_t right, std::size_t wrong) {
    for (const std::uint64_t f : features) {
      const std::size_t row = (f & (kRows - 1)) * kPosCount;
      weights[row + right] += 1;
      sums[row + right] += time;
      weights[row + wrong] -= 1;
      sums[row + wrong] -= time;
    }
  }
  std::vector<float> average() const {
    std::vector<float> out(weights.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i] = static_cast<float>(weights[i] - sums[i] / time);
      if (std::fabs(out[i]) < kLeast) out[i] = 0;
    }
    return out;
  }
};

void pass(Perceptron& p, const std::vector<Sentence>& sentences, const std::vector<std::size_t>& order,
          const std::map<std::uint32_t, Pos>& known) {
  for (const std::size_t at : order) {
    const Sentence& s = sentences[at];
    std::size_t previous = kPosCount, before_previous = kPosCount;
    for (std::size_t i = 0; i < s.words.size(); ++i) {
      std::size_t guess = 0;
      const auto k = known.find(static_cast<std::uint32_t>(s.words[i].exact));
      if (k != known.end()) {
        guess = static_cast<std::size_t>(k->second);
      } else {
        const model::PosFeatures features = model::pos_features(s.words, i, previous, before_previous);
        guess = p.best(features);
        const std::size_t right = static_cast<std::size_t>(s.tags[i]);
        if (guess != right) p.learn(features, right, guess);
      }
      p.time += 1;
      before_previous = previous;
      previous = guess;
    }
  }
}

}  // namespace

std::string train_pos(const std::string& folder) {
  const std::vector<Sentence> sentences = load(folder, ".train.conllu");
  if (sentences.empty()) stop("no *.train.conllu in " + folder);
  const std::map<std::uint32_t, Pos> known = known_words(sentences);
  std::vector<std::size_t> order(sentences.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  Perceptron perceptron;
  Random random(7);
  for (int i = 0; i < kPasses; ++i) {
    random.shuffle(order);
    pass(perceptron, sentences, order, known);
  }
  const std::vector<float> weights = perceptron.average();
  float most = 0;
  for (const float w : weights) most = std::max(most, std::fabs(w));
  model::Writer out;
  out.varint(static_cast<std::uint32_t>(known.size()));
  for (const auto& [word, pos] : known) {
    out.u32(word);
    out.u8(static_cast<std::uint32_t>(pos));
  }
  model::write_sparse(out, weights, static_cast<int>(kPosCount), most / kLevels);
  return out.file(model::pos_fingerprint());
}

void score_pos(const std::string& file, const std::string& folder) {
  const auto tagger = model::PosTagger::read(file);
  if (!tagger) stop(to_string(tagger.error()));
  for (const std::string& path : files_in(folder, ".dev.conllu")) {
    std::size_t all = 0, right = 0;
    for (const TaggedSentence& tagged : read_treebank(read_file(path))) {
      std::vector<model::Word> words;
      for (const TaggedWord& w : tagged) words.push_back(model::look_at(w.text));
      const std::vector<Pos> tags = tagger->tag(words);
      all += tags.size();
      for (std::size_t i = 0; i < tags.size(); ++i) right += tags[i] == tagged[i].pos;
    }
    std::printf("%s: %.2f %% of %zu tags\n", path.c_str(), 100.0 * static_cast<double>(right) / static_cast<double>(all), all);
  }
}

}  // namespace train
