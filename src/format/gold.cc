#include "format/gold.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace format {
namespace {

using Json = nlohmann::json;

const Json& member(const Json& object, const char* name) {
  static const Json none;
  const auto at = object.find(name);
  return at == object.end() ? none : *at;
}

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

bool read_spans(const Json& list, const text::CodePointIndex& index, std::vector<text::Span>& out) {
  if (list.is_null()) return true;
  if (!list.is_array()) return false;
  for (const Json& pair : list) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_unsigned() || !pair[1].is_number_unsigned()) return false;
    const auto begin = pair[0].get<std::uint64_t>(), end = pair[1].get<std::uint64_t>();
    if (begin >= end || end > index.size()) return false;
    out.push_back({index.to_bytes(static_cast<std::uint32_t>(begin)), index.to_bytes(static_cast<std::uint32_t>(end))});
  }
  std::sort(out.begin(), out.end());
  return true;
}

}  // namespace

text::Result<std::vector<GoldArticle>> read_gold(std::string_view jsonl) {
  std::vector<GoldArticle> articles;
  int number = 0;
  for (std::size_t at = 0; at < jsonl.size();) {
    const std::size_t end = std::min(jsonl.find('\n', at), jsonl.size());
    const std::string_view line = jsonl.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.empty()) continue;
    const std::string where = "line " + std::to_string(number);
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) return text::Error{where, "expected a JSON object"};
    GoldArticle article{.id = text_of(member(json, "id")), .text = text_of(member(json, "text"))};
    const text::CodePointIndex index(article.text);
    for (const Json& a : member(json, "attributions")) {
      GoldAttribution attribution;
      if (!a.is_object() || !read_spans(member(a, "content"), index, attribution.content) ||
          !read_spans(member(a, "cue"), index, attribution.cue) || !read_spans(member(a, "speaker"), index, attribution.source))
        return text::Error{where, "an attribution needs lists of [start, end] inside the text"};
      attribution.speech = text_of(member(a, "cue_class")) != "attitude";
      attribution.nested = member(a, "nested") == true;
      article.attributions.push_back(std::move(attribution));
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace format
