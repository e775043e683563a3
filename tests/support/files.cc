#include "support/files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace support {

std::string read_file(const std::string& path) {
  std::stringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

std::vector<std::string> files_in(const std::string& folder, std::string_view name) {
  std::vector<std::string> out;
  for (const auto& one : std::filesystem::directory_iterator(folder)) {
    if (!one.is_directory()) continue;
    for (const auto& file : std::filesystem::directory_iterator(one.path()))
      if (file.path().filename().string().starts_with(name)) out.push_back(file.path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace support
