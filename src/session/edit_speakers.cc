#include <algorithm>

#include "session/edits.h"

namespace session {

using namespace document;

namespace {

constexpr const char* kGone = "That speaker is not there any more.";

const Speaker* named(const Document& d, const std::string& name) {
  for (const Speaker& speaker : d.speakers)
    if (speaker.name == name) return &speaker;
  return nullptr;
}

template <typename Change>
Edited change(Document d, const SpeakerId& id, const Moment& moment, Change change) {
  const auto at = index_of(d.speakers, id);
  if (!at) return refuse(kGone);
  Speaker speaker = d.speakers[*at];
  if (std::string refusal = change(d, speaker); !refusal.empty()) return refuse(std::move(refusal));
  if (speaker == d.speakers[*at]) return refuse("It is like that already.");
  speaker.review = stamp(d, kEdited, moment);
  d.speakers.edit(*at) = std::move(speaker);
  return done(std::move(d));
}

void add_new(std::vector<std::string>& list, const std::string& word) {
  if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
}
void add_all_new(std::vector<std::string>& list, const std::vector<std::string>& words) {
  for (const std::string& word : words) add_new(list, word);
}

// Every quotation and claim of `from` is now of `to`; none: of nobody known.
void hand_over(Document& d, const SpeakerId& from, const std::optional<SpeakerId>& to) {
  for (std::size_t i = 0; i < d.quotations.size(); ++i)
    if (d.quotations[i].speaker == from) d.quotations.edit(i).speaker = to;
  for (std::size_t i = 0; i < d.claims.size(); ++i) {
    if (d.claims[i].attribution.speaker != from) continue;
    Attribution& attribution = d.claims.edit(i).attribution;
    attribution.speaker = to;
    if (!to) attribution.to = decltype(attribution.to)("unknown");
  }
}

// The speaker of this name, made if there is none.
SpeakerId speaker_called(Document& d, const std::string& name, const Moment& moment) {
  if (const Speaker* known = named(d, name)) return known->id;
  Speaker speaker{.id = SpeakerId(fresh_id(d, "s")), .name = name, .origin = by_hand(d, moment), .review = stamp(d, kAccepted, moment)};
  const SpeakerId id = speaker.id;
  d.speakers.push_back(std::move(speaker));
  return id;
}

Edited give_to(Document d, const QuotationId& quotation, const std::string& name, const Moment& moment) {
  const auto at = index_of(d.quotations, quotation);
  if (!at) return refuse("That quotation is not there any more.");
  const SpeakerId speaker = speaker_called(d, name, moment);
  if (d.quotations[*at].speaker == speaker) return refuse("It is said by " + name + " already.");
  give(d, *at, speaker);
  const Review review = stamp(d, kEdited, moment);
  d.quotations.edit(*at).review = review;
  return done(std::move(d));
}

}  // namespace

Edited edit(Document d, const AddSpeaker& c, const Moment& moment) {
  const std::string name = trimmed(c.name);
  if (name.empty()) return refuse("A speaker needs a name.");
  if (c.quotation) return give_to(std::move(d), *c.quotation, name, moment);
  if (named(d, name)) return refuse("There is a speaker called " + name + " already.");
  speaker_called(d, name, moment);
  return done(std::move(d));
}

Edited edit(Document d, const RenameSpeaker& c, const Moment& moment) {
  return change(std::move(d), c.speaker, moment, [&](const Document& now, Speaker& speaker) -> std::string {
    const std::string name = trimmed(c.name);
    if (name.empty()) return "A speaker needs a name.";
    const Speaker* other = named(now, name);
    if (other && other->id != speaker.id) return "There is a speaker called " + name + " already. Merge the two instead.";
    if (name == speaker.name) return {};
    // What the article calls this speaker stays known.
    if (now.article.text.view().find(speaker.name) != std::string_view::npos) add_new(speaker.aliases, speaker.name);
    std::erase(speaker.aliases, name);
    speaker.name = name;
    return {};
  });
}

Edited edit(Document d, const SetSpeakerKind& c, const Moment& moment) {
  return change(std::move(d), c.speaker, moment, [&](const Document&, Speaker& speaker) {
    speaker.kind = c.kind;
    return std::string();
  });
}

Edited edit(Document d, const SetSpeakerRoles& c, const Moment& moment) {
  return change(std::move(d), c.speaker, moment, [&](const Document&, Speaker& speaker) {
    speaker.roles = c.roles;
    return std::string();
  });
}

Edited edit(Document d, const SetAliases& c, const Moment& moment) {
  return change(std::move(d), c.speaker, moment, [&](const Document&, Speaker& speaker) {
    speaker.aliases = c.aliases;
    return std::string();
  });
}

Edited edit(Document d, const MergeSpeakers& c, const Moment& moment) {
  const auto into = index_of(d.speakers, c.into), from = index_of(d.speakers, c.from);
  if (!into || !from) return refuse(kGone);
  if (into == from) return refuse("This is one speaker already.");
  const Speaker gone = d.speakers[*from];
  Speaker& kept = d.speakers.edit(*into);
  if (gone.name != kept.name) add_new(kept.aliases, gone.name);
  add_all_new(kept.aliases, gone.aliases);
  std::erase(kept.aliases, kept.name);
  add_all_new(kept.roles, gone.roles);
  add_all_new(kept.pronouns, gone.pronouns);
  add_all_new(kept.same_as, gone.same_as);
  if (kept.kind.empty()) kept.kind = gone.kind;
  const std::string notice = "Merged " + gone.name + " into " + kept.name;
  kept.review = stamp(d, kEdited, moment);
  hand_over(d, c.from, c.into);
  for (std::size_t i = 0; i < d.notes.size(); ++i)
    if (d.notes[i].target == c.from.text()) d.notes.edit(i).target = c.into.text();
  d.speakers.erase(*from);
  return done(std::move(d), notice);
}

Edited edit(Document d, const SplitSpeaker& c, const Moment& moment) {
  const std::string name = trimmed(c.name);
  if (name.empty()) return refuse("A speaker needs a name.");
  return give_to(std::move(d), c.quotation, name, moment);
}

Edited edit(Document d, const RemoveSpeaker& c, const Moment&) {
  const auto at = index_of(d.speakers, c.speaker);
  if (!at) return refuse(kGone);
  const std::string name = d.speakers[*at].name;
  hand_over(d, c.speaker, std::nullopt);
  remove_notes_on(d, c.speaker.text());
  d.speakers.erase(*at);
  return done(std::move(d), "Removed " + name);
}

Edited edit(Document d, const NameEverywhere& c, const Moment& moment) {
  const auto at = index_of(d.speakers, c.speaker);
  if (!at) return refuse(kGone);
  const std::string words = trimmed(c.words);
  if (words.empty()) return refuse("Select the words that name the speaker first.");
  bool changed = false;
  for (std::size_t i = 0; i < d.speakers.size(); ++i) {
    const std::vector<std::string>& names = d.speakers[i].aliases;
    const bool known = std::find(names.begin(), names.end(), words) != names.end();
    if (i == *at ? known || d.speakers[i].name == words : !known) continue;
    Speaker& speaker = d.speakers.edit(i);
    if (i == *at) speaker.aliases.push_back(words);
    else std::erase(speaker.aliases, words);
    changed = true;
  }
  std::size_t given = 0;
  for (std::size_t i = 0; i < d.quotations.size(); ++i) {
    const Quotation& q = d.quotations[i];
    if (q.speaker == c.speaker || q.review.state == kRejected || words_of(d, q.source) != words) continue;
    give(d, i, c.speaker);
    const Review review = stamp(d, kEdited, moment);
    d.quotations.edit(i).review = review;
    ++given;
  }
  if (!changed && !given) return refuse("It is like that already.");
  const std::string name = d.speakers[*at].name;
  if (!given) return done(std::move(d), "“" + words + "” is a name of " + name + " from now on");
  return done(std::move(d), "Gave " + std::to_string(given) + (given == 1 ? " quotation to " : " quotations to ") + name);
}

}  // namespace session
