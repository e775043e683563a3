#include "speaker/listing.h"

#include <algorithm>

#include "speaker/kinds.h"
#include "text/characters.h"

namespace speaker {

using namespace rules;
using document::Document;
using document::Quotation;
using document::Speaker;
using document::SpeakerId;

namespace {

constexpr std::size_t kLongestForm = 40;  // bytes of “the company”

// Speakers that a person has reviewed, or that a reviewed quotation names.
std::vector<Speaker> reviewed(const Document& d) {
  std::vector<Speaker> out;
  std::set<std::string> named;
  for (const Quotation& q : d.quotations)
    if (q.review.state != document::kSuggested && q.speaker) named.insert(q.speaker->text());
  for (const document::Claim& c : d.claims)
    if (c.review.state != document::kSuggested && c.attribution.speaker) named.insert(c.attribution.speaker->text());
  for (const Speaker& s : d.speakers)
    if (s.review.state != document::kSuggested || named.contains(s.id.text())) out.push_back(s);
  return out;
}

const Speaker* known(const std::vector<Speaker>& speakers, const std::string& name, const std::vector<std::string>& aliases) {
  for (const Speaker& s : speakers) {
    const auto called = [&](const std::string& form) {
      return s.name == form || std::find(s.aliases.begin(), s.aliases.end(), form) != s.aliases.end();
    };
    // “the company” may be any.
    if (called(name) || std::any_of(aliases.begin(), aliases.end(), [&](const std::string& form) { return !form.starts_with("the ") && called(form); }))
      return &s;
  }
  return nullptr;
}

document::SpeakerKind kind_of(const Figure& f) {
  const Word& last = rules::word(f.words.back());
  if (f.kind == NameKind::person || f.said_he || f.name[0] == '@') return document::kHuman;
  if (f.kind == NameKind::body && std::any_of(f.nouns.begin(), f.nouns.end(), [](const std::string& noun) { return speaker::noun(noun).kind == NounKind::document; }) &&
      !last.is(kBody))
    return document::kDocument;
  if (f.kind == NameKind::body && last.is(kDocumentNoun) && !last.is(kBody)) return document::kDocument;
  if (f.kind == NameKind::body || is_name_of_firm(f.name, f.words) || is_name_of_place(f.words)) return document::kOrganisation;
  if (f.is_many()) return document::kGroup;
  if (f.gender != Gender::unknown || f.transcript) return document::kHuman;
  if (f.words.size() == 1) return rules::word(f.words[0]).is(kFirstName) ? document::kHuman : document::kOrganisation;
  // Oakmere Land, which the article calls Oakmere; Halima Danjuma, whom it calls Danjuma
  const auto called = [&](const std::string& word) {
    return std::any_of(f.aliases.begin(), f.aliases.end(), [&](const std::string& form) { return folded(form) == word; });
  };
  const bool firm = called(f.words.front()) && !called(f.words.back()) && !rules::word(f.words.front()).is(kFirstName);
  return firm ? document::kOrganisation : document::kHuman;
}

}  // namespace

void Listing::note(const Answer& answer, std::string_view source) {
  auto [at, is_new] = answers_.emplace(answer.figure, answer);
  if (!is_new && answer.confidence > at->second.confidence) at->second = answer;
  if (answer.form != document::kPronounForm) {
    const std::string_view method = answer.method;
    if (method == "speaker/role" || method == "speaker/body-noun" || method == "speaker/noun-again" || method == "speaker/description") {
      std::string form(source);
      if (form.size() <= kLongestForm && text::to_lower(form).starts_with("the ")) form[0] = 't', forms_[answer.figure].insert(form);
    }
    if (method == "speaker/spokesperson") spokespeople_[answer.figure].insert(std::string(source));
    return;
  }
  const std::string pronoun = text::to_lower(source);
  if (pronoun != "he" && pronoun != "she" && pronoun != "they" && pronoun != "it") return;
  std::vector<std::string>& list = pronouns_[answer.figure];
  if (std::find(list.begin(), list.end(), pronoun) == list.end()) list.push_back(pronoun);
}

Speaker Listing::made(const Stage& stage, int figure, const Answer& answer) const {
  Speaker s;
  if (figure < stage.named()) {
    const Figure& f = stage.figure(figure);
    s.name = f.name;
    s.kind = kind_of(f);
    s.roles = f.roles;
    s.aliases = f.aliases;
  } else {
    const Nameless& f = stage.nameless(figure);
    s.name = f.description;
    s.kind = f.kind;
  }
  if (const auto at = forms_.find(figure); at != forms_.end())
    for (const std::string& form : at->second)
      if (form.substr(4) != s.name) s.aliases.push_back(form);
  if (const auto at = spokespeople_.find(figure); at != spokespeople_.end())
    for (const std::string& form : at->second) s.aliases.push_back(form);
  if (const auto at = pronouns_.find(figure); at != pronouns_.end()) s.pronouns = at->second;
  s.origin = document::Origin{.method = answer.method, .confidence = answer.confidence};
  return s;
}

void Listing::write(Document& d, const Stage& stage, std::vector<Quotation> quotations, const std::vector<int>& who) const {
  std::vector<Speaker> speakers = reviewed(d);
  std::vector<std::pair<std::uint32_t, int>> order;
  for (const auto& [figure, answer] : answers_)
    order.push_back({stage.first_mention(figure), figure});
  std::sort(order.begin(), order.end());
  d.speakers = document::SharedList<Speaker>(speakers);
  const std::size_t kept = speakers.size();
  std::uint64_t number = std::stoull(document::fresh_id(d, "s").substr(1));
  std::map<int, SpeakerId> ids;
  std::vector<Speaker> added;
  for (const auto& [at, figure] : order) {
    Speaker s = made(stage, figure, answers_.at(figure));
    if (kept > 0)
      if (const Speaker* same = known(speakers, s.name, s.aliases)) {
        ids.emplace(figure, same->id);
        continue;
      }
    s.id = SpeakerId("s" + std::to_string(number++));
    ids.emplace(figure, s.id);
    added.push_back(std::move(s));
  }
  speakers.insert(speakers.end(), added.begin(), added.end());
  d.speakers = document::SharedList<Speaker>(std::move(speakers));
  for (std::size_t i = 0; i < quotations.size(); ++i)
    if (who[i] >= 0) quotations[i].speaker = ids.at(who[i]);
  d.quotations = document::SharedList<Quotation>(std::move(quotations));
}

}  // namespace speaker
