#include "quote/mend_source.h"

#include <algorithm>

#include "quote/noun_phrase.h"
#include "text/characters.h"

namespace quote {
namespace {

using namespace rules;

constexpr std::size_t kBack = 14;     // items between a name and the state that it ends with
constexpr std::size_t kLongestAbbreviation = 6;

bool is_pronoun(const Item& item) { return item.is(kSubjectPronoun) && !item.is(kGeneric | kDeterminer) && !item.capital; }

bool is_abbreviation(const Item& item) { return item.is_word() && item.capital && item.lower.size() <= kLongestAbbreviation && item.lower.ends_with("."); }

// In Ohio, [the pollster]; On Tuesday, at a rally in Leeds, N.H., [Ana Ruiz]; On September 27 [they]
std::size_t after_opening(const Sentence& sentence, Range r) {
  const auto& items = sentence.items;
  for (std::size_t i = r.begin + 1; i + 1 < r.end; ++i) {
    if (!items[i].is_mark(",")) continue;
    const Item& next = items[i + 1];
    // The state of a town: in Leeds, [Ohio], Ana Ruiz
    const bool alone = i + 3 < r.end && items[i + 2].is_mark(",");
    const bool place = alone && (items[i + 3].capital || items[i + 3].kind == text::TokenKind::number);
    if (next.stretch >= 0 || !next.is_word() || next.kind == text::TokenKind::number) continue;
    if (next.is(kPreposition | kSubordinator | kCoordinator | kAdverb | kTime) || place || (alone && !next.capital)) continue;
    return i + 1;
  }
  if (is_pronoun(items[r.end - 1])) return r.end - 1;
  for (std::size_t i = r.begin + 2; i + 1 < r.end; ++i) {
    const Item& before = items[i - 1];
    if (items[i].is(kDeterminer) && items[i].lower != "a" && (before.kind == text::TokenKind::number || before.is(kTime))) return i;
  }
  return r.begin;
}

// Ana Ruiz, 59, of Leeds, [Md.]: the item with which it really begins.
std::size_t before_abbreviation(const Sentence& sentence, std::size_t at) {
  const auto& items = sentence.items;
  if (at < 3 || !items[at - 1].is_mark(",") || !items[at - 2].capital) return at;
  std::size_t begin = at;
  while (begin > 0 && at - begin < kBack) {
    const Item& item = items[begin - 1];
    const bool verb = item.is_word() && !item.capital && (item.is(kFinite | kModal | kAuxiliary | kSubordinator) || (item.entry->cue && !item.is(kRole)));
    if (item.stretch >= 0 || verb || !(item.is_word() || item.is_mark(","))) break;
    --begin;
  }
  if (items[begin].is(kPreposition)) return at;
  while (begin < at && !is_name_word(items[begin])) ++begin;
  return begin;
}

// the ambassador [to the United States Ana Ruiz]: byte where the source ends that sieves end before “to”.
std::uint32_t with_post(const Sentence& sentence, std::size_t end, Span cue) {
  const auto& items = sentence.items;
  const std::uint32_t as_it_is = items[end - 1].span.end;
  if (!items[end - 1].is(kRole | kTitleWord) || end + 2 >= items.size() || items[end].lower != "to") return as_it_is;
  std::size_t name = end + 1;
  if (items[name].lower == "the") ++name;
  std::size_t last = name;
  while (last < items.size() && items[last].stretch < 0 && is_name_word(items[last])) ++last;
  if (last == name || last >= items.size() || !items[last].is_mark(",")) return as_it_is;
  const std::uint32_t after = items[last - 1].span.end;
  return cue.begin < after && cue.begin >= as_it_is ? as_it_is : after;
}

}  // namespace

Span mended_source(const std::vector<Passage>& passages, const Report& report) {
  const Span source = report.source;
  const auto passage = std::upper_bound(passages.begin(), passages.end(), source.begin, [](std::uint32_t at, const Passage& p) { return at < p.span.end; });
  if (source.empty() || passage == passages.end()) return source;
  // … in the filings. [Senators Ana Ruiz and Tom Hill]: what a sentence ends with is no part of it.
  const auto sentence = std::upper_bound(passage->sentences.begin(), passage->sentences.end(), source.end - 1,
                                         [](std::uint32_t at, const Sentence& s) { return at < s.span.end; });
  if (sentence == passage->sentences.end()) return source;
  if (source.begin < sentence->span.begin) return {sentence->span.begin, source.end};
  const auto& items = sentence->items;
  const auto begins = [&](std::uint32_t at) {
    return static_cast<std::size_t>(std::lower_bound(items.begin(), items.end(), at, [](const Item& item, std::uint32_t a) { return item.span.begin < a; }) - items.begin());
  };
  Range r{begins(source.begin), begins(source.end)};
  if (r.end <= r.begin || items[r.begin].span.begin != source.begin || items[r.end - 1].span.end != source.end) return source;
  const std::uint32_t end = with_post(*sentence, r.end, report.cue);
  if (r.end - r.begin == 1) {
    if (is_abbreviation(items[r.begin])) r.begin = before_abbreviation(*sentence, r.begin);
    return {items[r.begin].span.begin, end};
  }
  // his wife, Ana Ruiz, [he]
  if (is_pronoun(items[r.end - 1]) && items[r.end - 2].is_mark(",")) return items[r.end - 1].span;
  const Item& first = items[r.begin];
  const bool opening = r.begin == 0 && first.is(kPreposition) && !is_name_word(first) && items[1].lower != "least" && items[1].lower != "most";
  const Item* before = r.begin > 0 ? &items[r.begin - 1] : nullptr;
  const bool object = before && (before->lower == "in" || before->lower == "during" || before->lower == "on" || before->lower == "at") &&
                      !first.capital && first.is(kDeterminer) && !overlaps(before->span, report.cue);
  if (opening || object) r.begin = after_opening(*sentence, r);
  return {items[r.begin].span.begin, end};
}

}  // namespace quote
