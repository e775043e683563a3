#include "format/tei.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace format {
namespace {

using namespace document;

std::string escaped(std::string_view words) {
  std::string out;
  for (std::uint32_t at = 0; at < words.size();) {
    const text::Character c = text::character_at(words, at);
    const bool allowed = c.code == '\t' || c.code == '\n' || (c.code >= 0x20 && c.code != 0xFFFE && c.code != 0xFFFF);
    if (!allowed) out += "\xEF\xBF\xBD";
    else if (c.code == '&') out += "&amp;";
    else if (c.code == '<') out += "&lt;";
    else if (c.code == '>') out += "&gt;";
    else if (c.code == '"') out += "&quot;";
    else out += words.substr(at, c.size);
    at += c.size;
  }
  return out;
}

// An xml:id: ids of files begin with a letter, but may be anything.
std::string xml_id(std::string_view id) {
  std::string out;
  for (const char c : id) out += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ? c : '_';
  if (out.empty() || !((out[0] >= 'a' && out[0] <= 'z') || (out[0] >= 'A' && out[0] <= 'Z'))) out.insert(0, "x");
  return out;
}

struct Element {
  Span span;
  std::size_t group;  // the row of elements that are one
};
struct Group {
  std::string open;  // "<said …"
  std::string name;  // "said"
  std::string id;
  std::size_t parts = 0, written = 0;
};

class Writer {
 public:
  explicit Writer(const Document& d) : d_(d), text_(d.article.text.view()) {}

  std::string run() {
    marks();
    std::stable_sort(elements_.begin(), elements_.end(), [](const Element& a, const Element& b) { return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end; });
    // Twice: the first time counts into how many elements each mark falls.
    for (const bool count : {true, false}) {
      count_ = count;
      body_.clear();
      next_ = 0;
      open_.clear();
      for (const Block& block : d_.article.blocks) this->block(block);
    }
    return head() + "<text>\n<body>\n" + body_ + "</body>\n</text>\n</TEI>\n";
  }

 private:
  std::string head() const {
    const Article& a = d_.article;
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"";
    if (!a.language.empty()) out += " xml:lang=\"" + escaped(a.language) + "\"";
    out += ">\n<teiHeader>\n<fileDesc>\n<titleStmt><title>" + escaped(a.title) + "</title>";
    for (const std::string& author : a.authors) out += "<author>" + escaped(author) + "</author>";
    out += "</titleStmt>\n<publicationStmt><publisher>" + escaped(a.publisher) + "</publisher>";
    if (!a.published.empty()) out += "<date>" + escaped(a.published) + "</date>";
    out += "</publicationStmt>\n<sourceDesc><p>" + (a.url.empty() ? "" : "<ptr target=\"" + escaped(a.url) + "\"/>") + "</p></sourceDesc>\n</fileDesc>\n";
    if (!d_.speakers.empty()) {
      out += "<profileDesc><particDesc>\n<listPerson>\n";
      for (const Speaker& s : d_.speakers) {
        const bool body = s.kind == kOrganisation || s.kind == kGroup;
        out += std::string(body ? "<personGrp" : "<person") + " xml:id=\"" + xml_id(s.id.text()) + "\">";
        const std::string tag = body ? "name" : "persName";
        out += "<" + tag + ">" + escaped(s.name) + "</" + tag + ">";
        for (const std::string& alias : s.aliases) out += "<" + tag + " type=\"alias\">" + escaped(alias) + "</" + tag + ">";
        for (const std::string& role : s.roles) out += body ? "<note type=\"role\">" + escaped(role) + "</note>" : "<occupation>" + escaped(role) + "</occupation>";
        out += body ? "</personGrp>\n" : "</person>\n";
      }
      out += "</listPerson>\n</particDesc></profileDesc>\n";
    }
    return out + "</teiHeader>\n";
  }

