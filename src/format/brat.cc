#include "format/brat.h"

#include <algorithm>
#include <vector>

#include "format/by_id.h"
#include "text/utf8.h"

namespace format {
namespace {

using namespace document;

// brat takes letters, digits, "-" and "_" for names.
std::string name(std::string_view words) {
  std::string out;
  for (const char c : words) out += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ? c : '_';
  return out.empty() ? "none" : out;
}

std::string one_line(std::string_view words) {
  std::string out(words);
  for (char& c : out)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return out;
}

class Writer {
 public:
  explicit Writer(const Document& d) : d_(d), speakers_(d), notes_on_(d), text_(d.article.text.view()), index_(text_) {}

  std::string run() {
    for (const Quotation* const one : in_order(d_.quotations, &Quotation::content)) {
      const Quotation& q = *one;
      const std::string content = entity("Content", q.content);
      if (content.empty()) continue;
      for (const auto& [label, pieces] : {std::pair{"Cue", &q.cue}, std::pair{"Source", &q.source}}) {
        const std::string part = entity(label, *pieces);
        if (!part.empty()) out_ += "R" + std::to_string(++relations_) + "\t" + label + " Arg1:" + content + " Arg2:" + part + "\n";
      }
      attribute("Type", content, q.type.name());
      attribute("Review", content, q.review.state.name());
      if (const Speaker* speaker = speakers_.find(q.speaker)) note(content, "Speaker: " + speaker->name);
      notes(q.id.text(), content);
    }
    for (const Claim* const one : in_order(d_.claims, &Claim::spans)) {
      const Claim& c = *one;
      const std::string claim = entity("Claim", c.spans);
      if (claim.empty()) continue;
      attribute("Type", claim, c.type.name());
      attribute("Review", claim, c.review.state.name());
      notes(c.id.text(), claim);
    }
    return std::move(out_);
  }

 private:
  // By the first letter that is no line break, since a reader of the file knows of nothing before it.
  template <typename Mark> std::vector<const Mark*> in_order(const SharedList<Mark>& marks, std::vector<Span> Mark::*pieces) const {
    std::vector<std::pair<std::size_t, const Mark*>> out;
    for (const Mark& mark : marks) {
      std::size_t first = text_.size();
      for (const Span piece : mark.*pieces) {
        const std::size_t at = text_.find_first_not_of('\n', piece.begin);
        if (at < piece.end) first = std::min(first, at);
      }
      out.push_back({first, &mark});
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Mark*> sorted;
    for (const auto& [first, mark] : out) sorted.push_back(mark);
    return sorted;
  }

  // Gives its id, or nothing where there are no pieces. A piece over several lines is cut at their ends, as brat wants it.
  std::string entity(std::string_view label, const std::vector<Span>& pieces) {
    std::string places, words;
    for (const Span piece : pieces) {
      for (std::uint32_t at = piece.begin; at < piece.end;) {
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', at), piece.end));
        if (end > at) {
          places += (places.empty() ? "" : ";") + std::to_string(index_.to_code_points(at)) + " " + std::to_string(index_.to_code_points(end));
          words += (words.empty() ? "" : " ") + std::string(text_.substr(at, end - at));
        }
        at = end + 1;
      }
    }
    if (places.empty()) return "";
    const std::string id = "T" + std::to_string(++entities_);
    out_ += id + "\t" + std::string(label) + " " + places + "\t" + one_line(words) + "\n";
    return id;
  }
  void attribute(std::string_view label, const std::string& of, std::string_view value) {
    out_ += "A" + std::to_string(++attributes_) + "\t" + std::string(label) + " " + of + " " + name(value) + "\n";
  }
  void note(const std::string& of, std::string_view words) {
    out_ += "#" + std::to_string(++notes_) + "\tAnnotatorNotes " + of + "\t" + one_line(words) + "\n";
  }
  void notes(std::string_view mark, const std::string& of) {
    for (const Note* one : notes_on_.on(mark)) note(of, one->text);
  }

  const Document& d_;
  SpeakersById speakers_;
  NotesByTarget notes_on_;
  std::string_view text_;
  text::CodePointIndex index_;
  std::string out_;
  int entities_ = 0, relations_ = 0, attributes_ = 0, notes_ = 0;
};

}  // namespace

std::string write_brat(const Document& d) { return Writer(d).run(); }
std::string write_text(const Document& d) { return std::string(d.article.text.view()); }

}  // namespace format
