// Sentences of a treebank in CoNLL-U (universaldependencies.org/format.html): words and their Penn Treebank tags.
#pragma once

#include <string>
#include <vector>

#include "model/pos.h"

namespace train {

struct TaggedWord {
  std::string text;
  model::Pos pos = model::Pos::NN;
};
using TaggedSentence = std::vector<TaggedWord>;

// Words that the treebank cuts at hyphens are put together again, as our tokens are: the compound has the
// tag of its last part, and is an adjective where that is a participle or the compound stands before a noun.
// Words without a tag are left out.
std::vector<TaggedSentence> read_treebank(std::string_view conllu);

}  // namespace train
