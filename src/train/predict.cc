#include "train/predict.h"

#include "text/utf8.h"
#include "train/gold_labels.h"

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

std::string predict(const quote::Tagger& tagger, const std::string& jsonl_path, int sure) {
  std::string out;
  for (const Example& example : read_examples(jsonl_path, tagger)) {
    const format::GoldArticle& article = example.gold;
    const quote::TaggedText& text = example.text;
    const text::CodePointIndex index(article.text);
    std::string list;
    for (const quote::Ranked& ranked : tagger.attributions(text, example.findings, sure)) {
      const quote::Linked& a = ranked.linked;
      if (!list.empty()) list += ",";
      list += "{\"content\":" + list_of(text, index, a.content) + ",\"cue\":" + list_of(text, index, list_of(a.cue)) +
              ",\"speaker\":" + list_of(text, index, list_of(a.source)) + ",\"speaker_name\":null,\"attitude\":" + (quote::is_attitude(text, a) ? "true" : "false") + ",\"confidence\":" + std::to_string(ranked.sureness()) + "}";
    }
    out += "{\"id\":\"" + article.id + "\",\"attributions\":[" + list + "]}\n";
  }
  return out;
}

}  // namespace train
