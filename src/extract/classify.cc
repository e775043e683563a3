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
constexpr std::size_t kBoxBytes = 500;  // a link with its teaser; what is longer is a text with a linked heading
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
  Classifier(const Surroundings& page, const Metadata& said)
      : page_(page), tree_(page.tree), lines_(page.lines), marks_(page.marks), region_(page.region), said_(said),
        decisions_(page.region.end - page.region.head), around_(page.tree.nodes.size(), 0) {}

  std::vector<Decision> classify() {
    inherit_marks();
    by_title(said_.title);
    by_words();
    by_author();
    by_body();
    boxes_by_heading();
    by_element();
    by_links();
    link_boxes();
    teasers_at_end();
    before_article();
    lone_headings();
    strays();
    keep_something();
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
  std::size_t held_by(std::uint32_t node) const { return text_before_[line_at(tree_.nodes[node].end)] - text_before_[line_at(node)]; }
  const Line& line(std::size_t i) const { return lines_[region_.head + i]; }
  std::size_t size() const { return decisions_.size(); }

  void decide(std::size_t i, const std::string& role, std::string rule, int confidence) {
    decisions_[i] = {document::BlockRole(role), std::move(rule), confidence};
  }

  // What stands around each line inside the region. Names of an element that holds much of the region say nothing
  // about its lines: the whole page may be called "has-sidebar".
  void inherit_marks() {
    text_before_.assign(lines_.size() + 1, 0);
    for (std::size_t i = 0; i < lines_.size(); ++i) text_before_[i + 1] = text_before_[i] + (lines_[i].words.size() > 80 ? lines_[i].words.size() - lines_[i].linked : 0);
    const std::size_t all = text_before_[region_.end] - text_before_[region_.begin];
    for (std::uint32_t i = region_.element + 1; i < end_of_region(); ++i) {
      const html::Node& node = tree_.nodes[i];
      if (node.tag == Tag::text) continue;
      Marks own = marks_[i];
      if (own && held_by(i) * 20 > all * (own & bit(Mark::cookie) ? 19u : 8u)) own = 0;
      // A lead is called a teaser, too. And the article's body inside a box of another name is still the body.
      if (own & bit(Mark::lead)) own &= ~(bit(Mark::lead) | bit(Mark::related_link) | bit(Mark::caption));
      if (own & bit(Mark::body)) own = 0;
      else own |= node.parent == region_.element ? 0 : around_[node.parent];
      around_[i] = own;
    }
  }

  void by_title(std::string_view title) {
    const std::string packed = letters(title);
    if (packed.size() < 8) return;
    for (std::size_t i = 0; i < size(); ++i) {
      if (line(i).words.size() > 2 * title.size() + 20) continue;
      const std::string words = letters(line(i).words);
      // A heading may begin with the name of a section.
      if (words == packed || (line(i).place == Place::title && words.ends_with(packed))) decide(i, "title", "block/title", kByPlace);
    }
  }

  void by_words() {
    for (std::size_t i = 0; i < size(); ++i) {
      if (decisions_[i] || line(i).place == Place::preformatted) continue;
      decisions_[i] = boilerplate(line(i).words, said_.language);
      const bool at_edge = i < kEdge || i + kEdge > size();
      if (!decisions_[i] && at_edge && line(i).place == Place::paragraph && !date_of_line(line(i).words).empty()) decide(i, "date", "block/date", kByElement);
      if (!decisions_[i] && line(i).place == Place::paragraph && !has_letters(line(i).words)) decide(i, "navigation", "block/no-words", kByElement);
    }
  }

  // What stands in the body that the page gives to search engines is the article; and where that is all of the
  // article, nothing after its last line is.
  void by_body() {
    held_.assign(size(), false);
    if (!page_.body.tells()) return;
    std::size_t words = 0, open_words = 0, last = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      if (decisions_[i]) continue;
      held_[i] = page_.body.holds(line(i).words);
      const std::size_t count = count_words(line(i).words);
      open_words += is_sentence(i) ? count : 0;
      if (held_[i]) words += count, last = i;
    }
    if (words * 10 < page_.body.words() * 8 || words * 10 < open_words * 6) return;
    for (std::size_t i = last + 1; i < size(); ++i)
      if (!decisions_[i]) decide(i, "related-link", "block/after-body", kByElement);
  }

  // "Jane Roe is …" below an article by Jane Roe, or her name alone.
  void by_author() {
    for (const std::string& author : said_.authors) {
      const std::string first_name = author.substr(0, author.find(' '));
      for (std::size_t i = 0; i < size(); ++i) {
        const std::string_view words = line(i).words;
        if (decisions_[i] || line(i).place == Place::cell) continue;
        if (words == author) {
          decide(i, "byline", "block/byline", kByElement);
          continue;
        }
        const bool at_end = i * 5 >= size() * 4 || i + kEdge > size();
        const std::string_view name = words.starts_with(author) ? std::string_view(author) : words.starts_with(first_name) && at_end ? std::string_view(first_name) : std::string_view();
        if (name.empty() || (!at_end && i >= kEdge) || count_words(words) > 120) continue;
        std::string_view rest = words.substr(name.size());
        if (rest.starts_with(',')) rest.remove_prefix(1);
        for (const std::string_view verb : {" is ", " is the ", " has been ", " writes ", " covers ", " reports ", " joined ", " works ", " was ", " has written ", " has covered ", " ist ", " schreibt ", " est ", " es "})
          if (rest.starts_with(verb)) {
            decide(i, "author-bio", "block/author-bio", kByElement);
            break;
          }
      }
    }
  }

  // A line such as "More on this story" speaks for the box that it heads.
  void boxes_by_heading() {
    constexpr std::size_t kHeadingWords = 8;
    for (std::size_t i = 0; i < size(); ++i) {
      const std::string& role = decisions_[i].role.name();
      if (!decisions_[i] || (role != "related-link" && role != "comment") || count_words(line(i).words) > kHeadingWords || line(i).words.find('|') != std::string::npos) continue;
      // The list below it, at least.
      for (std::size_t k = i + 1; k < size() && line(k).place == Place::list_item && line(i).place != Place::list_item; ++k)
        if (!decisions_[k]) decide(k, role, "block/" + role + "-box", kByElement);
      std::uint32_t box = line(i).element;
      while (box > region_.element && line_at(tree_.nodes[box].end) - line_at(box) < 2) box = tree_.nodes[box].parent;
      const std::size_t first = line_at(box), end = line_at(tree_.nodes[box].end);
      // What comes before it in its element is not headed by it: then the element is no box of its own.
      if (box <= region_.element || first != region_.head + i || held_by(box) * 4 > text_before_[region_.end] - text_before_[region_.begin]) continue;
      for (std::size_t k = first; k < end; ++k)
        if (k >= region_.head && k < region_.end && !decisions_[k - region_.head]) decide(k - region_.head, role, "block/" + role + "-box", kByElement);
    }
  }

  void by_element() {
    for (std::size_t i = 0; i < size(); ++i) {
      const Marks around = around_[line(i).element] | marks_around_first_word(i);
      if (decisions_[i] || held_[i] || !around) continue;
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
      if (decisions_[i] || held_[i] || l.linked * 10 < l.words.size() * 8) continue;
      if (l.place == Place::heading || l.place == Place::title || l.place == Place::preformatted || l.place == Place::block_quote) continue;
      const std::size_t words = count_words(l.words);
      // A lead may be one link, and so may a sentence.
      if (words >= 15 && ends_sentence(l.words)) continue;
      decide(i, "related-link", "block/linked", kByLinks);
    }
  }

  // A row of boxes (items of a list, cards) each of which has a line that is one link, with or without a teaser
  // below it.
  void link_boxes() {
    std::vector<std::size_t> bytes_before(lines_.size() + 1, 0), links_before(lines_.size() + 1, 0);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool is_link = lines_[i].linked >= 20 && lines_[i].linked * 10 >= lines_[i].words.size() * 9;
      bytes_before[i + 1] = bytes_before[i] + lines_[i].words.size();
      links_before[i + 1] = links_before[i] + is_link;
    }
    for (std::uint32_t row = region_.element; row < end_of_region(); ++row) {
      const Tag row_tag = tree_.nodes[row].tag;
      if (row_tag == Tag::text || row_tag == Tag::p || row_tag == Tag::pre || row_tag == Tag::table || row_tag == Tag::tr) continue;
      std::size_t boxes = 0, linked = 0, words = 0;
      for (std::uint32_t box = tree_.nodes[row].first_child; box; box = tree_.nodes[box].next) {
        if (!is_box(box)) continue;
        const std::size_t first = line_at(box), end = line_at(tree_.nodes[box].end);
        words += bytes_before[end] - bytes_before[first];
        boxes += end > first;
        linked += links_before[end] > links_before[first];
      }
      const bool is_list = row_tag == Tag::ul || row_tag == Tag::ol;
      if (linked < (is_list ? 2u : 3u) || linked * 10 < boxes * (is_list ? 6 : 8) || words > boxes * kBoxBytes) continue;
      for (std::uint32_t box = tree_.nodes[row].first_child; box; box = tree_.nodes[box].next)
        for (std::size_t i = line_at(box); is_box(box) && i < lines_.size() && lines_[i].first < tree_.nodes[box].end; ++i)
          if (i >= region_.head && i < region_.end && !decisions_[i - region_.head]) decide(i - region_.head, "related-link", "block/link-list", kByLinks);
    }
  }

  bool is_box(std::uint32_t node) const {
    const Tag tag = tree_.nodes[node].tag;
    return tag == Tag::li || tag == Tag::div || tag == Tag::article || tag == Tag::section || tag == Tag::a;
  }

  // At the end, links each with a line or two below it: the teasers of other articles. Where they are most of the
  // page, they are its article.
  void teasers_at_end() {
    constexpr std::size_t kLinks = 3, kLinesBetween = 2, kTeaserBytes = 500;
    std::size_t links = 0, between = 0, start = size(), open_bytes = 0, teaser_bytes = 0, bytes = 0;
    for (std::size_t i = 0; i < size(); ++i) open_bytes += decisions_[i] ? 0 : line(i).words.size();
    for (std::size_t i = size(); i-- > region_.begin - region_.head;) {
      const Line& l = line(i);
      const bool is_link = l.linked >= 15 && l.linked * 10 >= l.words.size() * 8;
      if (decisions_[i] && !is_link) continue;
      bytes += decisions_[i] ? 0 : l.words.size();
      if (is_link) {
        ++links;
        between = 0;
        start = i;
        teaser_bytes = bytes;
      } else if (++between > kLinesBetween || l.words.size() > kTeaserBytes || held_[i]) {
        break;
      }
    }
    if (links < kLinks || teaser_bytes * 2 > open_bytes) return;
    // Links between the last paragraphs of an article stand beside them.
    std::set<std::uint32_t> homes;
    for (std::size_t i = 0; i < start; ++i)
      if (!decisions_[i] && is_sentence(i)) homes.insert(tree_.nodes[line(i).element].parent);
    for (std::size_t i = start; i < size(); ++i)
      if (!decisions_[i] && !homes.contains(tree_.nodes[line(i).element].parent)) decide(i, "teaser", "block/teasers-at-end", kByLinks);
  }

  // Between the page's heading and the article only a lead belongs to it.
  void before_article() {
    constexpr Marks kNoLead = bit(Mark::navigation) | bit(Mark::comment) | bit(Mark::newsletter) | bit(Mark::cookie) | bit(Mark::paywall) | bit(Mark::advert) |
                              bit(Mark::related_link) | bit(Mark::author_bio) | bit(Mark::caption) | bit(Mark::aside) | bit(Mark::tags);
    const std::string description = letters(said_.description);
    for (std::size_t i = 0; i < region_.begin - region_.head; ++i) {
      if (decisions_[i]) continue;
      const Line& l = line(i);
      Marks around = 0;
      for (std::uint32_t node = l.element; node && tree_.nodes[node].end <= region_.element; node = tree_.nodes[node].parent) {
        Marks own = marks_[node];
        if (own & (bit(Mark::lead) | bit(Mark::body))) own &= ~(bit(Mark::related_link) | bit(Mark::caption));
        around |= own;
      }
      const std::string packed = letters(l.words);
      const bool described = packed.size() >= 25 && description.starts_with(packed.substr(0, description.size()));
      const bool is_text = (l.place == Place::paragraph || l.place == Place::heading || (l.place == Place::list_item && ends_sentence(l.words))) && l.linked * 2 < l.words.size();
      const bool lead = is_text && !(around & kNoLead) && count_words(l.words) >= kLeadWords;
      if (!lead && !described) decide(i, "navigation", "block/before-article", kByPlace);
    }
  }

  void lone_headings() {
    // A lead may stand in a heading; it is a sentence.
    const auto is_heading = [&](std::size_t i) {
      return (line(i).place == Place::heading || line(i).place == Place::title) && !(ends_sentence(line(i).words) && count_words(line(i).words) >= kLeadWords);
    };
    const auto is_content = [&](std::size_t i) { return !decisions_[i] && !is_heading(i); };
    bool any = false;
    for (std::size_t i = 0; i < size(); ++i) any |= is_content(i);
    if (!any) return;
    bool content = false;
    for (std::size_t i = size(); i-- > 0;) {
      if (decisions_[i]) continue;
      // A linked heading leads elsewhere, unless the article goes on below it.
      const bool leads_away = is_heading(i) && line(i).linked * 10 >= line(i).words.size() * 8 && (i + 1 == size() || !is_content(i + 1));
      if (leads_away) decide(i, "related-link", "block/linked", kByLinks);
      else if (!is_heading(i)) content = true;
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

  // A page of which nothing is left is what the surer rules alone leave of it.
  void keep_something() {
    if (std::any_of(decisions_.begin(), decisions_.end(), [](const Decision& d) { return !d; })) return;
    for (std::size_t i = region_.begin - region_.head; i < size(); ++i)
      if (decisions_[i].confidence <= kByElement) decisions_[i] = {};
  }

  bool junk_until_heading(std::size_t i) const {
    for (; i < size(); ++i) {
      if (!decisions_[i]) return line(i).place == Place::heading;
      if (line(i).place == Place::heading) return true;
    }
    return true;
  }

  const Surroundings& page_;
  const html::Tree& tree_;
  const std::vector<Line>& lines_;
  const std::vector<Marks>& marks_;
  const Region region_;
  std::vector<bool> held_;  // the line stands in the body
  const Metadata& said_;
  std::vector<Decision> decisions_;
  std::vector<Marks> around_;              // of each element: what its names and those of elements around it say
  std::vector<std::size_t> text_before_;  // bytes of long, unlinked lines before each line
};

}  // namespace

std::vector<Decision> classify(const Surroundings& page, const Metadata& said) { return Classifier(page, said).classify(); }

}  // namespace extract
