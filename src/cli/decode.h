// Encodings with large tables (Shift_JIS, GB18030, windows-1251, …), which the core leaves to its caller. The page
// asks the browser; the command line asks iconv.
#pragma once

#include "extract/extract.h"

namespace cli {

// The input in UTF-8, where the core could not have decoded it. What the encoding does not know becomes U+FFFD; an
// encoding that iconv does not know leaves the input as it is, and extract::article says so.
extract::Input decoded(extract::Input);

}  // namespace cli
