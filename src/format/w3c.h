// W3C Web Annotations (Recommendation of 2017): a collection in JSON-LD, one annotation a mark, for Hypothesis, Recogito
// and other annotation tools.
//
// Nothing is lost: each annotation carries its mark, and the collection the rest of the file, in the member `native`, which
// other tools ignore. A target a span, with both a quote and a position selector; `role` says which span is content, cue
// or source. Notes are bodies, since some tools stumble over annotations of annotations.
//
// Reading takes `native`. The annotations of another tool (Recogito, a list of them, Hypothesis's export) have no text, so they are
// read over an article, by their quote selectors: bodies say what they are ("claim", "quotation/direct"), who speaks (purpose
// identifying); what else they say becomes notes. Annotations without a quote selector are left out.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "format/json_tree.h"
#include "text/result.h"

namespace format {

std::string write_w3c(const document::Document&);
text::Result<document::Document> read_w3c(std::string_view bytes);
text::Result<document::Document> read_w3c_over(std::string_view bytes, const document::Article&);
bool looks_like_w3c(JsonValue root);

}  // namespace format
