// Sieves and tagger together: the learned tagger is told what the sieves have found, suggests more (indirect
// speech above all), and its ranker chooses among all of it, whole reports at a time.
#pragma once

#include <string_view>
#include <vector>

#include "quote/confidence.h"
#include "quote/report.h"
#include "quote/tagger.h"

namespace quote {

// Reports in text order of their first pieces, no two sharing a word of their contents. What the sieves found and
// the ranker took keeps its method; the rest has "model/attribution/…" and how its parts were linked. Confidence
// is how likely the ranker finds it that both content and source are right. Adds what the ranker thought of each
// candidate to the opinions. Nearly linear in the text.
std::vector<Report> propose(std::string_view text, const std::vector<Passage>&, const std::vector<Report>& by_rules, const Tagger&, Opinions&);

}  // namespace quote
