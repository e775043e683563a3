// How sure a mark is, as the page and the command line tell it: three words, never a bare percentage.
//
// The confidence of a quotation is how often one found in this way, with this speaker, was right where people had marked the
// same articles. Below the bound of “likely” about half of them were wrong; those are to be reviewed first, and are one in
// six or more. From the bound of “sure” on one in twenty was wrong. A person's word makes a mark sure.
#pragma once

#include "document/document.h"

namespace document {

enum class Sureness { sure, likely, doubtful };

inline constexpr int kSureFrom = 800, kLikelyFrom = 500;  // of Origin::confidence, in thousandths

inline Sureness sureness_of(const Origin& origin, const Review& review) {
  if (review.state == kAccepted || review.state == kEdited || !origin.confidence || *origin.confidence >= kSureFrom) return Sureness::sure;
  return *origin.confidence >= kLikelyFrom ? Sureness::likely : Sureness::doubtful;
}

inline bool is_doubtful(const Quotation& q) { return sureness_of(q.origin, q.review) == Sureness::doubtful; }

}  // namespace document
