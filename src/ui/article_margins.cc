// The margins of the article: who speaks at the left, what to check at the right.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "ui/article.h"

namespace ui {

using namespace document;

namespace {

// One mark on one line of the text.
struct Lane {
  const Quotation* mark = nullptr;
  int number = 0;
};

void draw_bar(Page& page, const Quotation& q, int number, std::size_t first, std::size_t last) {
  Frame& f = page.frame;
  const bool selected = f.session.selected == Target(q.id);
  const float width = selected ? 6.0f : 3.0f, x = page.x - (f.narrow() ? 10.0f : 12.0f) - (selected ? 3.0f : 0.0f);
  const float top = page.box_top(first), bottom = page.box_top(last) + std::round(26 * page.unit());
  const Colour strong = speaker_colours(f.colours, number).strong;
  const float alpha = page.alpha_of(q.id);
  if (number > static_cast<int>(f.colours.speakers.size())) {
    // Colours repeat after ten: the bar of a repeated one is hollow.
    fill(f, {x, top, 1, bottom - top}, strong, 0, alpha);
    fill(f, {x + width - 1, top, 1, bottom - top}, strong, 0, alpha);
    return;
  }
  fill(f, {x, top, width, bottom - top}, strong, 1, alpha);
}

void draw_dotted_bar(Page& page, const Quotation& q, int number, std::size_t first, std::size_t last) {
  const float x = page.x - (page.frame.narrow() ? 15.0f : 16.6f);
  dots(page.frame, x, page.box_top(first), x, page.box_top(last) + 26 * page.unit(), speaker_colours(page.frame.colours, number).strong,
       1.4f, 5, page.alpha_of(q.id));
}

void draw_claim_discs(Page& page) {
  Frame& f = page.frame;
  constexpr int kMost = 2;
  constexpr float kPitch = 18, kSize = 12;
  std::map<std::size_t, int> on_line;
  for (const Claim* one : page.claims) {
    const Claim& c = *one;
    const std::vector<Page::Piece> pieces = page.pieces_of(c.spans.front());
    if (pieces.empty() || page.line(pieces.front().line).words.begin > c.spans.front().begin) continue;
    const std::size_t i = pieces.front().line;
    const int nth = on_line[i]++;
    const float x = page.right + kSize / 2 + static_cast<float>(nth) * kPitch;
    if (nth >= kMost) continue;
    const Rect r{x - 9, page.middle(i) - 12, 18, 24};
    const Touch touch = part(f, "disc." + c.id.text(), r);
    disc(f, x, page.middle(i), worth_of(c), kSize, page.alpha_of(c.id));
    if (f.session.selected == Target(c.id)) border(f, {x - 9, page.middle(i) - 9, 18, 18}, f.colours.ink, 9, 1.5f);
    if (touch.focused) focus_ring(f, {x - 6, page.middle(i) - 6, 12, 12}, 6);
    if (touch.pressed) f.send(session::Select{c.id, {c.spans.front().begin, c.spans.front().begin}});
  }
  for (const auto& [i, count] : on_line)
    if (count > kMost)
      text(f, page.right + kMost * kPitch, page.middle(i), Font::sans, 12, f.colours.muted, "+" + std::to_string(count - kMost));
}

}  // namespace

void draw_margins(Page& page) {
  Frame& f = page.frame;
  std::map<std::size_t, Lane> main, second;
  for (const Quotation* one : page.quotations) {
    const Quotation& q = *one;
    if (!page.is_seen(q.content)) continue;
    const int number = number_of(f.figures, q.speaker);
    const bool aside = is_doubtful(q) || is_nested(page.quotations, q);
    for (const Span s : q.content)
      for (const Page::Piece& piece : page.pieces_of(s)) {
        auto& lane = aside ? second : main;
        if (const auto at = lane.find(piece.line); at == lane.end()) lane[piece.line] = {&q, number};
        else if (at->second.mark != &q && !aside && at->second.number != number) second.emplace(piece.line, Lane{&q, number});
      }
  }
  std::map<std::size_t, bool> taken;
  std::set<std::string> told;  // marks that have their chip; one that shares a line with another speaker's is on both lanes
  const auto chips = [&](const std::map<std::size_t, Lane>& lane, bool aside) {
    for (auto at = lane.begin(); at != lane.end();) {
      // A run: consecutive lines of one speaker, in one paragraph, equally selected.
      const auto first = at;
      const auto joined = [&](const Lane& a, const Lane& b) {
        const bool selected_a = f.session.selected == Target(a.mark->id), selected_b = f.session.selected == Target(b.mark->id);
        return a.number == b.number && selected_a == selected_b && (!aside || a.mark == b.mark);
      };
      auto last = at++;
      while (at != lane.end() && at->first == last->first + 1 && joined(last->second, at->second) &&
             page.line(at->first).block == page.line(last->first).block)
        last = at++;
      if (aside) draw_dotted_bar(page, *first->second.mark, first->second.number, first->first, last->first);
      else draw_bar(page, *first->second.mark, first->second.number, first->first, last->first);
      // The chip stands on the first line and where the state changes.
      std::optional<ChipState> state;
      for (auto one = first;; ++one) {
        const Quotation& q = *one->second.mark;
        if ((one == first || *state != chip_state(q)) && told.insert(q.id.text()).second) {
          std::size_t i = one->first;
          if (taken[i] && i + 1 < page.seen.last) ++i;
          if (!taken[i]) {
            taken[i] = true;
            chip(f, page.x - (f.narrow() ? 37.0f : 39.0f), std::round(page.middle(i) - 9), 18, one->second.number, chip_state(q),
                 page.alpha_of(q.id));
          }
        }
        state = chip_state(q);
        if (one == last) break;
      }
    }
  };
  chips(main, false);
  chips(second, true);
  draw_claim_discs(page);
}

}  // namespace ui