  void mark(const std::vector<Span>& pieces, std::string name, std::string attributes, std::string id) {
    if (pieces.empty()) return;
    for (const Span piece : pieces) elements_.push_back({piece, groups_.size()});
    groups_.push_back({"<" + name + attributes, std::move(name), xml_id(id), 0, 0});
  }
  void marks() {
    for (const Quotation& q : d_.quotations) {
      if (q.review.state == kRejected) continue;
      const std::string who = q.speaker ? " who=\"#" + xml_id(q.speaker->text()) + "\"" : "";
      const std::string direct = q.type == kDirect ? " direct=\"true\"" : q.type == kIndirect ? " direct=\"false\"" : " rend=\"" + escaped(q.type.name()) + "\"";
      const std::string on = " corresp=\"#" + xml_id(q.id.text()) + ".1\"";
      mark(q.content, "said", who + direct + (q.act == kAttitude ? " aloud=\"false\"" : ""), q.id.text());
      mark(q.cue, "seg", " type=\"cue\"" + on, q.id.text() + ".cue");
      mark(q.source, "rs", " type=\"source\"" + (q.speaker ? " ref=\"#" + xml_id(q.speaker->text()) + "\"" : "") + on, q.id.text() + ".source");
    }
    for (const Claim& c : d_.claims) {
      if (c.review.state == kRejected) continue;
      mark(c.spans, "seg", " type=\"claim\" subtype=\"" + xml_id(c.type.name()) + "\"" + (c.attribution.speaker ? " resp=\"#" + xml_id(c.attribution.speaker->text()) + "\"" : ""), c.id.text());
    }
  }
  void open(std::size_t element) {
    Group& group = groups_[elements_[element].group];
    if (count_) {
      ++group.parts;
      return;
    }
    const std::size_t part = ++group.written;
    const auto id = [&](std::size_t n) { return group.id + "." + std::to_string(n); };
    body_ += group.open + " xml:id=\"" + id(part) + "\"";
    if (part > 1) body_ += " prev=\"#" + id(part - 1) + "\"";
    if (part < group.parts) body_ += " next=\"#" + id(part + 1) + "\"";
    body_ += ">";
  }
  void close(std::size_t element) {
    if (!count_) body_ += "</" + groups_[elements_[element].group].name + ">";
  }

  void block(const Block& block) {
    const bool heading = block.role == kHeading || block.role == kTitle;
    const std::string tag = block.excluded ? "note" : heading ? "ab" : "p";
    if (!count_) body_ += "<" + tag + (block.excluded ? " type=\"" + xml_id(block.role.name()) + "\">" : heading ? " type=\"head\">" : ">");
    // Marks that began in a block before this one, and go on here.
    std::vector<std::size_t> going_on;
    std::swap(going_on, open_);
    for (const std::size_t element : going_on)
      if (elements_[element].span.end > block.span.begin) open(element), open_.push_back(element);
    for (std::uint32_t at = block.span.begin; at < block.span.end;) {
      finish(at);
      for (; next_ < elements_.size() && elements_[next_].span.begin <= at; ++next_)
        if (elements_[next_].span.end > at) begin(next_);
      std::uint32_t end = block.span.end;
      if (next_ < elements_.size()) end = std::min(end, elements_[next_].span.begin);
      for (const std::size_t element : open_) end = std::min(end, elements_[element].span.end);
      if (!count_) body_ += escaped(text::slice(text_, {at, end}));
      at = end;
    }
    finish(block.span.end);
    for (auto element = open_.rbegin(); element != open_.rend(); ++element) close(*element);
    if (!count_) body_ += "</" + tag + ">\n";
  }
  void begin(std::size_t element) {
    open(element);
    open_.push_back(element);
  }
  // Closes what ends here; what stands within it and goes on is closed and opened again.
  void finish(std::uint32_t at) {
    const auto ends = [&](std::size_t element) { return elements_[element].span.end <= at; };
    const auto first = std::find_if(open_.begin(), open_.end(), ends);
    if (first == open_.end()) return;
    const std::vector<std::size_t> above(first, open_.end());
    for (auto element = above.rbegin(); element != above.rend(); ++element) close(*element);
    open_.erase(first, open_.end());
    for (const std::size_t element : above)
      if (!ends(element)) begin(element);
  }

  const Document& d_;
  std::string_view text_;
  std::vector<Element> elements_;
  std::vector<Group> groups_;
  std::vector<std::size_t> open_;  // elements, the outermost first
  std::size_t next_ = 0;
  bool count_ = false;
  std::string body_;
};

}  // namespace

std::string write_tei(const Document& d) { return Writer(d).run(); }

}  // namespace format
