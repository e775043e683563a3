#include "quote/confidence.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "rules/embedded.h"
#include "rules/words.h"
#include "text/characters.h"
#include "text/segment.h"

namespace quote {
namespace {

using document::Quotation;

constexpr std::size_t kMostRivals = 400;   // candidates that begin within a content and are looked at
constexpr std::uint32_t kFar = 400;        // bytes beyond which distances are all the same
constexpr int kLongest = 80;               // words of a content that are counted

class Weights {
 public:
  Weights() {
    std::string_view file = rules::embedded("models/sureness.tsv");
    while (!file.empty()) {
      const std::string_view line = file.substr(0, file.find('\n'));
      file.remove_prefix(std::min(file.size(), line.size() + 1));
      const std::size_t tab = line.find('\t');
      int weight = 0;
      if (tab == std::string_view::npos || line.front() == '#') continue;
      std::from_chars(line.data() + tab + 1, line.data() + line.size(), weight);
      of_.emplace(line.substr(0, tab), weight);
    }
  }

  int of(std::string_view sign) const {
    const auto at = of_.find(sign);
    return at == of_.end() ? 0 : at->second;
  }

 private:
  std::unordered_map<std::string_view, int> of_;  // looked up only
};

// Finer where it is nearly sure.
int step(int thousandths) {
  static constexpr std::array<int, 16> kSteps = {50, 100, 200, 300, 400, 500, 600, 700, 780, 840, 890, 925, 950, 968, 982, 992};
  return static_cast<int>(std::upper_bound(kSteps.begin(), kSteps.end(), thousandths) - kSteps.begin());
}

int length_band(std::uint32_t count) {
  static constexpr std::array<std::uint32_t, 9> kBands = {1, 2, 3, 5, 8, 14, 25, 40, 80};
  return static_cast<int>(std::lower_bound(kBands.begin(), kBands.end(), count) - kBands.begin());
}

std::uint32_t count_words(std::string_view text, Span span) {
  std::uint32_t count = 0;
  for (const text::Token& token : text::tokens(text, {span.begin, std::min(span.end, span.begin + kLongest * 12)}))
    count += token.kind == text::TokenKind::word || token.kind == text::TokenKind::number;
  return count;
}

bool has_verb(std::string_view text, Span span) {
  for (const text::Token& token : text::tokens(text, {span.begin, std::min(span.end, span.begin + kLongest * 12)})) {
    const rules::Word& word = rules::word(text::to_lower(slice(text, token.span)));
    if (word.cue || word.is(rules::kFinite | rules::kModal | rules::kAuxiliary)) return true;
  }
  return false;
}

std::string first_word(std::string_view text, Span span) {
  for (const text::Token& token : text::tokens(text, {span.begin, std::min(span.end, span.begin + 40)}))
    if (token.kind == text::TokenKind::word) return std::string(slice(text, token.span));
  return {};
}

std::string_view kind_of_source(std::string_view text, const Quotation& q) {
  if (q.source.empty()) return "none";
  const std::string first = first_word(text, q.source.front());
  const rules::Word& word = rules::word(text::to_lower(first));
  if (q.source.size() > 1 || word.is(rules::kRelative)) return "relative";
  if (word.is(rules::kSubjectPronoun) && first.size() + 1 >= q.source.front().size()) return "pronoun";
  if (word.is(rules::kDeterminer)) return "phrase";
  return text::is_capitalised(first) ? "name" : "bare";
}

std::uint32_t gap(Span a, Span b) { return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0; }

std::string_view distance(std::uint32_t bytes) {
  bytes = std::min(bytes, kFar);
  return bytes <= 2 ? "none" : bytes <= 12 ? "a word" : bytes <= 40 ? "words" : bytes <= 120 ? "clause" : "far";
}

// The cue's word that reports, the last that tables have, or its last one.
std::string head_of(std::string_view text, Span cue) {
  std::string head, last;
  for (const text::Token& token : text::tokens(text, cue)) {
    if (token.kind != text::TokenKind::word) continue;
    last = text::to_lower(slice(text, token.span));
    if (rules::word(last).cue) head = last;
  }
  return head.empty() ? last : head;
}

}  // namespace

void Opinions::sort() {
  std::stable_sort(all_.begin(), all_.end(), [](const Opinion& a, const Opinion& b) { return a.begin < b.begin; });
}

const Opinions::Opinion* Opinions::of(std::uint32_t begin, std::uint32_t cue) const {
  auto at = std::lower_bound(all_.begin(), all_.end(), begin, [](const Opinion& o, std::uint32_t b) { return o.begin < b; });
  const Opinion *same = nullptr, *any = nullptr;
  for (; at != all_.end() && at->begin == begin; ++at) {
    if (at->cue == cue && (!same || at->worth() > same->worth())) same = &*at;
    if (!any || at->worth() > any->worth()) any = &*at;
  }
  return same ? same : any;
}

const Opinions::Opinion* Opinions::rival(std::uint32_t begin, std::uint32_t end) const {
  auto at = std::upper_bound(all_.begin(), all_.end(), begin, [](std::uint32_t b, const Opinion& o) { return b < o.begin; });
  const Opinion* best = nullptr;
  for (std::size_t i = 0; i < kMostRivals && at != all_.end() && at->begin < end; ++at, ++i)
    if (!best || at->worth() > best->worth()) best = &*at;
  return best;
}

std::vector<std::string> signs_of(std::string_view text, const Quotation& q, const Report& report, const Opinions& opinions, const Passage& passage) {
  std::vector<std::string> out = {"any"};
  const auto add = [&](std::string sign, std::string_view value) { out.push_back(std::move(sign.append(" ").append(value))); };
  const auto number = [&](std::string sign, int value) { add(std::move(sign), std::to_string(value)); };
  const std::string& type = q.type.name();
  const Span content{q.content.front().begin, q.content.back().end};
  const Span cue = q.cue.empty() ? Span{} : q.cue.front();
  // Which rule found it, and what joined to it.
  const std::size_t end = report.method.find(" + ");
  const std::string method = report.method.substr(0, end);
  add("by", method);
  for (std::size_t at = end; at != std::string::npos;) {
    const std::size_t next = report.method.find(" + ", at + 3);
    add("and", report.method.substr(at + 3, next == std::string::npos ? next : next - at - 3));
    at = next;
  }
  // What the ranker thinks of it.
  const std::string who = method.starts_with("model/") ? "learned" : "ruled";
  if (const Opinions::Opinion* own = opinions.of(content.begin, q.cue.empty() ? content.begin : cue.begin)) {
    number(who + " found", step(own->found));
    number(who + " source", step(own->source_right));
    number("exact", step(own->exact));
    number("found " + std::to_string(step(own->found) / 2) + ", source", step(own->source_right) / 2);
    number(type + " found", step(own->found));
    if (const Opinions::Opinion* rival = opinions.rival(content.begin, content.end)) {
      number("rival", std::clamp((own->worth() - rival->worth()) / 400, -4, 6));
      number("rival found", step(rival->found) / 2);
    } else {
      add("rival", "none");
    }
  } else {
    add(who, "unseen");
  }
  // What it says.
  std::uint32_t words = 0;
  for (const Span piece : q.content) words += count_words(text, piece);
  number(type, length_band(words));
  number(type + " pieces", static_cast<int>(std::min<std::size_t>(q.content.size(), 4)));
  const std::string first = first_word(text, content);
  const rules::Word& word = rules::word(text::to_lower(first));
  add(type + " begins", word.is(rules::kPreposition | rules::kSubordinator) ? text::to_lower(first) : word.is(rules::kSubjectPronoun | rules::kDeterminer) ? "subject" : "other");
  add("begins", word.is(rules::kPreposition | rules::kSubordinator | rules::kDeterminer | rules::kSubjectPronoun) ? text::to_lower(first)
                : text::is_capitalised(first)                                                                        ? "capital"
                                                                                                                     : "small");
  if (std::none_of(q.content.begin(), q.content.end(), [&](Span piece) { return has_verb(text, piece); })) add("no verb", type);
  if (passage.block == 0) add("first", type);
  const char after = content.end < text.size() ? text[content.end] : '.';
  add("ends before", std::string_view(after == '.' || after == '!' || after == '?' || after == '\n' ? "stop" : after == ',' ? "comma" : "word"));
  if (passage.heading) add("heading", type);
  // Its cue and its source.
  const std::string_view source = kind_of_source(text, q);
  add("source", source);
  add(type + " source", source);
  if (!q.source.empty()) number("source words", length_band(count_words(text, q.source.front())));
  if (q.cue.empty()) {
    add("cue", "none");
  } else {
    const std::string head = head_of(text, cue);
    add("cue", rules::word(head).cue ? head : "unknown");
    if (rules::word(head).cue && !rules::word(head).cue->attitude) add("cue of speech", type);
    number("cue words", length_band(count_words(text, cue)));
    const std::string side = cue.begin < content.begin ? "before" : cue.end > content.end ? "after" : "inside";
    add("cue " + side, distance(gap(cue, {q.content.front().begin, content.end})));
    if (!q.source.empty()) add(q.source.front().begin < cue.begin ? "source, cue" : "cue, source", distance(gap(q.source.front(), cue)));
  }
  if (q.act == document::kAttitude) add("attitude", type);
  if (!q.mode.empty()) add("mode", q.mode.name());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

int confidence_of(const std::vector<std::string>& signs) {
  static const Weights weights;
  std::int64_t sum = 0;
  for (const std::string& sign : signs) sum += weights.of(sign);
  return probability(static_cast<std::int32_t>(std::clamp<std::int64_t>(sum * (1 << model::kFeatureBits) / 1000, -100000, 100000)));
}

}  // namespace quote
