// Who is meant by a noun: the half of the stage that reads “the minister”, “the union”, “a spokeswoman for the bank”.
#include <algorithm>
#include <array>

#include "speaker/kinds.h"
#include "speaker/stage.h"
#include "text/characters.h"

namespace speaker {
namespace {

using rules::Gender;

constexpr std::size_t kFarthest = 320;  // mentions that a noun looks back over
constexpr std::size_t kNear = 80;       // where it must be the very same noun
constexpr std::uint32_t kLead = 3000;   // bytes in which somebody may be called by a role before the name comes
constexpr std::uint32_t kJustNow = 3;    // sentences in which a body may be called by a noun that its name does not have
constexpr int kMostFigures = 400;       // that are looked through for it

bool has(const std::vector<std::string>& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

// Words that say nothing about who is meant.
bool is_light(std::string_view word) {
  static constexpr std::array<std::string_view, 24> kLight = {"former", "new",     "senior", "late",   "current",  "own",     "same",  "top",
                                                              "then",   "veteran", "young",  "old",    "local",    "outgoing", "ailing", "state",
                                                              "once",   "newly",   "acting", "deputy", "assistant", "giant",  "small", "big"};
  return std::find(kLight.begin(), kLight.end(), word) != kLight.end();
}

// What any document may be called.
bool is_any_paper(std::string_view noun) {
  static constexpr std::array<std::string_view, 12> kAny = {"document", "paper", "report", "text", "study", "publication", "research", "analysis", "review", "statement", "memo", "note"};
  return std::find(kAny.begin(), kAny.end(), noun) != kAny.end();
}

bool means_one_of(const Noun& n, const std::string& itself, const std::vector<std::string>& words) {
  if (has(words, itself)) return true;
  return std::any_of(n.means.begin(), n.means.end(), [&](std::string_view word) { return has(words, word); });
}

}  // namespace

// “the prime minister”: the role must have “prime” as well.
bool Stage::has_modifiers(const Figure& f, const NounPhrase& p) const {
  for (const std::string& word : p.modifiers)
    if (!is_light(word) && word != "'s" && word != "’s" && !rules::word(word).is(rules::kDeterminer) && !has(f.role_words, word) && !has(f.words, folded(word)))
      return false;
  bool any = p.after.empty(), content = false;
  for (const std::string& word : p.after) {
    if (word == "," || word == "who" || word == "(") break;
    if (word.size() < 4 || rules::word(word).is(rules::kPreposition | rules::kDeterminer)) continue;
    content = true;
    any = any || has(f.role_words, word);
  }
  return any || !content;
}

Meant Stage::bearer(const NounPhrase& p, const Noun& n) const {
  const auto bears = [&](int who) {
    return who < named() && figure(who).kind != NameKind::body && means_one_of(n, p.noun, figure(who).nouns) && has_modifiers(figure(who), p);
  };
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < kFarthest; ++steps)
    if (!heard_[i].position.quoted && bears(heard_[i].who)) return {heard_[i].who, "speaker/role", 920};
  if (p.span.begin > kLead) return {};
  int only = -1;
  for (int who = 0; who < named() && who < kMostFigures; ++who) {
    if (!bears(who)) continue;
    if (only >= 0) return {};
    only = who;
  }
  return {only, "speaker/role", 850};
}

Meant Stage::body(const NounPhrase& p, const Noun& n) const {
  const std::uint32_t now = sentence_at(p.span.begin);
  Meant best{-1, "speaker/body-noun", 810};
  int best_points = -400;
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < kFarthest; ++steps) {
    const Heard& h = heard_[i];
    int points = 0;
    if (h.who >= named()) {
      if (nameless(h.who).noun != p.noun || standing(h.who) != Standing::body) continue;
      if (!p.modifiers.empty() && nameless(h.who).description.find(p.modifiers.back()) == std::string::npos) continue;
      points = 30;
    } else {
      const Figure& f = figure(h.who);
      if (f.kind == NameKind::person || f.is_place() || (f.is_weak() && spoken_.find(h.who) == spoken_.end())) continue;
      const bool called = f.kind == NameKind::body && (means_one_of(n, p.noun, f.words) || means_one_of(n, p.noun, f.nouns));
      if (called) {
        points = 60;
        for (const std::string& word : p.modifiers)
          if (!is_light(word) && !has(f.words, folded(word)) && !has(f.role_words, word)) points -= 40;
      } else {
        const bool any = n.kind == NounKind::company || (is_any_body(p.noun) && noun(f.words.back()).kind == NounKind::none && f.kind == NameKind::body && p.modifiers.empty() && h.position.sentence + kJustNow >= now);
        if (!any || h.position.quoted || h.position.listener || is_name_of_place(f.words)) continue;
        if (std::any_of(f.words.begin(), f.words.end(), [](const std::string& word) { return tells_kind_of_body(word); })) continue;
        points = f.kind == NameKind::body ? 20 : is_name_of_firm(f.name, f.words) ? 16 : f.words.size() == 1 ? 8 : -20;
        if (spoken_.find(h.who) != spoken_.end()) points += 10;
      }
      if (h.position.quoted) points -= 20;
    }
    points -= 4 * static_cast<int>(std::min<std::uint32_t>(now - std::min(now, h.position.sentence), 40));
    if (h.position.subject) points += 8;
    if (points > best_points) best.who = h.who, best_points = points;
  }
  if (best_points < -30) best.who = -1;
  return best;
}

