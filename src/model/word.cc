#include "model/word.h"

#include <algorithm>

#include "model/hash.h"

namespace model {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 128; }

std::string shape_of(std::string_view token) {
  constexpr std::size_t kLongest = 6;  // further runs say nothing new
  std::string shape;
  for (const char c : token) {
    const char kind = is_upper(c) ? 'X' : is_lower(c) ? 'x' : is_digit(c) ? 'd' : c;
    if (shape.empty() || shape.back() != kind) shape.push_back(kind);
    if (shape.size() == kLongest) break;
  }
  return shape;
}

}  // namespace

std::string normal_form(std::string_view token) {
  for (const std::string_view mark : {"“", "”", "„", "«", "»", "``", "''"})
    if (token == mark) return "\"";
  bool digits = false, letters = false, only_digits = true;
  std::string normal;
  normal.reserve(token.size());
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char c = token[i];
    digits |= is_digit(c);
    only_digits &= is_digit(c);
    letters |= is_upper(c) || is_lower(c);
    if (token.substr(i, 3) == "’" || token.substr(i, 3) == "‘") {
      normal.push_back('\'');
      i += 2;
    } else {
      normal.push_back(is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c);
    }
  }
  if (digits && !letters) return only_digits && token.size() == 4 ? "!YEAR" : "!NUM";
  return normal;
}

Word look_at(std::string_view token) {
  const std::string text = normal_form(token);
  const std::string_view normal = text;
  Word word;
  word.exact = hash(token);
  word.normal = hash(normal);
  word.prefix1 = hash(normal.substr(0, 1));
  word.prefix3 = hash(normal.substr(0, 3));
  for (std::size_t k = 1; k <= 4; ++k)
    word.suffix[k - 1] = normal.size() >= k ? hash(normal.substr(normal.size() - k)) : mix(word.normal, k);
  word.shape = hash(shape_of(token));
  return word;
}

}  // namespace model
