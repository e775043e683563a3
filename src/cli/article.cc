#include "cli/article.h"

#include <filesystem>

#include "cli/decode.h"
#include "cli/files.h"
#include "format/format.h"
#include "format/json.h"
#include "format/link.h"

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

namespace {

struct Given {
  std::string name;   // of the file, for errors; empty: it is a link
  std::string bytes;
};
text::Result<Given> given(const std::string& path) {
  if (format::looks_like_link(path)) return Given{"", path};
  auto bytes = read_file(path);
  if (!bytes.ok()) return bytes.error();
  return Given{path == "-" ? "standard input" : path, std::move(*bytes)};
}
text::Result<document::Document> named(const Given& given, text::Result<document::Document> d) {
  if (d.ok()) return d;
  return given.name.empty() ? d.error() : text::Error{given.name, to_string(d.error())};
}

}  // namespace

text::Result<document::Document> read_document(const std::string& path) {
  const auto file = given(path);
  return file.ok() ? named(*file, format::read_any(file->bytes)) : text::Result<document::Document>(file.error());
}

text::Result<document::Document> read_document_over(const std::string& path, const std::string& over) {
  const auto file = given(path), text = given(over);
  if (!file.ok()) return file.error();
  if (!text.ok()) return text.error();
  document::Article article;
  if (format::looks_like_json(text->bytes) || format::looks_like_link(text->bytes)) {
    auto d = named(*text, format::read_any(text->bytes));
    if (!d.ok()) return d;
    article = d->article;
  } else {
    extract::Input input{.bytes = text->bytes};
    if (over != "-") input.name = std::filesystem::path(over).filename().string();
    article = extract::article(decoded(std::move(input))).article;
  }
  return named(*file, format::read_any_over(file->bytes, article));
}

}  // namespace cli
