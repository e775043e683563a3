// The words of a stretch of text, each with the classes that assets/rules/en/claim_words.tsv gives it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/segment.h"
#include "text/span.h"

namespace claim {

using text::Span;

// In the order of kClassNames, which are the names in the table.
enum class WordClass : std::uint8_t {
  number, unit, comparison, extreme, universal, cause, law, harm, money, past, be, have, auxiliary_do, modal, present, future, deontic, hedge,
  first, second, praise, polite, report, connective, joiner, anaphor, question, imperative, elliptical, before_noun, subordinate,
  name,  // not in the table: a capital inside a sentence
  count_of_classes
};
inline constexpr std::size_t kClasses = static_cast<std::size_t>(WordClass::count_of_classes);

struct Word {
  Span span;
  std::string form;           // small(): as words are looked up
  std::uint32_t classes = 0;  // one bit a WordClass
  bool mark = false;          // punctuation or a quotation mark
  bool capital = false;

  bool is(WordClass c) const { return (classes >> static_cast<unsigned>(c)) & 1u; }
};

// Why a word of the class tells something, in words for a person: “comparison”. Empty: not worth telling.
const std::string& reason_of(WordClass);

// The letters A to Z made small and ’ made ': the form in which words are looked up.
std::string small(std::string_view text);

// In text order, marks included. Linear.
std::vector<Word> classify(std::string_view text, const std::vector<text::Token>& tokens);

// True if the word `at` of `words` is a verb that can carry a statement: “was”, “agreed”, “must”, “costs”.
bool is_finite_verb(const std::vector<Word>& words, std::size_t at);

}  // namespace claim