Meant Stage::paper(const NounPhrase& p) const {
  const std::uint32_t now = sentence_at(p.span.begin);
  Meant best{-1, "speaker/noun-again", 880};
  int best_points = -60;
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < kFarthest; ++steps) {
    const Heard& h = heard_[i];
    if (h.who < named() || standing(h.who) != Standing::document || h.position.quoted) continue;
    const Nameless& one = nameless(h.who);
    bool fits = true;
    for (const std::string& word : p.modifiers) fits = fits && (is_light(word) || text::to_lower(one.description).find(word) != std::string::npos);
    const bool synonym = p.after.empty() && (is_any_paper(one.noun) || is_any_paper(p.noun));
    if (!fits || (one.noun != p.noun && !synonym)) continue;
    int points = one.noun == p.noun ? 30 : -10;
    if (spoken_.find(h.who) != spoken_.end()) points += 20;
    points -= 3 * static_cast<int>(std::min<std::uint32_t>(now - std::min(now, h.position.sentence), 40));
    if (points > best_points) best.who = h.who, best_points = points;
  }
  return best;
}

// a senior official … the official
Meant Stage::again(const NounPhrase& p) const {
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < kNear; ++steps) {
    const int who = heard_[i].who;
    if (who >= named() && nameless(who).noun == p.noun && p.modifiers.empty() && p.after.empty() && !heard_[i].position.quoted)
      return {who, "speaker/noun-again", 880};
  }
  return {};
}

// “a spokesman for the firm”, “the ministry’s spokeswoman”, “a Kremlin spokesman”: the body; of a person: somebody new.
Meant Stage::spoken_for(const NounPhrase& p) {
  // Labour’s health spokesman is a person of Labour’s.
  const bool of_a_matter = !p.modifiers.empty() && p.modifiers.back() != "'s" && p.modifiers.back() != "’s" && p.modifiers.back() != "'" &&
                           p.modifiers.back() != "’" && !noun(p.modifiers.back()).is_body() && !rules::word(p.modifiers.back()).is(rules::kBody);
  const auto& names = cast_.mentions();
  auto at = std::lower_bound(names.begin(), names.end(), p.span.begin, [](const Mention& m, std::uint32_t begin) { return m.span.begin < begin; });
  for (; at != names.end() && at->span.end <= p.span.end; ++at) {
    const int who = cast_.figure_of_mention()[static_cast<std::size_t>(at - names.begin())];
    if (of_a_matter && at->span.end < p.head_end && at->words.back() != folded(p.modifiers.back())) return {};
    if (figure(who).kind == NameKind::body) return {who, "speaker/spokesperson", 950};
    if (figure(who).kind == NameKind::person) return {};
    if (at->words.size() == 1) return {who, "speaker/spokesperson", 800};
  }
  std::string whom;
  for (const std::string& word : p.after) {
    if (word == "," || rules::word(word).is(rules::kRelative)) break;
    if (noun(word).is_body()) whom = word;
  }
  for (std::size_t i = 0; i + 1 < p.modifiers.size(); ++i)
    if (p.modifiers[i + 1] == "'s" || p.modifiers[i + 1] == "’s") whom = p.modifiers[i];
  if (!p.modifiers.empty() && whom.empty() && noun(p.modifiers.back()).is_body()) whom = p.modifiers.back();
  if (!whom.empty()) {
    Meant meant = body({.span = p.span, .noun = whom, .definite = true}, noun(whom));
    meant.method = "speaker/spokesperson";
    if (meant.who < 0) meant = body_spoken_for(p, whom);
    return meant;
  }
  if (!p.after.empty() || !p.modifiers.empty()) return {};
  if (p.definite && last_spokesperson_ >= 0) return {last_spokesperson_, "speaker/spokesperson", 900};
  const std::uint32_t now = sentence_at(p.span.begin);
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < 8; ++steps) {
    const Heard& h = heard_[i];
    if (h.at >= p.span.begin || h.position.quoted || h.as != Gender::unknown) continue;
    if (h.at < entry_of(p.span.begin) || now - std::min(now, h.position.sentence) > 2) break;
    if (h.who >= named() || !h.position.subject) continue;
    if (standing(h.who) == Standing::body) return {h.who, "speaker/spokesperson", 850};
    if (standing(h.who) == Standing::open && figure(h.who).words.size() == 1 && !figure(h.who).is_weak()) return {h.who, "speaker/spokesperson", 750};
  }
  return {};
}

