// The sieves: each has above it the sentence that it is for.
#include <algorithm>

#include "quote/sieve.h"

namespace quote {
namespace {

using namespace rules;

// A stretch that ends where an attribution begins: “…,” or “…”, before item `at`. Gives its item.
std::optional<std::size_t> stretch_before(const Bench& bench, std::size_t at) {
  const auto& items = bench.items();
  if (at == 0) return std::nullopt;
  if (items[at - 1].stretch >= 0) return at - 1;
  if (at >= 2 && is_comma_like(items[at - 1]) && items[at - 2].stretch >= 0) return at - 2;
  return std::nullopt;
}

// What belongs to the stretch at item `at` on its left: The plan is “a mess,” …  With so many, “there is none,” …
Range with_words_before(const Bench& bench, std::size_t at) {
  const auto& items = bench.items();
  const bool small = !bench.stretch(items[at]).capital;
  const bool word_before = at > 0 && items[at - 1].is_word() && !items[at - 1].is(kCoordinator);
  if (!word_before && !(small && at > 2 && items[at - 1].is_mark(","))) return {at, at + 1};
  std::size_t begin = 0;
  for (const CueSite& site : bench.sites)
    if (site.verb < at && !(small && word_before)) return {at, at + 1};
  while (begin < at && (items[begin].is(kCoordinator) || !(items[begin].is_word() || items[begin].stretch >= 0))) ++begin;
  return {begin, at + 1};
}

// The second half of an interrupted quotation, after the attribution that ends before `from`: “…,” he said, “…”
void add_second_half(const Bench& bench, const CueSite& site, std::size_t from, Found& found) {
  const auto& items = bench.items();
  CueSite rest = site;
  rest.end = from;
  std::size_t i = std::max(from, after_adjuncts(bench.sentence, rest));
  // “…,” said Ruiz, the mayor, “…”
  if (i < items.size() && items[i].is_mark(",")) {
    std::size_t next = i + 1;
    while (next < items.size() && next - i < kLongest && items[next].stretch < 0 && !items[next].is_mark(",")) ++next;
    bool reports_again = false;  // …, adding later, “…”
    for (const CueSite& other : bench.sites) reports_again = reports_again || (other.verb > i && other.verb < next);
    if (!reports_again && next + 1 < items.size() && items[next].is_mark(",") && items[next + 1].stretch >= 0 && items[i + 1].stretch < 0)
      i = next;
  }
  if (i + 1 >= items.size() || !is_comma_like(items[i]) || items[i + 1].stretch < 0 || bench.covered[i + 1]) return;
  // It may have an attribution of its own: …, “…,” he added.
  for (const CueSite& other : bench.sites)
    if (other.verb > i + 1 && !other.subject.empty() && other.subject.begin == i + 2) return;
  found.content.push_back({i + 1, i + 2});
}

// “…,” said Hegseth.
std::optional<Found> stretch_cue_source(const Bench& bench, const CueSite& site) {
  if (!site.cue || !site.cue->quotation || site.form == VerbForm::participle || site.form == VerbForm::base) return std::nullopt;
  const auto at = stretch_before(bench, site.group);
  if (!at) return std::nullopt;
  const auto source = phrase_at(bench.sentence, site.end);
  if (!source || !ends_clause(bench, site, source->end)) return std::nullopt;
  Found found{.content = {with_words_before(bench, *at)}, .source = *source};
  add_second_half(bench, site, source->end, found);
  return found;
}

// “…,” Zelenskyy said.
std::optional<Found> stretch_source_cue(const Bench& bench, const CueSite& site) {
  if (!site.cue || site.subject_kind != SubjectKind::before || site.cue->naming) return std::nullopt;
  if (!site.cue->quotation && !site.attitude) return std::nullopt;
  auto at = stretch_before(bench, site.subject.begin);
  if (!at) return std::nullopt;
  const Stretch& stretch = bench.stretch(bench.items()[*at]);
  const bool comma = stretch.last == ',' || stretch.last == '?' || stretch.last == '!' || stretch.last == U'…' || stretch.last == U'—' ||
                     *at + 1 < site.subject.begin;
  if (!comma && stretch.words < 4) return std::nullopt;
  if (const auto clause = clause_after(bench, site); clause && clause->that) return std::nullopt;
  Found found{.content = {with_words_before(bench, *at)}, .source = site.subject};
  add_second_half(bench, site, site.end, found);
  return found;
}

// Ruiz said: “No.”  He told reporters, “No.”
std::optional<Found> source_cue_stretch(const Bench& bench, const CueSite& site) {
  if (site.cue && !site.cue->quotation) return std::nullopt;
  const auto& items = bench.items();
  std::size_t i = after_adjuncts(bench.sentence, site);
  if (i < items.size() && items[i].lower == "that" && items[i].stretch < 0) return std::nullopt;
  if (site.subject_kind == SubjectKind::phrase) return std::nullopt;
  // He said, in what seemed a joke, “No.”
  if (i + 1 < items.size() && is_comma_like(items[i]) && items[i + 1].stretch < 0) {
    std::size_t next = i + 1;
    while (next < items.size() && next - i < kLongest && items[next].stretch < 0 && !is_comma_like(items[next])) ++next;
    if (next + 1 < items.size() && is_comma_like(items[next]) && items[next + 1].stretch >= 0 && items[i + 1].is(kPreposition)) i = next;
  }
  bool mark = false;
  if (i < items.size() && is_comma_like(items[i])) mark = true, ++i;
  // In a post, Ruiz wrote: Thanks to all.
  if (mark && items[i - 1].is_mark(":") && i + 1 < items.size() && items[i].stretch < 0 && !bench.covered[i])
    if (const auto source = subject_of(bench, site)) return Found{.content = {{i, clause_end(bench, site, i)}}, .source = *source};
  if (i >= items.size() || items[i].stretch < 0 || bench.covered[i]) return std::nullopt;
  const Stretch& stretch = bench.stretch(items[i]);
  if (!mark && !(stretch.capital && i + 2 >= items.size())) return std::nullopt;
  const auto source = subject_of(bench, site);
  if (!source) return std::nullopt;
  // …, “…” belongs to what follows if that has a subject of its own.
  for (const CueSite& other : bench.sites)
    if (other.verb > i && other.subject_kind == SubjectKind::before && other.subject.begin == i + 1 && stretch.last == ',')
      return std::nullopt;
  return Found{.content = {{i, i + 1}}, .source = *source};
}

// Said Ruiz: “No.”
std::optional<Found> cue_source_stretch(const Bench& bench, const CueSite& site) {
  if (!site.cue || !site.cue->quotation || site.group != 0) return std::nullopt;
  const auto source = phrase_at(bench.sentence, site.end);
  const auto& items = bench.items();
  if (!source || source->end + 1 >= items.size() || !is_comma_like(items[source->end]) || items[source->end + 1].stretch < 0)
    return std::nullopt;
  return Found{.content = {{source->end + 1, source->end + 2}}, .source = *source};
}

// The bridge is safe, Ruiz said.  The bridge, Ruiz said, is safe.
std::optional<Found> clause_source_cue(const Bench& bench, const CueSite& site) {
  const auto& items = bench.items();
  if (!site.cue || site.subject_kind != SubjectKind::before || site.subject.begin < 3 || !(site.cue->clause || site.cue->that_clause))
    return std::nullopt;
  const std::size_t comma = site.subject.begin - 1;
  if (!is_comma_like(items[comma]) || items[comma].is_mark(":") || items[comma].is_mark(";")) return std::nullopt;
  if (clause_after(bench, site) || !ends_clause(bench, site, site.end)) return std::nullopt;
  std::size_t begin = 0;
  while (begin < comma && (items[begin].is(kCoordinator) || !(items[begin].is_word() || items[begin].stretch >= 0))) ++begin;
  for (std::size_t i = begin; i < comma; ++i)
    if (bench.covered[i] || items[i].is_mark(";")) begin = i + 1;
  if (comma < begin + 2) return std::nullopt;
  Found found{.content = {{begin, comma}}, .source = site.subject};
  const std::size_t after = after_adjuncts(bench.sentence, site);
  const bool interrupts = after + 1 < items.size() && is_comma_like(items[after]);
  bool verb_before = false;
  for (std::size_t i = begin; i < comma; ++i)
    verb_before = verb_before || items[i].is(kAuxiliary | kFinite | kModal) || items[i].lower.ends_with("ed") || items[i].stretch >= 0;
  if (interrupts && !verb_before) {
    const std::size_t end = clause_end(bench, site, after + 1);
    if (end > after + 1) found.content.push_back({after + 1, end});
  } else if (items[begin].is(kSubordinator | kPreposition) && !verb_before) {
    return std::nullopt;  // In Leeds, Ruiz said.
  }
  return found;
}

// The bridge is safe, said Ruiz, the mayor.
std::optional<Found> clause_cue_source(const Bench& bench, const CueSite& site) {
  const auto& items = bench.items();
  if (!site.cue || !site.cue->quotation || site.form == VerbForm::participle || site.group < 3 || !items[site.group - 1].is_mark(","))
    return std::nullopt;
  const auto source = phrase_at(bench.sentence, site.end);
  if (!source || items[source->begin].is(kObjectPronoun) || !ends_clause(bench, site, source->end)) return std::nullopt;
  if (source->end < items.size() && items[source->end].is(kAuxiliary | kFinite)) return std::nullopt;
  std::size_t begin = 0;
  const std::size_t comma = site.group - 1;
  while (begin < comma && (items[begin].is(kCoordinator) || !(items[begin].is_word() || items[begin].stretch >= 0))) ++begin;
  for (std::size_t i = begin; i < comma; ++i)
    if (bench.covered[i]) begin = i + 1;
  if (comma < begin + 2) return std::nullopt;
  return Found{.content = {{begin, comma}}, .source = *source};
}

// The dam is safe, according to Ruiz.  According to Ruiz, the dam is safe.
std::optional<Found> according_to(const Bench& bench, const CueSite& site) {
  if (site.subject_kind != SubjectKind::phrase) return std::nullopt;
  const auto& items = bench.items();
  std::size_t after = site.subject.end;
  Range source = site.subject;
  // According to the coach, Ana Ruiz, the team …
  if (after + 2 < items.size() && items[after].is_mark(",") && is_name_word(items[after + 1]) && !is_name_word(items[after - 1]))
    if (const auto name = phrase_at(bench.sentence, after + 1); name && name->end < items.size() && items[name->end].is_mark(","))
      source.end = after = name->end;
  const auto clause_to = [&](std::size_t begin) {
    std::size_t end = clause_end(bench, site, begin);
    return Range{begin, end};
  };
  std::size_t start = 0;  // Hale disputes that; according to Ruiz, the risk is small
  for (std::size_t i = 0; i < site.verb; ++i)
    if (items[i].is_mark(";")) start = i + 1;
  bool leads = true;  // nothing but a joining word before it
  for (std::size_t i = start; i < site.verb; ++i) leads = leads && items[i].is(kCoordinator | kAdverb | kPreposition) && items[i].stretch < 0;
  if (leads) {
    std::size_t comma = after;
    while (comma < items.size() && comma < after + kLongest && !items[comma].is_mark(",")) ++comma;
    if (comma + 2 >= items.size() || !items[comma].is_mark(",")) return std::nullopt;
    return Found{.content = {clause_to(comma + 1)}, .source = source};
  }
  std::size_t begin = start, end = site.verb;
  if (items[end - 1].is_mark(",") || items[end - 1].is_mark("—")) --end;
  while (begin < end && (items[begin].is(kCoordinator) || !(items[begin].is_word() || items[begin].stretch >= 0))) ++begin;
  for (std::size_t i = begin; i < end; ++i)
    if (bench.covered[i]) begin = i + 1;
  if (end < begin + 2) return std::nullopt;
  Found found{.content = {{begin, end}}, .source = source};
  bool verb_before = false;
  for (std::size_t i = begin; i < end; ++i)
    verb_before = verb_before || items[i].is(kAuxiliary | kFinite | kModal) || items[i].lower.ends_with("ed") || items[i].stretch >= 0;
  if (!verb_before && after + 2 < items.size() && items[after].is_mark(",")) found.content.push_back(clause_to(after + 1));
  return found;
}

// Ruiz said that the bridge was safe.  …, adding that it was old.
std::optional<Found> source_cue_that(const Bench& bench, const CueSite& site) {
  if (!site.cue || !site.cue->that_clause) return std::nullopt;
  const auto source = subject_of(bench, site);
  const auto clause = clause_after(bench, site);
  if (!source || !clause || !clause->that || bench.covered[clause->item]) return std::nullopt;
  return Found{.content = {{clause->item - 1, clause_end(bench, site, clause->item)}}, .source = *source};
}

// She asked whether the fund was safe.
std::optional<Found> reported_question(const Bench& bench, const CueSite& site) {
  if (!site.cue || !site.cue->question) return std::nullopt;
  const auto& items = bench.items();
  const std::size_t i = after_adjuncts(bench.sentence, site);
  if (i + 2 >= items.size() || !items[i].is(kQuestionWord) || bench.covered[i]) return std::nullopt;
  if (items[i].lower == "when" && site.cue->lemma != "ask" && site.cue->lemma != "wonder") return std::nullopt;
  const auto source = subject_of(bench, site);
  if (!source) return std::nullopt;
  return Found{.content = {{i, clause_end(bench, site, i)}}, .source = *source};
}

// Why did it fail, he wondered.
std::optional<Found> question_source_cue(const Bench& bench, const CueSite& site) {
  if (!site.cue || !site.cue->question || site.subject_kind != SubjectKind::before || site.subject.begin < 3) return std::nullopt;
  const auto& items = bench.items();
  if (!items[0].is(kQuestionWord | kAuxiliary) || !is_comma_like(items[site.subject.begin - 1]) || !ends_clause(bench, site, site.end))
    return std::nullopt;
  return Found{.content = {{0, site.subject.begin - 1}}, .source = site.subject};
}

// He called it “a joke”.
std::optional<Found> naming(const Bench& bench, const CueSite& site) {
  if (!site.cue || !site.cue->naming) return std::nullopt;
  const auto source = subject_of(bench, site);
  const auto& items = bench.items();
  if (!source || site.end >= items.size()) return std::nullopt;
  for (std::size_t i = site.end; i < items.size() && i < site.end + kLongest; ++i) {
    if (bench.covered[i] || is_comma_like(items[i])) break;
    if (items[i].stretch < 0) continue;
    std::size_t end = i + 1;
    // “a mess” and “too slow”
    while (end + 1 < items.size() && (items[end].is(kCoordinator) || items[end].is_mark(",")) && items[end + 1].stretch >= 0) end += 2;
    return Found{.content = {{site.end, end}}, .source = *source};
  }
  return std::nullopt;
}

// Ruiz said prices would fall.
std::optional<Found> source_cue_clause(const Bench& bench, const CueSite& site) {
  if (!site.cue || !site.cue->clause) return std::nullopt;
  const auto source = subject_of(bench, site);
  const auto clause = clause_after(bench, site);
  if (!source || !clause || bench.covered[clause->item]) return std::nullopt;
  // “I think” is how somebody speaks, not a report.
  const std::string& who = bench.items()[source->begin].lower;
  if (site.attitude && (who == "i" || who == "you" || who == "we")) return std::nullopt;
  const Range content{clause->item, clause_end(bench, site, clause->item)};
  if (content.end < content.begin + 2 && bench.items()[content.begin].stretch < 0) return std::nullopt;
  if (site.cue->no_noun_phrase && bench.items()[content.begin].stretch < 0 && content.end < content.begin + 3) return std::nullopt;
  return Found{.content = {content}, .source = *source};
}

// The mayor vowed to rebuild.  She urged them to leave.
std::optional<Found> source_cue_infinitive(const Bench& bench, const CueSite& site) {
  if (!site.cue || !site.cue->infinitive) return std::nullopt;
  const auto source = subject_of(bench, site);
  const auto& items = bench.items();
  if (!source) return std::nullopt;
  std::size_t i = site.end;
  bool told = false;  // somebody, by a pronoun
  if (i < items.size() && items[i].lower == "not") ++i;
  if (i < items.size() && items[i].lower != "to" && site.cue->addressee) {
    const bool pronoun = items[i].is(kObjectPronoun) && !is_name_word(items[i]);
    const auto object = phrase_at(bench.sentence, i);
    told = pronoun;
    if (pronoun) ++i;
    else if (object) i = object->end;
  }
  if (i + 1 >= items.size() || items[i].lower != "to" || !items[i + 1].is_word() || items[i + 1].is(kDeterminer) || items[i + 1].capital ||
      bench.covered[i])
    return std::nullopt;
  return Found{.content = {{i, clause_end(bench, site, i)}}, .source = *source, .clear = told};
}

// He said the plan was “a mess”: any words in marks that a cue before them governs.
std::optional<Found> source_cue_fragment(const Bench& bench, const CueSite& site) {
  if (!site.cue || !(site.cue->quotation || site.cue->that_clause)) return std::nullopt;
  const auto source = subject_of(bench, site);
  const auto& items = bench.items();
  if (!source || site.end >= items.size() || bench.covered[site.end]) return std::nullopt;
  for (std::size_t i = site.end; i < items.size() && i < site.end + kLongest; ++i) {
    if (bench.covered[i]) break;
    if (items[i].stretch < 0) continue;
    if (items[site.end].stretch < 0 && !items[site.end].is_word()) return std::nullopt;
    return Found{.content = {{site.end, clause_end(bench, site, site.end)}}, .source = *source};
  }
  return std::nullopt;
}

// Confidence: of a thousand reports of the sieve, those that met one that people had marked, on PolNeAR's dev articles.
constexpr Sieve kSieves[] = {
    {"quote/stretch-cue-source", stretch_cue_source, 980, Weight::leads},
    {"quote/stretch-source-cue", stretch_source_cue, 970, Weight::leads},
    {"quote/source-cue-stretch", source_cue_stretch, 950, Weight::leads},
    {"quote/cue-source-stretch", cue_source_stretch, 950, Weight::leads},
    {"quote/clause-source-cue", clause_source_cue, 780, Weight::advises},
    {"quote/clause-cue-source", clause_cue_source, 400, Weight::advises, true},
    {"quote/question-source-cue", question_source_cue, 800, Weight::fills},
    {"quote/according-to", according_to, 900, Weight::leads},
    {"quote/source-cue-that", source_cue_that, 930, Weight::fills},
    {"quote/source-cue-question", reported_question, 900, Weight::fills},
    {"quote/naming", naming, 840, Weight::advises},
    {"quote/source-cue-clause", source_cue_clause, 860, Weight::fills},
    {"quote/source-cue-infinitive", source_cue_infinitive, 800, Weight::advises},
    {"quote/source-cue-fragment", source_cue_fragment, 800, Weight::advises},
};

}  // namespace

std::span<const Sieve> sieves() { return kSieves; }

}  // namespace quote
