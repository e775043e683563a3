// JSON-LD: what a page tells search engines.
#include <string>

#include "extract/clues.h"

namespace extract {
namespace {

using html::Tag;

Json structured_data(const html::Tree& tree) {
  Json json;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const html::Node& node = tree.nodes[i];
    if (node.tag != Tag::script || small_letters(tree.attribute(node, "type")).find("ld+json") == std::string::npos) continue;
    for (std::uint32_t child = node.first_child; child; child = tree.nodes[child].next) read_json(json, tree.words(tree.nodes[child]));
  }
  return json;
}

bool is_article_type(std::string_view type) {
  if (const std::size_t slash = type.rfind('/'); slash != type.npos) type.remove_prefix(slash + 1);
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" || type == "Review" || type == "Recipe" || type == "CreativeWork";
}

bool has_article_type(const Json& json, std::uint32_t object) {
  const std::uint32_t type = json.member(object, "@type");
  if (!type) return false;
  if (json.nodes[type].kind == JsonNode::Kind::string) return is_article_type(json.nodes[type].value);
  for (std::uint32_t child = json.nodes[type].first_child; child; child = json.nodes[child].next)
    if (is_article_type(json.nodes[child].value)) return true;
  return false;
}

// The object that describes the article of the page: the one with the most of what is asked for, and of equals the
// first. Those inside a list of other articles do not count.
std::uint32_t article_object(const Json& json) {
  std::uint32_t best = 0;
  int best_score = 0;
  for (std::uint32_t i = 1; i < json.nodes.size(); ++i) {
    if (json.nodes[i].kind != JsonNode::Kind::object || !has_article_type(json, i)) continue;
    bool elsewhere = false;
    for (std::uint32_t up = i; up; up = json.nodes[up].parent) {
      const std::string& key = json.nodes[up].key;
      elsewhere |= key == "itemListElement" || key == "isPartOf" || key == "hasPart" || key == "citation" || key == "relatedLink" || key == "mentions" || key == "blogPost" || key == "liveBlogUpdate";
    }
    if (elsewhere) continue;
    int score = 1;
    for (const std::string_view key : {"headline", "author", "datePublished", "articleBody"}) score += json.member(i, key) != 0;
    if (score > best_score) best = i, best_score = score;
  }
  return best;
}

}  // namespace

std::uint32_t resolve(const Json& json, const std::map<std::string, std::uint32_t>& by_id, std::uint32_t object) {
  if (json.nodes[object].kind != JsonNode::Kind::object || json.member(object, "name")) return object;
  const auto found = by_id.find(std::string(json.value(object, "@id")));
  return found == by_id.end() ? object : found->second;
}

std::string name_of(const Json& json, std::uint32_t node) {
  if (json.nodes[node].kind == JsonNode::Kind::string) return json.nodes[node].value;
  std::string name(json.value(node, "name"));
  if (name.empty()) {
    if (const std::uint32_t names = json.member(node, "name"); names && json.nodes[names].first_child) name = json.nodes[json.nodes[names].first_child].value;
  }
  if (name.empty()) {
    const std::string_view given = json.value(node, "givenName"), family = json.value(node, "familyName");
    name = std::string(given) + (given.empty() || family.empty() ? "" : " ") + std::string(family);
  }
  return name;
}

StructuredData read_structured_data(const html::Tree& tree) {
  StructuredData data{.json = structured_data(tree)};
  data.article = article_object(data.json);
  return data;
}

}  // namespace extract
