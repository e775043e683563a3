#include "extract/region_lines.h"

#include <algorithm>

#include "extract/teasers.h"  // is_cut_off
#include "text/characters.h"
#include "text/utf8.h"

namespace extract {

using html::Tag;

// What stands around each line inside the region. Names of an element that holds much of the region say nothing
// about its lines: the whole page may be called "has-sidebar".
RegionLines::RegionLines(const Surroundings& page, const Metadata& known)
    : tree(page.tree), lines(page.lines), marks(page.marks), body(page.body), said(known), region(page.region),
      decisions(page.region.end - page.region.head), held(decisions.size(), false), around(page.tree.nodes.size(), 0) {
  text_before.assign(lines.size() + 1, 0);
  bytes_before.assign(lines.size() + 1, 0);
  linked_before.assign(lines.size() + 1, 0);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    bytes_before[i + 1] = bytes_before[i] + lines[i].words.size();
    linked_before[i + 1] = linked_before[i] + lines[i].linked;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) text_before[i + 1] = text_before[i] + (lines[i].words.size() > 80 ? lines[i].words.size() - lines[i].linked : 0);
  const std::size_t all = text_before[region.end] - text_before[region.begin];
  for (std::uint32_t i = region.element + 1; i < end_of_region(); ++i) {
    const html::Node& node = tree.nodes[i];
    if (node.tag == Tag::text) continue;
    Marks own = marks[i];
    if (own && held_by(i) * 20 > all * (own & bit(Mark::cookie) ? 19u : 8u)) own = 0;
    // A lead is called a teaser, too. And the article's body inside a box of another name is still the body.
    if (own & bit(Mark::lead)) own &= ~(bit(Mark::lead) | bit(Mark::related_link) | bit(Mark::caption));
    if (own & bit(Mark::body)) own = 0;
    else own |= node.parent == region.element ? 0 : around[node.parent];
    around[i] = own;
  }
  // A page may be built of widgets, or tell its article in the slides of a gallery: then the name says nothing, either.
  for (const Mark mark : {Mark::aside, Mark::caption}) {
    std::size_t marked = 0;
    for (std::size_t i = region.begin; i < region.end; ++i)
      if (around[lines[i].element] & bit(mark)) marked += text_before[i + 1] - text_before[i];
    if (marked * 2 <= all) continue;
    for (Marks& marks_around : around) marks_around &= ~bit(mark);
  }
}

std::size_t RegionLines::line_at(std::uint32_t node) const {
  return static_cast<std::size_t>(std::lower_bound(lines.begin(), lines.end(), node, [](const Line& l, std::uint32_t n) { return l.first < n; }) - lines.begin());
}

bool RegionLines::is_sentence(std::size_t i) const {
  return line(i).words.size() >= 80 && ends_sentence(line(i).words) && line(i).linked * 2 < line(i).words.size();
}

bool ends_sentence(std::string_view words) { return !is_cut_off(words); }

std::string letters_and_digits(std::string_view s) {
  std::string out;
  for (std::uint32_t at = 0; at < s.size();) {
    const text::Character c = text::character_at(s, at);
    if (text::is_letter(c.code) || text::is_digit(c.code)) text::append(out, text::to_lower(c.code));
    at += c.size;
  }
  return out;
}

}  // namespace extract
