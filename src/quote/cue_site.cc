#include "quote/cue_site.h"

#include <algorithm>

namespace quote {
namespace {

using namespace rules;

constexpr std::size_t kLongestAside = 24;  // items between two commas

bool phrase_stands_at(const Sentence& sentence, const Phrase& phrase, std::size_t at) {
  const auto& items = sentence.items;
  if (at + phrase.words.size() > items.size()) return false;
  for (std::size_t i = 0; i < phrase.words.size(); ++i)
    if (items[at + i].stretch >= 0 || items[at + i].lower != phrase.words[i]) return false;
  return true;
}

// That said, it rained.
bool is_idiom(const Sentence& sentence, std::size_t verb) {
  for (const Phrase& phrase : non_cues())
    for (std::size_t i = 0; i < phrase.words.size(); ++i)
      if (phrase.words[i] == sentence.items[verb].lower && verb >= i && phrase_stands_at(sentence, phrase, verb - i)) {
        // “That said” is one only where it stands alone: “That said, …”
        if (phrase.words.size() == 2 && i == 1 && phrase.words[0] == "that") {
          if (verb + 1 < sentence.items.size() && sentence.items[verb + 1].is_mark(",") && verb == 1) return true;
          continue;
        }
        return true;
      }
  return false;
}

bool is_possessive_mark(const Item& item) { return item.lower == "'s" || item.lower == "’s" || item.lower == "'" || item.lower == "’"; }

// The comma, dash or bracket that opens the aside which ends at `close`: Ruiz[,] the mayor, said.
std::optional<std::size_t> aside_before(const Sentence& sentence, std::size_t close) {
  const auto& items = sentence.items;
  const std::string& mark = items[close].lower;
  const bool bracket = mark == ")";
  for (std::size_t i = close; i-- > 0 && close - i <= kLongestAside;) {
    if (bracket ? items[i].lower == "(" : items[i].lower == mark) {
      if (i == 0) return std::nullopt;
      if (bracket) return i;
      // What stands before the aside must be a noun phrase of its own, and what the aside begins with must be
      // able to begin one.
      const Item& first = items[i + 1];
      const Item& before = items[i - 1];
      const bool noun_before = is_name_word(before) || is_nominal(before) || before.lower == ")";
      const bool aside = first.is(kRelative | kDeterminer | kPreposition | kSubordinator | kRole | kTitleWord | kTime | kAdverb) ||
                         first.kind == text::TokenKind::number || first.capital || first.lower.ends_with("ing") ||
                         first.lower.ends_with("ed") || is_nominal(first);
      if (noun_before && aside) return i;
    }
    if (items[i].stretch >= 0) return std::nullopt;
  }
  return std::nullopt;
}

void find_subject(const Sentence& sentence, CueSite& site) {
  const auto& items = sentence.items;
  if (site.group == 0) return;
  const Item& before = items[site.group - 1];
  const auto take = [&](std::optional<Range> range, SubjectKind kind) {
    if (!range) return;
    site.subject = *range;
    site.subject_kind = kind;
  };
  if (before.stretch >= 0) return;
  if (before.lower == "who" || before.lower == "which" ||
      (before.lower == "that" && site.group >= 2 && items[site.group - 2].is(kDocumentNoun | kBody))) {
    std::size_t end = site.group - 1;
    if (end > 0 && items[end - 1].is_mark(",")) --end;
    if (end > 0) take(phrase_before(sentence, end), SubjectKind::relative);
    return;
  }
  const bool participle = site.form == VerbForm::participle && site.group == site.verb;
  if (participle) {
    site.subject_kind = SubjectKind::shared;
    return;
  }
  if (before.is_mark(",") || before.is_mark("—") || before.is_mark("–") || before.is_mark(")") || before.is_mark("--")) {
    if (const auto open = aside_before(sentence, site.group - 1)) {
      auto phrase = phrase_before(sentence, *open);
      // Cynthia Hill, director of a school in Leeds, Ohio, said: the name stands before the first comma.
      if (phrase && phrase->begin >= 2 && !is_name_word(items[phrase->begin]) && items[phrase->begin - 1].is_mark(",") &&
          is_name_word(items[phrase->begin - 2]))
        phrase = phrase_before(sentence, phrase->begin - 1);
      take(phrase, SubjectKind::before);
    }
    return;
  }
  if (before.lower == "and" || before.lower == "but" || before.lower == "then" || before.lower == "or") {
    site.subject_kind = SubjectKind::shared;
    return;
  }
  take(phrase_before(sentence, site.group), SubjectKind::before);
}

// True if the form in this place is a verb that somebody does: not a noun, a participle of the passive, an infinitive.
bool is_report(const Sentence& sentence, CueSite& site) {
  const auto& items = sentence.items;
  bool auxiliary = false, be = false;
  std::size_t i = site.verb;
  while (i > 0 && site.verb - i < 6) {
    const Item& item = items[i - 1];
    if (item.stretch >= 0 || !item.is_word()) break;
    const bool short_form = is_possessive_mark(item) && (i < 2 || !items[i - 2].is(kSubjectPronoun | kRelative));
    if (item.is(kAuxiliary) && !short_form && !is_name_word(item)) {
      auxiliary = true;
      be = be || item.is(kBe);
      if (item.is(kHypothetical)) site.hypothetical = true;
    } else if (const bool negation = item.is(kNegation) && item.lower != "nothing" && item.lower != "none" && item.lower != "nobody";
               !(negation || (item.is(kAdverb) && !item.is(kSubordinator)) ||
                 (item.lower.ends_with("ly") && !item.capital && !item.is(kRole | kBody)))) {
      break;
    }
    --i;
  }
  site.group = i;
  const Item* before = i > 0 ? &items[i - 1] : nullptr;
  if (before && before->stretch >= 0) before = nullptr;
  const bool mark_before = before && !before->is_word();
  switch (site.form) {
    case VerbForm::past:
      if (be) return false;
      if (before && before->is(kDeterminer) && !before->is(kSubjectPronoun)) return false;
      if (before && (before->is(kPreposition) || is_possessive_mark(*before))) return false;
      return true;
    case VerbForm::third:
      if (auxiliary) return false;
      if (before && !mark_before &&
          (before->is(kPreposition) || is_possessive_mark(*before) || (before->is(kDeterminer) && !before->is(kSubjectPronoun))))
        return false;
      return true;
    case VerbForm::base: {
      if (site.hypothetical || (auxiliary && !be)) return true;
      if (be || !before) return false;
      if (before->lower == "to")
        return i >= 3 && items[i - 2].lower == "on" &&
               (items[i - 3].lower == "went" || items[i - 3].lower == "goes" || items[i - 3].lower == "going");
      if (mark_before) return true;
      if (before->is(kSubjectPronoun | kGroupRole | kRelative) || before->lower.ends_with("s") || before->lower == "and")
        return !is_possessive_mark(*before) && !before->is(kBe);
      return before->lower == "people" || before->lower == "police";
    }
    case VerbForm::participle:
      if (be) return true;
      if (before && before->is(kDeterminer)) return false;
      return true;
    case VerbForm::none:
      break;
  }
  return false;
}

}  // namespace

std::vector<CueSite> cue_sites(const Sentence& sentence) {
  std::vector<CueSite> out;
  const auto& items = sentence.items;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!item.is_word()) continue;
    for (const Phrase& phrase : cue_phrases()) {
      if (!phrase_stands_at(sentence, phrase, i)) continue;
      const std::size_t end = i + phrase.words.size();
      const auto subject = phrase_at(sentence, end);
      // “according to size” names nobody.
      const bool names = subject && (items[subject->begin].is(kDeterminer | kSubjectPronoun) || items[end].capital ||
                                     items[subject->end - 1].is(kGroupRole | kGeneric | kRole | kDocumentNoun | kBody) ||
                                     (subject->end < items.size() && items[subject->end].is(kPreposition)) ||
                                     items[subject->end - 1].lower.ends_with("s"));
      if (!names) continue;
      out.push_back(
          {.verb = i, .group = i, .end = end, .subject_kind = SubjectKind::phrase, .subject = *subject, .attitude = phrase.attitude});
    }
    if (!item.entry->cue || (item.capital && i > 0 && items[i - 1].is_word())) continue;
    CueSite site{
        .verb = i, .group = i, .end = i + 1, .cue = item.entry->cue, .form = item.entry->form, .attitude = item.entry->cue->attitude};
    if (is_idiom(sentence, i) || !is_report(sentence, site)) continue;
    find_subject(sentence, site);
    out.push_back(site);
  }
  return out;
}

