// How many marks are found again in a text that was edited, and how many that were deleted attach to other words.
#pragma once

#include <string>

namespace train {

// Prints a table: for each kind of edit the share of contents, cues and sources that are found, and of those whose words
// were deleted the share that were put anywhere. The marks are quoth's own; `file`: a line {"text": …} an article. The edits are
// made by chance, the same ones in every run.
void score_anchors(const std::string& file);

}  // namespace train
