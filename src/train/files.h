// Files and arguments of the training program. What cannot be read or written stops it with a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace train {

[[noreturn]] void stop(const std::string& message);

std::string read_file(const std::string& path);
void write_file(const std::string& path, std::string_view bytes);

// The files of `folder` whose names end in `ending`, sorted by name.
std::vector<std::string> files_in(const std::string& folder, std::string_view ending);

}  // namespace train
