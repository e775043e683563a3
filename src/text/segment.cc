#include "text/segment.h"

#include <algorithm>
#include <array>

#include "text/abbreviations.h"
#include "text/characters.h"
#include "text/quotation_marks.h"
#include "text/utf8.h"

namespace text {
namespace {

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c) || c == '_'; }

char32_t code_at(std::string_view s, std::uint32_t at, std::uint32_t end) { return at < end ? character_at(s, at).code : 0; }

// The end of the letters and digits that start at `at`.
std::uint32_t end_of_run(std::string_view s, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const unsigned char byte = static_cast<unsigned char>(s[at]);
    if (byte < 0x80) {
      if (!is_word_character(byte)) break;
      ++at;
    } else {
      const Character c = character_at(s, at);
      if (!is_word_character(c.code)) break;
      at += c.size;
    }
  }
  return at;
}

// The size of an apostrophe at `at`, or 0.
std::uint32_t apostrophe_size(std::string_view s, std::uint32_t at, std::uint32_t end) {
  if (at < end && s[at] == '\'') return 1;
  if (at + 2 < end && s[at] == '\xE2' && s[at + 1] == '\x80' && s[at + 2] == '\x99') return 3;
  return 0;
}

// --- Tokens --------------------------------------------------------------------------------------

bool is_address_character(unsigned char c) {
  return c > 0x20 && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '`' && c != '\\' && c != '{' && c != '}' && c != '|';
}

bool starts_address(std::string_view s, std::uint32_t at, std::uint32_t end) {
  const std::string_view rest = s.substr(at, end - at);
  return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
}

std::uint32_t end_of_address(std::string_view s, std::uint32_t at, std::uint32_t end) {
  const std::uint32_t begin = at;
  while (at < end && is_address_character(static_cast<unsigned char>(s[at]))) ++at;
  while (at > begin && std::string_view(".,;:!?')]*").find(s[at - 1]) != std::string_view::npos) --at;
  return at;
}

// Letters after an apostrophe that make a clitic of their own.
bool is_clitic(std::string_view letters) {
  static constexpr std::array<std::string_view, 6> kClitics = {"s", "m", "d", "ll", "re", "ve"};
  if (letters.size() > 2) return false;
  const std::string lower = to_lower(letters);
  return std::find(kClitics.begin(), kClitics.end(), lower) != kClitics.end();
}

class Tokeniser {
 public:
  Tokeniser(std::string_view s, Span stretch) : s_(s), end_(stretch.end), at_(stretch.begin), marks_(quotation_marks(s, stretch)) {
    out_.reserve(stretch.size() / 5 + 4);
  }

  std::vector<Token> run() {
    while (at_ < end_) step();
    return std::move(out_);
  }

 private:
  void put(std::uint32_t begin, std::uint32_t end, TokenKind kind) { out_.push_back({{begin, end}, kind}); }

  void step() {
    while (next_mark_ < marks_.size() && marks_[next_mark_].span.begin < at_) ++next_mark_;
    if (next_mark_ < marks_.size() && marks_[next_mark_].span.begin == at_) {
      const QuotationMark& mark = marks_[next_mark_++];
      put(mark.span.begin, mark.span.end, mark.opens ? TokenKind::quote_open : TokenKind::quote_close);
      at_ = mark.span.end;
      return;
    }
    const unsigned char byte = static_cast<unsigned char>(s_[at_]);
    if (byte == ' ' || byte == '\n') {
      ++at_;
      return;
    }
    const Character c = byte < 0x80 ? Character{byte, 1} : character_at(s_, at_);
    if (is_word_character(c.code)) return word(at_);
    if (is_space(c.code)) {
      at_ += c.size;
      return;
    }
    if ((c.code == '@' || c.code == '#') && is_word_character(code_at(s_, at_ + 1, end_))) {
      const std::uint32_t begin = at_;
      at_ = end_of_run(s_, at_ + 1, end_);
      return put(begin, at_, TokenKind::word);
    }
    if (const std::uint32_t size = apostrophe_size(s_, at_, end_)) return apostrophe(size);
    // Rows of stops and dashes are one token.
    const std::uint32_t begin = at_;
    at_ += c.size;
    if (c.code == '.' || c.code == '-')
      while (at_ < end_ && static_cast<unsigned char>(s_[at_]) == c.code) ++at_;
    put(begin, at_, TokenKind::punctuation);
  }

