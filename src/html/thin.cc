#include "html/thin.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace html {
namespace {

constexpr std::size_t kAttributes = 64;      // beyond any real tag; the parser compares each with all before it
constexpr int kOpenFormatting = 64;          // each paragraph opens all of them again
constexpr std::size_t kDepth = 200;          // the parser's limit is 400, and it adds elements of its own
constexpr std::size_t npos = std::string_view::npos;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r'; }

template <std::size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 14> kVoid = {"area", "base", "br", "col", "embed", "hr", "img", "input",
                                                    "link", "meta", "param", "source", "track", "wbr"};
// An open one of these is closed by the next, so that a long list of unclosed ones is not deep.
constexpr std::array<std::string_view, 12> kClosedByNext = {"p", "li", "td", "tr", "th", "dt", "dd", "option", "tbody", "thead", "a", "body"};
constexpr std::array<std::string_view, 13> kFormatting = {"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
constexpr std::array<std::string_view, 6> kUnseen = {"script", "style", "iframe", "noembed", "noframes", "noscript"};
constexpr std::array<std::string_view, 3> kWordsOnly = {"textarea", "title", "xmp"};

// Those that somebody asks about; others (data-…, srcset, onclick) are more than half of many pages.
constexpr std::array<std::string_view, 26> kAttributesKept = {
    "class", "id", "href", "rel", "role", "style", "hidden", "name", "content", "property", "itemprop", "datetime", "type", "lang", "dir", "open",
    "charset", "http-equiv", "data-testid", "data-component", "data-module", "data-widget", "data-type", "aria-hidden", "itemtype", "encoding"};

struct Stretch {
  std::size_t begin, end;
};

struct TagSource {
  std::string name;
  bool closing = false;
  bool empty = false;              // ends with "/>"
  std::size_t end = 0;             // one past its '>'
  std::vector<Stretch> left_out;   // attributes, in order
};

bool is_kept_attribute(std::string_view name) {
  constexpr std::size_t kLongest = 14;
  if (name.size() > kLongest) return false;
  char small[kLongest];
  for (std::size_t i = 0; i < name.size(); ++i) small[i] = lower(name[i]);
  return one_of(std::string_view(small, name.size()), kAttributesKept);
}

// The tag whose '<' is at `at`. One that never ends goes to the end of the page, as in the standard.
void read_tag(std::string_view s, std::size_t at, TagSource& tag) {
  tag.name.clear();
  tag.closing = tag.empty = false;
  tag.left_out.clear();
  std::size_t i = at + 1;
  if (s[i] == '/') tag.closing = true, ++i;
  while (i < s.size() && !is_blank(s[i]) && s[i] != '>' && s[i] != '/') {
    if (tag.name.size() < 32) tag.name += lower(s[i]);
    ++i;
  }
  for (std::size_t attributes = 0;;) {
    while (i < s.size() && (is_blank(s[i]) || s[i] == '/')) ++i;
    if (i >= s.size()) break;
    if (s[i] == '>') {
      tag.empty = s[i - 1] == '/';
      ++i;
      break;
    }
    const std::size_t begin = i;
    ++i;  // the first character of a name may be anything, even '='
    while (i < s.size() && !is_blank(s[i]) && s[i] != '>' && s[i] != '/' && s[i] != '=') ++i;
    const bool keep = is_kept_attribute(s.substr(begin, i - begin)) && ++attributes <= kAttributes;
    std::size_t value = i;
    while (value < s.size() && is_blank(s[value])) ++value;
    if (value < s.size() && s[value] == '=') {
      i = value + 1;
      while (i < s.size() && is_blank(s[i])) ++i;
      if (i < s.size() && (s[i] == '"' || s[i] == '\'')) {
        const std::size_t quote = s.find(s[i], i + 1);
        i = quote == npos ? s.size() : quote + 1;
      } else {
        while (i < s.size() && !is_blank(s[i]) && s[i] != '>') ++i;
      }
    }
    if (keep || i >= s.size()) continue;
    if (!tag.left_out.empty() && tag.left_out.back().end == begin) tag.left_out.back().end = i;
    else tag.left_out.push_back({begin, i});
  }
  tag.end = i;
}

bool equal_ignoring_case(std::string_view s, std::string_view lower_case) {
  return s.size() == lower_case.size() && std::equal(s.begin(), s.end(), lower_case.begin(), [](char a, char b) { return lower(a) == b; });
}

bool opens_script(std::string_view s) {
  for (std::size_t at = 0; (at = s.find('<', at)) != npos; ++at)
    if (equal_ignoring_case(s.substr(at, 7), "<script")) return true;
  return false;
}

// Where the end tag of a raw text element begins.
std::size_t find_end_tag(std::string_view s, std::size_t from, std::string_view name) {
  for (std::size_t at = from; (at = s.find("</", at)) != npos; at += 2) {
    const std::size_t after = at + 2 + name.size();
    if (!equal_ignoring_case(s.substr(at + 2, name.size()), name)) continue;
    if (after >= s.size() || is_blank(s[after]) || s[after] == '>' || s[after] == '/') return at;
  }
  return npos;
}

std::size_t find_comment_end(std::string_view s, std::size_t at) {
  if (s.substr(at + 4, 1) == ">") return at + 5;
  if (s.substr(at + 4, 2) == "->") return at + 6;
  for (std::size_t i = at + 4; (i = s.find("--", i)) != npos; ++i) {
    if (s.substr(i + 2, 1) == ">") return i + 3;
    if (s.substr(i + 2, 2) == "!>") return i + 4;
  }
  return s.size();
}

// XML: an element may be closed in its own tag, and text may stand in CDATA.
bool is_xml(std::string_view page) {
  const std::size_t first = page.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != npos && page.substr(first, 5) == "<?xml";
}

void append_escaped(std::string& out, std::string_view words) {
  for (const char c : words) {
    if (c == '<') out += "&lt;";
    else if (c == '&') out += "&amp;";
    else out += c;
  }
}

bool contains_json_ld(std::string_view tag) {
  for (std::size_t at = 0; (at = tag.find("json", at)) != npos; ++at)
    if (tag.substr(at, 7) == "json+ld" || (at >= 3 && tag.substr(at - 3, 7) == "ld+json")) return true;
  return false;
}

// Elements that are open, by name; `kept` where their tags were.
class OpenElements {
 public:
  std::size_t kept_depth() const { return kept_; }
  void open(const std::string& name, bool kept) {
    stack_.push_back({name, kept});
    ++count_[name];
    kept_ += kept;
  }
  // True if the start tag of the element that this closes was kept, or if there is none.
  bool close(const std::string& name) {
    const auto found = count_.find(name);
    if (found == count_.end() || found->second == 0) return true;
    for (;;) {
      const Open last = stack_.back();
      stack_.pop_back();
      --count_[last.name];
      kept_ -= last.kept;
      if (last.name == name) return last.kept;
    }
  }

 private:
  struct Open {
    std::string name;
    bool kept;
  };
  std::vector<Open> stack_;
  std::unordered_map<std::string, int> count_;
  std::size_t kept_ = 0;
};

}  // namespace

std::string thin(std::string_view s, Depth depth) {
  std::string out;
  out.reserve(s.size() / 2);
  OpenElements open;
  int formatting = 0;
  TagSource tag;
  const bool xml = is_xml(s);
  std::size_t copied = 0;
  const auto copy_to = [&](std::size_t at) { out.append(s.substr(copied, at - copied)); };
  for (std::size_t at = 0; (at = s.find('<', at)) != npos;) {
    const char next = at + 1 < s.size() ? s[at + 1] : '\0';
    if (s.substr(at, 4) == "<!--") {
      copy_to(at);
      copied = at = find_comment_end(s, at);
      continue;
    }
    if (xml && s.substr(at, 9) == "<![CDATA[") {
      const std::size_t end = std::min(s.find("]]>", at), s.size());
      copy_to(at);
      append_escaped(out, s.substr(at + 9, end - at - 9));
      copied = at = std::min(end + 3, s.size());
      continue;
    }
    if (!is_letter(next) && !(next == '/' && at + 2 < s.size() && is_letter(s[at + 2]))) {
      ++at;
      continue;
    }
    read_tag(s, at, tag);
    const std::string_view source = s.substr(at, tag.end - at);
    if (xml && tag.empty && !tag.closing && !one_of(tag.name, kVoid)) {
      // An HTML parser would take it as open: an empty <script/> would swallow the page.
      copy_to(at);
      copied = at = tag.end;
      continue;
    }
    bool keep = true;
    if (!tag.closing && one_of(tag.name, kFormatting)) keep = ++formatting <= kOpenFormatting;
    if (tag.closing && one_of(tag.name, kFormatting)) formatting = std::max(0, formatting - 1);
    if (depth == Depth::limited && keep && !one_of(tag.name, kVoid) && !one_of(tag.name, kClosedByNext)) {
      if (tag.closing) {
        keep = open.close(tag.name);
      } else {
        keep = open.kept_depth() < kDepth;
        open.open(tag.name, keep);
      }
    }
    const bool flat = depth == Depth::flat && tag.name != "meta" && tag.name != "title" && tag.name != "script";
    if (!keep || flat) {
      copy_to(at);
      if (!one_of(tag.name, kFormatting) && tag.name != "span" && tag.name != "a") out += "<br>";
      copied = tag.end;
    } else {
      for (const Stretch& attribute : tag.left_out) {
        copy_to(attribute.begin);
        copied = attribute.end;
      }
    }
    at = tag.end;
    if (tag.closing) continue;
    if (tag.name == "plaintext") break;
    if (one_of(tag.name, kWordsOnly)) {
      at = std::min(find_end_tag(s, at, tag.name), s.size());
    } else if (one_of(tag.name, kUnseen)) {
      const std::size_t end = std::min(find_end_tag(s, at, tag.name), s.size());
      const std::string_view inside = s.substr(at, end - at);
      // "<!--" and then "<script" in a script: its end is another. The parser shall find it.
      if (tag.name == "script" && inside.find("<!--") != npos && opens_script(inside)) break;
      if (tag.name != "script" || !contains_json_ld(source)) {
        copy_to(at);
        copied = end;
      }
      at = end;
    }
  }
  copy_to(s.size());
  return out;
}

}  // namespace html
