#include "quote/link.h"

#include <algorithm>

#include "quote/cue_site.h"
#include "quote/noun_phrase.h"
#include "text/characters.h"

namespace quote {
namespace {

using namespace rules;

constexpr int kLeastWords = 4;  // of a stretch that no cue governs and that is a quotation all the same

bool is_mark_only(const Item& item) { return item.stretch < 0 && !item.is_word(); }

class Linker {
 public:
  Linker(const std::vector<Passage>& passages, std::vector<Report> reports, bool only_join)
      : passages_(passages), reports_(std::move(reports)), only_join_(only_join) {
    for (const Passage& passage : passages_) report_of_.emplace_back(passage.stretches.size(), -1);
    for (std::size_t r = 0; r < reports_.size(); ++r) note_stretches(r);
  }

  std::vector<Report> run() {
    for (std::size_t p = 0; p < passages_.size(); ++p) {
      in_passage_ = -1;
      for (std::size_t i = 0; i < passages_[p].sentences.size(); ++i) sentence(p, i);
      // Nobody goes on speaking after a heading, whatever words in marks it has.
      const bool speaks = in_passage_ >= 0 && !(passages_[p].heading && reports_[static_cast<std::size_t>(in_passage_)].source.empty());
      if (speaks) before_ = in_passage_;
      else before_ = passages_[p].heading ? -1 : announced_;
      passage_before_had_one_ = speaks;
    }
    for (Report& report : reports_) std::sort(report.content.begin(), report.content.end());
    std::stable_sort(reports_.begin(), reports_.end(),
                     [](const Report& a, const Report& b) { return a.content.front() < b.content.front(); });
    return std::move(reports_);
  }

 private:
  int& report_of(std::size_t passage, int stretch) { return report_of_[passage][static_cast<std::size_t>(stretch)]; }

  void note_stretches(std::size_t r) {
    for (const Span piece : reports_[r].content) {
      const auto after = std::upper_bound(passages_.begin(), passages_.end(), piece.begin,
                                          [](std::uint32_t at, const Passage& p) { return at < p.span.begin; });
      if (after == passages_.begin()) continue;
      const auto passage = static_cast<std::size_t>(after - passages_.begin()) - 1;
      const auto& stretches = passages_[passage].stretches;
      auto at = std::lower_bound(stretches.begin(), stretches.end(), piece.begin,
                                 [](const Stretch& s, std::uint32_t begin) { return s.span.end <= begin; });
      for (; at != stretches.end() && at->span.begin < piece.end; ++at)
        report_of(passage, static_cast<int>(at - stretches.begin())) = static_cast<int>(r);
    }
  }

  void add_piece(int report, std::size_t passage, const Item& item, const char* method) {
    Report& r = reports_[static_cast<std::size_t>(report)];
    r.content.push_back(item.span);
    if (r.method.find(method) == std::string::npos) r.method += std::string(" + ") + method;
    report_of(passage, item.stretch) = report;
  }

  int add_report(std::size_t passage, const Item& item, Span cue, Span source, const char* method, int confidence) {
    reports_.push_back(
        {.passage = passage, .content = {item.span}, .cue = cue, .source = source, .method = method, .confidence = confidence});
    report_of(passage, item.stretch) = static_cast<int>(reports_.size()) - 1;
    return static_cast<int>(reports_.size()) - 1;
  }

  // The last report that begins in the sentence, one of direct speech before others; or -1.
  int last_report_in(Span span) {
    while (next_report_ < first_reports_end() && reports_[next_report_].content.front().begin < span.begin) ++next_report_;
    int last = -1;
    bool direct = false;
    for (std::size_t r = next_report_; r < first_reports_end() && reports_[r].content.front().begin < span.end; ++r) {
      const bool has = has_stretch(reports_[r]);
      if (direct && !has) continue;
      last = static_cast<int>(r);
      direct = has;
    }
    return last;
  }
  std::size_t first_reports_end() {
    if (first_end_ == 0) first_end_ = reports_.size();
    return first_end_;
  }

