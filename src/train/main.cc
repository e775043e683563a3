// quoth-train: makes the weights in assets/models/. See the README there for the data and the scores.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "train/corpus.h"
#include "train/files.h"
#include "train/predict.h"
#include "train/score_discourse.h"
#include "train/score_marked_claims.h"
#include "train/score_quotations.h"
#include "train/train.h"

namespace {

constexpr const char* kUsage =
    "quoth-train pos --data FOLDER -o FILE\n"
    "    parts of speech, from the treebanks FOLDER/*.train.conllu\n"
    "quoth-train attribution --data FOLDER [--also FOLDER] [--pos FILE] [--articles N] [--half 0|1] [--seed N] [--networks FOLDER] -o FILE\n"
    "    sources, cues and contents, from the annotated articles FOLDER/train.jsonl, all, the first N or every other one, and those of another\n"
    "    folder as for gold; trained networks are kept in the last folder, for experiments with what comes after them\n"
    "quoth-train sureness --data FOLDER [--corpus FOLDER] [--pos FILE] -o FILE\n"
    "    how sure a quotation is, from FOLDER/train.jsonl and marked articles, as found by FOLDER/half0.bin and half1.bin\n"
    "quoth-train claims --data FOLDER [--corpus FOLDER] -o FILE\n"
    "    worth and verifiability, from FOLDER/claimbuster/train.jsonl and marked articles; then what it reaches on the open sets there\n"
    "quoth-train gold --data FOLDER -o FILE.jsonl\n"
    "    the articles FOLDER/*.quotes.txt that people marked, as lines to train on or to score against\n"
    "quoth-train score --data FILE.jsonl|FOLDER\n"
    "    how well quoth's quotations agree with those of annotated articles, or of a folder as for gold\n"
    "quoth-train claim-score --data FOLDER [--differences]\n"
    "    how well quoth's claims agree with those of a folder as for gold, and how well two people agree; with each difference\n"
    "quoth-train discourse --data FILE.jsonl [--differences]\n"
    "    which sentences of whole articles report speech, and which are not the article's own; with each difference\n"
    "quoth-train predict --data FILE.jsonl [--pos FILE] [--attribution FILE] [--sure THOUSANDTHS] -o FILE\n"
    "    what the weights alone find in annotated articles, for a scorer\n";

struct Arguments {
  std::string command, data, out, pos = "assets/models/pos.bin", attribution = "assets/models/attribution.bin", corpus = "tests/corpus/train";
  int sure = 430;
  train::AttributionOptions options;
  bool differences = false;
};

bool read(const std::vector<std::string>& words, Arguments& a) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    if (words[i] == "--data" && !last) a.data = words[++i];
    else if (words[i] == "--pos" && !last) a.pos = words[++i];
    else if (words[i] == "--attribution" && !last) a.attribution = words[++i];
    else if (words[i] == "--sure" && !last) a.sure = std::atoi(words[++i].c_str());
    else if (words[i] == "--articles" && !last) a.options.articles = std::strtoul(words[++i].c_str(), nullptr, 10);
    else if (words[i] == "--also" && !last) a.options.also = words[++i];
    else if (words[i] == "--half" && !last) a.options.half = std::clamp(std::atoi(words[++i].c_str()), 0, 1);
    else if (words[i] == "--seed" && !last) a.options.seed = std::strtoul(words[++i].c_str(), nullptr, 10);
    else if (words[i] == "--networks" && !last) a.options.networks = words[++i];
    else if (words[i] == "--corpus" && !last) a.corpus = words[++i];
    else if (words[i] == "--differences") a.differences = true;
    else if (words[i] == "-o" && !last) a.out = words[++i];
    else if (a.command.empty()) a.command = words[i];
    else return false;
  }
  return !a.data.empty() && (!a.out.empty() || a.command == "score" || a.command == "claim-score" || a.command == "discourse");
}

}  // namespace

int main(int count, char** values) {
  Arguments a;
  if (!read({values + 1, values + count}, a)) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  if (a.command == "pos") {
    const std::string file = train::train_pos(a.data);
    train::write_file(a.out, file);
    train::score_pos(file, a.data);
    return 0;
  }
  if (a.command == "claim-score") {
    train::score_marked_claims(a.data, a.differences);
    return 0;
  }
  if (a.command == "discourse") {
    train::score_discourse(a.data, a.differences);
    return 0;
  }
  if (a.command == "attribution") {
    train::write_file(a.out, train::train_attribution(a.data, train::read_file(a.pos), a.options));
    return 0;
  }
  if (a.command == "sureness") {
    train::write_file(a.out, train::train_sureness(a.data, a.corpus, train::read_file(a.pos)));
    return 0;
  }
  if (a.command == "claims") {
    const std::string file = train::train_claims(a.data, a.corpus);
    train::write_file(a.out, file);
    train::score_claims(file, a.data);
    return 0;
  }
  if (a.command == "gold") {
    train::write_file(a.out, train::gold_of(a.data));
    return 0;
  }
  if (a.command == "score") {
    train::score_quotations(a.data);
    return 0;
  }
  if (a.command == "predict") {
    const auto tagger = quote::Tagger::read(train::read_file(a.pos), train::read_file(a.attribution));
    if (!tagger) train::stop(to_string(tagger.error()));
    train::write_file(a.out, train::predict(*tagger, a.data, a.sure));
    return 0;
  }
  std::fputs(kUsage, stderr);
  return 2;
}
