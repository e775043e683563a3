// TEI P5: the article as <p>, quotations as <said who="#s1" direct="true">, cues and sources as <seg> and <rs>, claims as <seg>,
// speakers as <person>. Opens in TEI editors and Recogito.
//
// Elements nest and marks may cross, so a mark that others cut, or that runs over the end of a block, becomes several
// elements, joined by @next and @prev; so do the pieces of an interrupted quotation. Excluded blocks are <note type="…">.
// Rejected marks are left out. Lost: where marks come from, reviews, notes; characters that XML cannot hold.
#pragma once

#include <string>

#include "document/document.h"

namespace format {

std::string write_tei(const document::Document&);

}  // namespace format
