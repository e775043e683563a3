// What the attribution tagger calls a token: part of a source, a cue, a content, or of none. A piece begins
// with `…_begin`, so that two pieces side by side stay two.
#pragma once

#include <cstdint>
#include <vector>

#include "quote/tagged_text.h"

namespace quote {

enum class Label : std::uint8_t { none, source_begin, source, cue_begin, cue, content_begin, content };
constexpr int kLabelCount = 7;

// May `next` stand after `before`? A piece must begin before it goes on.
constexpr bool may_follow(Label before, Label next) {
  switch (next) {
    case Label::source: return before == Label::source_begin || before == Label::source;
    case Label::cue: return before == Label::cue_begin || before == Label::cue;
    case Label::content: return before == Label::content_begin || before == Label::content;
    default: return true;
  }
}

// The pieces that begin with `begin`, in text order.
inline std::vector<TokenRange> pieces(const std::vector<Label>& labels, Label begin) {
  const Label on = static_cast<Label>(static_cast<int>(begin) + 1);
  std::vector<TokenRange> out;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == begin) out.push_back({i, i + 1});
    else if (labels[i] == on && !out.empty() && out.back().end == i) out.back().end = i + 1;
  }
  return out;
}

}  // namespace quote
