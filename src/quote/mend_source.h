// Where the words for a source begin, put right: what sieves and tagger take along from the left of it (“[WASHINGTON —] the
// senator”, “[In Ohio,] the pollster”), and what they leave there (“[Ana Ruiz, 59, of] Leeds, Md.”).
#pragma once

#include <string_view>
#include <vector>

#include "quote/report.h"

namespace quote {

// The source of the report as it should be; the same if there is nothing to mend. Costs a few dozen steps, and the logarithm of the
// number of passages.
Span mended_source(const std::vector<Passage>&, const Report&);

}  // namespace quote
