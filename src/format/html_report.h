// A page that stands alone: the article with its quotations tinted by speaker, cues and claims underlined, and lists of
// speakers and claims. No scripts, nothing loaded from elsewhere; opens from a mail, prints. Rejected marks are left out.
//
// Lost: places of marks as numbers, where marks come from, what the program does not know.
#pragma once

#include <string>

#include "document/document.h"

namespace format {

std::string write_html(const document::Document&);

}  // namespace format
