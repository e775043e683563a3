#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "extract/extract.h"
#include "format/gold.h"
#include "quote/quote.h"
#include "quote/tagger.h"
#include "speaker/speaker.h"
#include "train/corpus.h"
#include "train/files.h"
#include "train/logistic.h"
#include "train/score_quotations.h"
#include "train/train.h"

namespace train {
namespace {

constexpr std::size_t kRarest = 40;   // quotations that must show a sign
constexpr double kCost = 0.2;

struct Shown {
  std::vector<std::string> signs;
  bool right = false;
};

std::vector<format::GoldArticle> articles_of(const std::string& path) {
  text::Result<std::vector<format::GoldArticle>> read = format::read_gold(path.ends_with(".jsonl") ? read_file(path) : gold_of(path));
  if (!read) stop(path + ": " + to_string(read.error()));
  return std::move(*read);
}

void add(std::vector<Shown>& out, const format::GoldArticle& gold, const quote::Tagger& tagger) {
  document::Document d{.article = extract::article({.bytes = gold.text, .kind = extract::Kind::text}).article};
  std::vector<std::vector<std::string>> signs;
  d = speaker::find_speakers(quote::find_quotations(std::move(d), tagger, &signs));
  const std::vector<std::optional<bool>> right = verdicts(gold, d);
  for (std::size_t i = 0; i < signs.size(); ++i)
    if (right[i]) out.push_back({std::move(signs[i]), *right[i]});
}

quote::Tagger tagger_of(const std::string& pos_file, const std::string& file) {
  text::Result<quote::Tagger> read = quote::Tagger::read(pos_file, file);
  if (!read) stop(to_string(read.error()));
  return std::move(*read);
}

}  // namespace

std::string train_sureness(const std::string& folder, const std::string& corpus, const std::string& pos_file) {
  std::vector<Shown> shown;
  std::vector<format::GoldArticle> articles = articles_of(folder + "/train.jsonl");
  for (format::GoldArticle& gold : articles_of(corpus)) articles.push_back(std::move(gold));
  for (std::size_t half = 0; half < 2; ++half) {
    const quote::Tagger tagger = tagger_of(pos_file, read_file(folder + "/half" + std::to_string(half) + ".bin"));
    for (std::size_t i = 0; i < articles.size(); ++i)
      if (i % 2 != half) add(shown, articles[i], tagger);
  }

  std::map<std::string, std::uint32_t> counts;
  for (const Shown& s : shown)
    for (const std::string& sign : s.signs) ++counts[sign];
  std::map<std::string, std::uint32_t> rows;
  for (const auto& [sign, count] : counts)
    if (count >= kRarest) rows.emplace(sign, static_cast<std::uint32_t>(rows.size()));
  std::vector<SparseVector> vectors;
  std::vector<bool> labels;
  for (const Shown& s : shown) {
    SparseVector x;
    for (const std::string& sign : s.signs)
      if (const auto row = rows.find(sign); row != rows.end()) x.push_back({row->second, 1.0f});
    vectors.push_back(std::move(x));
    labels.push_back(s.right);
  }
  std::vector<const SparseVector*> xs;
  for (const SparseVector& x : vectors) xs.push_back(&x);
  const LinearModel model = learn_logistic(xs, labels, rows.size(), kCost);
  std::string out = "# What each sign of src/quote/confidence.h says of a quotation: thousandths of a logarithm of odds. Made by quoth-train sureness.\n";
  for (const auto& [sign, row] : rows) {
    const auto weight = std::lround((model.weights[row] + (sign == "any" ? model.bias : 0)) * 1000);
    if (weight != 0) out += sign + "\t" + std::to_string(weight) + "\n";
  }
  std::printf("%zu quotations, %zu of them right, %zu signs\n", shown.size(), static_cast<std::size_t>(std::count(labels.begin(), labels.end(), true)), rows.size());
  return out;
}

}  // namespace train
