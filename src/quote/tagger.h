// The learned half of finding quotations: which tokens are a source, a cue, a content. It knows indirect
// speech, which has no marks; quotation marks are only one of the things that it looks at.
//
//   pos.bin          parts of speech                      model/pos.h
//   attribution.bin  cue words, network, transitions      model/network.h, decode.h
//
// Both are made by `quoth-train` (assets/models/README.md).
#pragma once

#include <string_view>
#include <vector>

#include "model/network.h"
#include "model/pos.h"
#include "quote/decode.h"
#include "quote/tagged_text.h"

namespace quote {

class Tagger {
 public:
  static text::Result<Tagger> read(std::string_view pos_file, std::string_view attribution_file);

  // The paragraphs, cut and looked at. Linear.
  TaggedText look_at(std::string_view text, const std::vector<text::Span>& paragraphs) const;

  // A score for each label of each token. Linear.
  std::vector<Scores> scores(const TaggedText&) const;

  // The best labels, sequence by sequence; `bias` is added to every token's scores.
  std::vector<Label> labels(const TaggedText&, const std::vector<Scores>&, const Scores& bias = {}) const;

 private:
  model::PosTagger pos_;
  std::vector<CueWord> cue_words_;
  model::Network network_;
  Transitions transitions_;
};

// The one inside the program, read at its first use.
const Tagger& built_in_tagger();

}  // namespace quote
