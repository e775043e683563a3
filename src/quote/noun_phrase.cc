#include "quote/noun_phrase.h"

#include "text/characters.h"

namespace quote {
namespace {

using namespace rules;

constexpr std::uint32_t kStops = kSubordinator | kRelative | kFinite | kModal | kNegation;
constexpr std::uint32_t kPeople = kTitleWord | kRole | kGroupRole | kBody | kDocumentNoun | kGeneric;

bool is_possessive(const Item& item) { return item.lower == "'s" || item.lower == "’s" || item.lower == "'" || item.lower == "’"; }

bool joins_nouns(const Item& item) {
  const std::string& w = item.lower;
  return w == "of" || w == "for" || w == "from" || w == "in" || w == "at" || w == "with" || w == "on" || w == "to" || w == "near";
}

// “former”, “top”: small words that may stand before a name although no table has them as roles.
bool may_precede_name(const Item& item) {
  return item.is(kPeople) || item.lower == "former" || item.lower == "then" || item.lower.ends_with("man") ||
         item.lower.ends_with("woman") || item.lower.ends_with("ist") || item.lower.ends_with("ian") || item.lower.starts_with("ex-") ||
         item.lower.starts_with("vice");
}

// A small word that is a verb for sure, or nearly so.
bool is_verb(const Item& item) {
  if (item.capital) return false;
  if (item.is(kFinite | kModal)) return true;
  return item.entry->cue && item.entry->form == VerbForm::past && !item.is(kPeople);
}

}  // namespace

bool is_name_word(const Item& item) {
  return item.is_word() && item.capital &&
         !item.is(kSubjectPronoun | kDeterminer | kPreposition | kSubordinator | kCoordinator | kTime | kObjectPronoun | kModal | kBe) &&
         !(item.is(kAdverb) && !item.is(kFirstName));
}

bool is_nominal(const Item& item) {
  if (!item.is_word() || is_possessive(item)) return false;
  if (is_name_word(item)) return true;
  return !item.is(kStops | kPreposition | kCoordinator | kAuxiliary | kDeterminer | kSubjectPronoun | kObjectPronoun | kTime) &&
         !item.is(kAdverb) && !is_verb(item);
}

std::optional<Range> phrase_before(const Sentence& sentence, std::size_t end) {
  const auto& items = sentence.items;
  // “Ruiz on Monday said”: a time before the verb is not the subject.
  while (end > 1 && items[end - 1].is(kTime) && !items[end - 1].is(kFirstName)) --end;
  if (end > 1 && items[end - 1].is(kPreposition) && items[end - 1].lower == "on") --end;
  if (end == 0) return std::nullopt;
  const Item& last = items[end - 1];
  if (last.is(kSubjectPronoun) && !is_name_word(last) && !(end > 1 && items[end - 2].is(kDeterminer))) {
    if (!last.is(kGeneric)) return Range{end - 1, end};
  }
  std::size_t begin = end;
  bool after_determiner = false, in_small = false;
  const std::size_t floor = end > kLongest ? end - kLongest : 0;
  while (begin > floor) {
    const Item& item = items[begin - 1];
    const bool empty = begin == end;
    if (item.stretch >= 0) {
      // Ed “Bear” Jones
      if (empty || begin < 2 || !is_name_word(items[begin - 2]) || !is_name_word(items[begin])) break;
      --begin;
      continue;
    }
    if (is_possessive(item)) {
      if (empty || begin < 2 || !(is_nominal(items[begin - 2]) || items[begin - 2].is(kTime))) break;
      --begin;
      after_determiner = false;
      in_small = true;
      continue;
    }
    if (!item.is_word()) {
      if (item.lower == "&" && !empty) {
        --begin;
        continue;
      }
      break;
    }
    if (item.is(kPreposition) && !is_name_word(item)) {
      const bool possible = !empty && (joins_nouns(item) || (item.lower == "by" && begin >= 2 && items[begin - 2].is(kDocumentNoun))) &&
                            begin >= 2 && (is_nominal(items[begin - 2]) || items[begin - 2].is(kGeneric));
      if (!possible || is_verb(items[begin - 2])) break;
      --begin;
      after_determiner = false;
      in_small = true;
      continue;
    }
    if (item.lower == "and" || item.lower == "or") {
      // Officials and aid groups: only where nothing before it could be a clause.
      bool clause = empty || begin < 2 || !is_nominal(items[begin - 2]);
      for (std::size_t i = begin - 1; !clause && i-- > 0 && !items[i].is_mark(",");)
        if (is_verb(items[i]) || items[i].is(kAuxiliary) || items[i].stretch >= 0 || items[i].is(kSubordinator) || begin - i > kLongest)
          clause = true;
      if (clause) break;
      --begin;
      after_determiner = false;
      continue;
    }
    if (item.is(kDeterminer) && !is_name_word(item) && !item.is(kGeneric)) {
      --begin;
      after_determiner = true;
      continue;
    }
    if (after_determiner) break;
    if (item.is(kGeneric) && (empty || in_small || item.is(kDeterminer | kSubjectPronoun))) {
      --begin;
      in_small = true;
      continue;
    }
    if (!is_nominal(item)) break;
    if (!empty && !item.capital && !in_small && items[begin].capital && !may_precede_name(item)) break;
    if (!item.capital) in_small = true;
    --begin;
  }
  // 14:05 Ruiz: the time of an entry is no part of the name.
  while (begin + 1 < end && items[begin].kind == text::TokenKind::number && items[begin + 1].capital) ++begin;
  // What is left at the front must not be a joint.
  while (begin < end && (items[begin].is(kCoordinator) || (items[begin].is(kPreposition) && !is_name_word(items[begin])) ||
                         items[begin].stretch >= 0 || is_possessive(items[begin])))
    ++begin;
  // “In a meeting with the Washington Post Trump said”: after a phrase that cannot be the subject, the name is.
  const bool led = begin > 0 && items[begin - 1].is(kPreposition) && (begin == 1 || !items[begin - 2].is_word());
  if (led && end - begin > 2 && is_name_word(items[end - 1])) {
    std::size_t name = end;
    while (name > begin && is_name_word(items[name - 1]) && !(name < end && items[name - 1].is(kBody))) --name;
    begin = name;
  }
  bool has_noun = false;
  for (std::size_t i = begin; i < end; ++i) has_noun = has_noun || is_nominal(items[i]) || items[i].is(kGeneric | kSubjectPronoun);
  if (!has_noun) return std::nullopt;
  return Range{begin, end};
}

std::optional<Range> phrase_at(const Sentence& sentence, std::size_t begin) {
  const auto& items = sentence.items;
  if (begin >= items.size() || !items[begin].is_word()) return std::nullopt;
  if (items[begin].is(kSubjectPronoun) && !is_name_word(items[begin]) && !items[begin].is(kGeneric) && !items[begin].is(kDeterminer))
    return Range{begin, begin + 1};
  std::size_t end = begin;
  bool small_head = false, has_noun = false;
  while (end < items.size() && end - begin < kLongest) {
    const Item& item = items[end];
    if (item.stretch >= 0) {
      if (!has_noun || end + 1 >= items.size() || !is_name_word(items[end - 1]) || !is_name_word(items[end + 1])) break;
    } else if (is_possessive(item)) {
      if (!has_noun) break;
      small_head = true;
    } else if (!item.is_word()) {
      if (item.lower != "&") break;
    } else if (item.is(kPreposition) && !is_name_word(item)) {
      const bool inside = has_noun && joins_nouns(item) && (item.lower == "of" || small_head) && end + 1 < items.size() &&
                          (is_nominal(items[end + 1]) || items[end + 1].is(kDeterminer)) && !items[end + 1].is(kTime);
      if (!inside || item.lower == "in" || item.lower == "on" || item.lower == "at") {
        if (!(inside && (item.lower == "in" || item.lower == "at") && is_name_word(items[end + 1]))) break;
      }
    } else if (item.is(kCoordinator)) {
      const bool joins =
          has_noun && item.lower == "and" && end + 1 < items.size() && (is_name_word(items[end + 1]) || items[end + 1].is(kPeople));
      if (!joins) break;
    } else if (item.is(kDeterminer) && !is_name_word(item)) {
      const Item* before = end > begin ? &items[end - 1] : nullptr;
      if (before && !before->is(kPreposition | kCoordinator | kDeterminer)) break;
    } else if (item.is(kGeneric) || is_nominal(item)) {
      // A small word after a name is no part of it: said Ruiz angrily.
      if (has_noun && !item.capital && is_name_word(items[end - 1]) && !item.is(kPeople) && !small_head &&
          items[end - 1].lower.find('\'') == std::string::npos) {
        if (!(end + 1 < items.size() && items[end + 1].is_word() && (is_name_word(items[end + 1]) || items[end + 1].is(kPeople)))) break;
      }
      has_noun = true;
      if (!item.capital) small_head = true;
      else small_head = false;
    } else {
      break;
    }
    ++end;
  }
  while (end > begin &&
         (items[end - 1].is(kPreposition | kCoordinator | kDeterminer) && !is_name_word(items[end - 1]) && !items[end - 1].is(kGeneric)))
    --end;
  if (end == begin || !has_noun) return std::nullopt;
  return Range{begin, end};
}

Span span_of(const Sentence& sentence, Range range) {
  return {sentence.items[range.begin].span.begin, sentence.items[range.end - 1].span.end};
}

}  // namespace quote
