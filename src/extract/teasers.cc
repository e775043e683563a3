#include "extract/teasers.h"

#include <algorithm>
#include <set>
#include <string>

#include "rules/table.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace extract {
namespace {

constexpr std::size_t kTeaserBytes = 70;     // a line shorter than that may be a heading, which has no stop
constexpr std::size_t kCompleteTeaser = 260;  // a complete one is a sentence or two
constexpr int kSure = 930, kLikely = 880, kBesideOthers = 800;

struct CamelCase {
  std::set<std::string, std::less<>> names, prefixes;
};

const CamelCase& camel_case() {
  static const CamelCase known = [] {
    CamelCase read;
    const rules::Table table = rules::load("rules/camel_case.tsv");
    for (const auto& row : table.rows) {
      const std::string_view name = table.cell(row, "name");
      if (name.ends_with("-")) read.prefixes.emplace(name.substr(0, name.size() - 1));
      else read.names.emplace(name);
    }
    return read;
  }();
  return known;
}

// The places in one word where a capital follows at least two small letters.
int joints_in(std::string_view word) {
  int joints = 0, small = 0;
  for (std::uint32_t at = 0; at < word.size();) {
    const text::Character c = text::character_at(word, at);
    if (text::is_upper(c.code)) {
      if (small >= 2 && !camel_case().prefixes.contains(word.substr(0, at))) ++joints;
      small = 0;
    } else {
      small = text::is_lower(c.code) ? small + 1 : 0;
    }
    at += c.size;
  }
  return joints;
}

bool is_known_name(std::string_view word) {
  const auto& names = camel_case().names;
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return word.find(name) != word.npos; });
}

bool is_address(std::string_view word) { return word.find_first_of("/@#_") != word.npos; }

}  // namespace

int count_glued_words(std::string_view line) {
  int joints = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string_view word = line.substr(at, end - at);
    if (const int found = joints_in(word); found && !is_known_name(word) && !is_address(word)) joints += found + text::is_lower(text::character_at(word, 0).code);
    at = end + 1;
  }
  return joints;
}

bool is_cut_off(std::string_view line) {
  std::uint32_t end = static_cast<std::uint32_t>(line.size());
  while (end > 0) {
    const text::Character last = text::character_before(line, end);
    // A quotation mark ends a sentence only together with the stop inside it: “without Kyiv’” is cut off.
    const bool closes = last.code == '"' || last.code == '\'' || last.code == 0x201D || last.code == 0x2019 || last.code == 0xBB ||
                        last.code == ')' || last.code == ']';
    if (!closes) return text::is_letter(last.code) || text::is_digit(last.code) || last.code == ',';
    end -= last.size;
  }
  return false;
}

std::vector<Decision> find_teasers(const std::vector<std::string_view>& lines, const std::vector<Decision>& known) {
  std::vector<Decision> found(lines.size());
  const auto teaser = [](std::string rule, int sure) { return Decision{document::BlockRole("teaser"), std::move(rule), sure}; };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].size() < kTeaserBytes) continue;
    const int joints = count_glued_words(lines[i]);
    const bool cut = is_cut_off(lines[i]);
    if (joints >= 3 || (joints >= 2 && cut)) found[i] = teaser("block/glued-teaser", kSure);
  }
  // From the end backwards: teasers that are cut off, then what stands among them. One line without a stop at
  // the end is no row.
  std::size_t row = lines.size();
  std::size_t sure = 0;
  for (std::size_t i = lines.size(); i-- > 0;) {
    const bool is_teaser = found[i] || (!known[i] && lines[i].size() >= kTeaserBytes && is_cut_off(lines[i]));
    if (is_teaser) {
      row = i;
      ++sure;
    } else if (!known[i] && lines[i].size() > kCompleteTeaser) {
      break;
    } else if (i + 4 < row) {
      break;  // too many ordinary lines in a row
    }
  }
  if (sure < 2) return found;
  for (std::size_t i = row; i < lines.size(); ++i) {
    if (known[i] || found[i]) continue;
    found[i] = is_cut_off(lines[i]) ? teaser("block/cut-off-teaser", kLikely) : teaser("block/teaser-row", kBesideOthers);
  }
  return found;
}

}  // namespace extract
