// A mistake in the article's own text, put right: the words change, and every mark stays on what it marked.
#include <algorithm>

#include "session/edits.h"
#include "text/utf8.h"

namespace session {

using namespace document;

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Letters, figures, and all that is not ASCII: what a word consists of, as far as an edge between two marks asks.
bool is_of_a_word(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x80 || (u >= '0' && u <= '9') || ((u | 0x20) >= 'a' && (u | 0x20) <= 'z');
}

// Where each place of the old text is in the new one. Places outside the words stay or move as one; inside, what is alike at
// both ends of the old and the new words stays together, so that a mark that ends within them keeps its last word.
class Correction {
 public:
  Correction(std::string_view text, Span words, std::string_view to) : words_(words), new_size_(static_cast<std::uint32_t>(to.size())) {
    const std::string_view from = text::slice(text, words);
    std::uint32_t front = 0, back = 0;
    const auto most = static_cast<std::uint32_t>(std::min(from.size(), to.size()));
    while (front < most && from[front] == to[front]) ++front;
    while (front > 0 && ((front < from.size() && is_inside_character(from[front])) || (front < to.size() && is_inside_character(to[front])))) --front;
    while (back < most - front && from[from.size() - 1 - back] == to[to.size() - 1 - back]) ++back;
    while (back > 0 && is_inside_character(from[from.size() - back])) --back;
    changed_ = {words.begin + front, words.end - back};
    changed_to_ = new_size_ - back + words.begin;
    grows_left_ = changed_.empty() && front > 0 && front < to.size() && is_of_a_word(to[front - 1]) && is_of_a_word(to[front]);
  }

  Span operator()(Span span) const { return {begin_of(span.begin), end_of(span.end)}; }
  Span words() const { return {words_.begin, words_.begin + new_size_}; }
  bool touches(Span span) const {
    const std::uint32_t beside = changed_.empty() ? 1 : 0;  // what is put in between two letters touches both
    return span.begin < changed_.end + beside && span.end + beside > changed_.begin;
  }

 private:
  std::uint32_t moved(std::uint32_t at) const { return at - words_.size() + new_size_; }
  std::uint32_t begin_of(std::uint32_t at) const {
    if (at <= words_.begin) return at;
    if (at >= words_.end) return moved(at);
    if (at > changed_.begin && at < changed_.end) return changed_.begin;
    if (at == changed_.begin && !grows_left_) return at;
    return at < changed_.begin ? at : moved(at);
  }
  std::uint32_t end_of(std::uint32_t at) const {
    if (at <= words_.begin) return at;
    if (at >= words_.end) return moved(at);
    if (at > changed_.begin && at < changed_.end) return changed_to_;
    if (at == changed_.begin && !grows_left_) return at;
    return at < changed_.begin ? at : moved(at);
  }

  Span words_;
  std::uint32_t new_size_;
  Span changed_;                   // the part of the words that is not alike
  std::uint32_t changed_to_ = 0;   // where that ends in the new text
  bool grows_left_ = false;        // letters are put in behind a letter: they belong to its word
};

// The spans on the new text; those of which nothing is left are dropped.
std::vector<Span> corrected(const std::vector<Span>& spans, const Correction& to) {
  std::vector<Span> out;
  bool merged = false;
  for (const Span span : spans) {
    const Span now = to(span);
    if (now.empty()) continue;
    merged = merged || (!out.empty() && now.begin < out.back().end);
    out.push_back(now);
  }
  return merged ? in_order(std::move(out)) : out;
}

template <typename List, typename Reach, typename Change>
void change_from(List& list, std::uint32_t from, Reach reach, Change change) {
  for (std::size_t i = 0; i < list.size(); ++i)
    if (reach(list[i]) > from) change(list.edit(i));
}

std::uint32_t reach_of(const std::vector<Span>& spans) { return spans.empty() ? 0 : spans.back().end; }

// A name in which the words stand as words of their own, with the right ones in their place.
bool correct_name(std::string& name, std::string_view from, std::string_view to) {
  const std::size_t at = name.find(from), end = at + from.size();
  if (at == std::string::npos || (at > 0 && is_of_a_word(name[at - 1])) || (end < name.size() && is_of_a_word(name[end]))) return false;
  name.replace(at, from.size(), to);
  return true;
}

// A misspelt name is what its speaker is called, unless the article spells it so elsewhere as well.
void correct_speakers(Document& d, std::string_view from, std::string_view to) {
  if (d.article.text.view().find(from) != std::string_view::npos) return;
  for (std::size_t i = 0; i < d.speakers.size(); ++i) {
    Speaker speaker = d.speakers[i];
    bool changed = correct_name(speaker.name, from, to);
    for (auto* names : {&speaker.aliases, &speaker.roles})
      for (std::string& name : *names) changed = correct_name(name, from, to) || changed;
    if (changed) d.speakers.edit(i) = std::move(speaker);
  }
}

std::string fault_in(const Document& d, const Correction& to) {
  const auto vanishes = [&](const std::vector<Span>& spans) { return corrected(spans, to).empty(); };
  for (const Quotation& q : d.quotations)
    if (vanishes(q.content)) return "A quotation would have no words left. Reject it first.";
  for (const Claim& c : d.claims)
    if (vanishes(c.spans)) return "A claim would have no words left. Reject it first.";
  return {};
}

}  // namespace

