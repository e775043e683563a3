#include "annotate/annotate.h"

#include <algorithm>
#include <map>
#include <set>

#include "annotate/as_read.h"
#include "claim/claim.h"
#include "quote/quote.h"
#include "speaker/speaker.h"
#include "text/segment.h"

namespace annotate {
namespace {

using document::Document;

// While a pass runs: a mark that nobody has reviewed but that somebody wrote a note on, and that must stay too.
const document::ReviewState kNoted{"noted"};

void add_blocks(document::Article& article) {
  if (!article.blocks.empty()) return;
  int number = 0;
  for (const text::Span paragraph : text::paragraphs(article.text.view()))
    article.blocks.push_back({.id = document::BlockId("b" + std::to_string(++number)), .span = paragraph});
}

document::AgentId own_agent(Document& d) {
  for (const document::Agent& agent : d.agents)
    if (agent.type == document::kSoftware && agent.name == "quoth" && agent.version == QUOTH_VERSION) return agent.id;
  const document::AgentId id(document::fresh_id(d, "a"));
  d.agents.push_back({.id = id, .type = document::kSoftware, .name = "quoth", .version = QUOTH_VERSION});
  return id;
}

// Calls `visit` for every mark of the list, to be changed, if `wanted`.
template <typename List, typename Wanted, typename Visit>
void change(List& list, Wanted wanted, Visit visit) {
  for (std::size_t i = 0; i < list.size(); ++i)
    if (wanted(list[i])) visit(list.edit(i));
}

void sign(Document& d) {
  const document::AgentId by = own_agent(d);
  if (d.generator.name == "quoth" && d.generator.version.empty()) d.generator.version = QUOTH_VERSION;
  const auto unsigned_mark = [](const auto& mark) { return mark.origin.by.empty() && !mark.origin.method.empty(); };
  const auto put = [&](auto& mark) { mark.origin.by = by; };
  change(d.quotations, unsigned_mark, put);
  change(d.claims, unsigned_mark, put);
  change(
      d.speakers, [](const auto& s) { return s.origin && s.origin->by.empty() && !s.origin->method.empty(); },
      [&](auto& s) { s.origin->by = by; });
  change(
      d.article.blocks, [](const auto& b) { return b.origin && b.origin->by.empty() && !b.origin->method.empty(); },
      [&](auto& b) { b.origin->by = by; });
}

// Stops where `progress` says so.
Document find_marks(Document d, const Progress& progress) {
  const auto go_on = [&](int done) { return !progress || progress(done); };
  if (!go_on(0)) return d;
  d = quote::find_quotations(std::move(d));
  if (!go_on(500)) return d;
  d = speaker::find_speakers(std::move(d));
  if (!go_on(700)) return d;
  d = claim::find_claims(std::move(d));
  go_on(1000);
  return d;
}

// The whole pass, over the text as it is read.
Document pass(Document d, const Progress& progress) {
  const text::Reading reading = reading_of(d.article);
  if (reading.is_same()) return find_marks(std::move(d), progress);
  return as_written(find_marks(as_read(d, reading), progress), d, reading);
}

// What a mark is known by: the words it stands on, or the name.
std::vector<text::Span> key(const document::Quotation& q) { return q.content; }
std::vector<text::Span> key(const document::Claim& c) { return c.spans; }
std::string key(const document::Speaker& s) { return s.name; }

// New ids for the marks of `list`: a mark that was there before the pass has its old one again; no other takes an id that was
// in use. Gives the changes.
template <typename List>
std::map<std::string, std::string> keep_ids(List& list, const List& before, std::uint64_t& next, char prefix) {
  using IdType = decltype(list[0].id);
  std::map<decltype(key(list[0])), std::string> old_ids;
  std::set<std::string> used;
  for (const auto& mark : before) {
    old_ids.emplace(key(mark), mark.id.text());
    used.insert(mark.id.text());
  }
  std::set<std::string> taken;
  for (const auto& mark : list)
    if (mark.review.state != document::kSuggested) taken.insert(mark.id.text());
  std::map<std::string, std::string> changes;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].review.state != document::kSuggested) continue;
    const std::string is = list[i].id.text();
    const auto old = old_ids.find(key(list[i]));
    std::string becomes =
        old != old_ids.end() && !taken.contains(old->second) ? old->second : std::string(1, prefix) + std::to_string(next++);
    taken.insert(becomes);
    if (becomes != is) list.edit(i).id = IdType(becomes);
    changes.emplace(is, std::move(becomes));
  }
  return changes;
}

std::uint64_t number_after(const Document& d, char prefix) { return std::stoull(document::fresh_id(d, std::string(1, prefix)).substr(1)); }

template <typename IdType>
void rename(std::optional<IdType>& id, const std::map<std::string, std::string>& changes) {
  if (!id) return;
  if (const auto at = changes.find(id->text()); at != changes.end()) id = IdType(at->second);
}

}  // namespace

Document annotate(document::Article article, const Progress& progress) {
  Document d{.article = std::move(article)};
  add_blocks(d.article);
  d = pass(std::move(d), progress);
  sign(d);
  return d;
}

Document annotate_again(Document d, const Progress& progress) {
  const Document before = d;
  d.original = {};
  add_blocks(d.article);
  std::uint64_t quotation = number_after(d, 'q'), speaker = number_after(d, 's'), claim = number_after(d, 'c');
  std::set<std::string> noted;
  for (const document::Note& note : d.notes) noted.insert(note.target);
  const auto has_note = [&](const auto& mark) { return mark.review.state == document::kSuggested && noted.contains(mark.id.text()); };
  const auto hold = [](auto& mark) { mark.review.state = kNoted; };
  change(d.quotations, has_note, hold);
  change(d.speakers, has_note, hold);
  change(d.claims, has_note, hold);
  d.claims.erase_if([](const document::Claim& c) { return c.review.state == document::kSuggested; });
  // Claims that stay hold on to their quotations.
  std::set<std::string> claimed;
  for (const document::Claim& c : d.claims)
    if (c.attribution.quotation) claimed.insert(c.attribution.quotation->text());
  change(
      d.quotations, [&](const auto& q) { return q.review.state == document::kSuggested && claimed.contains(q.id.text()); }, hold);

  d = pass(std::move(d), progress);

  const auto renamed_quotations = keep_ids(d.quotations, before.quotations, quotation, 'q');
  const auto renamed_speakers = keep_ids(d.speakers, before.speakers, speaker, 's');
  keep_ids(d.claims, before.claims, claim, 'c');
  const auto suggested = [](const auto& mark) { return mark.review.state == document::kSuggested; };
  change(d.quotations, suggested, [&](auto& q) { rename(q.speaker, renamed_speakers); });
  change(d.claims, suggested, [&](auto& c) {
    rename(c.attribution.speaker, renamed_speakers);
    rename(c.attribution.quotation, renamed_quotations);
  });
  const auto held = [](const auto& mark) { return mark.review.state == kNoted; };
  const auto release = [](auto& mark) { mark.review.state = document::kSuggested; };
  change(d.quotations, held, release);
  change(d.speakers, held, release);
  change(d.claims, held, release);
  sign(d);
  return d;
}

}  // namespace annotate