  // ’em, ’90s, and the clitic of a plural: players’
  void apostrophe(std::uint32_t size) {
    const std::uint32_t begin = at_;
    const bool after_word = begin > 0 && !out_.empty() && out_.back().span.end == begin;
    at_ += size;
    if (!after_word) at_ = end_of_run(s_, at_, end_);
    put(begin, at_, at_ == begin + size && !after_word ? TokenKind::punctuation : TokenKind::word);
  }

  void word(std::uint32_t begin) {
    const unsigned char first = static_cast<unsigned char>(s_[begin]);
    if ((first == 'h' || first == 'w') && starts_address(s_, begin, end_)) {
      at_ = end_of_address(s_, begin, end_);
      return put(begin, at_, TokenKind::word);
    }
    const bool number = is_digit(code_at(s_, begin, end_));
    std::uint32_t at = end_of_run(s_, begin, end_);
    bool only_initials = at - begin == 1;  // U.S.
    while (at < end_) {
      const unsigned char byte = static_cast<unsigned char>(s_[at]);
      const std::uint32_t apostrophe = byte == '\'' || byte == 0xE2 ? apostrophe_size(s_, at, end_) : 0;
      if (apostrophe) {
        const std::uint32_t letters = at + apostrophe, stop = end_of_run(s_, letters, end_);
        if (stop == letters) break;
        const std::string_view rest = s_.substr(letters, stop - letters);
        if (is_clitic(rest)) {
          split_off(begin, at, number);
          put(at, stop, TokenKind::word);
          at_ = stop;
          return;
        }
        if ((rest == "t" || rest == "T") && at > begin + 1 && (s_[at - 1] | 0x20) == 'n') {
          if (at - 1 > begin) put(begin, at - 1, TokenKind::word);
          put(at - 1, stop, TokenKind::word);
          at_ = stop;
          return;
        }
        at = stop;  // O’Brien
        continue;
      }
      const char32_t next = code_at(s_, at + 1, end_);
      if (byte == '.') {
        const char32_t last = character_before(s_, at).code;
        const bool between_digits = is_digit(last) && is_digit(next);
        const std::uint32_t stop = is_word_character(next) ? end_of_run(s_, at + 1, end_) : at + 1;
        const bool initial = only_initials && is_letter(next) && stop - at - 1 <= character_at(s_, at + 1).size;
        const bool inside_name = is_lower(last) && is_lower(next);  // example.com
        if (between_digits || initial || inside_name || (only_initials && s_.substr(at + 1, stop - at - 1) == "D")) {
          at = stop;
          if (!initial) only_initials = false;
          continue;
        }
        const bool abbreviated = (only_initials && at - begin > 2) || abbreviation(s_.substr(begin, at - begin)) != Abbreviation::none ||
                                 (only_initials && is_upper(last) && last != 'I');
        const bool row = next == '.';
        if (abbreviated && !row) ++at;
        break;
      }
      const bool joins = (byte == '-' && is_word_character(next)) || (byte == '@' && is_word_character(next)) ||
                         (byte == '&' && is_upper(next) && is_upper(character_before(s_, at).code)) ||
                         ((byte == ',' || byte == ':') && is_digit(next) && is_digit(character_before(s_, at).code));
      if (!joins) break;
      at = end_of_run(s_, at + 1, end_);
      only_initials = false;
    }
    split_off(begin, at, number);
    at_ = at;
  }

  // One word, or "can" and "not".
  void split_off(std::uint32_t begin, std::uint32_t end, bool number) {
    if (end - begin == 6 && (s_[begin] | 0x20) == 'c' && to_lower(s_.substr(begin, 6)) == "cannot") {
      put(begin, begin + 3, TokenKind::word);
      put(begin + 3, end, TokenKind::word);
    } else {
      put(begin, end, number ? TokenKind::number : TokenKind::word);
    }
  }

