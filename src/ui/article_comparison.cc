// Two people's versions in the text: the one of mine in the upper half of the line with a line above, the other one's in the lower half
// with a line below. What both agree on is drawn as ever.
#include <cmath>
#include <set>

#include "ui/article.h"
#include "ui/comparison.h"
#include "ui/views.h"

namespace ui {

using namespace document;

namespace {

Rect line_box(const Page& page, const Page::Piece& piece) {
  const float unit = size_of(page.column, page.line(piece.line).style) / 18;
  return {piece.x0, page.box_top(piece.line), piece.x1 - piece.x0, std::round(26 * unit)};
}

// The number here of who speaks in theirs; 0: nobody who is known here.
int number_here(const Page& page, const Discrepancy& d) {
  const auto& other = page.frame.session.other->document;
  const auto& id = other.quotations[*d.theirs].speaker;
  const Speaker* theirs = id ? find(other, *id) : nullptr;
  if (!theirs) return 0;
  for (const Speaker& s : page.frame.document().speakers)
    if (s.name == theirs->name) return number_of(page.frame.figures, s.id);
  return 0;
}

void draw_half(Page& page, const Discrepancy& d, bool theirs) {
  Frame& f = page.frame;
  constexpr float kLine = 2;
  const int number = d.claim ? 0 : theirs ? number_here(page, d) : number_of(f.figures, f.document().quotations[*d.mine].speaker);
  const SpeakerColours& c = speaker_colours(f.colours, number);
  const Colour strong = d.claim ? f.colours.ink : c.strong;
  for (const Span span : pieces_of(f.session, d, theirs))
    for (const Page::Piece& piece : page.pieces_of(span)) {
      const Rect r = line_box(page, piece);
      const Rect half{r.x, theirs ? r.y + r.height / 2 : r.y, r.width, r.height / 2};
      if (!d.claim) fill(f, half, c.tint_indirect);
      fill(f, {r.x, theirs ? bottom_of(r) - kLine : r.y, r.width, kLine}, strong);
    }
}

void draw_box(Page& page, const Discrepancy& d) {
  for (const bool theirs : {false, true})
    for (const Span span : pieces_of(page.frame.session, d, theirs))
      for (const Page::Piece& piece : page.pieces_of(span)) border(page.frame, inset(line_box(page, piece), -2), page.frame.colours.ink, 4, 1.5f);
}

}  // namespace

std::set<std::string> marks_apart(Frame& f) {
  std::set<std::string> out;
  if (!is_comparing(f)) return out;
  for (const Discrepancy& d : f.view.discrepancies.of(f.session).open)
    if (d.mine && !d.claim && d.is_apart()) out.insert(f.document().quotations[*d.mine].id.text());
  return out;
}

void draw_versions(Page& page) {
  Frame& f = page.frame;
  if (!is_comparing(f)) return;
  const std::vector<Discrepancy>& open = f.view.discrepancies.of(f.session).open;
  const float size = f.narrow() ? 14.0f : 20.0f, pitch = size + 1;
  std::set<std::size_t> taken;
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Discrepancy& d = open[i];
    const std::vector<Span> mine = pieces_of(f.session, d, false), theirs = pieces_of(f.session, d, true);
    if (!page.is_seen(mine) && !page.is_seen(theirs)) continue;
    if (d.is_apart()) {
      if (d.mine) draw_half(page, d, false);
      if (d.theirs) draw_half(page, d, true);
    }
    if (f.view.difference_shown && i == std::min(f.view.difference, open.size() - 1)) draw_box(page, d);
    const std::vector<Page::Piece> first = page.pieces_of(d.place);
    if (first.empty() || !taken.insert(first.front().line).second) continue;
    const float x = page.right + size / 2 - (f.narrow() ? 6.0f : 9.0f), y = page.middle(first.front().line);
    const Touch touch = part(f, "versions." + std::to_string(i + 1), {x - size / 2, y - 14, 2 * size + 2, 28});
    if (d.mine) letter_disc(f, x, y, false, size);
    if (d.theirs) letter_disc(f, x + (d.mine ? pitch : 0), y, true, size);
    if (touch.focused) focus_ring(f, {x - size / 2, y - size / 2, 2 * size + 1, size}, 8);
    if (touch.pressed) run(f, "select-difference", std::to_string(i + 1));
  }
}

}  // namespace ui
