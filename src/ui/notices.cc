// What the page has to say: errors and warnings at the top of the article, a toast at its foot, progress.
#include <algorithm>
#include <cmath>

#include "ui/views.h"
#include "ui/words.h"

namespace ui {
namespace {

constexpr double kToastStays = 6;

struct Notice {
  std::string_view id;
  Icon icon;
  Colour words, ground;
  std::string title, sentence;
  std::string_view button, command;
  bool closes = true;
  std::string_view close_command = "dismiss";
};

// The first sentence is the title, the others stand under it.
void split(std::string_view whole, std::string& title, std::string& rest) {
  const std::size_t stop = whole.find(". ");
  if (stop == std::string_view::npos) {
    title = whole;
    if (title.ends_with('.')) title.pop_back();
    return;
  }
  title = whole.substr(0, stop);
  rest = whole.substr(stop + 2);
}

// What could not be opened or fetched is said until it is closed; that a key can do nothing here is a toast of one sentence.
bool is_standing(const Frame& f) {
  const std::string& notice = f.session.notice;
  return f.session.refused && (!f.session.open || (notice.find(". ") != std::string::npos && !f.document().read_only));
}

std::vector<Notice> notices_of(const Frame& f) {
  std::vector<Notice> out;
  const Colours& c = f.colours;
  if (f.session.open && f.around.saving == Saving::failed) {
    Notice n{"notice.saving",
             Icon::warning,
             c.error,
             c.error_bg,
             f.around.saving_error.empty() ? "Not saved" : f.around.saving_error,
             "Your marks are safe while this tab is open. Download them now.",
             "Download",
             "save-file",
             false};
    out.push_back(n);
  }
  for (const Ask& ask : f.around.asks)
    out.push_back({ask.id, Icon::info, c.ink, c.raised, ask.title, ask.sentence, ask.button, ask.command, !ask.close_command.empty(),
                   ask.close_command});
  if (!f.session.open) return out;
  if (f.document().read_only)
    out.push_back({"notice.read-only",
                   Icon::info,
                   c.ink,
                   c.raised,
                   "Read only: made by a newer Quoth",
                   "You can read and export it. To change it, update Quoth.",
                   {},
                   {},
                   false});
  if (!f.document().lost.empty()) {
    const int lost = static_cast<int>(f.document().lost.size());
    out.push_back({"notice.lost", Icon::warning, c.warn, c.warn_bg,
                   "The text has changed: " + counted(lost, "mark", "marks") + " found no place", std::string(lost == 1 ? "It is" : "They are") + " kept in Notes as lost, and can be put back from there.",
                   "Show notes", "show-notes", false});
  }
  if (f.session.open && !f.around.unset_script.empty() && !f.around.plain_text)
    out.push_back({"notice.script",
                   Icon::info,
                   c.ink,
                   c.raised,
                   std::string(f.around.unset_script) + " letters cannot be drawn here",
                   "A sign stands for each of them. Marks, lists and files are as they should be.",
                   "Show as plain text",
                   "plain-text",
                   false});
  if (is_standing(f) && !f.session.notice.empty()) {
    Notice n{"notice", Icon::warning, c.error, c.error_bg, {}, {}, {}, {}};
    split(f.session.notice, n.title, n.sentence);
    out.push_back(n);
  }
  return out;
}

float draw_notice(Frame& f, const Rect& zone, float y, const Notice& n) {
  const float left = zone.x + 24, width = std::min(zone.width - 48, 640.0f), x = std::round(left + (zone.width - 48 - width) / 2);
  const float button_room = n.button.empty() ? 0 : button_width(f, n.button) + 16;
  const float words = width - 43 - button_room - (n.closes ? 40.0f : 14.0f);
  const std::vector<std::string> lines = broken(f, Font::sans, 13, n.sentence, words, 3);
  const std::vector<std::string> title = broken(f, Font::sans_bold, 14, n.title, words, 2);
  const float height = std::max(56.0f, 13 + static_cast<float>(title.size()) * 20 + static_cast<float>(lines.size()) * 18 + 13);
  const Rect r{x, y, width, height};
  fill(f, r, n.ground, 6);
  border(f, r, n.words == f.colours.ink ? f.colours.line_strong : n.words, 6, f.theme == Theme::contrast ? 2.0f : 1.0f);
  icon(f, n.icon, x + 23, y + 22, n.words);
  float at = y + 12;
  for (const std::string& one : title) {
    text(f, x + 43, at + 10, Font::sans_bold, 14, f.colours.ink, one);
    at += 20;
  }
  for (const std::string& one : lines) {
    text(f, x + 43, at + 10, Font::sans, 13, f.colours.ink, one);
    at += 18;
  }
  f.view.places[std::string(n.id)] = r;
  const float right = right_of(r) - (n.closes ? 44.0f : 14.0f);
  if (!n.button.empty() && button(f, std::string(n.id) + ".button", {right - button_room + 16, y + 12, button_room - 16, 32}, n.button))
    run(f, n.command);
  if (n.closes && icon_button(f, std::string(n.id) + ".close", {right_of(r) - 40, y + 12, 32, 32}, Icon::close, "Close")) run(f, n.close_command);
  return height;
}

}  // namespace

float draw_notices(Frame& f, const Rect& zone) {
  float y = zone.y + 16;
  const std::vector<Notice> all = notices_of(f);
  for (const Notice& n : all) y += draw_notice(f, zone, y, n) + 12;
  return all.empty() ? 0 : y - zone.y;
}

void draw_toast(Frame& f, const Rect& zone) {
  ViewState& v = f.view;
  if (!f.session.notice.empty() && f.session.notices != v.notice_seen) {
    v.notice_seen = f.session.notices;
    v.notice_since = f.around.now;
    v.hint.clear();
  }
  const bool hint = !v.hint.empty();
  const std::string words = hint ? v.hint : is_standing(f) && f.session.open ? std::string() : f.session.notice;
  if (words.empty()) return;
  const double since = hint ? v.hint_since : v.notice_since;
  // What is being pointed at stays in words until it is done.
  const double left = hint && v.pointing != Pointing::nothing ? kToastStays : kToastStays - (f.around.now - since);
  const bool undoes = !hint && !f.session.refused && !f.session.past.empty();
  const float undo = undoes ? button_width(f, "Undo", keys_for(f, "undo")) + 12 : 0;
  const float most = std::min(zone.width - 32, 560.0f);
  const std::vector<std::string> lines = broken(f, Font::sans, 13, words, most - 28 - undo, 4);
  float widest = 0;
  for (const std::string& one : lines) widest = std::max(widest, width_of(f, Font::sans, 13, one));
  const float width = std::max(200.0f, std::round(widest) + 28 + undo),
              height = std::max(44.0f, 26 + static_cast<float>(lines.size()) * 18);
  // It lies over what else floats at the foot.
  const auto steps = v.places.find("first-steps");
  const float lift = v.places.contains("palette") && f.narrow() ? 112.0f
                     : steps != v.places.end()                  ? bottom_of(zone) - steps->second.y + 8
                                                                : 8.0f;
  const Rect r{std::round(zone.x + (zone.width - width) / 2), bottom_of(zone) - height - lift - 8, width, height};
  const bool stays = holds(r, f.pointer.x, f.pointer.y);
  if (left <= 0 && !stays) {
    if (hint) v.hint.clear();
    else if (!f.session.notice.empty()) f.send(session::Dismiss{});
    return;
  }
  if (!stays && v.pointing == Pointing::nothing) f.wake(left);
  const int layer = std::exchange(f.layer, 1);
  fill(f, r, f.colours.ink, 6);
  f.covers.push_back(r);
  v.places["toast"] = r;
  for (std::size_t i = 0; i < lines.size(); ++i)
    text(f, r.x + 14, r.y + (height - static_cast<float>(lines.size()) * 18) / 2 + 9 + static_cast<float>(i) * 18, Font::sans, 13,
         f.colours.paper, lines[i]);
  if (undoes) {
    const Rect b{right_of(r) - undo, r.y + (height - 32) / 2, undo - 6, 32};
    const Touch touch = part(f, "toast.undo", b);
    border(f, b, f.colours.paper, 6);
    if (touch.hovered) fill(f, b, f.colours.accent_hover, 6), border(f, b, f.colours.paper, 6);
    text(f, b.x + 12, b.y + 16, Font::sans, 13, f.colours.paper, "Undo");
    key_caps(f, b.x + 12 + width_of(f, Font::sans, 13, "Undo") + 8, b.y + 16, keys_for(f, "undo"), f.colours.on_accent);
    if (touch.focused) focus_ring(f, b, 6);
    if (touch.pressed) run(f, "undo");
  }
  f.layer = layer;
}

void draw_progress(Frame& f, const Rect& zone) {
  if (!f.around.progress) return;
  const float width = std::min(360.0f, zone.width - 32);
  const Rect r{std::round(zone.x + (zone.width - width) / 2), bottom_of(zone) - 100, width, 80};
  const int layer = std::exchange(f.layer, 1);
  box(f, r);
  f.view.places["progress"] = r;
  const std::string title =
      f.session.open ? "Marking " + counted(f.figures.all_words, "word", "words") : std::string("Reading the article");
  text(f, r.x + 15, r.y + 22, Font::sans_bold, 13, f.colours.ink, title);
  const std::string share = std::to_string(*f.around.progress / 10) + " %";
  text(f, right_of(r) - 15 - width_of(f, Font::sans, 13, share), r.y + 22, Font::sans, 13, f.colours.muted, share);
  const float cancel = button_width(f, "Cancel", "Esc") - 3;
  const Rect bar{r.x + 15, r.y + 49, width - 42 - cancel, 8};
  fill(f, bar, f.colours.sunken, 2);
  fill(f, {bar.x, bar.y, std::round(bar.width * static_cast<float>(*f.around.progress) / 1000), bar.height}, f.colours.ink, 2);
  if (button(f, "button.cancel", {right_of(r) - 15 - cancel, r.y + 39, cancel, 28}, "Cancel", "Esc")) run(f, "cancel");
  f.layer = layer;
}

}  // namespace ui
