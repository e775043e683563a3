#include "quote/rule_findings.h"

#include <algorithm>

namespace quote {
namespace {

std::optional<TokenRange> tokens_in(const TaggedText& text, Span span) {
  const auto at = std::lower_bound(text.tokens.begin(), text.tokens.end(), span.begin, [](const TaggedToken& t, std::uint32_t begin) { return t.span.begin < begin; });
  TokenRange range{static_cast<std::uint32_t>(at - text.tokens.begin()), static_cast<std::uint32_t>(at - text.tokens.begin())};
  while (range.end < text.tokens.size() && text.tokens[range.end].span.end <= span.end) ++range.end;
  if (range.begin == range.end) return std::nullopt;
  return range;
}

void label(TaggedText& text, TokenRange range, Label begin, std::uint8_t sure) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    text.tokens[i].by_rules = static_cast<std::uint8_t>(static_cast<int>(begin) + (i > range.begin ? 1 : 0));
    text.tokens[i].rules_sure = sure;
  }
}

}  // namespace

std::vector<Linked> note_findings(TaggedText& text, const std::vector<Report>& reports) {
  std::vector<Linked> findings;
  for (const Report& report : reports) {
    Linked finding{.rule = std::string_view(report.method).substr(0, report.method.find(" + "))};
    for (const Span piece : report.content)
      if (const auto range = tokens_in(text, piece)) finding.content.push_back(*range);
    if (!report.cue.empty()) finding.cue = tokens_in(text, report.cue);
    if (!report.source.empty()) finding.source = tokens_in(text, report.source);
    const auto sure = static_cast<std::uint8_t>(1 + std::clamp(report.confidence / 200, 0, 4));
    if (finding.source) label(text, *finding.source, Label::source_begin, sure);
    if (finding.cue) label(text, *finding.cue, Label::cue_begin, sure);
    for (const TokenRange range : finding.content) label(text, range, Label::content_begin, sure);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace quote
