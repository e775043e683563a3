// Where an article was written, before its first words: “NIAMEY, March 24 (Reuters) —”, “PARIS –”, “WASHINGTON (AP) _”.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/span.h"

namespace text {

// The byte after the dateline that opens a paragraph, where its own words begin; where it has none, its begin. Looks at
// the first words only.
std::uint32_t after_dateline(std::string_view text, Span paragraph);

}  // namespace text
