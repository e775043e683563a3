#include "quote/mode.h"

#include <algorithm>
#include <deque>
#include <string>

#include "rules/table.h"
#include "rules/words.h"
#include "text/characters.h"
#include "text/segment.h"

namespace quote {
namespace {

using document::Quotation;
using text::Span;

constexpr std::uint32_t kBefore = 80;        // bytes before a cue in which its helpers stand
constexpr std::size_t kMostHelpers = 7;      // “has so far repeatedly declined to”
constexpr std::size_t kMostAfter = 3;        // “to say whether”
constexpr std::size_t kLongestQuestion = 2;  // words into which a question word may be put: “just how”

struct Row {
  std::vector<std::vector<std::string_view>> places;  // what may stand in each
  document::Mode mode;
  bool of_question = false;
};

class Rows {
 public:
  Rows() : table_(rules::load("rules/en/report_modes.tsv")) {
    for (const rules::Table::Row& row : table_.rows) {
      Row read{.of_question = table_.cell(row, "when") == "question"};
      if (table_.cell(row, "mode") != "said") read.mode = document::Mode(std::string(table_.cell(row, "mode")));
      for (std::string_view place : rules::words(table_.cell(row, "words"))) {
        read.places.emplace_back();
        for (std::size_t end = 0; end != std::string_view::npos; place.remove_prefix(std::min(place.size(), end + 1))) {
          end = place.find('/');
          read.places.back().push_back(place.substr(0, end));
        }
      }
      rows_.push_back(std::move(read));
    }
  }
  const std::vector<Row>& all() const { return rows_; }

  bool has(std::string_view word) const {
    for (const Row& row : rows_)
      for (const auto& place : row.places)
        if (std::find(place.begin(), place.end(), word) != place.end()) return true;
    return false;
  }

 private:
  rules::Table table_;  // owns the words
  std::vector<Row> rows_;
};

const Rows& table() {
  static const Rows rows;
  return rows;
}

bool stands_in(const std::vector<std::string_view>& place, const std::string& word) {
  return std::any_of(place.begin(), place.end(), [&](std::string_view one) { return one == "CUE" ? rules::word(word).cue != nullptr : one == word; });
}

bool matches(const Row& row, const std::deque<std::string>& words) {
  for (std::size_t at = 0; at + row.places.size() <= words.size(); ++at) {
    bool all = true;
    for (std::size_t i = 0; i < row.places.size() && all; ++i)
      all = stands_in(row.places[i], words[at + i]);
    if (all) return true;
  }
  return false;
}

bool in_one_of(const std::vector<Span>& spans, std::uint32_t at) {
  return std::any_of(spans.begin(), spans.end(), [at](Span s) { return s.begin <= at && at < s.end; });
}

// The words right before `at`, the nearest last, from a place where a word begins.
std::vector<text::Token> tokens_before(std::string_view s, std::uint32_t at) {
  std::uint32_t begin = at > kBefore ? at - kBefore : 0;
  if (begin > 0)
    while (begin < at && s[begin] != ' ' && s[begin] != '\n') ++begin;
  if (const std::size_t line = s.substr(begin, at - begin).rfind('\n'); line != std::string_view::npos)
    begin += static_cast<std::uint32_t>(line) + 1;
  return text::tokens(s, {begin, at});
}

// “declined to”, “did not”, “has never”
void add_helpers(std::string_view s, const Quotation& q, std::deque<std::string>& words) {
  const std::uint32_t cue = q.cue.front().begin;
  const std::vector<text::Token> before = tokens_before(s, cue);
  for (std::size_t i = before.size(); i-- > 0 && words.size() < kMostHelpers + 8;) {
    const text::Token& token = before[i];
    if (token.kind != text::TokenKind::word || in_one_of(q.source, token.span.begin) || in_one_of(q.content, token.span.begin)) break;
    std::string word = text::to_lower(slice(s, token.span));
    const rules::Word& entry = rules::word(word);
    const bool helper = entry.is(rules::kAuxiliary | rules::kModal | rules::kNegation) || word == "to" || word == "of" ||
                        (entry.is(rules::kAdverb) && !entry.is(rules::kSubordinator)) || word.ends_with("ly") || table().has(word);
    if (!helper || before.size() - i > kMostHelpers) break;
    words.push_front(std::move(word));
  }
}

// “declined [to say] whether”, “wanted [to know] whether”
void add_words_after(std::string_view s, const Quotation& q, std::deque<std::string>& words) {
  const std::uint32_t begin = q.cue.back().end;
  const auto next = std::find_if(q.content.begin(), q.content.end(), [&](Span piece) { return piece.begin >= begin; });
  if (next == q.content.end() || next->begin - begin > kBefore) return;
  std::size_t added = 0;
  bool inside = false;  // the content
  for (const text::Token& token : text::tokens(s, {begin, std::min(next->end, next->begin + kBefore)})) {
    if (token.kind != text::TokenKind::word || in_one_of(q.source, token.span.begin)) break;
    std::string word = text::to_lower(slice(s, token.span));
    inside = inside || token.span.begin >= next->begin;
    if (inside && words.back() != "to" && word != "to") break;
    words.push_back(std::move(word));
    if (++added == kMostAfter) break;
  }
}

// “if he says”, “nobody has said”
void add_source(std::string_view s, const Quotation& q, std::deque<std::string>& words) {
  const Span source = q.source.front();
  if (source.end > q.cue.front().begin) return;
  const auto first = text::tokens(s, source);
  if (first.empty()) return;
  const std::string word = text::to_lower(slice(s, first.front().span));
  if (rules::word(word).is(rules::kNegation) || word == "nobody" || word == "none" || word == "i" || word == "we") words.push_front(word);
  const std::vector<text::Token> before = tokens_before(s, source.begin);
  if (before.empty() || before.back().kind != text::TokenKind::word || in_one_of(q.content, before.back().span.begin)) return;
  std::string joint = text::to_lower(slice(s, before.back().span));
  if (rules::word(joint).is(rules::kSubordinator) && !rules::word(joint).is(rules::kAuxiliary)) words.push_front(std::move(joint));
}

bool is_question(std::string_view s, const Quotation& q) {
  if (q.type == document::kDirect) return true;
  const Span last = q.content.back();
  if (slice(s, last).substr(slice(s, last).size() - std::min<std::size_t>(4, last.end - last.begin)).find('?') != std::string_view::npos)
    return true;
  std::size_t looked = 0;
  for (const text::Token& token : text::tokens(s, {q.content.front().begin, std::min(q.content.front().end, q.content.front().begin + kBefore)})) {
    if (token.kind == text::TokenKind::quote_open) continue;
    const std::string word = text::to_lower(slice(s, token.span));
    if (word == "about" || rules::word(word).is(rules::kQuestionWord)) return true;
    if (++looked == kLongestQuestion) break;
  }
  return false;
}

}  // namespace

document::Mode mode_of(std::string_view text, const Quotation& q) {
  if (q.cue.empty()) return {};
  std::deque<std::string> words;
  for (const Span cue : q.cue)
    for (const text::Token& token : text::tokens(text, cue)) words.push_back(text::to_lower(slice(text, token.span)));
  add_helpers(text, q, words);
  add_words_after(text, q, words);
  if (!q.source.empty()) add_source(text, q, words);
  for (const Row& row : table().all())
    if (matches(row, words) && (!row.of_question || is_question(text, q))) return row.mode;
  return {};
}

}  // namespace quote
