// Lines that tie source, cue and content of the selected quotation: in the gap between two lines of text, with a dot
// at each part; what stands on other lines is reached through the left gutter. Never over letters.
#include <algorithm>
#include <cmath>

#include "ui/article.h"

namespace ui {

using namespace document;

namespace {

constexpr float kGutter = 44, kDot = 3.5f;

// The part of a mark that is nearest to a line of text, on one line.
Page::Piece nearest_piece(const std::vector<Page::Piece>& pieces, std::size_t line) {
  const auto away = [&](const Page::Piece& p) { return p.line > line ? p.line - line : line - p.line; };
  return *std::min_element(pieces.begin(), pieces.end(), [&](const Page::Piece& a, const Page::Piece& b) { return away(a) < away(b); });
}

float gap_under(const Page& page, std::size_t line) { return std::round(page.box_top(line) + 28.5f * page.unit()); }

// The last place before the pronoun where its speaker is named.
std::optional<Span> antecedent(const Page& page, const Quotation& q) {
  const Speaker* speaker = q.speaker ? find(page.frame.document(), *q.speaker) : nullptr;
  if (!speaker || q.source.empty() || q.source_form != kPronounForm) return std::nullopt;
  // Farther back nobody looks for the name, and a long text must not be searched in every frame.
  constexpr std::size_t kFarthest = 4000;
  const std::size_t end = q.source.front().begin, begin = end > kFarthest ? end - kFarthest : 0;
  const std::string_view before = page.text().substr(begin, end - begin);
  std::optional<Span> last;
  const auto look = [&](const std::string& name) {
    const std::size_t at = name.empty() ? std::string_view::npos : before.rfind(name);
    if (at == std::string_view::npos) return;
    const Span found{static_cast<std::uint32_t>(begin + at), static_cast<std::uint32_t>(begin + at + name.size())};
    if (!last || found.begin > last->begin || (found.begin == last->begin && found.end > last->end)) last = found;
  };
  look(speaker->name);
  for (const std::string& alias : speaker->aliases) look(alias);
  return last;
}

struct Bus {
  std::size_t upper = 0;  // the line above the gap
  float y = 0;
};

// The gap between the cue's line and the line of the nearest other part.
Bus choose(const Page& page, std::size_t anchor, const std::vector<std::size_t>& others) {
  std::size_t nearest = anchor;
  std::size_t least = SIZE_MAX;
  for (const std::size_t line : others) {
    const std::size_t away = line > anchor ? line - anchor : anchor - line;
    // A part on the same line is reached from below; the nearest other line decides on which side.
    if (away != 0 && away < least) {
      least = away;
      nearest = line;
    }
  }
  const std::size_t upper = nearest < anchor ? anchor - 1 : anchor;
  return {upper, gap_under(page, upper)};
}

void tie_antecedent(Page& page, const Quotation& q, Colour strong, const Page::Piece& source) {
  const auto name = antecedent(page, q);
  if (!name) return;
  const auto pieces = page.pieces_of(*name);
  if (pieces.empty()) return;
  Frame& f = page.frame;
  const Page::Piece& p = pieces.front();
  const Rect box{p.x0 - 3, page.box_top(p.line) - 1, p.x1 - p.x0 + 6, std::round(26 * page.unit()) + 1};
  dashed_border(f, box, strong, 3, 1.5f, 4, 3);
  if (p.line == source.line) return;
  const float gutter = page.x - kGutter, from = gap_under(page, p.line), to = gap_under(page, source.line - 1);
  const float source_x = (source.x0 + source.x1) / 2, name_x = (p.x0 + p.x1) / 2;
  // On neighbouring lines both stand at the same gap.
  if (from == to) return dashes(f, std::min(name_x, source_x), from, std::max(name_x, source_x), from, strong, 1.5f, 4, 3);
  dashes(f, gutter, from, name_x, from, strong, 1.5f, 4, 3);
  dashes(f, gutter, from, gutter, to, strong, 1.5f, 4, 3);
  dashes(f, gutter, to, source_x, to, strong, 1.5f, 4, 3);
}

}  // namespace

void draw_links(Page& page) {
  Frame& f = page.frame;
  const auto* id = std::get_if<QuotationId>(&f.session.selected);
  const Quotation* q = id ? find(f.document(), *id) : nullptr;
  if (!q || !is_shown(*q, page.shown) || page.in_review.index() != 0) return;
  const Colour strong = speaker_colours(f.colours, number_of(f.figures, q->speaker)).strong;

  // One piece for each part: the source, the cue, every part of the content, as far as they can be seen.
  std::vector<std::vector<Page::Piece>> parts;
  const auto add = [&](Span s) {
    auto pieces = page.pieces_of(s);
    if (!pieces.empty()) parts.push_back(std::move(pieces));
  };
  for (const Span s : q->cue) add(s);
  const bool has_cue = !parts.empty();
  const std::size_t source_at = parts.size();
  for (const Span s : q->source) add(s);
  const bool has_source = parts.size() > source_at;
  for (const Span s : q->content) add(s);
  if (parts.size() < 2 || (!has_cue && !has_source)) return;
  const std::size_t anchor = parts.front().front().line;
  if (has_source && anchor > 0 && parts[source_at].front().line > page.seen.first)
    tie_antecedent(page, *q, strong, parts[source_at].front());

  std::vector<Page::Piece> chosen;
  std::vector<std::size_t> lines;
  for (const auto& part : parts) {
    chosen.push_back(nearest_piece(part, anchor));
    lines.push_back(chosen.back().line);
  }
  const Bus bus = choose(page, anchor, lines);
  float left = page.x + page.column.width, right = page.x;
  std::vector<float> dots_at;
  bool through_gutter = false;
  for (const Page::Piece& piece : chosen) {
    const float x = std::round((piece.x0 + piece.x1) / 2);
    if (piece.line == bus.upper || piece.line == bus.upper + 1) {
      // A long part is touched at its end that is nearer to the cue.
      const float limited = piece.x1 - piece.x0 > 60 ? (piece.line == bus.upper ? piece.x1 - 18 : piece.x0 + 12) : x;
      dots_at.push_back(limited);
      left = std::min(left, limited);
      right = std::max(right, limited);
    } else {
      const float gap = gap_under(page, piece.line), gutter = page.x - kGutter;
      line(f, gutter, gap, piece.x0 + 12, gap, strong, 2);
      line(f, gutter, std::min(gap, bus.y), gutter, std::max(gap, bus.y), strong, 2);
      f.canvas.AddCircleFilled({piece.x0 + 12, gap}, kDot, ink(strong), 12);
      through_gutter = true;
    }
  }
  if (through_gutter) left = page.x - kGutter;
  line(f, left, bus.y, right, bus.y, strong, 2);
  for (const float x : dots_at) f.canvas.AddCircleFilled({x, bus.y}, kDot, ink(strong), 12);
}

}  // namespace ui
