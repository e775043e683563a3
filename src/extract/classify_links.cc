// Links: alone in their lines, in lists, with teasers.
#include <algorithm>
#include <set>

#include "extract/region_lines.h"

namespace extract {
namespace {

using html::Tag;

constexpr std::size_t kBoxBytes = 500;  // a link with its teaser; what is longer is a text with a linked heading

// A cell of a row, or an item of a list, most of which is no link.
bool stands_among_prose(const RegionLines& r, const Line& l) {
  if (l.place != Place::cell && l.place != Place::list_item) return false;
  std::uint32_t group = l.element;
  const auto is_group = [&](Tag tag) { return l.place == Place::cell ? tag == Tag::tr : tag == Tag::ul || tag == Tag::ol || tag == Tag::dl; };
  while (group > r.region.element && !is_group(r.tree.nodes[group].tag)) group = r.tree.nodes[group].parent;
  if (group <= r.region.element) return false;
  const std::size_t first = r.line_at(group), end = r.line_at(r.tree.nodes[group].end);
  const std::size_t bytes = r.bytes_before[end] - r.bytes_before[first], linked = r.linked_before[end] - r.linked_before[first];
  return linked * 2 < bytes;
}

// The elements around a line, as far as they have classes: the same for all paragraphs of a kind.
std::string build_of(const RegionLines& r, std::size_t i) {
  constexpr int kLevels = 4;
  constexpr std::size_t kClasses = 80;
  std::string build;
  std::uint32_t node = r.line(i).element;
  for (int level = 0; level < kLevels && node > r.region.element; ++level, node = r.tree.nodes[node].parent) {
    build += static_cast<char>(r.tree.nodes[node].tag);
    build += r.tree.attribute(r.tree.nodes[node], "class").substr(0, kClasses);
    build += '/';
  }
  return build;
}

// Of each line, how many headings that lead nowhere stand above it: what they head is told here, not elsewhere.
std::vector<std::size_t> own_headings_before(const RegionLines& r) {
  std::vector<std::size_t> before(r.lines.size() + 1, 0);
  for (std::size_t i = 0; i < r.lines.size(); ++i) before[i + 1] = before[i] + (r.lines[i].place == Place::heading && r.lines[i].linked == 0);
  return before;
}

bool is_box(const RegionLines& r, std::uint32_t node) {
  const Tag tag = r.tree.nodes[node].tag;
  return tag == Tag::li || tag == Tag::div || tag == Tag::article || tag == Tag::section || tag == Tag::a;
}

}  // namespace

void by_links(RegionLines& r) {
  for (std::size_t i = 0; i < r.size(); ++i) {
    const Line& l = r.line(i);
    if (r.decisions[i] || r.held[i] || l.linked * 10 < l.words.size() * 8) continue;
    if (l.place == Place::heading || l.place == Place::title || l.place == Place::preformatted || l.place == Place::block_quote) continue;
    const std::size_t words = count_words(l.words);
    // A lead may be one link, and so may a sentence.
    if (words >= 15 && ends_sentence(l.words)) continue;
    if (stands_among_prose(r, l)) continue;
    r.decide(i, "related-link", "block/linked", kByLinks);
  }
}

// A row of boxes (items of a list, cards) each of which has a line that is one link, with or without a teaser
// below it.
void link_boxes(RegionLines& r) {
  std::vector<std::size_t> links_before(r.lines.size() + 1, 0);
  for (std::size_t i = 0; i < r.lines.size(); ++i) {
    const bool is_link = r.lines[i].linked >= 20 && r.lines[i].linked * 10 >= r.lines[i].words.size() * 9;
    links_before[i + 1] = links_before[i] + is_link;
  }
  const std::vector<std::size_t> headings_before = own_headings_before(r);
  for (std::uint32_t row = r.region.element; row < r.end_of_region(); ++row) {
    const Tag row_tag = r.tree.nodes[row].tag;
    if (row_tag == Tag::text || row_tag == Tag::p || row_tag == Tag::pre || row_tag == Tag::table || row_tag == Tag::tr) continue;
    std::size_t boxes = 0, linked = 0, words = 0;
    for (std::uint32_t box = r.tree.nodes[row].first_child; box; box = r.tree.nodes[box].next) {
      if (!is_box(r, box)) continue;
      const std::size_t first = r.line_at(box), end = r.line_at(r.tree.nodes[box].end);
      words += r.bytes_before[end] - r.bytes_before[first];
      boxes += end > first;
      linked += links_before[end] > links_before[first] && headings_before[end] == headings_before[first];
    }
    const bool is_list = row_tag == Tag::ul || row_tag == Tag::ol;
    if (linked < (is_list ? 2u : 3u) || linked * 10 < boxes * (is_list ? 6 : 8) || words > boxes * kBoxBytes) continue;
    for (std::uint32_t box = r.tree.nodes[row].first_child; box; box = r.tree.nodes[box].next)
      for (std::size_t i = r.line_at(box); is_box(r, box) && i < r.lines.size() && r.lines[i].first < r.tree.nodes[box].end; ++i)
        if (i >= r.region.head && i < r.region.end && !r.decisions[i - r.region.head]) r.decide(i - r.region.head, "related-link", "block/link-list", kByLinks);
  }
}

// At the end, links each with a line or two below it: the teasers of other articles. Where they are most of the
// page, they are its article.
void teasers_at_end(RegionLines& r) {
  constexpr std::size_t kLinks = 3, kLinesBetween = 2, kTeaserBytes = 500;
  std::size_t links = 0, between = 0, start = r.size(), open_bytes = 0, teaser_bytes = 0, bytes = 0;
  for (std::size_t i = 0; i < r.size(); ++i) open_bytes += r.decisions[i] ? 0 : r.line(i).words.size();
  for (std::size_t i = r.size(); i-- > r.region.begin - r.region.head;) {
    const Line& l = r.line(i);
    const bool is_link = l.linked >= 15 && l.linked * 10 >= l.words.size() * 8;
    if (r.decisions[i] && !is_link) continue;
    bytes += r.decisions[i] ? 0 : l.words.size();
    if (l.place == Place::heading && l.linked == 0 && links && !r.decisions[i]) break;
    if (is_link) {
      ++links;
      between = 0;
      start = i;
      teaser_bytes = bytes;
    } else if (++between > kLinesBetween || l.words.size() > kTeaserBytes || r.held[i]) {
      break;
    }
  }
  if (links < kLinks || teaser_bytes * 2 > open_bytes) return;
  // Links between the last paragraphs of an article stand beside them, or these are built as those before them.
  std::set<std::uint32_t> homes;
  std::set<std::string> builds;
  for (std::size_t i = 0; i < start; ++i)
    if (!r.decisions[i] && r.is_sentence(i)) homes.insert(r.tree.nodes[r.line(i).element].parent), builds.insert(build_of(r, i));
  for (std::size_t i = start; i < r.size(); ++i)
    if (!r.decisions[i] && !(r.is_sentence(i) && builds.contains(build_of(r, i))) && !homes.contains(r.tree.nodes[r.line(i).element].parent)) r.decide(i, "teaser", "block/teasers-at-end", kByLinks);
}

}  // namespace extract
