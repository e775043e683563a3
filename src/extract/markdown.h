// The marks that Markdown puts at the start of lines: headings, lists, code, the facts above the text. The text stays as it
// is; marks inside lines are words like others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/boilerplate.h"
#include "extract/wrapped_lines.h"

namespace extract {

// For each line whether the next belongs to its paragraph: unless that begins a heading, an item or a block of code.
std::vector<bool> joins_next_in_markdown(std::string_view text, const std::vector<PlainLine>&);

struct MarkdownFacts {
  std::string title, author, published;  // of "title: …" above the text; else the title is the first heading
};

// For each paragraph what its marks make of it, or no decision.
std::vector<Decision> markdown_roles(const std::vector<std::string_view>& paragraphs, MarkdownFacts& facts);

}  // namespace extract
