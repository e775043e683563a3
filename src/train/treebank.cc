#include "train/treebank.h"

#include <algorithm>
#include <optional>

namespace train {
namespace {

using model::Pos;

std::optional<Pos> pos_named(std::string_view name) {
  const auto at = std::find(model::kPosNames.begin(), model::kPosNames.end(), name);
  if (at == model::kPosNames.end()) return std::nullopt;
  return static_cast<Pos>(at - model::kPosNames.begin());
}

struct Line {
  std::string_view columns[10];
};

Line split(std::string_view text) {
  Line line;
  for (std::string_view& column : line.columns) {
    const std::size_t tab = std::min(text.find('\t'), text.size());
    column = text.substr(0, tab);
    text.remove_prefix(std::min(tab + 1, text.size()));
  }
  return line;
}

struct Part {
  TaggedWord word;
  bool glued = false;  // no space after it
};

TaggedSentence join_hyphens(const std::vector<Part>& parts) {
  TaggedSentence sentence;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    TaggedWord word = parts[i].word;
    bool joined = false;
    while (i + 2 < parts.size() && parts[i].glued && parts[i + 1].glued && parts[i + 1].word.pos == Pos::HYPH) {
      word.text += parts[i + 1].word.text + parts[i + 2].word.text;
      word.pos = parts[i + 2].word.pos;
      joined = true;
      i += 2;
    }
    const bool before_noun = i + 1 < parts.size() && !parts[i].glued && model::is_noun(parts[i + 1].word.pos);
    if (joined && (word.pos == Pos::VBN || word.pos == Pos::VBG || (word.pos == Pos::NN && before_noun))) word.pos = Pos::JJ;
    sentence.push_back(std::move(word));
  }
  return sentence;
}

}  // namespace

std::vector<TaggedSentence> read_treebank(std::string_view conllu) {
  std::vector<TaggedSentence> sentences;
  std::vector<Part> parts;
  const auto finish = [&] {
    if (!parts.empty()) sentences.push_back(join_hyphens(parts));
    parts.clear();
  };
  for (std::size_t at = 0; at < conllu.size();) {
    const std::size_t end = std::min(conllu.find('\n', at), conllu.size());
    const std::string_view text = conllu.substr(at, end - at);
    at = end + 1;
    if (text.empty()) finish();
    if (text.empty() || text[0] == '#') continue;
    const Line line = split(text);
    if (line.columns[0].find_first_of("-.") != std::string_view::npos) continue;  // contractions and what was left unsaid
    if (const auto pos = pos_named(line.columns[4]))
      parts.push_back({{std::string(line.columns[1]), *pos}, line.columns[9].find("SpaceAfter=No") != std::string_view::npos});
  }
  finish();
  return sentences;
}

}  // namespace train
