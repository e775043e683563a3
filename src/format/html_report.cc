#include "format/html_report.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "format/by_id.h"
#include "format/link.h"

namespace format {
namespace {

using namespace document;

constexpr std::size_t kColours = 8;

// A data block: HTML says that a script of an unknown type is not run.
constexpr std::string_view kCarrier = "<script type=\"text/x-quoth\">";

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --c0: #d9e6f7; --c1: #f7e3d0; --c2: #dcefd9; --c3: #efdcf2; --c4: #f6efc4; --c5: #d5eeee; --c6: #f5d9de; --c7: #e3e3e3; }
@media (prefers-color-scheme: dark) { :root { --c0: #1f3a5c; --c1: #5a3a1c; --c2: #25482a; --c3: #4a2a52; --c4: #4d4614; --c5: #174646; --c6: #57242e; --c7: #404040; } }
body { font: 1.125rem/1.6 Georgia, serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, li, .from { font-family: system-ui, sans-serif; line-height: 1.35; }
.from, .out { opacity: .65; }
mark { color: inherit; background: none; }
.s0 { background: var(--c0); } .s1 { background: var(--c1); } .s2 { background: var(--c2); } .s3 { background: var(--c3); }
.s4 { background: var(--c4); } .s5 { background: var(--c5); } .s6 { background: var(--c6); } .s7 { background: var(--c7); }
.q { background: var(--c7); }
.cue { text-decoration: underline; }
.source { font-weight: bold; }
.claim { border-bottom: 2px dotted; }
)";

std::string escaped(std::string_view words) {
  std::string out;
  for (const char c : words) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\0': out += "\xEF\xBF\xBD"; break;
      default: out += c;
    }
  }
  return out;
}

// Something that holds for a stretch of the text; marks may cross, so the text is cut at all their edges.
struct Layer {
  Span span;
  std::string classes;
};

class Report {
 public:
  explicit Report(const Document& d) : d_(d), speakers_(d) {
    for (std::size_t i = 0; i < d.speakers.size(); ++i) colours_[d.speakers[i].id.text()] = "s" + std::to_string(i % kColours);
    for (const Quotation& q : d.quotations) {
      if (q.review.state == kRejected) continue;
      for (const Span s : q.content) layers_.push_back({s, colour(q.speaker)});
      for (const Span s : q.cue) layers_.push_back({s, "cue"});
      for (const Span s : q.source) layers_.push_back({s, "source"});
    }
    for (const Claim& c : d.claims)
      if (c.review.state != kRejected)
        for (const Span s : c.spans) layers_.push_back({s, "claim"});
    std::stable_sort(layers_.begin(), layers_.end(), [](const Layer& a, const Layer& b) { return a.span.begin < b.span.begin; });
  }

  std::string run() {
    const Article& a = d_.article;
    const std::string title = a.title.empty() ? "Who said what" : escaped(a.title);
    out_ = "<!DOCTYPE html>\n<html";
    if (!a.language.empty()) out_ += " lang=\"" + escaped(a.language) + "\"";
    if (a.direction == "rtl" || a.direction == "ltr") out_ += " dir=\"" + a.direction + "\"";
    out_ += ">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + title + "</title>\n<style>" + std::string(kStyle) +
            "</style>\n<h1>" + title + "</h1>\n";
    std::string from = escaped(a.publisher);
    for (const std::string& author : a.authors) from += (from.empty() ? "" : ", ") + escaped(author);
    if (!a.published.empty()) from += (from.empty() ? "" : ", ") + escaped(a.published);
    if (a.url.starts_with("http://") || a.url.starts_with("https://")) from += " <a rel=\"noreferrer\" href=\"" + escaped(a.url) + "\">" + escaped(a.url) + "</a>";
    if (!from.empty()) out_ += "<p class=\"from\">" + from + "</p>\n";
    out_ += "<main>\n";
    for (const Block& block : a.blocks) paragraph(block);
    out_ += "</main>\n";
    speakers();
    claims();
    out_ += std::string(kCarrier) + write_link(d_, LinkScope::kText) + "</script>\n";
    return std::move(out_) + "</html>\n";
  }

