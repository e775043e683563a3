// Reviews of every kind of mark, and taking marks away.
#include <algorithm>

#include "session/edits.h"

namespace session {

using namespace document;

namespace {

constexpr const char* kGone = "That mark is not there any more.";

std::string counted(std::size_t n, const std::string& one, const std::string& many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

// The word for what was done: “Rejected 1 quotation”. Accepting needs no words: the chip fills.
std::string said(const ReviewState& state, const std::string& thing) {
  if (state == kRejected) return "Rejected 1 " + thing;
  return {};
}

template <typename Mark, typename IdType>
Edited review_in(Document d, document::SharedList<Mark> Document::*list, const IdType& id, const ReviewState& state,
                 const std::string& thing, const Moment& moment) {
  const auto at = index_of(d.*list, id);
  if (!at) return refuse(kGone);
  if ((d.*list)[*at].review.state == state) return refuse("This " + thing + " is " + state.name() + " already.");
  Review review = state == kSuggested ? Review{} : stamp(d, state, moment);
  Review& mine = (d.*list).edit(*at).review;
  review.extras = mine.extras;
  mine = review;
  return done(std::move(d), said(state, thing));
}

Edited review_block(Document d, const BlockId& id, const ReviewState& state, const Moment& moment) {
  const auto at = index_of(d.article.blocks, id);
  if (!at) return refuse(kGone);
  const auto& before = d.article.blocks[*at].review;
  if (before ? before->state == state : state == kSuggested) return refuse("This block is " + state.name() + " already.");
  const Review review = state == kSuggested ? Review{} : stamp(d, state, moment);
  d.article.blocks.edit(*at).review = review;
  return done(std::move(d));
}

constexpr const char* kNotYours = "The program found this mark. Reject it instead, so that it is not suggested again.";

Edited remove(Document d, const QuotationId& id) {
  const auto at = index_of(d.quotations, id);
  if (!at) return refuse(kGone);
  if (d.quotations[*at].origin.method != "person") return refuse(kNotYours);
  for (std::size_t i = 0; i < d.claims.size(); ++i)
    if (d.claims[i].attribution.quotation == id) d.claims.edit(i).attribution.quotation.reset();
  remove_notes_on(d, id.text());
  d.quotations.erase(*at);
  return done(std::move(d), "Removed 1 quotation");
}

Edited remove(Document d, const ClaimId& id) {
  const auto at = index_of(d.claims, id);
  if (!at) return refuse(kGone);
  if (d.claims[*at].origin.method != "person") return refuse(kNotYours);
  remove_notes_on(d, id.text());
  d.claims.erase(*at);
  return done(std::move(d), "Removed 1 claim");
}

Edited remove(Document d, const NoteId& id) {
  const auto at = index_of(d.notes, id);
  if (!at) return refuse("That note is not there any more.");
  d.notes.erase(*at);
  remove_notes_on(d, id.text());
  return done(std::move(d), "Removed 1 note");
}

}  // namespace

Edited edit(Document d, const SetReview& c, const Moment& moment) {
  if (c.state.empty()) return refuse("A review needs a state.");
  if (const auto* id = std::get_if<QuotationId>(&c.mark))
    return review_in(std::move(d), &Document::quotations, *id, c.state, "quotation", moment);
  if (const auto* id = std::get_if<ClaimId>(&c.mark)) return review_in(std::move(d), &Document::claims, *id, c.state, "claim", moment);
  if (const auto* id = std::get_if<SpeakerId>(&c.mark))
    return review_in(std::move(d), &Document::speakers, *id, c.state, "speaker", moment);
  if (const auto* id = std::get_if<BlockId>(&c.mark)) return review_block(std::move(d), *id, c.state, moment);
  return refuse("Select a mark first.");
}

Edited edit(Document d, const AcceptAbove& c, const Moment& moment) {
  std::size_t accepted = 0;
  const auto sure = [&](const auto& mark) {
    return mark.review.state == kSuggested && mark.origin.confidence && *mark.origin.confidence >= c.confidence;
  };
  const auto accept = [&](auto& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!sure(list[i])) continue;
      const Review review = stamp(d, kAccepted, moment);
      list.edit(i).review = review;
      ++accepted;
    }
  };
  accept(d.quotations);
  accept(d.claims);
  if (!accepted) return refuse("No suggested mark is that sure.");
  return done(std::move(d), "Accepted " + counted(accepted, "mark", "marks"));
}

Edited edit(Document d, const Remove& c, const Moment&) {
  if (const auto* id = std::get_if<QuotationId>(&c.mark)) return remove(std::move(d), *id);
  if (const auto* id = std::get_if<ClaimId>(&c.mark)) return remove(std::move(d), *id);
  if (const auto* id = std::get_if<NoteId>(&c.mark)) return remove(std::move(d), *id);
  return refuse("Only quotations, claims and notes can be removed.");
}

}  // namespace session
