#include "format/markdown.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "format/by_id.h"

namespace format {
namespace {

using namespace document;

// Words as words: nothing in them is markup. Line breaks become blanks.
std::string plain(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (std::string_view("\\`*_[]<>#|~&").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  // A number and a dot, a dash or a plus begin a list.
  const std::size_t digits = std::min(out.find_first_not_of("0123456789"), out.size());
  if (digits > 0 && digits < out.size() && (out[digits] == '.' || out[digits] == ')')) out.insert(digits, "\\");
  if (!out.empty() && (out[0] == '-' || out[0] == '+' || out[0] == '=')) out.insert(0, "\\");
  return out;
}

std::string percent(int thousandths) { return std::to_string((thousandths + 5) / 10) + " %"; }

class Report {
 public:
  explicit Report(const Document& d) : d_(d), speakers_(d) {
    for (const Quotation& q : d.quotations)
      if (q.review.state != kRejected) quotations_[speakers_.find(q.speaker)].push_back(&q);
  }

  std::string run() {
    const Article& a = d_.article;
    out_ = "# " + (a.title.empty() ? std::string("Who said what") : plain(a.title)) + "\n\n";
    std::string from = plain(a.publisher);
    for (const std::string& author : a.authors) from += (from.empty() ? "" : ", ") + plain(author);
    if (!a.published.empty()) from += (from.empty() ? "" : ", ") + plain(a.published);
    if (!from.empty()) out_ += from + "\n\n";
    if (a.url.starts_with("http://") || a.url.starts_with("https://")) out_ += "<" + address(a.url) + ">\n\n";
    for (const Speaker& speaker : d_.speakers) quotations_of(&speaker);
    quotations_of(nullptr);
    claims();
    notes();
    return std::move(out_);
  }

 private:
  static std::string address(std::string_view url) {
    std::string out;
    for (const char c : url)
      if (static_cast<unsigned char>(c) > 0x20 && c != '<' && c != '>') out += c;
    return out;
  }

  void quotations_of(const Speaker* speaker) {
    const auto found = quotations_.find(speaker);
    if (found == quotations_.end()) return;
    heading(speaker);
    for (const Quotation* q : found->second) out_ += "- " + plain(words_of(d_, q->content)) + " (" + plain(q->type.name()) + ")\n";
    out_ += "\n";
  }
  void heading(const Speaker* speaker) {
    out_ += "## " + (speaker ? plain(speaker->name) : std::string("No speaker named")) + "\n\n";
    if (!speaker || speaker->roles.empty()) return;
    std::string roles;
    for (const std::string& role : speaker->roles) roles += (roles.empty() ? "" : ", ") + plain(role);
    out_ += roles + "\n\n";
  }

  void claims() {
    bool any = false;
    for (const Claim& c : d_.claims) {
      if (c.review.state == kRejected) continue;
      if (!any) out_ += "## Claims\n\n";
      any = true;
      const Speaker* const speaker = speakers_.find(c.attribution.speaker);
      out_ += "- " + plain(words_of(d_, c.spans)) + " (" + plain(c.type.name());
      if (speaker) out_ += ", " + plain(speaker->name);
      if (c.checkworthiness) out_ += ", worth checking: " + percent(*c.checkworthiness);
      out_ += ")\n";
      if (!c.normalized.empty()) out_ += "  In our words: " + plain(c.normalized) + "\n";
    }
    if (any) out_ += "\n";
  }

  void notes() {
    if (d_.notes.empty()) return;
    out_ += "## Notes\n\n";
    for (const Note& note : d_.notes) out_ += "- " + plain(note.target) + ": " + plain(note.text) + "\n";
    out_ += "\n";
  }

  const Document& d_;
  SpeakersById speakers_;
  std::map<const Speaker*, std::vector<const Quotation*>> quotations_;  // only ever asked for one key
  std::string out_;
};

}  // namespace

std::string write_markdown(const Document& d) { return Report(d).run(); }

}  // namespace format
