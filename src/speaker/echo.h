// A heading that repeats what somebody says in the article: “We heard the engine and knew” above “… we heard the engine of the
// boat, and knew that …”.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace speaker {

// The index of the quotation that holds the words of `all[heading]` in their order and close together, or -1. Looks at the
// fifty quotations before and after it.
int echoed_by(std::string_view text, const std::vector<document::Quotation>& all, std::size_t heading);

}  // namespace speaker
