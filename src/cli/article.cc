#include "cli/article.h"

#include <filesystem>

#include "cli/decode.h"
#include "cli/files.h"
#include "format/format.h"

namespace cli {

std::optional<extract::Kind> kind_of(const Arguments& arguments) {
  const std::string name = arguments.get("--as").value_or("auto");
  if (name == "auto") return extract::Kind::automatic;
  if (name == "text") return extract::Kind::text;
  if (name == "html") return extract::Kind::html;
  return std::nullopt;
}

text::Result<extract::Input> input_of(const Arguments& arguments) {
  const std::string path = arguments.rest.empty() ? "-" : arguments.rest.front();
  auto bytes = read_file(path);
  if (!bytes.ok()) return bytes.error();
  extract::Input input;
  input.bytes = std::move(*bytes);
  input.kind = kind_of(arguments).value_or(extract::Kind::automatic);
  input.url = arguments.get("--url").value_or("");
  input.import.method = "file";
  if (path != "-") input.name = input.import.name = std::filesystem::path(path).filename().string();
  return decoded(std::move(input));
}

extract::Input input_of(const format::JsonLine& line) {
  extract::Input input;
  input.bytes = line.is_html ? line.html : line.text;
  input.kind = line.is_html ? extract::Kind::html : extract::Kind::text;
  input.charset = "utf-8";
  input.url = line.url;
  input.import = format::import_of(line);
  return input;
}

text::Result<document::Document> read_document(const std::string& path) {
  const auto bytes = read_file(path);
  if (!bytes.ok()) return bytes.error();
  auto d = format::read_any(*bytes);
  if (!d.ok()) return text::Error{path == "-" ? "standard input" : path, to_string(d.error())};
  return d;
}

}  // namespace cli