// “a Finance Ministry spokesman”, “a spokesman for the Cho campaign”, of a body that has a name and is named nowhere else.
Meant Stage::body_spoken_for(const NounPhrase& p, const std::string& whom) {
  std::string_view words = slice(text_, p.span);
  if (const std::size_t after = words.find(" for "); after != std::string_view::npos) {
    words.remove_prefix(after + 5);
    if (const std::size_t comma = words.find(','); comma != std::string_view::npos) words = words.substr(0, comma);
  } else if (const std::size_t last = text_.substr(0, p.head_end).rfind(' '); last != std::string_view::npos && last > p.span.begin) {
    words = text_.substr(p.span.begin, last - p.span.begin);
  }
  for (const std::string_view article : {"a ", "an ", "the ", "A ", "An ", "The "})
    if (words.starts_with(article)) words.remove_prefix(article.size());
  if (!text::is_capitalised(words)) return {};
  const std::string key = folded(words);
  if (const auto at = by_description_.find(key); at != by_description_.end()) return {at->second, "speaker/spokesperson", 900};
  const int who = add({.description = std::string(words), .noun = whom, .kind = document::kOrganisation, .first = p.span.begin});
  by_description_.insert_or_assign(key, who);
  return {who, "speaker/spokesperson", 900};
}

Meant Stage::meant_by(const NounPhrase& p) {
  const Noun n = noun(p.noun);
  const bool back = (p.definite || (p.capital && p.modifiers.empty())) && !p.several;
  Meant meant;
  if (n.kind == NounKind::spokesperson && !p.several) {
    meant = spoken_for(p);
    if (meant.who < 0 && back) meant = again(p);
    if (meant.who >= 0) last_spokesperson_ = meant.who;
  } else if (back || (p.owned && n.is_person())) {
    if (n.is_person()) meant = bearer(p, n);
    else if (n.is_body()) meant = body(p, n);
    else if (n.kind == NounKind::document && (p.after.empty() || p.after.front() == ",")) meant = paper(p);
    if (meant.who < 0 && back) meant = again(p);
    const bool alone = p.after.empty() || p.after.front() == ",";
    if (meant.who < 0 && back && alone && n.is_person()) meant = last_person_before(p);
  }
  return meant.who >= 0 ? meant : somebody_new(p);
}

Meant Stage::somebody_new(const NounPhrase& p) {
  const Noun n = noun(p.noun);
  document::SpeakerKind kind = document::kUnnamed;
  const bool thing_counted = n.kind == NounKind::document || (n.is_body() && !is_quantity(p.noun));
  const bool many = is_quantity(p.noun) || (p.noun.ends_with("s") && !p.noun.ends_with("ss")) || p.noun == "people" || p.noun == "men" || p.noun == "women";
  if (p.several || n.kind == NounKind::group || (p.quantity && many && !thing_counted)) kind = document::kGroup;
  else if (n.kind == NounKind::document) kind = document::kDocument;
  else if (n.is_body()) kind = document::kOrganisation;
  else if (is_office(p.noun) && !p.indefinite) kind = document::kHuman;
  else if (n.kind == NounKind::none && p.noun.ends_with("s") && !p.noun.ends_with("ss")) kind = document::kGroup;
  std::string description(slice(text_, p.span));
  // survey [of 3,904 teachers]; inspection report [from 2022]; note [seen by The Gazette]; but: report by the board
  if (kind == document::kDocument && !p.after.empty()) {
    const bool part = p.after[0] == "of" || p.after[0] == "for" || p.after[0] == "to" || p.after[0] == "by";
    const bool number = p.after.size() > 1 && p.after[1][0] >= '0' && p.after[1][0] <= '9';
    if (!part || number) description.resize(p.head_end - p.span.begin);
  }
  // A leaked paper, dated November; a man who left: the description ends before.
  for (const std::string_view stop : {",", " who ", " which ", " that "})
    if (const std::size_t at = description.find(stop); at != std::string::npos && at > 0) description.resize(at);
  const std::size_t blank = description.find(' ');
  std::string first = text::to_lower(std::string_view(description).substr(0, blank));
  const bool thing = kind == document::kDocument || kind == document::kOrganisation;
  if (blank != std::string::npos && (first == "the" || (kind == document::kDocument && (first == "a" || first == "an")))) description.erase(0, blank + 1);
  else if ((blank != std::string::npos && rules::word(first).is(rules::kDeterminer)) || (is_quantity(first) && kind == document::kGroup)) description.replace(0, first.size(), first);
  std::string key = folded(description);
  const bool new_one = first == "a" || first == "an" || first == "one" || first == "another" || first == "some" || first == "other";
  if (!new_one || thing)
    if (const auto at = by_description_.find(key); at != by_description_.end()) return {at->second, "speaker/description", 880};
  const int who = add({.description = std::move(description),
                       .noun = p.noun,
                       .kind = kind,
                       .gender = kind == document::kGroup ? Gender::they : rules::word(p.noun).gender,
                       .first = p.span.begin});
  by_description_.insert_or_assign(std::move(key), who);
  return {who, "speaker/description", 880};
}

}  // namespace speaker
