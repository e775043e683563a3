// Searching the text: words, whole words, or a pattern; the faults of a pattern are shown while it is typed.
#include <re2/re2.h>

#include <algorithm>
#include <cmath>

#include "ui/marks.h"
#include "ui/selection.h"
#include "ui/views.h"

namespace ui {

using namespace document;

namespace {

constexpr float kPad = 16;
constexpr std::size_t kMostHits = 5000;

std::string mode_of(const SearchState& s) {
  return s.words + (s.pattern ? "\1p" : "\1") + (s.whole_words ? "w" : "") + (s.in_quotations ? "q" : "");
}

bool in_quotation(const Document& d, Span hit) {
  for (const Quotation& q : d.quotations) {
    if (q.content.front().begin > hit.begin) break;
    if (is_rejected(q.review)) continue;
    for (const Span s : q.content)
      if (contains(s, hit)) return true;
  }
  return false;
}

std::string fault_in_words(const RE2& pattern) {
  switch (pattern.error_code()) {
    case RE2::ErrorMissingParen:
      return "A parenthesis is not closed: " + pattern.error_arg();
    case RE2::ErrorMissingBracket:
      return "A bracket is not closed: " + pattern.error_arg();
    case RE2::ErrorRepeatArgument:
    case RE2::ErrorRepeatOp:
      return "Nothing stands before " + pattern.error_arg();
    case RE2::ErrorTrailingBackslash:
      return "The pattern ends in a backslash";
    case RE2::ErrorPatternTooLarge:
      return "The pattern is too large";
    default:
      return "The pattern cannot be read: " + pattern.error();
  }
}

void search(const Document& d, SearchState& s) {
  const std::string_view text = d.article.text.view();
  s.hits.clear();
  s.fault.clear();
  if (s.words.empty()) return;
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  options.set_max_mem(8 << 20);
  std::string source = s.pattern ? s.words : RE2::QuoteMeta(s.words);
  if (s.whole_words) source = "\\b(?:" + source + ")\\b";
  const RE2 pattern(source, options);
  if (!pattern.ok()) {
    s.fault = fault_in_words(pattern);
    return;
  }
  const re2::StringPiece all(text.data(), text.size());
  re2::StringPiece found;
  for (std::size_t at = 0; at < text.size() && s.hits.size() < kMostHits;) {
    if (!pattern.Match(all, at, text.size(), RE2::UNANCHORED, &found, 1)) break;
    const auto begin = static_cast<std::uint32_t>(found.data() - text.data()), end = begin + static_cast<std::uint32_t>(found.size());
    if (begin < end && (!s.in_quotations || in_quotation(d, {begin, end}))) s.hits.push_back({begin, end});
    at = begin < end ? end : next_letter(text, begin);
  }
}

void bring_up_to_date(Frame& f) {
  SearchState& s = f.view.search;
  const std::string mode = mode_of(s);
  const char* text = f.document().article.text.view().data();
  if (mode == s.searched && text == s.searched_text) return;
  search(f.document(), s);
  s.searched = mode;
  s.searched_text = text;
  // The first hit behind the text cursor is the current one.
  const auto at = std::find_if(s.hits.begin(), s.hits.end(), [&](Span hit) { return hit.begin >= f.session.words.begin; });
  s.current = at == s.hits.end() ? 0 : static_cast<std::size_t>(at - s.hits.begin());
  if (!s.hits.empty()) f.view.show_byte = s.hits[s.current].begin;
  f.changed = true;
}

void go(Frame& f, std::size_t hit) {
  SearchState& s = f.view.search;
  if (s.hits.empty()) return;
  s.current = hit % s.hits.size();
  f.view.show_byte = s.hits[s.current].begin;
  f.changed = true;
}

int number_at(const Frame& f, Span hit) {
  for (const Quotation& q : f.document().quotations) {
    if (q.content.front().begin > hit.begin) break;
    if (is_rejected(q.review)) continue;
    for (const Span s : q.content)
      if (contains(s, hit)) return number_of(f.figures, q.speaker);
  }
  return 0;
}

// The words around a hit, in one line before it and one behind it, with the hit on its colour.
void draw_hit(Frame& f, const Rect& r, Span hit) {
  const std::string_view all = f.document().article.text.view();
  constexpr std::uint32_t kAround = 30;
  Span around{hit.begin > kAround ? hit.begin - kAround : 0, std::min(hit.end + kAround, static_cast<std::uint32_t>(all.size()))};
  around = whole_words(all, {letter_start(all, around.begin), letter_start(all, around.end)});
  const int number = number_at(f, hit);
  if (number > 0) {
    chip(f, r.x + kPad, r.y + 9, 20, number, ChipState::suggested);
  } else {
    border(f, {r.x + kPad, r.y + 9, 20, 20}, f.colours.line_strong, 4, 1.5f);
    text(f, r.x + kPad + 6.5f, r.y + 19, Font::sans_bold, 12, f.colours.muted, "0");
  }
  std::string before = "… " + std::string(text::slice(all, {around.begin, hit.begin})), words(text::slice(all, hit)),
              after = std::string(text::slice(all, {hit.end, around.end})) + " …";
  for (std::string* s : {&before, &words, &after}) std::replace(s->begin(), s->end(), '\n', ' ');
  const float left = r.x + 46, right = right_of(r) - kPad;
  float x = left, y = r.y + 19;
  const auto flow = [&](std::string_view part, bool found) {
    for (std::size_t at = 0; at < part.size();) {
      std::size_t end = part.find(' ', at + 1);
      if (end == std::string_view::npos) end = part.size();
      std::string_view word = part.substr(at, end - at);
      const float width = width_of(f, Font::serif, 14, word);
      if (x + width > right && x > left) {
        x = left;
        y += 20;
        if (word.starts_with(' ')) word.remove_prefix(1);
      }
      if (y > r.y + 40) return;
      const float drawn = width_of(f, Font::serif, 14, word);
      if (found) fill(f, {x, y - 9, drawn, 18}, f.colours.search, 2);
      text(f, x, y, Font::serif, 14, f.colours.ink, word);
      x += drawn;
      at = end;
    }
  };
  flow(before, false);
  flow(words, true);
  flow(after, false);
}

}  // namespace

void draw_search(Frame& f, const Rect& zone) {
  SearchState& s = f.view.search;
  const Rect line{zone.x + kPad, zone.y + 12, zone.width - 2 * kPad, 32};
  const bool typing = f.view.field == Field::search;
  const bool fault = !s.fault.empty();
  if (!typing) {
    const Touch touch = part(f, "field.search", line);
    fill(f, line, f.colours.raised, 6);
    border(f, line, fault ? f.colours.error : f.colours.line_strong, 6, fault ? 2.0f : 1.0f);
    text(f, line.x + 35, line.y + 16, Font::sans, 13, f.colours.ink, cut(f, Font::sans, 13, s.words, line.width - 80));
    if (touch.pressed) run(f, "search");
  } else {
    fill(f, line, f.colours.raised, 6);
    border(f, line, fault ? f.colours.error : f.colours.line_strong, 6, fault ? 2.0f : 1.0f);
    if (!fault) focus_ring(f, line, 6);
    const bool entered =
        field(f, Field::search, "field.search", {line.x + 35, line.y, line.width - 75, 32}, "Search in the article", false, false);
    if (s.words != f.view.typed) {
      s.words = f.view.typed;
      f.changed = true;
    }
    if (entered) {
      go(f, s.current + (f.pointer.shift ? s.hits.size() - 1 : 1));
      f.view.field_is_new = true;
    }
  }
  icon(f, Icon::search, line.x + 19, line.y + 16, f.colours.ink);
  bring_up_to_date(f);
  if (icon_button(f, "search.close", {right_of(line) - 34, line.y + 2, 28, 28}, Icon::close, "Close the search")) {
    s.open = false;
    close_field(f);
    return;
  }
  const float count = zone.y + 69;
  if (fault) {
    icon(f, Icon::warning, zone.x + kPad + 8, count, f.colours.error);
    text(f, zone.x + kPad + 22, count, Font::sans, 13, f.colours.error, cut(f, Font::sans, 13, s.fault, zone.width - 2 * kPad - 22));
  } else {
    const std::string places = s.words.empty()  ? std::string("Type what to look for")
                               : s.hits.empty() ? std::string("Not in this article")
                                                : std::to_string(s.current + 1) + " of " + std::to_string(s.hits.size()) +
                                                      (s.hits.size() == 1 ? " place" : " places");
    text(f, zone.x + kPad, count, Font::sans, 13, f.colours.muted, places);
    const bool any = !s.hits.empty();
    if (icon_button(f, "search.previous", {right_of(zone) - 80, count - 14, 28, 28}, Icon::up, "Previous place", any))
      go(f, s.current + s.hits.size() - 1);
    if (icon_button(f, "search.next", {right_of(zone) - 46, count - 14, 28, 28}, Icon::down, "Next place", any)) go(f, s.current + 1);
  }
  const float boxes = zone.y + 93;
  if (checkbox(f, "search.in-quotations", zone.x + kPad, boxes, "In quotes", s.in_quotations)) s.in_quotations = !s.in_quotations;
  if (checkbox(f, "search.whole-words", zone.x + kPad + 96, boxes, "Whole words", s.whole_words)) s.whole_words = !s.whole_words;
  if (checkbox(f, "search.pattern", zone.x + kPad + 213, boxes, "Pattern", s.pattern)) s.pattern = !s.pattern;
  fill(f, {zone.x, zone.y + 114, zone.width, 1}, f.colours.line);

  constexpr float kRow = 57, kFoot = 96;
  const Rect list{zone.x, zone.y + 115, zone.width, zone.height - 115 - kFoot};
  {
    Clip clip(f, list);
    const auto first = static_cast<std::size_t>(std::max(0.0f, f.view.list_scroll / kRow));
    for (std::size_t i = first; i < s.hits.size(); ++i) {
      const Rect r{list.x, std::round(list.y + static_cast<float>(i) * kRow - f.view.list_scroll), list.width, kRow};
      if (r.y >= bottom_of(list)) break;
      if (row(f, "hit." + std::to_string(i), r, {.selected = i == s.current})) go(f, i);
      draw_hit(f, r, s.hits[i]);
    }
    scroll(f, "list", list, static_cast<float>(s.hits.size()) * kRow, f.view.list_scroll);
  }
  const float foot = bottom_of(zone) - kFoot;
  fill(f, {zone.x, foot, zone.width, 1}, f.colours.line);
  // What was found can be marked at once, in one step of history.
  const bool any = !s.hits.empty() && !fault;
  const float half = (zone.width - 2 * kPad - 8) / 2;
  if (button(f, "search.mark-found", {zone.x + kPad, foot + 11, half, 32}, "All are claims", {}, {.enabled = any})) run(f, "mark-found");
  if (button(f, "search.name-found", {zone.x + kPad + half + 8, foot + 11, half, 32}, "All mean …", {}, {.enabled = any})) {
    close_field(f);
    run(f, "name-found");
  }
  tooltip(f, "search.name-found", {zone.x + kPad + half + 8, foot + 11, half, 32}, "Give every quotation with this source to one speaker");
  const float close = width_of(f, Font::sans, 13, any ? "select and close" : "close");
  text(f, right_of(zone) - kPad - close, foot + 69, Font::sans, 13, f.colours.muted, any ? "select and close" : "close");
  key_caps(f, right_of(zone) - kPad - close - 8 - key_caps_width(f, "Esc"), foot + 69, "Esc", f.colours.line_strong);
}

}  // namespace ui
