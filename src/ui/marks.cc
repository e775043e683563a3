#include "ui/marks.h"

#include <algorithm>
#include <type_traits>

#include "ui/figures.h"

namespace ui {

using namespace document;
using session::QuotationId;

namespace {

std::uint32_t begin_of(const Document& d, const Target& target) {
  const std::vector<Span> spans = spans_of(d, target);
  return spans.empty() ? 0 : spans.front().begin;
}

std::uint32_t distance(Span a, Span b) { return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0; }

}  // namespace

std::string id_of(const Target& target) {
  return std::visit(
      [](const auto& id) -> std::string {
        if constexpr (std::is_same_v<std::decay_t<decltype(id)>, std::monostate>) return {};
        else return id.text();
      },
      target);
}

Target target_of(const Document& d, const std::string& id) {
  if (find(d, QuotationId(id))) return QuotationId(id);
  if (find(d, ClaimId(id))) return ClaimId(id);
  if (find(d, SpeakerId(id))) return SpeakerId(id);
  if (find(d, BlockId(id))) return BlockId(id);
  if (find(d, NoteId(id))) return NoteId(id);
  return {};
}

std::vector<Span> spans_of(const Document& d, const Target& target) {
  if (const auto* id = std::get_if<QuotationId>(&target)) {
    const Quotation* q = find(d, *id);
    return q ? q->content : std::vector<Span>{};
  }
  if (const auto* id = std::get_if<ClaimId>(&target)) {
    const Claim* c = find(d, *id);
    return c ? c->spans : std::vector<Span>{};
  }
  if (const auto* id = std::get_if<BlockId>(&target)) {
    const Block* b = find(d, *id);
    return b ? std::vector<Span>{b->span} : std::vector<Span>{};
  }
  return {};
}

bool is_shown(const Claim& c, const Shown& shown) {
  if (!shown.claims || is_rejected(c.review) || (!shown.low_claims && worth_of(c) == Worth::low)) return false;
  return !shown.only || c.attribution.speaker == shown.only;
}

bool is_shown(const Quotation& q, const Shown& shown) { return !is_rejected(q.review) && (!shown.only || q.speaker == shown.only); }

std::vector<Target> marks_in_order(const Document& d, const Shown& shown) {
  // Both lists stand in the order of the text already; a quotation goes before the claim that begins with it.
  std::vector<Target> out;
  out.reserve(d.quotations.size() + d.claims.size());
  auto claim = d.claims.begin();
  const auto claims_before = [&](std::uint32_t begin) {
    for (; claim != d.claims.end() && claim->spans.front().begin < begin; ++claim)
      if (is_shown(*claim, shown)) out.push_back(claim->id);
  };
  for (const Quotation& q : d.quotations) {
    if (!is_shown(q, shown)) continue;
    claims_before(q.content.front().begin);
    out.push_back(q.id);
  }
  for (; claim != d.claims.end(); ++claim)
    if (is_shown(*claim, shown)) out.push_back(claim->id);
  return out;
}

std::vector<Target> to_review_in_order(const Document& d) {
  std::vector<Target> doubtful, others;
  for (const Quotation& q : d.quotations)
    if (q.review.state == kSuggested) (is_doubtful(q) ? doubtful : others).push_back(q.id);
  return doubtful.empty() ? others : doubtful;
}

std::vector<Target> marks_at(const Document& d, std::uint32_t byte, const Shown& shown) {
  std::vector<std::pair<std::uint32_t, Target>> found;
  const auto look = [&](const std::vector<Span>& spans, const Target& mark) {
    for (const Span span : spans)
      if (contains(span, byte) && (found.empty() || found.back().second != mark)) found.push_back({span.size(), mark});
  };
  for (const Quotation& q : d.quotations) {
    if (!is_shown(q, shown)) continue;
    for (const auto* part : {&q.content, &q.cue, &q.source}) look(*part, q.id);
  }
  for (const Claim& c : d.claims)
    if (is_shown(c, shown)) look(c.spans, c.id);
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Target> out;
  for (auto& one : found) out.push_back(std::move(one.second));
  return out;
}

Target neighbour(const Document& d, const std::vector<Target>& order, const Target& now, std::uint32_t from, bool forward) {
  if (order.empty()) return {};
  const auto at = std::find(order.begin(), order.end(), now);
  if (at != order.end()) {
    const auto i = static_cast<std::size_t>(at - order.begin()), n = order.size();
    return order[forward ? (i + 1) % n : (i + n - 1) % n];
  }
  const auto after = std::find_if(order.begin(), order.end(), [&](const Target& mark) { return begin_of(d, mark) >= from; });
  if (forward) return after == order.end() ? order.front() : *after;
  return after == order.begin() ? order.back() : *(after - 1);
}

bool is_nested(const std::vector<const Quotation*>& among, const Quotation& q) {
  const Span first = q.content.front();
  for (const Quotation* other : among) {
    if (other->content.front().begin > first.begin) break;
    if (other == &q || is_rejected(other->review)) continue;
    for (const Span piece : other->content)
      if (contains(piece, first) && piece != first) return true;
  }
  return false;
}

std::string lost_chosen(const Document& d, const std::string& wanted) {
  for (const LostMark& mark : d.lost)
    if (mark.id == wanted) return wanted;
  return d.lost.empty() ? std::string() : d.lost[0].id;
}

std::string in_words(const std::string& name) {
  std::string out = name;
  for (char& c : out)
    if (c == '-' || c == '_') c = ' ';
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

const Quotation* nearest_quotation(const Document& d, Span words) {
  // Farther than this a cue hardly belongs to the quotation: about two paragraphs.
  constexpr std::uint32_t kFarthest = 1200;
  const Quotation* nearest = nullptr;
  std::uint32_t least = kFarthest;
  for (const Quotation& q : d.quotations) {
    if (is_rejected(q.review)) continue;
    for (const Span piece : q.content)
      if (distance(piece, words) < least) {
        least = distance(piece, words);
        nearest = &q;
      }
  }
  return nearest;
}

}  // namespace ui