  std::string_view s_;
  std::uint32_t end_;
  std::uint32_t at_;
  std::vector<QuotationMark> marks_;
  std::size_t next_mark_ = 0;
  std::vector<Token> out_;
};

// --- Sentences -----------------------------------------------------------------------------------

// Words that begin a new sentence even after "U.S." or "Inc.", and after a quotation are not its speaker.
bool starts_sentences(std::string_view word) {
  static constexpr std::array<std::string_view, 44> kStarters = {
      "A",   "After", "All",   "Also", "An",      "And",  "As",  "At",    "Both", "But",  "By",   "Each", "Even", "For",  "From",
      "He",  "Her",   "His",   "How",  "However", "I",    "If",  "In",    "It",   "Its",  "Many", "Most", "No",   "On",   "One",
      "Our", "She",   "Since", "So",   "Some",    "That", "The", "There", "They", "This", "We",   "What", "When", "While"};
  return std::find(kStarters.begin(), kStarters.end(), word) != kStarters.end();
}

// Verbs that make of “Why?” Smith asked. one sentence.
bool reports(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kReporting = {"said",  "says",    "asked",   "asks",  "told",    "wrote",
                                                                  "added", "replied", "shouted", "cried", "tweeted", "wondered"};
  return std::find(kReporting.begin(), kReporting.end(), word) != kReporting.end();
}

class Splitter {
 public:
  Splitter(std::string_view s, Span paragraph) : s_(s), end_(paragraph.end), begin_(paragraph.begin) {}

  std::vector<Span> run() {
    for (std::uint32_t at = begin_; at < end_;) {
      const unsigned char byte = static_cast<unsigned char>(s_[at]);
      if (byte == '\n') {
        put(at);
        begin_ = ++at;
      } else if (byte == '.' || byte == '!' || byte == '?') {
        at = stop(at, byte == '.');
      } else if (byte == 0xE2 && at + 2 < end_ && s_[at + 1] == '\x80' && s_[at + 2] == '\xA6') {
        at = stop(at, true);
      } else if (byte == 0xE3 && at + 2 < end_ && s_[at + 1] == '\x80' && s_[at + 2] == '\x82') {  // 。
        at += 3;
        put(at);
        begin_ = at;
      } else {
        ++at;
      }
    }
    put(end_);
    return std::move(out_);
  }

 private:
  void put(std::uint32_t end) {
    std::uint32_t begin = begin_;
    while (begin < end && is_space(character_at(s_, begin).code)) begin += character_at(s_, begin).size;
    while (end > begin && is_space(character_before(s_, end).code)) end -= character_before(s_, end).size;
    if (begin < end) out_.push_back({begin, end});
  }

  // The stop at `at`: ends the sentence or not. Gives where to go on.
  std::uint32_t stop(std::uint32_t at, bool full_stop) {
    const std::uint32_t first = at;
    bool ellipsis = false, only_stop = full_stop, quoted = false;
    while (at < end_) {
      const Character c = character_at(s_, at);
      if (c.code == '.' || c.code == '!' || c.code == '?' || c.code == U'…') {
        if (c.code == U'…' || (c.code == '.' && at > first && s_[at - 1] == '.')) ellipsis = true;
        if (c.code == '!' || c.code == '?') only_stop = false;
      } else if (c.code == '"' || c.code == '\'' || c.code == U'”' || c.code == U'’' || c.code == U'»' || c.code == U'“' ||
                 c.code == U'」') {
        quoted = true;
      } else if (c.code != ')' && c.code != ']') {
        break;
      }
      at += c.size;
    }
    if (at >= end_) return at;
    const Character next = character_at(s_, at);
    if (!is_space(next.code)) return at;
    std::uint32_t after = at;
    while (after < end_ && s_[after] != '\n' && is_space(character_at(s_, after).code)) after += character_at(s_, after).size;
    if (after >= end_ || s_[after] == '\n') return at;
    const std::uint32_t word = skip_marks(after);
    const char32_t start = code_at(s_, word, end_);
    if (is_lower(start)) return at;
    if (only_stop && !ellipsis && !quoted && keeps_stop(first, word)) return at;
    if (quoted && !only_stop && is_upper(start) && report_follows(word)) return at;
    if (start == U'—' || start == U'–' || start == U'―' || start == ',' || start == ';') return at;
    put(at);
    begin_ = at;
    return at;
  }

