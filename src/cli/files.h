// Files and standard input and output, as bytes. What goes wrong is one sentence with the name of the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/result.h"

namespace cli {

// All of a file; "-" is standard input.
text::Result<std::string> read_file(const std::string& path);

// Writes to a file, or to standard output where there is no path. A file is complete or is not touched.
std::optional<text::Error> write_file(const std::optional<std::string>& path, std::string_view bytes);

}  // namespace cli
