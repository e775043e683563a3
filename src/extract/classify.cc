#include "extract/classify.h"

#include <algorithm>
#include <set>
#include <string>

#include "extract/dates.h"
#include "extract/teasers.h"  // is_cut_off
#include "text/characters.h"
#include "text/utf8.h"

namespace extract {
namespace {

using html::Tag;

constexpr int kByElement = 880, kByLinks = 850, kByPlace = 900;

document::BlockRole role_of(Place place) {
  switch (place) {
    case Place::title: return document::kHeading;
    case Place::heading: return document::kHeading;
    case Place::list_item: return document::kListItem;
    case Place::block_quote: return document::kBlockQuote;
    case Place::caption: return document::BlockRole("caption");
    case Place::cell: return document::BlockRole("table");
    case Place::preformatted: return document::BlockRole("preformatted");
    case Place::paragraph: break;
  }
  return document::kParagraph;
}

// Which role an element's names give, and up to how many words a line in it may have to be that: a byline is
// short, a comment is not.
struct ElementRule {
  Mark mark;
  const char* role;
  std::size_t most_words;
};
constexpr std::size_t kLeadWords = 7;
constexpr std::size_t kAny = 100000;
constexpr ElementRule kElementRules[] = {
    {Mark::comment, "comment", kAny},       {Mark::share, "share", 25},           {Mark::newsletter, "newsletter", 80},
    {Mark::cookie, "cookie", kAny},         {Mark::paywall, "paywall", 80},       {Mark::advert, "advert", 80},
    {Mark::related_link, "related-link", 120}, {Mark::author_bio, "author-bio", 120}, {Mark::caption, "caption", 120},
    {Mark::tags, "navigation", 30},         {Mark::byline, "byline", 25},         {Mark::date, "date", 15},
    {Mark::notice, "notice", kAny},         {Mark::read_more, "read-more", 20},   {Mark::navigation, "navigation", 60},
    {Mark::aside, "aside", 150},
};

std::string letters(std::string_view s) {
  std::string out;
  for (std::uint32_t at = 0; at < s.size();) {
    const text::Character c = text::character_at(s, at);
    if (text::is_letter(c.code) || text::is_digit(c.code)) text::append(out, text::to_lower(c.code));
    at += c.size;
  }
  return out;
}

constexpr std::size_t kEdge = 15;  // lines at the start and end of a region among which bylines and dates stand

bool has_letters(std::string_view s) {
  for (std::uint32_t at = 0; at < s.size();) {
    const text::Character c = text::character_at(s, at);
    if (text::is_letter(c.code)) return true;
    at += c.size;
  }
  return false;
}

bool ends_sentence(std::string_view words) { return !is_cut_off(words); }

class Classifier {
 public:
  Classifier(const html::Tree& tree, const std::vector<Line>& lines, const std::vector<Marks>& marks, const Region& region)
      : tree_(tree), lines_(lines), marks_(marks), region_(region), decisions_(region.end - region.head), around_(tree.nodes.size(), 0) {}

  std::vector<Decision> classify(std::string_view title) {
    inherit_marks();
    by_title(title);
    by_words();
    by_element();
    by_links();
    link_lists();
    before_article();
    lone_headings();
    strays();
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
      if (decisions_[i]) continue;
      decisions_[i].role = role_of(line(i).place);
      if (is_excluded(decisions_[i].role)) decide(i, decisions_[i].role.name(), "block/" + decisions_[i].role.name(), kByPlace);
    }
    return std::move(decisions_);
  }

 private:
  std::uint32_t end_of_region() const { return region_.element ? tree_.nodes[region_.element].end : static_cast<std::uint32_t>(tree_.nodes.size()); }
  std::size_t line_at(std::uint32_t node) const {
    return static_cast<std::size_t>(std::lower_bound(lines_.begin(), lines_.end(), node, [](const Line& l, std::uint32_t n) { return l.first < n; }) - lines_.begin());
  }
  const Line& line(std::size_t i) const { return lines_[region_.head + i]; }
  std::size_t size() const { return decisions_.size(); }

