// Where a line stands.
#include <algorithm>
#include <set>

#include "extract/region_lines.h"

namespace extract {
namespace {

using html::Tag;

bool is_list(Tag tag) { return tag == Tag::ul || tag == Tag::ol || tag == Tag::dl; }

// The list around an item, and around lists in lists; what is around the item, if that is no list.
std::uint32_t outermost_list(const RegionLines& r, std::uint32_t item) {
  std::uint32_t list = r.tree.nodes[item].parent;
  for (std::uint32_t up = list; up > r.region.element; up = r.tree.nodes[up].parent) {
    const Tag tag = r.tree.nodes[up].tag;
    if (is_list(tag)) list = up;
    else if (tag != Tag::li && tag != Tag::dd && tag != Tag::p) break;
  }
  return list;
}

// Three items or more, longer than the choices of a menu, and no link in them: what is needed, what was found, who came.
bool is_plain_list(const RegionLines& r, std::uint32_t list) {
  constexpr std::size_t kItems = 3, kItemBytes = 12;
  const std::size_t first = r.line_at(list), end = r.line_at(r.tree.nodes[list].end);
  return end - first >= kItems && r.linked_before[end] == r.linked_before[first] && r.bytes_before[end] - r.bytes_before[first] >= (end - first) * kItemBytes;
}

bool junk_until_heading(const RegionLines& r, std::size_t i) {
  for (; i < r.size(); ++i) {
    if (!r.decisions[i]) return r.line(i).place == Place::heading;
    if (r.line(i).place == Place::heading) return true;
  }
  return true;
}

}  // namespace

// Between the page's heading and the article only a lead belongs to it.
void before_article(RegionLines& r) {
  constexpr Marks kNoLead = bit(Mark::navigation) | bit(Mark::comment) | bit(Mark::newsletter) | bit(Mark::cookie) | bit(Mark::paywall) | bit(Mark::advert) |
                            bit(Mark::related_link) | bit(Mark::author_bio) | bit(Mark::caption) | bit(Mark::aside) | bit(Mark::tags);
  for (std::size_t i = 0; i < r.region.begin - r.region.head; ++i) {
    if (r.decisions[i] || r.held[i]) continue;
    const Line& l = r.line(i);
    Marks around = 0;
    for (std::uint32_t node = l.element; node && r.tree.nodes[node].end <= r.region.element; node = r.tree.nodes[node].parent) {
      Marks own = r.marks[node];
      if (own & (bit(Mark::lead) | bit(Mark::body))) own &= ~(bit(Mark::related_link) | bit(Mark::caption));
      around |= own;
    }
    const bool is_text = (l.place == Place::paragraph || l.place == Place::heading || (l.place == Place::list_item && ends_sentence(l.words))) && l.linked * 2 < l.words.size();
    const bool lead = is_text && !(around & kNoLead) && count_words(l.words) >= kLeadWords;
    if (!lead) r.decide(i, "navigation", "block/before-article", kByPlace);
  }
}

void lone_headings(RegionLines& r) {
  // A lead may stand in a heading; it is a sentence.
  const auto is_heading = [&](std::size_t i) {
    return !r.held[i] && (r.line(i).place == Place::heading || r.line(i).place == Place::title) && !(ends_sentence(r.line(i).words) && count_words(r.line(i).words) >= kLeadWords);
  };
  const auto is_content = [&](std::size_t i) { return !r.decisions[i] && !is_heading(i); };
  bool any = false;
  for (std::size_t i = 0; i < r.size(); ++i) any |= is_content(i);
  if (!any) return;
  bool content = false;
  for (std::size_t i = r.size(); i-- > 0;) {
    if (r.decisions[i]) continue;
    // A linked heading leads elsewhere, unless the article goes on below it.
    const bool leads_away = is_heading(i) && r.line(i).linked * 10 >= r.line(i).words.size() * 8 && (i + 1 == r.size() || !is_content(i + 1));
    if (leads_away) r.decide(i, "related-link", "block/linked", kByLinks);
    else if (!is_heading(i)) content = true;
    else if (!content) r.decide(i, "related-link", "block/lone-heading", kByLinks);
    // The nearest line below decides: a heading over junk is junk.
    else if (i + 1 < r.size() && r.decisions[i + 1] && junk_until_heading(r, i + 1)) r.decide(i, "related-link", "block/lone-heading", kByLinks);
  }
}

// Short lines in boxes that hold no sentence: names of boxes, links, buttons.
void strays(RegionLines& r) {
  constexpr std::size_t kChoiceBytes = 25;
  std::set<std::uint32_t> homes;  // the elements around elements that hold sentences
  for (std::size_t i = 0; i < r.size(); ++i)
    if (!r.decisions[i] && r.is_sentence(i)) homes.insert(r.line(i).element), homes.insert(r.tree.nodes[r.line(i).element].parent);
  if (homes.empty()) return;
  for (std::size_t i = 0; i < r.size(); ++i) {
    const Line& l = r.line(i);
    const bool is_item = l.place == Place::list_item;
    if (r.decisions[i] || (l.place != Place::paragraph && !is_item) || l.words.size() >= (is_item ? kChoiceBytes : 80u) || ends_sentence(l.words)) continue;
    // Around an item stands its list; that one stands beside sentences, or it is a menu.
    const std::uint32_t around = is_item ? outermost_list(r, l.element) : r.tree.nodes[l.element].parent;
    if (is_item && is_plain_list(r, around)) continue;
    if (!homes.contains(l.element) && !homes.contains(around) && !(is_item && homes.contains(r.tree.nodes[around].parent))) r.decide(i, "navigation", "block/stray", kByLinks);
  }
}

}  // namespace extract
