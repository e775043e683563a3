// A quotation that is a claim, and a claim that is a quotation.
#include "session/edits.h"

namespace session {

using namespace document;

namespace {

// The mark goes: one of a person's own is taken away, one that the program found is rejected, so that it stays gone.
template <typename Id>
Edited take_away(Document d, const Id& id, const Origin& origin, const Moment& moment) {
  if (origin.method == "person") return edit(std::move(d), Remove{id}, moment);
  return edit(std::move(d), SetReview{id, kRejected}, moment);
}

}  // namespace

Edited edit(Document d, const TurnIntoClaim& c, const Moment& moment) {
  const Quotation* found = find(d, c.quotation);
  if (!found) return refuse("That quotation is not there any more.");
  const Quotation q = *found;
  // First the quotation goes: words that nobody is quoted with are the article's own claim.
  Edited gone = take_away(std::move(d), q.id, q.origin, moment);
  if (!gone.refusal.empty()) return gone;
  Edited claimed = edit(std::move(gone.document), AddClaim{q.content.front()}, moment);
  if (!claimed.refusal.empty() || q.content.size() == 1) return claimed;
  const auto claim = std::get<ClaimId>(*claimed.select);
  Edited whole = edit(std::move(claimed.document), SetClaimSpans{claim, q.content}, moment);
  whole.select = claim;
  return whole;
}

Edited edit(Document d, const TurnIntoQuotation& c, const Moment& moment) {
  const Claim* found = find(d, c.claim);
  if (!found) return refuse("That claim is not there any more.");
  const Claim claim = *found;
  Edited gone = take_away(std::move(d), claim.id, claim.origin, moment);
  if (!gone.refusal.empty()) return gone;
  Edited quoted = edit(std::move(gone.document), AddQuotation{claim.spans.front(), claim.attribution.speaker}, moment);
  if (!quoted.refusal.empty() || claim.spans.size() == 1) return quoted;
  const auto quotation = std::get<QuotationId>(*quoted.select);
  Edited whole = edit(std::move(quoted.document), SetContent{quotation, claim.spans}, moment);
  whole.select = quotation;
  return whole;
}

}  // namespace session
