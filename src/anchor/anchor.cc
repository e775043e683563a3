#include "anchor/anchor.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "anchor/approximate.h"
#include "text/utf8.h"

namespace anchor {
namespace {

// Measured with marks that were really deleted: below these scores they begin to attach to words elsewhere. Short
// words need more, since they stand in many places.
constexpr int kLeast = 750, kLeastOfShort = 800;
constexpr std::size_t kShort = 25;  // code points

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::uint32_t at = 0; at < text.size();) {
    const text::Character c = text::character_at(text, at);
    out += c.code;
    at += c.size;
  }
  return out;
}

// Words are compared loosely only between these sizes, in code points: shorter ones would be found anywhere, longer
// ones take too long.
constexpr std::size_t kLeastLoose = 8, kMostLoose = 4000, kLeastLooseNear = 4;
constexpr std::size_t kSeeds = 16, kSeedSize = 10;  // pieces of the words that are looked for as they are; bytes
constexpr std::int64_t kNearby = 4096;                 // bytes
constexpr std::int64_t kEffortOfScore = 1000;           // a score takes as long as a look at so many bytes
constexpr std::size_t kMostPlaces = 4;              // that are compared in full
constexpr std::int64_t kBeside = 400;                   // bytes around the place that another mark gives
constexpr int kNearness = 40;                           // its weight, where words have 50 and each side 20

bool starts_character(std::string_view s, std::size_t at) { return at >= s.size() || (static_cast<unsigned char>(s[at]) & 0xC0) != 0x80; }

int likeness_of(const Match& match, const std::u32string& words) { return std::max(0, 1000 - 1000 * match.edits / static_cast<int>(words.size())); }

// A place where the words may begin, as pieces of them say.
struct Place {
  std::int64_t first = 0, last = 0;  // bytes
  int votes = 0;
};

}  // namespace

Selector selector_of(std::string_view all, Span span) {
  std::uint32_t before = span.begin, after = span.end;
  for (int i = 0; i < kContext && before > 0; ++i) before -= text::character_before(all, before).size;
  for (int i = 0; i < kContext && after < all.size(); ++i) after += text::character_at(all, after).size;
  const auto words = [&](std::uint32_t begin, std::uint32_t end) { return std::string(all.substr(begin, end - begin)); };
  return {words(span.begin, span.end), words(before, span.begin), words(span.end, after), span.begin};
}

std::optional<Found> Finder::find(const Selector& wanted) {
  if (wanted.exact.empty()) return std::nullopt;
  const Sides sides{code_points(wanted.prefix), code_points(wanted.suffix)};
  const std::size_t length = text::count_code_points(wanted.exact);
  const auto shift_back = [&](const Found& f) { shift_ = std::int64_t{f.span.begin} - std::int64_t{wanted.near}; return f; };
  // Most marks have moved as far as the one before them, and look there just as they did.
  std::optional<Found> found = find_words(wanted, sides, kNearby);
  if (found && found->score == 1000) return shift_back(*found);
  found = find_words(wanted, sides, std::int64_t{1} << 32);
  // Many words in a row that are just the same are no chance find, whatever stands around them.
  if (found && length >= kShort) found->score = std::max(found->score, kLeast);
  const auto good = [&] { return found && found->score >= (length < kShort ? kLeastOfShort : kLeast); };
  if (!good() && length >= kLeastLoose && length <= kMostLoose) found = find_loosely(wanted, sides);
  if (!good()) return std::nullopt;
  return shift_back(*found);
}

// The words just as they were, at most so many bytes from where they are expected.
std::optional<Found> Finder::find_words(const Selector& wanted, const Sides& sides, std::int64_t around) {
  const auto size = static_cast<std::int64_t>(text_.size());
  const std::int64_t expected = std::int64_t{wanted.near} + shift_;
  const auto from = static_cast<std::size_t>(std::clamp<std::int64_t>(expected - around, 0, size));
  const auto to = static_cast<std::size_t>(std::clamp<std::int64_t>(expected + around, 0, size));
  const std::string_view part = text_.substr(0, to);
  if ((effort_left_ -= static_cast<std::int64_t>(to - from)) < 0) return std::nullopt;
  std::optional<Found> best;
  std::int64_t best_away = 0;
  for (std::size_t at = from; (at = part.find(wanted.exact, at)) != std::string_view::npos; ++at) {
    if ((effort_left_ -= kEffortOfScore) < 0) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(at);
    const Span span{begin, begin + static_cast<std::uint32_t>(wanted.exact.size())};
    const Found here{span, score(span, 1000, sides)};
    const std::int64_t away = std::abs(std::int64_t{begin} - expected);
    if (best && (here.score < best->score || (here.score == best->score && away >= best_away))) continue;
    best = here;
    best_away = away;
  }
  return best;
}

