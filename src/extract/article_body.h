// The text of the article as a page gives it to search engines (articleBody of JSON-LD). It shows where in the
// page the article stands, and is the article where the page itself shows no more than a piece.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extract/page_lines.h"

namespace extract {

class ArticleBody {
 public:
  // `json` may hold markup. Linear.
  explicit ArticleBody(std::string_view json);

  // Long enough to say something about the page.
  bool tells() const { return words_ >= kWords; }
  std::size_t words() const { return words_; }
  const std::vector<std::string>& paragraphs() const { return paragraphs_; }

  // True if most of the line's words stand in the body in the same order; false for a line of a few words.
  bool holds(std::string_view line) const;

 private:
  static constexpr std::size_t kWords = 60;

  std::vector<std::string> paragraphs_;
  std::unordered_set<std::uint64_t> runs_;  // of some words in a row, hashed; only asked, never walked
  std::size_t words_ = 0;
};

}  // namespace extract
