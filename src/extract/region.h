// Where in a page the article stands. Paragraphs vote for the elements around them, as in Readability's
// grabArticle; the winner is widened while the elements around it hold much more of the same.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/article_body.h"
#include "extract/element_names.h"
#include "extract/page_lines.h"

namespace extract {

struct Region {
  std::uint32_t element = 0;       // that holds the article
  std::size_t begin = 0, end = 0;  // its lines, and before them:
  std::size_t head = 0;            // where the page's heading stands, if a lead may stand between the two; else begin
};

// `body` shows the way, where the page has one.
Region find_region(const html::Tree&, const std::vector<Line>&, const std::vector<Marks>&, const ArticleBody& body);

}  // namespace extract
