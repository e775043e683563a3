// A page as a flat tree: what an HTML parser makes of it, as a plain value. Nodes name each other by
// their place in Tree::nodes, in document order; place 0 is the document, and 0 elsewhere means "none".
//
// parse() takes any UTF-8 and follows the HTML standard, with these limits, which keep the time linear:
// scripts (but for JSON-LD), styles and comments are left out; an element keeps the attributes that extraction asks
// about (thin.cc lists them), and no more than 64; and elements nested deeper than about 400 lose their tags, not their text (Tree::flattened says so).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace html {

// The elements that extraction asks about. `other` is any other element.
enum class Tag : std::uint8_t {
  document, text, other,
  a, abbr, address, article, aside, audio, b, blockquote, body, br, button, canvas, caption, center, cite, code, dd,
  del, details, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset,
  h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, label, legend, li, link, main, mark,
  math, menu, meta, nav, noframes, noscript, object, ol, option, p, picture, pre, q, rp, rt, ruby, s, script, section,
  select, small, source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td, template_, textarea, tfoot,
  th, thead, time, title, tr, u, ul, video, wbr,
};

struct Attribute {
  text::Span name;   // in Tree::strings, lower case
  text::Span value;  // in Tree::strings
};

struct Node {
  Tag tag = Tag::other;
  std::uint32_t parent = 0;
  std::uint32_t first_child = 0;
  std::uint32_t next = 0;             // the sibling after this one
  std::uint32_t end = 0;              // one past the last node inside: [self, end) is the subtree
  std::uint32_t first_attribute = 0;  // in Tree::attributes
  std::uint32_t attribute_count = 0;
  text::Span words;                   // of a text node, in Tree::strings; of an `other`, its name
};

struct Tree {
  std::vector<Node> nodes;
  std::vector<Attribute> attributes;
  std::string strings;
  bool flattened = false;  // elements beyond the limit of depth lost their tags

  std::string_view words(const Node& node) const { return text::slice(strings, node.words); }
  // The value of an attribute, or empty. `has` tells an empty value from none.
  std::string_view attribute(const Node& node, std::string_view name) const;
  bool has(const Node& node, std::string_view name) const;
};

// The name of an element as it is written: "div"; empty for text.
std::string_view name_of(const Tree&, const Node&);

Tree parse(std::string_view utf8);

}  // namespace html
