// The learned half of finding quotations: which tokens are a source, a cue, a content. It knows indirect
// speech, which has no marks; quotation marks are only one of the things that it looks at.
//
//   pos.bin          parts of speech                      model/pos.h
//   attribution.bin  cue words, network, transitions      model/network.h, decode.h
//                    and the choice among candidates      candidates.h, ranker.h
//
// Both are made by `quoth-train` (assets/models/README.md).
#pragma once

#include <string_view>
#include <vector>

#include "model/network.h"
#include "model/pos.h"
#include "quote/ranker.h"
#include "quote/tagged_text.h"

namespace quote {

class Tagger {
 public:
  static text::Result<Tagger> read(std::string_view pos_file, std::string_view attribution_file);

  // The paragraphs, cut and looked at. Linear.
  TaggedText look_at(std::string_view text, const std::vector<text::Span>& paragraphs) const;

  // A score for each label of each token. Linear.
  std::vector<Scores> scores(const TaggedText&) const;

  // What is said, by whom: those at least `sure`, in thousandths; in text order, no two sharing a word of their
  // contents. `findings` are those of the sieves, whose labels the tokens have. Nearly linear.
  // `seen`: gets every candidate, where somebody wants them.
  std::vector<Ranked> attributions(const TaggedText&, const std::vector<Linked>& findings, int sure, std::vector<Ranked>* seen = nullptr) const;

 private:
  model::PosTagger pos_;
  std::vector<CueWord> cue_words_;
  model::Network network_;
  Transitions transitions_;
  Ranker ranker_;
};

// Of attribution.bin: changes with the features of network and ranker.
std::uint32_t attribution_fingerprint();

// The one inside the program, read at its first use.
const Tagger& built_in_tagger();

}  // namespace quote
