// What is known of a text: all of it, or the stretches that marks name with their surroundings. Marks that overlap, and
// those that stand in each other's surroundings, share what they name.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anchor/anchor.h"
#include "text/utf8.h"

namespace format {

class Stretches {
 public:
  // In text order, apart from each other; `words` are valid UTF-8. Places are code points of the whole text.
  void add(std::int64_t start, std::string words);

  struct Stretch {
    std::int64_t start = 0;
    std::string words;
    text::CodePointIndex index;

    Stretch(std::int64_t from, std::string what) : start(from), words(std::move(what)), index(words) {}
    Stretch(const Stretch&) = delete;
    Stretch& operator=(const Stretch&) = delete;
    std::int64_t end() const { return start + index.size(); }
  };
  const std::vector<std::unique_ptr<Stretch>>& all() const { return all_; }

  // The words there, with at most 16 code points on both sides; none: they are not known. `size_of` says how many bytes
  // the words have before any are copied. Logarithmic.
  std::optional<std::size_t> size_of(std::int64_t start, std::int64_t end) const;
  std::optional<anchor::Selector> find(std::int64_t start, std::int64_t end) const;

 private:
  const Stretch* holding(std::int64_t start, std::int64_t end) const;

  std::vector<std::unique_ptr<Stretch>> all_;
};

// A stretch that a mark names; where two that overlap disagree, the later one does not count.
struct NamedStretch {
  std::int64_t start = 0;
  std::string words;
};
Stretches joined(std::vector<NamedStretch> named);

}  // namespace format
