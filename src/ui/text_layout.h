// From a text and its blocks to lines on a page: pure arithmetic, no ImGui.
//
//   lay_out   text, blocks, column -> Lines   words into lines; a new style for headings, excluded blocks, …
//   shape     one line -> Shape               where each letter stands, with bold words in their own widths
//
// Marks never move a line: lay_out does not know them. A bold word is wider than it was; if its line gets too long
// for the column, all letters of the line stand closer by some tenths of a pixel, bold ones by twice as much. Linear in the text; 200,000 words take a few milliseconds, so keep the result until
// text, blocks, width, size or fonts change.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "text/span.h"

namespace ui {

using text::Span;

enum class TextStyle : std::uint8_t { reading, bold, heading, title, excluded };
constexpr std::size_t kTextStyles = 5;

// The advance width of a character in a style, in CSS px at the size that Column gives this style.
using Advance = std::function<float(TextStyle, char32_t)>;

struct Column {
  float width = 592;
  float text_size = 18;  // of the reading style; everything scales with it
  float line_height = 30;
  float paragraph_gap = 16;
  float role_line = 16;  // above the first line of an excluded block, where its role stands
  bool operator==(const Column&) const = default;
};

// Sizes that belong to a style.
float size_of(const Column&, TextStyle);
float line_height_of(const Column&, TextStyle);

struct Line {
  Span words;               // without the blanks at its end
  float y = 0, height = 0;  // from the top of the text
  float indent = 0;
  TextStyle style = TextStyle::reading;
  bool first = false;       // of its block
  std::int32_t block = -1;  // index in Article::blocks; -1: text that no block holds
};

struct Lines {
  std::vector<Line> lines;
  float height = 0;

  // The indices of the lines that touch y0 .. y1: [first, last).
  struct Range {
    std::size_t first = 0, last = 0;
  };
  Range between(float y0, float y1) const;
  // The line that holds the byte, or the last one before it. 0 if there is none. Logarithmic.
  std::size_t line_of(std::uint32_t byte) const;
  // The line at a height, or the nearest.
  std::size_t line_at(float y) const;
};

Lines lay_out(std::string_view text, const document::SharedList<document::Block>& blocks, const Column&, const Advance&);

// Where the letters of one line stand: edges[i] is the left edge of the letter at bytes[i]; the last pair is the end.
struct Shape {
  std::vector<std::uint32_t> bytes;
  std::vector<float> edges;
  bool closer = false;  // letters stand closer than their font has it: they are drawn one by one

  float x_of(std::uint32_t byte) const;
  std::uint32_t byte_at(float x) const;  // the nearest edge between two letters
  std::pair<std::size_t, std::size_t> letters_of(Span) const;  // their indices, half-open
  float width() const { return edges.empty() ? 0 : edges.back(); }
};

// `bold` stands in text order; only used in the reading style.
Shape shape(std::string_view text, const Line&, const std::vector<Span>& bold, float column_width, const Advance&);

}  // namespace ui
