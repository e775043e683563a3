#include "train/corpus.h"

#include <filesystem>

#include "format/gold.h"
#include "format/marked.h"
#include "train/files.h"

namespace train {
namespace {

constexpr std::string_view kQuotes = ".quotes.txt";

document::Document read(const std::string& path, text::Result<document::Document> d) {
  if (!d) stop(path + ": " + to_string(d.error()));
  return *std::move(d);
}

document::Document with_claims(const document::Document& d, const std::string& path) {
  return std::filesystem::exists(path) ? read(path, format::with_marked_claims(d, read_file(path))) : d;
}

}  // namespace

std::vector<MarkedArticle> read_corpus(const std::string& folder) {
  std::vector<MarkedArticle> articles;
  for (const std::string& path : files_in(folder, kQuotes)) {
    const std::string stem = path.substr(0, path.size() - kQuotes.size());
    const document::Document quotes = read(path, format::read_marked(read_file(path)));
    articles.push_back({.slug = std::filesystem::path(stem).filename().string(),
                        .gold = with_claims(quotes, stem + ".claims.txt"),
                        .second = with_claims(quotes, stem + ".second.txt")});
  }
  return articles;
}

std::string gold_of(const std::string& folder) {
  std::string out;
  for (const MarkedArticle& article : read_corpus(folder)) out += format::write_gold(article.gold, article.slug);
  return out;
}

}  // namespace train
