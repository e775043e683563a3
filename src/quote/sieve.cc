#include "quote/sieve.h"

namespace quote {
namespace {

using namespace rules;

// A word that can be the verb of a clause; `strict`: no noun in the plural looks like it.
bool is_verbal(const Item& item, bool strict) {
  if (!item.is_word()) return false;
  if (item.is(kAuxiliary | kFinite | kModal)) return true;
  if (item.entry->cue && !item.capital) return true;
  return !item.capital && item.lower.size() > 3 && (item.lower.ends_with("ed") || (!strict && item.lower.ends_with("s")));
}

bool is_stop(const Item& item) {
  return item.stretch < 0 && (item.lower == "." || item.lower == "!" || item.lower == "?" || item.lower == "…" || item.lower == "...");
}

// An attribution of its own begins at the site, so that the clause before it ends: gives the item of the comma or
// the joining word.
std::optional<std::size_t> cut_before(const Bench& bench, const CueSite& site, std::size_t begin) {
  const auto& items = bench.items();
  std::size_t at = site.group;
  if (site.subject_kind == SubjectKind::phrase) at = site.verb;
  else if (site.subject_kind == SubjectKind::before) at = site.subject.begin;
  else if (site.subject_kind == SubjectKind::relative) return std::nullopt;
  if (at <= begin + 1) return std::nullopt;
  const Item& before = items[at - 1];
  bool cut = false;
  switch (site.subject_kind) {
    case SubjectKind::phrase:
      cut = true;
      break;
    case SubjectKind::shared:
      if (site.form == VerbForm::participle) cut = before.is_mark(",");
      else cut = clause_after(bench, site).has_value() && (clause_after(bench, site)->that || (at >= 2 && items[at - 2].is_mark(",")));
      break;
    case SubjectKind::before: {
      const bool joint = before.is_mark(",") || before.is_mark(";") || before.is_mark("—") || before.lower == "but" ||
                         before.lower == "while" || before.lower == "though" || before.lower == "although";
      const bool joint_after_comma = at >= 2 && items[at - 2].is_mark(",") && before.is(kCoordinator | kSubordinator);
      cut = joint || joint_after_comma;
      break;
    }
    default:
      break;
  }
  if (!cut) return std::nullopt;
  while (at > begin + 1 && (is_comma_like(items[at - 1]) || items[at - 1].is(kCoordinator) || items[at - 1].lower == "while" ||
                            items[at - 1].lower == "though" || items[at - 1].lower == "although"))
    --at;
  return at;
}

// He told one of his young party workers on a regular basis that …: nothing before “that” is a verb, and it is not
// the board that owns the mine.
bool is_told_whole(const Bench& bench, const CueSite& site, std::size_t that) {
  const auto& items = bench.items();
  const bool governs = that + 2 < items.size() && items[that + 2].is(kDeterminer);
  if (!site.cue || !site.cue->addressee || is_verbal(items[that + 1], !governs)) return false;
  for (std::size_t i = site.end; i < that; ++i)
    if (is_verbal(items[i], true)) return false;
  return true;
}

}  // namespace

bool is_comma_like(const Item& item) {
  return item.stretch < 0 && (item.lower == "," || item.lower == "—" || item.lower == "–" || item.lower == "--" || item.lower == "-" ||
                              item.lower == ";" || item.lower == ":");
}

bool free_of_content(const Bench& bench, Range range) {
  for (std::size_t i = range.begin; i < range.end; ++i)
    if (bench.covered[i]) return false;
  return true;
}

std::optional<Range> subject_of(const Bench& bench, const CueSite& site) {
  if (site.subject_kind == SubjectKind::none) return std::nullopt;
  if (site.subject_kind != SubjectKind::shared) return site.subject;
  const CueSite* nearest = nullptr;
  for (const CueSite& other : bench.sites) {
    if (other.verb >= site.verb) break;
    if (!other.subject.empty() && !(other.verb < bench.covered.size() && bench.covered[other.verb])) nearest = &other;
  }
  if (nearest) return nearest->subject;
  const auto& items = bench.items();
  std::size_t begin = 0;
  if (!items.empty() && items[0].is(kCoordinator | kAdverb)) begin = 1;
  if (begin < items.size() && (items[begin].is(kPreposition | kSubordinator) || items[begin].lower.ends_with("ing"))) {
    while (begin < items.size() && begin < kLongest && !items[begin].is_mark(",")) ++begin;
    ++begin;
  }
  const auto phrase = phrase_at(bench.sentence, begin);
  return phrase && phrase->end <= site.group ? phrase : std::nullopt;
}

std::optional<ClauseStart> clause_after(const Bench& bench, const CueSite& site) {
  const auto& items = bench.items();
  // Shortest first: “said the plan on Monday was bad” has its clause right after the verb.
  for (std::size_t i = site.end; i < items.size() && i < site.end + kLongest + 8; ++i) {
    if (items[i].lower == "that" && items[i].stretch < 0) {
      if (i + 1 >= items.size()) return std::nullopt;
      const std::size_t reach = after_adjuncts(bench.sentence, site);
      if (i <= reach || is_told_whole(bench, site, i)) return ClauseStart{i + 1, true};
      break;
    }
    if (is_comma_like(items[i]) || items[i].stretch >= 0) break;
  }
  if (!site.cue || !site.cue->clause) return std::nullopt;
  std::size_t begin = site.end;
  if (begin < items.size() && (items[begin].is(kTime | kPreposition) || site.cue->addressee ||
                               (items[begin].is(kAdverb) && !items[begin].is(kSubordinator | kDeterminer))))
    begin = after_adjuncts(bench.sentence, site);
  if (begin + 1 >= items.size()) return std::nullopt;
  const Item& first = items[begin];
  const bool starts = first.stretch >= 0 || first.is(kDeterminer | kSubjectPronoun | kGroupRole | kBody | kRole) ||
                      first.kind == text::TokenKind::number || is_nominal(first) || first.lower == "there" || first.lower == "if" ||
                      first.lower == "when" || first.lower == "while" || first.lower == "$" || first.lower == "under";
  if (!starts || first.is(kNegation)) return std::nullopt;
  if (first.stretch >= 0) return ClauseStart{begin, false};
  if (site.cue->lemma == "say" && items.size() - begin >= 3 && items[begin + 1].is_word()) return ClauseStart{begin, false};
  for (std::size_t i = begin + 1; i < items.size() && i < begin + 40; ++i) {
    if (i == begin + 1 && items[i].is_mark(",")) break;
    if (is_verbal(items[i], !site.cue->quotation)) return ClauseStart{begin, false};
  }
  return std::nullopt;
}

std::size_t clause_end(const Bench& bench, const CueSite& site, std::size_t begin) {
  const auto& items = bench.items();
  std::size_t end = items.size();
  for (const CueSite& other : bench.sites) {
    if (other.verb <= begin || other.verb <= site.verb) continue;
    if (const auto cut = cut_before(bench, other, begin)) {
      end = *cut;
      break;
    }
  }
  for (std::size_t i = begin + 1; i < end; ++i) {
    // Ruiz, who said the dam was safe, resigned.
    if (site.subject_kind == SubjectKind::relative && items[i].is_mark(",")) end = i;
    if (items[i].is_mark(";")) end = i;
    if (bench.covered[i]) end = i;
  }
  while (end > begin + 1 &&
         (is_stop(items[end - 1]) || is_comma_like(items[end - 1]) || items[end - 1].kind == text::TokenKind::quote_close ||
          (items[end - 1].kind == text::TokenKind::quote_open && items[end - 1].stretch < 0)))
    --end;
  return end;
}

bool ends_clause(const Bench& bench, const CueSite& site, std::size_t from) {
  const auto& items = bench.items();
  CueSite rest = site;
  rest.end = from;
  const std::size_t i = std::max(from, after_adjuncts(bench.sentence, rest));
  return i >= items.size() || is_stop(items[i]) || is_comma_like(items[i]) || items[i].stretch >= 0 ||
         items[i].is(kSubordinator | kCoordinator | kPreposition | kRelative) || !items[i].is_word() || items[i].lower.ends_with("ing");
}

}  // namespace quote
