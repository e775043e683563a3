// Blocks for a text that has changed since they were made.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace format {

// Blocks carry no words by which they could be found again, so lines of the text are compared with them by length:
// those that agree at the front and at the back keep their block, the lines between become plain paragraphs.
std::vector<document::Block> fit_blocks(std::string_view text, const std::vector<document::Block>& blocks);

}  // namespace format
