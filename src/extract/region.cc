#include "extract/region.h"

#include <algorithm>

#include "extract/region_lines.h"

namespace extract {
namespace {

using html::Tag;

// A line in an element with one of these names is hardly ever a paragraph of the article.
constexpr Marks kUnlikely = bit(Mark::navigation) | bit(Mark::comment) | bit(Mark::share) | bit(Mark::related_link) | bit(Mark::newsletter) |
                            bit(Mark::advert) | bit(Mark::cookie) | bit(Mark::paywall) | bit(Mark::caption) | bit(Mark::author_bio) |
                            bit(Mark::aside) | bit(Mark::tags) | bit(Mark::notice);
constexpr std::size_t kHeadLines = 60;  // between the heading and the article: bylines, dates, share buttons, a lead
constexpr int kLevels = 6;  // of elements above a paragraph that get a share of its vote

// How much a line looks like a paragraph: its words, more for commas and a stop at the end. 0: not at all.
std::int64_t weight_of(const Line& line) {
  if (line.words.size() < 25 || line.linked * 2 > line.words.size()) return 0;
  if (line.place == Place::caption || line.place == Place::title) return 0;
  const auto words = static_cast<std::int64_t>(count_words(line.words));
  const auto commas = static_cast<std::int64_t>(std::count(line.words.begin(), line.words.end(), ','));
  const char last = line.words.back();
  const bool stops = last == '.' || last == '!' || last == '?' || last == '"' || last == ':' || static_cast<unsigned char>(last) >= 0x80;
  std::int64_t weight = std::min<std::int64_t>(words, 80) + 2 * std::min<std::int64_t>(commas, 5);
  // Text without blanks between words (Chinese, Japanese) counts by its length.
  weight = std::max(weight, static_cast<std::int64_t>(std::min<std::size_t>(line.words.size() / 12, 60)));
  if (!stops) weight /= 4;
  if (line.place == Place::heading || line.place == Place::list_item) weight /= 3;
  return weight * static_cast<std::int64_t>(line.words.size() - line.linked) / static_cast<std::int64_t>(line.words.size());
}

std::size_t line_at_node(const std::vector<Line>& lines, std::uint32_t node) {
  return static_cast<std::size_t>(std::lower_bound(lines.begin(), lines.end(), node, [](const Line& l, std::uint32_t n) { return l.first < n; }) - lines.begin());
}

// What <title> says, to tell the headline where it is no <h1>.
std::string title_of(const html::Tree& tree) {
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i)
    if (tree.nodes[i].tag == Tag::title) return letters_and_digits(tree.words(tree.nodes[i + 1 < tree.nodes[i].end ? i + 1 : i]));
  return {};
}

Region region_at(const html::Tree& tree, const std::vector<Line>& lines, std::uint32_t element) {
  constexpr std::size_t kHeadline = 12;  // bytes; a shorter one is the name of a section
  const std::size_t begin = line_at_node(lines, element);
  const std::string title = title_of(tree);
  std::size_t head = begin;
  for (std::size_t i = begin; i > 0 && begin - i < kHeadLines; --i) {
    const Line& line = lines[i - 1];
    if (line.place == Place::title) {
      head = i - 1;
      break;
    }
    if (line.place != Place::heading || head < begin) continue;
    const std::string packed = letters_and_digits(line.words);
    if (packed.size() >= kHeadline && title.find(packed) != title.npos) head = i - 1;
  }
  return {element, begin, line_at_node(lines, tree.nodes[element].end), head};
}

// The region, or where it holds too little of the body: the smallest element around nearly all lines that stand in
// the body, if the page shows most of it. A body may be a mere piece of the article, so it never narrows a region.
Region region_with_body(const html::Tree& tree, const std::vector<Line>& lines, const ArticleBody& body, const Region& region) {
  if (!body.tells()) return region;
  std::vector<std::size_t> before(lines.size() + 1, 0);
  std::size_t words = 0, last = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool held = lines[i].words.size() >= 40 && body.holds(lines[i].words);
    before[i + 1] = before[i] + (held ? lines[i].words.size() : 0);
    if (held) words += count_words(lines[i].words), last = i;
  }
  const bool is_shown = words * 10 >= body.words() * 6;
  if (!is_shown || (before[region.end] - before[region.begin]) * 10 >= before.back() * 8) return region;
  for (std::uint32_t element = lines[last].element; element; element = tree.nodes[element].parent) {
    const std::size_t held = before[line_at_node(lines, tree.nodes[element].end)] - before[line_at_node(lines, element)];
    if (held * 10 >= before.back() * 9) return region_at(tree, lines, element);
  }
  return region;
}

}  // namespace

Region find_region(const html::Tree& tree, const std::vector<Line>& lines, const std::vector<Marks>& marks, const ArticleBody& body) {
  std::vector<std::int64_t> weights;
  weights.reserve(lines.size());
  std::int64_t all = 0;
  for (const Line& line : lines) all += weights.emplace_back(weight_of(line));
  // Sums over lines: what an element holds is a difference of two.
  std::vector<std::int64_t> before(lines.size() + 1, 0);
  for (std::size_t i = 0; i < lines.size(); ++i) before[i + 1] = before[i] + weights[i];
  const auto line_at = [&](std::uint32_t node) {
    return static_cast<std::size_t>(std::lower_bound(lines.begin(), lines.end(), node, [](const Line& l, std::uint32_t n) { return l.first < n; }) - lines.begin());
  };
  const auto held_by = [&](std::uint32_t node) { return before[line_at(tree.nodes[node].end)] - before[line_at(node)]; };

  // An element with an unlikely name that holds most of the page's paragraphs is the page; but a cookie text may be
  // longer than the article.
  std::vector<char> unlikely(tree.nodes.size(), 0);
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const html::Node& node = tree.nodes[i];
    unlikely[i] = unlikely[node.parent] || ((marks[i] & kUnlikely) && !(marks[i] & bit(Mark::body)) && held_by(i) * 20 < all * (marks[i] & bit(Mark::cookie) ? 19 : 10));
  }
  std::vector<std::int64_t> score(tree.nodes.size(), 0);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (unlikely[lines[i].element]) weights[i] = 0;
    std::uint32_t node = lines[i].element;
    std::int64_t vote = weights[i] * 60;
    for (int level = 0; level < kLevels && node; ++level, node = tree.nodes[node].parent)
      score[node] += level == 0 ? vote / 4 : level == 1 ? vote : level == 2 ? vote / 2 : vote / (3 * level);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) before[i + 1] = before[i] + weights[i];
  all = before.back();

  std::uint32_t best = 0;
  std::int64_t best_score = 0;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (!score[i]) continue;
    std::int64_t s = score[i];
    if (marks[i] & bit(Mark::body)) s = s * 3 / 2;
    if (tree.nodes[i].tag == Tag::article) s = s * 5 / 4;
    if (s > best_score) best = i, best_score = s;
  }
  if (!best) return {0, 0, lines.size(), 0};
  // Wider, while that brings much more of the same.
  for (std::uint32_t up = tree.nodes[best].parent; up; up = tree.nodes[up].parent) {
    const Tag tag = tree.nodes[up].tag;
    if (tag == Tag::html) break;
    const std::int64_t inner = held_by(best), outer = held_by(up);
    if (outer * 5 >= inner * 6) best = up;
  }
  return region_with_body(tree, lines, body, region_at(tree, lines, best));
}

}  // namespace extract
