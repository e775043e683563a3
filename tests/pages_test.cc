// Whole pages and pasted texts, written for what goes wrong in extraction; a folder's name says what. Each has
//
//   source.*                    what came in: .html, .xhtml, .txt, .md, .eml, .mhtml, .webarchive
//   expected.txt                its blocks: a line for each, "- role | " before those that are excluded
//   expected.json               what is known about the article
//
// QUOTH_UPDATE=1 build/native/quoth_tests --gtest_filter='*Pages*' rewrites what is expected; review the difference.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "extract/extract.h"
#include "support/files.h"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> pages() {
  std::vector<fs::path> all;
  for (const auto& entry : fs::directory_iterator(SOURCE_DIR "/tests/pages")) all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  return all;
}

std::string in_quotes(std::string_view s) {
  std::string out = "\"";
  for (const char c : s) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string blocks_of(const document::Article& article) {
  std::string out;
  for (const document::Block& block : article.blocks) {
    if (block.excluded) out += "- " + block.role.name() + " | ";
    else if (block.role != document::kParagraph) out += "+ " + block.role.name() + " | ";
    out += std::string(text::slice(article.text.view(), block.span)) + "\n";
  }
  return out;
}

std::string facts_of(const extract::Extracted& extracted) {
  const document::Article& a = extracted.article;
  std::string authors;
  for (const std::string& author : a.authors) authors += (authors.empty() ? "" : ", ") + in_quotes(author);
  return "{\n  \"title\": " + in_quotes(a.title) + ",\n  \"authors\": [" + authors + "],\n  \"published\": " + in_quotes(a.published) +
         ",\n  \"url\": " + in_quotes(a.url) + ",\n  \"retrieved\": " + in_quotes(a.retrieved) + ",\n  \"publisher\": " + in_quotes(a.publisher) + ",\n  \"language\": " + in_quotes(a.language) + ",\n  \"direction\": " + in_quotes(a.direction) +
         ",\n  \"notice\": " + in_quotes(extracted.notice) + "\n}\n";
}

fs::path source_in(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().stem() == "source") return entry.path();
  return folder / "source.html";
}

class Pages : public testing::TestWithParam<fs::path> {};

TEST_P(Pages, BecomeWhatIsExpected) {
  const fs::path folder = GetParam();
  const fs::path source = source_in(folder);
  const extract::Extracted extracted = extract::article({.bytes = support::read_file(source), .name = source.filename().string()});
  for (const document::Block& block : extracted.article.blocks) {
    const bool says_why = !block.excluded || (block.origin && block.origin->method.starts_with("block/"));
    EXPECT_TRUE(says_why) << "an excluded block does not say why: " << block.id.text();
  }
  const std::string blocks = blocks_of(extracted.article), facts = facts_of(extracted);
  if (std::getenv("QUOTH_UPDATE")) {
    std::ofstream(folder / "expected.txt", std::ios::binary) << blocks;
    std::ofstream(folder / "expected.json", std::ios::binary) << facts;
    return;
  }
  EXPECT_EQ(blocks, support::read_file(folder / "expected.txt")) << source;
  EXPECT_EQ(facts, support::read_file(folder / "expected.json")) << source;
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.filename().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(OfEveryKind, Pages, testing::ValuesIn(pages()), name_of);

}  // namespace
