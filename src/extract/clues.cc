#include "extract/clues.h"

#include <algorithm>

#include "extract/names.h"

namespace extract {
namespace {

using html::Tag;

Meta meta_of(const html::Tree& tree) {
  Meta meta;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const html::Node& node = tree.nodes[i];
    if (node.tag != Tag::meta) continue;
    const std::string content = one_line(tree.attribute(node, "content"));
    if (content.empty()) continue;
    for (const std::string_view attribute : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string names = small_letters(tree.attribute(node, attribute));
      for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find(' ', at), names.size());
        if (end > at) meta.try_emplace(names.substr(at, end - at), content);
        at = end + 1;
      }
    }
  }
  return meta;
}

std::map<std::string, std::uint32_t> objects_by_id(const Json& json) {
  std::map<std::string, std::uint32_t> ids;
  for (std::uint32_t i = 1; i < json.nodes.size(); ++i)
    if (json.nodes[i].kind == JsonNode::Kind::object && json.member(i, "name"))
      if (const std::string_view id = json.value(i, "@id"); !id.empty()) ids.emplace(id, i);
  return ids;
}

}  // namespace

Clues::Clues(const Surroundings& around, std::string_view address)
    : page(around), url(address), json(around.data.json), ids(objects_by_id(json)), article(around.data.article), meta(meta_of(around.tree)) {}

// What an element holds is asked for bylines and dates, which are short: it is read no further than that.
std::string text_in(const html::Tree& tree, std::uint32_t node) {
  std::string words;
  for (std::uint32_t i = node; i < tree.nodes[node].end && words.size() < 500 && i < node + 100; ++i) {
    if (tree.nodes[i].tag == Tag::script || tree.nodes[i].tag == Tag::style) continue;
    if (tree.nodes[i].tag == Tag::text && tree.nodes[tree.nodes[i].parent].tag != Tag::script && tree.nodes[tree.nodes[i].parent].tag != Tag::style) words += tree.words(tree.nodes[i]);
    else if (tree.nodes[i].tag != Tag::text) words += ' ';
  }
  return one_line(words);
}

std::string property_in_page(const html::Tree& tree, std::string_view property) {
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const html::Node& node = tree.nodes[i];
    if (node.tag == Tag::text || node.tag == Tag::meta || tree.attribute(node, "itemprop").find(property) == std::string_view::npos) continue;
    for (const std::string_view attribute : {"content", "datetime"})
      if (const std::string_view value = tree.attribute(node, attribute); !value.empty()) return one_line(value);
    return text_in(tree, i);
  }
  return {};
}

bool is_in_comment(const Clues& c, std::uint32_t node) {
  for (; node; node = c.page.tree.nodes[node].parent)
    if (c.page.marks[node] & (bit(Mark::comment) | bit(Mark::related_link))) return true;
  return false;
}

std::string small_letters(std::string_view s) {
  std::string out(s);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

}  // namespace extract
