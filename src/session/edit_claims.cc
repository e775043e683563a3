#include <algorithm>

#include "session/edits.h"

namespace session {

using namespace document;

namespace {

std::uint32_t first_byte(const Claim& c) { return c.spans.front().begin; }

template <typename Change>
Edited change(Document d, const ClaimId& id, const Moment& moment, Change change) {
  const auto at = index_of(d.claims, id);
  if (!at) return refuse("That claim is not there any more.");
  Claim claim = d.claims[*at];
  if (std::string refusal = change(d, claim); !refusal.empty()) return refuse(std::move(refusal));
  if (claim == d.claims[*at]) return refuse("It is like that already.");
  claim.review = stamp(d, kEdited, moment);
  d.claims.erase(*at);
  insert_in_text_order(d.claims, std::move(claim), first_byte);
  return done(std::move(d));
}

// Words inside a quotation are claimed by its speaker, all others by the article. The smallest quotation counts.
Attribution attribution_of(const Document& d, Span span) {
  const Quotation* inner = nullptr;
  std::uint32_t smallest = 0;
  for (const Quotation& q : d.quotations) {
    if (q.review.state == kRejected) continue;
    for (const Span piece : q.content) {
      if (!contains(piece, span) || (inner && piece.size() >= smallest)) continue;
      inner = &q;
      smallest = piece.size();
    }
  }
  Attribution out;
  if (!inner) {
    out.to = decltype(out.to)("article");
    return out;
  }
  out.to = decltype(out.to)(inner->speaker ? "speaker" : "unknown");
  out.speaker = inner->speaker;
  out.quotation = inner->id;
  return out;
}

}  // namespace

Edited edit(Document d, const AddClaim& c, const Moment& moment) {
  if (std::string fault = fault_of(d, c.span); !fault.empty()) return refuse(std::move(fault));
  for (std::size_t i = 0; i < d.claims.size(); ++i) {
    if (d.claims[i].spans != std::vector<Span>{c.span}) continue;
    if (d.claims[i].review.state != kRejected) return refuse("These words are marked as a claim already.");
    d.claims.edit(i).review = stamp(d, kEdited, moment);
    const ClaimId id = d.claims[i].id;
    return done_and_select(std::move(d), id);
  }
  Claim claim{.id = ClaimId(fresh_id(d, "c")),
              .spans = {c.span},
              .type = ClaimType("other"),
              .attribution = attribution_of(d, c.span),
              .origin = by_hand(d, moment),
              .review = stamp(d, kAccepted, moment)};
  const ClaimId id = claim.id;
  insert_in_text_order(d.claims, std::move(claim), first_byte);
  return done_and_select(std::move(d), id);
}

Edited edit(Document d, const AddClaims& c, const Moment& moment) {
  std::size_t added = 0;
  for (const Span span : c.spans) {
    Edited one = edit(d, AddClaim{span}, moment);
    if (!one.refusal.empty()) continue;
    d = std::move(one.document);
    ++added;
  }
  if (!added) return refuse("These words are marked as claims already.");
  return done(std::move(d), "Marked " + std::to_string(added) + (added == 1 ? " claim" : " claims"));
}

Edited edit(Document d, const SetClaimSpans& c, const Moment& moment) {
  return change(std::move(d), c.claim, moment, [&](const Document& now, Claim& claim) -> std::string {
    if (c.spans.empty()) return "A claim needs words.";
    for (const Span span : c.spans)
      if (std::string fault = fault_of(now, span); !fault.empty()) return fault;
    std::vector<Span> spans = in_order(c.spans);
    if (spans == claim.spans) return {};
    claim.spans = std::move(spans);
    // Our wording was that of other words; of what the old words held, that stays which the new ones hold as well.
    claim.normalized.clear();
    const auto held = [&](Span fact) { return std::any_of(claim.spans.begin(), claim.spans.end(), [&](Span s) { return contains(s, fact); }); };
    std::erase_if(claim.facts, [&](const ClaimFact& f) { return !std::all_of(f.spans.begin(), f.spans.end(), held); });
    return {};
  });
}

Edited edit(Document d, const SetClaimType& c, const Moment& moment) {
  return change(std::move(d), c.claim, moment, [&](const Document&, Claim& claim) -> std::string {
    if (c.type.empty()) return "A claim needs a type.";
    claim.type = c.type;
    return {};
  });
}

Edited edit(Document d, const SetCheckworthiness& c, const Moment& moment) {
  return change(std::move(d), c.claim, moment, [&](const Document&, Claim& claim) {
    claim.checkworthiness = std::clamp(c.thousandths, 0, 1000);
    return std::string();
  });
}

Edited edit(Document d, const SetVerifiable& c, const Moment& moment) {
  return change(std::move(d), c.claim, moment, [&](const Document&, Claim& claim) {
    claim.verifiable = c.verifiable;
    return std::string();
  });
}

Edited edit(Document d, const SetWording& c, const Moment& moment) {
  return change(std::move(d), c.claim, moment, [&](const Document&, Claim& claim) {
    claim.normalized = trimmed(c.wording);
    return std::string();
  });
}

Edited edit(Document d, const AssignClaim& c, const Moment& moment) {
  return change(std::move(d), c.claim, moment, [&](const Document& now, Claim& claim) -> std::string {
    if (c.speaker && !find(now, *c.speaker)) return "That speaker is not there any more.";
    claim.attribution.speaker = c.speaker;
    claim.attribution.to = decltype(claim.attribution.to)(c.speaker ? "speaker" : "article");
    if (!c.speaker) claim.attribution.quotation.reset();
    return {};
  });
}

}  // namespace session
