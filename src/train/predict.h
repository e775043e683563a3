// What the learned tagger alone finds in annotated articles, as predictions for a scorer: one JSON object a
// line, offsets in code points. `sure`: in thousandths, less likely ones are left out.
#pragma once

#include <string>

#include "quote/tagger.h"

namespace train {

std::string predict(const quote::Tagger&, const std::string& jsonl_path, int sure);

}  // namespace train
