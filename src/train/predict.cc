#include "train/predict.h"

#include "format/gold.h"
#include "quote/linking.h"
#include "text/segment.h"
#include "text/utf8.h"
#include "train/files.h"

namespace train {
namespace {

std::string list_of(const quote::TaggedText& text, const text::CodePointIndex& index, const std::vector<quote::TokenRange>& ranges) {
  std::string out = "[";
  for (const quote::TokenRange r : ranges) {
    if (out.size() > 1) out += ",";
    out += "[" + std::to_string(index.to_code_points(text.tokens[r.begin].span.begin)) + "," +
           std::to_string(index.to_code_points(text.tokens[r.end - 1].span.end)) + "]";
  }
  return out + "]";
}

std::vector<quote::TokenRange> list_of(const std::optional<quote::TokenRange>& range) {
  return range ? std::vector<quote::TokenRange>{*range} : std::vector<quote::TokenRange>{};
}

}  // namespace

std::string predict(const quote::Tagger& tagger, const std::string& jsonl_path) {
  const auto articles = format::read_gold(read_file(jsonl_path));
  if (!articles) stop(jsonl_path + ": " + to_string(articles.error()));
  std::string out;
  for (const format::GoldArticle& article : *articles) {
    const quote::TaggedText text = tagger.look_at(article.text, text::paragraphs(article.text));
    const text::CodePointIndex index(article.text);
    std::string list;
    for (const quote::Linked& a : quote::link_pieces(text, tagger.labels(text, tagger.scores(text)))) {
      if (!list.empty()) list += ",";
      list += "{\"content\":" + list_of(text, index, a.content) + ",\"cue\":" + list_of(text, index, list_of(a.cue)) +
              ",\"speaker\":" + list_of(text, index, list_of(a.source)) + ",\"speaker_name\":null,\"type\":\"" + std::string(a.rule) + "\"}";
    }
    out += "{\"id\":\"" + article.id + "\",\"attributions\":[" + list + "]}\n";
  }
  return out;
}

}  // namespace train
