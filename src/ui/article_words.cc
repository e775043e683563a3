// The words of the article, the tints behind them, and the lines under them.
#include <algorithm>
#include <cmath>

#include "ui/article.h"
#include "ui/words.h"

namespace ui {

using namespace document;

namespace {

constexpr float kTintHeight = 26, kRadius = 3;

const SpeakerColours& colours_for(const Page& page, const std::optional<SpeakerId>& speaker) {
  return speaker_colours(page.frame.colours, number_of(page.frame.figures, speaker));
}

Rect tint_of(const Page& page, const Page::Piece& piece) {
  const float unit = size_of(page.column, page.line(piece.line).style) / 18;
  return {piece.x0, page.box_top(piece.line), piece.x1 - piece.x0, std::round(kTintHeight * unit)};
}

// A part of a mixed quotation that stands in quotation marks is shown as direct.
bool is_quoted(std::string_view words) {
  for (const std::string_view mark : {"“", "„", "«", "\"", "‘", "「"})
    if (words.starts_with(mark)) return true;
  return false;
}

void hatch(Page& page, const Rect& r, Colour colour, float alpha) {
  Frame& f = page.frame;
  Clip clip(f, r);
  constexpr float kPitch = 6, kWidth = 1.6f;
  // The lines of all rectangles belong to one pattern, so that they meet across lines of text.
  const float pitch = kPitch * 1.41421356f;
  for (float x = std::floor((r.x - r.height) / pitch) * pitch; x < right_of(r); x += pitch)
    line(f, x, bottom_of(r), x + r.height, r.y, colour, kWidth, alpha);
}

std::uint32_t size_of_content(const Quotation& q) {
  std::uint32_t bytes = 0;
  for (const Span s : q.content) bytes += s.size();
  return bytes;
}

void draw_quotation(Page& page, const Quotation& q) {
  Frame& f = page.frame;
  const SpeakerColours& c = colours_for(page, q.speaker);
  const float alpha = page.alpha_of(q.id);
  const bool selected = f.session.selected == Target(q.id);
  const bool pointed = page.in_review == Target(q.id);
  for (const Span span : q.content) {
    const bool direct = q.type == kDirect || (q.type == kMixed && is_quoted(text::slice(page.text(), span)));
    for (const Page::Piece& piece : page.pieces_of(span)) {
      const Rect r = tint_of(page, piece);
      page.frame.view.places.emplace("text." + q.id.text(), r);
      if (is_doubtful(q)) {
        if (selected && !pointed) fill(f, r, c.tint_selected, kRadius, alpha);
        hatch(page, r, c.hatch, alpha);
        dashed_border(f, r, c.strong, kRadius, 1.5f, 1.5f, 3, alpha);
        continue;
      }
      fill(f, r, selected && !pointed ? c.tint_selected : direct ? c.tint : c.tint_indirect, kRadius, alpha);
      if (f.theme != Theme::contrast) continue;
      if (direct) border(f, r, c.strong, kRadius, 2, alpha);
      else dashed_border(f, r, c.strong, kRadius, 1, 5, 3, alpha);
    }
  }
}

// Words that stand on the tint of a quotation take its colour as their ground.
Colour ground_under(const Page& page, Span words) {
  const Colours& colours = page.frame.colours;
  for (const Quotation* q : page.quotations) {
    if (q->content.front().begin > words.begin) break;
    for (const Span s : q->content)
      if (contains(s, words.begin)) {
        const SpeakerColours& c = colours_for(page, q->speaker);
        return page.frame.session.selected == Target(q->id) ? c.tint_selected : c.tint;
      }
  }
  return colours.paper;
}

struct BoldWords {
  Span span;
  Colour colour;
};

std::vector<BoldWords> bold_words(const Page& page) {
  std::vector<BoldWords> out;
  constexpr double kReadable = 4.5;
  for (const Quotation* q : page.quotations) {
    if (is_doubtful(*q) || !page.is_seen(q->source)) continue;
    const Colour strong = colours_for(page, q->speaker).strong;
    for (const Span s : q->source) {
      const bool readable = contrast(strong, ground_under(page, s)) >= kReadable;
      out.push_back({s, readable ? strong : page.frame.colours.ink});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const BoldWords& a, const BoldWords& b) { return a.span < b.span; });
  return out;
}

void under(Page& page, Span span, float offset, float thickness, Colour colour, float alpha, bool dotted = false) {
  for (const Page::Piece& piece : page.pieces_of(span)) {
    const float y = std::round(page.baseline(piece.line) + offset * page.unit()) + thickness / 2;
    if (dotted) dashes(page.frame, piece.x0, y, piece.x1, y, colour, thickness, 1, 3, alpha);
    else line(page.frame, piece.x0, y, piece.x1, y, colour, thickness, alpha);
  }
}

}  // namespace

void draw_search_hits(Page& page) {
  Frame& f = page.frame;
  const SearchState& search = f.view.search;
  if (!search.open) return;
  for (std::size_t i = 0; i < search.hits.size(); ++i) {
    if (!page.is_seen({search.hits[i]})) continue;
    for (const Page::Piece& piece : page.pieces_of(search.hits[i]))
      fill(f, tint_of(page, piece), i == search.current ? f.colours.search_current : f.colours.search, kRadius);
  }
}

void draw_tints(Page& page) {
  Frame& f = page.frame;
  // Larger marks first; the smaller lie on them.
  std::vector<const Quotation*> marks;
  for (const Quotation* q : page.quotations)
    if (page.is_seen(q->content) && !page.apart.contains(q->id.text())) marks.push_back(q);
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Quotation* a, const Quotation* b) { return size_of_content(*a) > size_of_content(*b); });
  for (const Quotation* q : marks) draw_quotation(page, *q);
  // Found words lie on the tints as well, or a tint would hide them.
  draw_search_hits(page);
  for (const Page::Piece& piece : page.pieces_of(f.session.words)) fill(f, tint_of(page, piece), f.colours.selection, kRadius);
}

