// A line of the input of `annotate --jsonl`, `extract --jsonl` and `checkworthy --jsonl`:
// {"id": …, "text": … or "html": …, "url"?: …, "context"?: …}.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace format {

struct JsonLine {
  std::string id;         // its characters, where it is a string
  std::string id_json = "null";  // as it stands in the line: "a1", 17
  std::string text, html, url;
  std::string context;  // the sentence before, where the text is one
  bool is_html = false;
};

struct BadLine {
  std::string id_json = "null";  // null where it could not be read
  std::string message;           // a sentence with its place
};

// One line, without its line break. `bad` is set, and empty otherwise, where the line is at fault.
JsonLine read_json_line(std::string_view line, BadLine& bad);

// {"method": "jsonl", "id": …}, the id as it stands in the line.
document::Import import_of(const JsonLine&);

}  // namespace format
