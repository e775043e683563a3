// Who wrote an article, from the words of a byline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace extract {

// "By Jane Roe and John Doe, Washington | May 3, 2021" -> Jane Roe, John Doe. What cannot be a person or a newsroom
// (an address, a date, a sentence) is left out.
std::vector<std::string> authors_in(std::string_view byline);

// One line, without blanks too many.
std::string one_line(std::string_view words);

}  // namespace extract
