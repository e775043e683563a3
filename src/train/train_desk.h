// Learns claim::Desk from articles whose claims people marked.
#pragma once

#include <string>

#include "claim/scorer.h"
#include "model/file.h"

namespace train {

// What an article file needs before any article was learned from: takes every statement for a claim.
void write_empty_desk(model::Writer&);

// From the articles of a folder like tests/corpus/train, and prints what four folds of them reach, each scored by what was learned from the others.
void write_desk(model::Writer&, const std::string& folder, const claim::Scorer&);

}  // namespace train
