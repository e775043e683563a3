// The page's state, and the steps of one frame in the order in which main.cc takes them.
//
//   take_arrivals   what came in from outside becomes commands
//   (ui::draw)      the session becomes pixels and commands
//   obey            commands change the session; effects and requests go out
//   describe_saving whether what changed is saved in this browser (drafts.cc)
//
// A frame writes nothing: keep_draft() is called between frames, when the browser has nothing else to do.
//
// The analysis runs in a worker with a program of its own (analysis.cc): this one holds no rules, and stays alive
// however long a text is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/mirror.h"
#include "app/platform.h"
#include "session/session.h"
#include "ui/scripts.h"
#include "ui/ui.h"
#include "ui/view_state.h"

namespace app {

// What the worker or the network is busy with. One thing at a time: a new one ends the one before.
struct Work {
  enum class Kind { none, fetching, analysing, analysing_again };
  Kind kind = Kind::none;
  int job = 0;       // its number; answers that carry another one are late
  int progress = 0;  // in thousandths
  std::uint64_t changes = 0;  // Session::changes when an analysis began again
  std::string notice;         // what the person should know of how the article came in, when it is open
};

// The draft of the open document in this browser.
struct Draft {
  std::string key;  // the id of its document
  std::optional<std::uint64_t> saved;     // Session::changes that the browser has confirmed
  std::optional<std::uint64_t> attempted; // Session::changes of the last write
  bool writing = false;
  bool fresh = false;  // not yet written since the document was opened from elsewhere
  bool elsewhere = false;  // another tab changes the article: it may be looked at here
  std::string error;  // a sentence: why nothing can be saved
};

// The faces that were asked for, beside the first ones, and for what.
struct Faces {
  document::SharedText text;
  std::uint64_t changes = 0;
  ui::Scripts of_text;
  bool further = false, east_asian = false;
};

struct App {
  session::Session session;
  ui::ViewState view;
  ui::Settings settings;
  ui::Surroundings around;
  ui::Fonts fonts;
  Work work;
  Draft draft;
  Faces faces;
  std::optional<platform::Arrival> asked;  // came by an address or from another program, and waits for a yes
  bool update_ready = false;               // a newer program lies in this browser
  Mirror mirror;
  std::uint64_t frames = 0;   // drawn since the start
  int lively = 0;             // frames that are still wanted, whatever else
  bool copying = false;       // in the middle of the browser's copy event: `copied` is handed to it
  std::string copied;
};

void take_arrivals(App&);
void obey(App&, const ui::Output&);
void obey(App&, const session::Command&);
// The document has changed since it was last written, and no write is under way.
bool draft_waits(const App&);
// Hands the document to the browser if it has changed since. Takes time in proportion to the document.
void keep_draft(App&);
void describe_saving(App&);
// Asks for the faces that the open article needs; they arrive by themselves.
void ask_for_faces(App&);

// What stands at the top of the article until the person decides.
std::vector<ui::Ask> asks(const App&);

// Says a sentence to the person, as a command that could not be done does.
void tell(App&, std::string sentence);

// Begins to analyse what came in. `kind`: "text", "html" or "automatic".
struct Incoming {
  std::string_view bytes, kind, charset, url, name, method, notice;
};
void analyse(App&, const Incoming&);
void cancel_work(App&);

// Opens a document that is new in this session; `key` is that of its draft, empty if it has none yet.
void open(App&, document::Document, std::string notice, std::string key = {});

std::vector<MirroredCommand> mirrored_commands(const App&);
MirroredComparison mirrored_comparison(App&);

// A text field of the canvas has the keyboard: letters are for it, and so is what is pasted.
bool wants_text(const App&);

// A point of the canvas lies on the handle of a selection or a mark, with nothing over it.
bool can_pull(const App&, float x, float y);

// What window.quoth.state() gives, as JSON.
std::string state(App&);

}  // namespace app
