// How likely a quotation and its source are right: a sum of weights, one for each sign that it shows, put through the logistic curve.
// The weights are learned from articles whose quotations people marked and which the tagger had not seen
// (assets/models/sureness.tsv; `quoth-train sureness`). Signs are words, so that the table can be read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "quote/ranker.h"
#include "quote/report.h"

namespace quote {

// What the ranker thought of the candidates, the chosen ones and the others.
class Opinions {
 public:
  struct Opinion {
    std::uint32_t begin = 0, end = 0;  // bytes: of the content
    std::uint32_t cue = 0;             // where its cue begins; where there is none, `begin`
    int exact = 0, found = 0, source_right = 0;  // in thousandths

    int worth() const { return 2 * exact + 2 * found + source_right; }
  };

  void add(const Opinion& one) { all_.push_back(one); }
  void sort();

  // The best one of the candidates with this beginning and cue, or else with this beginning; null where there is none.
  const Opinion* of(std::uint32_t begin, std::uint32_t cue) const;
  // The best one of the others that begin within the content: what else its words could be.
  const Opinion* rival(std::uint32_t begin, std::uint32_t end) const;

 private:
  std::vector<Opinion> all_;  // by begin, after sort()
};

// The signs of a quotation, each once; `passage`: where it begins.
std::vector<std::string> signs_of(std::string_view text, const document::Quotation&, const Report&, const Opinions&, const Passage&);

// In thousandths. A sign without a weight counts nothing.
int confidence_of(const std::vector<std::string>& signs);

}  // namespace quote