  void decide(std::size_t i, const std::string& role, std::string rule, int confidence) {
    decisions_[i] = {document::BlockRole(role), std::move(rule), confidence};
  }

  // What stands around each line inside the region. Names of an element that holds much of the region say nothing
  // about its lines: the whole page may be called "has-sidebar".
  void inherit_marks() {
    std::vector<std::size_t> before(lines_.size() + 1, 0);
    for (std::size_t i = 0; i < lines_.size(); ++i) before[i + 1] = before[i] + (lines_[i].words.size() > 80 ? lines_[i].words.size() - lines_[i].linked : 0);
    const std::size_t all = before[region_.end] - before[region_.begin];
    for (std::uint32_t i = region_.element + 1; i < end_of_region(); ++i) {
      const html::Node& node = tree_.nodes[i];
      if (node.tag == Tag::text) continue;
      Marks own = marks_[i];
      if (own && (before[line_at(node.end)] - before[line_at(i)]) * 5 > all * 2) own = 0;
      // The article's body inside a box of another name is still the body.
      if (own & bit(Mark::body)) own = 0;
      else own |= node.parent == region_.element ? 0 : around_[node.parent];
      around_[i] = own;
    }
  }

  void by_title(std::string_view title) {
    const std::string packed = letters(title);
    if (packed.size() < 8) return;
    for (std::size_t i = 0; i < size(); ++i)
      if (line(i).words.size() < 2 * title.size() + 20 && letters(line(i).words) == packed) decide(i, "title", "block/title", kByPlace);
  }

  void by_words() {
    for (std::size_t i = 0; i < size(); ++i) {
      if (decisions_[i]) continue;
      decisions_[i] = boilerplate(line(i).words);
      const bool at_edge = i < kEdge || i + kEdge > size();
      if (!decisions_[i] && at_edge && line(i).place == Place::paragraph && !date_of_line(line(i).words).empty()) decide(i, "date", "block/date", kByElement);
      if (!decisions_[i] && line(i).place == Place::paragraph && !has_letters(line(i).words)) decide(i, "navigation", "block/no-words", kByElement);
    }
  }

  void by_element() {
    for (std::size_t i = 0; i < size(); ++i) {
      const Marks around = around_[line(i).element] | marks_around_first_word(i);
      if (decisions_[i] || !around) continue;
      const std::size_t words = count_words(line(i).words);
      for (const ElementRule& rule : kElementRules) {
        if (!(around & bit(rule.mark)) || words > rule.most_words) continue;
        decide(i, rule.role, "block/" + std::string(rule.role) + "-element", kByElement);
        break;
      }
    }
  }

  // An inline element around the whole line: <p><span class="credit">…</span></p>.
  Marks marks_around_first_word(std::size_t i) const {
    Marks found = 0;
    const Line& l = line(i);
    for (std::uint32_t node = tree_.nodes[l.first].parent; node && node != l.element && node > region_.element; node = tree_.nodes[node].parent) {
      if (!marks_[node]) continue;
      std::size_t inside = 0;
      for (std::uint32_t t = node; t < tree_.nodes[node].end && inside < 4 * l.words.size(); ++t)
        if (tree_.nodes[t].tag == Tag::text) inside += tree_.nodes[t].words.size();
      if (inside * 10 >= l.words.size() * 8) found |= marks_[node];
    }
    return found;
  }

  void by_links() {
    for (std::size_t i = 0; i < size(); ++i) {
      const Line& l = line(i);
      if (decisions_[i] || l.linked * 10 < l.words.size() * 8) continue;
      const std::size_t words = count_words(l.words);
      // A lead may be one link, and so may a sentence.
      if (words >= 15 && ends_sentence(l.words)) continue;
      decide(i, "related-link", "block/linked", kByLinks);
    }
  }

