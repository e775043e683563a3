// How a report stands: was it said, denied, asked, or only to be expected? Derived for every quotation in one place,
// whatever found it, from the words of its cue, the helpers before the cue (“did not say”, “declined to say”), the
// first word of the source (“nobody has said”) and a joining word before it (“if he says”). The words are those of
// assets/rules/en/report_modes.tsv.
#pragma once

#include <string_view>

#include "document/document.h"

namespace quote {

// Empty: said. Constant time but for the length of the cue.
document::Mode mode_of(std::string_view text, const document::Quotation&);

}  // namespace quote
