#include "format/format.h"

#include "format/csv.h"
#include "format/json.h"

namespace format {
namespace {

constexpr Format kFormats[] = {
    {"json", "Quoth annotation", ".quoth.json", "application/json", write_json, read_json},
    {"jsonl", "Quoth annotation in one line", ".quoth.jsonl", "application/x-ndjson", write_json_line, nullptr},
    {"csv", "Table of quotations", ".csv", "text/csv", write_csv, nullptr},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find(std::string_view name) {
  for (const Format& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

text::Result<document::Document> read_any(std::string_view bytes) { return read_json(bytes); }

}  // namespace format
