#include "text/reading.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "text/characters.h"
#include "text/utf8.h"

namespace text {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";
constexpr std::string_view kInvisible[] = {kSoftHyphen, "\xE2\x80\x8B", "\xE2\x81\xA0", "\xEF\xBB\xBF"};

std::uint32_t size_of_invisible(std::string_view s, std::uint32_t at) {
  const auto byte = static_cast<unsigned char>(s[at]);
  if (byte != 0xC2 && byte != 0xE2 && byte != 0xEF) return 0;
  for (const std::string_view one : kInvisible)
    if (s.substr(at, one.size()) == one) return static_cast<std::uint32_t>(one.size());
  return 0;
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0xAD; }

// Chinese and Japanese are written without blanks: a line break between two such characters is nothing.
bool is_written_without_blanks(char32_t c) { return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF01 && c <= 0xFF60); }

// The words of a text in small letters, those with a hyphen inside a line as they are.
class Vocabulary {
 public:
  explicit Vocabulary(std::string_view s) {
    for (std::uint32_t at = 0; at < s.size();) {
      const std::uint32_t begin = at;
      while (at < s.size()) {
        const Character c = character_at(s, at);
        const bool inner_hyphen = c.code == '-' && at > begin && at + 1 < s.size() && is_letter(character_at(s, at + 1).code);
        if (!is_letter(c.code) && !inner_hyphen) break;
        at += c.size;
      }
      if (at > begin) words_.insert(to_lower(s.substr(begin, at - begin)));
      else at += character_at(s, at).size;
    }
  }
  bool has(const std::string& word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string> words_;  // only asked, never walked
};

std::string_view word_before(std::string_view s, std::uint32_t end) {
  std::uint32_t begin = end;
  while (begin > 0 && is_letter(character_before(s, begin).code)) begin -= character_before(s, begin).size;
  return s.substr(begin, end - begin);
}

std::string_view word_after(std::string_view s, std::uint32_t begin) {
  std::uint32_t end = begin;
  while (end < s.size() && is_letter(character_at(s, end).code)) end += character_at(s, end).size;
  return s.substr(begin, end - begin);
}

// True if the hyphen between the two only divides a word.
bool divides(const Vocabulary& known, std::string_view first, std::string_view second) {
  if (first.empty() || second.empty() || !is_lower(character_at(second, 0).code) || !is_lower(character_before(first, static_cast<std::uint32_t>(first.size())).code)) return false;
  const std::string head = to_lower(first), tail = to_lower(second);
  if (known.has(head + "-" + tail)) return false;
  if (known.has(head + tail)) return true;
  // The halves of a divided word stand in the vocabulary themselves, as far as they are divided.
  constexpr std::size_t kWordAlone = 4;
  return !(head.size() >= kWordAlone && tail.size() >= kWordAlone && known.has(head) && known.has(tail));
}

// Without the ends and starts of lines, where words are divided.
std::string without_divided_words(std::string_view s) {
  std::string out(s);
  for (std::size_t at = 0; (at = out.find('\n', at)) != std::string::npos; ++at) {
    std::uint32_t end = static_cast<std::uint32_t>(at);
    while (end > 0 && (out[end - 1] == ' ' || out[end - 1] == '\t')) --end;
    if (end == 0 || !is_hyphen(character_before(out, end).code)) continue;
    const std::uint32_t hyphen = end - character_before(out, end).size;
    const std::string_view first = word_before(out, hyphen);
    std::uint32_t next = static_cast<std::uint32_t>(at) + 1;
    while (next < out.size() && (out[next] == ' ' || out[next] == '\t' || out[next] == '>')) ++next;
    const std::string_view second = word_after(out, next);
    std::fill(out.begin() + (hyphen - static_cast<std::uint32_t>(first.size())), out.begin() + end, ' ');
    std::fill(out.begin() + next, out.begin() + next + static_cast<std::ptrdiff_t>(second.size()), ' ');
  }
  return out;
}

}  // namespace

std::uint32_t size_of_mail_marks(std::string_view line, int* depth) {
  std::uint32_t at = 0, end = 0;
  int marks = 0;
  while (at < line.size() && (line[at] == '>' || line[at] == ' ' || line[at] == '\t')) {
    if (line[at++] != '>') continue;
    ++marks;
    end = at;
  }
  if (depth) *depth = marks;
  if (!marks) return 0;
  // ">:(" and ">=5" are no quoted line.
  if (end < line.size() && line[end] != ' ' && line[end] != '\t' && line[end] != '\n' && !is_letter(character_at(line, end).code)) {
    if (depth) *depth = 0;
    return 0;
  }
  return at;
}

std::string as_read(std::string_view stretch) { return Reading(stretch, {{0, static_cast<std::uint32_t>(stretch.size())}}).words(); }

