#include "claim/statement.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "text/dateline.h"

namespace claim {
namespace {

using document::Block;
using document::Document;
using document::Quotation;

constexpr std::size_t kShortest = 3;  // words: “Prices rose sharply”
constexpr std::size_t kSecondVerb = 5;  // words: “makes valves used in submarines” stands beside what its subject did before
constexpr std::size_t kReach = 40;  // words: how far back a clause is looked at
constexpr std::size_t kVerbWithin = 13;  // words: a clause whose verb comes later is rare, and looking further would cost

// A piece of a quotation inside a block: what is said, or the words that report it.
struct Piece {
  Span span;
  const Quotation* quotation = nullptr;
  bool content = false;
};

bool claims_something(const Block& block) {
  return !block.excluded && block.role != document::kHeading && block.role != document::kTitle;
}

// The words of the same sentence just before the cue, between blanks: “ stone did not ”.
std::string before_cue(std::string_view text, Span cue) {
  constexpr std::uint32_t kBytes = 28;  // about four words
  const std::uint32_t from = cue.begin > kBytes ? cue.begin - kBytes : 0;
  const std::string before = " " + small(text.substr(from, cue.begin - from)) + " ";
  const std::size_t stop = before.find_last_of(".;:!?\"”“\n");
  return stop == std::string::npos ? before : before.substr(stop + 1);
}

bool holds_any(std::string_view words, std::initializer_list<std::string_view> wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view word) { return words.find(word) != std::string_view::npos; });
}

// “did not say”, “denied”, “whether … said”, “if he says”: what follows is not stated by anybody.
bool is_unreal(const Quotation& quotation) {
  if (!quotation.mode.empty()) return true;
  return quotation.mode == document::kNegated || quotation.mode == document::kAsked || quotation.mode == document::kHypothetical;
}

// “All members must agree to it”, “The union wants a vote”: the article's own statement about somebody.
bool is_no_report(std::string_view text, const Quotation& quotation) {
  if (quotation.type == document::kDirect || quotation.cue.empty()) return false;
  return holds_any(before_cue(text, quotation.cue.front()), {" must ", " should ", " can ", " have to ", " has to ", " shall "});
}

