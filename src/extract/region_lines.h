// The lines of the article's region while it is decided what each is (classify.h). The passes stand in four files:
//
//   classify_words.cc      by what a line says: headline, junk, the author, the body that the page gives to search engines
//   classify_elements.cc   by the names of the elements around it
//   classify_links.cc      by links: alone, in lists, with teasers
//   classify_place.cc      by where it stands: before the article, over nothing, in a box without a sentence
//
// A pass leaves alone what an earlier one has decided. Each is linear, but for a walk up from a line to its region.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/boilerplate.h"
#include "extract/metadata.h"

namespace extract {

inline constexpr int kByElement = 880, kByLinks = 850, kByPlace = 900;  // how sure, in thousandths
inline constexpr std::size_t kEdge = 15;  // lines at the start and end of a region among which bylines and dates stand
inline constexpr std::size_t kLeadWords = 7;

class RegionLines {
 public:
  RegionLines(const Surroundings& page, const Metadata& said);

  std::size_t size() const { return decisions.size(); }
  const Line& line(std::size_t i) const { return lines[region.head + i]; }
  void decide(std::size_t i, const std::string& role, std::string rule, int confidence) { decisions[i] = {document::BlockRole(role), std::move(rule), confidence}; }

  // The first line, of all the page's, in or after a node. Logarithmic.
  std::size_t line_at(std::uint32_t node) const;
  // Bytes of long, unlinked lines in an element.
  std::size_t held_by(std::uint32_t node) const { return text_before[line_at(tree.nodes[node].end)] - text_before[line_at(node)]; }
  std::uint32_t end_of_region() const { return region.element ? tree.nodes[region.element].end : static_cast<std::uint32_t>(tree.nodes.size()); }
  // Long, with a stop at its end, and not mostly links.
  bool is_sentence(std::size_t i) const;

  const html::Tree& tree;
  const std::vector<Line>& lines;
  const std::vector<Marks>& marks;
  const ArticleBody& body;
  const Metadata& said;
  const Region region;
  std::vector<Decision> decisions;
  std::vector<bool> held;             // the line stands in the body
  std::vector<Marks> around;          // of each element: what its names and those of elements around it say
  std::vector<std::size_t> text_before;  // bytes of long, unlinked lines before each line,
  std::vector<std::size_t> bytes_before, linked_before;  // of all lines, and of links
};

bool ends_sentence(std::string_view words);
std::string letters_and_digits(std::string_view);  // in small letters

void by_title(RegionLines&);
void by_words(RegionLines&);
void by_author(RegionLines&);
void by_body(RegionLines&);
void by_description(RegionLines&);
void boxes_by_heading(RegionLines&);
void by_element(RegionLines&);
void by_links(RegionLines&);
void link_boxes(RegionLines&);
void teasers_at_end(RegionLines&);
void before_article(RegionLines&);
void lone_headings(RegionLines&);
void strays(RegionLines&);

}  // namespace extract
