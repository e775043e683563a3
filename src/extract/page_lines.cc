#include "extract/page_lines.h"

#include <algorithm>
#include <string_view>

#include "text/characters.h"
#include "text/utf8.h"

namespace extract {
namespace {

using html::Tag;

constexpr std::size_t npos = std::string_view::npos;

bool is_hidden_tag(Tag tag) {
  switch (tag) {
    case Tag::head: case Tag::script: case Tag::style: case Tag::noscript: case Tag::template_: case Tag::select: case Tag::option:
    case Tag::textarea: case Tag::input: case Tag::button: case Tag::canvas: case Tag::audio: case Tag::video: case Tag::object:
    case Tag::iframe: case Tag::svg: case Tag::embed: case Tag::noframes: case Tag::rp: case Tag::rt: case Tag::title:
      return true;
    default:
      return false;
  }
}

bool starts_line(Tag tag) {
  switch (tag) {
    case Tag::address: case Tag::article: case Tag::aside: case Tag::blockquote: case Tag::body: case Tag::br: case Tag::caption:
    case Tag::center: case Tag::dd: case Tag::details: case Tag::dialog: case Tag::div: case Tag::dl: case Tag::dt: case Tag::fieldset:
    case Tag::figcaption: case Tag::figure: case Tag::footer: case Tag::form: case Tag::h1: case Tag::h2: case Tag::h3: case Tag::h4:
    case Tag::h5: case Tag::h6: case Tag::header: case Tag::hgroup: case Tag::hr: case Tag::html: case Tag::legend: case Tag::li:
    case Tag::main: case Tag::menu: case Tag::nav: case Tag::ol: case Tag::p: case Tag::pre: case Tag::section: case Tag::summary:
    case Tag::table: case Tag::tbody: case Tag::tfoot: case Tag::thead: case Tag::tr: case Tag::td: case Tag::th: case Tag::ul:
      return true;
    default:
      return false;
  }
}

bool contains(std::string_view s, std::string_view part) { return s.find(part) != npos; }

// A style attribute with its blanks removed has one of these.
bool hides(std::string_view style) {
  if (style.empty()) return false;
  std::string packed;
  for (const char c : style.substr(0, 1000))
    if (c != ' ' && c != '\n' && c != '\t') packed += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return contains(packed, "display:none") || contains(packed, "visibility:hidden");
}

// Words for screen readers only: a person does not see them in the page.
bool is_for_screen_readers(std::string_view classes) {
  for (const std::string_view name : {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader", "VisuallyHidden", "visuallyHidden", "u-hidden-visually"})
    if (contains(classes, name)) return true;
  return false;
}

bool is_hidden(const html::Tree& tree, const html::Node& node) {
  if (is_hidden_tag(node.tag)) return true;
  if (node.tag == Tag::other && tree.words(node).starts_with("annotation")) return true;  // the source of a formula
  if (node.attribute_count == 0) return false;
  if (tree.has(node, "hidden") && tree.attribute(node, "hidden") != "until-found") return true;
  if (node.tag == Tag::dialog && !tree.has(node, "open")) return true;
  return hides(tree.attribute(node, "style")) || is_for_screen_readers(tree.attribute(node, "class"));
}

// A link to another place in this page does not.
bool leads_away(const html::Tree& tree, const html::Node& node) {
  if (node.tag != Tag::a) return false;
  const std::string_view address = tree.attribute(node, "href");
  return !address.starts_with('#') || address == "#";
}

bool stands_apart(Tag tag) { return tag == Tag::a || tag == Tag::span || tag == Tag::time || tag == Tag::label || tag == Tag::address || tag == Tag::cite || tag == Tag::small || tag == Tag::other; }

Place place_in(Tag tag, Place outer) {
  switch (tag) {
    case Tag::h1: return Place::title;
    case Tag::h2: case Tag::h3: case Tag::h4: case Tag::h5: case Tag::h6: return Place::heading;
    case Tag::li: case Tag::dd: case Tag::dt: return Place::list_item;
    case Tag::blockquote: return Place::block_quote;
    case Tag::figcaption: case Tag::caption: return Place::caption;
    case Tag::td: case Tag::th: return Place::cell;
    case Tag::pre: return Place::preformatted;
    default: return outer;
  }
}

// Characters that take no room: they would only be in the way of whoever searches the text.
bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }
bool is_blank(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r'; }
bool is_wide_blank(char32_t c) { return is_blank(c) || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000; }

class Reader {
 public:
  explicit Reader(const html::Tree& tree) : tree_(tree) {}

  std::vector<Line> read() {
    struct Open {
      std::uint32_t node, end;
      Place place;
      std::uint32_t block;
      bool link, bold, preformatted;
    };
    std::vector<Open> open = {{0, static_cast<std::uint32_t>(tree_.nodes.size()), Place::paragraph, 0, false, false, false}};
    for (std::uint32_t at = 1; at < tree_.nodes.size();) {
      while (at >= open.back().end) {
        if (starts_line(tree_.nodes[open.back().node].tag)) finish();
        if (stands_apart(tree_.nodes[open.back().node].tag)) joint_ = true;
        open.pop_back();
      }
      const html::Node& node = tree_.nodes[at];
      const Open& outer = open.back();
      if (node.tag == Tag::text) {
        add(tree_.words(node), at, outer.block, outer.place, outer.link, outer.bold, outer.preformatted);
        ++at;
        continue;
      }
      if (is_hidden(tree_, node)) {
        // A button or a player stands between words, even though its own are not read.
        if (!line_.words.empty() && node.tag != Tag::script && node.tag != Tag::style && node.tag != Tag::template_) blank_ = true;
        at = node.end;
        continue;
      }
      const bool block = starts_line(node.tag);
      if (block) finish();
      if (stands_apart(node.tag)) joint_ = true;
      open.push_back({at, node.end, place_in(node.tag, outer.place), block ? at : outer.block, outer.link || leads_away(tree_, node),
                      outer.bold || node.tag == Tag::b || node.tag == Tag::strong || node.tag == Tag::em || node.tag == Tag::i,
                      outer.preformatted || node.tag == Tag::pre});
      ++at;
    }
    finish();
    return std::move(lines_);
  }

 private:
  void add(std::string_view words, std::uint32_t node, std::uint32_t block, Place place, bool link, bool bold, bool preformatted) {
    for (std::uint32_t at = 0; at < words.size();) {
      const auto byte = static_cast<unsigned char>(words[at]);
      const text::Character c = byte < 0x80 ? text::Character{byte, 1} : text::character_at(words, at);
      if (preformatted && c.code == '\n') {
        finish();
      } else if (is_blank(c.code)) {
        blank_ = true;
      } else if (!is_invisible(c.code) && !(line_.words.empty() && is_wide_blank(c.code))) {
        if (line_.words.empty()) {
          line_.element = block;
          line_.place = place;
          line_.first = node;
        } else if (blank_ || (joint_ && is_run_together(c.code))) {
          line_.words += ' ';
          line_.linked += link && in_link_;
        }
        in_link_ = link;
        blank_ = joint_ = false;
        line_.words += words.substr(at, c.size);
        if (link) line_.linked += c.size;
        if (bold) line_.bold += c.size;
      }
      at += c.size;
    }
  }

  // Style sheets, which are not read, set such elements apart: "By <a>Jane Roe</a><span>Published
  // 3 May 2021</span><span>2 comments</span>".
  bool is_run_together(char32_t next) const {
    const char32_t last = text::character_before(line_.words, static_cast<std::uint32_t>(line_.words.size())).code;
    return (text::is_lower(last) && text::is_upper(next)) || (text::is_digit(last) && text::is_digit(next));
  }

  void finish() {
    blank_ = joint_ = in_link_ = false;
    while (!line_.words.empty()) {
      const text::Character last = text::character_before(line_.words, static_cast<std::uint32_t>(line_.words.size()));
      if (!is_wide_blank(last.code)) break;
      line_.words.resize(line_.words.size() - last.size);
    }
    if (!line_.words.empty()) lines_.push_back(std::move(line_));
    line_ = {};
  }

  const html::Tree& tree_;
  std::vector<Line> lines_;
  Line line_;
  bool blank_ = false;  // white space came since the last word
  bool in_link_ = false;  // that word is of a link
  bool joint_ = false;  // an element that may stand apart began or ended since then
};

}  // namespace

std::vector<Line> lines_of(const html::Tree& tree) { return Reader(tree).read(); }

}  // namespace extract