std::size_t after_adjuncts(const Sentence& sentence, const CueSite& site) {
  const auto& items = sentence.items;
  std::size_t i = site.end;
  const std::size_t limit = std::min(items.size(), i + kLongest + 8);
  // told [the reporters]
  const bool addressee = site.cue && site.cue->addressee;
  if (addressee && i < limit && items[i].is_word() && items[i].lower != "that" && !items[i].is(kQuestionWord | kPreposition)) {
    if (items[i].is(kObjectPronoun) && !is_name_word(items[i])) ++i;
    else if (const auto object = phrase_at(sentence, i); object && object->end > i) i = object->end;
  }
  while (i < limit) {
    const Item& item = items[i];
    if (item.stretch >= 0) break;
    if (item.is(kTime) && !item.is(kFirstName)) {
      ++i;
    } else if (item.is(kAdverb) && !item.is(kSubordinator | kDeterminer | kSubjectPronoun | kTime) && i + 1 < limit &&
               !items[i + 1].is_mark(",")) {
      ++i;
    } else if (item.is(kPreposition) && !item.is(kSubordinator) && i + 1 < limit) {
      const auto object = phrase_at(sentence, i + 1);
      if (!object) {
        if (!items[i + 1].is(kTime) && !items[i + 1].is(kDeterminer) && items[i + 1].kind != text::TokenKind::number) break;
        i += 2;
      } else {
        i = object->end;
      }
    } else if (item.kind == text::TokenKind::number && i > site.end) {
      ++i;
    } else {
      break;
    }
  }
  return i;
}

}  // namespace quote
