#include "extract/plain_text.h"

#include <algorithm>

#include "extract/boilerplate.h"
#include "extract/teasers.h"
#include "text/segment.h"
#include "text/utf8.h"

namespace extract {
namespace {

constexpr std::size_t kNarrowest = 40, kWidest = 120;  // the widths, in characters, at which people wrap by hand

std::size_t width(std::string_view line) { return text::count_code_points(line); }

std::size_t first_word_width(std::string_view line) { return width(line.substr(0, std::min(line.find(' '), line.size()))); }

bool adjacent(std::string_view text, text::Span a, text::Span b) {
  return std::count(text.begin() + a.end, text.begin() + b.begin, '\n') == 1;
}

// A wrapped line ends where the next word would not have fitted.
std::vector<bool> joins_next(std::string_view text, const std::vector<text::Span>& lines) {
  std::vector<bool> joins(lines.size(), false);
  std::size_t widest = 0;
  for (const text::Span line : lines) {
    if (line.size() > kWidest * 4) return joins;
    widest = std::max(widest, width(text::slice(text, line)));
  }
  if (widest < kNarrowest || widest > kWidest) return joins;
  std::size_t pairs = 0, wrapped = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!adjacent(text, lines[i], lines[i + 1])) continue;
    const std::string_view line = text::slice(text, lines[i]), next = text::slice(text, lines[i + 1]);
    ++pairs;
    joins[i] = width(line) + 1 + first_word_width(next) > widest;
    wrapped += joins[i];
  }
  // In a text of short lines (a list, a poem) a few look wrapped by chance.
  if (wrapped < 2 || wrapped * 2 < pairs) joins.assign(lines.size(), false);
  return joins;
}

}  // namespace

std::vector<text::Span> paragraphs_of_plain_text(std::string_view text) {
  const std::vector<text::Span> lines = text::paragraphs(text);
  const std::vector<bool> joins = joins_next(text, lines);
  std::vector<text::Span> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && joins[i - 1]) paragraphs.back().end = lines[i].end;
    else paragraphs.push_back(lines[i]);
  }
  return paragraphs;
}

std::vector<document::Block> blocks_of_plain_text(std::string_view text) {
  const std::vector<text::Span> spans = paragraphs_of_plain_text(text);
  std::vector<std::string_view> lines;
  std::vector<Decision> decisions;
  for (const text::Span span : spans) {
    lines.push_back(text::slice(text, span));
    decisions.push_back(boilerplate(lines.back(), ""));
  }
  const std::vector<Decision> teasers = find_teasers(lines, decisions);
  std::vector<document::Block> blocks;
  blocks.reserve(spans.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Decision& decision = teasers[i] ? teasers[i] : decisions[i];
    document::Block block{.id = document::BlockId("b" + std::to_string(i + 1)), .span = spans[i]};
    if (decision) {
      block.role = decision.role;
      block.excluded = is_excluded(decision.role);
      block.origin = document::Origin{.by = document::AgentId("a1"), .method = decision.rule, .confidence = decision.confidence};
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace extract
