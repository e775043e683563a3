// Decodes what the core has no tables for, as the Encoding Standard says and browsers do: Chinese, Japanese, Korean.
#pragma once

#include "extract/extract.h"

namespace cli {

// Unpacked (a saved page, an e-mail), and as UTF-8 where the core cannot decode it. What no decoder is there for stays as it is.
extract::Input decoded(extract::Input);

}  // namespace cli
