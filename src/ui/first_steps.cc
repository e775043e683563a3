// Three steps for a newcomer, on the sample, at the foot of the article. They can be put away for ever, and come back
// by the command “Show the first steps again”.
#include <cmath>

#include "ui/views.h"

namespace ui {
namespace {

struct Step {
  std::string_view title, sentence, touch;
};
constexpr Step kSteps[] = {
    {"Look: colours show who speaks",
     "Click tinted words to see who says them, and why Quoth thinks so. J goes to the next mark.",
     "Tap tinted words to see who says them, and why Quoth thinks so."},
    {"Correct: every mark is yours",
     "A accepts, X rejects, a digit changes the speaker. Drag the end of a mark, or press , and . to move it by a word.",
     "Accept, reject or edit below. Hold a word to select it, and drag the round handles."},
    {"Add: select words, then say what they are",
     "Select with the mouse or with Shift and the arrows: Q is a quotation, C a claim. Everything can be undone.",
     "Hold a word, then choose Quote or Claim. Everything can be undone."},
};

}  // namespace

void draw_first_steps(Frame& f, const Rect& zone) {
  const bool sample = f.session.open && f.document().article.import.method == "sample";
  const bool covered = !f.session.words.empty() || f.view.overlay != Overlay::none || f.view.tab == Tab::review;
  if (!sample || f.settings.hint_dismissed || covered || f.view.step >= std::size(kSteps)) return;
  const Step& step = kSteps[f.view.step];
  const bool last = f.view.step + 1 == std::size(kSteps);
  const float width = std::min(560.0f, zone.width - 24), words = width - 40;
  const auto lines = broken(f, Font::sans, 13, f.around.touch ? step.touch : step.sentence, words, 4);
  const float high = f.narrow() ? 44.0f : 32.0f, height = 54 + static_cast<float>(lines.size()) * 18 + high + 22;
  const Rect r{std::round(zone.x + (zone.width - width) / 2), bottom_of(zone) - height - 12, width, height};
  const int layer = std::exchange(f.layer, 1);
  box(f, r);
  f.view.places["first-steps"] = r;
  const std::string count = std::to_string(f.view.step + 1) + " of " + std::to_string(std::size(kSteps));
  text(f, right_of(r) - 20 - width_of(f, Font::sans, 12, count), r.y + 24, Font::sans, 12, f.colours.muted, count);
  text(f, r.x + 20, r.y + 24, Font::sans_bold, 14, f.colours.ink, cut(f, Font::sans_bold, 14, step.title, words - 50));
  float y = r.y + 44;
  for (const std::string& one : lines) {
    text(f, r.x + 20, y + 9, Font::sans, 13, f.colours.ink, one);
    y += 18;
  }
  y += 12;
  const auto put_away = [&] {
    Settings settings = f.settings;
    settings.hint_dismissed = true;
    f.ask(ChangeSettings{settings});
  };
  const std::string_view next = last ? "Done" : "Next", never = "Do not show again";
  if (button(f, "steps.next", {r.x + 20, y, button_width(f, next) + 16, high}, next, {}, {.strong_border = true})) {
    if (last) put_away();
    else ++f.view.step, f.changed = true;
  }
  if (!last && button(f, "steps.never", {right_of(r) - 20 - button_width(f, never), y, button_width(f, never), high}, never, {}, {.look = Look::quiet}))
    put_away();
  f.layer = layer;
}

}  // namespace ui
