#include "speaker/stage.h"

#include <algorithm>

namespace speaker {
namespace {

using rules::Gender;

constexpr std::size_t kFarthest = 80;        // mentions that a pronoun looks back over
constexpr std::uint32_t kMostSentences = 12;

// What speaks for somebody, in points; a sentence further back costs as many as the place of the subject gives.
constexpr int kSentence = 16, kSubject = 16, kLast = 10, kOwner = 6, kReported = 8, kSameParagraph = 12, kListener = 14;
constexpr int kSure = 14, kSameGender = 10, kUnsure = -8;
constexpr int kClear = 12, kNarrow = 4;  // by how much the best one leads the next

}  // namespace

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
      // “When a reporter asked, she replied”
      if (h.who >= named() && (nameless(h.who).noun == "reporter" || nameless(h.who).noun == "journalist")) return 6 * kUnsure;
      if (h.who >= named()) return points + (spoken_.find(h.who) == spoken_.end() ? 3 * kUnsure : 0);
      return points + (known == wanted ? kSameGender : 0);
    }
    case Pronoun::it:
      if (is == Standing::document && spoken_.find(h.who) == spoken_.end()) return 0;
      if (is == Standing::body || is == Standing::document) return kSure;
      if (is == Standing::open) return kUnsure;
      return kNever;
    case Pronoun::they:
      if (is == Standing::group || h.as == Gender::they) return kSure;
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
    if (h.position.listener) points -= kListener;
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
      return {last_, "speaker/pronoun", 700, true};
    return {-1, "speaker/pronoun", 0};
  }
  const int lead = best.points - next.points;
  return {best.who, "speaker/pronoun", lead >= kClear ? 930 : lead >= kNarrow ? 820 : 750, lead < kNarrow};
}

Meant Stage::last_person_before(const NounPhrase& p) const {
  const std::uint32_t at = p.span.begin, now = sentence_at(at);
  // The 46-year-old, the Scot: whatever else that one is.
  const bool of_anyone = p.capital || p.noun.ends_with("-year-old");
  Meant best{-1, "speaker/noun-again", 800};
  int best_points = 0;
  for (std::size_t i = heard_.size(), steps = 0; i-- > 0 && steps < 6; ++steps) {
    const Heard& h = heard_[i];
    if (h.position.quoted || h.at >= at) continue;
    const std::uint32_t back = now - std::min(now, h.position.sentence);
    if (back > 2 || h.at < entry_of(at)) break;
    const Standing is = standing(h.who);
    if (h.who < named() && !of_anyone && !figure(h.who).nouns.empty()) break;  // a nurse is not “the farmer”
    if (h.who >= named() || !(is == Standing::person || (is == Standing::open && figure(h.who).words.size() > 1))) continue;
    int points = 100 - kSentence * static_cast<int>(back);
    if (h.position.subject) points += kSubject;
    if (h.who == last_) points += kLast;
    if (points > best_points) best.who = h.who, best_points = points;
  }
  return best;
}

}  // namespace speaker
