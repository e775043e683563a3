// How well whole articles are told apart sentence by sentence: which of them report what somebody says, and which are not the article's own.
#pragma once

#include <string>

namespace train {

// Annotates the articles of a file of sentences like those of NewsDiscourse (claim_data.h, with "speech", "paragraph" and "headline"; the label
// “NA”: not the article's own words), each as it would be pasted: its headline, then a line a paragraph. Prints two F1 scores. With
// `verbose`, each sentence that differs.
void score_discourse(const std::string& path, bool verbose);

}  // namespace train
