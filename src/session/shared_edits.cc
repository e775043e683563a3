#include <algorithm>
#include <set>

#include "session/edits.h"

namespace session {

using namespace document;

AgentId agent_of(Document& d, const Moment& moment) {
  for (const Agent& agent : d.agents)
    if (agent.type == kPerson && agent.name == moment.person) return agent.id;
  Agent agent{.id = AgentId(fresh_id(d, "a")), .type = kPerson, .name = moment.person};
  const AgentId id = agent.id;
  d.agents.push_back(std::move(agent));
  return id;
}

Origin by_hand(Document& d, const Moment& moment) {
  return {.by = agent_of(d, moment), .at = moment.at, .method = "person", .confidence = std::nullopt, .extras = {}};
}

Review stamp(Document& d, const ReviewState& state, const Moment& moment) {
  return {.state = state, .by = agent_of(d, moment), .at = moment.at, .extras = {}};
}

std::string fault_of(const Document& d, Span span) {
  const std::string_view text = d.article.text.view();
  const auto cuts = [&](std::uint32_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  if (span.begin >= span.end) return "Select the words first.";
  if (span.end > text.size()) return "These words are not in the article any more.";
  if (cuts(span.begin) || cuts(span.end)) return "The selection cuts a letter in two. Select the words again.";
  return {};
}

std::vector<Span> in_order(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin <= out.back().end) out.back().end = std::max(out.back().end, span.end);
    else out.push_back(span);
  }
  return out;
}

std::string trimmed(std::string_view words) {
  constexpr std::string_view kBlanks = " \t\n\r";
  const std::size_t begin = words.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return std::string(words.substr(begin, words.find_last_not_of(kBlanks) - begin + 1));
}

void give(Document& d, std::size_t quotation, const std::optional<SpeakerId>& speaker) {
  const Quotation& now = d.quotations[quotation];
  const QuotationId id = now.id;
  const std::optional<SpeakerId> before = now.speaker;
  d.quotations.edit(quotation).speaker = speaker;
  for (std::size_t i = 0; i < d.claims.size(); ++i) {
    const Attribution& was = d.claims[i].attribution;
    if (was.quotation != id || was.speaker != before) continue;
    Attribution& attribution = d.claims.edit(i).attribution;
    attribution.speaker = speaker;
    attribution.to = decltype(attribution.to)(speaker ? "speaker" : "unknown");
  }
}

void hand_over_mark(Document& d, const QuotationId& from, const QuotationId& to) {
  for (std::size_t i = 0; i < d.claims.size(); ++i)
    if (d.claims[i].attribution.quotation == from) d.claims.edit(i).attribution.quotation = to;
  for (std::size_t i = 0; i < d.notes.size(); ++i)
    if (d.notes[i].target == from.text()) d.notes.edit(i).target = to.text();
}

void remove_notes_on(Document& d, const std::string& target) {
  std::set<std::string> gone{target};
  for (std::size_t before = 0; before != gone.size();) {
    before = gone.size();
    for (const Note& note : d.notes)
      if (gone.contains(note.target)) gone.insert(note.id.text());
  }
  if (gone.size() > 1) d.notes.erase_if([&](const Note& note) { return gone.contains(note.target); });
}

}  // namespace session
