// The parts that the page is made of: buttons, chips, tabs, key caps, fields, text. Drawn by ImDrawList as the
// design says; each registers its place under an id, takes the pointer, and shows the keyboard focus.
//
// A Frame is what every view is given: the session and the surroundings to read, the canvas to draw on, the view
// state to remember things in, and the output for commands and requests.
#pragma once

#include <string>
#include <string_view>

#include "imgui.h"
#include "ui/theme.h"
#include "ui/view_state.h"

namespace ui {

struct Pointer {
  float x = -1, y = -1;
  bool down = false, pressed = false, released = false;
  int clicks = 0;  // of the press in this frame: 2 for a double click
  bool shift = false, alt = false, control = false;
  float wheel = 0;  // CSS px, down is positive
};

struct Frame {
  const session::Session& session;
  const Surroundings& around;
  const Settings& settings;
  const Fonts& fonts;
  const Colours& colours;
  const Figures& figures;
  ViewState& view;
  Output& out;
  ImDrawList& canvas;
  Pointer pointer;
  Theme theme = Theme::light;
  Rect clip;                   // parts outside it take no clicks
  int layer = 0;               // 1: in a floating box, which lies over everything
  std::vector<Rect> covers{};  // floating boxes of this frame
  bool changed = false;        // something that was drawn already is not true any more: draw once more

  const document::Document& document() const { return session.document; }
  bool narrow() const { return around.width < 820; }
  void send(session::Command command) {
    out.commands.push_back(std::move(command));
    changed = true;
  }
  void ask(Request request) {
    out.requests.push_back(std::move(request));
    changed = true;
  }
  void wake(double seconds) {
    if (!out.wake_in || *out.wake_in > seconds) out.wake_in = seconds;
  }
};

// --- Geometry --------------------------------------------------------------------------------------

inline float right_of(const Rect& r) { return r.x + r.width; }
inline float bottom_of(const Rect& r) { return r.y + r.height; }
inline bool holds(const Rect& r, float x, float y) { return x >= r.x && x < right_of(r) && y >= r.y && y < bottom_of(r); }
inline Rect inset(const Rect& r, float by) { return {r.x + by, r.y + by, r.width - 2 * by, r.height - 2 * by}; }
Rect overlap(const Rect&, const Rect&);

// Clips drawing and clicks to a rectangle while it lives.
class Clip {
 public:
  Clip(Frame&, const Rect&);
  ~Clip();
  Clip(const Clip&) = delete;
  Clip& operator=(const Clip&) = delete;

