// What the view remembers between frames and what nobody would undo: where the text is scrolled to, which list
// is shown, a half-typed name. The app keeps one, hands it to every draw(), and reads from it what the mirror and
// the tests need: `places`, `focused`, `panel()`. A test may set any of it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "format/qr.h"
#include "ui/comparison.h"
#include "ui/figures.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace ui {

// The lists at the right; in a narrow window the zones behind the tabs.
enum class Tab { quotations, claims, review, notes, figures };
enum class Zone { article, speakers, lists };

// Floating boxes and panels that lie over the page; at most one is open.
enum class Overlay { none, commands, help, history, open_menu, text_menu, more_menu, address, recent, versions, speaker, speaker_picker, kind_picker, type_filter, speaker_filter };

// A part of the selected quotation that the next words pointed at become.
enum class Pointing { nothing, cue, source };

// What a field holds while it is being typed in.
enum class Field { none, search, command, address, title, note, wording, correction, new_speaker, speaker_name, speaker_role, other_name, person };

struct SearchState {
  bool open = false;
  bool whole_words = false, pattern = false, in_quotations = false;
  std::string words;
  std::string fault;  // why the pattern cannot be read
  std::vector<Span> hits;
  std::size_t current = 0;
  std::string searched;  // what `hits` belong to
  const char* searched_text = nullptr;
};

struct ViewState {
  // --- where the person is
  Tab tab = Tab::quotations;
  Zone zone = Zone::article;    // narrow windows only
  bool list_shown = false;      // “All quotations”: the list, although a mark is selected
  bool speakers_shown = false;  // middle widths: the speakers' panel is open
  bool share_shown = false;
  std::string qr_scope;  // the link that is shown as a QR code
  struct QrKept {
    std::string scope;
    std::uint64_t change = 0;
    std::optional<format::QrCode> code;
  } qr;
  Overlay overlay = Overlay::none;
  ClaimFilter claims_shown;                   // in the list of claims
  std::optional<session::SpeakerId> only;     // the filter by speaker, of all marks
  std::optional<session::SpeakerId> speaker;  // of Overlay::speaker
  std::optional<session::SpeakerId> merging;  // the next speaker that is chosen is merged into… this one's list
  bool naming_found = false;                  // the next speaker that is chosen is given all that was found
  std::string lost;                           // the id of the lost mark that is chosen; else the first one is
  bool named_shown = false;                   // “Named, not quoted” is unfolded
  SearchState search;

  // --- the comparison with another person's file
  DiscrepancyCache discrepancies;
  std::size_t difference = 0;     // the one that is shown; the last one if there are fewer
  bool difference_shown = false;  // somebody went to it
  bool difference_moved = false;  // its row is wanted in view
  bool definitions_shown = false;
  std::uint64_t comparison = 0;   // Session::comparisons that these belong to

  // --- scrolling, in CSS px from the top
  float scroll = 0, scroll_goal = -1;  // a goal under way, or -1
  double scroll_since = 0;
  float scroll_from = 0;
  float list_scroll = 0, speakers_scroll = 0, panel_scroll = 0, overlay_scroll = 0;
  std::optional<std::uint32_t> show_byte;  // bring this place of the text into view in the next frame
  bool show_upper = false;                 // into the upper third, as in review

  // --- text cursor and selection by mouse or keys
  std::uint32_t anchor = 0;  // where the selection began
  bool caret = false;        // the text cursor is shown
  double caret_since = 0;
  float caret_x = -1;  // up and down keep to this column
  bool selecting = false, word_wise = false;
  Span first_word;
  std::vector<session::Target> under;  // the marks under the last click, smallest first
  float clicked_x = -1, clicked_y = -1;

  // --- typing
  Field field = Field::none;
  std::string typed;
  std::string field_fault;
  bool field_is_new = false;  // the field wants the keyboard in the next frame
  int field_serial = 0;       // counts the fields that were opened
  std::string pick_typed;     // narrows a list of speakers
  char32_t pick_key = 0;      // the letter of the key that opened it, which arrives as text as well
  std::size_t choice = 0;     // the row that is chosen in a palette or menu

  // --- keyboard focus on parts of the page; the mirror sets it when one of its elements has the focus
  std::string focused;
  bool focus_visible = false;
  std::vector<std::string> focus_order;  // ids in the order of the last frame
  bool activate = false;                 // Enter or Space was pressed on `focused`

  // --- what the last frame drew
  std::map<std::string, Rect> places;  // "q1", "speaker.s1", "button.accept", "article", …
  std::vector<Rect> covers;            // floating boxes: what lies under them takes no clicks
  std::string pressed;                 // the part on which the pointer went down
  std::string hovered;
  double hovered_since = 0;

  // --- changing the words of a mark: E, then another selection, then Enter; or dragging one of its edges
  session::Target editing;
  std::size_t editing_piece = 0;
  struct Edge {
    session::Target mark;  // nothing: an edge of the selected words
    std::size_t piece = 0;
    std::uint32_t other = 0;  // the edge that stays
  };
  std::optional<Edge> edge;  // that the pointer took hold of
  bool exact = false;        // the selection was made with Alt: it is taken as it is
  Pointing pointing = Pointing::nothing;
  bool point_now = false;  // the word under a click was selected for it

  // --- a speaker who is dragged onto another one
  std::optional<session::SpeakerId> dragged;
  // --- a lost mark that is dragged into the text; its id
  std::string dragged_lost;

  std::string key_of;    // the command whose new key is waited for
  std::size_t step = 0;  // of the first steps that the sample shows

  // --- notices
  std::string hint;  // what a key needs before it can do anything, in a sentence
  double hint_since = 0;
  std::uint64_t notice_seen = 0;  // Session::notices when it was first shown
  double notice_since = 0;
  double typed_since = 0;  // the last key or letter, for the cursor that rests

  session::Target wording_of;  // what Field::wording is about
  Span correcting;             // the words of the article that Field::correction is about
  std::string note_target;     // what Field::note is about
  Settings settings;           // of the last frame, for commands that change them
  Theme theme = Theme::light;  // of the last frame
  double now = 0;              // of the last frame

  // --- kept results
  struct Kept {
    Lines lines;
    Column column;
    int generation = -1;
    document::SharedText text;
    document::SharedList<document::Block> blocks;
    bool valid = false;
  } kept;
  // Every mark's words from the first to the last: looked at in each frame, for the few that can be seen.
  struct Extents {
    document::SharedList<document::Quotation> quotations;
    document::SharedList<document::Claim> claims;
    std::vector<Span> of_quotations, of_claims;
  } extents;
  FigureCache figures;
  std::vector<std::string> sizes;     // of the export formats, in words
  std::vector<std::size_t> link_lengths;  // in characters, by scope
  std::uint64_t links_of_change = 0;      // Session::changes that they belong to
  std::uint64_t sizes_of_change = 0;  // Session::changes that they belong to

  // For the mirror: "commands", "help", "share", …; empty: nothing is open over the page.
  std::string_view panel() const;
};

}  // namespace ui
