// W3C Web Annotations (Recommendation of 2017): a collection in JSON-LD, one annotation a mark, for Hypothesis, Recogito
// and other annotation tools.
//
// Nothing is lost: each annotation carries its mark, and the collection the rest of the file, in the member `native`, which
// other tools ignore. A target a span, with both a quote and a position selector; `role` says which span is content, cue
// or source. Notes are bodies, since some tools stumble over annotations of annotations.
//
// Reading takes `native`. A collection of another tool has no text, and cannot be opened.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "text/result.h"

namespace format {

std::string write_w3c(const document::Document&);
text::Result<document::Document> read_w3c(std::string_view bytes);

}  // namespace format
