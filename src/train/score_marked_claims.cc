#include "train/score_marked_claims.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "annotate/annotate.h"
#include "document/band.h"
#include "extract/extract.h"
#include "text/characters.h"
#include "text/segment.h"
#include "train/corpus.h"

namespace train {
namespace {

using document::Claim;
using document::Document;

using Words = std::vector<std::uint32_t>;  // the bytes at which they begin

Words words_of(const Document& d, const Claim& c) {
  Words out;
  for (const text::Span span : c.spans)
    for (const text::Token& t : text::tokens(d.article.text.view(), span))
      if (t.kind == text::TokenKind::word || t.kind == text::TokenKind::number) out.push_back(t.span.begin);
  return out;
}

std::size_t shared(const Words& a, const Words& b) {
  std::size_t n = 0;
  for (const std::uint32_t at : a) n += std::binary_search(b.begin(), b.end(), at);
  return n;
}

int band_of(const Claim& c) { return static_cast<int>(document::band_of(c.checkworthiness.value_or(0))); }

std::string maker(const Document& d, const Claim& c) {
  const document::Speaker* s = c.attribution.speaker ? find(d, *c.attribution.speaker) : nullptr;
  return s ? text::to_lower(s->name) : c.attribution.to.name();
}

// “Ana Ruiz” and “Ruiz”, “the union” and “union”
bool is_same_maker(const std::string& a, const std::string& b) {
  return a == b || (a.size() > 2 && b.size() > 2 && (a.find(b) != std::string::npos || b.find(a) != std::string::npos));
}

void show(const char* what, const Document& d, const Claim& c, const std::string& more = {}) {
  static constexpr const char* kBands[] = {"low", "medium", "high"};
  std::printf("  %-8s %-10s %-6s %4d [%s] %s%s\n", what, c.type.name().c_str(), kBands[band_of(c)], c.checkworthiness.value_or(0), maker(d, c).c_str(),
              document::words_of(d, c.spans).c_str(), more.c_str());
}

void show_differences(const MarkedArticle& article, const Document& found) {
  std::printf("%s\n", article.slug.c_str());
  const std::vector<ClaimPair> all = claim_pairs(article.gold, found);
  for (std::size_t i = 0; i < article.gold.claims.size(); ++i)
    if (std::none_of(all.begin(), all.end(), [&](const ClaimPair& p) { return p.marked == i; })) show("missed", article.gold, article.gold.claims[i]);
  for (std::size_t k = 0; k < found.claims.size(); ++k)
    if (std::none_of(all.begin(), all.end(), [&](const ClaimPair& p) { return p.found == k; })) show("added", found, found.claims[k]);
  for (const ClaimPair& p : all) {
    const Claim &gold = article.gold.claims[p.marked], &mine = found.claims[p.found];
    if (gold.type == mine.type && band_of(gold) == band_of(mine)) continue;
    show("differs", found, mine, " (marked " + gold.type.name() + ", " + std::to_string(*gold.checkworthiness) + ")");
  }
}

void print(const char* what, const ClaimScore& s) {
  const auto share = [](std::size_t part, std::size_t all) { return all ? static_cast<double>(part) / static_cast<double>(all) : 0; };
  std::printf("%-22s P %.3f  R %.3f  type %.3f  maker %.3f  bands: kappa %.3f, the same %.3f  high of the first five %.3f  (%zu found, %zu marked)\n", what,
              s.precision(), s.recall(), share(s.same_type, s.hits), share(s.same_maker, s.hits), s.kappa(),
              share(s.bands[0][0] + s.bands[1][1] + s.bands[2][2], s.hits), share(s.high_of_first_five, s.first_five), s.found, s.marked);
}

}  // namespace

std::vector<ClaimPair> claim_pairs(const Document& marked, const Document& found) {
  std::vector<Words> of_found;
  for (const Claim& c : found.claims) of_found.push_back(words_of(found, c));
  std::vector<ClaimPair> all, out;
  for (std::size_t i = 0; i < marked.claims.size(); ++i) {
    const Words mine = words_of(marked, marked.claims[i]);
    for (std::size_t k = 0; k < of_found.size(); ++k) {
      const std::size_t both = shared(mine, of_found[k]), either = mine.size() + of_found[k].size() - both;
      if (both > 0 && 2 * both >= either) all.push_back({i, k, both * 1000 / either});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const ClaimPair& a, const ClaimPair& b) { return a.alike > b.alike; });
  for (const ClaimPair& p : all)
    if (std::none_of(out.begin(), out.end(), [&](const ClaimPair& taken) { return taken.marked == p.marked || taken.found == p.found; })) out.push_back(p);
  return out;
}

double ClaimScore::precision() const { return found ? static_cast<double>(hits) / static_cast<double>(found) : 0; }
double ClaimScore::recall() const { return marked ? static_cast<double>(hits) / static_cast<double>(marked) : 0; }

double ClaimScore::kappa() const {
  double all = 0, same = 0, chance = 0;
  for (int i = 0; i < 3; ++i) {
    same += static_cast<double>(bands[i][i]);
    for (int k = 0; k < 3; ++k) all += static_cast<double>(bands[i][k]);
  }
  for (int i = 0; i < 3; ++i) {
    double row = 0, column = 0;
    for (int k = 0; k < 3; ++k) {
      row += static_cast<double>(bands[i][k]);
      column += static_cast<double>(bands[k][i]);
    }
    chance += row * column / std::max(all * all, 1.0);
  }
  return all > 0 && chance < 1 ? (same / all - chance) / (1 - chance) : 0;
}

void add_to(ClaimScore& score, const Document& marked, const Document& found) {
  score.found += found.claims.size();
  score.marked += marked.claims.size();
  const std::vector<ClaimPair> all = claim_pairs(marked, found);
  score.hits += all.size();
  for (const ClaimPair& p : all) {
    const Claim &gold = marked.claims[p.marked], &mine = found.claims[p.found];
    score.same_type += gold.type == mine.type;
    score.same_maker += is_same_maker(maker(marked, gold), maker(found, mine));
    ++score.bands[band_of(gold)][band_of(mine)];
  }
  std::vector<std::size_t> order(found.claims.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return found.claims[a].checkworthiness.value_or(0) > found.claims[b].checkworthiness.value_or(0); });
  order.resize(std::min<std::size_t>(order.size(), 5));
  score.first_five += order.size();
  for (const std::size_t k : order)
    score.high_of_first_five += std::any_of(all.begin(), all.end(), [&](const ClaimPair& p) { return p.found == k && band_of(marked.claims[p.marked]) == 2; });
}

void score_marked_claims(const std::string& folder, bool verbose) {
  ClaimScore quoth, second, against_second;
  for (const MarkedArticle& article : read_corpus(folder)) {
    const std::string bytes(article.gold.article.text.view());
    const Document found = annotate::annotate(extract::article({.bytes = bytes, .kind = extract::Kind::text}).article);
    if (verbose) show_differences(article, found);
    add_to(quoth, article.gold, found);
    if (article.second.claims.empty()) continue;
    add_to(second, article.gold, article.second);
    add_to(against_second, article.second, found);
  }
  print("Quoth, first pass", quoth);
  print("Quoth, second pass", against_second);
  print("second pass, first", second);
}

}  // namespace train
