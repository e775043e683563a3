// What a page says about its article, in this order of trust: JSON-LD, microdata, OpenGraph and other <meta>,
// then what stands in the page (headline, byline, <time>). Linear in the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/article_body.h"
#include "extract/element_names.h"
#include "extract/json.h"
#include "extract/page_lines.h"
#include "extract/region.h"
#include "html/tree.h"

namespace extract {

struct Metadata {
  std::string title;
  std::vector<std::string> authors;
  std::string published;  // ISO 8601
  std::string site;
  std::string language;
  std::string direction;
  std::string address;    // the canonical one
  std::string description;
};

// The JSON-LD of a page, and the object in it that describes the article (0: none).
struct StructuredData {
  Json json;
  std::uint32_t article = 0;

  std::string_view body() const { return article ? json.value(article, "articleBody") : std::string_view(); }
};

StructuredData read_structured_data(const html::Tree&);

// What stands in the page of the article, where it was found.
struct Surroundings {
  const html::Tree& tree;
  const std::vector<Line>& lines;
  const std::vector<Marks>& marks;
  const StructuredData& data;
  const ArticleBody& body;
  Region region;
};

Metadata read_metadata(const Surroundings&, std::string_view url);

}  // namespace extract