// Those pieces that cut the text: a few words in quotation marks that nobody is said to say do not.
std::vector<Piece> pieces(const Document& document) {
  const std::string_view text = document.article.text.view();
  std::vector<Piece> all;
  for (const Quotation& quotation : document.quotations) {
    if (quotation.review.state == document::kRejected || is_no_report(text, quotation)) continue;
    if (quotation.cue.empty() && quotation.source.empty() && quotation.content.size() == 1) {
      const std::string_view words = slice(text, quotation.content.front());
      if (std::count(words.begin(), words.end(), ' ') < 3) continue;
    }
    for (const Span span : quotation.content) all.push_back({span, &quotation, true});
    for (const Span span : quotation.cue) all.push_back({span, &quotation, false});
    for (const Span span : quotation.source) all.push_back({span, &quotation, false});
  }
  std::sort(all.begin(), all.end(), [](const Piece& a, const Piece& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return all;
}

// A stretch of one owner.
struct Stretch {
  Span span;
  const Quotation* quotation = nullptr;
};

// Cuts `block` at the contents in `pieces` (in order of their begin); the innermost owns its words.
std::vector<Stretch> stretches(Span block, const std::vector<Piece>& pieces, std::size_t& next) {
  std::vector<Stretch> out;
  std::vector<Piece> open;
  std::uint32_t at = block.begin;
  const auto advance = [&](std::uint32_t to) {
    if (to > at) out.push_back({{at, to}, open.empty() ? nullptr : open.back().quotation});
    at = std::max(at, to);
  };
  const auto close_until = [&](std::uint32_t to) {
    while (!open.empty() && open.back().span.end <= to) {
      advance(open.back().span.end);
      open.pop_back();
    }
  };
  for (; next < pieces.size() && pieces[next].span.begin < block.end; ++next) {
    const Piece& piece = pieces[next];
    if (!piece.content || piece.span.end > block.end) continue;
    close_until(piece.span.begin);
    advance(std::max(at, piece.span.begin));
    open.push_back(piece);
  }
  close_until(block.end);
  advance(block.end);
  return out;
}

bool is_dash(std::string_view mark) { return mark == "—" || mark == "–" || mark == "--"; }

// Takes marks off both ends, and “that”, “But”, “However,”, “Tragically, as of now,” off the front.
WordRange trimmed(const std::vector<Word>& words, WordRange range) {
  const auto trim_marks = [&] {
    while (range.begin < range.end && words[range.begin].mark) ++range.begin;
    while (range.begin < range.end && words[range.end - 1].mark) --range.end;
  };
  trim_marks();
  // “that the bridge was closed”, as it was reported; not “that is so”
  if (range.begin + kShortest < range.end && words[range.begin].form == "that" && !is_finite_verb(words, range.begin + 1)) ++range.begin;
  while (range.begin + kShortest < range.end && words[range.begin].is(WordClass::connective)) {
    std::size_t after = range.begin + 1;
    while (after < range.end && !words[after].mark && words[after].is(WordClass::connective)) ++after;
    // “Still waters run deep”: only a conjunction needs no comma
    const bool comma = after < range.end && words[after].mark;
    if (!comma && !words[range.begin].is(WordClass::joiner)) break;
    range.begin = after;
    trim_marks();
  }
  return range;
}

bool is_long_enough(const std::vector<Word>& words, WordRange range) {
  std::size_t count = 0;
  for (std::size_t i = range.begin; i < range.end && count < kShortest; ++i) count += words[i].mark ? 0 : 1;
  return count == kShortest;
}

// The first finite verb in the range that no “who”, “that” or “if” takes for its own clause, or range.end.
std::size_t main_verb(std::string_view text, const std::vector<Word>& words, WordRange range) {
  int open = 0;  // clauses that still wait for their verb
  std::size_t group = 0;  // up to here a verb belongs to the auxiliary before it: “is often closed”
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Word& word = words[i];
    if (word.mark) {
      group = 0;
      // “If he wins, the law stays.”
      if (words[range.begin].is(WordClass::subordinate) && slice(text, word.span) == ",") open = 0;
    } else if (is_finite_verb(words, i)) {
      if (i < group) continue;
      if (open == 0) return i;
      --open;
      if (word.is(WordClass::be) || word.is(WordClass::have) || word.is(WordClass::auxiliary_do) || word.is(WordClass::modal)) group = i + 4;
    } else if (word.is(WordClass::subordinate)) {
      open = 1;
    }
  }
  return range.end;
}

// “The strike goes on”, not “has gone on” or “to go on”: a subject, and then a verb.
bool stands_alone(std::string_view text, const std::vector<Word>& words, WordRange range) {
  if (!is_long_enough(words, range) || words[range.begin].form == "to") return false;
  const std::size_t verb = main_verb(text, words, range);
  return verb < range.end && verb > range.begin;
}

// A sentence that ends with its full stop is taken for one, though no verb in it is known: no table has them all.
bool looks_whole(const std::vector<Word>& sentence, std::string_view text, WordRange range) {
  constexpr std::size_t kLongEnough = 6;
  std::size_t count = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (sentence[i].is(WordClass::subordinate)) return false;
    count += sentence[i].mark ? 0 : 1;
  }
  if (count < kLongEnough || !sentence[range.begin].capital || sentence[range.begin].form == "to") return false;
  return std::any_of(sentence.begin() + static_cast<std::ptrdiff_t>(range.end), sentence.end(), [&](const Word& w) { return slice(text, w.span) == "."; });
}

bool is_elliptical(const std::vector<Word>& words, WordRange range, std::size_t verb) {
  for (std::size_t i = range.begin; i < verb && i < range.begin + 3; ++i)
    if (words[i].is(WordClass::elliptical)) return true;
  return false;
}

// “What happened?”, “Let us begin.”, “Thank you.”
bool states_nothing(std::string_view text, const std::vector<Word>& sentence, WordRange range) {
  for (auto word = sentence.rbegin(); word != sentence.rend() && word->mark; ++word)
    if (slice(text, word->span).find('?') != std::string_view::npos) return true;
  const Word& first = sentence[range.begin];
  if (first.is(WordClass::polite)) return true;
  if (!first.is(WordClass::imperative)) return false;
  const std::size_t verb = main_verb(text, sentence, {range.begin + 1, range.end});
  return first.capital || verb == range.end;
}

// “voted to hold”: no “that” or “who” still waits for its verb, so that a new statement may begin.
bool is_complete(const std::vector<Word>& words, WordRange range) {
  bool verb = false, open = false;
  for (std::size_t i = std::max(range.begin + kReach, range.end) - kReach; i < range.end; ++i) {
    if (is_finite_verb(words, i)) verb = true, open = false;
    else if (!words[i].mark && words[i].is(WordClass::subordinate)) open = true;
  }
  return verb && !open;
}

// “employs 2,300 people and makes valves”: a second verb of the same subject, not “was closed and locked”.
bool is_second_verb(const std::vector<Word>& words, WordRange left, WordRange right) {
  std::size_t at = right.begin;
  for (const std::string_view adverb : {"now", "then", "also", "later", "still"})
    if (at + 1 < right.end && words[at].form == adverb) ++at;
  if (!is_finite_verb(words, at)) return false;
  if (!words[at].is(WordClass::past) || words[at].is(WordClass::be) || words[at].is(WordClass::have)) return true;
  for (std::size_t i = std::max(left.begin + kReach, left.end) - kReach; i + 1 < left.end; ++i)
    if ((words[i].is(WordClass::be) || words[i].is(WordClass::have)) && words[i + 1].is(WordClass::past)) return false;
  return true;
}

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> list) { return std::find(list.begin(), list.end(), word) != list.end(); }

}  // namespace

