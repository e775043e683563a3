// From pages and pasted text to articles.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <string>

#include "extract/boilerplate.h"
#include "extract/dates.h"
#include "extract/element_names.h"
#include "extract/extract.h"
#include "extract/json.h"
#include "extract/names.h"
#include "extract/plain_text.h"
#include "extract/teasers.h"
#include "extract/title.h"
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

TEST(PlainText, ALongLineDoesNotHinderThatOthersWereWrapped) {
  const std::string wrapped =
      "The council met on Monday to hear what the engineers\n"
      "had found under the old bridge, and nobody who was\n"
      "there will forget it soon.\n";
  const std::string long_line = "See all that was said on that day, in the order in which it was said, with pictures and the plan: https://example.org/northport/bridge\n";
  EXPECT_EQ(article_of(wrapped + "\n" + long_line + "\n" + wrapped).blocks.size(), 3u);
}

TEST(PlainText, ItemsOfAListAndTurnsOfATranscriptAreNotJoined) {
  const std::string turns =
      "MS. ROE: What did the engineers find under the bridge\n"
      "when they went there on Monday, and who was with them?\n"
      "MR. DOE: A crack, as long as a bus, in the third of the\n"
      "piers, and nobody who was there will forget it soon, I\n"
      "should think.\n";
  const document::Article article = article_of(turns);
  ASSERT_EQ(article.blocks.size(), 2u);
  EXPECT_EQ(words(article, article.blocks[1]).substr(0, 7), "MR. DOE");
}

TEST(PlainText, QuotedMailIsReadAndItsHeadersAndSignatureAreExcluded) {
  const document::Article article = article_of(
      "From: Jane Roe <jane@example.org>\nSubject: the bridge\n\nI told you so, and now the whole town knows of it, and nobody says a word.\n"
      "There is more of it below.\n\nOn Mon, 3 May 2021 at 10:15, John Doe wrote:\n> It will hold for a hundred years, I say.\n>\n> John\n\n-- \nJane Roe\n");
  EXPECT_EQ(roles(article), "mail-header mail-header paragraph paragraph mail-header block-quote block-quote signature signature");
}

TEST(PlainText, WhatIsQuotedAllThroughIsTheArticle) {
  EXPECT_EQ(roles(article_of("Look at this.\n\n> The bridge opened on Monday after nine years of work.\n> The mayor of Northport was the first to cross it on foot.\n")), "paragraph paragraph paragraph");
}

TEST(PlainText, SeveralArticlesAreCountedByTheirHeadings) {
  const std::string one = "Bridge opens after nine years\nBy Jane Roe\nMay 3, 2021\nThe bridge opened on Monday after nine years of work, and the mayor of Northport was the first to cross it on foot, "
                          "with all who had built it behind her, and half of the town behind them, in the rain.\n"
                          "“It is a good day for both towns,” she said, and she thanked all who had worked on it and those who had waited for it.\n\n";
  const std::string other = "Harbour to close in May\nNORTHPORT (Agency) — The harbour will close in May for as long as it takes to find out why its walls lean, the council said.\n";
  const extract::Extracted both = extract::article({.bytes = one + other});
  EXPECT_EQ(both.notice, "There seem to be 2 articles in this text; all are kept, each under its heading.");
  EXPECT_EQ(roles(both.article), "heading byline date paragraph paragraph heading paragraph");
  EXPECT_EQ(extract::article({.bytes = one}).notice, "");
}

TEST(PlainText, PageNumbersAndRunningHeadsOfAPrintedTextAreExcluded) {
  std::string printed;
  for (int page = 1; page <= 4; ++page) {
    for (int i = 0; i < 6; ++i) printed += "On page " + std::to_string(page) + " the report says that pier " + std::to_string(i) + " of the old bridge will not hold for long.\n\n";
    printed += "Northport Mail, " + std::to_string(page) + " May\n\n" + std::to_string(page) + "\n\n";
  }
  const document::Article article = article_of(printed);
  EXPECT_EQ(std::count_if(article.blocks.begin(), article.blocks.end(), [](const document::Block& b) { return b.excluded; }), 8);
}

