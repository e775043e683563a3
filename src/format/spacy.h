// spaCy's JSON of a document (Doc.to_json, read by Doc.from_json): text, tokens, and span groups quotes, cues, sources and
// claims. Offsets are code points. Tokens are also cut at the edges of marks, since spaCy's spans are made of whole tokens.
//
// A span's label is the type of its mark (direct, quantity), its id the mark's; kb_id names the speaker's id. Rejected marks are
// left out. Lost: which cue goes with which quotation beyond the ids, names of speakers, origins, reviews, notes, blocks.
#pragma once

#include <string>

#include "document/document.h"

namespace format {

std::string write_spacy(const document::Document&);

}  // namespace format
