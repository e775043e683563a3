#include "claim/judge.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "rules/table.h"

namespace claim {
namespace {

constexpr std::size_t kMostReasons = 4;
constexpr int kLeastShare = 5;  // a reason with less than a fifth of the first one's weight decided nothing

struct TypeRow {
  std::string name, verifiable;
};

struct Pattern {
  std::unique_ptr<RE2> pattern;
  const TypeRow* type = nullptr;
  int worth = 0;  // added, in thousandths
};

const std::vector<TypeRow>& type_rows() {
  static const std::vector<TypeRow> all = [] {
    std::vector<TypeRow> read;
    const rules::Table table = rules::load("rules/claim_types.tsv");
    for (const auto& row : table.rows)
      read.push_back({std::string(table.cell(row, "type")), std::string(table.cell(row, "verifiable"))});
    return read;
  }();
  return all;
}

const TypeRow& type_row(std::string_view name) {
  for (const TypeRow& row : type_rows())
    if (row.name == name) return row;
  std::fprintf(stderr, "rules/claim_types.tsv: has no type %.*s\n", static_cast<int>(name.size()), name.data());
  std::abort();
}

// Rows of one type and worth that follow each other are one pattern: one pass instead of many.
const std::vector<Pattern>& patterns() {
  static const std::vector<Pattern> all = [] {
    struct Joined {
      std::string type, worth, pattern;
    };
    std::vector<Joined> joined;
    const rules::Table table = rules::load("rules/en/claim_patterns.tsv");
    for (const auto& row : table.rows) {
      Joined now{std::string(table.cell(row, "type")), std::string(table.cell(row, "worth")), std::string(table.cell(row, "pattern"))};
      if (!joined.empty() && joined.back().type == now.type && joined.back().worth == now.worth) joined.back().pattern += "|" + now.pattern;
      else joined.push_back(std::move(now));
    }
    std::vector<Pattern> read;
    for (const Joined& row : joined) {
      read.push_back({std::make_unique<RE2>(row.pattern), &type_row(row.type), std::atoi(row.worth.c_str())});
      if (!read.back().pattern->ok()) {
        std::fprintf(stderr, "%s: %s: %s\n", table.path.c_str(), row.type.c_str(), read.back().pattern->error().c_str());
        std::abort();
      }
    }
    return read;
  }();
  return all;
}

// The row that the statement matches first; the last row matches whatever has a word.
const Pattern& pattern_of(std::string_view statement) {
  const std::string lowered = small(statement);
  for (const Pattern& row : patterns())
    if (RE2::PartialMatch(lowered, *row.pattern)) return row;
  return patterns().back();
}

// The classes that have words for a person and that weighed in favour: with their own weight, and with
// that of the words that belong to them.
std::vector<std::string> reasons(const Passage& statement, const std::vector<Feature>& features, const Scorer& scorer) {
  std::vector<int> word_weight(statement.words.size(), 0);
  std::array<int, kClasses> class_weight{};
  for (const Feature& f : features) {
    if (f.from >= 0) word_weight[static_cast<std::size_t>(f.from)] += scorer.weight(f);
    else if (f.from < Feature::kNothing) class_weight[static_cast<std::size_t>(Feature::kNothing - 1 - f.from)] += scorer.weight(f);
  }
  std::uint32_t seen = 0;
  for (std::size_t i = 0; i < statement.words.size(); ++i) {
    const std::uint32_t classes = statement.words[i].classes;
    seen |= classes;
    for (std::size_t c = 0; c < kClasses; ++c)
      if ((classes >> c) & 1u) class_weight[c] += std::max(0, word_weight[i]);
  }
  std::vector<std::pair<int, const std::string*>> telling;
  for (std::size_t c = 0; c < kClasses; ++c) {
    const std::string& reason = reason_of(static_cast<WordClass>(c));
    if (((seen >> c) & 1u) && !reason.empty() && class_weight[c] > 0) telling.push_back({class_weight[c], &reason});
  }
  std::stable_sort(telling.begin(), telling.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> out;
  for (const auto& [weight, reason] : telling)
    if (out.size() < kMostReasons && weight * kLeastShare >= telling.front().first) out.push_back(*reason);
  return out;
}

std::string_view words_of(const Passage& passage) { return slice(passage.text, passage.span); }

std::vector<Feature> features_of(const Passage& statement, const Passage& before, const TypeRow& type) {
  return features(statement.text, statement.words, type.name, before.words);
}

}  // namespace

const std::string& type_name(std::size_t row) { return type_rows()[std::min(row, type_rows().size() - 1)].name; }

document::Verifiable verifiable(std::string_view type, int fact) {
  // Of plans and forecasts the debates say that they are no facts; evidence for a plan exists all the same.
  constexpr int kPartlyFrom = -2, kPlanFrom = -5, kWhollyFrom = 0;
  const std::string& most = type_row(type).verifiable;
  if (most == "no" || fact < (type == "prediction" ? kPlanFrom : kPartlyFrom)) return document::Verifiable("no");
  return document::Verifiable(most == "yes" && fact >= kWhollyFrom ? "yes" : "partly");
}

Passage passage(std::string_view sentence) {
  const Span all{0, static_cast<std::uint32_t>(sentence.size())};
  return {sentence, all, classify(sentence, text::tokens(sentence, all))};
}

std::vector<Feature> features_of(const Passage& statement, const Passage& before) {
  return features_of(statement, before, *pattern_of(words_of(statement)).type);
}

Judgement judge(const Passage& statement, const Passage& before, const Scorer& scorer) {
  const Pattern& pattern = pattern_of(words_of(statement));
  const TypeRow& type = *pattern.type;
  const std::vector<Feature> features = features_of(statement, before, type);
  const Scores scores = scorer.score(features);
  const int fact = scorer.fact(scores.verifiable);
  return {document::ClaimType(type.name),
          verifiable(type.name, fact),
          std::clamp(scorer.thousandths(scores.worth) + pattern.worth, 0, 1000),
          fact,
          scorer.millionths_by_itself(scores.worth),
          reasons(statement, features, scorer)};
}

Judgement judge(std::string_view sentence, std::string_view before) { return judge(passage(sentence), passage(before)); }

Judgements judge_all(const Background& background, const std::vector<Statement>& statements, const Scorer& scorer) {
  Judgements out;
  Passage before;
  for (const Statement& statement : statements) {
    Passage now{background.text(), statement.span, statement.words};
    Judgement judged = judge(now, before, scorer);
    before = std::move(now);
    out.sightings.push_back({&statement, judged.type.name(), judged.worth, judged.fact, facts(background, statement.words)});
    out.judgements.push_back(std::move(judged));
  }
  return out;
}

}  // namespace claim
