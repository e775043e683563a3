#include "quote/quote.h"

#include <algorithm>

#include "quote/confidence.h"
#include "quote/link.h"
#include "quote/mend_source.h"
#include "quote/merge.h"
#include "quote/mode.h"
#include "quote/propose.h"
#include "quote/report.h"
#include "quote/scene.h"

namespace quote {
namespace {

using document::Document;
using document::Quotation;

constexpr std::string_view kBetween = " ,.;:!?";  // what may stand between two stretches of direct speech

// Direct: all of it in quotation marks; indirect: nothing of it.
document::QuotationType type_of(std::string_view s, const std::vector<Stretch>& stretches, const std::vector<Span>& content) {
  bool inside = false, outside = false;
  for (const Span piece : content) {
    auto stretch = std::lower_bound(stretches.begin(), stretches.end(), piece.begin,
                                    [](const Stretch& one, std::uint32_t at) { return one.span.end <= at; });
    std::uint32_t at = piece.begin;
    const auto look = [&](std::uint32_t end) {
      for (; at < end; ++at)
        if (kBetween.find(s[at]) == std::string_view::npos) outside = true;
    };
    for (; stretch != stretches.end() && stretch->span.begin < piece.end; ++stretch) {
      look(stretch->span.begin);
      inside = true;
      at = std::max(at, stretch->span.end);
    }
    look(piece.end);
  }
  return inside ? (outside ? document::kMixed : document::kDirect) : document::kIndirect;
}

// Asked whether the bridge was safe, [he] replied: he was asked.
bool is_put_to_source(std::string_view s, const Report& report) { return slice(s, report.cue) == "Asked" && (report.source.empty() || report.source.begin > report.cue.end); }

}  // namespace

Document find_quotations(Document d) { return find_quotations(std::move(d), built_in_tagger()); }

Document find_quotations(Document d, const Tagger& tagger, std::vector<std::vector<std::string>>* signs) {
  const std::string_view s = d.article.text.view();
  const std::vector<Passage> scene = passages(d);
  std::vector<Report> reports = transcript(s, scene);
  Opinions opinions;
  const bool turns = !reports.empty();
  if (!turns) {
    const std::vector<Report> by_rules = join(scene, reports_by_rules(scene));
    reports = give_speakers(scene, merge(s, scene, by_rules, propose(s, scene, give_speakers(scene, by_rules), tagger, opinions)));
    for (Report& report : reports) report.source = mended_source(scene, report);
  }

  std::vector<Stretch> stretches;
  for (const Passage& passage : scene) stretches.insert(stretches.end(), passage.stretches.begin(), passage.stretches.end());

  std::vector<Quotation> all;
  std::vector<Span> taken;
  for (const Quotation& q : d.quotations)
    if (q.review.state != document::kSuggested) {
      all.push_back(q);
      taken.insert(taken.end(), q.content.begin(), q.content.end());
    }
  std::sort(taken.begin(), taken.end());
  const auto is_taken = [&](Span piece) {
    const auto after = std::upper_bound(taken.begin(), taken.end(), piece.begin, [](std::uint32_t at, Span one) { return at < one.end; });
    return after != taken.end() && overlaps(*after, piece);
  };
  d.quotations = document::SharedList<Quotation>(all);
  std::uint64_t number = std::stoull(document::fresh_id(d, "q").substr(1));
  for (Report& report : reports) {
    if (std::any_of(report.content.begin(), report.content.end(), is_taken)) continue;
    Quotation q{.id = document::QuotationId("q" + std::to_string(number++)), .content = std::move(report.content)};
    q.type = type_of(s, stretches, q.content);
    if (!report.cue.empty()) q.cue = {report.cue};
    if (!report.source.empty()) q.source = {report.source};
    if (!report.relative.empty()) q.source.push_back(report.relative);
    q.act = report.attitude ? document::kAttitude : document::kSpeech;
    q.mode = mode_of(s, q);
    if (is_put_to_source(s, report)) q.source.clear(), q.mode = document::kAsked;
    q.origin.confidence = report.confidence;
    if (!turns) {
      std::vector<std::string> shown = signs_of(s, q, report, opinions, scene[std::min(report.passage, scene.size() - 1)]);
      q.origin.confidence = confidence_of(shown);
      if (signs) signs->push_back(std::move(shown));
    }
    q.origin.method = std::move(report.method);
    all.push_back(std::move(q));
  }
  if (signs && all.size() != signs->size()) signs->clear();
  std::stable_sort(all.begin(), all.end(), [](const Quotation& a, const Quotation& b) { return a.content.front() < b.content.front(); });
  d.quotations = document::SharedList<Quotation>(std::move(all));
  return d;
}

}  // namespace quote
