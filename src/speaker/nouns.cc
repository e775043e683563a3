#include "speaker/nouns.h"

#include <set>
#include <unordered_map>

#include "rules/table.h"
#include "rules/words.h"
#include "speaker/kinds.h"

namespace speaker {
namespace {

NounKind kind_of(std::string_view name) {
  if (name == "person") return NounKind::person;
  if (name == "anyone") return NounKind::anyone;
  if (name == "spokesperson") return NounKind::spokesperson;
  if (name == "company") return NounKind::company;
  return name == "document" ? NounKind::document : NounKind::body;
}

class Nouns {
 public:
  Nouns() : table_(rules::load("rules/en/speaker_nouns.tsv")) {
    for (const rules::Table::Row& row : table_.rows) {
      const Noun noun{kind_of(table_.cell(row, "kind")),
                      table_.cell(row, "means") == "-" ? std::vector<std::string_view>() : rules::words(table_.cell(row, "means")), true};
      for (const std::string_view form : rules::words(table_.cell(row, "nouns"))) nouns_.emplace(form, noun);
      if (noun.kind == NounKind::body) telling_.insert(noun.means.begin(), noun.means.end());
    }
  }

  const Noun* find(std::string_view lower) const {
    const auto at = nouns_.find(lower);
    return at == nouns_.end() ? nullptr : &at->second;
  }
  bool telling(std::string_view lower) const { return telling_.contains(lower); }

 private:
  rules::Table table_;  // owns the words
  std::unordered_map<std::string_view, Noun> nouns_;  // looked up only, never gone through
  std::set<std::string_view> telling_;
};

const Nouns& nouns() {
  static const Nouns all;
  return all;
}

}  // namespace

Noun noun(std::string_view lower) {
  constexpr std::size_t kShortest = 4;
  if (const Noun* known = nouns().find(lower)) return *known;
  const rules::Word& word = rules::word(lower);
  if (word.is(rules::kGroupRole) || (word.is(rules::kGeneric) && lower.ends_with("s") && !lower.ends_with("ss"))) return {NounKind::group, {}, false};
  if (word.is(rules::kRole | rules::kTitleWord | rules::kGeneric)) return {NounKind::person, {}, false};
  if (word.is(rules::kBody)) return {NounKind::body, {}, false};
  if (word.is(rules::kDocumentNoun) || is_paper(lower)) return {NounKind::document, {}, false};
  if (is_office(lower) || is_work(lower)) return {NounKind::person, {}, false};
  if (is_more_of_bodies(lower)) return {NounKind::body, {}, false};
  if (lower.ends_with("-year-old")) return {NounKind::anyone, {}, false};
  // studies, filings; authors, farmers
  if (lower.size() > kShortest && lower.ends_with("s") && !lower.ends_with("ss")) {
    const std::string one = lower.ends_with("ies") ? std::string(lower.substr(0, lower.size() - 3)) + "y" : std::string(lower.substr(0, lower.size() - 1));
    const Noun means = noun(one);
    if (means.kind == NounKind::document) return {NounKind::document, {}, false};
    if (means.kind == NounKind::person) return {NounKind::group, {}, false};
  }
  return {};
}

bool tells_kind_of_body(std::string_view lower) { return nouns().telling(lower); }

}  // namespace speaker
