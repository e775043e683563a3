#include <algorithm>
#include <cmath>
#include <cstdio>

#include "quote/tagger.h"
#include "quote/tagger_features.h"
#include "train/files.h"
#include "train/gold_labels.h"
#include "train/network_store.h"
#include "train/network_trainer.h"
#include "train/quantise.h"
#include "train/ranker_trainer.h"
#include "train/train.h"

namespace train {
namespace {

using quote::Label;

constexpr float kUnit = 1 << model::kScoreBits;

bool may_follow(int before, int next) { return quote::may_follow(static_cast<Label>(before), static_cast<Label>(next)); }

NetworkPlan plan_for_tagger() {
  NetworkPlan plan;
  plan.labels = quote::kLabelCount;
  plan.tables = static_cast<int>(quote::kTableCount);
  plan.rows = quote::kRowCount;
  for (std::size_t t = 0; t < quote::kTableCount; ++t)
    plan.hidden_row.push_back(quote::kTables[t].lexical ? quote::first_row(t) + quote::kTables[t].rows : 0);
  plan.may_follow = may_follow;
  return plan;
}

Sequence sequence_of(const Example& e, const std::vector<quote::Features>& features, quote::TokenRange range) {
  Sequence s;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    s.rows.insert(s.rows.end(), features[i].begin(), features[i].end());
    Label label = e.labels[i];
    if (i == range.begin && !quote::may_follow(Label::none, label)) label = static_cast<Label>(static_cast<int>(label) - 1);
    s.labels.push_back(static_cast<std::uint8_t>(label));
  }
  return s;
}

quote::Transitions transitions_of(const NetworkPlan& plan, const Parameters& p) {
  const Layout layout(plan.rows);
  quote::Transitions out;
  for (int b = 0; b < plan.labels; ++b) {
    const auto i = static_cast<std::size_t>(b);
    out.start[i] = static_cast<std::int32_t>(std::lround(p[layout.start + i] * kUnit));
    for (std::size_t y = 0; y < static_cast<std::size_t>(plan.labels); ++y)
      out.follow[i][y] = static_cast<std::int32_t>(std::lround(p[layout.follow + i * static_cast<std::size_t>(plan.labels) + y] * kUnit));
  }
  return out;
}

// F1 of pieces that are the same to the token, in percent.
struct PieceScore {
  std::size_t gold = 0, found = 0, right = 0;

  void add(const std::vector<Label>& g, const std::vector<Label>& f, Label begin) {
    const std::vector<quote::TokenRange> a = quote::pieces(g, begin), b = quote::pieces(f, begin);
    gold += a.size();
    found += b.size();
    for (const quote::TokenRange r : b) right += std::find(a.begin(), a.end(), r) != a.end();
  }
  double f1() const { return 200.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(gold + found, 1)); }
};

// The scores that a network in floats gives, as whole numbers.
std::vector<quote::Scores> scores_of(const NetworkPlan& plan, const Parameters& p, const Example& e) {
  const std::vector<quote::Features> features = quote::features_of(e.text);
  std::vector<quote::Scores> scores;
  for (const quote::TokenRange range : quote::sequences_of(e.text)) {
    const std::vector<float> floats = emissions(plan, p, sequence_of(e, features, range));
    for (std::size_t i = 0; i < range.size(); ++i) {
      scores.push_back({});
      for (std::size_t y = 0; y < quote::kLabelCount; ++y) scores.back()[y] = static_cast<std::int32_t>(std::lround(floats[i * kOut + y] * kUnit));
    }
  }
  return scores;
}

void report(const NetworkPlan& plan, const Parameters& p, const std::vector<Example>& examples) {
  const quote::Transitions transitions = transitions_of(plan, p);
  PieceScore source, cue, content;
  for (const Example& e : examples) {
    const std::vector<Label> labels = quote::readings_of(scores_of(plan, p, e), transitions, quote::sequences_of(e.text))[0];
    source.add(e.labels, labels, Label::source_begin);
    cue.add(e.labels, labels, Label::cue_begin);
    content.add(e.labels, labels, Label::content_begin);
  }
  std::printf("pieces, exact F1: source %.1f, cue %.1f, content %.1f\n", source.f1(), cue.f1(), content.f1());
}

template <typename Use>
Parameters train_on(const NetworkPlan& plan, const std::vector<Example>& examples, const std::string& networks, Use use) {
  std::vector<Sequence> sequences;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (!use(i)) continue;
    const std::vector<quote::Features> features = quote::features_of(examples[i].text);
    for (const quote::TokenRange range : quote::sequences_of(examples[i].text)) sequences.push_back(sequence_of(examples[i], features, range));
  }
  return trained_network(plan, sequences, networks);
}

// Two networks, each of which has seen half of the articles, give the candidates of the other half: what a
// network has learned by heart would teach the ranker too much trust.
RankerWeights ranker_for(const NetworkPlan& plan, const std::vector<Example>& examples, const std::string& networks) {
  std::vector<RankedExample> candidates;
  for (std::size_t half = 0; half < 2; ++half) {
    const Parameters p = train_on(plan, examples, networks, [&](std::size_t i) { return i % 2 != half; });
    const quote::Transitions transitions = transitions_of(plan, p);
    for (std::size_t i = half; i < examples.size(); i += 2) add_candidates(examples[i], scores_of(plan, p, examples[i]), transitions, candidates);
  }
  return train_ranker(candidates);
}

}  // namespace

std::string train_attribution(const std::string& folder, const std::string& pos_file, const AttributionOptions& o) {
  const auto pos = model::PosTagger::read(pos_file);
  if (!pos) stop(to_string(pos.error()));
  std::vector<Example> examples = read_examples(folder + "/train.jsonl", *pos);
  if (o.articles > 0 && o.articles < examples.size()) examples.resize(o.articles);
  if (!o.also.empty())
    for (Example& e : read_examples(o.also, *pos)) examples.push_back(std::move(e));
  if (o.half >= 0) {
    std::vector<Example> kept;
    for (std::size_t i = static_cast<std::size_t>(o.half); i < examples.size(); i += 2) kept.push_back(std::move(examples[i]));
    examples = std::move(kept);
  }
  std::vector<Example> held_out = read_examples(folder + "/dev.jsonl", *pos);
  const std::vector<quote::CueWord> cue_words = learn_cue_words(examples);
  mark_cues(examples, cue_words);
  mark_cues(held_out, cue_words);
  NetworkPlan plan = plan_for_tagger();
  plan.seed = o.seed;
  const Parameters p = train_on(plan, examples, o.networks, [](std::size_t) { return true; });
  report(plan, p, held_out);
  const RankerWeights ranker = ranker_for(plan, examples, o.networks);
  model::Writer out;
  out.varint(static_cast<std::uint32_t>(cue_words.size()));
  for (const quote::CueWord& word : cue_words) {
    out.u32(word.word);
    out.u8(word.strength);
    out.u8(word.attitude);
  }
  const quote::Transitions transitions = transitions_of(plan, p);
  for (const std::int32_t score : transitions.start) out.u32(static_cast<std::uint32_t>(score));
  for (const quote::Scores& scores : transitions.follow)
    for (const std::int32_t score : scores) out.u32(static_cast<std::uint32_t>(score));
  std::vector<std::uint32_t> table_rows;
  for (const quote::FeatureTable& table : quote::kTables) table_rows.push_back(table.rows + 1);
  write_network(out, plan, table_rows, p);
  write_ranker(out, ranker);
  return out.file(quote::attribution_fingerprint());
}

}  // namespace train
