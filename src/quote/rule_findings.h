// What the sieves have found, told to the tagger: it weighs them like any other sign, and its ranker has them
// among its candidates. (Stacking: Wolpert 1992.)
#pragma once

#include <vector>

#include "quote/linking.h"
#include "quote/report.h"

namespace quote {

// One for each report, in tokens; without content where no token lies in it. Labels the tokens on the way.
std::vector<Linked> note_findings(TaggedText&, const std::vector<Report>&);

}  // namespace quote