std::vector<WordRange> clauses(std::string_view text, const std::vector<Word>& sentence) {
  std::vector<WordRange> found;
  std::size_t begin = 0;
  bool left_has_verb = false;  // after its first word
  const std::size_t end = sentence.size();
  // Two dashes hold an aside: “four others — including a child — were hurt”
  const auto dashes = std::count_if(sentence.begin(), sentence.end(), [&](const Word& w) { return w.mark && is_dash(slice(text, w.span)); });
  for (std::size_t i = 1; i + 1 < end; ++i) {
    left_has_verb = left_has_verb || (i > begin + 1 && is_finite_verb(sentence, i - 1));
    std::size_t next = 0;  // where the clause after this boundary begins; 0: no boundary
    const std::string& word = sentence[i].form;
    const bool comma = sentence[i].mark && word == ",";
    bool second_verb = false;
    if (word == ";" || (is_dash(word) && dashes == 1)) {
      next = i + 1;
    } else if (comma && is_one_of(sentence[i + 1].form, {"as", "when", "after", "before", "because", "since"})) {
      next = i + 2;
    } else if (!sentence[i].mark && is_one_of(word, {"and", "but", "after"})) {
      const WordRange left{begin, i};
      next = i + 1;
      if (next < end && sentence[next].form == "that") ++next;
      else if (!is_complete(sentence, left)) next = 0;
      second_verb = next != 0 && word != "after" && next + kSecondVerb <= end && is_second_verb(sentence, left, {next, end});
    } else if (comma || word == "while" || word == "whereas" || word == "although") {
      const std::size_t joiner = comma ? i + 1 : i;
      const std::string& joined = sentence[joiner].form;
      for (const std::string_view known : {"and", "but", "while", "whereas", "although", "though", "yet", "so", "meaning"})
        if (joined == known) next = joiner + 1;
      if (next != 0 && next < end && sentence[next].form == "that") ++next;
    }
    if (next == 0 || next >= end) continue;
    const WordRange left{begin, i}, right{next, std::min(end, next + kVerbWithin)};
    if (!left_has_verb || !is_long_enough(sentence, left)) continue;
    if (!second_verb && (!stands_alone(text, sentence, right) || is_elliptical(sentence, right, main_verb(text, sentence, right)))) continue;
    found.push_back(left);
    begin = next;
    i = next;
    left_has_verb = false;
  }
  found.push_back({begin, end});
  return found;
}

std::vector<Statement> statements(const Document& document) {
  const std::string_view text = document.article.text.view();
  const std::vector<Piece> cuts = pieces(document);
  std::vector<Statement> out;
  std::size_t next = 0, next_report = 0;
  std::vector<Piece> reports;  // cues and sources, in order
  for (const Piece& piece : cuts)
    if (!piece.content) reports.push_back(piece);
  for (const Block& block : document.article.blocks) {
    while (next < cuts.size() && cuts[next].span.begin < block.span.begin) ++next;
    if (!claims_something(block)) continue;
    for (const Stretch& stretch : stretches({text::after_dateline(text, block.span), block.span.end}, cuts, next)) {
      if (stretch.quotation && is_unreal(*stretch.quotation)) continue;
      for (const Span sentence : text::sentences(text, stretch.span)) {
        const std::vector<Word> words = classify(text, text::tokens(text, sentence));
        if (words.empty()) continue;
        const std::vector<WordRange> found = clauses(text, words);
        for (const WordRange clause : found) {
          const WordRange range = trimmed(words, clause);
          // “warned of a flood of cheap imports”, “to leave by May”: what is reported needs no verb
          const bool reported = stretch.quotation && !stretch.quotation->cue.empty() && stretch.quotation->type != document::kDirect;
          const bool whole = found.size() == 1 && (looks_whole(words, text, range) || (reported && is_long_enough(words, range)));
          const bool second_verb = clause.begin > 0 && is_long_enough(words, range) && is_second_verb(words, {0, clause.begin}, range);
          if ((!whole && !second_verb && !stands_alone(text, words, range)) || states_nothing(text, words, range)) continue;
          const Span span{words[range.begin].span.begin, words[range.end - 1].span.end};
          if (!stretch.quotation) {
            while (next_report < reports.size() && reports[next_report].span.end <= span.begin) ++next_report;
            if (next_report < reports.size() && overlaps(reports[next_report].span, span)) continue;
          }
          out.push_back({span, {words.begin() + static_cast<std::ptrdiff_t>(range.begin), words.begin() + static_cast<std::ptrdiff_t>(range.end)},
                         stretch.quotation});
        }
      }
    }
  }
  return out;
}

}  // namespace claim
