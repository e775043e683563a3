// Annotated articles, as quoth-train reads them: one JSON object a line,
// {"id","text","attributions":[{"content":[[s,e]…],"cue":[…],"speaker":[…],"cue_class","nested"}]}, offsets in
// code points, ends exclusive. Here they become bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"
#include "text/span.h"

namespace format {

struct GoldAttribution {
  std::vector<text::Span> content, cue, source;
  bool speech = true;   // not a belief, wish or plan
  bool nested = false;  // inside another one's content
};

struct GoldArticle {
  std::string id;
  std::string text;
  std::vector<GoldAttribution> attributions;
};

text::Result<std::vector<GoldArticle>> read_gold(std::string_view jsonl);

}  // namespace format
