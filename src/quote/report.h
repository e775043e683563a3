// A Report is one thing said, as a finder sees it: what, by which words, by whom. The rules of reports.cc make
// Reports; a learned tagger can make more of them for indirect speech. link.h turns them into quotations.
//
// Content that touches a stretch in quotation marks holds all of it: marks decide the edges of direct speech.
#pragma once

#include <string>
#include <vector>

#include "quote/scene.h"

namespace quote {

struct Report {
  std::size_t passage = 0;    // where the first piece stands
  std::vector<Span> content;  // pieces in text order
  Span cue;                   // empty: none
  Span source;                // empty: none
  std::string method;         // the sieve's name
  int confidence = 0;         // in thousandths
  bool attitude = false;
  bool stands_alone = false;  // the content needs no clause around it: “…,” she said
};

// The reports of all passages by rules, in text order.
std::vector<Report> reports_by_rules(const std::vector<Passage>&);

}  // namespace quote
