#include "train/train_desk.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "claim/claim.h"
#include "claim/desk.h"
#include "claim/facts.h"
#include "claim/judge.h"
#include "document/band.h"
#include "extract/extract.h"
#include "quote/quote.h"
#include "speaker/speaker.h"
#include "train/corpus.h"
#include "train/files.h"
#include "train/logistic.h"
#include "train/score_marked_claims.h"

namespace train {
namespace {

using claim::kDeskClasses;
using document::Document;

constexpr std::size_t kRows = std::size_t{1} << claim::kDeskRowBits;
constexpr std::size_t kFolds = 4;
constexpr double kClaimCost = 0.03, kBandCost = 0.01, kTypeCost = 0.1;
constexpr double kLargest = 16;  // steps of the largest weight

struct Example {
  std::size_t article = 0;
  std::vector<std::uint64_t> signs;
  // What each of those who marked the article says: nobody, or a type and a band.
  struct Word {
    bool is_claim = false;
    std::size_t type = 0;
    int band = 0;
  };
  std::vector<Word> words;
  bool own_marks = false;  // among quotations that the program found itself, as it will be used
};

std::size_t type_row(const document::ClaimType& type) {
  for (std::size_t i = 0; i < claim::kDeskTypes; ++i)
    if (claim::type_name(i) == type.name()) return i;
  stop("no claim type " + type.name());
}

// The statements of `d`, each with what the marks say of it.
void add_examples(std::vector<Example>& out, std::size_t article, const Document& d, const MarkedArticle& marked, bool own_marks, const claim::Scorer& scorer) {
  const claim::Background background(d);
  Document found = d;
  found.claims = {};
  std::vector<Example> mine;
  const std::vector<claim::Statement> statements = claim::statements(d);
  const claim::Judgements seen = claim::judge_all(background, statements, scorer);
  const claim::Survey survey(d, seen.sightings);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    mine.push_back({.article = article, .signs = survey.signs(i), .words = {}, .own_marks = own_marks});
    found.claims.push_back({.id = document::ClaimId("c" + std::to_string(mine.size())), .spans = {statements[i].span}});
  }
  for (const Document* pass : {&marked.gold, &marked.second}) {
    if (pass->claims.empty()) continue;
    for (Example& e : mine) e.words.push_back({});
    for (const ClaimPair& p : claim_pairs(*pass, found)) {
      const document::Claim& c = pass->claims[p.marked];
      mine[p.found].words.back() = {true, type_row(c.type), static_cast<int>(document::band_of(c.checkworthiness.value_or(0)))};
    }
  }
  for (Example& e : mine) out.push_back(std::move(e));
}

// Signs that few examples have cost bytes and tell little. Each statement is an example twice.
std::vector<SparseVector> vectors_of(const std::vector<Example>& examples) {
  constexpr int kSeldom = 18;
  std::vector<int> counts(kRows);
  for (const Example& e : examples)
    for (const std::uint64_t sign : e.signs) ++counts[sign];
  std::vector<SparseVector> out(examples.size());
  for (std::size_t i = 0; i < examples.size(); ++i)
    for (const std::uint64_t sign : examples[i].signs)
      if (counts[sign] >= kSeldom) out[i].push_back({static_cast<std::uint32_t>(sign), 1.0f});
  return out;
}

struct Models {
  std::vector<LinearModel> classes;

  double score(std::size_t c, const SparseVector& x) const { return classes[c].score(x); }
};

template <typename Wanted>
Models learn(const std::vector<Example>& examples, const std::vector<SparseVector>& vectors, Wanted wanted) {
  Models out;
  const auto put = [&](double cost, const std::vector<SparseVector>& vectors, auto label_of) {
    std::vector<const SparseVector*> xs;
    std::vector<bool> labels;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (!wanted(examples[i])) continue;
      for (const Example::Word& word : examples[i].words) {
        const int label = label_of(word);
        if (label < 0) continue;
        xs.push_back(&vectors[i]);
        labels.push_back(label > 0);
      }
    }
    out.classes.push_back(learn_logistic(xs, labels, kRows, cost));
  };
  put(kClaimCost, vectors, [](const Example::Word& w) { return static_cast<int>(w.is_claim); });
  for (const int band : {1, 2}) put(kBandCost, vectors, [band](const Example::Word& w) { return w.is_claim ? static_cast<int>(w.band >= band) : -1; });
  std::vector<SparseVector> without_place = vectors;
  for (SparseVector& x : without_place)
    x.erase(std::find_if(x.begin(), x.end(), [](const auto& entry) { return entry.first >= claim::kPlaceRows; }), x.end());
  for (std::size_t t = 0; t < claim::kDeskTypes; ++t) put(kTypeCost, without_place, [t](const Example::Word& w) { return w.is_claim ? static_cast<int>(w.type == t) : -1; });
  return out;
}

