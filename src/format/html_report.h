// A page that stands alone: the article with its quotations tinted by speaker, cues and claims underlined, and lists of
// speakers and claims. No scripts run, nothing is loaded from elsewhere; opens from a mail, prints. Rejected marks are not shown.
//
// Nothing is lost: the page carries the file inside, packed as a link (link.h) in a <script> of a type that no browser runs. So a
// report can be opened and corrected again.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "text/result.h"

namespace format {

std::string write_html(const document::Document&);
text::Result<document::Document> read_html(std::string_view page);

// Does the page carry a file inside? Linear.
bool is_report(std::string_view page);

}  // namespace format
