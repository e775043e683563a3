// The quotation marks of one paragraph, each opening or closing, with its partner where it has one.
// Apostrophes, inch marks and marks of elision (’Twas the ’90s; the players’ union; it’s) are not among them.
//
//   “…” ‘…’ «…» ‹…› „…“ ‚…‘ 「…」 『…』 ``…''   by their form; where a text turns them round, by their place
//   "…" '…'                                  by what stands before and after them
//
// Marks pair by a stack, so that pairs nest and never cross. A mark without a partner is one that opens a quotation
// that goes on in the next paragraph, one that closes such a quotation, or a slip; single marks count only in
// pairs, or where one opens the paragraph. Linear; the stack is bounded.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace text {

enum class MarkKind : unsigned char {
  curly_double,
  curly_single,
  straight_double,
  straight_single,
  angle,
  single_angle,
  corner,
  white_corner,
  backtick
};

bool is_single(MarkKind);

struct QuotationMark {
  Span span;
  MarkKind kind{};
  bool opens = false;
  int partner = -1;  // index in the list, or -1
};

// In text order. `paragraph` holds no line break that matters to pairs.
std::vector<QuotationMark> quotation_marks(std::string_view text, Span paragraph);

}  // namespace text
