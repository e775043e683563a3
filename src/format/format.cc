#include "format/format.h"

#include "format/brat.h"
#include "format/doccano.h"
#include "format/html_report.h"
#include "format/json.h"
#include "format/json_tree.h"
#include "format/markdown.h"
#include "format/tables.h"
#include "format/w3c.h"

namespace format {
namespace {

constexpr Format kFormats[] = {
    {"json", "Quoth annotation", ".quoth.json", "application/json", write_json, read_json},
    {"jsonl", "Quoth annotation in one line", ".quoth.jsonl", "application/x-ndjson", write_json_line, nullptr},
    {"w3c", "W3C Web Annotations", ".jsonld", "application/ld+json", write_w3c, read_w3c},
    {"csv", "Table of quotations", ".csv", "text/csv", write_csv, nullptr},
    {"tsv", "Table of quotations, by tabs", ".tsv", "text/tab-separated-values", write_tsv, nullptr},
    {"claims-csv", "Table of claims", ".claims.csv", "text/csv", write_claims_csv, nullptr},
    {"claims-tsv", "Table of claims, by tabs", ".claims.tsv", "text/tab-separated-values", write_claims_tsv, nullptr},
    {"markdown", "Report in Markdown", ".md", "text/markdown", write_markdown, nullptr},
    {"html", "Report as a page", ".html", "text/html", write_html, nullptr},
    {"brat", "brat standoff", ".ann", "text/plain", write_brat, nullptr},
    {"doccano", "doccano JSONL", ".doccano.jsonl", "application/x-ndjson", write_doccano, nullptr},
    {"text", "Text alone", ".txt", "text/plain", write_text, nullptr},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find(std::string_view name) {
  for (const Format& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

text::Result<document::Document> read_any(std::string_view bytes) {
  const auto tree = parse_json(bytes);
  if (tree.ok() && (*tree)->root()["type"].text() == "AnnotationCollection") return read_w3c(bytes);
  return read_json(bytes);
}

}  // namespace format
