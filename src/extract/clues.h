// What a page says of its article, read once, for those who ask (metadata.cc, authors.cc, published.cc).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/metadata.h"

namespace extract {

using Meta = std::map<std::string, std::string, std::less<>>;  // the first <meta> of each name, in lower case

struct Clues {
  Clues(const Surroundings& page, std::string_view url);

  const Surroundings& page;
  std::string_view url;
  const Json& json;
  std::map<std::string, std::uint32_t> ids;  // the objects of the JSON-LD that others name
  std::uint32_t article = 0;                 // the object that describes the article; 0: none
  Meta meta;
};

// Who wrote it: JSON-LD, <meta>, links to the pages of authors, elements that are called a byline.
std::vector<std::string> authors(const Clues&, std::string_view site);

// When, as ISO 8601: JSON-LD, <meta>, microdata, the address, what the page prints.
std::string published(const Clues&);

// The name of a person or body in JSON-LD: a string, or an object with a name, or with given and family name.
std::string name_of(const Json&, std::uint32_t node);
// "@id" in place of an object: the object with that id which says more.
std::uint32_t resolve(const Json&, const std::map<std::string, std::uint32_t>& by_id, std::uint32_t object);

// The first of these that the page has.
template <typename Names>
std::string first_of(const Meta& meta, const Names& names) {
  for (const std::string_view name : names)
    if (const auto found = meta.find(name); found != meta.end()) return found->second;
  return {};
}

std::string property_in_page(const html::Tree&, std::string_view itemprop);
// The words of an element, as far as they are short.
std::string text_in(const html::Tree&, std::uint32_t node);
bool is_in_comment(const Clues&, std::uint32_t node);
std::string small_letters(std::string_view);  // of ASCII

}  // namespace extract
