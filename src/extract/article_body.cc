#include "extract/article_body.h"

#include "extract/names.h"
#include "html/tree.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace extract {
namespace {

constexpr std::size_t kRun = 5;  // words in a row that are the same by chance only in phrases

// The hash of each word, without case and marks.
std::vector<std::uint64_t> hashed_words(std::string_view s) {
  constexpr std::uint64_t kStart = 14695981039346656037u, kPrime = 1099511628211u;  // FNV-1a
  std::vector<std::uint64_t> words;
  std::uint64_t hash = kStart;
  bool inside = false;
  for (std::uint32_t at = 0; at < s.size();) {
    const text::Character c = text::character_at(s, at);
    if (text::is_letter(c.code) || text::is_digit(c.code)) {
      hash = (hash ^ text::to_lower(c.code)) * kPrime;
      inside = true;
    } else if (inside) {
      words.push_back(hash);
      hash = kStart;
      inside = false;
    }
    at += c.size;
  }
  if (inside) words.push_back(hash);
  return words;
}

std::uint64_t run_at(const std::vector<std::uint64_t>& words, std::size_t at) {
  std::uint64_t hash = 0;
  for (std::size_t i = at; i < at + kRun; ++i) hash = hash * 0x9E3779B97F4A7C15u + words[i];
  return hash;
}

}  // namespace

ArticleBody::ArticleBody(std::string_view json) {
  if (json.find("</") != json.npos || json.find("<br") != json.npos || json.find("&#") != json.npos || json.find("&nbsp;") != json.npos) {
    for (Line& line : lines_of(html::parse(json))) paragraphs_.push_back(std::move(line.words));
  } else {
    for (std::size_t at = 0; at < json.size();) {
      const std::size_t end = std::min(json.find('\n', at), json.size());
      if (std::string words = one_line(json.substr(at, end - at)); !words.empty()) paragraphs_.push_back(std::move(words));
      at = end + 1;
    }
  }
  std::vector<std::uint64_t> words;
  for (const std::string& paragraph : paragraphs_)
    for (const std::uint64_t word : hashed_words(paragraph)) words.push_back(word);
  words_ = words.size();
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) runs_.insert(run_at(words, i));
}

bool ArticleBody::holds(std::string_view line) const {
  const std::vector<std::uint64_t> words = hashed_words(line);
  if (words.size() < kRun || runs_.empty()) return false;
  std::size_t held = 0, runs = 0;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i, ++runs) held += runs_.contains(run_at(words, i));
  return held * 2 > runs;
}

}  // namespace extract
