// Annotated articles as the tagger sees them, with the labels it should give.
#pragma once

#include <string>
#include <vector>

#include "format/gold.h"
#include "quote/labels.h"
#include "quote/rule_findings.h"
#include "quote/tagger.h"

namespace train {

struct Example {
  format::GoldArticle gold;
  quote::TaggedText text;
  std::vector<quote::Report> reports;  // of the sieves
  std::vector<quote::Linked> findings;  // the same in tokens
  std::vector<quote::Label> labels;  // of each token
};

// Reads the articles (FILE.jsonl, or a folder like tests/corpus/train), cuts them as `quoth annotate` would, and runs the sieves; cues are not marked yet.
std::vector<Example> read_examples(const std::string& path, const model::PosTagger&);
// The same with the tagger's own cue words, without labels to learn from.
std::vector<Example> read_examples(const std::string& path, const quote::Tagger&);

// Learns from the cues in the examples.
std::vector<quote::CueWord> learn_cue_words(const std::vector<Example>&);

// Marks the cues in every example.
void mark_cues(std::vector<Example>&, const std::vector<quote::CueWord>&);

}  // namespace train