  void sentence(std::size_t p, std::size_t i) {
    const Passage& passage = passages_[p];
    const Sentence& sentence = passage.sentences[i];
    const int cued = last_report_in(sentence.span);
    bool alone = true, any = false;
    for (const Item& item : sentence.items) {
      if (item.stretch >= 0) any = true;
      else if (!is_mark_only(item)) alone = false;
    }
    if (any) {
      for (std::size_t k = 0; k < sentence.items.size(); ++k) {
        const Item& item = sentence.items[k];
        if (item.stretch < 0 || report_of(p, item.stretch) >= 0) continue;
        if (alone) stretch_alone(p, i, item);
        else stretch_among_words(p, i, k, cued);
      }
      for (const Item& item : sentence.items)
        if (item.stretch >= 0 && report_of(p, item.stretch) >= 0) in_passage_ = report_of(p, item.stretch);
    }
    if (cued >= 0 && !alone) in_passage_ = cued;
    announce(p, i);
  }

  // “B.” with nothing around it.
  void stretch_alone(std::size_t p, std::size_t i, const Item& item) {
    const Stretch& stretch = passages_[p].stretches[static_cast<std::size_t>(item.stretch)];
    const bool first = i == 0;
    if (first && p > 0 && pending_ && pending_passage_ + 1 == p) {  // Ruiz said:⏎“…”
      in_passage_ = add_report(p, item, pending_cue_, pending_source_, "quote/source-cue-next-paragraph", 900);
      pending_ = false;
      return;
    }
    if (stretch.continues && before_ >= 0 && first && has_stretch(reports_[static_cast<std::size_t>(before_)]))
      return add_piece(before_, p, item, "quote/continued"), void(in_passage_ = before_);
    if (in_passage_ >= 0) {
      const Report& last = reports_[static_cast<std::size_t>(in_passage_)];
      if (last.passage == p && has_stretch(last)) return add_piece(in_passage_, p, item, "quote/same-paragraph");
      if (only_join_) return;
      in_passage_ = add_report(p, item, {}, last.source, "quote/floating", 750);
      return;
    }
    // “How many?” answers direct speech in the paragraph before: somebody's, who knows whose.
    const bool whole = stretch.capital && stretch.closed && (!stretch.titled || stretch.words == 1) &&
                       (stretch.last == '?' || stretch.last == '!' || stretch.last == '.');
    const bool is_long = stretch.words >= kLeastWords && !stretch.titled;
    const bool answers = whole && before_ >= 0 && passage_before_had_one_ && has_stretch(reports_[static_cast<std::size_t>(before_)]);
    if (only_join_ || !(is_long || answers)) return;
    // “One. Two.” That was how Ruiz put it.
    if (i + 1 < passages_[p].sentences.size() && starts_looking_back(passages_[p].sentences[i + 1]))
      if (const Span source = first_person_of(passages_[p].sentences[i + 1]); !source.empty()) {
        in_passage_ = add_report(p, item, {}, source, "quote/next-sentence", 550);
        return;
      }
    if (is_long && before_ >= 0 && passage_before_had_one_ && !passages_[p].heading && !(i + 1 == passages_[p].sentences.size() && signature_of(p + 1))) {
      in_passage_ = add_report(p, item, {}, reports_[static_cast<std::size_t>(before_)].source, "quote/floating-paragraph", 650);
      return;
    }
    in_passage_ = add_report(p, item, {}, {}, "quote/marks-alone", 400);
    if (i + 1 < passages_[p].sentences.size()) return;
    if (const auto signature = signature_of(p + 1)) {
      reports_.back().cue = signature->first;
      reports_.back().source = signature->second;
      reports_.back().method = "quote/signature";
      reports_.back().confidence = 850;
    }
  }

  // Ruiz was blunt: “No.”  Or words in marks somewhere in a sentence that reports nothing.
  void stretch_among_words(std::size_t p, std::size_t i, std::size_t k, int cued) {
    const Passage& passage = passages_[p];
    const Sentence& sentence = passage.sentences[i];
    const Item& item = sentence.items[k];
    const Stretch& stretch = passage.stretches[static_cast<std::size_t>(item.stretch)];
    if (only_join_) return;
    if (stretch.words < kLeastWords || stretch.titled) return;
    if (stretch.single && !passage.heading && stretch.words < 2 * kLeastWords) return;
    Span source;
    int confidence = 450;
    if (cued >= 0) source = reports_[static_cast<std::size_t>(cued)].source;
    if (source.empty()) source = first_person_of(sentence);
    if (source.empty() && in_passage_ >= 0) source = reports_[static_cast<std::size_t>(in_passage_)].source;
    if (source.empty()) confidence = 350;
    add_report(p, item, {}, source, "quote/marks-in-sentence", confidence);
  }

