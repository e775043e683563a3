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

constexpr float kPad = 16, kLabel = 64, kClaimLabel = 78, kFoot = 58, kSet = 34;

void heading(Frame& f, float x, float middle, std::string_view words) { text(f, x, middle, Font::sans_bold, 13, f.colours.ink, words); }
void label(Frame& f, const Rect& zone, float middle, std::string_view words) {
  text(f, zone.x + kPad, middle, Font::sans, 13, f.colours.muted, words);
}
void separator(Frame& f, const Rect& zone, float y) { fill(f, {zone.x, std::round(y), zone.width, 1}, f.colours.line); }

// “All quotations”, and the place of this mark among the others.
void draw_back(Frame& f, const Rect& zone, Tab tab, std::string_view words, std::size_t at, std::size_t of) {
  const float middle = zone.y + 28;
  const Rect r{zone.x + kPad - 8, middle - 14, width_of(f, Font::sans, 13, words) + 38, 28};
  const Touch touch = part(f, "button.all", r);
  if (touch.hovered) fill(f, r, f.colours.hover, 6);
  icon(f, Icon::left, zone.x + kPad + 8, middle, f.colours.ink);
  text(f, zone.x + kPad + 23, middle, Font::sans, 13, f.colours.ink, words);
  if (touch.focused) focus_ring(f, r, 6);
  const std::string place = std::to_string(at) + " of " + std::to_string(of);
  text(f, right_of(zone) - kPad - width_of(f, Font::sans, 13, place), middle, Font::sans, 13, f.colours.muted, place);
  if (!touch.pressed) return;
  f.view.list_shown = true;
  f.view.tab = tab;
}

void draw_picker(Frame& f, std::string_view id, const Rect& r, int number, ChipState state, std::string_view words, Overlay overlay,
                 bool bold = true) {
  const Touch touch = part(f, id, r);
  fill(f, r, touch.hovered ? f.colours.hover : f.colours.raised, 6);
  border(f, r, f.colours.line_strong, 6, f.theme == Theme::contrast ? 2.0f : 1.0f);
  float x = r.x + 12;
  if (number >= 0) {
    chip(f, r.x + 7, r.y + 6, 20, number, state);
    x = r.x + 35;
  }
  const Font face = bold ? Font::sans_bold : Font::sans;
  text(f, x, r.y + r.height / 2, face, 13, f.colours.ink, cut(f, face, 13, words, right_of(r) - 36 - x));
  icon(f, Icon::down, right_of(r) - 19, r.y + r.height / 2, f.colours.ink);
  if (touch.focused) focus_ring(f, r, 6);
  if (!touch.pressed) return;
  f.view.overlay = f.view.overlay == overlay ? Overlay::none : overlay;
  f.view.choice = 0;
}

float draw_reasons(Frame& f, const Rect& zone, float y, const std::vector<Reason>& reasons) {
  for (const Reason& reason : reasons) {
    if (!reason.sentence.empty())
      y += paragraph(f, zone.x + kPad, y, zone.width - 2 * kPad, Font::sans, 13, 18, f.colours.ink, reason.sentence, 3);
    if (!reason.rule.empty())
      y += paragraph(f, zone.x + kPad, y, zone.width - 2 * kPad, Font::sans, 12, 16, f.colours.muted, reason.rule, 2);
    y += 8;
  }
  return y;
}

void draw_why_head(Frame& f, const Rect& zone, float middle, const Origin& origin, const Review& review) {
  heading(f, zone.x + kPad, middle, "Why");
  const Sureness sureness = sureness_of(origin, review);
  const float bars = right_of(zone) - kPad - 48;
  const std::string_view word = word_of(sureness);
  const float x = bars - 8 - width_of(f, Font::sans, 13, word);
  text(f, x, middle, Font::sans, 13, f.colours.ink, word);
  sureness_bars(f, bars, middle, sureness);
  const Rect r{x, middle - 10, right_of(zone) - kPad - x, 20};
  part(f, "sureness", r);
  if (origin.confidence) tooltip(f, "sureness", r, "Confidence " + std::to_string(*origin.confidence / 10) + " of 100");
}

