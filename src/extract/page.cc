#include "extract/page.h"

#include "extract/classify.h"
#include "extract/element_names.h"
#include "extract/metadata.h"
#include "extract/page_lines.h"
#include "extract/region.h"
#include "html/tree.h"

namespace extract {

namespace {

constexpr std::size_t kSmallPiece = 3;  // a page that shows less than a third of the body hides the article

std::vector<document::Block> blocks_of(const std::vector<std::string_view>& lines, const std::vector<Decision>& decisions, std::string& text) {
  std::vector<document::Block> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!text.empty()) text += '\n';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += lines[i];
    document::Block block{.id = document::BlockId("b" + std::to_string(i + 1)),
                          .span = {begin, static_cast<std::uint32_t>(text.size())},
                          .role = decisions[i].role,
                          .excluded = is_excluded(decisions[i].role)};
    if (decisions[i]) block.origin = document::Origin{.by = document::AgentId("a1"), .method = decisions[i].rule, .confidence = decisions[i].confidence};
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace

Page read_page(std::string_view utf8, std::string_view url) {
  const html::Tree tree = html::parse(utf8);
  const std::vector<Line> lines = lines_of(tree);
  const std::vector<Marks> marks = marks_of(tree);
  const StructuredData data = read_structured_data(tree);
  const ArticleBody body(data.body());
  const Region region = find_region(tree, lines, marks, body);
  const Surroundings surroundings{tree, lines, marks, data, body, region};
  Metadata said = read_metadata(surroundings, url);
  std::vector<Decision> decisions = classify(surroundings, said);

  Page page;
  std::size_t kept_words = 0;
  std::vector<std::string_view> words;
  for (std::size_t i = region.head; i < region.end; ++i) {
    words.push_back(lines[i].words);
    const Decision& decision = decisions[i - region.head];
    if (!is_excluded(decision.role)) kept_words += count_words(lines[i].words);
  }
  if (body.tells() && kept_words * kSmallPiece < body.words()) {
    words.clear();
    decisions.clear();
    for (const std::string& paragraph : body.paragraphs()) {
      words.push_back(paragraph);
      decisions.push_back(boilerplate(paragraph, said.language));
    }
    page.notice = "The page shows only a piece of its article; the text was read from the data that it holds for search engines.";
  } else if (tree.flattened) {
    page.notice = "The page is nested too deep to be read as it was built; all of its text is here, but junk may be among it.";
  }
  std::string text;
  page.article.blocks = blocks_of(words, decisions, text);
  page.article.text = document::SharedText(std::move(text));
  page.article.title = std::move(said.title);
  page.article.authors = std::move(said.authors);
  page.article.published = std::move(said.published);
  page.article.publisher = std::move(said.site);
  page.article.language = std::move(said.language);
  page.article.direction = std::move(said.direction);
  page.article.url = url.empty() ? std::move(said.address) : std::string(url);
  return page;
}

}  // namespace extract