  // Ruiz said:⏎ the quotation is the next passage.
  void announce(std::size_t p, std::size_t i) {
    const Passage& passage = passages_[p];
    const Sentence& sentence = passage.sentences[i];
    if (i + 1 != passage.sentences.size() || !sentence.items.back().is_mark(":")) return;
    for (const CueSite& site : cue_sites(sentence))
      if (!site.subject.empty()) {
        pending_ = true;
        pending_passage_ = p;
        pending_cue_ = sentence.items[site.verb].span;
        pending_source_ = span_of(sentence, site.subject);
      }
    if (!pending_ || pending_passage_ != p)
      if (const Span source = first_person_of(sentence); !source.empty()) {
        pending_ = true;
        pending_passage_ = p;
        pending_cue_ = sentence.items.back().span;
        pending_source_ = source;
      }
  }

  bool has_stretch(const Report& report) const {
    const auto& stretches = passages_[report.passage].stretches;
    const Span piece = report.content.front();
    const auto at = std::lower_bound(stretches.begin(), stretches.end(), piece.begin,
                                     [](const Stretch& one, std::uint32_t begin) { return one.span.end <= begin; });
    return at != stretches.end() && at->span.begin < piece.end;
  }

  // “…”⏎— Ana Ruiz, the mayor: a passage that only signs the one before. Its dash and its name.
  std::optional<std::pair<Span, Span>> signature_of(std::size_t p) const {
    constexpr std::size_t kLongestSignature = 14;
    if (p >= passages_.size() || passages_[p].sentences.size() != 1) return std::nullopt;
    const Sentence& sentence = passages_[p].sentences[0];
    const auto& items = sentence.items;
    if (items.size() < 2 || items.size() > kLongestSignature ||
        !(items[0].lower == "—" || items[0].lower == "–" || items[0].lower == "―" || items[0].lower == "-" || items[0].lower == "--"))
      return std::nullopt;
    const auto source = is_name_word(items[1]) ? phrase_at(sentence, 1) : std::nullopt;
    if (!source) return std::nullopt;
    return std::pair(items[0].span, span_of(sentence, *source));
  }

  // That was how Ruiz put it.  So said Ruiz.
  static bool starts_looking_back(const Sentence& sentence) {
    const auto& items = sentence.items;
    return items.size() > 3 && items[0].lower == "that" && items[1].is(kBe) && (items[2].lower == "how" || items[2].lower == "what");
  }

  // The first noun phrase of a sentence that can be somebody.
  static Span first_person_of(const Sentence& sentence) {
    for (std::size_t i = 0; i < sentence.items.size() && i < kLongest; ++i) {
      const Item& item = sentence.items[i];
      if (item.stretch >= 0) continue;
      const bool pronoun = item.lower == "he" || item.lower == "she" || item.lower == "they";
      if (pronoun) return item.span;
      if (!is_name_word(item) && !item.is(kRole | kGroupRole | kBody)) continue;
      if (i == 0 && !item.is(kFirstName | kTitleWord | kRole | kBody) && (sentence.items.size() < 2 || !sentence.items[1].is_word()))
        continue;
      if (const auto phrase = phrase_at(sentence, i)) return span_of(sentence, *phrase);
    }
    return {};
  }

