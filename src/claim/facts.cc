#include "claim/facts.h"

#include <algorithm>
#include <set>

#include "claim/amounts.h"
#include "claim/dates.h"
#include "rules/table.h"
#include "rules/words.h"
#include "text/characters.h"

namespace claim {
namespace {

using document::ClaimFact;
using document::Document;
using document::FactKind;
using document::Speaker;

constexpr std::size_t kLongestPlace = 4;  // words

const std::set<std::string, std::less<>>& places() {
  static const std::set<std::string, std::less<>> all = [] {
    std::set<std::string, std::less<>> read;
    const rules::Table table = rules::load("rules/en/claim_places.tsv");
    for (const auto& row : table.rows)
      for (const std::string_view name : rules::words(table.cell(row, "names"))) {
        std::string words(name);
        std::replace(words.begin(), words.end(), '_', ' ');
        read.insert(std::move(words));
      }
    return read;
  }();
  return all;
}

class Finder {
 public:
  Finder(const Background& background, const std::vector<Word>& words) : background_(background), text_(background.text()), words_(words) {}

  std::vector<ClaimFact> run() {
    for (std::size_t at = 0; at < words_.size();) {
      if (const auto date = date_at(text_, words_, at, background_.published())) {
        add("date", at, date->end, date->date ? iso(*date->date) : std::string());
        at = date->end;
      } else if (const auto amount = amount_at(text_, words_, at)) {
        found_.push_back({amount->kind, amount->value, {span(at, amount->end)}, {}});
        at = amount->end;
      } else {
        at = std::max(at + 1, name(at));
      }
    }
    return std::move(found_);
  }

 private:
  Span span(std::size_t begin, std::size_t end) const { return {words_[begin].span.begin, words_[end - 1].span.end}; }
  std::string_view words(std::size_t begin, std::size_t end) const { return slice(text_, span(begin, end)); }
  std::string low(std::size_t at) const { return text::to_lower(words(at, at + 1)); }
  void add(const char* kind, std::size_t begin, std::size_t end, std::string value) {
    found_.push_back({FactKind(kind), std::move(value), {span(begin, end)}, {}});
  }

  bool is_capital(std::size_t at) const { return at < words_.size() && !words_[at].mark && words_[at].capital; }
  const rules::Word& known(std::size_t at) const { return rules::word(low(at)); }

  // The end of the name that begins at the word, or 0.
  std::size_t name(std::size_t at) {
    if (!is_capital(at)) return 0;
    for (std::size_t end = std::min(at + kLongestPlace, words_.size()); end > at; --end)
      if (places().contains(words(at, end))) {
        if (is_capital(end) && background_.speaker(text::to_lower(words(at, end + 1)))) break;  // “London Council”
        if (is_capital(end) && known(end).is(rules::kBody)) break;
        add("place", at, end, std::string(words(at, end)));
        return end;
      }
    std::size_t end = at + 1;
    while (is_capital(end) || joins(end)) ++end;
    // Titles are no part of the name: “President Ana Ruiz”
    std::size_t begin = at;
    while (begin + 1 < end && is_capital(begin + 1) && known(begin).is(rules::kTitleWord | rules::kRole) && !known(end - 1).is(rules::kBody)) ++begin;
    for (std::size_t from = begin; from < end; ++from)
      for (std::size_t to = end; to > from; --to)
        if (const Speaker* speaker = background_.speaker(text::to_lower(words(from, to)))) {
          add(kind_of(*speaker), from, to, speaker->name);
          return to;
        }
    const bool sentence_start = at == 0 && end == at + 1;
    const std::string whole(words(begin, end));
    if (known(begin).is(rules::kFirstName) && end > begin + 1) add("person", begin, end, whole);
    else if (known(end - 1).is(rules::kBody) && end > begin + 1) add("organisation", begin, end, whole);
    else if (text::is_all_capitals(whole)) add("organisation", begin, end, whole);
    else if (begin > at) add("person", begin, end, whole);
    else if (!sentence_start && is_a_name(begin, end)) add(at > 0 && is_where(low(at - 1)) ? "place" : "name", begin, end, whole);
    return end;
  }

  // “Bank of Ireland”, “Rio de Janeiro”
  bool joins(std::size_t at) const {
    if (at + 1 >= words_.size() || words_[at].mark || !is_capital(at + 1)) return false;
    const std::string word = low(at);
    return word == "of" || word == "de" || word == "van" || word == "von" || word == "al" || word == "bin" || word == "da" || word == "del";
  }
  static bool is_where(const std::string& word) { return word == "in" || word == "near" || word == "at" || word == "outside"; }
  bool is_a_name(std::size_t begin, std::size_t end) const {
    if (end > begin + 1) return true;
    const std::string word = low(begin);
    return word.size() > 1 && word != "i'm" && !rules::word(word).is(rules::kSubjectPronoun | rules::kTitleWord | rules::kRole | rules::kDeterminer);
  }
  static const char* kind_of(const Speaker& s) {
    return s.kind == document::kHuman ? "person" : s.kind == document::kOrganisation || s.kind == document::kGroup ? "organisation" : "name";
  }

  const Background& background_;
  std::string_view text_;
  const std::vector<Word>& words_;
  std::vector<ClaimFact> found_;
};

}  // namespace

Background::Background(const Document& d) : text_(d.article.text.view()), published_(day_of(d.article.published)) {
  for (const Speaker& s : d.speakers) {
    const auto add = [&](const std::string& name) {
      if (name.empty()) return;
      const auto [at, is_new] = by_name_.emplace(text::to_lower(name), &s);
      if (!is_new && at->second != &s) at->second = nullptr;
    };
    if (s.review.state == document::kRejected) continue;
    add(s.name);
    for (const std::string& alias : s.aliases) add(alias);
  }
}

const Speaker* Background::speaker(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

std::vector<ClaimFact> facts(const Background& background, const std::vector<Word>& statement) { return Finder(background, statement).run(); }

}  // namespace claim