void draw_mark_lines(Page& page) {
  Frame& f = page.frame;
  for (const Quotation* q : page.quotations) {
    const Colour strong = colours_for(page, q->speaker).strong;
    const float alpha = page.alpha_of(q->id);
    if (page.is_seen(q->cue))
      for (const Span s : q->cue) under(page, s, 3, 2, strong, alpha);
    if (!is_doubtful(*q) || !page.is_seen(q->source)) continue;
    for (const Span s : q->source)
      for (const Page::Piece& piece : page.pieces_of(s)) {
        const float y = page.baseline(piece.line) + 4 * page.unit();
        dots(f, piece.x0, y, piece.x1, y, strong, 1.2f, 5, alpha);
      }
  }
  const Claim* before = nullptr;
  for (const Claim* one : page.claims) {
    const Claim& c = *one;
    const Worth worth = worth_of(c);
    const float alpha = page.alpha_of(c.id);
    const bool selected = f.session.selected == Target(c.id);
    const bool lower = before && overlaps(before->spans.front(), c.spans.front());
    for (const Span s : c.spans) {
      if (selected)
        for (const Page::Piece& piece : page.pieces_of(s)) fill(f, tint_of(page, piece), f.colours.selection, kRadius, 0.6f);
      under(page, s, lower ? 8.5f : 5.5f, worth == Worth::high || selected ? 2.0f : 1.0f, f.colours.ink, alpha, worth == Worth::low);
    }
    before = one;
  }
}

void draw_words(Page& page) {
  Frame& f = page.frame;
  const std::string_view all = page.text();
  const std::vector<BoldWords> bold = bold_words(page);
  for (std::size_t i = page.seen.first; i < page.seen.last; ++i) {
    const Line& l = page.line(i);
    const Shape& shape = page.shape_of(i);
    const float size = size_of(page.column, l.style), baseline = page.baseline(i);
    const bool excluded = l.style == TextStyle::excluded;
    const Font plain = excluded ? Font::sans : l.style == TextStyle::reading ? Font::serif : Font::serif_bold;
    const auto draw = [&](Span run, Font font, Colour colour) {
      if (run.begin < run.end) text_on(f, page.x + shape.x_of(run.begin), baseline, font, size, ink(colour), text::slice(all, run));
    };
    const auto draw_run = [&](Span run, Font font, Colour colour) {
      if (!shape.closer) return draw(run, font, colour);
      const auto [first, last] = shape.letters_of(run);
      for (std::size_t n = first; n < last; ++n)
        letter_on(f, page.x + shape.edges[n], baseline, font, size, ink(colour), text::slice(all, {shape.bytes[n], shape.bytes[n + 1]}));
    };
    const Colour words = excluded ? f.colours.faint : f.colours.ink;
    std::uint32_t at = l.words.begin;
    if (l.style == TextStyle::reading) {
      for (const BoldWords& b : bold) {
        const Span part{std::max(b.span.begin, at), std::min(b.span.end, l.words.end)};
        if (part.begin >= part.end) continue;
        draw_run({at, part.begin}, plain, words);
        draw_run(part, Font::serif_bold, b.colour);
        at = part.end;
      }
    }
    draw_run({at, l.words.end}, plain, words);

    if (!l.first || l.block < 0 || excluded) continue;
    if (f.document().article.blocks[static_cast<std::size_t>(l.block)].role == kListItem)
      f.canvas.AddCircleFilled({page.x + l.indent / 2, page.middle(i)}, 2.5f * page.unit(), ink(f.colours.ink), 12);
  }
}

void draw_outlines(Page& page) {
  Frame& f = page.frame;
  const SearchState& search = f.view.search;
  if (search.open && search.current < search.hits.size())
    for (const Page::Piece& piece : page.pieces_of(search.hits[search.current]))
      border(f, inset(tint_of(page, piece), -2), f.colours.ink, 4, 2);
  const auto* id = std::get_if<QuotationId>(&f.session.selected);
  const Quotation* q = id ? find(f.document(), *id) : nullptr;
  if (!q || !is_shown(*q, page.shown)) return;
  const Colour strong = colours_for(page, q->speaker).strong;
  const bool pointed = page.in_review == Target(q->id);
  for (const Span s : q->source)
    for (const Page::Piece& piece : page.pieces_of(s)) border(f, inset(tint_of(page, piece), -3), strong, kRadius, 2);
  if (!pointed) return;
  for (const Span s : q->content)
    for (const Page::Piece& piece : page.pieces_of(s)) border(f, inset(tint_of(page, piece), -2), strong, 4, 2);
}

}  // namespace ui
