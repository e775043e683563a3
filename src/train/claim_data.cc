#include "train/claim_data.h"

#include <cmath>
#include <sstream>

#include "claim/judge.h"
#include "format/json_tree.h"
#include "train/files.h"

namespace train {

std::vector<LabelledSentence> read_sentences(const std::string& path) {
  std::vector<LabelledSentence> all;
  std::istringstream in(read_file(path));
  for (std::string line; std::getline(in, line);) {
    const auto tree = format::parse_json(line);
    const std::string where = path + ":" + std::to_string(all.size() + 1) + ": ";
    if (!tree) stop(where + to_string(tree.error()));
    const format::JsonValue root = (*tree)->root();
    const auto member = [&](std::string_view name) {
      const format::JsonValue value = root[name];
      return value.is(format::JsonKind::string) ? std::string(value.text()) : std::string();
    };
    const auto is_true = [&](std::string_view name) { return root[name].is(format::JsonKind::boolean) && root[name].text() == "true"; };
    if (!root["text"].is(format::JsonKind::string) || !root["label"].is(format::JsonKind::string)) stop(where + "expected \"text\" and \"label\"");
    const auto paragraph = root["paragraph"].is(format::JsonKind::number) ? format::integer_of(root["paragraph"].text()).value_or(0) : 0;
    all.push_back({member("doc"), member("text"), member("context"), member("label"), member("headline"), static_cast<int>(paragraph), is_true("hq"), is_true("speech")});
  }
  return all;
}

std::vector<SparseVector> vectors_of(const std::vector<LabelledSentence>& sentences) {
  std::vector<SparseVector> all;
  all.reserve(sentences.size());
  for (const LabelledSentence& sentence : sentences) {
    SparseVector x;
    double squares = 0;
    for (const claim::Feature& f : claim::features_of(claim::passage(sentence.text), claim::passage(sentence.before))) {
      x.push_back({f.row, static_cast<float>(f.value)});
      squares += f.value * f.value;
    }
    for (auto& [row, value] : x) value = static_cast<float>(value / std::sqrt(std::max(squares, 1.0)));
    all.push_back(std::move(x));
  }
  return all;
}

}  // namespace train
