// A page as the lines that a reader sees, top to bottom: what a block element holds between two line
// breaks, with blanks collapsed as a browser does. Words are never run together across elements that start
// a new line, and never split by those that do not. What is not shown is left out: scripts, styles,
// hidden elements, form fields. Linear in the page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "html/tree.h"

namespace extract {

// Which kind of element a line stands in, nearest first: it decides the role of its block.
enum class Place : std::uint8_t { paragraph, title, heading, list_item, block_quote, caption, cell, preformatted };

struct Line {
  std::string words;
  Place place = Place::paragraph;
  std::uint32_t element = 0;  // the block element around it
  std::uint32_t first = 0;    // its first text node; these grow from line to line
  std::uint32_t linked = 0;   // how many bytes of it are links
  std::uint32_t bold = 0;     // and how many are bold or emphasised
};

std::vector<Line> lines_of(const html::Tree&);

}  // namespace extract
