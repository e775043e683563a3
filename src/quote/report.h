// A Report is one thing said, as a finder sees it: what, by which words, by whom. The rules of reports.cc make
// Reports; a learned tagger can make more of them for indirect speech. link.h turns them into quotations.
//
// Content that touches a stretch in quotation marks holds all of it: marks decide the edges of direct speech.
#pragma once

#include <string>
#include <vector>

#include "quote/scene.h"

namespace quote {

// Against the learned tagger, whose ranker has all reports of the rules among its candidates: a leading one stands,
// whatever the ranker says of the same words; a filling one stands where the ranker leaves its words free; an advising
// one only if the ranker takes it.
enum class Weight : unsigned char { leads, fills, advises };

struct Report {
  std::size_t passage = 0;    // where the first piece stands
  std::vector<Span> content;  // pieces in text order
  Span cue;                   // empty: none
  Span source;                // empty: none
  Span relative;              // “who” after it; empty: none
  std::string method;         // the sieve's name
  int confidence = 0;         // in thousandths
  bool attitude = false;
  Weight weight = Weight::leads;
};

// The reports of all passages by rules, in text order.
std::vector<Report> reports_by_rules(const std::vector<Passage>&);

}  // namespace quote
