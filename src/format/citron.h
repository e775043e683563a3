// The annotation format of Citron, the BBC's quotation extractor (docs/data_format.md there): quotes with a cue, sources and
// contents, and groups of sources that are one speaker. Offsets are code points.
//
// A quotation without a cue gets an empty one at its start, since Citron wants one. Lost: claims, types, further pieces of a
// cue, names of speakers beyond their sources, reviews, notes, blocks. Rejected quotations are left out.
//
// Reading takes speakers from the groups, named by the longest source in each.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "text/result.h"

namespace format {

std::string write_citron(const document::Document&);
text::Result<document::Document> read_citron(std::string_view bytes);

}  // namespace format
