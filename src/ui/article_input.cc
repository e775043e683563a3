// What the pointer does to the text: a click takes a mark, the next click the one beneath; a drag selects words.
#include <algorithm>
#include <cmath>

#include "text/utf8.h"
#include "ui/article.h"
#include "ui/selection.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;

namespace {

bool over_text(const Page& page) {
  const Pointer& p = page.frame.pointer;
  const bool under_box =
      std::any_of(page.frame.view.covers.begin(), page.frame.view.covers.end(), [&](const Rect& r) { return holds(r, p.x, p.y); });
  const float side = page.frame.narrow() ? 6.0f : 8.0f;
  return !under_box && holds(overlap(page.zone, page.frame.clip), p.x, p.y) && p.x >= page.x - side &&
         p.x < page.x + page.column.width + side;
}

// True if the pointer is on the letters, not behind the end of a line.
bool on_letters(const Page& page, float x, float y) {
  if (page.seen.first >= page.seen.last) return false;
  const std::size_t i = page.lines.line_at(y - page.y);
  if (i < page.seen.first || i >= page.seen.last) return false;
  const float slack = page.frame.around.touch ? 10.0f : 3.0f;
  return y >= page.top(i) - slack && y < page.top(i) + page.line(i).height + slack && x >= page.x - slack &&
         x < page.x + page.shape_of(i).width() + slack;
}

void take_mark(Page& page, std::uint32_t at) {
  Frame& f = page.frame;
  ViewState& v = f.view;
  const std::vector<Target> here = marks_at(f.document(), at, page.shown);
  const bool same_place = std::hypot(f.pointer.x - v.clicked_x, f.pointer.y - v.clicked_y) < 4 && here == v.under;
  v.under = here;
  v.clicked_x = f.pointer.x;
  v.clicked_y = f.pointer.y;
  Target chosen;
  if (!here.empty()) {
    const auto now = std::find(here.begin(), here.end(), f.session.selected);
    chosen = same_place && now != here.end() && now + 1 != here.end() ? *(now + 1) : here.front();
  }
  v.list_shown = false;
  v.editing = {};
  f.send(session::Select{chosen, {at, at}});
}

// The byte of the letter under the pointer, not of the nearest gap.
std::uint32_t letter_at(const Page& page, float x, float y) {
  const std::size_t i = std::clamp(page.lines.line_at(y - page.y), page.seen.first, page.seen.last - 1);
  const Shape& shape = page.shape_of(i);
  std::uint32_t at = page.line(i).words.begin;
  for (std::size_t k = 0; k + 1 < shape.bytes.size() && shape.edges[k] <= x - page.x; ++k) at = shape.bytes[k];
  return at;
}

// Words that were pointed at are the cue or source that was asked for. True if one was.
bool take_pointed(Page& page) {
  Frame& f = page.frame;
  if (f.view.pointing == Pointing::nothing || f.session.words.empty()) return false;
  run(f, f.view.pointing == Pointing::cue ? "set-cue" : "set-source");
  return true;
}

// Takes hold of an edge of the selected mark or words, if the pointer is on one.
bool take_edge(Page& page) {
  Frame& f = page.frame;
  ViewState& v = f.view;
  if (v.pointing != Pointing::nothing) return false;
  for (const Handle& h : handles_of(page)) {
    if (!holds(h.place, f.pointer.x, f.pointer.y)) continue;
    v.edge = h.edge;
    return true;
  }
  return false;
}

// The pointer has begun to move an edge: the words of the piece are selected, from the edge that stays.
void pull_edge(Page& page) {
  ViewState& v = page.frame.view;
  v.anchor = v.edge->other;
  v.editing = v.edge->mark;
  v.editing_piece = v.edge->piece;
}

// A lost mark that is dragged over the text: the words on which it would fall are selected, and it is put on them when let go.
void drop_lost(Page& page, std::uint32_t at) {
  Frame& f = page.frame;
  const Span words = said_around(f.document(), at);
  if (words != f.session.words) f.send(session::Select{f.session.selected, words});
  else if (f.pointer.released && !words.empty()) run(f, "put-back", std::exchange(f.view.dragged_lost, std::string()));
}

}  // namespace

