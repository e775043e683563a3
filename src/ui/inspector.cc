// What is known about the selected mark, in the place of the list: who, what kind, which words, and why.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/command_runs.h"
#include "ui/inspector_parts.h"
#include "ui/marks.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;
using session::Target;

namespace {

constexpr float kLabel = 64, kSet = 34;

// “Set”: the next words that are pointed at in the article are this part.
void draw_set(Frame& f, const Rect& zone, float middle, std::string_view command) {
  const float x = right_of(zone) - kPad - width_of(f, Font::sans, 13, "Set");
  if (link(f, "inspector." + std::string(command), x, middle, Font::sans, 13, "Set")) run(f, command);
}

void draw_source(Frame& f, const Rect& zone, float middle, const Quotation& q, const Speaker* speaker, int number) {
  label(f, zone, middle, "Source");
  float x = zone.x + kPad + kLabel;
  const float right = right_of(zone) - kPad - kSet;
  draw_set(f, zone, middle, "set-source");
  const auto put = [&](Font font, float size, Colour colour, std::string_view words) {
    if (x >= right - 12) return;
    const std::string shown = cut(f, font, size, words, right - x);
    text(f, x, middle, font, size, colour, shown);
    x += width_of(f, font, size, shown) + 5;
  };
  if (q.source.empty()) return put(Font::sans, 13, f.colours.muted, "not named here");
  const std::string words = words_of(f.document(), q.source);
  put(Font::serif_bold, 14, speaker_colours(f.colours, number).strong, words);
  if (q.source_form.empty() || q.source_form == kImplicitForm) return;
  const bool other = speaker && words.find(speaker->name) == std::string::npos;
  put(Font::sans, 13, f.colours.muted, q.source_form.name() + (other ? ", stands for" : ""));
  if (other) put(Font::sans, 13, f.colours.ink, speaker->name);
}

void draw_quotation(Frame& f, const Rect& zone, const Quotation& q) {
  const Document& d = f.document();
  std::size_t at = 0, of = 0;
  for (const Quotation& other : d.quotations) {
    if (is_rejected(other.review) && other.id != q.id) continue;
    ++of;
    if (other.id == q.id) at = of;
  }
  draw_back(f, zone, Tab::quotations, "All quotations", q.review, at, of);
  const Rect body{zone.x, zone.y + 48, zone.width, zone.height - 48 - foot_height(f)};
  {
    Clip clip(f, body);
    float y = body.y + 6 - f.view.panel_scroll;
    const float start = y;
    const Speaker* speaker = q.speaker ? find(d, *q.speaker) : nullptr;
    const int number = number_of(f.figures, q.speaker);
    const float picker = press_height(f, 32), high = press_height(f, 28);
    draw_picker(f, "picker.speaker", {zone.x + kPad, y, zone.width - 2 * kPad, picker}, number, chip_state(q),
                speaker ? speaker->name : "Nobody known", Overlay::speaker_picker);
    y += picker + 14;
    const float left = zone.x + kPad + kLabel;
    label(f, zone, y + high / 2, "Type");
    static const std::vector<QuotationType> kTypes{kDirect, kIndirect, kMixed};
    if (const auto i = segments(f, "type", left, y, high, {"Direct", "Indirect", "Mixed"}, index_in(kTypes, q.type)))
      f.send(session::SetQuotationType{q.id, kTypes[*i]});
    y += high + 9;
    label(f, zone, y + high / 2, "Act");
    static const std::vector<Act> kActs{kSpeech, kAttitude};
    const Act act = q.act.empty() ? kSpeech : q.act;
    if (const auto i = segments(f, "act", left, y, high, {"Speech", "Attitude"}, index_in(kActs, act)))
      f.send(session::SetAct{q.id, kActs[*i]});
    y += high + 9;
    label(f, zone, y + high / 2, "Report");
    static const std::vector<Mode> kModes{Mode(), kNegated, kHypothetical, kAsked, kFuture};
    if (const auto i = segments(f, "mode", left, y, high, {"Said", "Not", "May", "Asked", "Will"}, index_in(kModes, q.mode),
                              right_of(zone) - kPad - left))
      f.send(session::SetMode{q.id, kModes[*i]});
    y += high + 18;
    draw_source(f, zone, y, q, speaker, number);
    y += 27;
    label(f, zone, y, "Cue");
    draw_set(f, zone, y, "set-cue");
    const std::string cue = q.cue.empty() ? std::string("none") : cut(f, Font::serif, 14, words_of(d, q.cue), right_of(zone) - kPad - kSet - left);
    text(f, left, y, q.cue.empty() ? Font::sans : Font::serif, q.cue.empty() ? 13.0f : 14.0f,
         q.cue.empty() ? f.colours.muted : f.colours.ink, cue);
    if (!q.cue.empty())
      line(f, left, std::round(y + 9), left + width_of(f, Font::serif, 14, cue), std::round(y + 9),
           speaker_colours(f.colours, number).strong, 2);
    y += 18;
    draw_words(f, zone, y, kLabel, "Content", q.content, 6);
    y += 16;
    separator(f, zone, y);
    draw_why_head(f, zone, y + 22, q.origin, q.review);
    y = draw_reasons(f, zone, y + 39, why(d, q)) + 4;
    y = draw_elsewhere(f, zone, y, q);
    y = draw_beneath(f, zone, y);
    y = draw_notes_on(f, zone, y, q.id.text());
    std::vector<const Claim*> inside;
    int low = 0;
    for (const Claim& c : d.claims) {
      const bool here = std::any_of(q.content.begin(), q.content.end(), [&](Span s) { return contains(s, c.spans.front()); });
      if (!here || is_rejected(c.review)) continue;
      if (is_shown(c, {f.settings.show_low_claims, std::nullopt})) inside.push_back(&c);
      else ++low;
    }
    if (!inside.empty() || low > 0) {
      separator(f, zone, y);
      heading(f, zone.x + kPad, y + 20, "Claims inside");
      y += 35;
      for (const Claim* c : inside) {
        const std::string words = label_of(c->type) + ", " + std::string(word_of(worth_of(*c))) + ": " + words_of(d, c->spans);
        const float height = static_cast<float>(broken(f, Font::sans, 13, words, zone.width - 2 * kPad - 20, 2).size()) * 18;
        const Rect r{zone.x + kPad - 6, y - 3, zone.width - 2 * kPad + 12, height + 6};
        const Touch touch = part(f, "inside." + c->id.text(), r);
        if (touch.hovered) fill(f, r, f.colours.hover, 6);
        disc(f, zone.x + kPad + 6, y + 10, worth_of(*c));
        paragraph(f, zone.x + kPad + 20, y, zone.width - 2 * kPad - 20, Font::sans, 13, 18, f.colours.ink, words, 2);
        if (touch.focused) focus_ring(f, r, 6);
        if (touch.pressed) f.send(session::Select{c->id, {c->spans.front().begin, c->spans.front().begin}});
        y += height + 6;
      }
      if (low > 0) {
        text(f, zone.x + kPad, y + 9, Font::sans, 13, f.colours.muted,
             std::to_string(low) + (inside.empty() ? " of low worth" : " more of low worth"));
        y += 18;
      }
      y += 12;
    }
    scroll(f, "inspector", body, y - start + 12, f.view.panel_scroll);
  }
  draw_decision(f, zone);
}

}  // namespace

void draw_inspector(Frame& f, const Rect& zone) {
  if (const auto* id = std::get_if<QuotationId>(&f.session.selected)) {
    if (const Quotation* q = find(f.document(), *id)) draw_quotation(f, zone, *q);
  } else if (const auto* id = std::get_if<ClaimId>(&f.session.selected)) {
    if (const Claim* c = find(f.document(), *id)) draw_claim_inspector(f, zone, *c);
  }
}

}  // namespace ui
