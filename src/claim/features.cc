#include "claim/features.h"

#include <algorithm>
#include <string>

#include "model/hash.h"

namespace claim {
namespace {

using model::hash;
using model::mix;

// What a feature counts beside a word, in tenths: many parts of words would drown the words.
constexpr int kWhole = 10, kPart = 4, kOrder = 3, kBefore = 3, kPair = 2;

enum Kind : std::uint64_t {
  one_word = 1, two_words, part, a_class, twice, thrice, class_pair, order2, order3, length, ending, of_type, word_before, class_before,
  no_sentence_before
};

// Keeps each row once, in order of first appearance.
class Collector {
 public:
  explicit Collector(std::size_t expected) {
    found_.reserve(expected);
    make_room(expected);
  }

  void add(std::uint64_t feature, int value, std::int16_t from = Feature::kNothing) {
    const std::uint32_t row = static_cast<std::uint32_t>(feature) & (kRows - 1);
    std::uint32_t& place = place_of(row);
    if (place != kFree) return;
    place = row;
    found_.push_back({row, static_cast<std::int16_t>(value), from});
    if (found_.size() * 2 > places_.size()) make_room(found_.size() * 2);
  }
  std::vector<Feature> take() { return std::move(found_); }

 private:
  static constexpr std::uint32_t kFree = kRows;

  std::uint32_t& place_of(std::uint32_t row) {
    std::size_t at = row & (places_.size() - 1);
    while (places_[at] != kFree && places_[at] != row) at = (at + 1) & (places_.size() - 1);
    return places_[at];
  }
  void make_room(std::size_t rows) {
    std::size_t size = 64;
    while (size < rows * 2) size *= 2;
    places_.assign(size, kFree);
    for (const Feature& f : found_) place_of(f.row) = f.row;
  }

  std::vector<std::uint32_t> places_;  // by row; at most half full
  std::vector<Feature> found_;
};

// Digits all alike, so that 4,300 and 5,100 are one: “0,000”. Long numbers are one as well.
std::string form_of(const Word& word) {
  std::string form = word.form;
  bool digits = false;
  for (char& c : form) {
    if (c < '0' || c > '9') continue;
    c = '0';
    digits = true;
  }
  return digits && form.size() > 4 ? "00000" : form;
}

void add_parts(Collector& out, const std::string& form, std::int16_t from) {
  const std::string whole = "^" + form + "$";
  for (const std::size_t size : {std::size_t{3}, std::size_t{4}})
    for (std::size_t at = 0; at + size <= whole.size(); ++at) out.add(mix(part, hash(std::string_view(whole).substr(at, size))), kPart, from);
}

std::uint64_t order_key(const Word& word, std::uint64_t form) {
  if (word.classes != 0) return mix(1, word.classes);
  return word.mark ? form : word.capital ? 2 : 3;
}

}  // namespace

std::vector<Feature> features(std::string_view text, const std::vector<Word>& words, std::string_view type, const std::vector<Word>& before) {
  constexpr std::size_t kLongest = 400;  // words: beyond it a sentence is no sentence
  const std::size_t count = std::min(words.size(), kLongest);
  Collector out(count * 14 + before.size() + 64);
  int classes[kClasses] = {};
  std::uint64_t previous = 0, order1 = 0, order_before = 0;
  std::size_t plain = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Word& word = words[i];
    const auto from = static_cast<std::int16_t>(i);
    const std::string form = form_of(word);
    const std::uint64_t now = hash(form);
    out.add(mix(one_word, now), kWhole, from);
    out.add(mix(mix(two_words, previous), now), kWhole, from);
    if (!word.mark) add_parts(out, form, from);
    const std::uint64_t order = order_key(word, now);
    if (i > 0) out.add(mix(mix(order2, order1), order), kOrder, from);
    if (i > 1) out.add(mix(mix(mix(order3, order_before), order1), order), kOrder, from);
    order_before = order1;
    order1 = order;
    previous = now;
    plain += word.mark ? 0 : 1;
    for (std::size_t c = 0; c < kClasses; ++c) classes[c] += static_cast<int>((word.classes >> c) & 1u);
  }
  for (std::size_t c = 0; c < kClasses; ++c) {
    const std::int16_t from = Feature::from_class(c);
    if (classes[c] > 0) out.add(mix(a_class, c), kWhole, from);
    if (classes[c] > 1) out.add(mix(twice, c), kWhole, from);
    if (classes[c] > 2) out.add(mix(thrice, c), kWhole, from);
    for (std::size_t other = c + 1; other < kClasses && classes[c] > 0; ++other)
      if (classes[other] > 0) out.add(mix(mix(class_pair, c), other), kPair, from);
  }
  out.add(mix(length, std::min<std::size_t>(plain / 3, 12)), kWhole);
  if (count > 0) out.add(mix(ending, hash(slice(text, words[count - 1].span))), kWhole);
  out.add(mix(of_type, hash(type)), kWhole);
  if (before.empty()) out.add(no_sentence_before, kBefore);
  for (std::size_t i = 0; i < std::min(before.size(), kLongest); ++i) {
    out.add(mix(word_before, hash(form_of(before[i]))), kBefore);
    for (std::size_t c = 0; c < kClasses; ++c)
      if ((before[i].classes >> c) & 1u) out.add(mix(class_before, c), kBefore);
  }
  return out.take();
}

std::uint32_t features_fingerprint() { return static_cast<std::uint32_t>(hash("claim features 2") + kRowBits * 131 + kClasses); }

}  // namespace claim