std::vector<Handle> handles_of(const Page& page) {
  const Frame& f = page.frame;
  std::vector<Handle> out;
  // A finger needs room; a mouse that is no nearer than this means the words.
  const float reach = f.around.touch ? 22.0f : 5.0f, high = 26 * page.unit(), below = f.around.touch ? std::max(18.0f, 44 - high) : 0.0f;
  const auto add = [&](Span piece, const Target& mark, std::size_t i) {
    const auto pieces = page.pieces_of(piece);
    if (pieces.empty()) return;
    const auto put = [&](std::size_t line, float x, std::uint32_t other) {
      out.push_back({{x - reach, page.box_top(line), 2 * reach, high + below}, {mark, i, other}, x, page.box_top(line) + high});
    };
    if (page.line(pieces.front().line).words.begin <= piece.begin) put(pieces.front().line, pieces.front().x0, piece.end);
    if (page.line(pieces.back().line).words.end >= piece.end) put(pieces.back().line, pieces.back().x1, piece.begin);
  };
  if (!f.session.words.empty()) {
    add(f.session.words, f.view.editing, f.view.editing_piece);
  } else if (f.session.selected.index() == 1 || f.session.selected.index() == 2) {
    const std::vector<Span> spans = spans_of(f.document(), f.session.selected);
    for (std::size_t i = 0; i < spans.size(); ++i) add(spans[i], f.session.selected, i);
  }
  return out;
}

void draw_handles(Page& page) {
  Frame& f = page.frame;
  std::size_t n = 0;
  for (const Handle& h : handles_of(page)) {
    f.view.places["handle." + std::to_string(n++)] = h.place;
    const bool near = holds(h.place, f.pointer.x, f.pointer.y) || (f.view.edge && f.view.edge->mark == h.edge.mark && f.view.edge->other == h.edge.other);
    if (f.around.touch) f.canvas.AddCircleFilled({h.x, h.bottom + 8}, 8, ink(f.colours.ink), 20);
    else if (near) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (f.around.touch || near) line(f, std::round(h.x), h.bottom - 26 * page.unit() - 1, std::round(h.x), h.bottom + 2, f.colours.ink, 2);
  }
}

void read_article(Page& page) {
  Frame& f = page.frame;
  ViewState& v = f.view;
  const Pointer& p = f.pointer;
  const bool over = over_text(page);
  if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  const auto at = byte_at(page, p.x, p.y);
  if (!at) return;
  if (!v.dragged_lost.empty()) {
    if (over) drop_lost(page, *at);
    return;
  }
  // The word that a click pointed at is selected since the last frame.
  if (std::exchange(v.point_now, false) && take_pointed(page)) return;

  if (p.pressed && over && v.pressed.empty()) {
    v.pressed = "article";
    v.focused.clear();
    v.selecting = true;
    v.word_wise = p.clicks >= 2;
    v.caret_x = -1;
    v.edge.reset();
    if (p.shift && f.session.words.begin != f.session.words.end) return;
    if (p.clicks == 1 && take_edge(page)) return;
    v.anchor = *at;
    v.first_word = p.clicks >= 2 ? word_around(page.text(), letter_at(page, p.x, p.y)) : Span{*at, *at};
    if (p.clicks == 2) f.send(session::Select{f.session.selected, v.first_word});
    if (p.clicks == 3) f.send(session::Select{f.session.selected, paragraph_around(f.document(), *at)});
    return;
  }
  if (!v.selecting) return;
  if (p.down) {
    constexpr float kStart = 4;  // a hand that trembles does not drag
    const bool moved = std::hypot(ImGui::GetMouseDragDelta(0, 0).x, ImGui::GetMouseDragDelta(0, 0).y) > kStart;
    if (!moved && !p.shift) return;
    if (v.edge && v.editing != v.edge->mark) pull_edge(page);
    if (v.edge) v.anchor = v.edge->other;
    v.exact = p.alt;
    const Span rough{std::min(v.anchor, *at), std::max(v.anchor, *at)};
    const Span words = p.alt ? rough : whole_words(page.text(), rough);
    if (words != f.session.words) f.send(session::Select{f.session.selected, words});
    v.caret = false;
    // Beyond the upper or lower edge the text follows.
    if (p.y < page.zone.y + 8) v.scroll = std::max(0.0f, v.scroll - 12);
    if (p.y > bottom_of(page.zone) - 8) v.scroll += 12;
    if (p.y < page.zone.y + 8 || p.y > bottom_of(page.zone) - 8) f.wake(0.016);
    return;
  }
  v.selecting = false;
  if (const auto edge = std::exchange(v.edge, std::nullopt); edge && !f.session.words.empty() && v.editing == edge->mark) {
    // The edge of a mark is let go: the mark has these words now. Those of a selection stay selected.
    if (edge->mark.index() != 0) run(f, "edit");
    return;
  }
  if (!v.word_wise && take_pointed(page)) return;
  if (v.pointing != Pointing::nothing && over && on_letters(page, p.x, p.y)) {
    f.send(session::Select{f.session.selected, word_around(page.text(), letter_at(page, p.x, p.y))});
    v.point_now = true;
    return;
  }
  if (p.clicks < 2 && f.session.words.empty() && over && !v.word_wise) {
    v.caret = !on_letters(page, p.x, p.y) || marks_at(f.document(), letter_at(page, p.x, p.y), page.shown).empty();
    v.caret_since = f.around.now;
    if (on_letters(page, p.x, p.y)) take_mark(page, letter_at(page, p.x, p.y));
    else f.send(session::Select{{}, {*at, *at}});
  } else if (!v.word_wise && !f.session.words.empty() && over) {
    const float dx = ImGui::GetMouseDragDelta(0, 0).x, dy = ImGui::GetMouseDragDelta(0, 0).y;
    if (std::hypot(dx, dy) <= 4 && !p.shift) take_mark(page, letter_at(page, p.x, p.y));
  }
}

