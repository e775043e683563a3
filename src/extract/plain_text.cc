#include "extract/plain_text.h"

#include <algorithm>
#include <map>

#include "extract/boilerplate.h"
#include "extract/teasers.h"
#include "extract/wrapped_lines.h"
#include "text/characters.h"
#include "text/reading.h"
#include "text/utf8.h"

namespace extract {
namespace {

constexpr int kByPlace = 850, kHeadingLine = 800;
constexpr std::size_t kHeadingWords = 14, kHeadingBytes = 110, kParagraphBytes = 80;

struct Paragraph {
  text::Span span;
  int depth = 0;    // of quoted e-mail
  int lines = 0;
  std::string read;  // as it is read: without line breaks and the marks of e-mail
};

std::vector<Paragraph> paragraphs_of(std::string_view text, Layout layout) {
  const std::vector<PlainLine> lines = lines_of_plain_text(text);
  const std::vector<bool> joins = layout == Layout::markdown ? joins_next_in_markdown(text, lines) : joins_next(text, lines);
  std::vector<Paragraph> paragraphs;
  bool joined = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // A quoted line without words stands between two paragraphs; it goes with the one before.
    const bool goes_with_last = !paragraphs.empty() && (joined || lines[i].words.empty());
    if (goes_with_last) paragraphs.back().span.end = lines[i].span.end;
    else paragraphs.push_back({.span = lines[i].span, .depth = lines[i].depth});
    ++paragraphs.back().lines;
    joined = joins[i] || (lines[i].words.empty() && !goes_with_last);
  }
  std::vector<text::Span> spans;
  for (const Paragraph& p : paragraphs) spans.push_back(p.span);
  const text::Reading reading(text, spans);
  for (Paragraph& p : paragraphs) p.read = text::slice(reading.words(), reading.to_words(p.span));
  return paragraphs;
}

bool has_letters(std::string_view s) {
  for (std::uint32_t at = 0; at < s.size();) {
    const text::Character c = text::character_at(s, at);
    if (text::is_letter(c.code)) return true;
    at += c.size;
  }
  return false;
}

class Reader {
 public:
  Reader(std::string_view text, Layout layout) : layout_(layout), paragraphs_(paragraphs_of(text, layout)), decisions_(paragraphs_.size()) {}

  PlainText read() {
    PlainText out;
    by_words();
    if (layout_ == Layout::markdown) by_marks(out.facts);
    signatures();
    running_heads();
    without_words();
    quoted_mail();
    headings();
    out.articles = count_articles();
    out.blocks.reserve(paragraphs_.size());
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      document::Block block{.id = document::BlockId("b" + std::to_string(i + 1)), .span = paragraphs_[i].span};
      if (const Decision& decision = decisions_[i]) {
        block.role = decision.role;
        block.excluded = is_excluded(decision.role);
        block.origin = document::Origin{.by = document::AgentId("a1"), .method = decision.rule, .confidence = decision.confidence};
      }
      out.blocks.push_back(std::move(block));
    }
    return out;
  }

 private:
  const std::string& words(std::size_t i) const { return paragraphs_[i].read; }
  std::size_t size() const { return paragraphs_.size(); }
  void decide(std::size_t i, const char* role, const char* rule, int confidence) { decisions_[i] = {document::BlockRole(role), rule, confidence}; }

  void by_words() {
    std::vector<std::string_view> lines;
    for (std::size_t i = 0; i < size(); ++i) {
      lines.push_back(words(i));
      decisions_[i] = boilerplate(words(i), "");
    }
    std::vector<Decision> teasers = find_teasers(lines, decisions_);
    for (std::size_t i = 0; i < size(); ++i)
      if (teasers[i]) decisions_[i] = std::move(teasers[i]);
  }

  void by_marks(MarkdownFacts& facts) {
    std::vector<std::string_view> paragraphs(size());
    for (std::size_t i = 0; i < size(); ++i) paragraphs[i] = words(i);
    std::vector<Decision> roles = markdown_roles(paragraphs, facts);
    for (std::size_t i = 0; i < size(); ++i)
      if (!decisions_[i]) decisions_[i] = std::move(roles[i]);
  }

  // From "--" to the end of the e-mail or of what is quoted of it; long text below it is none.
  void signatures() {
    constexpr std::size_t kLines = 8;
    for (std::size_t i = 0; i < size(); ++i) {
      if (words(i) != "--" && words(i) != "-- ") continue;
      std::size_t end = i + 1;
      while (end < size() && paragraphs_[end].depth == paragraphs_[i].depth) ++end;
      if (end - i > kLines) continue;
      for (std::size_t k = i; k < end; ++k) decide(k, "signature", "block/signature", kByPlace);
    }
  }