// The words with changes: pieces of them that are unchanged say where to look.
std::optional<Found> Finder::find_loosely(const Selector& wanted, const Sides& sides) {
  const std::string_view words = wanted.exact;
  std::vector<std::int64_t> begins;
  const std::size_t step = std::max<std::size_t>(words.size() / kSeeds, 1);
  for (std::size_t at = 0; at < words.size(); at += std::max(step, kSeedSize / 2)) {
    std::size_t end = std::min(at + kSeedSize, words.size());
    if (end - at < kSeedSize / 2) break;
    while (!starts_character(words, end)) ++end;
    std::size_t begin = at;
    while (!starts_character(words, begin)) ++begin;
    if (begin >= end || (effort_left_ -= static_cast<std::int64_t>(text_.size())) < 0) break;
    const std::string_view seed = words.substr(begin, end - begin);
    int hits = 0;
    for (std::size_t hit = 0; hits < 64 && (hit = text_.find(seed, hit)) != std::string_view::npos; ++hit, ++hits)
      begins.push_back(static_cast<std::int64_t>(hit) - static_cast<std::int64_t>(begin));
  }
  std::sort(begins.begin(), begins.end());
  const auto slack = static_cast<std::int64_t>(words.size() / 4 + 32);
  std::vector<Place> places;
  for (const std::int64_t begin : begins) {
    if (places.empty() || begin - places.back().first > slack) places.push_back({begin, begin, 0});
    places.back().last = begin;
    ++places.back().votes;
  }
  const auto away = [&](const Place& p) { return std::abs(p.first - std::int64_t{wanted.near}); };
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) { return a.votes != b.votes ? a.votes > b.votes : away(a) < away(b); });

  const std::u32string pattern = code_points(words);
  std::optional<Found> best;
  for (std::size_t i = 0; i < std::min(places.size(), kMostPlaces); ++i) {
    const auto clamp = [&](std::int64_t at) { return static_cast<std::size_t>(std::clamp<std::int64_t>(at, 0, static_cast<std::int64_t>(text_.size()))); };
    std::size_t from = clamp(places[i].first - slack), to = clamp(places[i].last + static_cast<std::int64_t>(words.size()) + slack);
    while (!starts_character(text_, from)) ++from;
    while (!starts_character(text_, to)) ++to;
    const std::u32string window = code_points(text_.substr(from, to - from));
    if ((effort_left_ -= static_cast<std::int64_t>(window.size() * pattern.size())) < 0) break;
    for (const Match& match : best_matches(pattern, window)) {
      if (match.begin == match.end) continue;
      const Span span{byte_in(from, match.begin), byte_in(from, match.end)};
      const Found here{span, score(span, likeness_of(match, pattern), sides)};
      if (!best || here.score > best->score) best = here;
    }
  }
  return best;
}

std::optional<Found> Finder::find_near(const Selector& wanted) {
  if (wanted.exact.empty()) return std::nullopt;
  const Sides sides{code_points(wanted.prefix), code_points(wanted.suffix)};
  const auto size = static_cast<std::int64_t>(text_.size()), expected = std::int64_t{wanted.near};
  const auto most = static_cast<std::int64_t>(wanted.exact.size()) + kBeside;
  auto from = static_cast<std::size_t>(std::clamp<std::int64_t>(expected - kBeside, 0, size)), to = static_cast<std::size_t>(std::clamp<std::int64_t>(expected + most, 0, size));
  while (!starts_character(text_, from)) ++from;
  while (!starts_character(text_, to)) ++to;
  if ((effort_left_ -= static_cast<std::int64_t>(to - from)) < 0) return std::nullopt;
  std::optional<Found> best;
  const auto consider = [&](Span span, int words) {
    const std::int64_t away = std::min(std::abs(std::int64_t{span.begin} - expected), kBeside);
    const int nearness = static_cast<int>(1000 - 1000 * away / kBeside), around = sides.prefix.empty() && sides.suffix.empty() ? words : score(span, words, sides);
    const Found here{span, (90 * around + kNearness * nearness) / (90 + kNearness)};
    if (!best || here.score > best->score) best = here;
  };
  const std::string_view part = text_.substr(0, to);
  for (std::size_t at = from; (at = part.find(wanted.exact, at)) != std::string_view::npos; ++at) {
    if ((effort_left_ -= kEffortOfScore) < 0) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(at);
    consider({begin, begin + static_cast<std::uint32_t>(wanted.exact.size())}, 1000);
  }
  const std::u32string pattern = code_points(wanted.exact);
  const int least = pattern.size() < kShort ? kLeastOfShort : kLeast;
  if ((!best || best->score < least) && pattern.size() >= kLeastLooseNear && pattern.size() <= kMostLoose) {
    const std::u32string window = code_points(text_.substr(from, to - from));
    if ((effort_left_ -= static_cast<std::int64_t>(window.size() * pattern.size())) < 0) return std::nullopt;
    for (const Match& match : best_matches(pattern, window))
      if (match.begin < match.end) consider({byte_in(from, match.begin), byte_in(from, match.end)}, likeness_of(match, pattern));
  }
  if (!best || best->score < least) return std::nullopt;
  return best;
}

// The byte of a code point counted from the byte `from`.
std::uint32_t Finder::byte_in(std::size_t from, std::size_t code_points) const {
  for (; code_points > 0; --code_points) from += text::character_at(text_, static_cast<std::uint32_t>(from)).size;
  return static_cast<std::uint32_t>(from);
}

int Finder::score(Span span, int words, const Sides& sides) const {
  const Selector here = selector_of(text_, span);
  // A side that was cut short by the end of its text says nothing beyond that.
  std::u32string prefix = code_points(here.prefix), suffix = code_points(here.suffix);
  if (prefix.size() > sides.prefix.size()) prefix.erase(0, prefix.size() - sides.prefix.size());
  if (suffix.size() > sides.suffix.size()) suffix.erase(sides.suffix.size());
  int points = 50 * words, most = 50;
  if (!sides.prefix.empty()) points += 20 * likeness(sides.prefix, prefix), most += 20;
  if (!sides.suffix.empty()) points += 20 * likeness(sides.suffix, suffix), most += 20;
  if (most == 50) most = 90;  // words alone, without surroundings, are no sure find
  return points / most;
}

}  // namespace anchor