// The smallest mark on a letter that is drawn, as marks_at has it; looked for in every frame.
Target mark_on(const Page& page, std::uint32_t at) {
  Target smallest;
  std::uint32_t size = 0;
  const auto look = [&](const std::vector<Span>& spans, const Target& mark) {
    for (const Span span : spans)
      if (contains(span, at) && (smallest.index() == 0 || span.size() < size)) smallest = mark, size = span.size();
  };
  for (const Quotation* q : page.quotations)
    for (const auto* part : {&q->content, &q->cue, &q->source}) look(*part, q->id);
  for (const Claim* c : page.claims) look(c->spans, c->id);
  return smallest;
}

void draw_hover(Page& page) {
  Frame& f = page.frame;
  ViewState& v = f.view;
  const Pointer& p = f.pointer;
  if (p.down || !f.session.words.empty() || v.overlay != Overlay::none || !over_text(page) || !on_letters(page, p.x, p.y)) return;
  const std::uint32_t at = letter_at(page, p.x, p.y);
  const Target here = mark_on(page, at);
  if (here.index() == 0) return;
  const std::string id = "text." + id_of(here);
  const std::size_t i = page.lines.line_of(at);
  const float x = page.x + page.shape_of(i).x_of(at);
  // The tooltip stays with the line on which it came up.
  v.places[id] = {page.x, page.top(i), page.column.width, page.line(i).height};
  if (v.hovered != id) {
    v.hovered = id;
    v.hovered_since = f.around.now;
  }
  tooltip(f, id, {x - 4, page.top(i), 8, page.line(i).height}, about(f.document(), here));
}

void draw_caret(Page& page) {
  Frame& f = page.frame;
  const ViewState& v = f.view;
  const float height = 28 * page.unit();
  const auto bar = [&](std::uint32_t byte) {
    const Rect r = place_of(page, byte);
    if (r.height > 0) line(f, std::round(r.x), r.y - 1, std::round(r.x), r.y - 1 + height, f.colours.ink, 2);
  };
  const Span words = f.session.words;
  if (!words.empty()) {
    bar(words.begin);
    // The end of the selection belongs to its last letter, not to the next line.
    for (const Page::Piece& piece : page.pieces_of({words.end - 1, words.end}))
      line(f, piece.x1, page.box_top(piece.line) - 1, piece.x1, page.box_top(piece.line) - 1 + height, f.colours.ink, 2);
    return;
  }
  if (!v.caret) return;
  constexpr double kBlink = 0.53, kBlinks = 5;
  const double since = f.around.now - v.caret_since;
  const bool rests = since >= kBlinks || f.around.reduced_motion;
  if (rests || static_cast<long>(since / kBlink) % 2 == 0) bar(words.begin);
  if (!rests) f.wake(kBlink - std::fmod(since, kBlink) + 0.001);
}

}  // namespace ui
