// Rules and the learned tagger together. Marks and sieves decide direct speech; the tagger decides what is
// reported without marks, and where such a report ends.
#pragma once

#include <string_view>
#include <vector>

#include "quote/report.h"

namespace quote {

// In text order of their first pieces, no two overlapping. Linear but for sorting.
std::vector<Report> merge(std::string_view text, const std::vector<Passage>&, std::vector<Report> by_rules, const std::vector<Report>&);

}  // namespace quote
