#include "speaker/stage.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/segment.h"

namespace speaker {
namespace {

using rules::Gender;

constexpr std::size_t kFarthest = 80;        // mentions that a pronoun looks back over
constexpr std::size_t kFarthestNoun = 320;   // and a noun
constexpr std::uint32_t kMostSentences = 12;
constexpr std::uint32_t kLead = 3000;        // bytes in which somebody may be called by a role before the name comes
constexpr int kMostFigures = 400;            // that are looked through for it

// What speaks for somebody, in points; a sentence further back costs as many as the place of the subject gives.
constexpr int kSentence = 16, kSubject = 16, kLast = 10, kOwner = 6, kReported = 8, kSameParagraph = 12;
constexpr int kSure = 14, kSameGender = 10, kUnsure = -8;
constexpr int kClear = 12, kNarrow = 4;  // by how much the best one leads the next

bool has(const std::vector<std::string>& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

// Words that say nothing about who is meant.
bool is_light(std::string_view word) {
  static constexpr std::array<std::string_view, 24> kLight = {"former", "new",     "senior", "late",   "current",  "own",     "same",  "top",
                                                              "then",   "veteran", "young",  "old",    "local",    "outgoing", "ailing", "state",
                                                              "once",   "newly",   "acting", "deputy", "assistant", "giant",  "small", "big"};
  return std::find(kLight.begin(), kLight.end(), word) != kLight.end();
}

bool means_one_of(const Noun& n, const std::string& itself, const std::vector<std::string>& words) {
  if (has(words, itself)) return true;
  return std::any_of(n.means.begin(), n.means.end(), [&](std::string_view word) { return has(words, word); });
}

}  // namespace

NounPhrase noun_phrase(std::string_view text, Span span) {
  using namespace rules;
  NounPhrase out{.span = span};
  struct Piece {
    std::string lower;
    const Word* entry;
    bool capital;
    std::uint32_t end;
  };
  std::vector<Piece> words;
  for (const text::Token& token : text::tokens(text, span)) {
    const std::string_view word = slice(text, token.span);
    words.push_back({text::to_lower(word), nullptr, text::is_capitalised(word), token.span.end});
    words.back().entry = &rules::word(words.back().lower);
  }
  const auto owner = [](const Piece& p) { return p.lower == "'s" || p.lower == "’s" || p.lower == "'" || p.lower == "’"; };
  std::size_t head = words.size();
  for (std::size_t i = 1; i < words.size(); ++i)
    if ((words[i].entry->is(kPreposition) && !words[i].capital) || words[i].lower == "," || words[i].lower == "(" ||
        words[i].entry->is(kRelative)) {
      head = i;
      break;
    }
  // the report published on Monday; the version released
  for (std::size_t i = 2; i < head; ++i)
    if (words[i].lower.size() > 4 && words[i].lower.ends_with("ed") && !words[i].capital && noun(words[i - 1].lower).kind != NounKind::none &&
        (i + 1 == head || noun(words[i + 1].lower).kind == NounKind::none))
      head = i;
  if (words.empty()) return out;
  for (std::size_t i = 0; i < head; ++i) {
    out.several = out.several || words[i].lower == "and" || words[i].lower == "&";
    out.owned = out.owned || (i + 1 < head && owner(words[i])) || words[i].lower == "his" || words[i].lower == "her" ||
                words[i].lower == "its" || words[i].lower == "their" || words[i].lower == "my" || words[i].lower == "our";
  }
  out.noun = words[head - 1].lower;
  out.capital = words[head - 1].capital;
  out.head_end = words[head - 1].end;
  out.definite = words[0].lower == "the" || words[0].lower == "this" || words[0].lower == "that" || words[0].lower == "those";
  for (std::size_t i = words[0].entry->is(kDeterminer) ? 1 : 0; i + 1 < head; ++i) out.modifiers.push_back(words[i].lower);
  for (std::size_t i = head; i < words.size(); ++i) out.after.push_back(words[i].lower);
  return out;
}

Stage::Stage(std::string_view text, Cast& cast, Mentions mentions, std::vector<Span> contents,
             std::vector<std::uint32_t> entries)
    : text_(text),
      cast_(cast),
      nouns_(std::move(mentions.nouns)),
      sentences_(std::move(mentions.sentences)),
      contents_(std::move(contents)),
      entries_(std::move(entries)) {}

int Stage::add(Nameless one) {
  nameless_.push_back(std::move(one));
  return named() + static_cast<int>(nameless_.size()) - 1;
}

std::uint32_t Stage::entry_of(std::uint32_t at) const {
  const auto after = std::upper_bound(entries_.begin(), entries_.end(), at);
  return after == entries_.begin() ? 0 : *(after - 1);
}

std::uint32_t Stage::sentence_at(std::uint32_t at) const {
  const auto after = std::upper_bound(sentences_.begin(), sentences_.end(), at,
                                      [](std::uint32_t a, const Mentions::Sentence& s) { return a < s.begin; });
  return after == sentences_.begin() ? 0 : static_cast<std::uint32_t>(after - sentences_.begin() - 1);
}

std::uint32_t Stage::paragraph_at(std::uint32_t at) const {
  return sentences_.empty() ? 0 : sentences_[sentence_at(at)].paragraph;
}

Stage::Standing Stage::standing(int who) const {
  if (who < named()) {
    const Figure& f = figure(who);
    if (f.kind == NameKind::person) return Standing::person;
    if (f.is_place()) return Standing::place;
    return f.kind == NameKind::body ? Standing::body : Standing::open;
  }
  const document::SpeakerKind& kind = nameless(who).kind;
  if (kind == document::kUnnamed || kind == document::kHuman) return Standing::person;
  if (kind == document::kGroup) return Standing::group;
  return kind == document::kDocument ? Standing::document : Standing::body;
}

Gender Stage::gender(int who) const { return who < named() ? figure(who).gender : nameless(who).gender; }

void Stage::learn_gender(int who, Gender gender) {
  Gender& known = who < named() ? cast_.figures()[static_cast<std::size_t>(who)].gender : nameless_[static_cast<std::size_t>(who - named())].gender;
  if (known == Gender::unknown) known = gender;
}

void Stage::advance(std::uint32_t to) {
  const auto& names = cast_.mentions();
  for (;;) {
    const bool name = next_name_ < names.size() && names[next_name_].span.begin < to;
    const bool other = next_noun_ < nouns_.size() && nouns_[next_noun_].span.begin < to;
    if (!name && !other) return;
    if (name && (!other || names[next_name_].span.begin < nouns_[next_noun_].span.begin)) {
      heard_.push_back({.at = names[next_name_].span.begin,
                        .who = cast_.figure_of_mention()[next_name_],
                        .position = names[next_name_].position,
                        .reported = is_reported(names[next_name_].span.begin)});
      ++next_name_;
      continue;
    }
    const NounMention& mention = nouns_[next_noun_++];
    if (mention.span.begin < source_.end && mention.span.end > source_.begin) continue;
    const NounPhrase phrase = noun_phrase(text_, mention.span);
    const Meant meant = meant_by(phrase);
    if (meant.who < 0) continue;
    heard_.push_back({.at = mention.span.begin,
                      .who = meant.who,
                      .position = mention.position,
                      .as = noun(phrase.noun).kind == NounKind::spokesperson ? Gender::they : Gender::unknown,
                      .reported = is_reported(mention.span.begin)});
  }
}

bool Stage::is_reported(std::uint32_t at) const {
  const auto after = std::upper_bound(contents_.begin(), contents_.end(), at, [](std::uint32_t a, Span one) { return a < one.begin; });
  return after != contents_.begin() && (after - 1)->end > at;
}

void Stage::speaks(int who, Span source, Gender as) {
  source_ = source;
  const std::uint32_t at = source.begin;
  Position position{.sentence = sentence_at(at), .subject = true};
  position.paragraph = paragraph_at(at);
  heard_.push_back({.at = at, .who = who, .position = position, .as = as});
  ++spoken_[who];
  last_ = who;
  last_at_ = at;
}

// Points for somebody's being meant by the pronoun, or kFar below all if that cannot be.
int Stage::fit(const Heard& h, Pronoun pronoun) const {
  constexpr int kNever = -10000;
  const Standing is = standing(h.who);
  if (h.who < named() && figure(h.who).is_weak() && spoken_.find(h.who) == spoken_.end()) return kNever;
  const bool several_words = h.who < named() && figure(h.who).words.size() > 1;
  switch (pronoun) {
    case Pronoun::he:
    case Pronoun::she: {
      const Gender wanted = pronoun == Pronoun::he ? Gender::he : Gender::she;
      if (h.as != Gender::unknown) return h.as == wanted || h.as == Gender::they ? kSure : kNever;
      if (is != Standing::person && is != Standing::open) return kNever;
      const Gender known = gender(h.who);
      if (known != Gender::unknown && known != wanted) return kNever;
      int points = is == Standing::open ? (several_words ? kUnsure / 2 : 2 * kUnsure) : kSure;
      if (h.who >= named()) return points + (spoken_.find(h.who) == spoken_.end() ? 3 * kUnsure : 0);
      return points + (known == wanted ? kSameGender : 0);
    }
    case Pronoun::it:
      if (is == Standing::body || is == Standing::document) return kSure;
      if (is == Standing::open) return kUnsure;
      return kNever;
    case Pronoun::they:
      if (is == Standing::group) return kSure;
      if (is == Standing::body) return 0;
      return kNever;
  }
  return kNever;
}

Meant Stage::meant_by(Pronoun pronoun, std::uint32_t at) const {
  const std::uint32_t now = sentence_at(at), here = paragraph_at(at), entry = entry_of(at);
  struct Points {
    int who = -1, points = -5000;
  } best, next;
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < kFarthest; ++steps) {
    const Heard& h = heard_[i];
    if (h.position.quoted || h.at >= at) continue;
    const std::uint32_t back = now - std::min(now, h.position.sentence);
    if (h.at < entry || back > kMostSentences) break;
    int points = fit(h, pronoun);
    if (points < -5000) continue;
    points -= kSentence * static_cast<int>(back);
    if (h.position.subject) points += kSubject;
    if (h.position.possessive) points -= kOwner;
    if (h.reported) points -= h.position.sentence == now ? kSubject + kLast : kReported;
    if (h.position.paragraph == here) points += kSameParagraph;
    if (h.who == last_) points += kLast;
    if (h.who == best.who) {
      best.points = std::max(best.points, points);
    } else if (points > best.points) {
      next = best;
      best = {h.who, points};
    } else if (points > next.points) {
      next = {h.who, points};
    }
  }
  if (best.who < 0) {
    const bool can = last_ >= 0 && last_at_ >= entry &&
                     (pronoun == Pronoun::he || pronoun == Pronoun::she ? standing(last_) == Standing::person : standing(last_) != Standing::person);
    const Gender wanted = pronoun == Pronoun::he ? Gender::he : pronoun == Pronoun::she ? Gender::she : Gender::unknown;
    if (can && (gender(last_) == Gender::unknown || wanted == Gender::unknown || gender(last_) == wanted))
      return {last_, "speaker/pronoun", 500};
    return {-1, "speaker/pronoun", 0};
  }
  const int lead = best.points - next.points;
  return {best.who, "speaker/pronoun", lead >= kClear ? 800 : lead >= kNarrow ? 680 : 560};
}

Meant Stage::last_person_before(std::uint32_t at) const {
  const std::uint32_t now = sentence_at(at);
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < 6; ++steps) {
    const Heard& h = heard_[i];
    if (h.position.quoted || h.at >= at) continue;
    if (now - std::min(now, h.position.sentence) > 2) break;
    const Standing is = standing(h.who);
    if (h.who < named() && !figure(h.who).nouns.empty()) break;  // a nurse is not “the farmer”
    if (h.who < named() && (is == Standing::person || (is == Standing::open && figure(h.who).words.size() > 1)))
      return {h.who, "speaker/noun-again", 600};
  }
  return {};
}

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
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < kFarthestNoun; ++steps)
    if (!heard_[i].position.quoted && bears(heard_[i].who)) return {heard_[i].who, "speaker/role", 750};
  if (p.span.begin > kLead) return {};
  int only = -1;
  for (int who = 0; who < named() && who < kMostFigures; ++who) {
    if (!bears(who)) continue;
    if (only >= 0) return {};
    only = who;
  }
  return {only, "speaker/role", 620};
}

