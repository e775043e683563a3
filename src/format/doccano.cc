#include "format/doccano.h"

#include <vector>

#include "format/json_writer.h"
#include "text/utf8.h"

namespace format {
namespace {

using namespace document;

struct Entity {
  std::string_view label;
  Span span;
};
struct Relation {
  std::string_view type;
  std::size_t from, to;  // ids of entities
};

}  // namespace

std::string write_doccano(const Document& d) {
  const std::string_view text = d.article.text.view();
  const text::CodePointIndex index(text);
  std::vector<Entity> entities;
  std::vector<Relation> relations;
  const auto add = [&](std::string_view label, const std::vector<Span>& pieces) {
    const std::size_t first = entities.size() + 1;
    for (const Span piece : pieces) {
      entities.push_back({label, piece});
      if (entities.size() > first) relations.push_back({"continues", entities.size(), entities.size() - 1});
    }
    return first;
  };
  for (const Quotation& q : d.quotations) {
    const std::size_t content = add("content", q.content);
    if (!q.cue.empty()) relations.push_back({"cue", content, add("cue", q.cue)});
    if (!q.source.empty()) relations.push_back({"source", content, add("source", q.source)});
  }
  for (const Claim& c : d.claims) add("claim", c.spans);

  JsonWriter out;
  out.begin_object().key("id").number(1).key("text").text(text).key("entities").begin_array();
  for (std::size_t i = 0; i < entities.size(); ++i) {
    out.begin_object().key("id").number(i + 1).key("label").text(entities[i].label);
    out.key("start_offset").number(index.to_code_points(entities[i].span.begin)).key("end_offset").number(index.to_code_points(entities[i].span.end)).end_object();
  }
  out.end_array().key("relations").begin_array();
  for (std::size_t i = 0; i < relations.size(); ++i)
    out.begin_object().key("id").number(i + 1).key("from_id").number(relations[i].from).key("to_id").number(relations[i].to).key("type").text(relations[i].type).end_object();
  return out.end_array().end_object().take() + "\n";
}

}  // namespace format
