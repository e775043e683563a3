// doccano's JSONL for sequence labelling with relations: one line, offsets in code points (a project of doccano's that counts
// in graphemes reads them wrongly where there are any of several code points).
//
// Every piece of a mark is an entity; relations join pieces of the same content ("continues") and contents to their cues and
// sources. Lost: types, speakers, origins, reviews, blocks.
//
// Reading takes these, and the older form with "label": [[start, end, "content"], …]; one article a file. Direct quotations
// are then those that begin with a quotation mark.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "text/result.h"

namespace format {

std::string write_doccano(const document::Document&);
text::Result<document::Document> read_doccano(std::string_view bytes);

}  // namespace format
