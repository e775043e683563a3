#include <algorithm>
#include <cstdio>
#include <map>

#include "claim/judge.h"
#include "claim/scorer.h"
#include "model/hash.h"
#include "train/claim_data.h"
#include "train/files.h"
#include "train/train.h"

namespace train {
namespace {

struct Ranked {
  std::int32_t score = 0;
  bool right = false;
};

std::vector<Ranked> ranked(std::vector<Ranked> list) {
  std::stable_sort(list.begin(), list.end(), [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  return list;
}

double average_precision(const std::vector<Ranked>& list) {
  double sum = 0, right = 0, seen = 0;
  for (const Ranked& item : ranked(list)) {
    ++seen;
    if (item.right) sum += ++right / seen;
  }
  return right > 0 ? sum / right : 0;
}

double precision_at(const std::vector<Ranked>& list, std::size_t count) {
  double right = 0;
  const std::vector<Ranked> best = ranked(list);
  for (std::size_t i = 0; i < std::min(count, best.size()); ++i) right += best[i].right;
  return right / static_cast<double>(count);
}

double f1(const std::vector<Ranked>& list, std::int32_t from) {
  double hits = 0, said = 0, real = 0;
  for (const Ranked& item : list) {
    hits += item.score >= from && item.right;
    said += item.score >= from;
    real += item.right;
  }
  return hits > 0 ? 2 * hits / (said + real) : 0;
}

std::int32_t best_threshold(const std::vector<Ranked>& list) {
  std::int32_t best = 0;
  double best_f1 = -1;
  for (const Ranked& item : list) {
    const double here = f1(list, item.score);
    if (here > best_f1) best_f1 = here, best = item.score;
  }
  return best;
}

struct Scored {
  std::vector<LabelledSentence> sentences;
  std::vector<claim::Scores> scores;

  std::vector<Ranked> by_worth(std::string_view label) const {
    std::vector<Ranked> out;
    for (std::size_t i = 0; i < scores.size(); ++i) out.push_back({scores[i].worth, sentences[i].label == label});
    return out;
  }
};

// What the same features reach where speeches are known too. Only a figure: these weights do not ship.
double accuracy_with_own_data(const std::string& folder) {
  std::vector<SparseVector> vectors;
  std::vector<bool> labels;
  const auto add = [&](const char* path, std::string_view no) {
    const std::vector<LabelledSentence> sentences = read_sentences(folder + path);
    for (SparseVector& x : vectors_of(sentences)) vectors.push_back(std::move(x));
    for (const LabelledSentence& s : sentences) labels.push_back(s.label != no);
  };
  for (int twice = 0; twice < 2; ++twice) add("/policlaim/train.jsonl", "NOT");
  add("/policlaim/train_silver.jsonl", "NOT");
  std::vector<const SparseVector*> examples;
  for (const SparseVector& x : vectors) examples.push_back(&x);
  constexpr double kCost = 2;
  const LinearModel model = learn_logistic(examples, labels, claim::kRows, kCost);
  const std::vector<LabelledSentence> tested = read_sentences(folder + "/policlaim/dev.jsonl");
  const std::vector<SparseVector> seen = vectors_of(tested);
  double right = 0;
  for (std::size_t i = 0; i < tested.size(); ++i) right += (model.score(seen[i]) > 0) == (tested[i].label == "FACTUAL");
  return right / static_cast<double>(tested.size());
}

// ClaimBuster's 2.5xNCS: of those sentences whose labels are agreed on, all that are worth checking and two and a half times as many others,
// here those with the smallest hashes; four parts by hash, each scored by what is learned from the others.
struct TwoSides {
  double worth_checking = 0, mean = 0;  // F1
};
TwoSides two_sides(const std::string& folder) {
  std::vector<LabelledSentence> all = read_sentences(folder + "/claimbuster/train.jsonl");
  for (LabelledSentence& s : read_sentences(folder + "/claimbuster/dev.jsonl")) all.push_back(std::move(s));
  all.erase(std::remove_if(all.begin(), all.end(), [](const LabelledSentence& s) { return !s.agreed; }), all.end());
  std::stable_sort(all.begin(), all.end(), [](const LabelledSentence& a, const LabelledSentence& b) { return model::hash(a.text) < model::hash(b.text); });
  const auto is_worth = [](const LabelledSentence& s) { return s.label == "CFS"; };
  auto others = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_worth)) * 5 / 2;
  std::vector<LabelledSentence> kept;
  for (LabelledSentence& s : all)
    if (is_worth(s) || others > 0) {
      others -= !is_worth(s);
      kept.push_back(std::move(s));
    }
  constexpr std::size_t kFolds = 4;
  constexpr double kCost = 6;
  const std::vector<SparseVector> vectors = vectors_of(kept);
  double found[2][2] = {};
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<const SparseVector*> examples;
    std::vector<bool> labels;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (i % kFolds == fold) continue;
      examples.push_back(&vectors[i]);
      labels.push_back(is_worth(kept[i]));
    }
    const LinearModel model = learn_logistic(examples, labels, claim::kRows, kCost);
    for (std::size_t i = fold; i < kept.size(); i += kFolds) ++found[is_worth(kept[i])][model.score(vectors[i]) > 0];
  }
  const double worth = 2 * found[1][1] / (2 * found[1][1] + found[0][1] + found[1][0]);
  const double other = 2 * found[0][0] / (2 * found[0][0] + found[0][1] + found[1][0]);
  return {worth, (worth + other) / 2};
}

}  // namespace

