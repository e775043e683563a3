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

Json list_of(const std::vector<text::Span>& spans, const text::CodePointIndex& index) {
  Json out = Json::array();
  for (const text::Span s : spans) out.push_back({index.to_code_points(s.begin), index.to_code_points(s.end)});
  return out;
}

bool is_nested(const document::Document& d, const document::Quotation& q) {
  const text::Span first = q.content.front();
  const document::Block* block = document::block_at(d, first.begin);
  if (block && block->excluded) return true;
  return std::any_of(d.quotations.begin(), d.quotations.end(), [&](const document::Quotation& other) {
    return other.id != q.id && std::any_of(other.content.begin(), other.content.end(),
                                           [&](text::Span s) { return contains(s, first) && s != first; });
  });
}

}  // namespace

std::string write_gold(const document::Document& d, std::string_view id) {
  const std::string_view text = d.article.text.view();
  const text::CodePointIndex index(text);
  Json attributions = Json::array();
  for (const document::Quotation& q : d.quotations) {
    const document::Speaker* speaker = q.speaker ? find(d, *q.speaker) : nullptr;
    attributions.push_back({{"content", list_of(q.content, index)},
                            {"cue", list_of(q.cue, index)},
                            {"speaker", list_of(q.source, index)},
                            {"speaker_name", speaker && speaker->kind != document::kUnnamed ? Json(speaker->name) : Json()},
                            {"cue_class", q.act == document::kAttitude ? "attitude" : "speech"},
                            {"nested", is_nested(d, q)}});
  }
  return Json({{"id", id}, {"text", text}, {"attributions", std::move(attributions)}}).dump() + "\n";
}

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
      attribution.speaker = text_of(member(a, "speaker_name"));
      attribution.speech = text_of(member(a, "cue_class")) != "attitude";
      attribution.nested = member(a, "nested") == true;
      article.attributions.push_back(std::move(attribution));
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace format
