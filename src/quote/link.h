// From reports to whole quotations: joins what was interrupted or goes on in the next paragraph, gives quoted
// stretches that no cue governs to the speaker who is speaking, reads transcripts. Stretches that then belong to
// nobody are no quotations.
#pragma once

#include <string_view>
#include <vector>

#include "quote/report.h"

namespace quote {

// Joins the pieces of direct speech: “…,” he said. “…”, and what goes on in the next paragraph. Reports in text order
// of their first pieces, before and after. Linear.
std::vector<Report> join(const std::vector<Passage>&, std::vector<Report>);

// The same, and quoted stretches that are left become reports of whoever speaks there, if that can be told.
std::vector<Report> give_speakers(const std::vector<Passage>&, std::vector<Report>);

// The turns of a transcript, where the article is one: NAME: text, in at least three passages. Else none.
std::vector<Report> transcript(std::string_view text, const std::vector<Passage>&);

// All that the sieves find in an article.
std::vector<Report> reports_by_sieves(std::string_view text, const std::vector<Passage>&);

}  // namespace quote
