// Commands that make, change and judge marks.
#include <algorithm>
#include <charconv>

#include "format/lost.h"
#include "ui/command_runs.h"
#include "ui/marks.h"

namespace ui {

using namespace document;
using session::Session;

namespace {

const QuotationId* quotation_of(const Session& s) { return std::get_if<QuotationId>(&s.selected); }
const ClaimId* claim_of(const Session& s) { return std::get_if<ClaimId>(&s.selected); }

Shown shown_of(const ViewState& v) { return {v.settings.show_low_claims, v.only}; }

void judge(const Session& s, ViewState& v, const ReviewState& state, Output& out) {
  out.commands.push_back(session::SetReview{s.selected, state});
  v.editing = {};
  if (v.tab != Tab::review) return;
  // In review the next mark comes by itself.
  const Target next = neighbour(s.document, to_review_in_order(s.document), s.selected, 0, true);
  if (next != s.selected) go_to(s, v, next, out);
}

}  // namespace

bool always(const Session&) { return true; }
bool is_open(const Session& s) { return s.open; }
bool has_words(const Session& s) { return s.open && !s.words.empty(); }
bool has_quotation(const Session& s) { return s.open && quotation_of(s); }
bool has_claim(const Session& s) { return s.open && claim_of(s); }
bool has_mark(const Session& s) { return s.open && (quotation_of(s) || claim_of(s) || std::holds_alternative<NoteId>(s.selected)); }
bool has_words_and_quotation(const Session& s) { return has_words(s) && quotation_of(s); }
bool has_mark_or_words(const Session& s) {
  return s.open && (has_mark(s) || !s.words.empty() || std::holds_alternative<SpeakerId>(s.selected));
}
bool has_lost(const Session& s) { return s.open && !s.document.lost.empty(); }
bool has_place(const Session& s) { return s.open && !s.document.article.blocks.empty(); }
bool has_reviewable(const Session& s) {
  return s.open && !std::holds_alternative<std::monostate>(s.selected) && !std::holds_alternative<NoteId>(s.selected);
}
bool has_open_review(const Session& s) {
  return s.open && std::any_of(s.document.quotations.begin(), s.document.quotations.end(),
                               [](const Quotation& q) { return q.review.state == kSuggested; });
}

void go_to(const Session& s, ViewState& v, const Target& mark, Output& out) {
  const std::vector<Span> spans = spans_of(s.document, mark);
  const std::uint32_t at = spans.empty() ? s.words.begin : spans.front().begin;
  out.commands.push_back(session::Select{mark, {at, at}});
  if (!spans.empty()) v.show_byte = at;
  v.show_upper = v.tab == Tab::review;
  v.list_shown = false;
  v.caret = false;
}

void mark_quotation(const Session& s, ViewState& v, std::string_view, Output& out) {
  if (finish_editing(s, v, out)) return;
  out.commands.push_back(session::AddQuotation{words_to_quote(s, v), std::nullopt});
  v.list_shown = false;
}

void add_piece(const Session& s, ViewState&, std::string_view, Output& out) {
  out.commands.push_back(session::AddPiece{*quotation_of(s), s.words});
}
void remove_piece(const Session& s, ViewState&, std::string_view, Output& out) {
  out.commands.push_back(session::RemovePiece{*quotation_of(s), s.words});
}

void mark_claim(const Session& s, ViewState& v, std::string_view, Output& out) {
  if (std::holds_alternative<ClaimId>(v.editing) && finish_editing(s, v, out)) return;
  out.commands.push_back(session::AddClaim{s.words});
  v.list_shown = false;
}

void add_note(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  std::string target = id_of(s.selected);
  if (target.empty() || std::holds_alternative<NoteId>(s.selected)) {
    const Block* block = block_at(s.document, s.words.begin);
    if (!block) return hint(v, "Select what the note is about first.");
    target = block->id.text();
  }
  if (!argument.empty()) {
    out.commands.push_back(session::AddNote{target, std::string(argument)});
    return;
  }
  v.tab = Tab::notes;
  v.zone = Zone::lists;
  v.note_target = target;
  v.field = Field::note;
  v.typed.clear();
  v.field_is_new = true;
  v.typed_since = v.now;
}

void toggle_excluded(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const Block* block = argument.empty() ? nullptr : find(s.document, BlockId(std::string(argument)));
  if (!block) {
    const std::vector<Span> spans = spans_of(s.document, s.selected);
    const bool by_words = !s.words.empty() || v.caret || spans.empty();
    block = block_at(s.document, by_words ? s.words.begin : spans.front().begin);
  }
  if (!block) return hint(v, "Put the cursor into a paragraph first.");
  out.commands.push_back(session::SetExcluded{block->id, !block->excluded});
}

void set_type(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const QuotationType type{std::string(argument)};
  if (type != kDirect && type != kIndirect && type != kMixed) return hint(v, "A quotation is direct, indirect or mixed.");
  out.commands.push_back(session::SetQuotationType{*quotation_of(s), type});
}

void set_act(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const Act act{std::string(argument)};
  if (act != kSpeech && act != kAttitude) return hint(v, "An act is speech or attitude.");
  out.commands.push_back(session::SetAct{*quotation_of(s), act});
}

void set_mode(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const Mode mode{argument == "said" ? std::string() : std::string(argument)};
  if (!mode.empty() && mode != kNegated && mode != kHypothetical && mode != kAsked && mode != kFuture)
    return hint(v, "A report is said, negated, hypothetical, asked or future.");
  out.commands.push_back(session::SetMode{*quotation_of(s), mode});
}

void put_back(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (s.words.empty()) {
    v.tab = Tab::notes;
    return hint(v, "Select the words where the lost mark belongs first.");
  }
  const std::string id = lost_chosen(s.document, argument.empty() ? v.lost : std::string(argument));
  for (const LostMark& lost : s.document.lost)
    if (lost.id == id) {
      out.commands.push_back(session::PutBack{id, format::put_back(s.document, lost, words_to_quote(s, v))});
      return;
    }
}

void remove_mark(const Session& s, ViewState&, std::string_view, Output& out) { out.commands.push_back(session::Remove{s.selected}); }

void accept(const Session& s, ViewState& v, std::string_view, Output& out) { judge(s, v, kAccepted, out); }
void reject(const Session& s, ViewState& v, std::string_view, Output& out) { judge(s, v, kRejected, out); }

void edit_words(const Session& s, ViewState& v, std::string_view, Output& out) {
  if (finish_editing(s, v, out)) return;
  if (const auto* note = std::get_if<NoteId>(&s.selected)) {
    const Note* found = find(s.document, *note);
    if (!found) return;
    v.tab = Tab::notes;
    v.field = Field::note;
    v.typed = found->text;
    v.field_is_new = true;
    return;
  }
  const std::vector<Span> spans = spans_of(s.document, s.selected);
  if (spans.empty()) return;
  v.editing = s.selected;
  v.editing_piece = 0;
  for (std::size_t i = 0; i < spans.size(); ++i)
    if (contains(spans[i], s.words.begin)) v.editing_piece = i;
  const Span piece = spans[v.editing_piece];
  v.anchor = piece.begin;
  v.show_byte = piece.begin;
  out.commands.push_back(session::Select{s.selected, piece});
  hint(v, "Change the selection with the mouse or with Shift and the arrows; Tab goes to its other end. Enter takes it, Esc leaves it as it was.");
}

void accept_sure(const Session&, ViewState& v, std::string_view argument, Output& out) {
  // The bounds of the words “sure” and “likely”; or hundredths.
  int confidence = argument.empty() || argument == "sure" ? kSureFrom : argument == "likely" ? kLikelyFrom : -1;
  if (confidence < 0) {
    const char* const end = argument.data() + argument.size();
    if (std::from_chars(argument.data(), end, confidence).ptr != end || confidence < 0 || confidence > 100)
      return hint(v, "A confidence is sure, likely, or a number from 0 to 100.");
    confidence *= 10;
  }
  out.commands.push_back(session::AcceptAbove{confidence});
}

void next_mark(const Session& s, ViewState& v, std::string_view, Output& out) {
  go_to(s, v, neighbour(s.document, marks_in_order(s.document, shown_of(v)), s.selected, s.words.begin, true), out);
}
void previous_mark(const Session& s, ViewState& v, std::string_view, Output& out) {
  go_to(s, v, neighbour(s.document, marks_in_order(s.document, shown_of(v)), s.selected, s.words.begin, false), out);
}
void next_doubtful(const Session& s, ViewState& v, std::string_view, Output& out) {
  v.tab = Tab::review;
  go_to(s, v, neighbour(s.document, to_review_in_order(s.document), s.selected, s.words.begin, true), out);
}

void select_mark(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const Target mark = target_of(s.document, std::string(argument));
  if (std::holds_alternative<std::monostate>(mark)) return hint(v, "There is no mark with this id.");
  go_to(s, v, mark, out);
}

void select_words(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const std::string_view text = s.document.article.text.view();
  std::uint32_t a = 0, b = 0;
  const char* const end = argument.data() + argument.size();
  const auto [stop, fault] = std::from_chars(argument.data(), end, a);
  if (fault == std::errc() && stop < end && std::from_chars(stop + 1, end, b).ptr == end) {
    out.commands.push_back(session::Select{s.selected, {a, b}});
    v.show_byte = a;
    return;
  }
  const std::size_t at = argument.empty() ? std::string_view::npos : text.find(argument);
  if (at == std::string_view::npos) return hint(v, "These words are not in the article.");
  a = static_cast<std::uint32_t>(at);
  out.commands.push_back(session::Select{s.selected, {a, a + static_cast<std::uint32_t>(argument.size())}});
  v.show_byte = a;
}

}  // namespace ui
