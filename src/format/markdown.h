// A report for people to read, mail and paste: who said what, speaker by speaker, then the claims, then the notes, as
// CommonMark. Rejected marks are left out.
//
// Lost: places, cues, where marks come from, and the article itself.
#pragma once

#include <string>

#include "document/document.h"

namespace format {

std::string write_markdown(const document::Document&);

}  // namespace format
