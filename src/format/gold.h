// Annotated articles, as quoth-train reads them: one JSON object a line,
// {"id","text","attributions":[{"content":[[s,e]…],"cue":[…],"speaker":[…],"cue_class","nested"}]}, offsets in
// code points, ends exclusive. Here they become bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "text/result.h"
#include "text/span.h"

namespace format {

struct GoldAttribution {
  std::vector<text::Span> content, cue, source;
  std::string speaker;  // a name; empty: none known
  bool speech = true;   // not a belief, wish or plan
  bool nested = false;  // inside another one's content
};

struct GoldArticle {
  std::string id;
  std::string text;
  std::vector<GoldAttribution> attributions;
};

text::Result<std::vector<GoldArticle>> read_gold(std::string_view jsonl);

// A line of that form from a document whose marks are right: for training, and for scorers. What stands in an excluded
// block is "nested", which neither counts for nor against anybody; "speaker_name" is null for the unnamed.
std::string write_gold(const document::Document&, std::string_view id);

}  // namespace format
