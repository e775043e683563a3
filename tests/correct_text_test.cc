// A mistake in the article's own text is put right, and every mark stays on what it marked.
#include <gtest/gtest.h>

#include "format/json.h"
#include "session/session.h"
#include "support/ui_page.h"

namespace {

using namespace document;
using session::Session;

const session::Moment kNow{"2026-11-23T10:00:00Z", "Ana"};

constexpr std::string_view kText =
    "The harbuor stays\n“We wil keep évery berth,” said mayor Karin Dhal. She aded that it cost 11.2 million.\nNobody asked why.";

Span words(std::string_view part, std::string_view text = kText) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

Session opened() {
  Document d;
  d.article.title = "The harbuor stays";
  d.article.text = SharedText(std::string(kText));
  std::uint32_t begin = 0;
  for (int i = 1; i <= 3; ++i) {
    const auto end = static_cast<std::uint32_t>(std::min(kText.find('\n', begin), kText.size()));
    d.article.blocks.push_back({.id = BlockId("b" + std::to_string(i)), .span = {begin, end}, .role = i == 1 ? kTitle : kParagraph});
    begin = end + 1;
  }
  d.agents.push_back({.id = AgentId("a1"), .type = kSoftware, .name = "quoth"});
  d.speakers.push_back({.id = SpeakerId("s1"), .name = "Karin Dhal", .kind = kHuman, .aliases = {"Dhal"}});
  const Origin found{.by = AgentId("a1"), .method = "quote/cue-then-source", .confidence = 900};
  d.quotations.push_back({.id = QuotationId("q1"), .type = kDirect, .content = {words("“We wil keep évery berth,”")}, .cue = {words("said")},
                          .source = {words("mayor Karin Dhal")}, .source_form = kNameForm, .speaker = SpeakerId("s1"), .origin = found});
  d.quotations.push_back({.id = QuotationId("q2"), .type = kIndirect, .content = {words("that it cost 11.2 million")}, .cue = {words("aded")},
                          .source = {words("She")}, .source_form = kPronounForm, .speaker = SpeakerId("s1"), .origin = found});
  d.claims.push_back({.id = ClaimId("c1"), .spans = {words("it cost 11.2 million")}, .type = ClaimType("quantity"), .normalized = "The harbour cost 11.2 million.",
                      .facts = {{.kind = FactKind("money"), .value = "11200000", .spans = {words("11.2 million")}}}, .origin = found});
  EXPECT_TRUE(check(d).empty());
  return session::update({}, session::Open{d, ""}, kNow).session;
}

Session corrected(Session s, std::string_view from, std::string to) {
  const Span wrong = words(from, s.document.article.text.view());
  s = session::update(std::move(s), session::CorrectText{wrong, std::move(to)}, kNow).session;
  EXPECT_TRUE(check(s.document).empty());
  return s;
}

std::string content(const Session& s, const char* id) { return words_of(s.document, find(s.document, QuotationId(id))->content); }
std::string cue(const Session& s, const char* id) { return words_of(s.document, find(s.document, QuotationId(id))->cue); }

TEST(CorrectText, KeepsEveryMarkOnItsWords) {
  Session s = corrected(opened(), "wil", "will");
  EXPECT_EQ(content(s, "q1"), "“We will keep évery berth,”");
  EXPECT_EQ(cue(s, "q1"), "said");
  EXPECT_EQ(content(s, "q2"), "that it cost 11.2 million");
  EXPECT_EQ(slice(s.document.article.text.view(), s.document.article.blocks[2].span), "Nobody asked why.");
  s = corrected(std::move(s), "évery", "every");
  EXPECT_EQ(content(s, "q1"), "“We will keep every berth,”");
  EXPECT_EQ(find(s.document, ClaimId("c1"))->facts[0].value, "11200000");
}

TEST(CorrectText, LettersAtTheEndOfAMarkBelongToIt) {
  EXPECT_EQ(cue(corrected(opened(), "aded", "added"), "q2"), "added");
  EXPECT_EQ(cue(corrected(opened(), "said", "say"), "q1"), "say");
  const Session s = corrected(opened(), "said mayor", "said Mayor");
  EXPECT_EQ(cue(s, "q1"), "said");
  EXPECT_EQ(words_of(s.document, find(s.document, QuotationId("q1"))->source), "Mayor Karin Dhal");
  EXPECT_EQ(cue(corrected(opened(), "said mayor", "says mayor"), "q1"), "says");
  EXPECT_EQ(cue(corrected(opened(), "She aded", "She adeds"), "q2"), "adeds");
}

TEST(CorrectText, ANameIsCorrectedInTheListOfSpeakersToo) {
  const Session s = corrected(opened(), "Dhal", "Dahl");
  EXPECT_EQ(s.document.speakers[0].name, "Karin Dahl");
  EXPECT_EQ(s.document.speakers[0].aliases, std::vector<std::string>{"Dahl"});
}

TEST(CorrectText, TheTitleAndTheWordingOfAClaimFollowAndAFactOfOtherWordsGoes) {
  EXPECT_EQ(corrected(opened(), "harbuor", "harbour").document.article.title, "The harbour stays");
  const Session s = corrected(opened(), "11.2", "11.4");
  const Claim& c = *find(s.document, ClaimId("c1"));
  EXPECT_EQ(words_of(s.document, c.spans), "it cost 11.4 million");
  EXPECT_EQ(c.normalized, "The harbour cost 11.4 million.");
  EXPECT_TRUE(c.facts.empty());
}

TEST(CorrectText, IsOneStepThatIsNotedSelectedAndUndone) {
  const Session before = opened();
  const Session s = corrected(before, "wil", " will ");
  EXPECT_EQ(s.words, words("will", s.document.article.text.view()));
  ASSERT_EQ(s.document.notes.size(), 1u);
  EXPECT_EQ(s.document.notes[0].target, "b2");
  EXPECT_EQ(s.document.notes[0].text, "Corrected “wil” to “will”");
  EXPECT_EQ(s.past.back().act, "Correct the text");
  EXPECT_EQ(session::update(s, session::Undo{}, kNow).session.document, before.document);
}

TEST(CorrectText, ItsFileOpensAgainWithNothingLost) {
  const Session s = corrected(corrected(opened(), "harbuor", "harbour"), "Dhal", "Dahl");
  const auto again = format::read_json(format::write_json(s.document));
  ASSERT_TRUE(again.ok());
  EXPECT_TRUE(again->lost.empty());
  EXPECT_EQ(again->quotations[0].source, s.document.quotations[0].source);
  EXPECT_EQ(again->article.text, s.document.article.text);
}

TEST(CorrectText, SaysWhyItCannot) {
  EXPECT_EQ(corrected(opened(), "stays\n“We", "x").notice, "Correct the words of one paragraph at a time.");
  EXPECT_EQ(corrected(opened(), "wil", " ").notice, "Type the words as they should be. Junk is excluded, not deleted.");
  EXPECT_EQ(corrected(opened(), "wil", "wil").notice, "It is like that already.");
  EXPECT_EQ(corrected(opened(), "aded that it cost 11.2 million.", "aded.").notice, "A quotation would have no words left. Reject it first.");
}

TEST(CorrectText, EndsAComparisonWithTheOldText) {
  Session s = opened();
  s = session::update(s, session::CompareWith{s.document, "b"}, kNow).session;
  ASSERT_TRUE(s.other);
  EXPECT_FALSE(corrected(std::move(s), "wil", "will").other);
}

TEST(CorrectText, IsTypedAtTheSelectedWords) {
  ui_page::Page page;
  page.open(ui_page::article());
  page.do_now(session::Select{{}, ui_page::words("bridge cost")});
  page.settle();
  ASSERT_TRUE(page.view.places.contains("palette.correct-text"));
  page.press(ImGuiKey_Y);
  EXPECT_EQ(page.view.typed, "bridge cost");
  EXPECT_TRUE(page.view.places.contains("correction.enter"));
  page.type("bridges cost");
  page.press(ImGuiKey_Enter);
  EXPECT_EQ(words_of(page.s.document, page.s.document.quotations[1].content), "the bridges cost 12 million");
  page.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(page.s.document.article.text.view(), ui_page::kText);
  // Esc leaves the text as it is.
  page.command("correct-text");
  page.press(ImGuiKey_Escape);
  EXPECT_FALSE(page.view.places.contains("correction.enter"));
  EXPECT_EQ(page.s.document.article.text.view(), ui_page::kText);
}

}  // namespace