Edited edit(Document d, const CorrectText& c, const Moment& moment) {
  if (std::string fault = fault_of(d, c.words); !fault.empty()) return refuse(std::move(fault));
  const std::string_view text = d.article.text.view();
  Span words = c.words;
  while (!words.empty() && is_blank(text[words.begin])) ++words.begin;
  while (!words.empty() && is_blank(text[words.end - 1])) --words.end;
  const Block* block = block_at(d, words.begin);
  if (words.empty() || !block || !contains(block->span, words)) return refuse("Correct the words of one paragraph at a time.");
  std::string now = text::clean(trimmed(c.text));
  std::replace(now.begin(), now.end(), '\n', ' ');
  const std::string old(text::slice(text, words));
  if (now.empty()) return refuse("Type the words as they should be. Junk is excluded, not deleted.");
  if (now == old) return refuse("It is like that already.");
  const Correction to(text, words, now);
  if (std::string fault = fault_in(d, to); !fault.empty()) return refuse(std::move(fault));

  const BlockId place = block->id;
  const bool is_title = block->role == kTitle && text::slice(text, block->span) == d.article.title;
  std::string whole;
  whole.reserve(text.size() - old.size() + now.size());
  whole.append(text.substr(0, words.begin)).append(now).append(text.substr(words.end));
  d.article.text = SharedText(std::move(whole));

  const std::uint32_t from = words.begin;
  change_from(d.article.blocks, from, [](const Block& b) { return b.span.end; }, [&](Block& b) { b.span = to(b.span); });
  const auto reach_of_quotation = [](const Quotation& q) { return std::max({reach_of(q.content), reach_of(q.cue), reach_of(q.source)}); };
  change_from(d.quotations, from, reach_of_quotation, [&](Quotation& q) {
    for (auto* spans : {&q.content, &q.cue, &q.source}) *spans = corrected(*spans, to);
  });
  change_from(d.claims, from, [](const Claim& claim) { return reach_of(claim.spans); }, [&](Claim& claim) {
    // Other words may be another number or name, and our wording repeats them.
    const bool other_words = std::any_of(claim.spans.begin(), claim.spans.end(), [&](Span s) { return to.touches(s); });
    if (other_words) correct_name(claim.normalized, old, now);
    std::erase_if(claim.facts, [&](const ClaimFact& f) { return std::any_of(f.spans.begin(), f.spans.end(), [&](Span s) { return to.touches(s); }); });
    claim.spans = corrected(claim.spans, to);
    for (ClaimFact& fact : claim.facts) fact.spans = corrected(fact.spans, to);
  });
  correct_speakers(d, old, now);
  if (is_title) d.article.title = std::string(text::slice(d.article.text.view(), find(d, place)->span));
  else if (d.article.title_derived) correct_name(d.article.title, old, now);

  Edited out = edit(std::move(d), AddNote{place.text(), "Corrected “" + old + "” to “" + now + "”"}, moment);
  out.words = to.words();
  return out;
}

}  // namespace session