 private:
  Frame& frame_;
  Rect before_;
};

// --- Text ------------------------------------------------------------------------------------------

enum class Font { sans, sans_bold, serif, serif_bold };

ImU32 ink(Colour, float alpha = 1);
ImFont* font_of(const Fonts&, Font);
float advance(const Fonts&, Font, float size, char32_t);
float width_of(const Frame&, Font, float size, std::string_view);
// Draws with the text box centred on a line: y is its middle.
void text(Frame&, float x, float middle, Font, float size, Colour, std::string_view, float alpha = 1);
// Draws on a baseline.
void text_on(Frame&, float x, float baseline, Font, float size, ImU32, std::string_view);
// One letter on a baseline, at a fraction of a pixel.
void letter_on(Frame&, float x, float baseline, Font, float size, ImU32, std::string_view letter);
// Cut with “…” where it is too wide.
std::string cut(const Frame&, Font, float size, std::string_view, float width);
// Broken into lines of at most `width`; the last of `most` lines is cut with “…”.
std::vector<std::string> broken(const Frame&, Font, float size, std::string_view, float width, std::size_t most);
// Broken text, drawn from `y` down; gives the height it takes.
float paragraph(Frame&, float x, float y, float width, Font, float size, float line, Colour, std::string_view, std::size_t most = 99);

// --- Shapes ----------------------------------------------------------------------------------------

void fill(Frame&, const Rect&, Colour, float radius = 0, float alpha = 1);
void border(Frame&, const Rect&, Colour, float radius = 0, float thickness = 1, float alpha = 1);
void dashed_border(Frame&, const Rect&, Colour, float radius, float thickness, float dash, float gap, float alpha = 1);
void dashes(Frame&, float x0, float y0, float x1, float y1, Colour, float thickness, float dash, float gap, float alpha = 1);
void dots(Frame&, float x0, float y0, float x1, float y1, Colour, float radius, float pitch, float alpha = 1);
void line(Frame&, float x0, float y0, float x1, float y1, Colour, float thickness = 1, float alpha = 1);
// A floating box: halo, ground and border; covers what lies under it.
void box(Frame&, const Rect&);

enum class Icon {
  undo,
  redo,
  search,
  down,
  up,
  close,
  tick,
  plus,
  more,
  warning,
  info,
  contrast,
  help,
  pencil,
  left,
  eye,
  grip,
  right,
  arrow_left,
  arrow_up,
  arrow_down
};
void icon(Frame&, Icon, float x, float y, Colour, float size = 16, float alpha = 1);  // of the middle

// --- Marks of speakers and claims --------------------------------------------------------------------

enum class ChipState { suggested, accepted, doubtful };
void chip(Frame&, float x, float y, float size, int number, ChipState, float alpha = 1);  // top left
void disc(Frame&, float x, float y, Worth, float diameter = 12, float alpha = 1);         // middle
void state_mark(Frame&, float x, float y, const document::Review&, Sureness);             // tick, ring, dotted ring
void sureness_bars(Frame&, float x, float y, Sureness);                                   // left, middle
ChipState chip_state(const document::Quotation&);

// --- Things to press -------------------------------------------------------------------------------

enum class Look { primary, usual, quiet };
struct ButtonStyle {
  Look look = Look::usual;
  bool enabled = true;
  bool strong_border = false;  // 2 px of ink: the two buttons of a decision weigh the same
  float size = 13;
  bool on = false;  // pressed in, for a thing that is open
};

// True in the frame in which it was pressed, by pointer or keyboard.
bool button(Frame&, std::string_view id, const Rect&, std::string_view label, std::string_view keys = {}, const ButtonStyle& = {});
bool icon_button(Frame&, std::string_view id, const Rect&, Icon, std::string_view tooltip, bool enabled = true, bool on = false);
// How high a thing to press is: a finger needs 44 px.
inline float press_height(const Frame& f, float usual) { return f.narrow() || f.around.touch ? 44.0f : usual; }
float button_width(const Frame&, std::string_view label, std::string_view keys = {}, float size = 13);
bool link(Frame&, std::string_view id, float x, float middle, Font, float size, std::string_view label);
// The choices of a segmented control stand side by side; gives the one that was pressed.
std::optional<std::size_t> segments(Frame&, std::string_view id, float x, float y, float height,
                                    const std::vector<std::string_view>& labels, std::size_t chosen, float width = 0);
bool checkbox(Frame&, std::string_view id, float x, float middle, std::string_view label, bool on);
// A row of a list: hover, selection, focus ring inside. Draws the ground only.
struct RowLook {
  bool selected = false;
  bool separator = true;
};
bool row(Frame&, std::string_view id, const Rect&, const RowLook& = {});

float key_caps_width(const Frame&, std::string_view keys);
void key_caps(Frame&, float x, float middle, std::string_view keys, Colour);
// "Ctrl+Z" as the machine calls it: "⌘ Z" on a Mac.
std::string keys_as_shown(const Frame&, std::string_view keys);

// --- The base of all these ---------------------------------------------------------------------------

struct Touch {
  bool hovered = false, held = false, pressed = false, focused = false;
};
// Registers a part of the page that can be pressed.
Touch part(Frame&, std::string_view id, const Rect&, bool enabled = true);
void focus_ring(Frame&, const Rect&, float radius, bool inside = false);
void tooltip(Frame&, std::string_view id, const Rect& near, std::string_view words);

// A field for one line. True in the frame in which Enter was pressed. Typing shows in view.typed.
bool field(Frame&, Field, std::string_view id, const Rect&, std::string_view hint, bool fault = false, bool framed = true, float size = 13);
void open_field(Frame&, Field, std::string initial = {});
void close_field(Frame&);

// Scrolls `offset` by the wheel over `zone`, keeps it within the content, and draws a bar where there is more.
void scroll(Frame&, std::string_view id, const Rect& zone, float content_height, float& offset);

}  // namespace ui
