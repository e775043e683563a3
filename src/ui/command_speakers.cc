// Commands about speakers: those of the selected speaker, or of the selected mark's.
#include <algorithm>
#include <charconv>

#include "ui/command_runs.h"
#include "ui/marks.h"

namespace ui {

using namespace document;
using session::Session;

namespace {

std::optional<SpeakerId> speaker_of(const Session& s) {
  if (const auto* id = std::get_if<SpeakerId>(&s.selected)) return *id;
  if (const auto* id = std::get_if<QuotationId>(&s.selected)) {
    const Quotation* q = find(s.document, *id);
    return q ? q->speaker : std::nullopt;
  }
  if (const auto* id = std::get_if<ClaimId>(&s.selected)) {
    const Claim* c = find(s.document, *id);
    return c ? c->attribution.speaker : std::nullopt;
  }
  return std::nullopt;
}

void type_into(ViewState& v, Field field, std::string initial) {
  v.field = field;
  v.typed = std::move(initial);
  v.field_fault.clear();
  v.field_is_new = true;
  v.typed_since = v.now;
}

// The sheet of the speaker, with one of its fields open.
void type_in_sheet(const Session& s, ViewState& v, Field field) {
  const Speaker* speaker = find(s.document, *speaker_of(s));
  if (!speaker) return;
  v.speaker = speaker->id;
  v.overlay = Overlay::speaker;
  type_into(v, field, field == Field::speaker_role && !speaker->roles.empty() ? speaker->roles.front() : std::string());
}

void give_words_or_mark(const Session& s, const ViewState& v, const std::optional<SpeakerId>& speaker, Output& out) {
  if (!s.words.empty()) out.commands.push_back(session::AddQuotation{words_to_quote(s, v), speaker});
  else if (const auto* q = std::get_if<QuotationId>(&s.selected)) out.commands.push_back(session::AssignSpeaker{*q, speaker});
  else if (const auto* c = std::get_if<ClaimId>(&s.selected)) out.commands.push_back(session::AssignClaim{*c, speaker});
}

}  // namespace

std::optional<SpeakerId> speaker_called(const Document& d, std::string_view words) {
  std::size_t number = 0;
  const char* const end = words.data() + words.size();
  if (std::from_chars(words.data(), end, number).ptr == end && number >= 1 && number <= d.speakers.size()) return d.speakers[number - 1].id;
  for (const Speaker& speaker : d.speakers)
    if (speaker.id.text() == words || speaker.name == words) return speaker.id;
  for (const Speaker& speaker : d.speakers)
    if (std::find(speaker.aliases.begin(), speaker.aliases.end(), words) != speaker.aliases.end()) return speaker.id;
  return std::nullopt;
}

bool has_speaker(const Session& s) { return s.open && speaker_of(s).has_value(); }
bool has_speaker_or_argument(const Session& s) { return s.open && !s.document.speakers.empty(); }

void assign_speaker(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) {
    v.overlay = Overlay::speaker_picker;
    v.choice = 0;
    return;
  }
  if (argument == "none") return give_words_or_mark(s, v, std::nullopt, out);
  const auto speaker = speaker_called(s.document, argument);
  if (speaker) return give_words_or_mark(s, v, speaker, out);
  if (argument.size() == 1 && argument[0] >= '0' && argument[0] <= '9')
    return hint(v, "There is no speaker " + std::string(argument) + ".");
  new_speaker(s, v, argument, out);
}

void pick_speaker(const Session& s, ViewState& v, std::string_view, Output& out) { assign_speaker(s, v, {}, out); }

// The words that name somebody: those that are selected, else the source of the selected quotation.
void name_everywhere(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const auto* id = std::get_if<QuotationId>(&s.selected);
  const Quotation* q = id ? find(s.document, *id) : nullptr;
  if (s.words.empty() && q && q->source_form == kPronounForm)
    return hint(v, "“" + words_of(s.document, q->source) + "” stands for different people in different places. Give each quotation its speaker.");
  const std::string words = !s.words.empty() ? std::string(slice(s.document.article.text.view(), s.words))
                            : q              ? words_of(s.document, q->source)
                                             : std::string();
  if (words.empty()) return hint(v, "Select the words that name the speaker, or a quotation with a source.");
  const auto speaker = argument.empty() ? (q ? q->speaker : std::nullopt) : speaker_called(s.document, argument);
  if (!speaker) return hint(v, argument.empty() ? "Select a quotation by the speaker who is meant." : "There is no such speaker.");
  out.commands.push_back(session::NameEverywhere{*speaker, words});
}

