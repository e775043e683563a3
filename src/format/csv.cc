#include "format/csv.h"

#include "text/utf8.h"

namespace format {
namespace {

// A cell that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises.
std::string cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(0, "'");
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

std::string write_csv(const document::Document& d) {
  const text::CodePointIndex index(d.article.text.view());
  std::string out = "id,type,speaker,speaker_kind,content,cue,source,source_form,start,end,method,confidence,review\n";
  for (const document::Quotation& q : d.quotations) {
    const document::Speaker* const speaker = q.speaker ? find(d, *q.speaker) : nullptr;
    const std::string cells[] = {
        q.id.text(),
        q.type.name(),
        speaker ? speaker->name : "",
        speaker ? speaker->kind.name() : "",
        words_of(d, q.content),
        words_of(d, q.cue),
        words_of(d, q.source),
        q.source_form.name(),
        q.content.empty() ? "" : std::to_string(index.to_code_points(q.content.front().begin)),
        q.content.empty() ? "" : std::to_string(index.to_code_points(q.content.back().end)),
        q.origin.method,
        q.origin.confidence ? std::to_string(*q.origin.confidence / 10) + " %" : "",
        q.review.state.name(),
    };
    for (std::size_t i = 0; i < std::size(cells); ++i) out += (i ? "," : "") + cell(cells[i]);
    out += '\n';
  }
  return out;
}

}  // namespace format
