// The lines of a pasted text, and which of them are one paragraph: e-mail and text out of PDF come wrapped at some width.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace extract {

struct PlainLine {
  text::Span span;  // without the blanks around it
  text::Span words;  // and without the marks of quoted e-mail; empty where there is nothing else
  int depth = 0;    // how many such marks
};

// Lines that are not blank. Linear.
std::vector<PlainLine> lines_of_plain_text(std::string_view text);

// For each line whether the next belongs to its paragraph. A line was wrapped where the next word would not have fitted,
// in a stretch of lines among which that is the rule. Linear but for a sort.
std::vector<bool> joins_next(std::string_view text, const std::vector<PlainLine>&);

}  // namespace extract
