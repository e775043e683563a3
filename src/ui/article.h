// The article in the middle of the page. Internal to ui.
//
//   Page          where the lines of the text stand in this frame, and the shapes of those that can be seen
//   draw_…        one layer each, in the order of the design: tints, hatches, lines, text, outlines, margins, links
//   read_article  what the pointer does to the text
#pragma once

#include <set>
#include <string>
#include <vector>

#include "ui/marks.h"
#include "ui/parts.h"

namespace ui {

struct Page {
  Frame& frame;
  Rect zone;
  Column column;
  float x = 0;      // left edge of the column
  float y = 0;      // where the text begins, scrolled
  float right = 0;  // where the discs of claims stand
  const Lines& lines;
  Lines::Range seen;          // the lines to draw
  std::vector<Shape> shapes;  // of those
  std::vector<Span> bold;     // sources, in text order
  Shown shown;
  std::vector<const document::Quotation*> quotations{};  // those that are shown and have a part on the lines to draw
  std::vector<const document::Claim*> claims{};
  std::set<std::string> apart{};  // ids of quotations that a comparison draws in its own way
  Target in_review;  // the mark that is asked about; others are pale

  std::string_view text() const { return frame.document().article.text.view(); }
  float unit() const { return column.text_size / 18; }  // marks scale with the text
  const Line& line(std::size_t i) const { return lines.lines[i]; }
  const Shape& shape_of(std::size_t i) const { return shapes[i - seen.first]; }
  float top(std::size_t i) const { return y + line(i).y; }
  float box_top(std::size_t i) const;  // of the letters
  float baseline(std::size_t i) const;
  float middle(std::size_t i) const { return top(i) + line(i).height / 2; }
  float alpha_of(const Target& mark) const;  // 0.35 for marks that are not meant in review

  // A stretch of marked words on one line.
  struct Piece {
    std::size_t line = 0;
    float x0 = 0, x1 = 0;
  };
  std::vector<Piece> pieces_of(Span) const;
  Span words_seen() const;  // from the first line to the last
  bool is_seen(const std::vector<Span>&) const;
};

Advance advance_of(const Fonts&, const Column&);

// Lays the text out if that is needed and places it in the zone.
Page place(Frame&, const Rect& zone);

// The two ends of the selected words, or of each piece of the selected mark, where the pointer can take hold of them.
struct Handle {
  Rect place;
  ViewState::Edge edge;
  float x = 0, bottom = 0;  // of the letters
};
std::vector<Handle> handles_of(const Page&);

void draw_header(Page&);
void draw_blocks(Page&);  // why a paragraph is excluded, and how to change that
void draw_search_hits(Page&);
void draw_tints(Page&);
void draw_versions(Page&);  // of a comparison
void draw_mark_lines(Page&);  // cues, claims, doubtful sources
void draw_words(Page&);
void draw_outlines(Page&);
void draw_margins(Page&);
void draw_links(Page&);
void draw_handles(Page&);
void draw_caret(Page&);
void draw_hover(Page&);  // a word on the mark under the pointer
void draw_selection_palette(Page&);
void read_article(Page&);

// The quotations that two people do not have on the same words.
std::set<std::string> marks_apart(Frame&);

// The whole view, with its scrolling.
void draw_article(Frame&, const Rect& zone);

// The byte under a point of the page, and the rectangle of a byte; none where nothing is drawn.
std::optional<std::uint32_t> byte_at(const Page&, float x, float y);
Rect place_of(const Page&, std::uint32_t byte);

}  // namespace ui
