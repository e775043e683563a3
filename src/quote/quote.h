// Finds what is quoted or reported in an article: content, cue and source. Who the source is, speaker/ finds.
//
//   scene.h        passages, their quoted stretches, and sentences in which a stretch is one item
//   cue_site.h     the reporting verbs of a sentence, each with its subject
//   sieve.h        sieves: a cue site and what stands around it -> a Report
//   propose.h      what the learned tagger suggests; it knows indirect speech best
//   merge.h        both together
//   confidence.h   how likely each is right
//   link.h         joins interrupted quotations, hands sources on, drops what is no quotation
//
// Quotation marks decide where direct speech begins and ends; a stretch in marks that nobody says
// (a title, a nickname, words held at arm's length) is no quotation. Each quotation's origin.method names the
// sieves that made it: "quote/source-cue-that", "quote/stretch-cue-source + quote/continued".
// A report that is negated, asked, supposed or still to come says so in `mode` (quote/mode.h).
//
// Looks only at blocks that are not excluded. Linear in the text.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace quote {

class Tagger;

// Replaces the quotations that nobody has touched; those that a person has reviewed stay, and what overlaps
// them is not suggested. Gives ids q1, q2, … that the document does not use yet.
document::Document find_quotations(document::Document);

// The same with another tagger, for what is to be learned after it. `signs`: gets those of confidence.h, of each quotation in
// text order; none where a transcript is read or somebody has reviewed a quotation.
document::Document find_quotations(document::Document, const Tagger&, std::vector<std::vector<std::string>>* signs = nullptr);

}  // namespace quote
