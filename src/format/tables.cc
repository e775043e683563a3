#include "format/tables.h"

#include <vector>

#include "format/by_id.h"
#include "format/json_writer.h"
#include "text/utf8.h"

namespace format {
namespace {

using Row = std::vector<std::string>;

// A cell that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises.
std::string csv_cell(std::string words) {
  if (!words.empty() && std::string_view("=+-@\t\r").find(words.front()) != std::string_view::npos) words.insert(0, "'");
  if (words.find_first_of(",\"\n\r") == std::string::npos) return words;
  std::string quoted = "\"";
  for (const char c : words) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string tsv_cell(std::string words) {
  for (char& c : words)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return words;
}

std::string write(const std::vector<Row>& rows, char separator, std::string (*cell)(std::string)) {
  std::string out;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i) out += separator;
      out += cell(row[i]);
    }
    out += '\n';
  }
  return out;
}

std::string share(const std::optional<int>& thousandths) { return thousandths ? JsonWriter().thousandths(*thousandths).take() : ""; }

std::string start_of(const text::CodePointIndex& index, const std::vector<text::Span>& pieces) {
  return pieces.empty() ? "" : std::to_string(index.to_code_points(pieces.front().begin));
}
std::string end_of(const text::CodePointIndex& index, const std::vector<text::Span>& pieces) {
  return pieces.empty() ? "" : std::to_string(index.to_code_points(pieces.back().end));
}

std::vector<Row> quotations(const document::Document& d) {
  const text::CodePointIndex index(d.article.text.view());
  const SpeakersById speakers(d);
  std::vector<Row> rows = {{"id", "type", "speaker", "speaker_kind", "content", "cue", "source", "source_form", "start", "end", "method", "confidence", "review"}};
  for (const document::Quotation& q : d.quotations) {
    const document::Speaker* const speaker = speakers.find(q.speaker);
    rows.push_back({q.id.text(), q.type.name(), speaker ? speaker->name : "", speaker ? speaker->kind.name() : "", words_of(d, q.content),
                    words_of(d, q.cue), words_of(d, q.source), q.source_form.name(), start_of(index, q.content), end_of(index, q.content),
                    q.origin.method, share(q.origin.confidence), q.review.state.name()});
  }
  return rows;
}

std::vector<Row> claims(const document::Document& d) {
  const text::CodePointIndex index(d.article.text.view());
  const SpeakersById speakers(d);
  std::vector<Row> rows = {{"id", "type", "claim", "normalized", "made_by", "quotation", "verifiable", "checkworthiness", "reasons", "start", "end", "method", "confidence", "review", "facts"}};
  for (const document::Claim& c : d.claims) {
    const document::Speaker* const speaker = speakers.find(c.attribution.speaker);
    std::string reasons;
    for (const std::string& reason : c.reasons) reasons += (reasons.empty() ? "" : "; ") + reason;
    std::string facts;
    for (const document::ClaimFact& f : c.facts)
      facts += (facts.empty() ? "" : "; ") + f.kind.name() + ": " + (f.value.empty() ? words_of(d, f.spans) : f.value);
    rows.push_back({c.id.text(), c.type.name(), words_of(d, c.spans), c.normalized, speaker ? speaker->name : c.attribution.to.name(),
                    c.attribution.quotation ? c.attribution.quotation->text() : "", c.verifiable.name(), share(c.checkworthiness), reasons,
                    start_of(index, c.spans), end_of(index, c.spans), c.origin.method, share(c.origin.confidence), c.review.state.name(), facts});
  }
  return rows;
}

}  // namespace

std::string write_csv(const document::Document& d) { return write(quotations(d), ',', csv_cell); }
std::string write_tsv(const document::Document& d) { return write(quotations(d), '\t', tsv_cell); }
std::string write_claims_csv(const document::Document& d) { return write(claims(d), ',', csv_cell); }
std::string write_claims_tsv(const document::Document& d) { return write(claims(d), '\t', tsv_cell); }

}  // namespace format
