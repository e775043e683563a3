// doccano's JSONL for sequence labelling with relations: one line, offsets in code points (a project of doccano's that counts
// in graphemes reads them wrongly where there are any of several code points).
//
// Every piece of a mark is an entity; relations join pieces of the same content ("continues") and contents to their cues and
// sources. Lost: types, speakers, origins, reviews, blocks.
#pragma once

#include <string>

#include "document/document.h"

namespace format {

std::string write_doccano(const document::Document&);

}  // namespace format
