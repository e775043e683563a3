// Pasted or plain text to blocks. The text stays as it is; a block is a line that is not blank, or a paragraph whose lines
// were wrapped at some width. The rules, the surest first:
//
//   block/glued-teaser, …    beginnings of other articles (teasers.h)
//   block/<role>             its words (boilerplate.tsv)
//   block/signature          below a line of two hyphens in an e-mail
//   block/running-head       the same short line on every page of what was printed
//   block/no-words           page numbers, rows of stars
//   block/markdown-<role>    Markdown's marks at the start of a line, in a file of that kind
//   block/quoted-mail        e-mail that another e-mail quotes
//   block/heading-line       a short line without a stop over a paragraph
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "extract/markdown.h"

namespace extract {

struct PlainText {
  std::vector<document::Block> blocks;
  MarkdownFacts facts;
  std::size_t articles = 1;  // pasted one after another: headings over bylines, dates or a place and a dash
};

enum class Layout { plain, markdown };

// Linear but for sorts.
PlainText read_plain_text(std::string_view text, Layout layout = Layout::plain);

}  // namespace extract
