// Blocks for a text that has changed since they were made.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace format {

// A block as a file has it: its place is given in code points of a text that may be another one.
struct FileBlock {
  document::Block block;
  std::int64_t size = 0;             // in code points
  std::optional<text::Span> span;    // none: outside the text
};

// `all` is the whole text. Blocks that begin and end with lines of the text are kept as they are. Otherwise lines are compared with blocks by
// length, since blocks carry no words by which they could be found again: those that agree at the front and at the
// back keep their block, the lines between become plain paragraphs.
std::vector<document::Block> fit_blocks(std::string_view all, std::vector<FileBlock> blocks);

// The same blocks, and a paragraph for each line that no block holds any of.
std::vector<document::Block> fill_gaps(std::string_view all, std::vector<document::Block> blocks);

}  // namespace format
