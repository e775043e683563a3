// Links that carry the marks in their fragment: what each of them holds, how long it is, and where it fits.
#include <algorithm>

#include "format/link.h"
#include "ui/views.h"

namespace ui {
namespace {

constexpr float kPad = 16, kRow = 76;

struct ScopeRow {
  format::LinkScope scope;
  std::string_view name, title, holds;
};
constexpr ScopeRow kScopes[] = {
    {format::LinkScope::kText, "text", "Link with the text", "the article, marks, reviews"},
    {format::LinkScope::kMarks, "marks", "Link with marks and quotes", "for those who have the text"},
    {format::LinkScope::kSpeakers, "speakers", "Link with speakers and claims", "no quotations, no text"},
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
  return "too long for " + not_for;
}

float draw_share_links(Frame& f, const Rect& zone, float y) {
  const std::vector<std::size_t>& lengths = lengths_of(f);
  const float start = y, copy = button_width(f, "Copy"), send = button_width(f, "Send");
  std::size_t i = 0;
  for (const ScopeRow& row : kScopes) {
    const float left = zone.x + kPad;
    float right = right_of(zone) - kPad - copy;
    if (button(f, "share." + std::string(row.name), {right, y + 10, copy, 32}, "Copy")) run(f, "share-link", row.name);
    if (f.around.can_share) {
      right -= send + 8;
      if (button(f, "send." + std::string(row.name), {right, y + 10, send, 32}, "Send")) run(f, "send-link", row.name);
    }
    text(f, left, y + 18, Font::sans, 14, f.colours.ink, cut(f, Font::sans, 14, row.title, right - 8 - left));
    text(f, left, y + 37, Font::sans, 12, f.colours.muted, cut(f, Font::sans, 12, row.holds, right - 8 - left));
    const std::string size = with_commas(lengths[i]) + " characters, " + where_it_fits(lengths[i]);
    const std::string shown = cut(f, Font::sans, 12, size, zone.width - 2 * kPad);
    text(f, left, y + 56, Font::sans, 12, f.colours.muted, shown);
    if (shown != size) tooltip(f, "share." + std::string(row.name), {left, y + 48, zone.width - 2 * kPad, 16}, size);
    y += kRow;
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
