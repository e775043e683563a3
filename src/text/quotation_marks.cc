#include "text/quotation_marks.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/utf8.h"

namespace text {
namespace {

constexpr std::size_t kDeepest = 12;  // open marks; a text that nests deeper is no article

// A mark as it stands, before it is known what it does.
struct Candidate {
  Span span;
  MarkKind kind{};
  char32_t code = 0;
  char32_t before = 0, after = 0;  // 0 at the edge of the paragraph
  bool may_open = false, may_close = false;
  bool closes_surely = false;  // a single mark after a stop, or before one
};

bool is_opening_neighbour(char32_t c) {
  return c == 0 || is_space(c) || c == '(' || c == '[' || c == '{' || c == '-' || c == '/' || c == U'\u2013' || c == U'\u2014' ||
         c == '"' || c == '\'' || c == U'“' || c == U'‘' || c == U'«' || c == ':' || c == '=' || c == '>' || c == '|' || c == '*';
}

bool is_stop(char32_t c) { return c == '.' || c == ',' || c == '!' || c == '?' || c == U'…' || c == ';' || c == ':' || c == ')'; }

bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }

// ’em, ’til, ’90s: words that begin with an apostrophe.
bool is_elision(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at + 1 < end && is_digit(static_cast<unsigned char>(text[at])) && is_digit(static_cast<unsigned char>(text[at + 1]))) {
    const std::uint32_t after = at + 2;
    return after >= end || !is_digit(static_cast<unsigned char>(text[after]));
  }
  static constexpr std::array<std::string_view, 13> kElided = {"bout", "cause", "cuz",  "em",    "ere",  "neath", "round",
                                                               "tis",  "til",   "till", "tween", "twas", "twere"};
  std::uint32_t stop = at;
  while (stop < end && stop - at < 8 && is_letter(static_cast<unsigned char>(text[stop]))) ++stop;
  if (stop == at) return false;
  const std::string word = to_lower(text.substr(at, stop - at));
  return word == "n" || std::find(kElided.begin(), kElided.end(), word) != kElided.end();
}

// Bytes with which a mark can begin.
constexpr std::array<bool, 256> kStarts = [] {
  std::array<bool, 256> table{};
  for (const unsigned char c : {0x22, 0x27, 0x60, 0xC2, 0xE2, 0xE3}) table[c] = true;
  return table;
}();

// The mark that begins at `at`, or one of size 0.
Candidate mark_at(std::string_view s, std::uint32_t at, std::uint32_t end) {
  const auto byte = [&](std::uint32_t i) { return at + i < end ? static_cast<unsigned char>(s[at + i]) : 0u; };
  const auto made = [&](std::uint32_t size, MarkKind kind, char32_t code) {
    return Candidate{.span = {at, at + size}, .kind = kind, .code = code};
  };
  switch (byte(0)) {
    case '"':
      return made(1, MarkKind::straight_double, '"');
    case '\'':
      return byte(1) == '\'' ? made(2, MarkKind::backtick, U'”') : made(1, MarkKind::straight_single, '\'');
    case '`':
      return byte(1) == '`' ? made(2, MarkKind::backtick, U'“') : made(1, MarkKind::straight_single, '`');
    case 0xC2:
      if (byte(1) == 0xAB) return made(2, MarkKind::angle, U'«');
      if (byte(1) == 0xBB) return made(2, MarkKind::angle, U'»');
      break;
    case 0xE2:
      if (byte(1) != 0x80) break;
      switch (byte(2)) {
        case 0x98:
          return made(3, MarkKind::curly_single, U'‘');
        case 0x99:
          return made(3, MarkKind::curly_single, U'’');
        case 0x9A:
          return made(3, MarkKind::curly_single, U'‚');
        case 0x9B:
          return made(3, MarkKind::curly_single, U'‘');
        case 0x9C:
          return made(3, MarkKind::curly_double, U'“');
        case 0x9D:
          return made(3, MarkKind::curly_double, U'”');
        case 0x9E:
          return made(3, MarkKind::curly_double, U'„');
        case 0x9F:
          return made(3, MarkKind::curly_double, U'“');
        case 0xB9:
          return made(3, MarkKind::single_angle, U'‹');
        case 0xBA:
          return made(3, MarkKind::single_angle, U'›');
        default:
          break;
      }
      break;
    case 0xE3:
      if (byte(1) != 0x80) break;
      switch (byte(2)) {
        case 0x8C:
          return made(3, MarkKind::corner, U'「');
        case 0x8D:
          return made(3, MarkKind::corner, U'」');
        case 0x8E:
          return made(3, MarkKind::white_corner, U'『');
        case 0x8F:
          return made(3, MarkKind::white_corner, U'』');
        default:
          break;
      }
      break;
    default:
      break;
  }
  return {};
}

bool opens_by_form(char32_t c) {
  return c == U'“' || c == U'„' || c == U'‘' || c == U'‚' || c == U'«' || c == U'‹' || c == U'「' || c == U'『';
}

