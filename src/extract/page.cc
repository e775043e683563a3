#include "extract/page.h"

#include "extract/classify.h"
#include "extract/element_names.h"
#include "extract/metadata.h"
#include "extract/page_lines.h"
#include "extract/region.h"
#include "html/tree.h"

namespace extract {

Page read_page(std::string_view utf8, std::string_view url) {
  const html::Tree tree = html::parse(utf8);
  const std::vector<Line> lines = lines_of(tree);
  const std::vector<Marks> marks = marks_of(tree);
  const Region region = find_region(tree, lines, marks);
  Metadata said = read_metadata({tree, lines, marks, region}, url);
  const std::vector<Decision> decisions = classify({tree, lines, marks, region}, said);

  std::string text;
  std::vector<document::Block> blocks;
  for (std::size_t i = region.head; i < region.end; ++i) {
    if (!text.empty()) text += '\n';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += lines[i].words;
    const Decision& decision = decisions[i - region.head];
    document::Block block{.id = document::BlockId("b" + std::to_string(blocks.size() + 1)),
                          .span = {begin, static_cast<std::uint32_t>(text.size())},
                          .role = decision.role,
                          .excluded = is_excluded(decision.role)};
    if (decision) block.origin = document::Origin{.by = document::AgentId("a1"), .method = decision.rule, .confidence = decision.confidence};
    blocks.push_back(std::move(block));
  }
  Page page;
  page.article.text = document::SharedText(std::move(text));
  page.article.blocks = std::move(blocks);
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
