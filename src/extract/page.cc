#include "extract/page.h"

#include "extract/boilerplate.h"
#include "extract/element_names.h"
#include "extract/metadata.h"
#include "extract/page_lines.h"
#include "extract/region.h"
#include "extract/teasers.h"
#include "html/tree.h"

namespace extract {
namespace {

document::BlockRole role_of(Place place) {
  switch (place) {
    case Place::title: return document::kTitle;
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

}  // namespace

Page read_page(std::string_view utf8, std::string_view url) {
  Page page;
  const html::Tree tree = html::parse(utf8);
  const std::vector<Line> lines = lines_of(tree);
  const std::vector<Marks> marks = marks_of(tree);
  const Region region = find_region(tree, lines, marks);
  std::vector<std::string_view> words;
  std::vector<Decision> decisions;
  for (std::size_t i = region.begin; i < region.end; ++i) {
    words.push_back(lines[i].words);
    decisions.push_back(boilerplate(lines[i].words));
  }
  const std::vector<Decision> teasers = find_teasers(words, decisions);
  std::string text;
  std::vector<document::Block> blocks;
  for (std::size_t i = region.begin; i < region.end; ++i) {
    if (!text.empty()) text += '\n';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += lines[i].words;
    document::Block block{.id = document::BlockId("b" + std::to_string(blocks.size() + 1)),
                          .span = {begin, static_cast<std::uint32_t>(text.size())},
                          .role = role_of(lines[i].place)};
    Decision decision = decisions[i - region.begin];
    if (teasers[i - region.begin]) decision = teasers[i - region.begin];
    if (!decision && is_excluded(block.role)) decision = {block.role, "block/" + block.role.name(), 900};
    if (decision) {
      block.role = decision.role;
      block.excluded = is_excluded(decision.role);
      block.origin = document::Origin{.by = document::AgentId("a1"), .method = decision.rule, .confidence = decision.confidence};
    }
    blocks.push_back(std::move(block));
  }
  page.article.text = document::SharedText(std::move(text));
  page.article.blocks = std::move(blocks);
  Metadata said = read_metadata({tree, lines, marks, region}, url);
  page.article.title = std::move(said.title);
  page.article.authors = std::move(said.authors);
  page.article.published = std::move(said.published);
  page.article.publisher = std::move(said.site);
  page.article.language = std::move(said.language);
  page.article.direction = std::move(said.direction);
  page.article.url = url.empty() ? std::move(said.address) : std::string(url);
  if (tree.flattened) page.notice = "The page is nested too deep to be read as it was built; all of its text is here, but junk may be among it.";
  return page;
}

}  // namespace extract
