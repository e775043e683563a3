#include "quote/propose.h"

#include <algorithm>

#include "quote/linking.h"
#include "quote/rule_findings.h"
#include "quote/tagger.h"

namespace quote {
namespace {

constexpr int kSure = 430;    // in thousandths; less likely ones are not suggested

// “The council closed the bridge”: a content without a verb that no sieve sees must be surer.
constexpr int kSureAlone = 500;

bool is_sign(const TaggedToken& t) {
  return t.place != Place::opening && t.place != Place::closing &&
         (t.pos == model::Pos::comma || t.pos == model::Pos::stop || t.pos == model::Pos::colon || t.pos == model::Pos::NFP);
}

// The marks around a piece belong to it, signs at its ends do not, except between marks.
text::Span span_of(const TaggedText& text, TokenRange piece) {
  const auto& tokens = text.tokens;
  const std::uint32_t paragraph = tokens[piece.begin].paragraph;
  if (piece.begin > 0 && tokens[piece.begin - 1].place == Place::opening && tokens[piece.begin - 1].paragraph == paragraph) --piece.begin;
  std::uint32_t end = piece.end;
  while (end < tokens.size() && tokens[end].paragraph == paragraph && tokens[end].place == Place::inside && is_sign(tokens[end])) ++end;
  if (end < tokens.size() && tokens[end].place == Place::closing && tokens[end].paragraph == paragraph) piece.end = end + 1;
  while (piece.size() > 1 && is_sign(tokens[piece.end - 1]) && tokens[piece.end - 1].place == Place::outside) --piece.end;
  while (piece.size() > 1 && is_sign(tokens[piece.begin]) && tokens[piece.begin].place == Place::outside) ++piece.begin;
  return {tokens[piece.begin].span.begin, tokens[piece.end - 1].span.end};
}

bool share(const std::optional<TokenRange>& a, const std::optional<TokenRange>& b) { return a && b && a->begin < b->end && b->begin < a->end; }

// Words in marks, or with a verb.
bool says_something(const TaggedText& text, const Linked& a) {
  for (const TokenRange piece : a.content)
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
      const TaggedToken& t = text.tokens[i];
      if (t.place != Place::outside || model::is_verb(t.pos) || t.pos == model::Pos::MD) return true;
    }
  return false;
}

// Where a sieve saw the same report, its edges hold: the verb without “on condition of anonymity”, the name without the
// time before it, the content with its “to”. True if one did.
bool take_edges(Linked& a, const std::vector<Linked>& findings, std::size_t& from) {
  const auto ends_before = [&](const Linked& f) { return f.content.empty() || f.content.back().end <= a.content.front().begin; };
  while (from < findings.size() && ends_before(findings[from])) ++from;
  constexpr std::size_t kNear = 6;
  for (std::size_t i = from; i < std::min(findings.size(), from + kNear); ++i) {
    const Linked& f = findings[i];
    if (f.content.empty() || !share(f.content.front(), a.content.front())) continue;
    const bool forgot_cue = !a.cue && f.cue && share(f.source, a.source);
    if (!forgot_cue && !share(f.cue, a.cue)) continue;
    // She declined to say whether …: “to say” is no part of what is said.
    const bool reaches_into_it = a.cue && a.cue->end > f.content.front().begin && a.cue->end > f.cue->end;
    if (!reaches_into_it) a.cue = f.cue;
    if (share(f.source, a.source) && f.source->end == a.source->end) a.source = f.source;
    if (f.content.front().begin + 1 == a.content.front().begin) a.content.front().begin = f.content.front().begin;
    return true;
  }
  return false;
}

// Ruiz said the dam was old. “It should be closed.” The sentence in marks is another quotation, which link.h finds.
void leave_following_sentences(const TaggedText& text, Linked& a) {
  const TokenRange first = a.content.front();
  for (std::uint32_t i = first.begin; i < first.end; ++i)
    if (text.tokens[i].place != Place::outside) return;
  const std::uint32_t sentence = text.tokens[first.end - 1].sentence;
  std::erase_if(a.content, [&](TokenRange piece) {
    const TaggedToken& t = text.tokens[piece.begin];
    return piece.begin > first.begin && t.sentence != sentence && t.place != Place::outside;
  });
}

// A report by the board[, which was seen by this paper,] says …
TokenRange without_aside(const TaggedText& text, TokenRange source) {
  for (std::uint32_t i = source.begin + 1; i + 1 < source.end; ++i) {
    const TaggedToken &t = text.tokens[i], &next = text.tokens[i + 1];
    const bool relative = next.pos == model::Pos::WDT || next.pos == model::Pos::WP || next.pos == model::Pos::WPS || next.pos == model::Pos::WRB;
    if ((t.pos == model::Pos::comma && relative) || (t.pos == model::Pos::colon && !t.is_word)) return {source.begin, i};
  }
  return source;
}

std::size_t passage_at(const std::vector<Passage>& passages, std::uint32_t at) {
  const auto after = std::upper_bound(passages.begin(), passages.end(), at, [](std::uint32_t place, const Passage& p) { return place < p.span.begin; });
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - passages.begin() - 1, 0));
}

}  // namespace

std::vector<Report> propose(std::string_view text, const std::vector<Passage>& passages, const std::vector<Report>& by_rules, const Tagger& tagger, Opinions& opinions) {
  std::vector<Span> paragraphs;
  for (const Passage& passage : passages) paragraphs.push_back(passage.span);
  TaggedText tagged = tagger.look_at(text, paragraphs);
  const std::vector<Linked> findings = note_findings(tagged, by_rules);
  std::vector<Report> out;
  std::size_t from = 0;  // findings before it lie before the report
  std::vector<Ranked> seen;
  std::vector<Ranked> chosen = tagger.attributions(tagged, findings, kSure, &seen);
  for (const Ranked& r : seen) {
    const std::uint32_t begin = span_of(tagged, r.linked.content.front()).begin;
    opinions.add({begin, span_of(tagged, r.linked.content.back()).end, r.linked.cue ? span_of(tagged, *r.linked.cue).begin : begin, r.exact, r.found, r.source_right});
  }
  opinions.sort();
  for (Ranked& ranked : chosen) {
    Linked& a = ranked.linked;
    if (a.source) a.source = without_aside(tagged, *a.source);
    Report report;
    if (ranked.finding >= 0) {
      report = by_rules[static_cast<std::size_t>(ranked.finding)];
      if (a.source) report.source = span_of(tagged, *a.source);
    } else {
      leave_following_sentences(tagged, a);
      if (!take_edges(a, findings, from) && !says_something(tagged, a) && ranked.sureness() < kSureAlone) continue;
      for (const TokenRange piece : a.content) report.content.push_back(span_of(tagged, piece));
      if (a.cue) report.cue = span_of(tagged, *a.cue);
      if (a.source) report.source = span_of(tagged, *a.source);
      report.passage = passage_at(passages, report.content.front().begin);
      report.attitude = is_attitude(tagged, a);
      const std::size_t sieve = a.rule.find('/');  // half of the sieves' making: the name of theirs
      report.method = "model/attribution/" + std::string(sieve == std::string_view::npos ? a.rule : a.rule.substr(sieve + 1));
    }
    report.confidence = ranked.source_right;
    out.push_back(std::move(report));
  }
  return out;
}

}  // namespace quote
