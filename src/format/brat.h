// brat's standoff annotations (the .ann file), for brat and the many programs that read it. Counts in code points, as
// brat does; the text that belongs to it is the article's, from `convert --to text`.
//
// Entities Content, Cue, Source and Claim, a mark of several pieces being one entity with gaps; relations from content to
// cue and source; type, speaker and review as attributes and notes. Lost: where marks come from, roles and aliases of
// speakers, blocks, who made a claim.
//
// Reading takes the same, over the text that the file lacks; brat's events, references and equivalences, and cues and
// sources that no relation ties to a content, are left out.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "text/result.h"

namespace format {

std::string write_brat(const document::Document&);
// An error where the words of an entity do not stand at their place in the article.
text::Result<document::Document> read_brat(std::string_view bytes, const document::Article& article);
bool looks_like_brat(std::string_view bytes);

std::string write_text(const document::Document&);  // the article's text, all of it

}  // namespace format
