// What the rows of the table of commands do: `bool NAME(session)` says whether it is possible now, and
// `void NAME(session, view, argument, out)` does it. Internal to ui.
#pragma once

#include <string_view>
#include <utility>

#include "ui/view_state.h"

namespace ui {

bool always(const session::Session&);
bool is_open(const session::Session&);
bool has_words(const session::Session&);
bool has_words_and_quotation(const session::Session&);
bool has_mark_or_words(const session::Session&);
bool has_lost(const session::Session&);
bool has_place(const session::Session&);
bool has_quotation(const session::Session&);
bool has_claim(const session::Session&);
bool has_mark(const session::Session&);
bool has_reviewable(const session::Session&);
bool has_open_review(const session::Session&);
bool has_words_or_quotation(const session::Session&);
bool has_quotation_or_claim(const session::Session&);
bool has_speaker(const session::Session&);
bool has_speaker_or_argument(const session::Session&);
bool has_comparison(const session::Session&);
bool can_undo(const session::Session&);
bool can_redo(const session::Session&);

void paste(const session::Session&, ViewState&, std::string_view argument, Output&);
void open_file(const session::Session&, ViewState&, std::string_view argument, Output&);
void open_address(const session::Session&, ViewState&, std::string_view argument, Output&);
void open_sample(const session::Session&, ViewState&, std::string_view argument, Output&);
void save_file(const session::Session&, ViewState&, std::string_view argument, Output&);
void export_as(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_share(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_title(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_plain_text(const session::Session&, ViewState&, std::string_view argument, Output&);
void close_article(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_recent(const session::Session&, ViewState&, std::string_view argument, Output&);
void open_recent(const session::Session&, ViewState&, std::string_view argument, Output&);
void delete_recent(const session::Session&, ViewState&, std::string_view argument, Output&);
void restore_recent(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_versions(const session::Session&, ViewState&, std::string_view argument, Output&);
void restore_version(const session::Session&, ViewState&, std::string_view argument, Output&);
void qr_code(const session::Session&, ViewState&, std::string_view argument, Output&);
void share_link(const session::Session&, ViewState&, std::string_view argument, Output&);
void send_link(const session::Session&, ViewState&, std::string_view argument, Output&);
void export_all(const session::Session&, ViewState&, std::string_view argument, Output&);
void take_over(const session::Session&, ViewState&, std::string_view argument, Output&);
void confirm(const session::Session&, ViewState&, std::string_view argument, Output&);
void decline(const session::Session&, ViewState&, std::string_view argument, Output&);
void update_page(const session::Session&, ViewState&, std::string_view argument, Output&);
void mark_quotation(const session::Session&, ViewState&, std::string_view argument, Output&);
void add_piece(const session::Session&, ViewState&, std::string_view argument, Output&);
void remove_piece(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_cue(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_source(const session::Session&, ViewState&, std::string_view argument, Output&);
void correct_text(const session::Session&, ViewState&, std::string_view argument, Output&);
void mark_claim(const session::Session&, ViewState&, std::string_view argument, Output&);
void add_note(const session::Session&, ViewState&, std::string_view argument, Output&);
void toggle_excluded(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_type(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_act(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_mode(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_claim_type(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_verifiable(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_wording(const session::Session&, ViewState&, std::string_view argument, Output&);
void filter_claims(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_all_claims(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_worth(const session::Session&, ViewState&, std::string_view argument, Output&);
void put_back(const session::Session&, ViewState&, std::string_view argument, Output&);
void remove_mark(const session::Session&, ViewState&, std::string_view argument, Output&);
void accept(const session::Session&, ViewState&, std::string_view argument, Output&);
void reject(const session::Session&, ViewState&, std::string_view argument, Output&);
void edit_words(const session::Session&, ViewState&, std::string_view argument, Output&);
void next_doubtful(const session::Session&, ViewState&, std::string_view argument, Output&);
void accept_sure(const session::Session&, ViewState&, std::string_view argument, Output&);
void next_mark(const session::Session&, ViewState&, std::string_view argument, Output&);
void previous_mark(const session::Session&, ViewState&, std::string_view argument, Output&);
void select_mark(const session::Session&, ViewState&, std::string_view argument, Output&);
void select_words(const session::Session&, ViewState&, std::string_view argument, Output&);
void assign_speaker(const session::Session&, ViewState&, std::string_view argument, Output&);
void new_speaker(const session::Session&, ViewState&, std::string_view argument, Output&);
void rename_speaker(const session::Session&, ViewState&, std::string_view argument, Output&);
void merge_speaker(const session::Session&, ViewState&, std::string_view argument, Output&);
void split_speaker(const session::Session&, ViewState&, std::string_view argument, Output&);
void speaker_kind(const session::Session&, ViewState&, std::string_view argument, Output&);
void speaker_role(const session::Session&, ViewState&, std::string_view argument, Output&);
void add_name(const session::Session&, ViewState&, std::string_view argument, Output&);
void remove_name(const session::Session&, ViewState&, std::string_view argument, Output&);
void remove_speaker(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_speaker(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_all_speakers(const session::Session&, ViewState&, std::string_view argument, Output&);
void undo(const session::Session&, ViewState&, std::string_view argument, Output&);
void redo(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_commands(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_search(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_help(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_quotations(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_claims(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_review(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_notes(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_figures(const session::Session&, ViewState&, std::string_view argument, Output&);
void toggle_low_claims(const session::Session&, ViewState&, std::string_view argument, Output&);
void larger_text(const session::Session&, ViewState&, std::string_view argument, Output&);
void smaller_text(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_theme(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_person(const session::Session&, ViewState&, std::string_view argument, Output&);
void dismiss(const session::Session&, ViewState&, std::string_view argument, Output&);
void cancel_analysis(const session::Session&, ViewState&, std::string_view argument, Output&);
void step_back(const session::Session&, ViewState&, std::string_view argument, Output&);
void export_figures(const session::Session&, ViewState&, std::string_view argument, Output&);
void end_earlier(const session::Session&, ViewState&, std::string_view argument, Output&);
void end_later(const session::Session&, ViewState&, std::string_view argument, Output&);
void begin_earlier(const session::Session&, ViewState&, std::string_view argument, Output&);
void begin_later(const session::Session&, ViewState&, std::string_view argument, Output&);
void split_quotation(const session::Session&, ViewState&, std::string_view argument, Output&);
void join_quotations(const session::Session&, ViewState&, std::string_view argument, Output&);
void turn_mark(const session::Session&, ViewState&, std::string_view argument, Output&);
void mark_found(const session::Session&, ViewState&, std::string_view argument, Output&);
void pick_speaker(const session::Session&, ViewState&, std::string_view argument, Output&);
void name_everywhere(const session::Session&, ViewState&, std::string_view argument, Output&);
void name_found(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_history(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_column(const session::Session&, ViewState&, std::string_view argument, Output&);
void set_key(const session::Session&, ViewState&, std::string_view argument, Output&);
void reset_keys(const session::Session&, ViewState&, std::string_view argument, Output&);
void show_first_steps(const session::Session&, ViewState&, std::string_view argument, Output&);
void compare_with_file(const session::Session&, ViewState&, std::string_view argument, Output&);
void put_marks(const session::Session&, ViewState&, std::string_view argument, Output&);
void next_difference(const session::Session&, ViewState&, std::string_view argument, Output&);
void previous_difference(const session::Session&, ViewState&, std::string_view argument, Output&);
void select_difference(const session::Session&, ViewState&, std::string_view argument, Output&);
void keep_mine(const session::Session&, ViewState&, std::string_view argument, Output&);
void take_theirs(const session::Session&, ViewState&, std::string_view argument, Output&);
void keep_both(const session::Session&, ViewState&, std::string_view argument, Output&);
void close_comparison(const session::Session&, ViewState&, std::string_view argument, Output&);

// In a comparison the keys of these commands mean others: J goes to the next difference, A keeps mine.
inline constexpr std::pair<std::string_view, std::string_view> kInComparison[] = {
    {"next-mark", "next-difference"}, {"previous-mark", "previous-difference"}, {"accept", "keep-mine"}, {"exclude-block", "take-theirs"}};
// What the key of a command means in a comparison; most mean the same.
std::string_view in_comparison(std::string_view command);

// What of commands_….cc several of these files need: a sentence for a key that cannot do anything now.
void hint(ViewState&, std::string words);

// Selects a mark and brings it into view.
void go_to(const session::Session&, ViewState&, const session::Target&, Output&);

// The selected words as a quotation of them would be: the quotation marks around them go along, a full stop at the end
// of reported words does not; with Alt exactly as they were selected.
session::Span words_to_quote(const session::Session&, const ViewState&);

// Puts the words that are selected in the place of the piece that is being changed; false: nothing is.
bool finish_editing(const session::Session&, ViewState&, Output&);

// The speaker that a person names by number, id, name or another name; none if there is no such speaker.
std::optional<session::SpeakerId> speaker_called(const document::Document&, std::string_view);

}  // namespace ui
