// The articles of tests/corpus: read, and made into lines that quoth-train and scorers read.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace train {

struct MarkedArticle {
  std::string slug;
  document::Document gold;  // with the claims of SLUG.claims.txt
  document::Document second;  // with those of SLUG.second.txt; without claims where there is no such file
};

// Those of a folder, by name. What cannot be read stops the program.
std::vector<MarkedArticle> read_corpus(const std::string& folder);

// A line of format/gold.h for each.
std::string gold_of(const std::string& folder);

}  // namespace train
