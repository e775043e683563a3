// Which of a page's titles is the headline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace extract {

struct Titles {
  std::string structured;            // JSON-LD or microdata
  std::string shared;                // og:title, twitter:title
  std::string document;              // <title>
  std::vector<std::string> headings;  // <h1>, in the order of the page
};

// `site` is the name of the site, which many titles end with.
std::string headline(const Titles&, std::string_view site);

}  // namespace extract