TEST(PlainText, ANameInATranscriptIsNoRunningHead) {
  std::string turns;
  for (int i = 0; i < 9; ++i) turns += "Jane Roe\nThe bridge is safe, I say for time " + std::to_string(i) + ".\n";
  for (const document::Block& block : article_of(turns).blocks) EXPECT_FALSE(block.excluded);
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

// --- What a page says about itself ---------------------------------------------------------------

TEST(Dates, AreReadAsPagesOfManyLanguagesWriteThem) {
  using extract::read_date;
  EXPECT_EQ(read_date("2021-05-03T10:15:00+02:00"), "2021-05-03T10:15:00+02:00");
  EXPECT_EQ(read_date("Updated May 3, 2021 at 10:15"), "2021-05-03");
  EXPECT_EQ(read_date("Mon., Nov. 18th 2019"), "2019-11-18");
  EXPECT_EQ(read_date("3. März 2021"), "2021-03-03");
  EXPECT_EQ(read_date("le 18 décembre 2019 à 9h"), "2019-12-18");
  EXPECT_EQ(read_date("3 de mayo de 2021"), "2021-05-03");
  EXPECT_EQ(read_date("18 ноября 2019"), "2019-11-18");
  EXPECT_EQ(read_date("18.11.2019"), "2019-11-18");
  EXPECT_EQ(read_date("11/18/2019"), "2019-11-18");
  EXPECT_EQ(read_date("20191118"), "2019-11-18");
  EXPECT_EQ(read_date("in 1999 or 2000"), "");
  EXPECT_EQ(read_date("The 3 ministers met 18 others"), "");
}

TEST(Dates, OfALineThatSaysMoreAreNoDateLine) {
  EXPECT_EQ(extract::date_of_line("Stand: 3. Mai 2021, 10:15 Uhr"), "2021-05-03");
  EXPECT_EQ(extract::date_of_line("On May 3, 2021 the bridge was opened by the mayor"), "");
}

TEST(Dates, NextDayCountsOverTheEndsOfMonthsAndYears) {
  EXPECT_TRUE(extract::is_next_day("2019-12-31", "2020-01-01T00:30:00Z"));
  EXPECT_TRUE(extract::is_next_day("2020-03-01", "2020-02-29"));
  EXPECT_FALSE(extract::is_next_day("2021-03-01", "2021-02-27"));
}

TEST(Bylines, AreCutIntoNames) {
  using extract::authors_in;
  using Names = std::vector<std::string>;
  EXPECT_EQ(authors_in("By Jane Roe and John Doe, Washington correspondent"), (Names{"Jane Roe", "John Doe"}));
  EXPECT_EQ(authors_in("Von Jana Roe und Jan Doe"), (Names{"Jana Roe", "Jan Doe"}));
  EXPECT_EQ(authors_in("Jane Roe | May 3, 2021"), (Names{"Jane Roe"}));
  EXPECT_EQ(authors_in("Jane Roe in Northport"), (Names{"Jane Roe"}));
  EXPECT_EQ(authors_in("https://example.org/jane"), Names{});
  EXPECT_EQ(authors_in("The Northport Mail & Gazette"), Names{});
  EXPECT_EQ(authors_in("admin"), Names{});
  EXPECT_EQ(authors_in("Staff reporter"), Names{});
}

TEST(Titles, LoseTheNameOfTheSite) {
  EXPECT_EQ(extract::headline({.document = "Old bridge closed | Northport Mail"}, "Northport Mail"), "Old bridge closed");
  EXPECT_EQ(extract::headline({.shared = "Northport Mail - Old bridge closed"}, "Northport Mail"), "Old bridge closed");
  EXPECT_EQ(extract::headline({.document = "Old bridge closed - “Nobody knew,” says mayor"}, "Northport Mail"), "Old bridge closed - “Nobody knew,” says mayor");
}

TEST(Titles, AreTheHeadingThatThePageNamesElsewhere) {
  EXPECT_EQ(extract::headline({.shared = "Old bridge is closed", .headings = {"Northport Mail", "Old bridge closed after crack"}}, ""), "Old bridge closed after crack");
  EXPECT_EQ(extract::headline({.structured = "What I hope for", .headings = {"Opinion What I hope for"}}, ""), "What I hope for");
}

TEST(JsonLd, IsReadAsFarAsItIsSound) {
  extract::Json json;
  extract::read_json(json, "/*<![CDATA[*/ {\"a\": \"x\ny \\u00e9 \\ud83d\\ude00\", \"b\": [1, {\"c\": true},], } /*]]>*/");
  EXPECT_EQ(json.value(1, "a"), "x\ny é 😀");
  EXPECT_EQ(json.value(json.nodes[json.member(1, "b")].first_child + 1, "c"), "true");
  extract::Json cut;
  extract::read_json(cut, "{\"a\": \"whole\", \"b\": \"cut o");
  EXPECT_EQ(cut.value(1, "a"), "whole");
  EXPECT_EQ(cut.member(1, "b"), 0u);
  extract::Json deep;
  extract::read_json(deep, std::string(100000, '['));
  EXPECT_LT(deep.nodes.size(), 100u);
}

// --- Links, lists, boxes ---

const std::string kSentence = "<p>The old bridge over the Lenn was closed on Monday, after engineers had found a crack in its third pier, the mayor said.</p>";

TEST(Lists, AnItemThatIsALinkStaysInAListOfProse) {
  const std::string page = "<article><h1>Old bridge closed after crack</h1>" + kSentence + kSentence +
                           "<ul><li>The other bridge is open day and night, and so is the ferry.</li><li><a href=x>The plan of the buses</a></li><li>Nobody has to pay for it before the winter.</li></ul>" + kSentence + "</article>";
  EXPECT_NE(kept(article_of(page)).find("The plan of the buses"), std::string::npos);
}

TEST(Lists, TheCountedPicturesOfAGalleryAreCaptions) {
  std::string slides;
  for (int i = 1; i <= 3; ++i) slides += "<li><h2>" + std::to_string(i) + "/3 The old pier</h2><p>The pier stood in the sun on that day, and nobody saw what was coming.</p></li>";
  const document::Article article = article_of("<article><h1>Old bridge closed after crack</h1>" + kSentence + kSentence + kSentence + "<ul>" + slides + "</ul>" + kSentence + "</article>");
  EXPECT_EQ(kept(article).find("stood in the sun"), std::string::npos);
}

TEST(Lists, AMenuOfChoicesInABoxIsNoArticle) {
  const document::Article article = article_of("<article><h1>Old bridge closed after crack</h1>" + kSentence + kSentence + "<div class=player><div><ul><li>Arial</li><li>Courier New</li><li>Georgia</li></ul></div></div>" + kSentence + "</article>");
  EXPECT_EQ(kept(article).find("Courier"), std::string::npos);
}

// --- What names and places must not hide -----------------------------------------------------------

const std::string kLead = "Engineers found a crack in its third pier, and nobody knows yet for how long the bridge stays closed";

TEST(Leads, TheDescriptionOfThePageIsKeptWhateverItsBoxIsCalled) {
  const document::Article article = article_of("<head><meta name=description content='" + kLead + "'></head><article><h1>Old bridge closed after crack</h1><div class=teaser><h2>" + kLead +
                                               "</h2></div>" + kSentence + kSentence + "</article>");
  EXPECT_NE(kept(article).find("nobody knows yet"), std::string::npos);
}

TEST(Leads, OneAboveTheTextBelongsToItWhereTheHeadlineIsNoFirstHeading) {
  const std::string page = "<head><title>Old bridge closed after crack - The Lenn Herald</title></head><body><div><h2>Old bridge closed after crack</h2><p>3 May 2021</p><p>" + kLead +
                           ".</p></div><div class=text>" + kSentence + kSentence + kSentence + kSentence + kSentence + kSentence + "</div>";
  EXPECT_NE(kept(article_of(page)).find("nobody knows yet"), std::string::npos);
}

TEST(Names, APageThatIsAllWidgetsIsNoAside) {
  std::string page = "<main><h1>Old bridge closed after crack</h1>";
  page += "<p>The town is looking for boats to bring its people over the river, day and night, until the work on it is done.</p>";
  for (int i = 0; i < 4; ++i) page += "<div class=widget>" + kSentence + "</div>";
  EXPECT_NE(kept(article_of(page)).find("third pier"), std::string::npos);
}

TEST(Names, TheSubjectsOfAPostAreNotTheNamesOfItsParts) {
  const std::string post = "<article class='post type-post hentry category-editors-pick tag-related'><h1>Old bridge closed after crack</h1>" + kSentence + "</article>";
  std::string page = "<p>The town is looking for boats to bring its people over the river, day and night, until the work on it is done.</p>" + post + "<div>";
  for (int i = 0; i < 3; ++i) page += "<p>The weather in the valley stays as it was all week, with rain on the hills, wind from the west and no sun before Friday.</p>";
  EXPECT_NE(kept(article_of(page + "</div>")).find("third pier"), std::string::npos);
}

TEST(Lists, WhatIsNeededIsKeptThoughItsItemsAreShort) {
  const document::Article article = article_of("<article><h1>A cake for the opening</h1>" + kSentence + kSentence +
                                               "<div class=box><div><ul><li>6 eggs, not cold</li><li>250 grams of sugar</li><li>a pinch of salt</li></ul></div></div>" + kSentence + "</article>");
  EXPECT_NE(kept(article).find("a pinch of salt"), std::string::npos);
}

TEST(Lists, BoxesUnderTheirOwnHeadingsAreNoTeasersForTheLinkBelow) {
  std::string features;
  for (const char* name : {"Inspector", "Console", "Debugger", "Monitor"})
    features += "<li><h3>" + std::string(name) + "</h3><p>It shows what a page is made of, and changes it while you look.</p><a href=x>Documentation:" + name + "-handbook</a></li>";
  const document::Article article = article_of("<article><h1>The tools of the browser</h1>" + kSentence + kSentence + "<ul>" + features + "</ul></article>");
  EXPECT_NE(kept(article).find("It shows what"), std::string::npos);
}

TEST(Lists, TheBlanksOfALinkAreLinked) {
  std::string teasers;
  for (int i = 1; i <= 3; ++i) teasers += "<li><h4><a href=x>Old man of 9 won it all in no time</a></h4><p>He is said to be up and at it, as he was at the time of the last one.</p></li>";
  const document::Article article = article_of("<article><h1>Old bridge closed after crack</h1>" + kSentence + kSentence + "<div><ul>" + teasers + "</ul></div></article>");
  EXPECT_EQ(kept(article).find("up and at it"), std::string::npos);
}

TEST(Lists, LinksWithinThePageLeadNowhereElse) {
  const document::Article article = article_of("<article><h1>Old bridge closed after crack</h1>" + kSentence + "<p><a href='#plan'>What the plan of the town says</a></p><p><a href='#'>Print it</a></p>" + kSentence + "</article>");
  EXPECT_NE(kept(article).find("What the plan"), std::string::npos);
  EXPECT_EQ(kept(article).find("Print it"), std::string::npos);
}

TEST(Lists, AStepBelowABoxOfLinksIsAStepAsThoseBefore) {
  const auto step = [](const std::string& words) { return "<div class=step><div class=words><p>" + words + "</p></div></div>"; };
  std::string page = "<article><h1>How to close a bridge</h1>";
  for (int i = 0; i < 4; ++i) page += step("Put up the first sign a mile before it, the second in the town, and the third where nobody can miss it, not even by night.");
  page += "<div class=related><h4>Others read</h4><ul><li><a href=x>How to open a bridge again</a></li><li><a href=x>Engineers explaining everything</a></li></ul></div>" +
          step("Then take the keys to the mayor, who will want to know when it opens again, and tell him that nobody knows.") + "<h4><a href=x>All searches like this</a></h4></article>";
  EXPECT_NE(kept(article_of(page)).find("take the keys"), std::string::npos);
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
