#include "speaker/echo.h"

#include <algorithm>
#include <string>

#include "text/characters.h"
#include "text/segment.h"

namespace speaker {
namespace {

constexpr std::size_t kFewest = 3;     // words: fewer stand in many quotations
constexpr std::size_t kFarthest = 50;  // quotations
constexpr std::size_t kLongest = 400;  // words of a quotation that are looked at

std::vector<std::string> words_of(std::string_view text, const document::Quotation& q) {
  std::vector<std::string> out;
  for (const text::Span& piece : q.content)
    for (const text::Token& token : text::tokens(text, piece)) {
      if (token.kind != text::TokenKind::word && token.kind != text::TokenKind::number) continue;
      if (out.size() == kLongest) return out;
      out.push_back(text::to_lower(slice(text, token.span)));
    }
  return out;
}

// In their order; between them at most as many others as they are, and a few.
bool holds(const std::vector<std::string>& all, const std::vector<std::string>& words) {
  const std::size_t room = words.size() * 2 + 6;
  for (std::size_t begin = 0; begin + words.size() <= all.size(); ++begin) {
    if (all[begin] != words.front()) continue;
    std::size_t found = 0;
    for (std::size_t at = begin; at < std::min(all.size(), begin + room) && found < words.size(); ++at) found += all[at] == words[found];
    if (found == words.size()) return true;
  }
  return false;
}

}  // namespace

int echoed_by(std::string_view text, const std::vector<document::Quotation>& all, std::size_t heading) {
  const std::vector<std::string> words = words_of(text, all[heading]);
  if (words.size() < kFewest) return -1;
  for (std::size_t step = 1; step <= kFarthest; ++step) {
    // What a heading repeats mostly stands below it.
    if (heading + step < all.size() && holds(words_of(text, all[heading + step]), words)) return static_cast<int>(heading + step);
    if (step <= heading && holds(words_of(text, all[heading - step]), words)) return static_cast<int>(heading - step);
  }
  return -1;
}

}  // namespace speaker
