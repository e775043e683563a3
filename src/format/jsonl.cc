#include "format/jsonl.h"

#include "format/json_tree.h"

namespace format {

JsonLine read_json_line(std::string_view line, BadLine& bad) {
  bad = {};
  JsonLine out;
  const auto tree = parse_json(line);
  if (!tree.ok()) {
    bad.message = to_string(tree.error());
    constexpr std::string_view kFirst = "line 1, ";  // there is only one
    if (bad.message.starts_with(kFirst)) bad.message.erase(0, kFirst.size());
    return out;
  }
  const JsonValue root = (*tree)->root();
  if (!root.is(JsonKind::object)) {
    bad.message = "$: expected an object with \"id\" and \"text\" or \"html\"";
    return out;
  }
  const JsonValue id = root["id"];
  if (id.is(JsonKind::string) || id.is(JsonKind::number)) {
    out.id = std::string(id.text());
    out.id_json = bad.id_json = to_line(id);
  } else {
    bad.message = id ? "$.id: expected a string or a number" : "$.id: is missing";
    return out;
  }
  const auto read = [&](std::string_view key, std::string& into) {
    const JsonValue value = root[key];
    if (!value || value.is(JsonKind::null)) return false;
    if (!value.is(JsonKind::string)) {
      bad.message = "$." + std::string(key) + ": expected a string";
      return false;
    }
    into = std::string(value.text());
    return true;
  };
  read("url", out.url);
  read("context", out.context);
  const bool text = read("text", out.text);
  out.is_html = read("html", out.html);
  if (bad.message.empty() && text == out.is_html) bad.message = text ? "$: has both \"text\" and \"html\"; give one" : "$: has neither \"text\" nor \"html\"";
  return out;
}

document::Import import_of(const JsonLine& line) {
  document::Import out{.method = "jsonl", .id = line.id};
  if (!line.id_json.starts_with('"')) out.extras = {document::SharedText("[\"method\",[\"id\"," + line.id_json + "]]")};
  return out;
}

}  // namespace format