void name_found(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (v.search.hits.empty()) return hint(v, "Search for a name first.");
  if (argument.empty()) {
    v.naming_found = true;
    v.overlay = Overlay::speaker_picker;
    v.choice = 0;
    return;
  }
  const auto speaker = speaker_called(s.document, argument);
  if (!speaker) return hint(v, "There is no speaker called " + std::string(argument) + ".");
  out.commands.push_back(session::NameEverywhere{*speaker, std::string(slice(s.document.article.text.view(), v.search.hits.front()))});
}

void new_speaker(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) {
    v.overlay = Overlay::none;
    v.speakers_shown = true;
    v.zone = Zone::speakers;
    return type_into(v, Field::new_speaker, {});
  }
  if (!s.words.empty()) {
    // The quotation is made first; the speaker is then given to the mark that is selected by it.
    out.commands.push_back(session::AddQuotation{words_to_quote(s, v), std::nullopt});
    out.commands.push_back(session::AddSpeaker{std::string(argument), QuotationId(fresh_id(s.document, "q"))});
    return;
  }
  const auto* q = std::get_if<QuotationId>(&s.selected);
  out.commands.push_back(session::AddSpeaker{std::string(argument), q ? std::optional(*q) : std::nullopt});
}

void rename_speaker(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const SpeakerId id = *speaker_of(s);
  if (!argument.empty()) {
    out.commands.push_back(session::RenameSpeaker{id, std::string(argument)});
    return;
  }
  const Speaker* speaker = find(s.document, id);
  v.speaker = id;
  v.overlay = Overlay::speaker;
  type_into(v, Field::speaker_name, speaker ? speaker->name : std::string());
}

void merge_speaker(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const SpeakerId from = *speaker_of(s);
  if (argument.empty()) {
    v.merging = from;
    v.overlay = Overlay::speaker_picker;
    v.choice = 0;
    return;
  }
  const auto into = speaker_called(s.document, argument);
  if (!into) return hint(v, "There is no speaker called " + std::string(argument) + ".");
  out.commands.push_back(session::MergeSpeakers{*into, from});
}

void split_speaker(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) return new_speaker(s, v, argument, out);
  out.commands.push_back(session::SplitSpeaker{*std::get_if<QuotationId>(&s.selected), std::string(argument)});
}

void speaker_kind(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) return hint(v, "A kind is person, organisation, group, document or unnamed.");
  out.commands.push_back(session::SetSpeakerKind{*speaker_of(s), SpeakerKind(std::string(argument))});
}

void speaker_role(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) return type_in_sheet(s, v, Field::speaker_role);
  // What else the speaker is stays behind the role that is shown.
  const Speaker* speaker = find(s.document, *speaker_of(s));
  if (!speaker) return;
  std::vector<std::string> roles = speaker->roles;
  if (roles.empty()) roles.emplace_back();
  roles.front() = std::string(argument);
  out.commands.push_back(session::SetSpeakerRoles{speaker->id, std::move(roles)});
}

void add_name(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) return type_in_sheet(s, v, Field::other_name);
  const Speaker* speaker = find(s.document, *speaker_of(s));
  if (!speaker) return;
  const std::string name(argument);
  if (name == speaker->name || std::find(speaker->aliases.begin(), speaker->aliases.end(), name) != speaker->aliases.end())
    return hint(v, speaker->name + " is called that already.");
  std::vector<std::string> names = speaker->aliases;
  names.push_back(name);
  out.commands.push_back(session::SetAliases{speaker->id, std::move(names)});
}

void remove_name(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const Speaker* speaker = find(s.document, *speaker_of(s));
  if (!speaker) return;
  std::vector<std::string> names = speaker->aliases;
  if (std::erase(names, std::string(argument)) == 0) return hint(v, speaker->name + " has no such other name.");
  out.commands.push_back(session::SetAliases{speaker->id, std::move(names)});
}

void remove_speaker(const Session& s, ViewState& v, std::string_view, Output& out) {
  const SpeakerId id = *speaker_of(s);
  if (v.only == id) v.only.reset();
  v.overlay = Overlay::none;
  out.commands.push_back(session::RemoveSpeaker{id});
}

void show_speaker(const Session& s, ViewState& v, std::string_view argument, Output&) {
  const auto id = argument.empty() ? speaker_of(s) : speaker_called(s.document, argument);
  if (!id) return hint(v, "Select a speaker first.");
  v.only = id;
}

void show_all_speakers(const Session&, ViewState& v, std::string_view, Output&) { v.only.reset(); }

}  // namespace ui
