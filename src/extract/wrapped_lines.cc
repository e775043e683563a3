#include "extract/wrapped_lines.h"

#include <algorithm>

#include "extract/teasers.h"  // is_cut_off
#include "text/characters.h"
#include "text/reading.h"
#include "text/segment.h"
#include "text/utf8.h"

namespace extract {
namespace {

constexpr std::size_t kNarrowest = 40, kWidest = 120;  // the widths, in characters, at which people wrap by hand
constexpr std::size_t kNearly = 80;  // of a hundred: proportional letters fill a line with more or fewer of them

std::size_t first_word_width(std::string_view line) { return text::count_code_points(line.substr(0, std::min(line.find(' '), line.size()))); }

bool starts_small(std::string_view line) { return !line.empty() && text::is_lower(text::character_at(line, 0).code); }

// "- ", "• ", "3. ", "(a) ": an item of a list stands by itself.
bool starts_item(std::string_view line) {
  for (const std::string_view mark : {"- ", "* ", "• ", "– ", "— ", "· ", "▪ ", "◦ "})
    if (line.starts_with(mark)) return true;
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9') ++digits;
  return digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

// "JANE ROE: ", "Jane Roe: ", "[00:01:12] ": a turn in a transcript.
bool starts_turn(std::string_view line) {
  if (line.starts_with('[') && line.size() > 1 && line[1] >= '0' && line[1] <= '9') return true;
  const std::size_t colon = line.substr(0, 40).find(": ");
  if (colon == line.npos || colon == 0) return false;
  std::size_t words = 1;
  bool starts_word = true;
  for (std::uint32_t at = 0; at < colon;) {
    const text::Character c = text::character_at(line, at);
    if (starts_word && !text::is_upper(c.code)) return false;
    starts_word = c.code == ' ';
    words += starts_word;
    if (!text::is_letter(c.code) && c.code != ' ' && c.code != '.' && c.code != '-' && c.code != '\'' && c.code != 0x2019) return false;
    at += c.size;
  }
  return words <= 4;
}

class Joiner {
 public:
  Joiner(std::string_view text, const std::vector<PlainLine>& lines) : text_(text), lines_(lines), joins_(lines.size(), false) {
    widths_.reserve(lines.size());
    for (const PlainLine& line : lines) widths_.push_back(text::count_code_points(slice(text, line.words)));
  }

  // A stretch has one depth of quoting and no line that is too wide to be wrapped.
  std::vector<bool> join() {
    for (std::size_t begin = 0; begin < lines_.size();) {
      if (widths_[begin] > kWidest) {
        ++begin;
        continue;
      }
      std::size_t end = begin + 1;
      while (end < lines_.size() && widths_[end] <= kWidest && lines_[end].depth == lines_[begin].depth) ++end;
      join_stretch(begin, end);
      begin = end;
    }
    return std::move(joins_);
  }

 private:
  std::string_view words(std::size_t i) const { return slice(text_, lines_[i].words); }

  bool is_adjacent(std::size_t i) const {
    if (lines_[i].words.empty() || lines_[i + 1].words.empty()) return false;
    return std::count(text_.begin() + lines_[i].span.end, text_.begin() + lines_[i + 1].span.begin, '\n') == 1;
  }

  void join_stretch(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> widths(widths_.begin() + static_cast<std::ptrdiff_t>(begin), widths_.begin() + static_cast<std::ptrdiff_t>(end));
    std::sort(widths.begin(), widths.end());
    const std::size_t widest = widths[widths.size() - 1 - widths.size() / 20];  // an address may stick out
    if (widest < kNarrowest) return;
    std::size_t pairs = 0, wrapped = 0;
    for (std::size_t i = begin; i + 1 < end; ++i) {
      if (!is_adjacent(i)) continue;
      const std::string_view line = words(i), next = words(i + 1);
      ++pairs;
      const std::size_t needed = widths_[i] + 1 + first_word_width(next);
      const bool full = needed > widest, nearly = needed * 100 > widest * kNearly, open = is_cut_off(line) || line.ends_with('-');
      const bool apart = starts_item(next) || starts_turn(next);
      joins_[i] = !apart && (full || (open && (nearly || starts_small(next))));
      wrapped += full || (open && nearly && starts_small(next));
    }
    // In a text of short lines (a list, a poem) a few look wrapped by chance.
    if (wrapped < 2 || wrapped * 2 < pairs) std::fill(joins_.begin() + static_cast<std::ptrdiff_t>(begin), joins_.begin() + static_cast<std::ptrdiff_t>(end), false);
  }

  std::string_view text_;
  const std::vector<PlainLine>& lines_;
  std::vector<std::size_t> widths_;
  std::vector<bool> joins_;
};

}  // namespace

std::vector<PlainLine> lines_of_plain_text(std::string_view text) {
  std::vector<PlainLine> lines;
  for (const text::Span span : text::paragraphs(text)) {
    PlainLine line{.span = span};
    const std::uint32_t marks = text::size_of_mail_marks(slice(text, span), &line.depth);
    line.words = {span.begin + std::min(marks, span.size()), span.end};
    lines.push_back(line);
  }
  return lines;
}

std::vector<bool> joins_next(std::string_view text, const std::vector<PlainLine>& lines) { return Joiner(text, lines).join(); }

}  // namespace extract
