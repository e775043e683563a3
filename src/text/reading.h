// A text as it is read: what only its layout put between the words of a paragraph is left out. The text itself is
// evidence and never changed; a Reading is a copy of it for the analysis, with the way back to the text.
//
//   lines that were wrapped by hand   a line break inside a paragraph is a blank
//   words divided at a line's end     "impor-\ntant" is read "important"; "long-\nterm" is read "long-term" where the text
//                                     has that word elsewhere, or has "long" and "term" but no "longterm"
//   quoted e-mail                     ">" at the start of a line
//   characters that take no room      soft hyphens, zero-width blanks
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace text {

class Reading {
 public:
  // `paragraphs` in order and apart; what stands between them is taken as it is. Linear.
  Reading(std::string_view text, const std::vector<Span>& paragraphs);

  // Nothing was left out: words() is the text.
  bool is_same() const { return knots_.size() <= 1 && !changed_; }
  const std::string& words() const { return words_; }

  // From the text to words() and back; logarithmic. What is left out at the edges of a span does not belong to it. A span
  // of left-out characters alone becomes the character after it.
  Span to_words(Span in_text) const;
  Span to_text(Span in_words) const;

 private:
  // From here on words and text run side by side.
  struct Knot {
    std::uint32_t words, text;
  };

  void read(std::string_view text, Span paragraph);
  void copy(std::string_view text, std::uint32_t begin, std::uint32_t end);
  void copy_visible(std::string_view text, std::uint32_t begin, std::uint32_t end);
  void put_blank(std::uint32_t at);

  std::string words_;
  std::vector<Knot> knots_;
  bool changed_ = false;  // a character was replaced by another of the same size
};

// A stretch of a text as it is read, for lists and reports.
std::string as_read(std::string_view stretch);

// How many bytes the marks of quoted e-mail take at the start of a line ("> > "), blanks after them included; `depth` is how
// many marks there are. 0 where the line is not quoted.
std::uint32_t size_of_mail_marks(std::string_view line, int* depth = nullptr);

}  // namespace text