 private:
  std::string colour(const std::optional<SpeakerId>& speaker) const {
    const auto found = speaker ? colours_.find(speaker->text()) : colours_.end();
    return found == colours_.end() ? "q" : found->second;
  }

  void paragraph(const Block& block) {
    const char* const tag = block.role == kHeading || block.role == kTitle ? "h2" : "p";
    out_ += "<" + std::string(tag) + (block.excluded ? " class=\"out\"" : "") + ">";
    // Layers that have begun and not ended; the next one is layers_[next_].
    std::uint32_t at = block.span.begin;
    while (at < block.span.end) {
      while (next_ < layers_.size() && layers_[next_].span.begin <= at) open_.push_back(layers_[next_++]);
      open_.erase(std::remove_if(open_.begin(), open_.end(), [&](const Layer& l) { return l.span.end <= at; }), open_.end());
      std::uint32_t end = block.span.end;
      if (next_ < layers_.size()) end = std::min(end, layers_[next_].span.begin);
      for (const Layer& layer : open_) end = std::min(end, layer.span.end);
      std::vector<std::string> classes;
      for (const Layer& layer : open_)
        if (std::find(classes.begin(), classes.end(), layer.classes) == classes.end()) classes.push_back(layer.classes);
      std::string all;
      for (const std::string& one : classes) all += (all.empty() ? "" : " ") + one;
      const std::string words = escaped(text::slice(d_.article.text.view(), {at, end}));
      out_ += all.empty() ? words : "<mark class=\"" + all + "\">" + words + "</mark>";
      at = end;
    }
    out_ += "</" + std::string(tag) + ">\n";
  }

  void speakers() {
    if (d_.speakers.empty()) return;
    std::map<std::string, int> count;
    for (const Quotation& q : d_.quotations)
      if (q.speaker && q.review.state != kRejected) ++count[q.speaker->text()];
    out_ += "<h2>Speakers</h2>\n<ul>\n";
    for (const Speaker& s : d_.speakers) {
      out_ += "<li><mark class=\"" + colour(s.id) + "\">" + escaped(s.name) + "</mark>";
      for (const std::string& role : s.roles) out_ += ", " + escaped(role);
      const int n = count[s.id.text()];
      out_ += ": " + std::to_string(n) + (n == 1 ? " quotation" : " quotations") + "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void claims() {
    bool any = false;
    for (const Claim& c : d_.claims) {
      if (c.review.state == kRejected) continue;
      if (!any) out_ += "<h2>Claims</h2>\n<ul>\n";
      any = true;
      const Speaker* const speaker = speakers_.find(c.attribution.speaker);
      out_ += "<li>" + escaped(words_of(d_, c.spans)) + " (" + escaped(c.type.name()) + (speaker ? ", " + escaped(speaker->name) : "") + ")" +
              (c.normalized.empty() ? "" : "<br>In our words: " + escaped(c.normalized)) + "</li>\n";
    }
    if (any) out_ += "</ul>\n";
  }

  const Document& d_;
  SpeakersById speakers_;
  std::map<std::string, std::string> colours_;  // class by speaker id
  std::vector<Layer> layers_, open_;
  std::size_t next_ = 0;
  std::string out_;
};

}  // namespace

std::string write_html(const Document& d) { return Report(d).run(); }

bool is_report(std::string_view page) { return page.find(kCarrier) != std::string_view::npos; }

text::Result<Document> read_html(std::string_view page) {
  const std::size_t at = page.rfind(kCarrier);  // the last one: the words of an article cannot hold it, but a page around a report can
  if (at == std::string_view::npos) return text::Error{"", "the page carries no annotation file: it is no report of Quoth's"};
  const std::string_view rest = page.substr(at + kCarrier.size());
  return read_text_link(rest.substr(0, rest.find('<')));
}

}  // namespace format
