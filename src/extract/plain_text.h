// Pasted or plain text to blocks. The text stays as it is; a block is a line that is not blank, or a paragraph
// whose lines were wrapped by hand at some width.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "text/span.h"

namespace extract {

// Lines, and hard-wrapped lines of one paragraph as one; without the blanks around them. Linear.
std::vector<text::Span> paragraphs_of_plain_text(std::string_view text);

std::vector<document::Block> blocks_of_plain_text(std::string_view text);

}  // namespace extract
