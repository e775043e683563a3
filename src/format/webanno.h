// WebAnno TSV 3.3, for INCEpTION and WebAnno: a token a line, with the layer custom.Quoth (role, type, mark). Offsets are
// UTF-16 units, as its documentation says. Tokens are also cut at the edges of marks.
//
// role: content, cue, source or claim; type: of the mark; mark: its id, by which its pieces belong together. Rejected marks are
// left out. Lost: speakers, origins, reviews, notes, blocks.
#pragma once

#include <string>

#include "document/document.h"

namespace format {

std::string write_webanno(const document::Document&);

}  // namespace format
