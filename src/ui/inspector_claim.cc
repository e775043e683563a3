// What is known about the selected claim: each of its fields, to be changed in place, and what a person needs who checks it.
#include <cmath>
#include <utility>

#include "ui/command_runs.h"
#include "ui/inspector_parts.h"
#include "ui/marks.h"
#include "ui/views.h"

namespace ui {

using namespace document;

namespace {

constexpr float kClaimLabel = 78;

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

// Our own wording of the claim, open to change. It is never put into the text.
float draw_wording(Frame& f, const Rect& zone, float y, const Claim& c) {
  const float left = zone.x + kPad, width = zone.width - 2 * kPad, high = press_height(f, 36);
  heading(f, left, y, "In our words, not the article’s");
  y += 15;
  if (f.view.field == Field::wording) {
    if (field(f, Field::wording, "field.wording", {left, y, width, high}, "A sentence that stands alone, then Enter")) {
      const std::string wording = f.view.typed;
      close_field(f);
      if (wording != c.normalized) f.send(session::SetWording{c.id, wording});
    }
    return y + high + 20;
  }
  const std::string_view label = c.normalized.empty() ? "Write one" : "Change", keys = keys_for(f, "set-wording");
  const float link_width = button_width(f, label, keys);
  if (!c.normalized.empty()) y += paragraph(f, left, y, width, Font::sans, 13, 18, f.colours.ink, c.normalized, 8) + 8;
  if (button(f, "inspector.wording", {left, y, link_width, press_height(f, 28)}, label, keys)) run(f, "set-wording");
  return y + press_height(f, 28) + 20;
}

// What it names and counts, in a form that can be compared.
float draw_facts(Frame& f, const Rect& zone, float y, const Claim& c) {
  if (c.facts.empty()) return y;
  const float left = zone.x + kPad, width = zone.width - 2 * kPad;
  heading(f, left, y, "Names and numbers");
  y += 15;
  for (const ClaimFact& fact : c.facts) {
    const std::string told = words_of(f.document(), fact.spans);
    text(f, left, y + 9, Font::sans, 13, f.colours.muted, cut(f, Font::sans, 13, in_words(fact.kind.name()), kClaimLabel + 12));
    y += paragraph(f, left + kClaimLabel + 18, y, width - kClaimLabel - 18, Font::sans, 13, 18, f.colours.ink,
                   told.empty() || told == fact.value ? fact.value : fact.value.empty() ? told : told + " = " + fact.value, 2) + 2;
  }
  return y + 16;
}

// Searches for it. Nothing is opened: the address is shown and copied, and the person decides.
float draw_searches(Frame& f, const Rect& zone, float y, const Claim& c) {
  const float left = zone.x + kPad;
  const std::string words = for_address(c.normalized.empty() ? words_of(f.document(), c.spans) : c.normalized);
  heading(f, left, y, "Copy the address of a search");
  y += 23;
  constexpr std::pair<std::string_view, std::string_view> kSearches[] = {{"Fact checks", "https://toolbox.google.com/factcheck/explorer/search/"},
                                                                        {"Web", "https://duckduckgo.com/?q="},
                                                                        {"Wikipedia", "https://en.wikipedia.org/w/index.php?search="}};
  float x = left;
  for (const auto& [name, address] : kSearches) {
    if (link(f, "copy.search." + std::string(name), x, y, Font::sans, 13, name)) f.ask(CopyText{std::string(address) + words});
    x += width_of(f, Font::sans, 13, name) + 18;
  }
  y += 15;
  y += paragraph(f, left, y, zone.width - 2 * kPad, Font::sans, 12, 16, f.colours.muted,
                 cut(f, Font::sans, 12, std::string(kSearches[0].second) + words, zone.width - 2 * kPad), 1) + 12;
  separator(f, zone, y);
  return y;
}

}  // namespace

void draw_claim_inspector(Frame& f, const Rect& zone, const Claim& c) {
  const Document& d = f.document();
  std::size_t at = 0, of = 0;
  for (const Claim& other : d.claims) {
    if (!is_shown(other, {f.settings.show_low_claims, std::nullopt}) && other.id != c.id) continue;
    ++of;
    if (other.id == c.id) at = of;
  }
  draw_back(f, zone, Tab::claims, "All claims", c.review, at, of);
  const Rect body{zone.x, zone.y + 48, zone.width, zone.height - 48 - foot_height(f)};
  {
    Clip clip(f, body);
    float y = body.y + 6 - f.view.panel_scroll;
    const float start = y, left = zone.x + kPad + kClaimLabel, width = right_of(zone) - kPad - left;
    const float picker = press_height(f, 32), high = press_height(f, 28);
    label(f, zone, y + picker / 2, "Type");
    draw_picker(f, "picker.kind", {left, y, width, picker}, -1, ChipState::suggested, label_of(c.type), Overlay::kind_picker);
    y += picker + 9;
    label(f, zone, y + high / 2, "Worth");
    static const std::vector<Worth> kWorths{Worth::high, Worth::medium, Worth::low};
    static const std::vector<std::string_view> kNames{"high", "medium", "low"};
    if (const auto i = segments(f, "worth", left, y, high, {"High", "Medium", "Low"}, index_in(kWorths, worth_of(c))))
      run(f, "set-worth", kNames[*i]);
    y += high + 9;
    label(f, zone, y + high / 2, "Checkable");
    static const std::vector<Verifiable> kStates{Verifiable("yes"), Verifiable("partly"), Verifiable("no")};
    if (const auto i = segments(f, "verifiable", left, y, high, {"Yes", "Partly", "No"}, index_in(kStates, c.verifiable)))
      run(f, "set-verifiable", kStates[*i].name());
    y += high + 9;
    label(f, zone, y + picker / 2, "By");
    const Speaker* speaker = c.attribution.speaker ? find(d, *c.attribution.speaker) : nullptr;
    draw_picker(f, "picker.speaker", {left, y, width, picker}, speaker ? number_of(f.figures, c.attribution.speaker) : -1, ChipState::suggested,
                speaker ? speaker->name : "The article itself", Overlay::speaker_picker);
    y += picker + 12;
    draw_words(f, zone, y, kClaimLabel, "Words", c.spans, 8);
    y += 16;
    separator(f, zone, y);
    y = draw_wording(f, zone, y + 22, c);
    y = draw_facts(f, zone, y, c);
    y = draw_searches(f, zone, y, c);
    heading(f, zone.x + kPad, y + 22, "Why");
    y = draw_reasons(f, zone, y + 39, why(d, c)) + 4;
    y = draw_beneath(f, zone, y);
    y = draw_notes_on(f, zone, y, c.id.text());
    scroll(f, "inspector", body, y - start + 12, f.view.panel_scroll);
  }
  draw_decision(f, zone);
}

}  // namespace ui