  std::uint32_t skip_marks(std::uint32_t at) const {
    while (at < end_) {
      const Character c = character_at(s_, at);
      if (c.code != '"' && c.code != '\'' && c.code != U'“' && c.code != U'‘' && c.code != '(' && c.code != '[' && c.code != U'«') break;
      at += c.size;
    }
    return at;
  }

  std::string_view word_at(std::uint32_t at) const { return s_.substr(at, end_of_run(s_, at, end_) - at); }

  // True if the full stop at `at` belongs to its word: Mr. Smith, J. Hill, the U.S. Senate.
  bool keeps_stop(std::uint32_t at, std::uint32_t next) const {
    std::uint32_t begin = at;
    while (begin > begin_ && at - begin < 12) {
      const Character c = character_before(s_, begin);
      if (!is_word_character(c.code) && c.code != '.') break;
      begin -= c.size;
    }
    const std::string_view word = s_.substr(begin, at - begin);
    if (word.empty()) return false;
    const std::string_view follower = word_at(next);
    const Character first = character_at(word, 0);
    if (word.size() == first.size && is_upper(first.code)) return word != "I" && !starts_sentences(follower) && !ends_with_letter(begin, next);  // J. Hill
    if (word == "No" || word == "no") return is_digit(code_at(s_, next, end_));
    switch (abbreviation(word)) {
      case Abbreviation::before_names:
        return true;
      case Abbreviation::other:
        return !starts_sentences(follower);
      case Abbreviation::none:
        break;
    }
    return word.size() > 2 && word.find('.') != std::string_view::npos && word.size() <= 7 && !starts_sentences(follower);  // N.A.S.A.
  }

  // In a post on X. “No,” she wrote; but: Sgt. J. “Bill” Hill. The lone letter at `at` comes after a small word and before a mark that opens.
  bool ends_with_letter(std::uint32_t at, std::uint32_t next) const {
    if (is_space(character_before(s_, next).code)) return false;
    std::uint32_t end = at;
    while (end > begin_ && s_[end - 1] == ' ') --end;
    std::uint32_t begin = end;
    while (begin > begin_ && s_[begin - 1] != ' ') --begin;
    return begin < end && is_lower(character_at(s_, begin).code);
  }

  // “Why?” Smith asked.
  bool report_follows(std::uint32_t at) const {
    std::string_view word = word_at(at);
    if (word.empty()) return false;
    for (int words = 0; words < 5; ++words) {
      if (words > 0 && reports(word)) return true;
      at += static_cast<std::uint32_t>(word.size());
      while (at < end_ && (s_[at] == ' ' || s_[at] == '.')) ++at;
      word = word_at(at);
      if (word.empty()) return false;
    }
    return false;
  }

  std::string_view s_;
  std::uint32_t end_;
  std::uint32_t begin_;
  std::vector<Span> out_;
};

}  // namespace

std::vector<Span> paragraphs(std::string_view s) {
  std::vector<Span> out;
  const auto size = static_cast<std::uint32_t>(s.size());
  for (std::uint32_t at = 0; at < size;) {
    const std::size_t line_break = s.find('\n', at);
    std::uint32_t begin = at, end = line_break == std::string_view::npos ? size : static_cast<std::uint32_t>(line_break);
    at = end + 1;
    while (begin < end && is_space(character_at(s, begin).code)) begin += character_at(s, begin).size;
    while (end > begin && is_space(character_before(s, end).code)) end -= character_before(s, end).size;
    if (begin < end) out.push_back({begin, end});
  }
  return out;
}

std::vector<Span> sentences(std::string_view text, Span paragraph) { return Splitter(text, paragraph).run(); }

std::vector<Token> tokens(std::string_view text, Span stretch) { return Tokeniser(text, stretch).run(); }

}  // namespace text
