// What the elements around a line are called.
#include "extract/region_lines.h"

namespace extract {
namespace {

using html::Tag;

// Which role an element's names give, and up to how many words a line in it may have to be that: a byline is
// short, a comment is not.
struct ElementRule {
  Mark mark;
  const char* role;
  std::size_t most_words;
};
constexpr std::size_t kAny = 100000;
constexpr ElementRule kElementRules[] = {
    {Mark::comment, "comment", kAny},       {Mark::share, "share", 25},           {Mark::newsletter, "newsletter", 80},
    {Mark::cookie, "cookie", kAny},         {Mark::paywall, "paywall", 80},       {Mark::advert, "advert", 80},
    {Mark::related_link, "related-link", 120}, {Mark::author_bio, "author-bio", 120}, {Mark::caption, "caption", 120},
    {Mark::tags, "navigation", 30},         {Mark::byline, "byline", 25},         {Mark::date, "date", 15},
    {Mark::notice, "notice", kAny},         {Mark::read_more, "read-more", 20},   {Mark::navigation, "navigation", 60},
    {Mark::aside, "aside", 150},
};

// An inline element around the whole line: <p><span class="credit">…</span></p>.
Marks marks_around_first_word(const RegionLines& r, std::size_t i) {
  Marks found = 0;
  const Line& l = r.line(i);
  for (std::uint32_t node = r.tree.nodes[l.first].parent; node && node != l.element && node > r.region.element; node = r.tree.nodes[node].parent) {
    if (!r.marks[node]) continue;
    std::size_t inside = 0;
    for (std::uint32_t t = node; t < r.tree.nodes[node].end && inside < 4 * l.words.size(); ++t)
      if (r.tree.nodes[t].tag == Tag::text) inside += r.tree.nodes[t].words.size();
    if (inside * 10 >= l.words.size() * 8) found |= r.marks[node];
  }
  return found;
}

bool is_heading(const Line& l) { return l.place == Place::heading || l.place == Place::title; }

}  // namespace

// A line such as "More on this story" speaks for the box that it heads; so does "3/12 The old pier" over a picture's words.
void boxes_by_heading(RegionLines& r) {
  constexpr std::size_t kHeadingWords = 8;
  for (std::size_t i = 0; i < r.size(); ++i) {
    const std::string& role = r.decisions[i].role.name();
    if (!r.decisions[i] || (role != "related-link" && role != "comment" && !(role == "caption" && is_heading(r.line(i)))) || count_words(r.line(i).words) > kHeadingWords || r.line(i).words.find('|') != std::string::npos) continue;
    // The list below it, at least.
    for (std::size_t k = i + 1; k < r.size() && r.line(k).place == Place::list_item && r.line(i).place != Place::list_item; ++k)
      if (!r.decisions[k]) r.decide(k, role, "block/" + role + "-box", kByElement);
    std::uint32_t box = r.line(i).element;
    while (box > r.region.element && r.line_at(r.tree.nodes[box].end) - r.line_at(box) < 2) box = r.tree.nodes[box].parent;
    const std::size_t first = r.line_at(box), end = r.line_at(r.tree.nodes[box].end);
    // What comes before it in its element is not headed by it: then the element is no box of its own.
    if (box <= r.region.element || first != r.region.head + i || r.held_by(box) * 4 > r.text_before[r.region.end] - r.text_before[r.region.begin]) continue;
    for (std::size_t k = first; k < end; ++k)
      if (k >= r.region.head && k < r.region.end && !r.decisions[k - r.region.head]) r.decide(k - r.region.head, role, "block/" + role + "-box", kByElement);
  }
}

void by_element(RegionLines& r) {
  for (std::size_t i = 0; i < r.size(); ++i) {
    const Marks around = r.around[r.line(i).element] | marks_around_first_word(r, i);
    if (r.decisions[i] || r.held[i] || !around) continue;
    const std::size_t words = count_words(r.line(i).words);
    for (const ElementRule& rule : kElementRules) {
      if (!(around & bit(rule.mark)) || words > rule.most_words) continue;
      r.decide(i, rule.role, "block/" + std::string(rule.role) + "-element", kByElement);
      break;
    }
  }
}

}  // namespace extract
