// The files of the tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace support {

// All of a file; empty where there is none.
std::string read_file(const std::string& path);

// The paths of the files in the folders of `folder` whose names begin with `name`, in order.
std::vector<std::string> files_in(const std::string& folder, std::string_view name);

}  // namespace support
