// Everything that a person can do, in one table. A row is what menus, keys, the command palette, the help sheet,
// the DOM mirror and window.quoth.command() all read: to add a command, add its row.
#include "ui/command_runs.h"

namespace ui {

const std::vector<CommandRow>& commands() {
  static const std::vector<CommandRow> rows{
      {"paste", "Paste an article", "Article", "Ctrl+V", "", always, paste},
      {"open-file", "Open a file", "Article", "Ctrl+O", "", always, open_file},
      {"open-address", "Open an address", "Article", "", "an address", always, open_address},
      {"open-sample", "Try the sample", "Article", "", "", always, open_sample},
      {"save-file", "Save the annotation file", "Article", "Ctrl+S", "", is_open, save_file},
      {"export", "Export", "Article", "", "a format", is_open, export_as},
      {"share", "Share and export", "Article", "", "", is_open, show_share},
      {"set-title", "Set the title", "Article", "", "a title", is_open, set_title},
      {"plain-text", "Show the article as plain text, or the page again", "Article", "", "", is_open, show_plain_text},
      {"recent", "Recent articles", "Article", "", "", always, show_recent},
      {"open-recent", "Open a recent article", "Article", "", "its number in the list", always, open_recent},
      {"delete-recent", "Delete a recent article", "Article", "", "its number in the list", always, delete_recent},
      {"restore-recent", "Put back a deleted article", "Article", "", "its number in the list", always, restore_recent},
      {"versions", "Versions of this article", "Article", "", "", is_open, show_versions},
      {"restore-version", "Go back to a version", "Article", "", "its number in the list", is_open, restore_version},
      {"share-link", "Copy a link", "Article", "", "text, marks or speakers", is_open, share_link},
      {"send-link", "Send a link", "Article", "", "text, marks or speakers", is_open, send_link},
      {"export-all", "Save all articles as one archive", "Article", "", "", always, export_all},
      {"take-over", "Change this article in this tab", "Article", "", "", is_open, take_over},
      {"confirm", "Open what was shared", "Article", "", "", always, confirm},
      {"decline", "Do not open what was shared", "Article", "", "", always, decline},
      {"update", "Reload to update Quoth", "Article", "", "", always, update_page},
      {"close-article", "Close the article", "Article", "", "", is_open, close_article},

      {"mark-quotation", "Mark a quotation", "Marks", "Q", "", has_words, mark_quotation},
      {"add-piece", "Add the words to this quotation", "Marks", "Shift+Q", "", has_words_and_quotation, add_piece},
      {"remove-piece", "Take the words out of this quotation", "Marks", "Shift+X", "", has_words_and_quotation, remove_piece},
      {"set-cue", "Set the cue", "Marks", "U", "", has_words_or_quotation, set_cue},
      {"set-source", "Set the source", "Marks", "S", "", has_words_or_quotation, set_source},
      {"mark-claim", "Mark a claim", "Marks", "C", "", has_words, mark_claim},
      {"end-earlier", "End this mark one word earlier", "Marks", ",", "", has_quotation_or_claim, end_earlier},
      {"end-later", "End this mark one word later", "Marks", ".", "", has_quotation_or_claim, end_later},
      {"begin-earlier", "Begin this mark one word earlier", "Marks", "Shift+,", "", has_quotation_or_claim, begin_earlier},
      {"begin-later", "Begin this mark one word later", "Marks", "Shift+.", "", has_quotation_or_claim, begin_later},
      {"split", "Split this quotation at the cursor", "Marks", "Shift+S", "", has_quotation, split_quotation},
      {"join", "Join this quotation with the next one", "Marks", "Shift+J", "", has_quotation, join_quotations},
      {"turn", "Turn a quotation into a claim, or back", "Marks", "T", "", has_quotation_or_claim, turn_mark},
      {"mark-found", "Mark all found words as claims", "Marks", "", "", is_open, mark_found},
      {"add-note", "Add a note", "Marks", "N", "the words of the note", has_mark_or_words, add_note},
      {"exclude-block", "Exclude this paragraph, or put it back", "Marks", "B", "", has_place, toggle_excluded},
      {"set-type", "Set the type of this quotation", "Marks", "", "direct, indirect or mixed", has_quotation, set_type},
      {"set-act", "Set the act of this quotation", "Marks", "", "speech or attitude", has_quotation, set_act},
      {"set-mode", "Set how this report stands", "Marks", "", "said, negated, hypothetical, asked or future", has_quotation, set_mode},
      {"set-claim-type", "Set the type of this claim", "Marks", "", "a type", has_claim, set_claim_type},
      {"set-worth", "Set how much this claim is worth checking", "Marks", "", "high, medium or low", has_claim, set_worth},
      {"set-verifiable", "Say whether this claim can be checked", "Marks", "", "yes, partly or no", has_claim, set_verifiable},
      {"set-wording", "Word this claim so that it stands alone", "Marks", "W", "a wording", has_claim, set_wording},
      {"remove", "Remove this mark", "Marks", "Delete", "", has_mark, remove_mark},

      {"accept", "Accept this mark", "Review", "A", "", has_reviewable, accept},
      {"reject", "Reject this mark", "Review", "X", "", has_reviewable, reject},
      {"edit", "Change the words of this mark", "Review", "E", "", has_mark, edit_words},
      {"skip", "Skip to the next mark to review", "Review", "Space", "", has_open_review, next_doubtful},
      {"accept-sure", "Accept all sure marks", "Review", "Shift+A", "sure, likely, or a confidence from 0 to 100", is_open, accept_sure},
      {"next-mark", "Next mark", "Review", "J", "", is_open, next_mark},
      {"previous-mark", "Previous mark", "Review", "K", "", is_open, previous_mark},
      {"select", "Select a mark", "Review", "", "its id", is_open, select_mark},
      {"select-words", "Select words", "Review", "", "two byte offsets, or the words", is_open, select_words},

      {"assign-speaker", "Say who speaks", "Speakers", "1 – 9", "a number, an id or a name", has_mark_or_words, assign_speaker},
      {"pick-speaker", "Choose who speaks by name", "Speakers", "P", "", has_mark_or_words, pick_speaker},
      {"name-everywhere", "Give all such mentions to this speaker", "Speakers", "M", "a number, an id or a name", is_open, name_everywhere},
      {"name-found", "Give all found mentions to a speaker", "Speakers", "", "a number, an id or a name", is_open, name_found},
      {"new-speaker", "New speaker", "Speakers", "0", "a name", is_open, new_speaker},
      {"rename-speaker", "Rename the speaker", "Speakers", "", "a name", has_speaker, rename_speaker},
      {"merge-speaker", "Merge with another speaker", "Speakers", "Shift+M", "the other's number, id or name", has_speaker, merge_speaker},
      {"split-speaker", "This quotation is somebody else’s", "Speakers", "", "a name", has_quotation, split_speaker},
      {"speaker-kind", "Set the kind of speaker", "Speakers", "", "person, organisation or group", has_speaker, speaker_kind},
      {"speaker-role", "Set the role of the speaker", "Speakers", "", "a role", has_speaker, speaker_role},
      {"remove-speaker", "Remove the speaker", "Speakers", "", "", has_speaker, remove_speaker},
      {"show-speaker", "Show only this speaker", "Speakers", "", "a number, an id or a name", has_speaker_or_argument, show_speaker},
      {"show-all-speakers", "Show all speakers", "Speakers", "", "", is_open, show_all_speakers},

      {"undo", "Undo", "History", "Ctrl+Z", "", can_undo, undo},
      {"redo", "Do again", "History", "Ctrl+Y", "", can_redo, redo},
      {"history", "Show the history", "History", "H", "how many steps to go back", is_open, show_history},

      {"commands", "Commands", "View", "Ctrl+K", "", always, show_commands},
      {"search", "Search in the article", "View", "Ctrl+F", "words", is_open, show_search},
      {"help", "All keys", "View", "?", "", always, show_help},
      {"show-quotations", "Show quotations", "View", "", "", is_open, show_quotations},
      {"show-claims", "Show claims", "View", "", "", is_open, show_claims},
      {"show-review", "Review the marks", "View", "R", "", is_open, show_review},
      {"show-notes", "Show notes", "View", "", "", is_open, show_notes},
      {"show-figures", "Show figures", "View", "", "", is_open, show_figures},
      {"export-figures", "Export the figures", "View", "", "svg or csv", is_open, export_figures},
      {"show-low-claims", "Show claims of low worth, or hide them", "View", "", "", is_open, toggle_low_claims},
      {"filter-claims", "Show only some claims", "View", "F", "high, medium, low, a type, or a speaker", is_open, filter_claims},
      {"show-all-claims", "Show all claims", "View", "", "", is_open, show_all_claims},
      {"larger-text", "Larger text", "View", "", "", always, larger_text},
      {"smaller-text", "Smaller text", "View", "", "", always, smaller_text},
      {"column", "Set the width of the column", "View", "", "narrow, usual or wide", always, set_column},
      {"set-key", "Change a key", "View", "", "a command and its new key", always, set_key},
      {"reset-keys", "Take all keys back to the usual ones", "View", "", "", always, reset_keys},
      {"first-steps", "Show the first steps again", "View", "", "", always, show_first_steps},
      {"theme", "Next theme", "View", "", "light, dark, contrast or system", always, set_theme},
      {"person", "Set your name", "View", "", "a name", always, set_person},
      {"dismiss", "Close the notice", "View", "", "", always, dismiss},
      {"cancel", "Stop marking", "View", "", "", always, cancel_analysis},
      {"back", "One step back", "View", "Esc", "", always, step_back},
  };
  return rows;
}

const CommandRow* find_command(std::string_view name) {
  for (const CommandRow& row : commands())
    if (row.name == name) return &row;
  return nullptr;
}

}  // namespace ui
