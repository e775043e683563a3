#include "speaker/kinds.h"

#include <set>
#include <unordered_set>

#include "rules/table.h"
#include "speaker/mentions.h"

namespace speaker {
namespace {

using Words = std::unordered_set<std::string_view>;  // looked up only, never gone through

class Kinds {
 public:
  Kinds() : table_(rules::load("rules/en/speaker_kinds.tsv")), places_(rules::load("rules/en/claim_places.tsv")) {
    for (const rules::Table::Row& row : table_.rows) {
      Words& words = list(table_.cell(row, "kind"));
      for (const std::string_view word : rules::words(table_.cell(row, "words"))) words.insert(word);
    }
    for (const rules::Table::Row& row : places_.rows)
      for (const std::string_view word : rules::words(places_.cell(row, "names"))) place_names.insert(folded(word));
  }

  Words offices, work, endings, quantities, papers, bodies, firms, doings, after, any_bodies;
  std::set<std::string> place_names;  // the words of a name with _ between them

 private:
  Words& list(std::string_view kind) {
    if (kind == "office") return offices;
    if (kind == "work") return work;
    if (kind == "ending") return endings;
    if (kind == "quantity") return quantities;
    if (kind == "document") return papers;
    if (kind == "doing") return doings;
    if (kind == "after") return after;
    if (kind == "any-body") return any_bodies;
    return kind == "body" ? bodies : firms;
  }

  rules::Table table_, places_;  // own the words
};

const Kinds& kinds() {
  static const Kinds all;
  return all;
}

}  // namespace

bool is_office(std::string_view lower) { return kinds().offices.contains(lower); }

bool is_doing(std::string_view lower) { return kinds().doings.contains(lower); }
bool is_after_name(std::string_view lower) { return kinds().after.contains(lower); }
bool is_any_body(std::string_view lower) { return kinds().any_bodies.contains(lower); }

bool is_work(std::string_view lower) {
  constexpr std::size_t kShortest = 3, kLongest = 9, kLeastBefore = 3;  // letters of an ending, and before it
  if (kinds().work.contains(lower)) return true;
  for (std::size_t length = kShortest; length <= kLongest && length + kLeastBefore <= lower.size(); ++length)
    if (kinds().endings.contains(lower.substr(lower.size() - length))) return true;
  return false;
}

bool is_quantity(std::string_view lower) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (lower.empty()) return false;
  if (digit(lower[0])) return lower != "1";
  if (kinds().quantities.contains(lower)) return true;
  const std::size_t joint = lower.find('-');
  return joint != std::string_view::npos && kinds().quantities.contains(lower.substr(0, joint)) &&
         (lower.substr(joint + 1) == "one" || kinds().quantities.contains(lower.substr(joint + 1)));
}

bool is_paper(std::string_view lower) { return kinds().papers.contains(lower); }
bool is_more_of_bodies(std::string_view lower) { return kinds().bodies.contains(lower); }

bool is_name_of_firm(std::string_view name, const std::vector<std::string>& words) {
  if (words.size() > 1 && kinds().firms.contains(words.back())) return true;
  // PalmCash; but not McLennan
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (words.size() != 1) return false;
  for (std::size_t i = 4; i < name.size(); ++i)
    if (capital(name[i]) && small(name[i - 1]) && small(name[i - 2])) return true;
  return false;
}

bool is_name_of_place(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : "_") + word;
  return kinds().place_names.contains(joined);
}

}  // namespace speaker