Meant Stage::body(const NounPhrase& p, const Noun& n) const {
  const std::uint32_t now = sentence_at(p.span.begin);
  Meant best{-1, "speaker/body-noun", 700};
  int best_points = -400;
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < kFarthestNoun; ++steps) {
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
        if (n.kind != NounKind::company || h.position.quoted) continue;
        if (std::any_of(f.words.begin(), f.words.end(), [](const std::string& word) { return tells_kind_of_body(word); })) continue;
        points = f.kind == NameKind::body ? 20 : f.words.size() == 1 ? 8 : -20;
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
  Meant best{-1, "speaker/noun-again", 700};
  int best_points = -60;
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < kFarthestNoun; ++steps) {
    const Heard& h = heard_[i];
    if (h.who < named() || standing(h.who) != Standing::document || h.position.quoted) continue;
    const Nameless& one = nameless(h.who);
    bool fits = true;
    for (const std::string& word : p.modifiers) fits = fits && (is_light(word) || text::to_lower(one.description).find(word) != std::string::npos);
    if (!fits) continue;
    int points = one.noun == p.noun ? 30 : 0;
    if (spoken_.find(h.who) != spoken_.end()) points += 20;
    points -= 3 * static_cast<int>(std::min<std::uint32_t>(now - std::min(now, h.position.sentence), 40));
    if (points > best_points) best.who = h.who, best_points = points;
  }
  return best;
}

