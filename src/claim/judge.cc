#include "claim/judge.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "rules/table.h"

namespace claim {
namespace {

constexpr int kBase = 300;  // the worth of a plain statement, in thousandths
constexpr std::size_t kMostReasons = 4;

struct TypeRow {
  std::string name, verifiable;
  int weight = 0;
};

struct Pattern {
  std::unique_ptr<RE2> pattern;
  const TypeRow* type = nullptr;
};

const std::vector<TypeRow>& type_rows() {
  static const std::vector<TypeRow> all = [] {
    std::vector<TypeRow> read;
    const rules::Table table = rules::load("rules/claim_types.tsv");
    for (const auto& row : table.rows)
      read.push_back({std::string(table.cell(row, "type")), std::string(table.cell(row, "verifiable")),
                      std::atoi(std::string(table.cell(row, "weight")).c_str())});
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

// The rows of one type that follow each other are one pattern: one pass instead of many.
const std::vector<Pattern>& patterns() {
  static const std::vector<Pattern> all = [] {
    std::vector<std::pair<std::string, std::string>> joined;
    const rules::Table table = rules::load("rules/en/claim_patterns.tsv");
    for (const auto& row : table.rows) {
      const std::string type(table.cell(row, "type")), pattern(table.cell(row, "pattern"));
      if (!joined.empty() && joined.back().first == type) joined.back().second += "|" + pattern;
      else joined.push_back({type, pattern});
    }
    std::vector<Pattern> read;
    for (const auto& [type, pattern] : joined) {
      read.push_back({std::make_unique<RE2>(pattern), &type_row(type)});
      if (!read.back().pattern->ok()) {
        std::fprintf(stderr, "%s: %s: %s\n", table.path.c_str(), type.c_str(), read.back().pattern->error().c_str());
        std::abort();
      }
    }
    return read;
  }();
  return all;
}

const TypeRow& type_of(std::string_view statement) {
  const std::string lowered = small(statement);
  for (const Pattern& row : patterns())
    if (RE2::PartialMatch(lowered, *row.pattern)) return *row.type;
  return type_row("other");
}

}  // namespace

Judgement judge(std::string_view statement, const std::vector<Word>& words) {
  const TypeRow& type = type_of(statement);
  std::uint32_t seen = 0;
  for (const Word& word : words) seen |= word.classes;
  int worth = kBase + type.weight;
  std::vector<std::pair<int, const ClassRow*>> telling;
  for (std::size_t c = 0; c < kClasses; ++c) {
    if (!((seen >> c) & 1u)) continue;
    const ClassRow& row = class_row(static_cast<WordClass>(c));
    worth += row.weight;
    if (row.weight > 0 && !row.reason.empty()) telling.push_back({row.weight, &row});
  }
  std::stable_sort(telling.begin(), telling.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  Judgement out{.type = document::ClaimType(type.name), .verifiable = document::Verifiable(type.verifiable), .worth = std::clamp(worth, 0, 1000)};
  for (const auto& [weight, row] : telling)
    if (out.reasons.size() < kMostReasons && std::find(out.reasons.begin(), out.reasons.end(), row->reason) == out.reasons.end())
      out.reasons.push_back(row->reason);
  return out;
}

Judgement judge(std::string_view sentence) {
  return judge(sentence, classify(sentence, text::tokens(sentence, {0, static_cast<std::uint32_t>(sentence.size())})));
}

}  // namespace claim
