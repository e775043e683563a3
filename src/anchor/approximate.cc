#include "anchor/approximate.h"

#include <algorithm>
#include <vector>

namespace anchor {

int likeness(const std::u32string& a, const std::u32string& b) {
  if (a == b) return 1000;
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 0; i < a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i) + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const int change = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({change, row[j] + 1, diagonal + 1});
    }
  }
  return 1000 - 1000 * row.back() / static_cast<int>(std::max(a.size(), b.size()));
}

std::vector<Match> best_matches(const std::u32string& wanted, const std::u32string& all) {
  // A row a character of `wanted`: the fewest edits that end at each place of `all`, and where such a stretch begins.
  struct Cell {
    int edits;
    std::size_t begin;
  };
  std::vector<Cell> row(all.size() + 1);
  for (std::size_t j = 0; j <= all.size(); ++j) row[j] = {0, j};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    Cell diagonal = row[0];
    row[0].edits = static_cast<int>(i) + 1;
    for (std::size_t j = 0; j < all.size(); ++j) {
      Cell best{diagonal.edits + (wanted[i] != all[j]), diagonal.begin};
      diagonal = row[j + 1];
      if (diagonal.edits + 1 < best.edits) best = {diagonal.edits + 1, diagonal.begin};
      if (row[j].edits + 1 < best.edits) best = {row[j].edits + 1, row[j].begin};
      row[j + 1] = best;
    }
  }
  constexpr std::size_t kMost = 8;
  int fewest = row[0].edits;
  for (const Cell& cell : row) fewest = std::min(fewest, cell.edits);
  std::vector<Match> out;
  for (std::size_t end = 0; end <= all.size(); ++end)
    if (row[end].edits == fewest) out.push_back({row[end].begin, end, fewest});
  const auto unlike = [&](const Match& m) { return std::max(m.end - m.begin, wanted.size()) - std::min(m.end - m.begin, wanted.size()); };
  std::stable_sort(out.begin(), out.end(), [&](const Match& a, const Match& b) { return unlike(a) < unlike(b); });
  if (out.size() > kMost) out.resize(kMost);
  return out;
}

Match best_part(const std::u32string& wanted, std::size_t from, std::size_t to, const std::u32string& all) {
  std::vector<Match> row(all.size() + 1);
  const auto enter = [&](std::size_t i, std::size_t j, Match& m) {
    if (i == from) m.begin = j;
    if (i == to) m.end = j;
  };
  for (std::size_t j = 0; j <= all.size(); ++j) enter(0, j, row[j]);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    Match diagonal = row[0];
    row[0].edits = static_cast<int>(i) + 1;
    enter(i + 1, 0, row[0]);
    for (std::size_t j = 0; j < all.size(); ++j) {
      Match best = diagonal;
      best.edits += wanted[i] != all[j];
      diagonal = row[j + 1];
      if (diagonal.edits + 1 < best.edits) best = diagonal, ++best.edits;
      enter(i + 1, j + 1, best);
      if (row[j].edits + 1 < best.edits) {
        best = row[j];
        ++best.edits;
        if (i + 1 == from) best.begin = j + 1;  // what was added in front is no part of it, nor what was added behind
      }
      row[j + 1] = best;
    }
  }
  return *std::min_element(row.begin(), row.end(), [](const Match& a, const Match& b) { return a.edits < b.edits; });
}

}  // namespace anchor
