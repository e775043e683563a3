#include "claim/words.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <unordered_map>
#include <utility>

#include "rules/table.h"
#include "text/characters.h"

namespace claim {
namespace {

constexpr std::array<std::string_view, kClasses> kClassNames = {
    "number", "unit", "comparison", "extreme", "universal", "cause", "law", "harm", "money", "past", "be", "have", "do", "modal", "present", "future",
    "deontic", "hedge", "first", "second", "praise", "polite", "report", "connective", "joiner", "anaphor", "question", "imperative",
    "elliptical", "before_noun", "subordinate", "name"};

constexpr std::uint32_t bit(WordClass c) { return 1u << static_cast<unsigned>(c); }
static_assert(kClasses <= 32);

struct Phrase {
  std::vector<std::string> rest;  // the words after the first
  std::uint32_t classes = 0;
  bool all = true;                // of its words are of the class; else only the last: “'s” of “it's”
};

struct Lexicon {
  std::unordered_map<std::string, std::uint32_t> words;
  std::unordered_map<std::string, std::vector<Phrase>> phrases;  // by first word
  std::array<std::string, kClasses> reasons;
};

void add_phrase(Lexicon& lexicon, std::string_view phrase, std::uint32_t classes, bool all) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= phrase.size();) {
    const std::size_t end = std::min(phrase.find('_', at), phrase.size());
    parts.emplace_back(phrase.substr(at, end - at));
    at = end + 1;
  }
  const std::string head = parts.front();
  parts.erase(parts.begin());
  if (parts.empty()) lexicon.words[head] |= classes;
  else lexicon.phrases[head].push_back({std::move(parts), classes, all});
}

// A token of the table that the tokeniser cuts in two is a phrase of two: "do|n't", "we|'ll".
std::string cut_like_tokens(std::string_view word) {
  const std::string whole(word);
  const std::vector<text::Token> tokens = text::tokens(whole, {0, static_cast<std::uint32_t>(whole.size())});
  std::string out;
  for (const text::Token& t : tokens) out += (out.empty() ? "" : "_") + std::string(slice(whole, t.span));
  return out;
}

const Lexicon& lexicon() {
  static const Lexicon all = [] {
    Lexicon read;
    const rules::Table table = rules::load("rules/en/claim_words.tsv");
    for (const auto& row : table.rows) {
      const auto name = std::find(kClassNames.begin(), kClassNames.end(), table.cell(row, "class"));
      if (name == kClassNames.end()) {
        std::fprintf(stderr, "%s:%d: no such class\n", table.path.c_str(), row.line);
        std::abort();
      }
      const auto at = static_cast<std::size_t>(name - kClassNames.begin());
      if (table.cell(row, "reason") != "-") read.reasons[at] = table.cell(row, "reason");
      for (const std::string_view word : rules::words(table.cell(row, "words"))) {
        const bool phrase = word.find('_') != std::string_view::npos;
        add_phrase(read, phrase ? std::string(word) : cut_like_tokens(word), 1u << at, phrase);
      }
    }
    read.reasons[static_cast<std::size_t>(WordClass::name)] = "names";
    return read;
  }();
  return all;
}

bool ends_in_ed(std::string_view word) {
  return word.size() > 4 && word.substr(word.size() - 2) == "ed" && word[word.size() - 3] != 'e' && word != "hundred" && word != "united" &&
         word != "sacred";
}

}  // namespace

const std::string& reason_of(WordClass c) { return lexicon().reasons[static_cast<std::size_t>(c)]; }

std::string small(std::string_view text) {
  constexpr std::string_view kApostrophe = "’";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == kApostrophe[0] && text.substr(i, kApostrophe.size()) == kApostrophe) {
      out += '\'';
      i += kApostrophe.size() - 1;
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return out;
}

std::vector<Word> classify(std::string_view text, const std::vector<text::Token>& tokens) {
  const Lexicon& known = lexicon();
  std::vector<Word> words;
  words.reserve(tokens.size());
  bool inside = false;  // a word of the sentence went before
  for (const text::Token& t : tokens) {
    const std::string_view whole = slice(text, t.span);
    Word word{.span = t.span, .form = small(whole), .mark = t.kind != text::TokenKind::word && t.kind != text::TokenKind::number};
    if (const auto found = known.words.find(word.form); found != known.words.end()) word.classes = found->second;
    if (t.kind == text::TokenKind::number) word.classes |= bit(WordClass::number);
    if (!word.mark) {
      word.capital = text::is_capitalised(whole);
      if (word.capital && inside && word.form != "i" && whole.size() > 1) word.classes |= bit(WordClass::name);
      if (!word.capital && ends_in_ed(word.form)) word.classes |= bit(WordClass::past);
      inside = true;
    } else if (word.form == "." || word.form == "?" || word.form == "!") {
      inside = false;
    }
    words.push_back(std::move(word));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto found = known.phrases.find(words[i].form);
    if (found == known.phrases.end()) continue;
    for (const Phrase& phrase : found->second) {
      const auto is_form = [](const std::string& form, const Word& word) { return form == word.form; };
      if (i + phrase.rest.size() >= words.size() ||
          !std::equal(phrase.rest.begin(), phrase.rest.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, is_form))
        continue;
      for (std::size_t k = phrase.all ? 0 : phrase.rest.size(); k <= phrase.rest.size(); ++k) words[i + k].classes |= phrase.classes;
    }
  }
  return words;
}

bool is_finite_verb(const std::vector<Word>& words, std::size_t at) {
  const Word& word = words[at];
  constexpr std::uint32_t kVerbs = bit(WordClass::past) | bit(WordClass::be) | bit(WordClass::have) | bit(WordClass::auxiliary_do) |
                                   bit(WordClass::modal) | bit(WordClass::present);
  if (!(word.classes & kVerbs)) return false;
  // “the plans”, “to make”: a noun or an infinitive
  const bool noun_place = at > 0 && words[at - 1].is(WordClass::before_noun);
  return !noun_place || word.is(WordClass::be) || word.is(WordClass::have) || word.is(WordClass::modal);
}

}  // namespace claim
