// Which faces a text needs, so that a page loads only those. The first faces have Latin letters and the usual signs.
//
//   further      Greek, Cyrillic, Vietnamese, phonetic letters, rarer signs
//   east_asian   Chinese, Japanese and Korean
//   unset        the script of most letters that no face can set, since they join or stack: “Arabic”; else empty
#pragma once

#include <string_view>

namespace ui {

struct Scripts {
  bool further = false, east_asian = false;
  std::string_view unset;

  bool operator==(const Scripts&) const = default;
};

// Of valid UTF-8. Linear; text of the first faces alone costs a comparison a byte.
Scripts scripts_of(std::string_view text);

Scripts both(const Scripts&, const Scripts&);

}  // namespace ui