struct Divisions {
  double claim = 0, medium = 0, high = 0;
};

// The score that as many are above as people put there.
double division(std::vector<double> scores, std::size_t above) {
  std::sort(scores.begin(), scores.end(), std::greater<>());
  return scores.empty() ? 0 : scores[std::min(above, scores.size() - 1)];
}

// Where to divide, by articles that were not learned from.
Divisions divide(const std::vector<Example>& examples, const std::vector<SparseVector>& vectors, std::size_t marked) {
  struct Seen {
    double claim, medium, high;
    std::size_t type;
    const Example::Word* word;
  };
  std::vector<Seen> seen;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const Models others = learn(examples, vectors, [&](const Example& e) { return e.article % kFolds != fold; });
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (examples[i].article % kFolds != fold || !examples[i].own_marks) continue;
      std::size_t type = 0;
      for (std::size_t t = 1; t < claim::kDeskTypes; ++t)
        if (others.score(claim::kFirstType + t, vectors[i]) > others.score(claim::kFirstType + type, vectors[i])) type = t;
      seen.push_back({others.score(claim::kIsClaim, vectors[i]), others.score(claim::kIsMedium, vectors[i]), others.score(claim::kIsHigh, vectors[i]), type,
                      &examples[i].words.front()});
    }
  }
  std::stable_sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) { return a.claim > b.claim; });
  Divisions out;
  double best = 0, hits = 0, best_hits = 0;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    hits += seen[i].word->is_claim;
    const double f1 = 2 * hits / static_cast<double>(i + 1 + marked);
    if (f1 > best) best = f1, best_hits = hits, kept = i + 1, out.claim = seen[i].claim;
  }
  std::vector<double> medium, high;
  std::size_t of_medium = 0, of_high = 0, right_type = 0;
  for (std::size_t i = 0; i < kept; ++i) {
    if (!seen[i].word->is_claim) continue;
    medium.push_back(seen[i].medium);
    high.push_back(seen[i].high);
    of_medium += seen[i].word->band >= 1;
    of_high += seen[i].word->band >= 2;
    right_type += seen[i].type == seen[i].word->type;
  }
  out.medium = division(medium, of_medium);
  out.high = division(high, of_high);
  ClaimScore score;
  for (std::size_t i = 0; i < kept; ++i)
    if (seen[i].word->is_claim) ++score.bands[seen[i].word->band][seen[i].high > out.high ? 2 : seen[i].medium > out.medium ? 1 : 0];
  std::printf("own articles, four folds   P %.3f  R %.3f  type %.3f  bands: kappa %.3f\n", best_hits / static_cast<double>(kept), best_hits / static_cast<double>(marked),
              static_cast<double>(right_type) / best_hits, score.kappa());
  return out;
}

void write(model::Writer& out, const Models& models, const Divisions& divisions) {
  double largest = 0;
  for (const LinearModel& m : models.classes)
    for (const double w : m.weights) largest = std::max(largest, std::fabs(w));
  const double step = std::max(largest, 1e-6) / kLargest;
  const auto steps = [&](double score) { return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(score / step))); };
  for (const double from : {divisions.claim, divisions.medium, divisions.high}) out.u32(steps(from));
  for (const LinearModel& m : models.classes) out.u32(steps(m.bias));
  std::vector<float> rows(kRows * kDeskClasses);
  for (std::size_t c = 0; c < kDeskClasses; ++c)
    for (std::size_t row = 0; row < kRows; ++row) rows[row * kDeskClasses + c] = static_cast<float>(models.classes[c].weights[row]);
  model::write_sparse(out, rows, static_cast<int>(kDeskClasses), static_cast<float>(step));
}

}  // namespace

void write_empty_desk(model::Writer& out) {
  Models none{std::vector<LinearModel>(kDeskClasses)};
  for (LinearModel& m : none.classes) m.weights.assign(kRows, 0);
  write(out, none, {});
}

void write_desk(model::Writer& out, const std::string& folder, const claim::Scorer& scorer) {
  std::vector<Example> examples;
  std::size_t article = 0, marked = 0;
  for (const MarkedArticle& one : read_corpus(folder)) {
    const std::string bytes(one.gold.article.text.view());
    Document found{.article = extract::article({.bytes = bytes, .kind = extract::Kind::text}).article};
    found = speaker::find_speakers(quote::find_quotations(std::move(found)));
    add_examples(examples, article, found, one, true, scorer);
    add_examples(examples, article, one.gold, one, false, scorer);
    ++article;
    marked += one.gold.claims.size();
  }
  if (examples.empty()) stop(folder + ": no articles to learn from");
  const std::vector<SparseVector> vectors = vectors_of(examples);
  const Divisions divisions = divide(examples, vectors, marked);
  write(out, learn(examples, vectors, [](const Example&) { return true; }), divisions);
}

}  // namespace train
