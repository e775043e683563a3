// Links that carry the marks in their fragment: what each of them holds, how long it is, and where it fits.
#include <algorithm>

#include "format/link.h"
#include "format/qr.h"
#include "ui/views.h"

namespace ui {
namespace {

constexpr float kPad = 16, kRow = 76;

struct ScopeRow {
  format::LinkScope scope;
  std::string_view name, title, holds;
};
constexpr ScopeRow kScopes[] = {
    {format::LinkScope::kText, "text", "Link: text and marks", "the article, marks, reviews"},
    {format::LinkScope::kMarks, "marks", "Link: marks and quotes", "for those who have the text"},
    {format::LinkScope::kSpeakers, "speakers", "Link: speakers and claims", "no quotations, no text"},
};

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

// Made once for each state of the document: a length is only known by making the link.
const std::vector<std::size_t>& lengths_of(Frame& f) {
  ViewState& v = f.view;
  if (v.link_lengths.empty() || v.links_of_change != f.session.changes) {
    v.link_lengths.clear();
    for (const ScopeRow& row : kScopes) v.link_lengths.push_back(f.around.address.size() + format::write_link(f.document(), row.scope).size());
    v.links_of_change = f.session.changes;
  }
  return v.link_lengths;
}

const std::optional<format::QrCode>& code_of(Frame& f, const ScopeRow& row) {
  ViewState::QrKept& kept = f.view.qr;
  if (kept.scope != row.name || kept.change != f.session.changes)
    kept = {std::string(row.name), f.session.changes, format::qr_code(f.around.address + format::write_link(f.document(), row.scope))};
  return kept.code;
}

// The link as a QR code: dark on white in every theme, as cameras want it. Gives the height that it takes.
float draw_code(Frame& f, const Rect& zone, float y, const ScopeRow& row) {
  constexpr float kQuiet = 4;  // modules
  const std::optional<format::QrCode>& code = code_of(f, row);
  const float left = zone.x + kPad, room = zone.width - 2 * kPad;
  if (!code)
    return 12 + paragraph(f, left, y + 6, room, Font::sans, 12, 16, f.colours.muted,
                          "A QR code holds " + with_commas(format::kMostOfQr) + " characters: this link is too long for one.", 2);
  const float modules = static_cast<float>(code->size) + 2 * kQuiet, module = std::min(room / modules, 8.0f), side = module * modules;
  const Rect white{left, y + 4, side, side};
  fill(f, white, Colour{0xFFFFFF});
  f.view.places["qr"] = white;
  for (int row_of = 0; row_of < code->size; ++row_of)
    for (int x = 0; x < code->size; ++x) {
      int end = x;
      while (end < code->size && code->dark(end, row_of)) ++end;
      if (end == x) continue;
      fill(f, {white.x + (static_cast<float>(x) + kQuiet) * module, white.y + (static_cast<float>(row_of) + kQuiet) * module, static_cast<float>(end - x) * module, module}, Colour{0});
      x = end;
    }
  if (button(f, "qr.save", {left, y + side + 12, button_width(f, "Save as a picture"), 32}, "Save as a picture"))
    f.out.requests.push_back(DownloadFile{"-qr.svg", "image/svg+xml", format::to_svg(*code)});
  return side + 56;
}

}  // namespace

// The services of the table that take an address of this length, in words.
std::string where_it_fits(std::size_t length) {
  std::string fits, not_for;
  for (const format::LinkLimit& limit : format::link_limits()) {
    std::string& list = length <= limit.most ? fits : not_for;
    list += (list.empty() ? "" : ", ") + std::string(limit.where);
  }
  if (not_for.empty()) return "short enough everywhere";
  if (fits.empty()) return "too long for any browser: share the file";
  if (const std::size_t last = not_for.rfind(", "); last != std::string::npos) not_for.replace(last, 2, " or ");
  return "too long for " + not_for;
}

float draw_share_links(Frame& f, const Rect& zone, float y) {
  const std::vector<std::size_t>& lengths = lengths_of(f);
  const float start = y, copy = button_width(f, "Copy"), send = button_width(f, "Send"), qr = button_width(f, "QR");
  std::size_t i = 0;
  for (const ScopeRow& row : kScopes) {
    const float left = zone.x + kPad;
    float right = right_of(zone) - kPad - copy;
    if (button(f, "share." + std::string(row.name), {right, y + 10, copy, 32}, "Copy")) run(f, "share-link", row.name);
    if (f.around.can_share) {
      right -= send + 8;
      if (button(f, "send." + std::string(row.name), {right, y + 10, send, 32}, "Send")) run(f, "send-link", row.name);
    }
    if (lengths[i] <= format::kMostOfQr) {
      right -= qr + 8;
      if (button(f, "qr." + std::string(row.name), {right, y + 10, qr, 32}, "QR")) run(f, "qr-code", row.name);
    }
    text(f, left, y + 18, Font::sans, 14, f.colours.ink, cut(f, Font::sans, 14, row.title, right - 8 - left));
    text(f, left, y + 37, Font::sans, 12, f.colours.muted, cut(f, Font::sans, 12, row.holds, right - 8 - left));
    const std::string size = with_commas(lengths[i]) + " characters, " + where_it_fits(lengths[i]);
    y += kRow - 16 + paragraph(f, left, y + 48, zone.width - 2 * kPad, Font::sans, 12, 16, f.colours.muted, size, 2);
    if (f.view.qr_scope == row.name) y += draw_code(f, zone, y, row);
    fill(f, {zone.x, y - 1, zone.width, 1}, f.colours.line);
    ++i;
  }
  if (f.around.address.starts_with("file:")) {
    y += 8 + paragraph(f, zone.x + kPad, y + 8, zone.width - 2 * kPad, Font::sans, 12, 16, f.colours.muted,
                       "This page is a file: whoever gets the link pastes it into their own Quoth.", 2) + 8;
    fill(f, {zone.x, y - 1, zone.width, 1}, f.colours.line);
  }
  return y - start;
}

}  // namespace ui
