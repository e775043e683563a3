// The page, drawn with Dear ImGui: the session goes in, pixels and commands come out.
//
// draw() changes nothing but its ViewState, which holds what nobody would undo: a half-typed name, a filter,
// where the text is scrolled to. It may be called natively without any backend, as the tests do.
#pragma once

#include <map>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "session/session.h"
#include "text/span.h"

struct ImFont;
struct ImFontAtlas;

namespace ui {

// Four faces; the app loads them. `generation` changes when glyphs may have other widths than before.
struct Fonts {
  ImFont* serif = nullptr;
  ImFont* serif_bold = nullptr;
  ImFont* sans = nullptr;
  ImFont* sans_bold = nullptr;
  int generation = 0;
};

// The bytes of the font files (TrueType). They must outlive the atlas.
// The order of faces: serif, serif bold, sans, sans bold.
constexpr std::size_t kFaces = 4, kSansFace = 2;
struct FontFiles {
  std::array<std::span<const unsigned char>, kFaces> first;    // Latin
  std::array<std::span<const unsigned char>, kFaces> further;  // see scripts.h; may be empty
  std::span<const unsigned char> east_asian;                   // for all four; may be empty
};

// Fills the atlas so that a size means the size of the em, as in CSS. When a file has come, load all again with a higher
// generation, between frames: ImGui remembers which letters were missing.
Fonts load_fonts(ImFontAtlas&, const FontFiles&, int generation);

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;  // CSS px from the top left of the canvas
};

enum class Theme { light, dark, contrast };

// What the person has chosen; kept in the browser.
struct Settings {
  std::optional<Theme> theme;  // none: as the system has it
  float text_size = 18;        // 15 to 28
  int column = 66;             // letters in a line: 52, 66 or 84
  std::string person;          // the name that goes into reviews
  bool show_low_claims = false;
  bool hint_dismissed = false;
  std::map<std::string, std::string, std::less<>> keys;  // by command, where they are not those of the table; "": none
  bool operator==(const Settings&) const = default;
};

// How the saving of drafts stands. "saved" is only said when it is true.
enum class Saving { nothing, pending, saved, failed, elsewhere };  // elsewhere: another tab changes this article

// An article that is kept in this browser.
struct Recent {
  std::string key;
  std::string title;
  std::string details;   // "today, 14:05 · 12 kB"
  bool removed = false;  // deleted just now: it can be put back
};

// Something that waits for the person's decision, at the top of the article until it is taken.
struct Ask {
  std::string_view id;  // "notice.elsewhere"
  std::string title, sentence;
  std::string_view button, command;          // what is asked
  std::string_view close_command{};          // of the button that closes it; empty: it cannot be closed
};

// What the app tells the view in every frame.
struct Surroundings {
  float width = 0, height = 0;  // of the canvas, CSS px
  float scale = 1;              // device pixels per CSS px
  bool system_dark = false;
  bool system_contrast = false;
  bool reduced_motion = false;
  bool touch = false;
  bool mac = false;  // keys are shown as ⌘ instead of Ctrl
  double now = 0;    // seconds, steady
  Saving saving = Saving::nothing;
  std::string saving_error;     // a sentence, with Saving::failed
  std::optional<int> progress;  // of an analysis under way, in thousandths
  std::string_view unset_script;  // of the open article, if no face can set it: “Arabic”
  bool plain_text = false;        // the article is shown as text, over the canvas
  std::vector<Recent> recent;   // newest first
  std::vector<Recent> versions; // of the open article, newest first
  std::string address;          // of the page itself, without what stands behind it
  bool can_share = false;       // the system can send a link to another program
  std::vector<Ask> asks;
};

// Things that a view asks of the app and that change no document.
struct AskForFile {
  std::string_view kind = "file";  // as which it arrives: "other-file" is put beside the open article, "marks-file" on its text
};
struct OpenAddress {
  std::string url;
};
struct OpenSample {};
struct AskToPaste {};  // the person pressed “Paste an article”: read the clipboard, or say which keys to press
struct CancelAnalysis {};
struct CopyText {
  std::string text;
};
struct ChangeSettings {
  Settings settings;
};
struct CloseArticle {};
// A file that is no annotation: the figures as a picture or a table.
struct DownloadFile {
  std::string ending;  // "-figures.svg", put behind the article's name
  std::string media_type, bytes;
};
struct ShowPlainText {};  // or hide it again
// By its number in the list of recent articles, counted from 1.
struct OpenRecent {
  int number = 0;
};
struct RemoveRecent {
  int number = 0;
  bool removed = true;  // false: put it back
};
struct TakeOver {};  // this tab changes the article from now on, the other one looks on
struct Answer {
  bool yes = false;
};  // to what the page asks: Surroundings::asks
struct ShareLink {
  std::string scope;    // "text", "marks" or "speakers"
  bool to_app = false;  // hand it to another program instead of the clipboard
};
struct ListVersions {};
struct RestoreVersion {
  int number = 0;  // in the list of versions, counted from 1
};
struct ExportAll {};  // every article that this browser keeps, in one archive
struct UpdatePage {};  // a newer program has arrived: start it
using Request = std::variant<AskForFile, OpenAddress, OpenSample, AskToPaste, CancelAnalysis, CopyText, ChangeSettings, CloseArticle, DownloadFile,
                             ShowPlainText, OpenRecent, RemoveRecent, TakeOver, Answer, UpdatePage, ShareLink, ListVersions,
                             RestoreVersion, ExportAll>;

struct Output {
  std::vector<session::Command> commands;
  std::vector<Request> requests;
  std::optional<double> wake_in;  // seconds until the next frame is wanted; 0: at once; none: when something happens
};

struct ViewState;  // ui/view_state.h

void draw(const session::Session&, const Surroundings&, const Settings&, const Fonts&, ViewState&, Output&);

// Where an address of this many characters can be put, in words: "too long for Slack, X".
std::string where_it_fits(std::size_t characters);

// --- The table of commands: menus, keys, palette, help sheet, the DOM mirror and window.quoth.command ---

struct CommandRow {
  std::string_view name;      // "mark-quotation": what automation calls it
  std::string_view title;     // "Mark a quotation"
  std::string_view group;     // "Marks": the heading in menus and in the help sheet
  std::string_view keys;      // "Q", "Ctrl+Z"; empty: none
  std::string_view argument;  // what it takes beside the selection: "a name", "an address"; empty: nothing
  bool (*possible)(const session::Session&);
  void (*run)(const session::Session&, ViewState&, std::string_view argument, Output&);
};

const std::vector<CommandRow>& commands();
const CommandRow* find_command(std::string_view name);

}  // namespace ui