Reading::Reading(std::string_view text, const std::vector<Span>& paragraphs) {
  const auto is_plain = [&](Span p) {
    const std::string_view s = slice(text, p);
    return s.find('\n') == s.npos && !s.starts_with('>') && std::none_of(std::begin(kInvisible), std::end(kInvisible), [&](std::string_view one) { return s.find(one) != s.npos; });
  };
  if (std::all_of(paragraphs.begin(), paragraphs.end(), is_plain)) {
    words_ = text;
    knots_.push_back({0, 0});
    return;
  }
  words_.reserve(text.size());
  std::uint32_t at = 0;
  for (const Span paragraph : paragraphs) {
    copy(text, at, paragraph.begin);
    if (is_plain(paragraph)) copy(text, paragraph.begin, paragraph.end);
    else read(text, paragraph);
    at = paragraph.end;
  }
  copy(text, at, static_cast<std::uint32_t>(text.size()));
  if (knots_.empty()) knots_.push_back({0, 0});
}

void Reading::copy(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return;
  const auto at = static_cast<std::uint32_t>(words_.size());
  if (knots_.empty() || knots_.back().text - knots_.back().words != begin - at) knots_.push_back({at, begin});
  words_ += text.substr(begin, end - begin);
}

void Reading::copy_visible(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t from = begin;
  for (std::uint32_t at = begin; at < end;) {
    const std::uint32_t size = size_of_invisible(text, at);
    if (size) {
      copy(text, from, at);
      from = at + size;
    }
    at += size ? size : 1;
  }
  copy(text, from, end);
}

void Reading::put_blank(std::uint32_t at) {
  const auto here = static_cast<std::uint32_t>(words_.size());
  if (knots_.empty() || knots_.back().text - knots_.back().words != at - here) knots_.push_back({here, at});
  words_ += ' ';
  changed_ = true;
}

void Reading::read(std::string_view text, Span paragraph) {
  std::optional<Vocabulary> vocabulary;  // made where a word is divided
  std::uint32_t at = paragraph.begin;
  at += size_of_mail_marks(slice(text, {at, paragraph.end}));
  while (at < paragraph.end) {
    const std::uint32_t line_break = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', at), paragraph.end));
    std::uint32_t end = line_break, next = line_break;
    while (end > at && is_space(character_before(text, end).code)) end -= character_before(text, end).size;
    while (next < paragraph.end) {
      const Character c = character_at(text, next);
      if (const std::uint32_t marks = size_of_mail_marks(slice(text, {next, paragraph.end})); marks && (next == 0 || text[next - 1] == '\n')) next += marks;
      else if (is_space(c.code)) next += c.size;
      else break;
    }
    if (next >= paragraph.end || line_break >= paragraph.end) {
      copy_visible(text, at, line_break >= paragraph.end ? paragraph.end : end);
      return;
    }
    const char32_t last = end > at ? character_before(text, end).code : 0, first = character_at(text, next).code;
    const std::uint32_t before_hyphen = end - (is_hyphen(last) ? character_before(text, end).size : 0);
    if (is_hyphen(last) && before_hyphen > at && !is_space(character_before(text, before_hyphen).code) && character_before(text, before_hyphen).code != '-') {
      if (!vocabulary) vocabulary.emplace(without_divided_words(text));
      const bool joined = last == 0xAD || divides(*vocabulary, word_before(slice(text, {0, before_hyphen}), before_hyphen), word_after(slice(text, {0, paragraph.end}), next));
      copy_visible(text, at, joined ? before_hyphen : end);
    } else {
      copy_visible(text, at, end);
      if (end > at && !(is_written_without_blanks(last) && is_written_without_blanks(first))) put_blank(line_break);
    }
    at = next;
  }
}

Span Reading::to_words(Span in_text) const {
  const auto place = [&](std::uint32_t at) {
    // What lies between the end of a knot's stretch and the next knot was left out.
    const auto next = std::upper_bound(knots_.begin(), knots_.end(), at, [](std::uint32_t a, const Knot& k) { return a < k.text; });
    if (next == knots_.begin()) return std::uint32_t{0};
    const Knot& knot = *(next - 1);
    const std::uint32_t end = next == knots_.end() ? static_cast<std::uint32_t>(words_.size()) : next->words;
    return std::min(knot.words + (at - knot.text), end);
  };
  Span out{place(in_text.begin), place(in_text.end)};
  if (out.empty() && !in_text.empty()) {
    if (out.end < words_.size()) out.end += character_at(words_, out.end).size;
    else if (out.begin > 0) out.begin -= character_before(words_, out.begin).size;
  }
  return out;
}

Span Reading::to_text(Span in_words) const {
  const auto place = [&](std::uint32_t at) {
    const auto next = std::upper_bound(knots_.begin(), knots_.end(), at, [](std::uint32_t a, const Knot& k) { return a < k.words; });
    const Knot& knot = *(next - 1);
    return knot.text + (at - knot.words);
  };
  if (in_words.empty()) return {place(in_words.begin), place(in_words.begin)};
  return {place(in_words.begin), place(in_words.end - 1) + 1};
}

}  // namespace text
