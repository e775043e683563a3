// Commands that move the edges of marks, cut and join them, point at cue and source, and correct the text itself.
#include <algorithm>

#include "ui/command_runs.h"
#include "ui/marks.h"
#include "ui/selection.h"

namespace ui {

using namespace document;
using session::Session;

namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }
// Signs that no part of a quotation begins with.
bool separates(char c) { return is_blank(c) || c == ',' || c == ';' || c == ':'; }

enum class Side { begin, end };

// The piece with its edge moved by one word; empty if nothing would be left, or the next word is another paragraph's.
Span moved(std::string_view text, Span piece, Side side, bool forward) {
  if (side == Side::end && forward) {
    const std::uint32_t to = next_word(text, piece.end);
    return text.substr(piece.end, to - piece.end).find('\n') == std::string_view::npos ? Span{piece.begin, to} : Span{};
  }
  if (side == Side::end) {
    std::uint32_t to = previous_word(text, piece.end);
    while (to > piece.begin && separates(text[to - 1])) --to;
    return to > piece.begin ? Span{piece.begin, to} : Span{};
  }
  if (forward) {
    std::uint32_t to = next_word(text, piece.begin);
    while (to < piece.end && separates(text[to])) ++to;
    return to < piece.end ? Span{to, piece.end} : Span{};
  }
  const std::uint32_t to = previous_word(text, piece.begin);
  return text.substr(to, piece.begin - to).find('\n') == std::string_view::npos ? Span{to, piece.end} : Span{};
}

void move_edge(const Session& s, ViewState& v, Side side, bool forward, Output& out) {
  std::vector<Span> spans = spans_of(s.document, s.selected);
  if (spans.empty()) return;
  Span& piece = side == Side::begin ? spans.front() : spans.back();
  const Span to = moved(s.document.article.text.view(), piece, side, forward);
  if (to.empty() || to == piece) return hint(v, forward == (side == Side::end) ? "The paragraph ends here." : "One word must be left.");
  piece = to;
  if (const auto* q = std::get_if<QuotationId>(&s.selected)) out.commands.push_back(session::SetContent{*q, spans});
  if (const auto* c = std::get_if<ClaimId>(&s.selected)) out.commands.push_back(session::SetClaimSpans{*c, spans});
  v.show_byte = side == Side::begin ? to.begin : to.end;
}

const Quotation* selected_quotation(const Session& s) {
  const auto* id = std::get_if<QuotationId>(&s.selected);
  return id ? find(s.document, *id) : nullptr;
}

// A cue or source is what is selected; without a selection the next words that are pointed at.
template <typename Command>
void set_part(const Session& s, ViewState& v, Pointing part, std::string_view what, Output& out) {
  if (s.words.empty()) {
    v.pointing = part;
    v.caret = true;
    v.caret_since = v.now;
    return hint(v, "Point at the " + std::string(what) + ": click a word, or drag over several. Esc leaves it as it was.");
  }
  v.pointing = Pointing::nothing;
  std::optional<QuotationId> id;
  if (const Quotation* q = selected_quotation(s)) id = q->id;
  else if (const Quotation* nearest = nearest_quotation(s.document, s.words)) id = nearest->id;
  if (!id) return hint(v, "Mark the quotation first, then its " + std::string(what) + ".");
  out.commands.push_back(Command{*id, {s.words}});
  out.commands.push_back(session::Select{*id, {s.words.end, s.words.end}});
}

}  // namespace

void hint(ViewState& v, std::string words) {
  v.hint = std::move(words);
  v.hint_since = v.now;
}

bool has_words_or_quotation(const Session& s) { return s.open && (!s.words.empty() || selected_quotation(s)); }
bool has_quotation_or_claim(const Session& s) { return s.open && !spans_of(s.document, s.selected).empty() && s.selected.index() <= 2; }

Span words_to_quote(const Session& s, const ViewState& v) {
  return v.exact ? s.words : fitted(s.document.article.text.view(), paragraph_around(s.document, s.words.begin), s.words);
}

bool finish_editing(const Session& s, ViewState& v, Output& out) {
  if (std::holds_alternative<std::monostate>(v.editing)) return false;
  std::vector<Span> spans = spans_of(s.document, v.editing);
  if (spans.empty() || s.words.empty()) return false;
  Span& piece = spans[std::min(v.editing_piece, spans.size() - 1)];
  if (piece != s.words) {
    piece = s.words;
    if (const auto* q = std::get_if<QuotationId>(&v.editing)) out.commands.push_back(session::SetContent{*q, spans});
    if (const auto* c = std::get_if<ClaimId>(&v.editing)) out.commands.push_back(session::SetClaimSpans{*c, spans});
  }
  out.commands.push_back(session::Select{v.editing, {s.words.end, s.words.end}});
  v.editing = {};
  return true;
}

void end_earlier(const Session& s, ViewState& v, std::string_view, Output& out) { move_edge(s, v, Side::end, false, out); }
void end_later(const Session& s, ViewState& v, std::string_view, Output& out) { move_edge(s, v, Side::end, true, out); }
void begin_earlier(const Session& s, ViewState& v, std::string_view, Output& out) { move_edge(s, v, Side::begin, false, out); }
void begin_later(const Session& s, ViewState& v, std::string_view, Output& out) { move_edge(s, v, Side::begin, true, out); }

void set_cue(const Session& s, ViewState& v, std::string_view, Output& out) { set_part<session::SetCue>(s, v, Pointing::cue, "cue", out); }
void set_source(const Session& s, ViewState& v, std::string_view, Output& out) {
  set_part<session::SetSource>(s, v, Pointing::source, "source", out);
}

void correct_text(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const std::string_view text = s.document.article.text.view();
  const Span words = s.words.empty() && v.caret ? word_around(text, s.words.begin) : s.words;
  if (words.empty()) return hint(v, "Select the words that are not right first.");
  if (!argument.empty()) return out.commands.push_back(session::CorrectText{words, std::string(argument)});
  out.commands.push_back(session::Select{s.selected, words});
  v.anchor = words.begin;
  v.correcting = words;
  v.overlay = Overlay::none;
  v.pointing = Pointing::nothing;
  v.zone = Zone::article;
  v.field = Field::correction;
  v.typed = slice(text, words);
  v.field_fault.clear();
  v.field_is_new = true;
  v.typed_since = v.now;
}

void split_quotation(const Session& s, ViewState&, std::string_view, Output& out) {
  out.commands.push_back(session::SplitQuotation{*std::get_if<QuotationId>(&s.selected), s.words.begin});
}

void join_quotations(const Session& s, ViewState& v, std::string_view, Output& out) {
  const auto& all = s.document.quotations;
  const auto& id = *std::get_if<QuotationId>(&s.selected);
  bool passed = false;
  for (const Quotation& q : all) {
    if (passed && !is_rejected(q.review)) return out.commands.push_back(session::JoinQuotations{id, q.id});
    passed = passed || q.id == id;
  }
  hint(v, "There is no quotation behind this one.");
}

void turn_mark(const Session& s, ViewState& v, std::string_view, Output& out) {
  v.list_shown = false;
  if (const auto* q = std::get_if<QuotationId>(&s.selected)) out.commands.push_back(session::TurnIntoClaim{*q});
  if (const auto* c = std::get_if<ClaimId>(&s.selected)) out.commands.push_back(session::TurnIntoQuotation{*c});
}

void mark_found(const Session&, ViewState& v, std::string_view, Output& out) {
  if (v.search.hits.empty()) return hint(v, "Search for something first.");
  out.commands.push_back(session::AddClaims{v.search.hits});
}

}  // namespace ui