  // Lists in which each item has a link of its own line, with or without a teaser below it.
  void link_lists() {
    for (std::uint32_t list = region_.element + 1; list < end_of_region(); ++list) {
      if (tree_.nodes[list].tag != Tag::ul && tree_.nodes[list].tag != Tag::ol) continue;
      std::size_t items = 0, linked = 0;
      for (std::uint32_t item = tree_.nodes[list].first_child; item; item = tree_.nodes[item].next) {
        if (tree_.nodes[item].tag != Tag::li) continue;
        bool has_link_line = false, has_words = false;
        for (std::size_t i = line_at(item); i < lines_.size() && lines_[i].first < tree_.nodes[item].end; ++i) {
          has_words = true;
          has_link_line |= lines_[i].linked >= 20 && lines_[i].linked * 10 >= lines_[i].words.size() * 9;
        }
        items += has_words;
        linked += has_link_line;
      }
      if (linked < 2 || linked * 10 < items * 6) continue;
      for (std::size_t i = line_at(list); i < lines_.size() && lines_[i].first < tree_.nodes[list].end; ++i)
        if (!decisions_[i - region_.head]) decide(i - region_.head, "related-link", "block/link-list", kByLinks);
    }
  }

  // Between the page's heading and the article only a lead belongs to it.
  void before_article() {
    for (std::size_t i = 0; i < region_.begin - region_.head; ++i) {
      const Line& l = line(i);
      Marks around = 0;
      for (std::uint32_t node = l.element; node && tree_.nodes[node].end <= region_.element; node = tree_.nodes[node].parent) around |= marks_[node];
      const bool lead = !(around & ~(bit(Mark::body) | bit(Mark::date) | bit(Mark::byline))) && (l.place == Place::paragraph || l.place == Place::heading) &&
                        count_words(l.words) >= kLeadWords && l.linked * 2 < l.words.size();
      if (!decisions_[i] && !lead) decide(i, "navigation", "block/before-article", kByPlace);
    }
  }

  void lone_headings() {
    const auto is_content = [&](std::size_t i) { return !decisions_[i] && line(i).place != Place::heading && line(i).place != Place::title; };
    bool any = false;
    for (std::size_t i = 0; i < size(); ++i) any |= is_content(i);
    if (!any) return;
    bool content = false;
    for (std::size_t i = size(); i-- > 0;) {
      const bool heading = line(i).place == Place::heading || line(i).place == Place::title;
      if (decisions_[i]) continue;
      if (!heading) content = true;
      else if (!content) decide(i, "related-link", "block/lone-heading", kByLinks);
      // The nearest line below decides: a heading over junk is junk.
      else if (i + 1 < size() && decisions_[i + 1] && junk_until_heading(i + 1)) decide(i, "related-link", "block/lone-heading", kByLinks);
    }
  }

  bool is_sentence(std::size_t i) const { return line(i).words.size() >= 80 && ends_sentence(line(i).words) && line(i).linked * 2 < line(i).words.size(); }

  // Short lines in boxes that hold no sentence: names of boxes, links, buttons.
  void strays() {
    std::set<std::uint32_t> homes;  // the elements around elements that hold sentences
    for (std::size_t i = 0; i < size(); ++i)
      if (!decisions_[i] && is_sentence(i)) homes.insert(line(i).element), homes.insert(tree_.nodes[line(i).element].parent);
    if (homes.empty()) return;
    for (std::size_t i = 0; i < size(); ++i) {
      const Line& l = line(i);
      if (decisions_[i] || l.place != Place::paragraph || l.words.size() >= 80 || ends_sentence(l.words)) continue;
      if (!homes.contains(l.element) && !homes.contains(tree_.nodes[l.element].parent)) decide(i, "navigation", "block/stray", kByLinks);
    }
  }

  bool junk_until_heading(std::size_t i) const {
    for (; i < size(); ++i) {
      if (!decisions_[i]) return line(i).place == Place::heading;
      if (line(i).place == Place::heading) return true;
    }
    return true;
  }

  const html::Tree& tree_;
  const std::vector<Line>& lines_;
  const std::vector<Marks>& marks_;
  const Region& region_;
  std::vector<Decision> decisions_;
  std::vector<Marks> around_;
};

}  // namespace

std::vector<Decision> classify(const html::Tree& tree, const std::vector<Line>& lines, const std::vector<Marks>& marks, const Region& region, std::string_view title) {
  return Classifier(tree, lines, marks, region).classify(title);
}

}  // namespace extract
