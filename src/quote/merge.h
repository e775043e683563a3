// Rules and the learned tagger together. Of the sieves' reports the leading ones stand: marks decide direct speech.
// Everything else is the ranker's choice, which had the sieves' other reports among its candidates.
#pragma once

#include <string_view>
#include <vector>

#include "quote/report.h"

namespace quote {

// In text order of their first pieces, no two overlapping. Linear but for sorting.
std::vector<Report> merge(std::string_view text, const std::vector<Passage>&, std::vector<Report> by_rules, const std::vector<Report>&);

}  // namespace quote
