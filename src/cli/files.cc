#include "cli/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace cli {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30;

// "No such file or directory" -> ": no such file or directory"
std::string reason(int code) {
  std::string words = std::strerror(code);
  if (words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' && words[1] >= 'a') words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

}  // namespace

text::Result<std::string> read_file(const std::string& path) {
  const bool standard = path == "-";
  const std::string name = standard ? "standard input" : path;
  std::error_code ignored;
  if (!standard && std::filesystem::is_directory(path, ignored)) return text::Error{name, "this is a folder, not a file"};
  std::FILE* const file = standard ? stdin : std::fopen(path.c_str(), "rb");
  if (!file) return text::Error{name, "cannot be opened: " + reason(errno)};
  std::string bytes;
  char buffer[1 << 16];
  std::size_t got = 0;
  while (bytes.size() <= kMostBytes && (got = std::fread(buffer, 1, sizeof buffer, file)) > 0) bytes.append(buffer, got);
  const int fault = std::ferror(file) ? errno : 0;
  if (!standard) std::fclose(file);
  if (fault) return text::Error{name, "cannot be read: " + reason(fault)};
  if (bytes.size() > kMostBytes) return text::Error{name, "is larger than 1 GB"};
  return bytes;
}

std::optional<text::Error> write_file(const std::optional<std::string>& path, std::string_view bytes) {
  if (!path || *path == "-") {
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0;
    if (!written) return text::Error{"standard output", "cannot be written: " + reason(errno)};
    return std::nullopt;
  }
  // What is no ordinary file (a device, a pipe) cannot be replaced, only written to.
  std::error_code ignored;
  const bool replace = !std::filesystem::exists(*path, ignored) || std::filesystem::is_regular_file(*path, ignored);
  const std::string target = replace ? *path + ".part" : *path;
  std::FILE* const file = std::fopen(target.c_str(), "wb");
  if (!file) return text::Error{*path, "cannot be written: " + reason(errno)};
  bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() && std::fflush(file) == 0;
  int fault = errno;
  if (std::fclose(file) != 0 && written) {
    written = false;
    fault = errno;
  }
  if (written && replace && std::rename(target.c_str(), path->c_str()) != 0) {
    written = false;
    fault = errno;
  }
  if (written) return std::nullopt;
  if (replace) std::remove(target.c_str());
  return text::Error{*path, "cannot be written: " + reason(fault)};
}

}  // namespace cli
