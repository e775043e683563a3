// Words that keep their full stop. Those of kBeforeNames never end a sentence (Mr. Smith, Gen. Hill); the
// others may (She works for Acme Inc. The firm …).
#pragma once

#include <string_view>

namespace text {

enum class Abbreviation { none, before_names, other };

// `word` is without its full stop, as it stands in the text: "Mr", "Inc", "a.m".
Abbreviation abbreviation(std::string_view word);

}  // namespace text
