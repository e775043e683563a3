// What the tag, classes and other names of an element say about the lines in it. The patterns are the rows of
// assets/rules/element_names.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "html/tree.h"

namespace extract {

enum class Mark : std::uint8_t {
  navigation, comment, share, related_link, newsletter, advert, cookie, paywall, caption, byline, author_bio, date, notice,
  read_more, aside, tags, body, lead,
};
inline constexpr int kMarks = 18;

using Marks = std::uint32_t;  // one bit for each Mark
constexpr Marks bit(Mark mark) { return Marks{1} << static_cast<int>(mark); }

// "div.ArticleBody__related-links" as the patterns see it: " div article body related links ".
std::string names_of(const html::Tree&, const html::Node&);

// Of each node of the tree, what its own names and its tag say; nothing for <html>, <body> and text. Linear.
std::vector<Marks> marks_of(const html::Tree&);

}  // namespace extract