// a senior official … the official
Meant Stage::again(const NounPhrase& p) const {
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < kFarthest; ++steps) {
    const int who = heard_[i].who;
    if (who >= named() && nameless(who).noun == p.noun && p.modifiers.empty() && p.after.empty() && !heard_[i].position.quoted)
      return {who, "speaker/noun-again", 700};
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
    if (figure(who).kind == NameKind::body) return {who, "speaker/spokesperson", 800};
    if (figure(who).kind == NameKind::person) return {};
    if (at->words.size() == 1) return {who, "speaker/spokesperson", 650};
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
    return meant;
  }
  if (!p.after.empty() || !p.modifiers.empty()) return {};
  if (p.definite && last_spokesperson_ >= 0) return {last_spokesperson_, "speaker/spokesperson", 700};
  const std::uint32_t now = sentence_at(p.span.begin);
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < 8; ++steps) {
    const Heard& h = heard_[i];
    if (h.at >= p.span.begin || h.position.quoted || h.as != Gender::unknown) continue;
    if (h.at < entry_of(p.span.begin) || now - std::min(now, h.position.sentence) > 2) break;
    if (h.who >= named() || !h.position.subject) continue;
    if (standing(h.who) == Standing::body) return {h.who, "speaker/spokesperson", 620};
    if (standing(h.who) == Standing::open && figure(h.who).words.size() == 1 && !figure(h.who).is_weak()) return {h.who, "speaker/spokesperson", 570};
  }
  return {};
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
    else if (n.kind == NounKind::document && p.after.empty()) meant = paper(p);
    if (meant.who < 0 && back) meant = again(p);
    if (meant.who < 0 && back && n.kind == NounKind::anyone && p.after.empty()) meant = last_person_before(p.span.begin);
  }
  return meant.who >= 0 ? meant : somebody_new(p);
}

Meant Stage::somebody_new(const NounPhrase& p) {
  const Noun n = noun(p.noun);
  document::SpeakerKind kind = document::kUnnamed;
  if (p.several || n.kind == NounKind::group) kind = document::kGroup;
  else if (n.kind == NounKind::document) kind = document::kDocument;
  else if (n.is_body()) kind = document::kOrganisation;
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
  else if (blank != std::string::npos && rules::word(first).is(rules::kDeterminer)) description.replace(0, first.size(), first);
  std::string key = folded(description);
  const bool new_one = first == "a" || first == "an" || first == "one" || first == "another" || first == "some" || first == "other";
  if (!new_one || thing)
    if (const auto at = by_description_.find(key); at != by_description_.end()) return {at->second, "speaker/description", 700};
  const int who = add({.description = std::move(description),
                       .noun = p.noun,
                       .kind = kind,
                       .gender = kind == document::kGroup ? Gender::they : rules::word(p.noun).gender,
                       .first = p.span.begin});
  by_description_.insert_or_assign(std::move(key), who);
  return {who, "speaker/description", 700};
}

}  // namespace speaker
