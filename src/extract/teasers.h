// Teasers: the beginnings of other articles, cut off after so many characters, often with headline, byline and
// text run together where a page's boxes were pasted as text: “Envoy praises talks, mayor saysThe mayor of Northpo”.
#pragma once

#include <string_view>
#include <vector>

#include "extract/boilerplate.h"

namespace extract {

// Words run together: small letters, then a capital, but for names that are written so (camel_case.tsv). "saysUS" counts
// twice: names like "WhistlePig" begin with a capital, and make "BerlinReuters" less sure.
int count_glued_words(std::string_view line);

// Ends without any mark that ends a sentence.
bool is_cut_off(std::string_view line);

// For each line a teaser, or no decision. Words run together count against what else is `known` of a line, since
// they hold captions and bylines of other articles. A row of teasers at the end takes with it the complete ones
// that stand among them.
std::vector<Decision> find_teasers(const std::vector<std::string_view>& lines, const std::vector<Decision>& known);

}  // namespace extract
