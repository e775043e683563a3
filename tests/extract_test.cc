// From pages and pasted text to articles.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <string>

#include "extract/boilerplate.h"
#include "extract/element_names.h"
#include "extract/extract.h"
#include "extract/plain_text.h"
#include "extract/teasers.h"
#include "rules/embedded.h"
#include "rules/table.h"

namespace {

using extract::Kind;

document::Article article_of(std::string bytes, Kind kind = Kind::automatic) { return extract::article({.bytes = std::move(bytes), .kind = kind}).article; }

std::string words(const document::Article& article, const document::Block& block) { return std::string(text::slice(article.text.view(), block.span)); }

// What is left when excluded blocks are taken away.
std::string kept(const document::Article& article) {
  std::string out;
  for (const document::Block& block : article.blocks)
    if (!block.excluded) out += (out.empty() ? "" : "\n") + words(article, block);
  return out;
}

std::string roles(const document::Article& article) {
  std::string out;
  for (const document::Block& block : article.blocks) out += (out.empty() ? "" : " ") + block.role.name();
  return out;
}

std::string last_role(const document::Article& article) { return article.blocks.empty() ? std::string() : article.blocks.back().role.name(); }

// --- Rows of the tables are tests -----------------------------------------------------------------

TEST(ExtractRules, EveryBoilerplateRowMatchesItsYesAndNotItsNo) {
  for (const rules::EmbeddedFile& file : rules::embedded_files()) {
    if (!file.path.ends_with("/boilerplate.tsv")) continue;
    const rules::Table table = rules::load(file.path);
    const std::string language(file.path.substr(6, 2));
    for (const auto& row : table.rows) {
      const RE2 pattern{std::string(table.cell(row, "pattern")), RE2::Latin1};
      const std::string yes(table.cell(row, "yes")), no(table.cell(row, "no"));
      const auto most = static_cast<std::size_t>(std::stoi(std::string(table.cell(row, "most"))));
      EXPECT_TRUE(RE2::PartialMatch(yes, pattern) && extract::count_words(yes) <= most) << table.path << ":" << row.line << "\n  " << yes;
      EXPECT_FALSE(RE2::PartialMatch(no, pattern) && extract::count_words(no) <= most) << table.path << ":" << row.line << "\n  " << no;
      EXPECT_FALSE(extract::boilerplate(no, language)) << table.path << ":" << row.line << " (another row matches) " << extract::boilerplate(no, language).rule << "\n  " << no;
    }
  }
}

TEST(ExtractRules, EveryElementNameRowMatchesItsYesAndNotItsNo) {
  const rules::Table table = rules::load("rules/element_names.tsv");
  for (const auto& row : table.rows) {
    const RE2 pattern{std::string(table.cell(row, "pattern"))};
    EXPECT_TRUE(RE2::PartialMatch(std::string(table.cell(row, "yes")), pattern)) << table.path << ":" << row.line;
    EXPECT_FALSE(RE2::PartialMatch(std::string(table.cell(row, "no")), pattern)) << table.path << ":" << row.line;
  }
}

TEST(ExtractRules, EveryBlockRoleIsGivenToItsExample) {
  const rules::Table table = rules::load("rules/block_roles.tsv");
  for (const auto& row : table.rows) {
    const std::string role(table.cell(row, "role"));
    EXPECT_EQ(last_role(article_of(std::string(table.cell(row, "yes")))), role) << table.path << ":" << row.line;
    EXPECT_NE(last_role(article_of(std::string(table.cell(row, "no")))), role) << table.path << ":" << row.line;
    EXPECT_EQ(extract::is_excluded(document::BlockRole(role)), table.cell(row, "excluded") == "yes");
  }
}

TEST(ExtractRules, NamesWithACapitalInsideAreNotGluedWords) {
  const rules::Table table = rules::load("rules/camel_case.tsv");
  for (const auto& row : table.rows) {
    EXPECT_EQ(extract::count_glued_words(table.cell(row, "yes")), 0) << table.path << ":" << row.line;
    EXPECT_EQ(extract::count_glued_words(table.cell(row, "no")), 0) << table.path << ":" << row.line;
  }
}

// --- Plain text -----------------------------------------------------------------------------------

TEST(PlainText, EachLineIsABlockAndTheTextIsNotTouched) {
  const std::string text = "First paragraph, “quoted”.\n\n  Second paragraph.\t\nThird.";
  const document::Article article = article_of(text);
  EXPECT_EQ(article.text.view(), text);
  EXPECT_EQ(kept(article), "First paragraph, “quoted”.\nSecond paragraph.\nThird.");
  EXPECT_EQ(article.blocks[1].id.text(), "b2");
  EXPECT_TRUE(article.title_derived);
}

TEST(PlainText, LinesThatWereWrappedByHandAreOneParagraph) {
  const std::string text =
      "The council met on Monday to hear what the engineers\n"
      "had found under the old bridge, and nobody who was\n"
      "there will forget it soon.\n"
      "\n"
      "“We were all afraid of it,” said the engineer, who had\n"
      "come with maps and a bucket.\n";
  const document::Article article = article_of(text);
  ASSERT_EQ(article.blocks.size(), 2u);
  EXPECT_EQ(words(article, article.blocks[1]), text.substr(text.find("“We"), text.size() - 1 - text.find("“We")));
  EXPECT_EQ(article.text.view(), text);
}

TEST(PlainText, ShortLinesAreNotJoined) { EXPECT_EQ(article_of("Red\nGreen\nBlue\nA longer line\nBlack").blocks.size(), 5u); }

TEST(PlainText, AnExcludedBlockSaysWhichRuleAndHowSure) {
  const document::Article article = article_of("RELATED STORY | Mayor opens the bridge\nThe bridge opened on Monday.");
  EXPECT_EQ(roles(article), "related-link paragraph");
  EXPECT_TRUE(article.blocks[0].excluded);
  ASSERT_TRUE(article.blocks[0].origin.has_value());
  EXPECT_EQ(article.blocks[0].origin->method, "block/related-link");
  EXPECT_EQ(article.blocks[0].origin->by.text(), "a1");
  EXPECT_GT(article.blocks[0].origin->confidence.value_or(0), 900);
  EXPECT_FALSE(article.blocks[1].origin.has_value());
}

TEST(PlainText, ARowOfTeasersAtTheEndIsExcludedWithTheCompleteOnesInIt) {
  const std::string body =
      "The bridge opened on Monday after nine years of work, and the mayor of Northport was the first to cross it on foot.\n"
      "“It is a good day for both towns,” she said. “Nobody believed in it, and here we stand. I thank all who worked on it, "
      "and those who paid for it, and those who waited for it, which was the hardest part of all.”\n";
  const std::string teasers =
      "Jane RoeHarbour correspondent in NorthportAgencyThe mayor of Northport (right) waves at her last rally in SouthportVoters are going to t\n"
      "On the eve of the feast that both towns keep in May, the council has opened talks with the harbour company over the old docks\n"
      "Northport’s push to build a second bridge has worried those who live beside the first one.";
  const document::Article article = article_of(body + teasers);
  EXPECT_EQ(roles(article), "paragraph paragraph teaser teaser teaser");
  EXPECT_EQ(kept(article) + "\n", body);
}

TEST(PlainText, OneLineWithoutAStopAtTheEndIsNoTeaser) {
  EXPECT_EQ(roles(article_of("The bridge opened on Monday after nine years of work.\nThe mayor of Northport was the first to cross it on foot, and behind her came the others")),
            "paragraph paragraph");
}

TEST(PlainText, HeadlineAndTeaserRunTogetherAreSeenByTheCapital) {
  EXPECT_EQ(extract::count_glued_words("Envoy praises talks, mayor saysThe mayor of Northport"), 2);
  EXPECT_EQ(extract::count_glued_words("The envoy saysUS ships left the BerlinReuters room"), 3);
  EXPECT_EQ(extract::count_glued_words("McDonald met MacArthur on YouTube, DeSantis in the USA"), 0);
}

// --- Any bytes ------------------------------------------------------------------------------------

TEST(AnyBytes, NothingIsAnArticleWithoutBlocks) {
  for (const char* nothing : {"", " ", "\n\n", "\xEF\xBB\xBF", "<html></html>"}) {
    const document::Article article = article_of(nothing);
    EXPECT_TRUE(article.blocks.empty());
    EXPECT_EQ(article.title, "");
  }
}

TEST(AnyBytes, BlocksAreInOrderInsideTheTextWhateverComesIn) {
  std::uint32_t random = 1;
  for (int round = 0; round < 300; ++round) {
    std::string bytes = round % 2 ? "<html><body>" : "";
    for (int i = 0; i < 200; ++i) {
      random = random * 1664525 + 1013904223;
      static const char* const pieces[] = {"<p>", "</p>", "<div class='a b'>", "\n", "a", " ", "\xFF", "\xC3", "“", "<b", ">", "&amp;", "<!--", "-->", "\0x", "Word ", "<table>", "<script>", "'", "\""};
      const unsigned piece = random >> 16;
      if (piece % 7 == 0) bytes += static_cast<char>(random >> 24);
      else bytes += pieces[piece % std::size(pieces)];
    }
    const document::Article article = article_of(bytes);
    std::uint32_t at = 0;
    for (const document::Block& block : article.blocks) {
      ASSERT_LE(at, block.span.begin);
      ASSERT_LT(block.span.begin, block.span.end);
      at = block.span.end;
    }
    ASSERT_LE(at, article.text.view().size());
  }
}

TEST(AnyBytes, OneLineOfMegabytesIsOneBlock) {
  std::string line;
  while (line.size() < 2000000) line += "word and word, ";
  EXPECT_EQ(article_of(line).blocks.size(), 1u);
}

TEST(AnyBytes, TheKindIsSeenInTheFirstBytes) {
  EXPECT_EQ(kept(article_of("<!doctype html><p>The bridge.</p>")), "The bridge.");
  EXPECT_EQ(kept(article_of("1 < 2, and <p> is a tag.")), "1 < 2, and <p> is a tag.");
  EXPECT_EQ(kept(article_of("<p>Pasted <b>piece</b> of a page.</p>")), "Pasted piece of a page.");
}

}  // namespace