void score_claims(const std::string& file, const std::string& folder) {
  const auto scorer = claim::Scorer::read(file);
  if (!scorer) stop(to_string(scorer.error()));
  const auto score = [&](const std::string& path) {
    Scored out{read_sentences(folder + path), {}};
    for (const LabelledSentence& s : out.sentences)
      out.scores.push_back(scorer->score(claim::features_of(claim::passage(s.text), claim::passage(s.before))));
    return out;
  };

  const Scored debates = score("/claimbuster/dev.jsonl");
  std::map<std::string, std::vector<Ranked>> by_debate;
  for (std::size_t i = 0; i < debates.scores.size(); ++i)
    by_debate[debates.sentences[i].doc].push_back({debates.scores[i].worth, debates.sentences[i].label == "CFS"});
  double at_50 = 0;
  for (const auto& [doc, list] : by_debate) at_50 += precision_at(list, 50) / static_cast<double>(by_debate.size());
  std::printf("ClaimBuster dev   worth checking: average precision %.4f, mean precision at 50 %.3f\n", average_precision(debates.by_worth("CFS")), at_50);

  const auto f1_by_itself = [&](const Scored& scored, std::string_view label) {
    std::vector<Ranked> list;
    for (std::size_t i = 0; i < scored.scores.size(); ++i)
      list.push_back({scorer->millionths_by_itself(scored.scores[i].worth), scored.sentences[i].label == label});
    return f1(list, 500000);
  };
  std::printf("ClaimBuster dev   from 0.5 on: F1 %.4f\n", f1_by_itself(debates, "CFS"));
  const TwoSides sides = two_sides(folder);
  std::printf("ClaimBuster 2.5xNCS, four folds: F1 %.4f (worth checking), %.4f (mean of both sides)\n", sides.worth_checking, sides.mean);
  const Scored sentences = score("/ct24_task1_en/devtest.jsonl");
  const std::vector<Ranked> tested = sentences.by_worth("CW");
  std::printf("CT24 devtest      worth checking: F1 %.4f (from 0.5 on), %.4f (best threshold), average precision %.4f\n",
              f1_by_itself(sentences, "CW"), f1(tested, best_threshold(tested)), average_precision(tested));

  const Scored speeches = score("/policlaim/dev.jsonl");
  double right = 0, strict = 0, judged = 0;
  for (std::size_t i = 0; i < speeches.scores.size(); ++i) {
    const LabelledSentence& sentence = speeches.sentences[i];
    const bool fact = sentence.label == "FACTUAL";
    right += fact == scorer->partly_verifiable(speeches.scores[i].verifiable);
    strict += fact == scorer->wholly_verifiable(speeches.scores[i].verifiable);
    judged += fact == (claim::judge(claim::passage(sentence.text), claim::passage(sentence.before), *scorer).verifiable.name() != "no");
  }
  const auto count = static_cast<double>(speeches.scores.size());
  std::printf("PoliClaim dev     verifiable: accuracy %.4f (at least partly), %.4f (wholly); with types %.4f; learned with its own training parts %.4f\n",
              right / count, strict / count, judged / count, accuracy_with_own_data(folder));
}

}  // namespace train
