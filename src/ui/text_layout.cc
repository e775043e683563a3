#include "ui/text_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/utf8.h"

namespace ui {
namespace {

// The widths that were asked for before: nearly every character of a text is one of these.
class Widths {
 public:
  explicit Widths(const Advance& advance) : advance_(advance) {
    for (auto& row : known_) row.fill(-1);
  }
  float operator()(TextStyle style, char32_t code) {
    auto& row = known_[static_cast<std::size_t>(style)];
    if (code >= row.size()) return advance_(style, code);
    if (row[code] < 0) row[code] = advance_(style, code);
    return row[code];
  }

 private:
  const Advance& advance_;
  std::array<std::array<float, 0x250>, kTextStyles> known_;
};

bool is_ideograph(char32_t c) {
  return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xAC00 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF00 && c < 0xFFF0) ||
         (c >= 0x20000 && c < 0x30000);
}

bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x3000; }

bool may_break_after(char32_t c) {
  return is_blank(c) || c == '-' || c == 0x2010 || c == 0x2013 || c == 0x2014 || c == 0x200B || is_ideograph(c);
}

// Closing marks and small kana stay with what is before them, opening marks with what follows (JIS X 4051).
bool stays_with_before(char32_t c) { return std::u32string_view(U"、。，．：；？！」』）】》〉］｝”’…—ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ").find(c) != std::u32string_view::npos; }
bool stays_with_next(char32_t c) { return std::u32string_view(U"「『（【《〈［｛“‘").find(c) != std::u32string_view::npos; }

// A stretch of text that starts on a new line.
struct Passage {
  Span span;
  TextStyle style = TextStyle::reading;
  std::int32_t block = -1;
  float indent = 0;
};

TextStyle style_of(const document::Block& block) {
  // A title is set as one wherever it stands, also where it is none of the article's own sentences.
  if (block.role == document::kTitle) return TextStyle::title;
  if (block.excluded) return TextStyle::excluded;
  if (block.role == document::kHeading) return TextStyle::heading;
  return TextStyle::reading;
}

bool is_only_blank(std::string_view words) { return words.find_first_not_of(" \t\n\r") == std::string_view::npos; }

std::vector<Passage> passages_of(std::string_view text, const document::SharedList<document::Block>& blocks, const Column& column) {
  std::vector<Passage> out;
  std::uint32_t at = 0;
  const auto between = [&](std::uint32_t end) {
    if (at < end && !is_only_blank(text::slice(text, {at, end}))) out.push_back({.span = {at, end}});
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const document::Block& block = blocks[i];
    between(block.span.begin);
    const bool set_in = !block.excluded && (block.role == document::kListItem || block.role == document::kBlockQuote);
    out.push_back({block.span, style_of(block), static_cast<std::int32_t>(i), set_in ? column.text_size * 1.25f : 0});
    at = std::max(at, block.span.end);
  }
  between(static_cast<std::uint32_t>(text.size()));
  return out;
}

class Setter {
 public:
  Setter(std::string_view text, const Column& column, const Advance& advance) : text_(text), column_(column), widths_(advance) {}

  Lines run(const std::vector<Passage>& passages) {
    out_.lines.reserve(text_.size() / 48 + passages.size());
    for (std::size_t i = 0; i < passages.size(); ++i) {
      if (i) out_.height += column_.paragraph_gap;
      if (passages[i].style == TextStyle::excluded) out_.height += column_.role_line;
      set(passages[i]);
    }
    return std::move(out_);
  }

 private:
  void set(const Passage& passage) {
    first_ = true;
    std::uint32_t at = passage.span.begin;
    // A line break inside a block begins a new line, and an empty line is kept once.
    while (at <= passage.span.end) {
      std::size_t end = text_.find('\n', at);
      if (end == std::string_view::npos || end > passage.span.end) end = passage.span.end;
      const Span stretch{at, static_cast<std::uint32_t>(end)};
      if (!is_only_blank(text::slice(text_, stretch))) set_stretch(passage, stretch);
      at = static_cast<std::uint32_t>(end) + 1;
    }
  }

  void set_stretch(const Passage& passage, Span stretch) {
    const float room = std::max(column_.width - passage.indent, column_.text_size);
    std::uint32_t at = stretch.begin;
    while (at < stretch.end && is_blank(static_cast<unsigned char>(text_[at]))) ++at;
    std::uint32_t start = at;      // of the line
    std::uint32_t words_end = at;  // behind its last letter that is no blank
    std::uint32_t chance = 0;      // where the line could end, if it could
    std::uint32_t chance_words_end = 0;
    float x = 0, chance_x = 0;
    while (at < stretch.end) {
      const text::Character c = text::character_at(text_, at);
      const float width = widths_(passage.style, c.code);
      const bool blank = is_blank(c.code);
      if (!blank && x + width > room && at > start) {
        if (chance > start) {
          add(passage, {start, chance_words_end});
          start = chance;
          x -= chance_x;
        } else {
          add(passage, {start, at});
          start = at;
          x = 0;
        }
        chance = 0;
      }
      x += width;
      at += c.size;
      if (!blank) words_end = at;
      const bool joined = is_ideograph(c.code) && (stays_with_next(c.code) || (at < stretch.end && stays_with_before(text::character_at(text_, at).code)));
      if (may_break_after(c.code) && !joined) {
        chance = at;
        chance_words_end = words_end;
        chance_x = x;
      }
    }
    if (words_end > start) add(passage, {start, words_end});
  }