// The two decisions weigh the same: the page does not lean.
void draw_decision(Frame& f, const Rect& zone) {
  const Rect foot{zone.x, bottom_of(zone) - kFoot, zone.width, kFoot};
  fill(f, foot, f.colours.panel);
  separator(f, zone, foot.y);
  const std::string_view accept_key = keys_for(f, "accept"), edit_key = keys_for(f, "edit"), reject_key = keys_for(f, "reject");
  const float y = foot.y + 13, height = f.narrow() ? 44.0f : 32.0f;
  const float edit = button_width(f, "Edit", edit_key) - 3, each = (foot.width - 2 * kPad - edit - 16) / 2;
  if (button(f, "button.accept", {foot.x + kPad, y, each, height}, "Accept", accept_key, {.strong_border = true})) run(f, "accept");
  if (button(f, "button.reject", {foot.x + kPad + each + 8, y, each, height}, "Reject", reject_key, {.strong_border = true})) run(f, "reject");
  if (button(f, "button.edit", {right_of(foot) - kPad - edit, y, edit, height}, "Edit", edit_key)) run(f, "edit");
}

template <typename Name>
std::size_t index_in(const std::vector<Name>& all, const Name& one) {
  return static_cast<std::size_t>(std::find(all.begin(), all.end(), one) - all.begin());
}

