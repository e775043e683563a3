#include "quote/report.h"

#include <algorithm>

#include "quote/sieve.h"

namespace quote {
namespace {

using namespace rules;

class SentenceReader {
 public:
  SentenceReader(const Passage& passage, std::size_t passage_index, const Sentence& sentence, std::vector<Report>& out)
      : sites_(cue_sites(sentence)),
        bench_{passage, sentence, sites_, std::vector<bool>(sentence.items.size(), false)},
        passage_index_(passage_index),
        out_(out) {}

  void run() {
    answered_.assign(sites_.size(), false);
    for (const Sieve& sieve : sieves())
      for (std::size_t i = 0; i < sites_.size(); ++i) {
        if (answered_[i] || bench_.covered[sites_[i].verb]) continue;
        if (auto found = sieve.find(bench_, sites_[i])) take(sieve, i, *found);
      }
    if (!headline_colon()) stretch_after_colon();
    stretch_dash_source();
  }

 private:
  void take(const Sieve& sieve, std::size_t index, const Found& found) {
    const CueSite& site = sites_[index];
    Report report{
        .passage = passage_index_, .method = sieve.name, .confidence = sieve.confidence, .attitude = site.attitude, .weight = sieve.weight};
    for (const Range range : found.content) {
      if (range.empty() || !free_of_content(bench_, range)) return;
      report.content.push_back(span_of(bench_.sentence, range));
    }
    if (found.clear || (sieve.fills_with_marks && has_stretch(found))) report.weight = Weight::fills;
    // Ruiz, who said …: the tagger would take “who” for the source.
    if (site.subject_kind == SubjectKind::relative) report.weight = Weight::leads;
    std::sort(report.content.begin(), report.content.end());
    report.cue = span_of(bench_.sentence, {site.group, site.end});
    if (!found.source.empty()) report.source = span_of(bench_.sentence, found.source);
    if (site.subject_kind == SubjectKind::relative && site.group > 0) report.relative = bench_.items()[site.group - 1].span;
    // “said” inside its own content is none.
    for (const Span piece : report.content)
      if (overlaps(piece, report.cue) || overlaps(piece, report.source)) return;
    for (const Range range : found.content)
      std::fill(bench_.covered.begin() + static_cast<std::ptrdiff_t>(range.begin),
                bench_.covered.begin() + static_cast<std::ptrdiff_t>(range.end), true);
    if (site.subject_kind == SubjectKind::shared) report.method += " + quote/same-subject";
    if (site.subject_kind == SubjectKind::relative) report.method += " + quote/relative-clause";
    answered_[index] = true;
    out_.push_back(std::move(report));
  }

  // Ruiz: The dam will hold
  bool headline_colon() {
    constexpr std::size_t kLongestName = 5, kLongestHeadline = 24;
    const auto& items = bench_.items();
    if (!(bench_.passage.heading || passage_index_ == 0) || bench_.passage.sentences.size() != 1 || items.size() > kLongestHeadline)
      return false;
    std::size_t colon = 0;
    while (colon < items.size() && colon <= kLongestName && is_nominal(items[colon]) && items[colon].capital) ++colon;
    if (colon == 0 || (colon == 1 && items[0].is(kKicker)) || colon + 2 >= items.size() || !items[colon].is_mark(":") || bench_.covered[colon + 1] || !out_free()) return false;
    std::size_t end = items.size();
    while (end > colon + 2 && !items[end - 1].is_word() && items[end - 1].stretch < 0) --end;
    out_.push_back({.passage = passage_index_,
                    .content = {span_of(bench_.sentence, {colon + 1, end})},
                    .cue = items[colon].span,
                    .source = span_of(bench_.sentence, {0, colon}),
                    .method = "quote/headline-colon",
                    .confidence = 700});
    return true;
  }
  bool out_free() const {
    return std::none_of(answered_.begin(), answered_.end(), [](bool answered) { return answered; });
  }

  // “It was cold.” — Ana Ruiz, the mayor
  void stretch_dash_source() {
    constexpr std::size_t kLongestSignature = 14;
    const auto& items = bench_.items();
    if (items.size() < 3 || items[0].stretch < 0 || items.size() > kLongestSignature || bench_.covered[0]) return;
    std::size_t last = 0;
    while (last + 1 < items.size() && items[last + 1].stretch >= 0) ++last;
    if (last + 2 >= items.size() || !is_dash(items[last + 1]) || !is_name_word(items[last + 2])) return;
    const auto source = phrase_at(bench_.sentence, last + 2);
    if (!source || (source->end < items.size() && items[source->end].is_word())) return;
    Report report{.passage = passage_index_,
                  .cue = items[last + 1].span,
                  .source = span_of(bench_.sentence, *source),
                  .method = "quote/stretch-dash-source",
                  .confidence = 900};
    for (std::size_t i = 0; i <= last; ++i) {
      report.content.push_back(items[i].span);
      bench_.covered[i] = true;
    }
    out_.push_back(std::move(report));
  }
  static bool is_dash(const Item& item) {
    return item.lower == "—" || item.lower == "–" || item.lower == "―" || item.lower == "-" || item.lower == "--" || item.lower == "~";
  }

  // Ruiz was blunt: “No.”
  void stretch_after_colon() {
    const auto& items = bench_.items();
    for (std::size_t i = 2; i < items.size(); ++i) {
      if (items[i].stretch < 0 || bench_.covered[i] || !items[i - 1].is_mark(":") || bench_.stretch(items[i]).titled) continue;
      for (std::size_t k = 0; k + 1 < i && k < kLongest; ++k) {
        const bool somebody = items[k].stretch < 0 && (is_name_word(items[k]) || items[k].is(kRole | kGroupRole | kBody | kDocumentNoun) ||
                                                       items[k].lower == "he" || items[k].lower == "she" || items[k].lower == "they");
        const bool kicker = i == 2 && items[k].is(kKicker);
        const auto source = !kicker && (somebody || items[k].is(kDeterminer)) ? phrase_at(bench_.sentence, k) : std::nullopt;
        if (!source || bench_.covered[k]) continue;
        out_.push_back({.passage = passage_index_,
                        .content = {items[i].span},
                        .cue = items[i - 1].span,
                        .source = span_of(bench_.sentence, *source),
                        .method = "quote/source-colon",
                        .confidence = 700});
        bench_.covered[i] = true;
        break;
      }
    }
  }

  bool has_stretch(const Found& found) const {
    for (const Range range : found.content)
      for (std::size_t i = range.begin; i < range.end; ++i)
        if (bench_.items()[i].stretch >= 0) return true;
    return false;
  }

  std::vector<CueSite> sites_;
  Bench bench_;
  std::size_t passage_index_;
  std::vector<Report>& out_;
  std::vector<bool> answered_;
};

}  // namespace

std::vector<Report> reports_by_rules(const std::vector<Passage>& passages) {
  std::vector<Report> out;
  for (std::size_t i = 0; i < passages.size(); ++i)
    for (const Sentence& sentence : passages[i].sentences) SentenceReader(passages[i], i, sentence, out).run();
  std::stable_sort(out.begin(), out.end(), [](const Report& a, const Report& b) { return a.content.front() < b.content.front(); });
  return out;
}

}  // namespace quote
