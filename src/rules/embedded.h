// The files of assets/ (tables, models, the schema), compiled into the program by assets/embed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace rules {

struct EmbeddedFile {
  std::string_view path;  // relative to assets/: "rules/en/cues.tsv"
  std::string_view bytes;
};

std::span<const EmbeddedFile> embedded_files();

// The bytes of one file; a path that does not exist is a bug, and stops the program.
std::string_view embedded(std::string_view path);

}  // namespace rules
