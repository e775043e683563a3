#include "extract/classify.h"

#include <algorithm>

#include "extract/region_lines.h"

namespace extract {
namespace {

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

// A page of which nothing is left is what the surer rules alone leave of it.
void keep_something(RegionLines& r) {
  if (std::any_of(r.decisions.begin(), r.decisions.end(), [](const Decision& d) { return !d; })) return;
  for (std::size_t i = r.region.begin - r.region.head; i < r.size(); ++i)
    if (r.decisions[i].confidence <= kByElement) r.decisions[i] = {};
}

}  // namespace

std::vector<Decision> classify(const Surroundings& page, const Metadata& said) {
  RegionLines r(page, said);
  for (const auto pass : {by_title, by_words, by_author, by_body, by_description, boxes_by_heading, by_element, by_links, link_boxes, teasers_at_end, before_article, lone_headings, strays, keep_something})
    pass(r);
  for (std::size_t i = 0; i < r.size(); ++i) {
    if (r.decisions[i]) continue;
    r.decisions[i].role = role_of(r.line(i).place);
    if (is_excluded(r.decisions[i].role)) r.decide(i, r.decisions[i].role.name(), "block/" + r.decisions[i].role.name(), kByPlace);
  }
  return std::move(r.decisions);
}

}  // namespace extract
