// brat's standoff annotations (the .ann file), for brat and the many programs that read it. Counts in code points, as
// brat does; the text that belongs to it is the article's, from `convert --to text`.
//
// Entities Content, Cue, Source and Claim, a mark of several pieces being one entity with gaps; relations from content to
// cue and source; type, speaker and review as attributes and notes. Lost: where marks come from, roles and aliases of
// speakers, blocks.
#pragma once

#include <string>

#include "document/document.h"

namespace format {

std::string write_brat(const document::Document&);
std::string write_text(const document::Document&);  // the article's text, all of it

}  // namespace format
