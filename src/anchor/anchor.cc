#include "anchor/anchor.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace anchor {
namespace {

// Measured with marks that were really deleted: below these scores they begin to attach to words elsewhere. Short
// words need more, since they stand in many places.
constexpr int kLeast = 750, kLeastOfShort = 800;
constexpr std::size_t kShort = 25;  // code points

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::uint32_t at = 0; at < text.size();) {
    const text::Character c = text::character_at(text, at);
    out += c.code;
    at += c.size;
  }
  return out;
}

// 1000 less the share of edits that turn a into b (Levenshtein); 1000 for two empty ones.
int likeness(const std::u32string& a, const std::u32string& b) {
  if (a == b) return 1000;
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 0; i < a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i) + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const int change = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({change, row[j] + 1, diagonal + 1});
    }
  }
  return 1000 - 1000 * row.back() / static_cast<int>(std::max(a.size(), b.size()));
}

}  // namespace

Selector selector_of(std::string_view all, Span span) {
  std::uint32_t before = span.begin, after = span.end;
  for (int i = 0; i < kContext && before > 0; ++i) before -= text::character_before(all, before).size;
  for (int i = 0; i < kContext && after < all.size(); ++i) after += text::character_at(all, after).size;
  const auto words = [&](std::uint32_t begin, std::uint32_t end) { return std::string(all.substr(begin, end - begin)); };
  return {words(span.begin, span.end), words(before, span.begin), words(span.end, after), span.begin};
}

std::optional<Found> Finder::find(const Selector& wanted) {
  if (wanted.exact.empty()) return std::nullopt;
  const std::u32string prefix = code_points(wanted.prefix), suffix = code_points(wanted.suffix);
  const auto size = static_cast<std::uint32_t>(wanted.exact.size());
  const std::int64_t text_size = std::max<std::int64_t>(1, static_cast<std::int64_t>(text_.size()));
  std::optional<Found> best;
  std::int64_t best_points = -1;
  for (std::size_t at = 0; (at = text_.find(wanted.exact, at)) != std::string_view::npos; ++at) {
    if ((effort_left_ -= 1000) < 0) break;
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at) + size};
    const Selector here = selector_of(text_, span);
    const std::int64_t away = std::int64_t{span.begin} < std::int64_t{wanted.near} ? std::int64_t{wanted.near} - span.begin : std::int64_t{span.begin} - wanted.near;
    const std::int64_t around = 20 * (likeness(prefix, code_points(here.prefix)) + likeness(suffix, code_points(here.suffix)));
    const std::int64_t points = (50 * 1000 + around) * text_size + 2 * 1000 * std::max<std::int64_t>(0, text_size - away);
    if (points <= best_points) continue;
    best_points = points;
    // Nearness only breaks ties: words and surroundings that are just the same are a sure find wherever they are.
    best = Found{span, static_cast<int>((50 * 1000 + around) / 90)};
  }
  effort_left_ -= static_cast<std::int64_t>(text_.size());
  if (effort_left_ < 0 || !best) return std::nullopt;
  const bool is_short = text::count_code_points(wanted.exact) < kShort;
  // Many words in a row that are just the same are no chance find, whatever stands around them.
  if (!is_short) best->score = std::max(best->score, kLeast);
  if (best->score < (is_short ? kLeastOfShort : kLeast)) return std::nullopt;
  return best;
}

}  // namespace anchor
