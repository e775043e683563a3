#include "format/webanno.h"

#include <algorithm>

#include "format/cut_tokens.h"
#include "format/foreign.h"

namespace format {
namespace {

using namespace document;

// In the order of their first bytes.
struct Piece {
  Span span;
  std::string_view role, type, mark;
};

// What has a meaning of its own in a cell.
std::string cell(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '\t' || c == '\n' || c == '\r') out += ' ';
    else if (std::string_view("\\[]|_;*->").find(c) != std::string_view::npos) (out += '\\') += c;
    else out += c;
  }
  return out.empty() ? "*" : out;
}
std::string line(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '\t') out += "\\t";
    else if (c == '\r') out += "\\r";
    else if (c == '\n') out += "\\n";
    else if (c == '\\') out += "\\\\";
    else out += c;
  }
  return out;
}

}  // namespace

std::string write_webanno(const Document& d) {
  const ForeignText text(d.article.text.view());
  std::vector<Piece> pieces;
  const auto add = [&](const std::vector<Span>& spans, std::string_view role, std::string_view type, std::string_view mark) {
    for (const Span span : spans) pieces.push_back({span, role, type, mark});
  };
  for (const Quotation& q : d.quotations) {
    if (q.review.state == kRejected) continue;
    add(q.content, "content", q.type.name(), q.id.text());
    add(q.cue, "cue", q.type.name(), q.id.text());
    add(q.source, "source", q.type.name(), q.id.text());
  }
  for (const Claim& c : d.claims)
    if (!(c.review.state == kRejected)) add(c.spans, "claim", c.type.name(), c.id.text());
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.span.begin < b.span.begin; });

  std::string out = "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Quoth|role|type|mark\n\n";
  std::vector<std::size_t> open;  // pieces that the token stands in, by their numbers
  std::size_t next = 0, number = 0;
  for (const TokenSentence& sentence : cut_tokens(d)) {
    out += "\n#Text=" + line(text::slice(text.text(), {sentence.tokens.front().begin, sentence.tokens.back().end})) + "\n";
    ++number;
    std::size_t in_sentence = 0;
    for (const Span token : sentence.tokens) {
      while (next < pieces.size() && pieces[next].span.begin <= token.begin) open.push_back(next++);
      open.erase(std::remove_if(open.begin(), open.end(), [&](std::size_t i) { return pieces[i].span.end <= token.begin; }), open.end());
      std::string cells[3];
      for (const std::size_t i : open) {
        const std::string_view values[] = {pieces[i].role, pieces[i].type, pieces[i].mark};
        for (int k = 0; k < 3; ++k) cells[k] += (cells[k].empty() ? "" : "|") + cell(values[k]) + "[" + std::to_string(i + 1) + "]";
      }
      out += std::to_string(number) + "-" + std::to_string(++in_sentence) + "\t" + std::to_string(text.place(token.begin, Unit::utf16)) + "-" +
             std::to_string(text.place(token.end, Unit::utf16)) + "\t" + std::string(text::slice(text.text(), token)) + "\t";
      for (const std::string& one : cells) out += (one.empty() ? "_" : one) + "\t";
      out += "\n";
    }
  }
  return out;
}

}  // namespace format
