#include <array>
#include <cstring>
#include <memory>

#include <nokogiri_gumbo.h>

#include "html/thin.h"
#include "html/tree.h"

namespace html {
namespace {

constexpr unsigned kMaxDepth = 400;

// In the order of Tag.
constexpr std::string_view kNames[] = {
    "", "", "",
    "a", "abbr", "address", "article", "aside", "audio", "b", "blockquote", "body", "br", "button", "canvas", "caption", "center",
    "cite", "code", "dd", "del", "details", "dialog", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i",
    "iframe", "img", "input", "ins", "label", "legend", "li", "link", "main", "mark", "math", "menu", "meta", "nav", "noframes",
    "noscript", "object", "ol", "option", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "script", "section", "select",
    "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template",
    "textarea", "tfoot", "th", "thead", "time", "title", "tr", "u", "ul", "video", "wbr"};
static_assert(std::size(kNames) == static_cast<std::size_t>(Tag::wbr) + 1);

std::array<Tag, GUMBO_TAG_LAST> tags_by_gumbo() {
  std::array<Tag, GUMBO_TAG_LAST> tags;
  tags.fill(Tag::other);
  for (std::size_t i = static_cast<std::size_t>(Tag::a); i < std::size(kNames); ++i) {
    const GumboTag tag = gumbo_tagn_enum(kNames[i].data(), kNames[i].size());
    if (tag < GUMBO_TAG_UNKNOWN) tags[tag] = static_cast<Tag>(i);
  }
  return tags;
}

Tag tag_of(const GumboElement& element) {
  static const std::array<Tag, GUMBO_TAG_LAST> tags = tags_by_gumbo();
  // An <a> or <title> in a drawing is not one of the page.
  if (element.tag_namespace != GUMBO_NAMESPACE_HTML && element.tag != GUMBO_TAG_SVG && element.tag != GUMBO_TAG_MATH) return Tag::other;
  const Tag tag = tags[element.tag];
  // <picture> came after the parser's list of tags.
  return tag == Tag::other && element.name && std::strcmp(element.name, "picture") == 0 ? Tag::picture : tag;
}

class Builder {
 public:
  Tree build(const GumboOutput& output) {
    tree_.nodes.push_back({.tag = Tag::document});
    last_child_.push_back(0);
    // One level of the walk: an element and which child comes next.
    struct Level {
      const GumboVector* children;
      unsigned at;
      std::uint32_t node;
    };
    std::vector<Level> path = {{&output.document->v.document.children, 0, 0}};
    while (!path.empty()) {
      Level& level = path.back();
      if (level.at == level.children->length) {
        tree_.nodes[level.node].end = static_cast<std::uint32_t>(tree_.nodes.size());
        path.pop_back();
        continue;
      }
      const auto* node = static_cast<const GumboNode*>(level.children->data[level.at++]);
      const std::uint32_t parent = level.node;
      switch (node->type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE:
          add({.tag = Tag::text, .words = keep(node->v.text.text)}, parent);
          break;
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE: {
          const GumboElement& element = node->v.element;
          const std::uint32_t at = add({.tag = tag_of(element)}, parent);
          if (tree_.nodes[at].tag == Tag::other && element.name) tree_.nodes[at].words = keep(element.name);
          add_attributes(element, at);
          path.push_back({&element.children, 0, at});
          break;
        }
        default:
          break;
      }
    }
    return std::move(tree_);
  }

 private:
  text::Span keep(const char* words) {
    const auto begin = static_cast<std::uint32_t>(tree_.strings.size());
    tree_.strings += words;
    return {begin, static_cast<std::uint32_t>(tree_.strings.size())};
  }

  std::uint32_t add(Node node, std::uint32_t parent) {
    const auto at = static_cast<std::uint32_t>(tree_.nodes.size());
    node.parent = parent;
    node.end = at + 1;
    node.first_attribute = static_cast<std::uint32_t>(tree_.attributes.size());
    tree_.nodes.push_back(node);
    (last_child_[parent] ? tree_.nodes[last_child_[parent]].next : tree_.nodes[parent].first_child) = at;
    last_child_[parent] = at;
    last_child_.push_back(0);
    return at;
  }

  void add_attributes(const GumboElement& element, std::uint32_t at) {
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML) return;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const text::Span name = keep(attribute->name);
      tree_.attributes.push_back({name, keep(attribute->value)});
    }
    tree_.nodes[at].attribute_count = element.attributes.length;
  }

  Tree tree_;
  std::vector<std::uint32_t> last_child_;  // of each node
};

struct Destroy {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(output); }
};

}  // namespace

std::string_view Tree::attribute(const Node& node, std::string_view name) const {
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    const Attribute& attribute = attributes[node.first_attribute + i];
    if (text::slice(strings, attribute.name) == name) return text::slice(strings, attribute.value);
  }
  return {};
}

bool Tree::has(const Node& node, std::string_view name) const {
  for (std::uint32_t i = 0; i < node.attribute_count; ++i)
    if (text::slice(strings, attributes[node.first_attribute + i].name) == name) return true;
  return false;
}

std::string_view name_of(const Tree& tree, const Node& node) {
  return node.tag == Tag::other ? tree.words(node) : kNames[static_cast<std::size_t>(node.tag)];
}

Tree parse(std::string_view utf8) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_tree_depth = kMaxDepth;
  options.max_errors = 0;
  options.parse_noscript_content_as_text = true;  // as a browser with scripts: <noscript> may open what it never closes
  for (const Depth depth : {Depth::as_it_is, Depth::limited, Depth::flat}) {
    const std::string source = thin(utf8, depth);
    const std::unique_ptr<GumboOutput, Destroy> output(gumbo_parse_with_options(&options, source.data(), source.size()));
    if (output->status == GUMBO_STATUS_TREE_TOO_DEEP && depth != Depth::flat) continue;
    Tree tree = Builder().build(*output);
    tree.flattened = depth != Depth::as_it_is;
    return tree;
  }
  return {};
}

}  // namespace html
