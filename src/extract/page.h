// A page to an article: the lines of the article's region as blocks, junk among them excluded, and what the
// page says about itself (title, authors, date, …).
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace extract {

struct Page {
  document::Article article;
  std::string notice;  // what had to be cut short, in a sentence, or empty
};

Page read_page(std::string_view utf8, std::string_view url);

}  // namespace extract
