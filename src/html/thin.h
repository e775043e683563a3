// The source of a page without what no reader sees: comments, styles, scripts other than JSON-LD, what is there for browsers
// without scripts, and attributes that nobody asks about. They are most of a news page, and a parser is slow compared with
// this one pass.
//
// Of a page that is XML, elements that are closed in their own tag (<script src="…"/>) are left out, and CDATA becomes text.
//
// It also takes away what makes a parser slow on purpose: attributes beyond the 64th of a tag, formatting tags
// beyond 64 open ones, and, where asked, the tags of elements that are nested too deep. Linear.
#pragma once

#include <string>
#include <string_view>

namespace html {

enum class Depth {
  as_it_is,
  limited,  // tags nested deeper than 200 become line breaks
  flat,     // all tags become line breaks, for a page that is too deep even then
};

std::string thin(std::string_view page, Depth depth);

}  // namespace html
