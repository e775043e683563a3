#include "format/format.h"

#include "format/brat.h"
#include "format/doccano.h"
#include "format/html_report.h"
#include "format/json.h"
#include "format/json_tree.h"
#include "format/link.h"
#include "format/markdown.h"
#include "format/tables.h"
#include "format/w3c.h"

namespace format {
namespace {

constexpr Format kFormats[] = {
    {"json", "Quoth annotation", ".quoth.json", "application/json", write_json, read_json},
    {"jsonl", "Quoth annotation in one line", ".quoth.jsonl", "application/x-ndjson", write_json_line, nullptr},
    {"marks", "Marks without the text", ".marks.quoth.json", "application/json", write_marks, nullptr},
    {"link", "Link with the text", ".link.txt", "text/plain", write_text_link, read_text_link},
    {"link-marks", "Link with marks alone", ".link.txt", "text/plain", write_marks_link, nullptr},
    {"link-speakers", "Link with speakers and claims alone", ".link.txt", "text/plain", write_speakers_link, nullptr},
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
  if (looks_like_link(bytes)) return read_text_link(bytes);
  const auto tree = parse_json(bytes);
  if (tree.ok() && (*tree)->root()["type"].text() == "AnnotationCollection") return read_w3c(bytes);
  return read_json(bytes);
}

text::Result<document::Document> read_any_over(std::string_view bytes, const document::Article& article) {
  if (looks_like_link(bytes)) {
    const auto link = read_link(bytes);
    return link.ok() ? read_json_over(link->file, article) : text::Result<document::Document>(link.error());
  }
  const auto tree = parse_json(bytes);
  if (!tree.ok() || (*tree)->root()["format"].text() == "quoth-annotation") return read_json_over(bytes, article);
  auto d = read_any(bytes);
  return d.ok() ? read_json_over(write_json(*d), article) : d;
}

}  // namespace format
