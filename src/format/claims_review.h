// Claims as drafts of schema.org ClaimReview (https://schema.org/ClaimReview), in JSON-LD: for somebody who checks them and publishes
// what was found. Each holds the claim as it was made: the words, by whom, in which article and when; what a review adds (the rating, its
// address, its author) is left for the person, and creativeWorkStatus says "Draft". The claims most worth checking come first; those that no
// evidence could settle and those that were rejected are left out.
//
// Lost: places in the text, quotations, blocks, notes, origins.
#pragma once

#include <string>

#include "document/document.h"

namespace format {

std::string write_claim_review(const document::Document&);

}  // namespace format