std::vector<Candidate> candidates(std::string_view s, Span paragraph) {
  std::vector<Candidate> out;
  for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
    if (!kStarts[static_cast<unsigned char>(s[at])]) {
      ++at;
      continue;
    }
    Candidate c = mark_at(s, at, paragraph.end);
    if (c.span.empty()) {
      ++at;
      continue;
    }
    at = c.span.end;
    c.before = c.span.begin > paragraph.begin ? character_before(s, c.span.begin).code : 0;
    c.after = c.span.end < paragraph.end ? character_at(s, c.span.end).code : 0;
    const bool space_after = c.after == 0 || is_space(c.after);
    const bool space_before = c.before == 0 || is_space(c.before);
    if (is_single(c.kind)) {
      if (is_word(c.before) && is_word(c.after)) continue;  // it’s
      const bool elision = c.code != U'‚' && !is_word(c.before) && is_elision(s, c.span.end, paragraph.end);
      c.may_open = is_opening_neighbour(c.before) && !space_after && !is_stop(c.after) && !elision;
      if (c.code == U'’') c.may_open = false;
      c.may_close = !space_before && c.before != '(' && c.code != U'‚' && c.code != '`' && !is_word(c.after);
      c.closes_surely = c.may_close && (is_stop(c.before) || is_stop(c.after) || c.after == 0);
      if (!c.may_open && !c.may_close) continue;
    } else if (c.code == '"') {
      c.may_open = !space_after || space_before;
      c.may_close = !space_before || space_after;
    } else {
      c.may_open = opens_by_form(c.code) || (space_before && !space_after);
      c.may_close = !opens_by_form(c.code) || !space_before;
    }
    out.push_back(c);
  }
  return out;
}

// For each single mark that could be the apostrophe of a plural (the players’ union): true if a surer closing
// mark follows before another one opens.
std::vector<bool> followed_by_closing(const std::vector<Candidate>& marks) {
  std::vector<bool> out(marks.size(), false);
  bool closing_ahead = false;
  for (std::size_t i = marks.size(); i-- > 0;) {
    out[i] = closing_ahead;
    if (!is_single(marks[i].kind)) continue;
    if (marks[i].closes_surely) closing_ahead = true;
    else if (marks[i].may_open) closing_ahead = false;
  }
  return out;
}

}  // namespace

bool is_single(MarkKind kind) {
  return kind == MarkKind::curly_single || kind == MarkKind::straight_single || kind == MarkKind::single_angle;
}

std::vector<QuotationMark> quotation_marks(std::string_view s, Span paragraph) {
  const std::vector<Candidate> marks = candidates(s, paragraph);
  if (marks.empty()) return {};
  const std::vector<bool> closing_ahead = followed_by_closing(marks);
  std::vector<QuotationMark> out;
  out.reserve(marks.size());
  std::vector<int> open;  // indices in `out`
  const auto open_of_kind = [&](MarkKind kind) {
    for (std::size_t i = open.size(); i-- > 0;)
      if (out[static_cast<std::size_t>(open[i])].kind == kind) return static_cast<int>(i);
    return -1;
  };
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Candidate& c = marks[i];
    MarkKind kind = c.kind;
    // `word' and ``word" are old ways to write one pair.
    if (kind == MarkKind::straight_double && open_of_kind(kind) < 0 && c.may_close && open_of_kind(MarkKind::backtick) >= 0)
      kind = MarkKind::backtick;
    if (kind == MarkKind::backtick && c.code == U'”' && open_of_kind(kind) < 0) kind = MarkKind::straight_single;
    // “…" and "…” are slips for one pair.
    if (kind == MarkKind::straight_double && c.may_close && !c.may_open && open_of_kind(kind) < 0 &&
        open_of_kind(MarkKind::curly_double) >= 0)
      kind = MarkKind::curly_double;
    if (kind == MarkKind::curly_double && c.code == U'”' && !c.may_open && open_of_kind(kind) < 0 &&
        open_of_kind(MarkKind::straight_double) >= 0)
      kind = MarkKind::straight_double;
    const int at = open_of_kind(kind);
    const bool is_open = at >= 0;
    bool closes;
    if (kind == MarkKind::curly_double || kind == MarkKind::angle || kind == MarkKind::single_angle) {
      // „…“ closes with the mark that opens “…”; a mark that stands as if it opened opens, whatever its form.
      closes = c.code == '"' ? true : opens_by_form(c.code) ? is_open && c.may_close && !c.may_open : true;
      if (c.code == U'“' && is_open && !is_opening_neighbour(c.before)) closes = true;
      if (!opens_by_form(c.code) && !is_open && c.may_open && is_word(c.after)) closes = false;
    } else if (is_single(kind)) {
      const bool plural = (c.before == 's' || c.before == 'S') && !c.closes_surely && closing_ahead[i];
      if (c.may_close && is_open && !plural) closes = true;
      else if (c.may_open) closes = false;
      else continue;  // an apostrophe
    } else if (kind == MarkKind::straight_double) {
      if (c.code != '"') closes = true;
      else if (c.may_open && c.may_close) closes = is_open;
      else closes = c.may_close;
      if (closes && !is_open && is_digit(c.before)) continue;  // 5" is a length
    } else {
      closes = !opens_by_form(c.code);
    }
    QuotationMark mark{.span = c.span, .kind = kind, .opens = !closes};
    const int index = static_cast<int>(out.size());
    if (closes && is_open) {
      mark.partner = open[static_cast<std::size_t>(at)];
      out[static_cast<std::size_t>(mark.partner)].partner = index;
      open.resize(static_cast<std::size_t>(at));
    } else if (!closes) {
      if (open.size() == kDeepest) open.erase(open.begin());
      open.push_back(index);
    }
    out.push_back(mark);
  }
  // A single mark that found no partner was an apostrophe, unless it opens the paragraph.
  std::vector<int> moved(out.size(), -1);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool apostrophe = is_single(out[i].kind) && out[i].partner < 0 &&
                            !(out[i].kind == MarkKind::curly_single && out[i].opens && out[i].span.begin == paragraph.begin);
    if (apostrophe) continue;
    moved[i] = static_cast<int>(kept);
    out[kept++] = out[i];
  }
  out.resize(kept);
  for (QuotationMark& mark : out)
    if (mark.partner >= 0) mark.partner = moved[static_cast<std::size_t>(mark.partner)];
  return out;
}

}  // namespace text
