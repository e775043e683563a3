#include "format/format.h"

#include "format/brat.h"
#include "format/citron.h"
#include "format/claims_review.h"
#include "format/doccano.h"
#include "format/html_report.h"
#include "format/json.h"
#include "format/json_tree.h"
#include "format/label_studio.h"
#include "format/link.h"
#include "format/markdown.h"
#include "format/spacy.h"
#include "format/tables.h"
#include "format/tei.h"
#include "format/w3c.h"
#include "format/webanno.h"

namespace format {
namespace {

constexpr Format kFormats[] = {
    {"json", "Quoth annotation", ".quoth.json", "application/json", write_json, read_json},
    {"jsonl", "Quoth annotation in one line", ".quoth.jsonl", "application/x-ndjson", write_json_line, nullptr},
    {"marks", "Marks without the text", ".marks.quoth.json", "application/json", write_marks, nullptr, read_json_over},
    {"link", "Link with the text", ".link.txt", "text/plain", write_text_link, read_text_link},
    {"link-marks", "Link with marks alone", ".link.txt", "text/plain", write_marks_link, nullptr, read_link_over},
    {"link-speakers", "Link with speakers and claims alone", ".link.txt", "text/plain", write_speakers_link, nullptr, read_link_over},
    {"w3c", "W3C Web Annotations", ".jsonld", "application/ld+json", write_w3c, read_w3c, read_w3c_over},
    {"csv", "Table of quotations", ".csv", "text/csv", write_csv, nullptr},
    {"tsv", "Table of quotations, by tabs", ".tsv", "text/tab-separated-values", write_tsv, nullptr},
    {"claims-csv", "Table of claims", ".claims.csv", "text/csv", write_claims_csv, nullptr},
    {"claims-tsv", "Table of claims, by tabs", ".claims.tsv", "text/tab-separated-values", write_claims_tsv, nullptr},
    {"claimreview", "Drafts of fact checks (ClaimReview)", ".claimreview.jsonld", "application/ld+json", write_claim_review, nullptr},
    {"markdown", "Report in Markdown", ".md", "text/markdown", write_markdown, nullptr},
    {"html", "Report as a page", ".html", "text/html", write_html, read_html},
    {"brat", "brat standoff", ".ann", "text/plain", write_brat, nullptr, read_brat},
    {"doccano", "doccano JSONL", ".doccano.jsonl", "application/x-ndjson", write_doccano, read_doccano},
    {"label-studio", "Label Studio predictions", ".label-studio.json", "application/json", write_label_studio, read_label_studio},
    {"spacy", "spaCy document", ".spacy.json", "application/json", write_spacy, nullptr},
    {"citron", "Citron annotation", ".citron.json", "application/json", write_citron, read_citron},
    {"tei", "TEI P5", ".xml", "application/tei+xml", write_tei, nullptr},
    {"webanno", "WebAnno TSV 3.3", ".webanno.tsv", "text/tab-separated-values", write_webanno, nullptr},
    {"text", "Text alone", ".txt", "text/plain", write_text, nullptr},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find(std::string_view name) {
  for (const Format& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

namespace {

// The format that the bytes are of, by what they hold; ours where nothing says another.
const Format& format_of(std::string_view bytes) {
  if (looks_like_link(bytes)) return *find("link");
  if (looks_like_brat(bytes)) return *find("brat");
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && bytes[first] == '<' && is_report(bytes)) return *find("html");
  // A line of several, as doccano writes, is no JSON as a whole.
  auto tree = parse_json(bytes);
  if (!tree.ok() && bytes.find('\n') != std::string_view::npos) tree = parse_json(bytes.substr(0, bytes.find('\n')));
  if (!tree.ok()) return *find("json");
  const JsonValue root = (*tree)->root(), task = root.is(JsonKind::array) ? root.first() : root;
  if (root["format"].text() == "quoth-annotation") return *find("json");
  if (looks_like_w3c(root)) return *find("w3c");
  if (task["data"].is(JsonKind::object) && (task["predictions"] || task["annotations"])) return *find("label-studio");
  if (root["text"].is(JsonKind::string) && root["quotes"].is(JsonKind::array)) return *find("citron");
  if (root["text"].is(JsonKind::string) && (root["entities"].is(JsonKind::array) || root["label"].is(JsonKind::array) || root["labels"].is(JsonKind::array)))
    return *find("doccano");
  return *find("json");
}

}  // namespace

text::Result<document::Document> read_any(std::string_view bytes) {
  const Format& format = format_of(bytes);
  if (format.read) return format.read(bytes);
  return text::Error{"", "these are the marks of " + std::string(format.title) + " without their text; open the article first, then this file over it"};
}

text::Result<document::Document> read_any_over(std::string_view bytes, const document::Article& article) {
  const Format& format = format_of(bytes);
  if (format.name == "link") return read_link_over(bytes, article);
  if (format.name == "json") return read_json_over(bytes, article);
  if (format.read_over) return format.read_over(bytes, article);
  auto d = format.read(bytes);
  return d.ok() ? read_json_over(write_json(*d), article) : d;
}

}  // namespace format
