// A lost mark that a person puts back.
#include "session/edits.h"

namespace session {

using namespace document;

namespace {

constexpr const char* kGone = "That mark is not lost any more.";

template <typename Mark, typename Begin>
Edited put(Document d, std::size_t lost, SharedList<Mark> Document::*list, Mark mark, const Moment& moment, Begin begin) {
  mark.review = stamp(d, kEdited, moment);
  const auto id = mark.id;
  d.lost.erase(lost);
  insert_in_text_order(d.*list, std::move(mark), begin);
  const std::size_t left = d.lost.size();
  Edited out = done_and_select(std::move(d), id);
  out.notice = left == 0 ? "No mark is lost any more" : std::to_string(left) + (left == 1 ? " mark is still lost" : " marks are still lost");
  return out;
}

}  // namespace

Edited edit(Document d, const PutBack& c, const Moment& moment) {
  std::size_t at = 0;
  while (at < d.lost.size() && d.lost[at].id != c.lost) ++at;
  if (at == d.lost.size()) return refuse(kGone);
  if (const auto* q = std::get_if<Quotation>(&c.mark))
    return put(std::move(d), at, &Document::quotations, *q, moment, [](const Quotation& one) { return one.content.front().begin; });
  if (const auto* claim = std::get_if<Claim>(&c.mark))
    return put(std::move(d), at, &Document::claims, *claim, moment, [](const Claim& one) { return one.spans.front().begin; });
  return refuse("This mark cannot be read any more, so it stays lost.");
}

}  // namespace session
