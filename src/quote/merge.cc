#include "quote/merge.h"

#include <algorithm>
#include <map>

#include "rules/words.h"
#include "text/characters.h"

namespace quote {
namespace {

constexpr int kAgainstTheRanker = 400;  // in thousandths: what it saw and did not take is right less than half of the time

// Spans that do not overlap, looked up by place.
class Ground {
 public:
  bool is_free(Span span) const {
    auto after = taken_.upper_bound(span.begin);
    if (after != taken_.end() && after->first < span.end) return false;
    if (after == taken_.begin()) return true;
    return (--after)->second <= span.begin;
  }
  void take(Span span) { taken_[span.begin] = span.end; }

 private:
  std::map<std::uint32_t, std::uint32_t> taken_;
};

// The piece with every stretch that it touches, whole.
Span with_whole_stretches(const std::vector<Stretch>& stretches, Span piece) {
  auto at = std::lower_bound(stretches.begin(), stretches.end(), piece.begin,
                             [](const Stretch& s, std::uint32_t begin) { return s.span.end <= begin; });
  for (; at != stretches.end() && at->span.begin < piece.end; ++at) {
    piece.begin = std::min(piece.begin, at->span.begin);
    piece.end = std::max(piece.end, at->span.end);
  }
  return piece;
}

Report with_whole_stretches(const std::vector<Passage>& passages, const Report& proposal) {
  Report report = proposal;
  report.content.clear();
  for (const Span piece : proposal.content) {
    const auto after = std::upper_bound(passages.begin(), passages.end(), piece.begin,
                                        [](std::uint32_t at, const Passage& p) { return at < p.span.begin; });
    if (after == passages.begin()) continue;
    const std::size_t passage = static_cast<std::size_t>(after - passages.begin()) - 1;
    if (report.content.empty()) report.passage = passage;
    const Span whole = with_whole_stretches(passages[passage].stretches, piece);
    if (!report.content.empty() && whole.begin < report.content.back().end)
      report.content.back().end = std::max(report.content.back().end, whole.end);
    else report.content.push_back(whole);
  }
  return report;
}

// All members must agree for … to: what somebody ought to say is not said.
bool is_supposed(std::string_view text, const Report& report) {
  const std::string_view cue = slice(text, report.cue);
  const std::string first = text::to_lower(cue.substr(0, cue.find(' ')));
  return first == "must" || first == "should" || first == "may" || first == "might" || first == "could";
}

// Tables set according to size: a bare noun says nothing.
bool is_measure(std::string_view text, const Report& report) {
  const std::string_view source = slice(text, report.source);
  return slice(text, report.cue) == "according to" && source.find(' ') == std::string_view::npos && !text::is_capitalised(source) &&
         !source.ends_with('s');
}

// That said, …; he is said to be ill
bool is_idiom(std::string_view text, Span cue) {
  constexpr std::uint32_t kAround = 16;  // bytes
  const std::uint32_t begin = cue.begin > kAround ? cue.begin - kAround : 0;
  const std::uint32_t end = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), cue.end + kAround));
  const std::string around = text::to_lower(text.substr(begin, end - begin));
  for (const rules::Phrase& phrase : rules::non_cues()) {
    // “That said” is one only at the start: That said, it rained.
    if (phrase.words.size() == 2 && phrase.words[0] == "that" &&
        !(cue.end < text.size() && text[cue.end] == ',' && cue.begin >= 5 && text.substr(cue.begin - 5, 5) == "That "))
      continue;
    const std::size_t at = around.find(phrase.text);
    if (at != std::string::npos &&
        overlaps(cue, {begin + static_cast<std::uint32_t>(at), begin + static_cast<std::uint32_t>(at + phrase.text.size())}))
      return true;
  }
  return false;
}

}  // namespace

std::vector<Report> merge(std::string_view text, const std::vector<Passage>& passages, std::vector<Report> by_rules,
                          const std::vector<Report>& proposals) {
  std::vector<Report> out;
  Ground ground, cues;
  const auto add = [&](Report report) {
    std::erase_if(report.content, [&](Span piece) { return !ground.is_free(piece); });
    if (report.content.empty()) return;
    for (const Span piece : report.content) ground.take(piece);
    if (!report.cue.empty()) cues.take(report.cue);
    out.push_back(std::move(report));
  };
  std::vector<Report> filling;
  for (Report& report : by_rules) {
    if (report.weight == Weight::leads) add(std::move(report));
    else if (report.weight == Weight::fills) filling.push_back(std::move(report));
  }
  std::map<std::uint32_t, int> surest;  // by cue
  for (const Report& proposal : proposals)
    if (!proposal.cue.empty()) surest[proposal.cue.begin] = std::max(surest[proposal.cue.begin], proposal.confidence);
  for (const Report& proposal : proposals) {
    // A cue reports once, and of two proposals the surer is right: In the first meeting …, Lee said the bridge was safe.
    if (!proposal.cue.empty() && (proposal.confidence < surest[proposal.cue.begin] || !cues.is_free(proposal.cue))) continue;
    Report report = with_whole_stretches(passages, proposal);
    // Words in marks without a source are left to link.h; others of which nobody is the source are no reports.
    const bool learned = report.method.starts_with("model/");
    if ((learned && is_supposed(text, report)) || is_measure(text, report) || is_idiom(text, report.cue) || report.source.empty()) continue;
    add(std::move(report));
  }
  for (Report& report : filling) {
    if (!std::all_of(report.content.begin(), report.content.end(), [&](Span piece) { return ground.is_free(piece); })) continue;
    report.confidence = std::min(report.confidence, kAgainstTheRanker);
    add(std::move(report));
  }
  std::stable_sort(out.begin(), out.end(), [](const Report& a, const Report& b) { return a.content.front() < b.content.front(); });
  return out;
}

}  // namespace quote
