// From what a person brings (a saved page, pasted text, a file) to an Article: all of its text as blocks,
// each with a role; what is not the article's own words is excluded, never cut out.
//
// Any bytes are an article: nothing here fails. What had to be cut short (a page nested too deep) is said
// in Extracted::notice.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace extract {

enum class Kind { automatic, text, html };

struct Input {
  std::string bytes;          // as they came: any encoding
  Kind kind = Kind::automatic;
  std::string charset;        // of a Content-Type header; empty: not known
  std::string url;            // where it is from; empty: not known
  std::string name;           // of the file; helps to tell text from HTML
  document::Import import;    // goes into the article as it is
};

struct Extracted {
  document::Article article;
  std::string notice;  // a sentence for the person, or empty
};

Extracted article(const Input&);

}  // namespace extract