  const std::vector<Passage>& passages_;
  std::vector<Report> reports_;
  bool only_join_;
  std::vector<std::vector<int>> report_of_;  // for each passage and stretch
  std::size_t next_report_ = 0, first_end_ = 0;
  int in_passage_ = -1;  // the report that speaks in this passage
  int before_ = -1;      // that of the passage before
  int announced_ = -1;
  bool passage_before_had_one_ = false;
  bool pending_ = false;
  std::size_t pending_passage_ = 0;
  Span pending_cue_, pending_source_;
};

// The label of a transcript's turn and its colon, or none: TODD: …
struct Label {
  Span name, colon;
};
std::optional<Label> label_of(std::string_view s, Span passage) {
  constexpr std::uint32_t kLongestLabel = 60;  // bytes
  const std::uint32_t reach = std::min(passage.end, passage.begin + kLongestLabel);
  const std::size_t colon = s.substr(0, reach).find(':', passage.begin);
  if (colon == std::string_view::npos) return std::nullopt;
  const Span before{passage.begin, static_cast<std::uint32_t>(colon)};
  std::optional<Span> name;
  for (const text::Token& token : text::tokens(s, before)) {
    const std::string_view word = slice(s, token.span);
    if (token.kind != text::TokenKind::word && token.kind != text::TokenKind::number) {
      if (name || (word != "*" && word != "\"" && word != "“")) return std::nullopt;
      continue;
    }
    if (!name && token.kind == text::TokenKind::number) return std::nullopt;  // 14:05, in a live blog
    const rules::Word& entry = rules::word(text::to_lower(word));
    if (!(text::is_capitalised(word) || token.kind == text::TokenKind::number) || (entry.is(kTime | kDeterminer) && word != "A"))
      return std::nullopt;
    name = name ? Span{name->begin, token.span.end} : token.span;
  }
  if (!name) return std::nullopt;
  return Label{*name, {before.end, before.end + 1}};
}

}  // namespace

std::vector<Report> join(const std::vector<Passage>& passages, std::vector<Report> reports) {
  return Linker(passages, std::move(reports), true).run();
}

std::vector<Report> give_speakers(const std::vector<Passage>& passages, std::vector<Report> reports) {
  return Linker(passages, std::move(reports), false).run();
}

std::vector<Report> transcript(std::string_view s, const std::vector<Passage>& passages) {
  constexpr std::size_t kLeastTurns = 3, kMostLabels = 64;
  std::vector<std::optional<Label>> labels;
  std::vector<std::string_view> names;
  std::size_t turns = 0, first = 0, last = 0;
  bool comes_back = false, capitals = true;
  for (std::size_t p = 0; p < passages.size(); ++p) {
    labels.push_back(label_of(s, passages[p].span));
    if (!labels.back()) continue;
    if (turns++ == 0) first = p;
    last = p;
    const std::string_view name = slice(s, labels.back()->name);
    comes_back = comes_back || std::find(names.begin(), names.end(), name) != names.end();
    if (names.size() < kMostLabels) names.push_back(name);
    capitals = capitals && (text::is_all_capitals(name) || name == "Q" || name == "A");
  }
  // Most passages between the first and the last turn must be turns, and a label must come back or all be in capitals.
  if (turns < kLeastTurns || last - first + 1 > 3 * turns || !(comes_back || capitals)) return {};
  std::vector<Report> out;
  for (std::size_t p = first; p < passages.size(); ++p) {
    const Span passage = passages[p].span;
    if (!labels[p]) {
      // A turn goes on in the next paragraph; what stands in brackets is nobody's.
      const char start = s[passage.begin + (s[passage.begin] == '"' && passage.size() > 1)];
      if (p < last && !out.empty() && start != '(' && start != '[' && !passages[p].heading) out.back().content.push_back(passage);
      continue;
    }
    std::uint32_t begin = labels[p]->colon.end;
    while (begin < passage.end && (s[begin] == ' ' || s[begin] == '*')) ++begin;
    if (begin >= passage.end) continue;
    out.push_back({.passage = p,
                   .content = {{begin, passage.end}},
                   .cue = labels[p]->colon,
                   .source = labels[p]->name,
                   .method = "quote/transcript",
                   .confidence = 950});
  }
  return out;
}

std::vector<Report> reports_by_sieves(std::string_view text, const std::vector<Passage>& passages) {
  std::vector<Report> reports = transcript(text, passages);
  return reports.empty() ? give_speakers(passages, join(passages, reports_by_rules(passages))) : reports;
}

}  // namespace quote
