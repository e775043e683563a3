#include "text/dateline.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/segment.h"

namespace text {
namespace {

constexpr std::uint32_t kLongest = 90;   // bytes
constexpr std::size_t kShortestTown = 3;  // letters

bool is_dash(std::string_view token) { return token == "—" || token == "–" || token == "--" || token == "-" || token == "_"; }

bool is_month(std::string_view token) {
  static constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  return token.size() >= 3 && is_capitalised(token) && std::find(kMonths.begin(), kMonths.end(), to_lower(token.substr(0, 3))) != kMonths.end();
}

}  // namespace

std::uint32_t after_dateline(std::string_view text, Span paragraph) {
  std::uint32_t cut = std::min(paragraph.end, paragraph.begin + kLongest);
  while (cut > paragraph.begin && cut < text.size() && (text[cut] & 0xC0) == 0x80) --cut;
  const std::vector<Token> all = tokens(text, {paragraph.begin, cut});
  bool month = false, number = false, bracket = false, inside = false, comma = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string_view word = slice(text, all[i].span);
    if (is_dash(word) && i > 0 && i + 1 < all.size()) {
      const Span next = all[i + 1].span;
      const bool apart = all[i].span.begin > all[i - 1].span.end && next.begin > all[i].span.end;
      const bool town = is_all_capitals(slice(text, all[0].span)) && all[0].span.size() >= kShortestTown;
      // NASA — the agency — said …: what the dash parts is no sentence.
      const bool starts = is_capitalised(slice(text, next)) || all[i + 1].kind == TokenKind::number || all[i + 1].kind == TokenKind::quote_open;
      const bool agency = bracket && slice(text, all[i - 1].span) == ")";
      const bool known = agency || (month && number) || (town && (comma || starts));
      return known && starts && (apart || word != "-") ? next.begin : paragraph.begin;
    }
    month = month || is_month(word);
    number = number || all[i].kind == TokenKind::number;
    bracket = bracket || word == "(";
    inside = word == "(" || (inside && word != ")");
    comma = comma || word == ",";
    const bool name = all[i].kind == TokenKind::number || (all[i].kind == TokenKind::word && is_capitalised(word));
    if (!name && !inside && word != "," && word != "(" && word != ")" && word != "/" && word != "and" && word != "of" && word != "de") return paragraph.begin;
  }
  return paragraph.begin;
}

}  // namespace text