  void add(const Passage& passage, Span words) {
    const float height = line_height_of(column_, passage.style);
    out_.lines.push_back({words, out_.height, height, passage.indent, passage.style, first_, passage.block});
    out_.height += height;
    first_ = false;
  }

  std::string_view text_;
  const Column& column_;
  Widths widths_;
  Lines out_;
  bool first_ = true;
};

}  // namespace

float size_of(const Column& column, TextStyle style) {
  switch (style) {
    case TextStyle::heading:
      return std::round(column.text_size * 22 / 18);
    case TextStyle::title:
      return std::round(column.text_size * 28 / 18);
    case TextStyle::excluded:
      return std::max(12.0f, std::round(column.text_size * 13 / 18));
    case TextStyle::reading:
    case TextStyle::bold:
      break;
  }
  return column.text_size;
}

float line_height_of(const Column& column, TextStyle style) {
  switch (style) {
    case TextStyle::heading:
      return column.line_height;
    case TextStyle::title:
      return std::round(column.line_height * 1.2f);
    case TextStyle::excluded:
      return std::round(size_of(column, style) * 20 / 13);
    case TextStyle::reading:
    case TextStyle::bold:
      break;
  }
  return column.line_height;
}

Lines::Range Lines::between(float y0, float y1) const {
  const auto first = std::partition_point(lines.begin(), lines.end(), [&](const Line& l) { return l.y + l.height <= y0; });
  const auto last = std::partition_point(first, lines.end(), [&](const Line& l) { return l.y < y1; });
  return {static_cast<std::size_t>(first - lines.begin()), static_cast<std::size_t>(last - lines.begin())};
}

std::size_t Lines::line_of(std::uint32_t byte) const {
  const auto after = std::partition_point(lines.begin(), lines.end(), [&](const Line& l) { return l.words.begin <= byte; });
  return after == lines.begin() ? 0 : static_cast<std::size_t>(after - lines.begin()) - 1;
}

std::size_t Lines::line_at(float y) const {
  if (lines.empty()) return 0;
  const auto after = std::partition_point(lines.begin(), lines.end(), [&](const Line& l) { return l.y <= y; });
  if (after == lines.begin()) return 0;
  const std::size_t i = static_cast<std::size_t>(after - lines.begin()) - 1;
  // In the gap between two paragraphs the nearer line is meant.
  if (after != lines.end() && y - (lines[i].y + lines[i].height) > after->y - y) return i + 1;
  return i;
}

Lines lay_out(std::string_view text, const document::SharedList<document::Block>& blocks, const Column& column, const Advance& advance) {
  return Setter(text, column, advance).run(passages_of(text, blocks, column));
}

float Shape::x_of(std::uint32_t byte) const {
  if (bytes.empty()) return 0;
  const auto at = std::lower_bound(bytes.begin(), bytes.end(), byte);
  return at == bytes.end() ? edges.back() : edges[static_cast<std::size_t>(at - bytes.begin())];
}

std::uint32_t Shape::byte_at(float x) const {
  if (bytes.empty()) return 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i)
    if (x < (edges[i] + edges[i + 1]) / 2) return bytes[i];
  return bytes.back();
}

std::pair<std::size_t, std::size_t> Shape::letters_of(Span span) const {
  const auto index = [&](std::uint32_t byte) {
    return static_cast<std::size_t>(std::lower_bound(bytes.begin(), bytes.end(), byte) - bytes.begin());
  };
  return {index(span.begin), index(span.end)};
}

Shape shape(std::string_view text, const Line& line, const std::vector<Span>& bold, float column_width, const Advance& advance) {
  Shape out;
  // What the letters before each one give up, in parts; a blank must not get so narrow that words seem to be one.
  std::vector<float> given;
  constexpr float kBoldPart = 2;
  float x = line.indent, parts = 0;
  auto next_bold = bold.begin();
  for (std::uint32_t at = line.words.begin; at < line.words.end;) {
    while (next_bold != bold.end() && next_bold->end <= at) ++next_bold;
    const bool is_bold = line.style == TextStyle::reading && next_bold != bold.end() && next_bold->begin <= at;
    const text::Character c = text::character_at(text, at);
    out.bytes.push_back(at);
    out.edges.push_back(x);
    given.push_back(parts);
    x += advance(is_bold ? TextStyle::bold : line.style, c.code);
    parts += is_bold ? kBoldPart : 1;
    at += c.size;
  }
  out.bytes.push_back(line.words.end);
  out.edges.push_back(x);
  given.push_back(parts);
  // A line without bold words is as long as it was laid out: the letter that is too wide for any column stays so.
  const float excess = x - column_width;
  out.closer = excess > 0 && parts > static_cast<float>(given.size() - 1);
  if (!out.closer) return out;
  for (std::size_t i = 0; i < out.edges.size(); ++i) out.edges[i] -= excess * given[i] / parts;
  return out;
}

}  // namespace ui
