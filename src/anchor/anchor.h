// Finds marked words again in a text that has changed.
//
// A Selector says what was marked: the words, some characters on both sides, and where it was. A Finder gives the
// place in another text that says the same, or none: a mark is better lost than put in a wrong place.
//
// Of all places where the words stand, the one whose surroundings are most like those of old wins; of several such, the
// nearest. Where none is sure, words with changes are looked for as well: pieces of them and of their surroundings say where.
// Signs and blanks that are only written in another way count as the same (anchor/fold.h). The score weighs words and
// surroundings as Hypothesis does (match-quote.ts), and has a least value, which that lacks. tests/bench/anchoring.cc measures it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "anchor/approximate.h"
#include "anchor/fold.h"
#include "text/span.h"

namespace anchor {

using text::Span;

struct Selector {
  std::string exact;
  std::string prefix, suffix;  // what stood before and after it; may be empty
  std::uint32_t near = 0;      // the byte at which it was
};

// Code points of context on each side. Measured on 144 articles: with more no more marks are found again.
constexpr int kContext = 16;

Selector selector_of(std::string_view text, Span);

struct Found {
  Span span;
  int score = 0;  // in thousandths; 1000: words and surroundings are just as they were
};

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}  // the text must outlive the finder

  // Linear in the text for each selector, and quadratic in its words where they have changed. All calls together are bounded as well: a file with a million marks on
  // another text loses the last of them rather than an hour of a person's time.
  std::optional<Found> find(const Selector&);

  // The same for words that belong to a mark that was found already, as a cue to its content: `near` is where they stand
  // if nothing changed between the two. Only there and some lines around is looked, so "said" is never found in another
  // sentence of its kind, and how near they are counts as much as what stands around them.
  std::optional<Found> find_near(const Selector&);

 private:
  // A selector, as it is compared.
  struct Wanted {
    const Selector& selector;
    std::u32string words, prefix, suffix;
  };
  static Wanted folded(const Selector&);

  std::optional<Found> find_words(const Wanted&, std::int64_t around);
  std::optional<Found> find_loosely(const Wanted&);
  // The places in the bytes [from, to) that say nearly the same, with how much of the words stands there. False: that would take
  // longer than is left.
  template <typename Consider>
  bool look_at(const Wanted&, std::int64_t from, std::int64_t to, Consider consider);
  int score(Span, int words, const Wanted&) const;

  std::string_view text_;
  std::int64_t shift_ = 0;  // how far the last mark has moved
  std::int64_t effort_left_ = std::int64_t{1} << 30;  // bytes compared, roughly
};

}  // namespace anchor
