// Two people's versions of a mark: one is kept, or the other taken over.
#include <algorithm>

#include "session/edits.h"

namespace session {

using namespace document;

namespace {

constexpr const char* kGone = "That mark is not there any more.";

bool is_called(const Speaker& s, const std::string& name) {
  return s.name == name || std::find(s.aliases.begin(), s.aliases.end(), name) != s.aliases.end();
}

// Their speaker under the id that he or she has here.
std::optional<SpeakerId> speaker_here(Document& d, const std::optional<Speaker>& theirs, const Moment& moment) {
  if (!theirs) return std::nullopt;
  for (const Speaker& s : d.speakers)
    if (s.name == theirs->name) return s.id;
  for (const Speaker& s : d.speakers)
    if (is_called(s, theirs->name) || is_called(*theirs, s.name)) return s.id;
  Speaker added = *theirs;
  added.id = SpeakerId(fresh_id(d, "s"));
  added.origin = by_hand(d, moment);
  added.review = stamp(d, kAccepted, moment);
  const SpeakerId id = added.id;
  d.speakers.push_back(std::move(added));
  return id;
}

// Whoever made their mark is its maker here as well.
Origin origin_here(Document& d, Origin origin, const std::optional<Agent>& maker, const Moment& moment) {
  if (!maker) return by_hand(d, moment);
  for (const Agent& a : d.agents)
    if (a.type == maker->type && a.name == maker->name && a.version == maker->version) {
      origin.by = a.id;
      return origin;
    }
  Agent added = *maker;
  added.id = AgentId(fresh_id(d, "a"));
  origin.by = added.id;
  d.agents.push_back(std::move(added));
  return origin;
}

template <typename Mark>
struct InOrder;
template <>
struct InOrder<Quotation> {
  static SharedList<Quotation>& list(Document& d) { return d.quotations; }
  static std::uint32_t begin(const Quotation& q) { return q.content.front().begin; }
  static constexpr const char* prefix = "q";
  static void say(Quotation& q, const std::optional<SpeakerId>& speaker) { q.speaker = speaker; }
  static void take(Quotation& mine, const Quotation& theirs) {
    mine.type = theirs.type;
    mine.content = theirs.content;
    mine.cue = theirs.cue;
    mine.source = theirs.source;
    mine.source_form = theirs.source_form;
    mine.act = theirs.act;
    mine.mode = theirs.mode;
  }
};
template <>
struct InOrder<Claim> {
  static SharedList<Claim>& list(Document& d) { return d.claims; }
  static std::uint32_t begin(const Claim& c) { return c.spans.front().begin; }
  static constexpr const char* prefix = "c";
  // Their quotation has another id here, and the claim is of the speaker anyway.
  static void say(Claim& c, const std::optional<SpeakerId>& speaker) {
    c.attribution.speaker = speaker;
    c.attribution.quotation.reset();
  }
  static void take(Claim& mine, const Claim& theirs) {
    mine.spans = theirs.spans;
    mine.type = theirs.type;
    mine.verifiable = theirs.verifiable;
    mine.checkworthiness = theirs.checkworthiness;
    mine.reasons = theirs.reasons;
    mine.attribution.to = theirs.attribution.to;
    mine.normalized = theirs.normalized;
    mine.facts = theirs.facts;
  }
};

template <typename Mark>
Edited add(Document d, Mark mark, const TakeTheirs& c, const Moment& moment) {
  using Of = InOrder<Mark>;
  mark.id = decltype(mark.id)(fresh_id(d, Of::prefix));
  Of::say(mark, speaker_here(d, c.speaker, moment));
  mark.origin = origin_here(d, std::move(mark.origin), c.maker, moment);
  mark.review = stamp(d, kAccepted, moment);
  const auto id = mark.id;
  insert_in_text_order(Of::list(d), std::move(mark), Of::begin);
  return done_and_select(std::move(d), id);
}

template <typename Mark>
Edited take(Document d, const Mark& theirs, const TakeTheirs& c, const Moment& moment) {
  using Of = InOrder<Mark>;
  if (std::holds_alternative<std::monostate>(c.mine)) return add(std::move(d), theirs, c, moment);
  const auto* id = std::get_if<decltype(theirs.id)>(&c.mine);
  auto& list = Of::list(d);
  const auto at = id ? index_of(list, *id) : std::nullopt;
  if (!at) return refuse(kGone);
  const auto speaker = speaker_here(d, c.speaker, moment);
  if constexpr (std::is_same_v<Mark, Quotation>) give(d, *at, speaker);
  Mark mine = list[*at];
  Of::take(mine, theirs);
  if constexpr (std::is_same_v<Mark, Claim>) {
    if (mine.attribution.speaker != speaker) Of::say(mine, speaker);
  }
  mine.review = stamp(d, kEdited, moment);
  list.erase(*at);
  insert_in_text_order(list, std::move(mine), Of::begin);
  return done_and_select(std::move(d), *id);
}

}  // namespace

Edited edit(Document d, const KeepMine& c, const Moment& moment) {
  // A mark that a person has a word on already keeps it.
  const auto waits = [&](const auto* mark) { return mark && mark->review.state == kSuggested; };
  const auto* q = std::get_if<QuotationId>(&c.mine);
  const auto* claim = std::get_if<ClaimId>(&c.mine);
  const bool judge = (q && waits(find(d, *q))) || (claim && waits(find(d, *claim)));
  return judge ? edit(std::move(d), SetReview{c.mine, kAccepted}, moment) : done(std::move(d));
}

Edited edit(Document d, const TakeTheirs& c, const Moment& moment) {
  if (const auto* q = std::get_if<Quotation>(&c.theirs)) return take(std::move(d), *q, c, moment);
  if (const auto* claim = std::get_if<Claim>(&c.theirs)) return take(std::move(d), *claim, c, moment);
  return edit(std::move(d), SetReview{c.mine, kRejected}, moment);
}

}  // namespace session
