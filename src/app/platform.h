// Everything that only a browser can do, and everything that comes in from it. Nothing else in the program
// knows where it runs; web/*.js is the other side of these lines.
//
// What comes in is queued and taken at the start of a step: the page never calls into the middle of one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace app::platform {

// --- In --------------------------------------------------------------------------------------------

// Something that happened outside. `kind` says what the rest means: see the table in arrivals.cc.
struct Arrival {
  std::string kind;
  double number = 0;
  std::string name;   // of a file, a command, a list
  std::string type;   // media type, "text", "html"
  std::string url;
  std::string bytes;
  std::string other;  // the HTML beside pasted text; a notice
};

std::vector<Arrival> take_arrivals();

// --- Out -------------------------------------------------------------------------------------------

struct Analysis {
  int job = 0;  // comes back with everything that the worker says
  std::string_view bytes;
  std::string_view kind;  // "text", "html", or "automatic"
  std::string_view charset, url, name;
  std::string_view method;  // Import::method
};

// The worker answers with the arrivals "progress", "annotated" or "failed".
void analyse(const Analysis&);
void annotate_again(int job, std::string_view annotation);
// Ends the worker, and with it what it was doing; a new one starts.
void cancel_analysis();

// Arrives as "page" or "failed". A fetch that is under way ends.
void fetch_page(int job, std::string_view url);
void cancel_fetch();

// Arrives as "saved" with the same number, or as "save-failed" with a sentence. A `fresh` draft was opened just now from
// elsewhere: another version under its key is kept beside it.
void save_draft(std::string_view key, std::string_view title, std::string_view bytes, double changes, bool fresh);
// The next start opens nothing.
void close_draft();
// This tab works on the article with this key from now on; arrives as "held-elsewhere" where another tab has it.
void hold_draft(std::string_view key);
void take_over();  // arrives as "released"
void open_draft(std::string_view key);  // arrives as "draft" or "failed"
void remove_draft(std::string_view key, bool removed);  // false: puts it back; arrives as "recent"
void list_versions(std::string_view key);                       // arrives as "versions"
void open_version(std::string_view key, std::string_view at);  // what is open becomes a version; arrives as "version" or "failed"
void export_all();                                             // a download, or "failed"
void share(std::string_view title, std::string_view link);     // the system asks the person with which program
void update_page();  // reloads, with the newer program
void save_settings(std::string_view text);

void download(std::string_view name, std::string_view media_type, std::string_view bytes);
void ask_for_file(std::string_view kind);  // as which it arrives: "file", "other-file" or "marks-file"
void ask_for_clipboard();  // arrives as "paste" or "failed"
void copy(std::string_view text);

void load_faces(std::string_view group);  // "further", "east-asian": drawn with as soon as they have come
void show_plain_text(bool);               // the article as text over the canvas, or the canvas again

// What assistive technology, find-in-page and tests see: the changed rows, as JSON. See mirror.h.
void show_mirror(std::string_view json);

// What the page shows around the canvas after a frame.
struct Pointer {
  int cursor = 0;            // an ImGuiMouseCursor
  bool text_wanted = false;  // a text field has the focus
  float caret_x = 0, caret_y = 0, caret_height = 0;
};
void show_pointer(const Pointer&);

std::string now();          // RFC 3339, UTC
std::string random_uuid();  // "urn:uuid:…"
double milliseconds();      // steady

}  // namespace app::platform
