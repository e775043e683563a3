#include "support/marked_text.h"

#include <algorithm>
#include <fstream>
#include <tuple>

std::string plain_text(std::string_view marked) {
  std::string out;
  for (std::size_t at = 0; at < marked.size(); ++at) {
    if (marked[at] == '{') {
      at = marked.find('|', at);
      if (at == std::string_view::npos) break;
      if (at + 1 < marked.size() && marked[at + 1] == ' ') ++at;
    } else if (marked[at] != '}') {
      out += marked[at];
    }
  }
  return out;
}

namespace {

using Marks = std::vector<std::tuple<text::Span, std::string>>;

// Where each mark opens and closes; the longer one opens first.
std::string with_marks(std::string_view text, const Marks& marks) {
  std::vector<std::tuple<std::uint32_t, int, std::int64_t, std::string>> events;
  for (const auto& [span, name] : marks) {
    events.emplace_back(span.begin, 1, -static_cast<std::int64_t>(span.end), "{" + name + "| ");
    events.emplace_back(span.end, 0, -static_cast<std::int64_t>(span.begin), "}");
  }
  std::sort(events.begin(), events.end());
  std::string out;
  std::uint32_t at = 0;
  for (const auto& [place, kind, order, words] : events) {
    out += text.substr(at, place - at);
    out += words;
    at = place;
  }
  return out + std::string(text.substr(at));
}

std::string name_of(const document::Document& d, const std::optional<document::SpeakerId>& id) {
  const document::Speaker* speaker = id ? find(d, *id) : nullptr;
  return speaker ? speaker->name : "?";
}

}  // namespace

std::string marked_text(const document::Document& d) {
  Marks marks;
  const auto add = [&](text::Span span, std::string name) {
    for (const auto& [other, other_name] : marks)
      if (other == span && other_name == name) return;
    marks.emplace_back(span, std::move(name));
  };
  for (const document::Quotation& q : d.quotations) {
    if (q.review.state == document::kRejected) continue;
    for (std::size_t i = 0; i < q.content.size(); ++i) add(q.content[i], i == 0 ? "q " + name_of(d, q.speaker) : "+q");
    for (const text::Span span : q.cue) add(span, "cue");
    for (const text::Span span : q.source) add(span, "source");
  }
  return with_marks(d.article.text.view(), marks);
}

std::string marked_reports(const document::Document& d) {
  Marks marks;
  for (const document::Quotation& q : d.quotations) {
    for (std::size_t i = 0; i < q.content.size(); ++i) marks.emplace_back(q.content[i], i == 0 ? "q" : "+q");
    for (const text::Span span : q.cue) marks.emplace_back(span, q.mode.empty() ? "cue" : "cue " + q.mode.name());
  }
  return with_marks(d.article.text.view(), marks);
}

std::string marked_claims(const document::Document& d) {
  Marks marks;
  for (const document::Claim& c : d.claims)
    for (const text::Span span : c.spans)
      marks.emplace_back(span,
                         c.type.name() + " " + (c.attribution.to.name() == "article" ? "article" : name_of(d, c.attribution.speaker)));
  return with_marks(d.article.text.view(), marks);
}

std::ostream& operator<<(std::ostream& out, const SpecExample& example) {
  return out << example.file << ":" << example.line << ": " << example.heading;
}

std::vector<SpecExample> spec_examples(const std::string& folder, const std::string& file) {
  std::vector<SpecExample> all;
  std::ifstream in(folder + "/" + file);
  std::string heading;
  int number = 0, line_number = 0;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    ++line_number;
    if (inside) {
      if (line == "```") {
        inside = false;
        if (!all.back().text.empty()) all.back().text.pop_back();
      } else {
        all.back().text += line + "\n";
      }
    } else if (line.starts_with("```example")) {
      inside = true;
      all.push_back(
          {.file = file, .heading = heading, .text = {}, .line = line_number, .number = ++number, .pasted = line.ends_with("pasted")});
    } else if (line.starts_with("## ")) {
      heading = line.substr(3);
      number = 0;
    }
  }
  return all;
}
