// From an article to its speakers, quotations and claims: the whole automatic pass.
//
//   quote::find_quotations   content, cue and source of every quotation and reported statement
//   speaker::find_speakers   who each source is
//   claim::find_claims       what is worth checking, and who said it
//
// Pure: the same article gives the same Document, byte for byte, in every build. Blocks that are excluded
// are not looked at; the others are taken as one reads them (text/reading.h). Marks of a person (review not "suggested") in `document` are kept as they are, and
// nothing is suggested again that a person has rejected.
#pragma once

#include <functional>

#include "document/document.h"

namespace annotate {

// Called now and then with the share done, in thousandths; returns false to stop.
using Progress = std::function<bool(int)>;

// A stopped pass gives the Document as far as it came.
document::Document annotate(document::Article, const Progress& = {});

// The pass again, over a Document that a person has worked on: after a block was excluded or put back. Drops Document::original.
document::Document annotate_again(document::Document, const Progress& = {});

// Every decision, in words, one a line: for a person who asks why.
std::string explain(const document::Document&);

}  // namespace annotate
