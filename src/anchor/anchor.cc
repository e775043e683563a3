#include "anchor/anchor.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "anchor/approximate.h"
#include "text/utf8.h"

namespace anchor {
namespace {

// Measured with marks that were really deleted (tests/bench/anchoring.cc): below these scores they begin to attach to words
// elsewhere. Short words need more, since they stand in many places.
constexpr int kLeast = 750, kLeastOfShort = 812, kLeastOfShortNear = 800;
constexpr std::size_t kShort = 25;  // code points

// Words are compared loosely up to this size, in letters: longer ones take too long. Those shorter than kAlone only where their
// surroundings say.
constexpr std::size_t kAlone = 8, kMostLoose = 4000;
// From this score on words that are the same need no comparison with changed ones; words that differ have less than 1000.
constexpr int kSure = 950, kMostOfChanged = 990;
constexpr std::size_t kSeeds = 16, kSeedSize = 10;  // pieces of the words that are looked for as they are; bytes
constexpr std::int64_t kNearby = 4096;                 // bytes
constexpr std::int64_t kEffortOfScore = 1000;           // a score takes as long as a look at so many bytes
constexpr std::size_t kMostPlaces = 4;              // that are compared in full
constexpr std::int64_t kBeside = 400;                   // bytes around the place that another mark gives
constexpr int kNearness = 40;                           // its weight, where words have 50 and each side 20

bool starts_character(std::string_view s, std::size_t at) { return at >= s.size() || (static_cast<unsigned char>(s[at]) & 0xC0) != 0x80; }

int likeness_of(const Match& match, const std::u32string& words) {
  return std::clamp(1000 - 1000 * match.edits / static_cast<int>(words.size()), 0, kMostOfChanged);
}

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

Finder::Wanted Finder::folded(const Selector& selector) {
  return {selector, fold(selector.exact).letters, fold(selector.prefix).letters, fold(selector.suffix).letters};
}

std::optional<Found> Finder::find(const Selector& selector) {
  const Wanted wanted = folded(selector);
  if (wanted.words.empty()) return std::nullopt;
  const bool is_short = wanted.words.size() < kShort;
  const auto shift_back = [&](const Found& f) { shift_ = std::int64_t{f.span.begin} - std::int64_t{selector.near}; return f; };
  // Most marks have moved as far as the one before them, and look there just as they did.
  std::optional<Found> found = find_words(wanted, kNearby);
  if (found && found->score == 1000) return shift_back(*found);
  found = find_words(wanted, std::int64_t{1} << 32);
  // Many words in a row that are just the same are no chance find, whatever stands around them.
  if (found && !is_short) found->score = std::max(found->score, kLeast);
  if ((!found || found->score < kSure) && wanted.words.size() <= kMostLoose) {
    const auto changed = find_loosely(wanted);
    if (changed && (!found || changed->score > found->score)) found = changed;
  }
  if (!found || found->score < (is_short ? kLeastOfShort : kLeast)) return std::nullopt;
  return shift_back(*found);
}

// The words just as they were, at most so many bytes from where they are expected.
std::optional<Found> Finder::find_words(const Wanted& wanted, std::int64_t around) {
  const std::string& words = wanted.selector.exact;
  const auto size = static_cast<std::int64_t>(text_.size());
  const std::int64_t expected = std::int64_t{wanted.selector.near} + shift_;
  const auto from = static_cast<std::size_t>(std::clamp<std::int64_t>(expected - around, 0, size));
  const auto to = static_cast<std::size_t>(std::clamp<std::int64_t>(expected + around, 0, size));
  const std::string_view part = text_.substr(0, to);
  if ((effort_left_ -= static_cast<std::int64_t>(to - from)) < 0) return std::nullopt;
  std::optional<Found> best;
  std::int64_t best_away = 0;
  for (std::size_t at = from; (at = part.find(words, at)) != std::string_view::npos; ++at) {
    if ((effort_left_ -= kEffortOfScore) < 0) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(at);
    const Span span{begin, begin + static_cast<std::uint32_t>(words.size())};
    const Found here{span, score(span, 1000, wanted)};
    const std::int64_t away = std::abs(std::int64_t{begin} - expected);
    if (best && (here.score < best->score || (here.score == best->score && away >= best_away))) continue;
    best = here;
    best_away = away;
  }
  return best;
}

// The words with changes: pieces of them and of what stood around them that are unchanged say where to look.
std::optional<Found> Finder::find_loosely(const Wanted& wanted) {
  const std::string whole = wanted.selector.prefix + wanted.selector.exact + wanted.selector.suffix;
  const auto before = static_cast<std::int64_t>(wanted.selector.prefix.size()), size = static_cast<std::int64_t>(whole.size());
  std::vector<std::int64_t> begins;  // of the whole
  const std::size_t step = std::max(whole.size() / kSeeds, kSeedSize / 2);
  for (std::size_t at = 0; at < whole.size(); at += step) {
    std::size_t end = std::min(at + kSeedSize, whole.size());
    if (end - at < kSeedSize / 2) break;
    while (!starts_character(whole, end)) ++end;
    std::size_t begin = at;
    while (!starts_character(whole, begin)) ++begin;
    if (begin >= end || (effort_left_ -= static_cast<std::int64_t>(text_.size())) < 0) break;
    const std::string_view seed = std::string_view(whole).substr(begin, end - begin);
    int hits = 0;
    for (std::size_t hit = 0; hits < 64 && (hit = text_.find(seed, hit)) != std::string_view::npos; ++hit, ++hits)
      begins.push_back(static_cast<std::int64_t>(hit) - static_cast<std::int64_t>(begin));
  }
  std::sort(begins.begin(), begins.end());
  const std::int64_t slack = size / 4 + 32;
  std::vector<Place> places;
  for (const std::int64_t begin : begins) {
    if (places.empty() || begin - places.back().first > slack) places.push_back({begin, begin, 0});
    places.back().last = begin;
    ++places.back().votes;
  }
  const std::int64_t expected = std::int64_t{wanted.selector.near} + shift_;
  const auto away = [&](std::int64_t begin) { return std::abs(begin - expected); };
  std::sort(places.begin(), places.end(),
            [&](const Place& a, const Place& b) { return a.votes != b.votes ? a.votes > b.votes : away(a.first + before) < away(b.first + before); });

  std::optional<Found> best;
  for (std::size_t i = 0; i < std::min(places.size(), kMostPlaces); ++i) {
    const bool looked = look_at(wanted, places[i].first - slack, places[i].last + size + slack, [&](Span span, int words) {
      const Found here{span, score(span, words, wanted)};
      if (!best || here.score > best->score || (here.score == best->score && away(span.begin) < away(best->span.begin))) best = here;
    });
    if (!looked) break;
  }
  return best;
}

template <typename Consider>
bool Finder::look_at(const Wanted& wanted, std::int64_t from, std::int64_t to, Consider consider) {
  const auto size = static_cast<std::int64_t>(text_.size());
  auto begin = static_cast<std::size_t>(std::clamp<std::int64_t>(from, 0, size)), end = static_cast<std::size_t>(std::clamp<std::int64_t>(to, 0, size));
  while (!starts_character(text_, begin)) ++begin;
  while (!starts_character(text_, end)) ++end;
  if (begin >= end) return true;
  const Folded window = fold(text_.substr(begin, end - begin));
  const std::u32string whole = wanted.prefix + wanted.words + wanted.suffix;
  if ((effort_left_ -= static_cast<std::int64_t>(window.letters.size() * whole.size()) * 2) < 0) return false;
  const auto take = [&](const Match& match, auto likeness) {
    if (match.begin >= match.end) return;
    const auto first = static_cast<std::uint32_t>(begin);
    consider(Span{first + window.begins[match.begin], first + window.ends[match.end - 1]}, likeness());
  };
  const Match part = best_part(whole, wanted.prefix.size(), wanted.prefix.size() + wanted.words.size(), window.letters);
  if (part.end < part.begin + 2 * wanted.words.size() + kAlone)
    take(part, [&] { return std::min(likeness(wanted.words, window.letters.substr(part.begin, part.end - part.begin)), kMostOfChanged); });
  if (wanted.words.size() >= kAlone)
    for (const Match& match : best_matches(wanted.words, window.letters)) take(match, [&] { return likeness_of(match, wanted.words); });
  return true;
}

std::optional<Found> Finder::find_near(const Selector& selector) {
  const Wanted wanted = folded(selector);
  if (wanted.words.empty()) return std::nullopt;
  const auto size = static_cast<std::int64_t>(text_.size()), expected = std::int64_t{selector.near};
  const std::int64_t from = std::clamp<std::int64_t>(expected - kBeside, 0, size);
  const std::int64_t to = std::clamp<std::int64_t>(expected + static_cast<std::int64_t>(selector.exact.size()) + kBeside, 0, size);
  if ((effort_left_ -= to - from) < 0) return std::nullopt;
  std::optional<Found> best;
  const auto consider = [&](Span span, int words) {
    const std::int64_t away = std::min(std::abs(std::int64_t{span.begin} - expected), kBeside);
    const int nearness = static_cast<int>(1000 - 1000 * away / kBeside);
    const int around = wanted.prefix.empty() && wanted.suffix.empty() ? words : score(span, words, wanted);
    const Found here{span, (90 * around + kNearness * nearness) / (90 + kNearness)};
    if (!best || here.score > best->score) best = here;
  };
  const std::string_view part = text_.substr(0, static_cast<std::size_t>(to));
  for (auto at = static_cast<std::size_t>(from); (at = part.find(selector.exact, at)) != std::string_view::npos; ++at) {
    if ((effort_left_ -= kEffortOfScore) < 0) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(at);
    consider({begin, begin + static_cast<std::uint32_t>(selector.exact.size())}, 1000);
  }
  if ((!best || best->score < kSure) && wanted.words.size() <= kMostLoose && !look_at(wanted, from, to, consider)) return std::nullopt;
  if (!best || best->score < (wanted.words.size() < kShort ? kLeastOfShortNear : kLeast)) return std::nullopt;
  return best;
}

int Finder::score(Span span, int words, const Wanted& wanted) const {
  // Blanks and signs without width may have come in: enough of each side is read for as many letters as there were.
  constexpr std::uint32_t kRead = 4 * kContext * 2;  // bytes
  std::uint32_t from = span.begin > kRead ? span.begin - kRead : 0, to = std::min<std::uint32_t>(span.end + kRead, static_cast<std::uint32_t>(text_.size()));
  while (!starts_character(text_, from)) ++from;
  while (!starts_character(text_, to)) ++to;
  // A side that was cut short by the end of its text says nothing beyond that.
  std::u32string prefix = fold(text_.substr(from, span.begin - from)).letters, suffix = fold(text_.substr(span.end, to - span.end)).letters;
  if (prefix.size() > wanted.prefix.size()) prefix.erase(0, prefix.size() - wanted.prefix.size());
  if (suffix.size() > wanted.suffix.size()) suffix.erase(wanted.suffix.size());
  int points = 50 * words, most = 50;
  if (!wanted.prefix.empty()) points += 20 * likeness(wanted.prefix, prefix), most += 20;
  if (!wanted.suffix.empty()) points += 20 * likeness(wanted.suffix, suffix), most += 20;
  if (most == 50) most = 90;  // words alone, without surroundings, are no sure find
  return points / most;
}

}  // namespace anchor