void draw_words(Frame& f, const Rect& zone, float& y, float indent, std::string_view name, const std::vector<Span>& spans,
                std::size_t most) {
  label(f, zone, y + 10, name);
  const std::vector<std::string> lines = broken(f, Font::serif, 14, words_of(f.document(), spans), zone.width - 2 * kPad - indent, most);
  for (const std::string& one : lines) {
    text(f, zone.x + kPad + indent, y + 10, Font::serif, 14, f.colours.ink, one);
    y += 20;
  }
}

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
  draw_back(f, zone, Tab::quotations, "All quotations", at, of);
  const Rect body{zone.x, zone.y + 48, zone.width, zone.height - 48 - kFoot};
  {
    Clip clip(f, body);
    float y = body.y + 6 - f.view.panel_scroll;
    const float start = y;
    const Speaker* speaker = q.speaker ? find(d, *q.speaker) : nullptr;
    const int number = number_of(f.figures, q.speaker);
    draw_picker(f, "picker.speaker", {zone.x + kPad, y, zone.width - 2 * kPad, 32}, number, chip_state(q),
                speaker ? speaker->name : "Nobody known", Overlay::speaker_picker);
    y += 46;
    const float left = zone.x + kPad + kLabel;
    label(f, zone, y + 14, "Type");
    static const std::vector<QuotationType> kTypes{kDirect, kIndirect, kMixed};
    if (const auto i = segments(f, "type", left, y, 28, {"Direct", "Indirect", "Mixed"}, index_in(kTypes, q.type)))
      f.send(session::SetQuotationType{q.id, kTypes[*i]});
    y += 37;
    label(f, zone, y + 14, "Act");
    static const std::vector<Act> kActs{kSpeech, kAttitude};
    const Act act = q.act.empty() ? kSpeech : q.act;
    if (const auto i = segments(f, "act", left, y, 28, {"Speech", "Attitude"}, index_in(kActs, act)))
      f.send(session::SetAct{q.id, kActs[*i]});
    y += 37;
    label(f, zone, y + 14, "Report");
    static const std::vector<Mode> kModes{Mode(), kNegated, kHypothetical, kAsked, kFuture};
    if (const auto i = segments(f, "mode", left, y, 28, {"Said", "Not", "May", "Asked", "Will"}, index_in(kModes, q.mode),
                              right_of(zone) - kPad - left))
      f.send(session::SetMode{q.id, kModes[*i]});
    y += 46;
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

// The words for an address: what stands for itself stays, all else is a byte in hexadecimal.
std::string for_address(std::string_view words) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    if (plain) out += c;
    else out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

// What a person who checks the claim needs beside it: a wording that stands for itself, what it names and counts, and searches. Nothing is
// opened: the address is copied, and the person decides.
float draw_search_help(Frame& f, const Rect& zone, float y, const Claim& c) {
  const float left = zone.x + kPad, width = zone.width - 2 * kPad;
  const std::string words = c.normalized.empty() ? words_of(f.document(), c.spans) : c.normalized;
  if (!c.normalized.empty()) {
    heading(f, left, y, "In our words, not the article's");
    y += 15 + paragraph(f, left, y + 15, width, Font::sans, 13, 18, f.colours.ink, c.normalized, 6) + 14;
  }
  if (!c.facts.empty()) {
    std::string facts;
    for (const ClaimFact& fact : c.facts) {
      const std::string told = words_of(f.document(), fact.spans);
      facts += (facts.empty() ? "" : "; ") + (told.empty() || told == fact.value ? fact.value : fact.value.empty() ? told : told + " = " + fact.value);
    }
    heading(f, left, y, "Names and numbers");
    y += 15 + paragraph(f, left, y + 15, width, Font::sans, 13, 18, f.colours.ink, facts, 6) + 14;
  }
  heading(f, left, y, "Copy the address of a search");
  y += 23;
  constexpr std::pair<std::string_view, std::string_view> kSearches[] = {{"Fact checks", "https://toolbox.google.com/factcheck/explorer/search/"},
                                                                        {"Web", "https://duckduckgo.com/?q="},
                                                                        {"Wikipedia", "https://en.wikipedia.org/w/index.php?search="}};
  float x = left;
  for (const auto& [name, address] : kSearches) {
    if (link(f, "copy.search." + std::string(name), x, y, Font::sans, 13, name)) f.ask(CopyText{std::string(address) + for_address(words)});
    x += width_of(f, Font::sans, 13, name) + 18;
  }
  y += 17;
  separator(f, zone, y);
  return y;
}

void draw_claim(Frame& f, const Rect& zone, const Claim& c) {
  const Document& d = f.document();
  std::size_t at = 0, of = 0;
  for (const Claim& other : d.claims) {
    if (!is_shown(other, {f.settings.show_low_claims, std::nullopt}) && other.id != c.id) continue;
    ++of;
    if (other.id == c.id) at = of;
  }
  draw_back(f, zone, Tab::claims, "All claims", at, of);
  const Rect body{zone.x, zone.y + 48, zone.width, zone.height - 48 - kFoot};
  {
    Clip clip(f, body);
    float y = body.y + 6 - f.view.panel_scroll;
    const float start = y, left = zone.x + kPad + kClaimLabel, width = right_of(zone) - kPad - left;
    label(f, zone, y + 16, "Type");
    draw_picker(f, "picker.kind", {left, y, width, 32}, -1, ChipState::suggested, label_of(c.type), Overlay::kind_picker);
    y += 41;
    label(f, zone, y + 14, "Worth");
    static const std::vector<Worth> kWorths{Worth::high, Worth::medium, Worth::low};
    static const std::vector<std::string_view> kNames{"high", "medium", "low"};
    if (const auto i = segments(f, "worth", left, y, 28, {"High", "Medium", "Low"}, index_in(kWorths, worth_of(c))))
      run(f, "set-worth", kNames[*i]);
    y += 37;
    label(f, zone, y + 14, "Checkable");
    static const std::vector<Verifiable> kStates{Verifiable("yes"), Verifiable("partly"), Verifiable("no")};
    if (const auto i = segments(f, "verifiable", left, y, 28, {"Yes", "Partly", "No"}, index_in(kStates, c.verifiable)))
      f.send(session::SetVerifiable{c.id, kStates[*i]});
    y += 37;
    label(f, zone, y + 16, "By");
    const Speaker* speaker = c.attribution.speaker ? find(d, *c.attribution.speaker) : nullptr;
    draw_picker(f, "picker.speaker", {left, y, width, 32}, speaker ? number_of(f.figures, c.attribution.speaker) : -1, ChipState::suggested,
                speaker ? speaker->name : "The article itself", Overlay::speaker_picker);
    y += 44;
    draw_words(f, zone, y, kClaimLabel, "Words", c.spans, 8);
    y += 16;
    separator(f, zone, y);
    y = draw_search_help(f, zone, y + 22, c);
    heading(f, zone.x + kPad, y + 22, "Why");
    y = draw_reasons(f, zone, y + 39, why(d, c)) + 4;
    y = draw_beneath(f, zone, y);
    y = draw_notes_on(f, zone, y, c.id.text());
    scroll(f, "inspector", body, y - start + 12, f.view.panel_scroll);
  }
  draw_decision(f, zone);
}

}  // namespace

void draw_inspector(Frame& f, const Rect& zone) {
  if (const auto* id = std::get_if<QuotationId>(&f.session.selected)) {
    if (const Quotation* q = find(f.document(), *id)) draw_quotation(f, zone, *q);
  } else if (const auto* id = std::get_if<ClaimId>(&f.session.selected)) {
    if (const Claim* c = find(f.document(), *id)) draw_claim(f, zone, *c);
  }
}

}  // namespace ui