  // Numbers are left out of the comparison: "Northport Mail, page 3". In a transcript a name stands alone, too, but without
  // a number that grows, and with less between.
  void running_heads() {
    constexpr std::size_t kTimes = 3, kApart = 6, kWords = 12;
    struct Seen {
      std::size_t times = 0, last = 0;
      bool close = false;
      std::string_view words;
    };
    std::map<std::string, Seen> seen;
    const auto key = [&](std::size_t i) {
      std::string letters;
      if (words(i).size() > 100 || count_words(words(i)) > kWords || !is_cut_off(words(i))) return letters;
      for (const char c : words(i))
        if (c < '0' || c > '9') letters += c;
      return has_letters(letters) ? letters : std::string();
    };
    for (std::size_t i = 0; i < size(); ++i) {
      const std::string letters = key(i);
      if (letters.empty()) continue;
      Seen& s = seen[letters];
      s.close |= s.times > 0 && i - s.last < kApart && words(i) == s.words;
      ++s.times;
      s.last = i;
      s.words = words(i);
    }
    for (std::size_t i = 0; i < size(); ++i) {
      if (decisions_[i]) continue;
      const std::string letters = key(i);
      if (letters.empty()) continue;
      const Seen& s = seen[letters];
      if (s.times >= kTimes && !s.close) decide(i, "navigation", "block/running-head", kByPlace);
    }
  }

  void without_words() {
    for (std::size_t i = 0; i < size(); ++i)
      if (!decisions_[i] && !has_letters(words(i))) decide(i, "navigation", "block/no-words", kByPlace);
  }

  // What most of the text is quoted as is the article; what is quoted deeper is quoted in it.
  void quoted_mail() {
    std::map<int, std::size_t> bytes;
    for (const Paragraph& p : paragraphs_) bytes[p.depth] += p.read.size();
    int own = 0;
    for (const auto& [depth, size] : bytes)
      if (size > bytes[own]) own = depth;
    for (std::size_t i = 0; i < size(); ++i)
      if (!decisions_[i] && paragraphs_[i].depth > own) decide(i, "block-quote", "block/quoted-mail", kByPlace);
  }

  bool is_paragraph(std::size_t i) const { return !decisions_[i] && words(i).size() >= kParagraphBytes && !is_cut_off(words(i)); }

  bool looks_like_heading(std::size_t i) const {
    const Paragraph& p = paragraphs_[i];
    if (decisions_[i] || p.lines != 1 || p.read.empty() || p.read.size() > kHeadingBytes || count_words(p.read) > kHeadingWords || !is_cut_off(p.read)) return false;
    const text::Character first = text::character_at(p.read, 0);
    return !text::is_lower(first.code) && p.read.find(": ") == std::string::npos;
  }

  bool is_byline(std::size_t i) const {
    const std::string& role = decisions_[i].role.name();
    return decisions_[i] && (role == "byline" || role == "date");
  }

  // Its paragraph is next, or below its byline, date or caption.
  void headings() {
    constexpr std::size_t kLinesBetween = 4;
    for (std::size_t i = 0; i < size(); ++i) {
      if (!looks_like_heading(i)) continue;
      // A short line after another one is a list or a poem.
      if (i > 0 && !decisions_[i - 1] && !is_paragraph(i - 1)) continue;
      std::size_t next = i + 1;
      while (next < size() && next - i <= kLinesBetween && decisions_[next] && is_excluded(decisions_[next].role)) ++next;
      if (next < size() && is_paragraph(next)) decide(i, "heading", "block/heading-line", kHeadingLine);
    }
  }

  // “NORTHPORT, May 3 (Agency) — The bridge …”
  static bool starts_with_place(std::string_view s) {
    constexpr std::size_t kWithin = 70, kCapitals = 4;
    std::size_t capitals = 0;
    for (std::uint32_t at = 0; at < s.size() && text::is_upper(text::character_at(s, at).code); at += text::character_at(s, at).size) ++capitals;
    if (capitals < kCapitals) return false;
    const std::string_view head = s.substr(0, kWithin);
    return head.find(" — ") != head.npos || head.find(" – ") != head.npos || head.find(" - ") != head.npos || head.find(") -") != head.npos;
  }

  // A heading starts another article if a byline, a date or a place with a dash says so.
  std::size_t count_articles() const {
    constexpr std::size_t kLinesBetween = 3, kWords = 40;
    std::size_t articles = 0, words_since = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      if (decisions_[i].role == document::kHeading) {
        bool starts = false;
        for (std::size_t k = i + 1; k < size() && k - i <= kLinesBetween && !starts; ++k) {
          starts = is_byline(k) || starts_with_place(words(k));
          if (!decisions_[k]) break;
        }
        if (starts && (articles == 0 || words_since >= kWords)) {
          // What stood before the first such heading is an article, too, if it is long enough.
          if (articles == 0 && words_since >= kWords) ++articles;
          ++articles;
          words_since = 0;
        }
      }
      if (is_paragraph(i)) words_since += count_words(words(i));
    }
    return std::max<std::size_t>(articles, 1);
  }

  Layout layout_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Decision> decisions_;
};

}  // namespace

PlainText read_plain_text(std::string_view text, Layout layout) { return Reader(text, layout).read(); }

}  // namespace extract
