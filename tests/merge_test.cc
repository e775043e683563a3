// Two people's work on one text becomes one document.
#include "compare/merge.h"

#include <gtest/gtest.h>

#include "support/random_document.h"

namespace {

using namespace document;

Document base() {
  Document d;
  d.article.text = SharedText(std::string(100, 'x'));
  d.article.blocks.push_back({.id = BlockId("b1"), .span = {0, 100}});
  d.agents.push_back({.id = AgentId("a1"), .type = kSoftware, .name = "quoth"});
  d.speakers.push_back({.id = SpeakerId("s1"), .name = "Ann"});
  for (int i = 1; i <= 3; ++i) {
    Quotation q;
    q.id = QuotationId("q" + std::to_string(i));
    q.type = kDirect;
    q.content = {{static_cast<std::uint32_t>(i) * 20, static_cast<std::uint32_t>(i) * 20 + 10}};
    q.speaker = SpeakerId("s1");
    q.origin.by = AgentId("a1");
    d.quotations.push_back(q);
  }
  return d;
}

Quotation added(std::string id, std::uint32_t begin) {
  Quotation q = base().quotations[0];
  q.id = QuotationId(std::move(id));
  q.content = {{begin, begin + 5}};
  return q;
}

compare::Merged merged(const Document& a, const Document& b, const Document* from) {
  auto out = compare::merge(a, b, from);
  EXPECT_TRUE(out.ok());
  EXPECT_TRUE(check(out->document).empty()) << to_string(check(out->document).front());
  return std::move(*out);
}

std::string ids(const Document& d) {
  std::string out;
  for (const Quotation& q : d.quotations) out += q.id.text() + " ";
  return out;
}

TEST(Merge, OfADocumentWithItselfChangesNothing) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    Document d = support::random_document(seed);
    for (const Document* from : {static_cast<const Document*>(nullptr), static_cast<const Document*>(&d)}) {
      compare::Merged out = merged(d, d, from);
      EXPECT_TRUE(out.conflicts.empty()) << seed << ": " << out.conflicts.front();
      out.document.revision = d.revision;
      EXPECT_TRUE(!from || out.document == d) << seed;
    }
  }
}

TEST(Merge, TakesWhatOnlyOneOfTheTwoChangedAddedOrRemoved) {
  const Document from = base();
  Document a = from, b = from;
  a.quotations.edit(0).type = kMixed;
  b.quotations.edit(0).cue = {{50, 53}};
  a.quotations.erase(1);
  b.quotations.erase(2);
  a.quotations.push_back(added("q4", 90));
  b.quotations.insert(0, added("q4", 1));
  b.speakers.edit(0).name = "Ann Berger";
  b.speakers.push_back({.id = SpeakerId("s2"), .name = "Bob"});
  b.quotations.edit(0).speaker = SpeakerId("s2");
  const compare::Merged out = merged(a, b, &from);
  EXPECT_TRUE(out.conflicts.empty());
  EXPECT_EQ(ids(out.document), "q5 q1 q4 ") << "B's q4 is another mark than A's";
  EXPECT_EQ(find(out.document, QuotationId("q1"))->type, kMixed);
  EXPECT_EQ(find(out.document, QuotationId("q1"))->cue.size(), 1u);
  EXPECT_EQ(find(out.document, QuotationId("q5"))->speaker, SpeakerId("s2"));
  EXPECT_EQ(out.document.speakers[0].name, "Ann Berger");
}

TEST(Merge, SaysWhereBothChangedTheSameAndKeepsWhatAPersonReviewedLast) {
  const Document from = base();
  Document a = from, b = from;
  a.quotations.edit(0).type = kMixed;
  b.quotations.edit(0).type = kIndirect;
  a.quotations.edit(1).type = kMixed;
  b.quotations.edit(1).type = kIndirect;
  b.quotations.edit(1).review = {.state = kEdited, .at = "2026-11-23T10:00:00Z"};
  a.quotations.edit(2).type = kMixed;
  b.quotations.erase(2);
  const compare::Merged out = merged(a, b, &from);
  EXPECT_EQ(out.conflicts, (std::vector<std::string>{"q3: changed in A, removed in B; it is kept", "q1, type: mixed in A, indirect in B; that of A is kept",
                                                     "q2, type: mixed in A, indirect in B; that of B is kept"}));
  EXPECT_EQ(out.document.quotations[0].type, kMixed);
  EXPECT_EQ(out.document.quotations[1].type, kIndirect);
  ASSERT_EQ(out.document.notes.size(), 3u);
  EXPECT_EQ(out.document.notes[1].target, "q1");
  EXPECT_EQ(out.document.notes[1].text, "Merged: q1, type: mixed in A, indirect in B; that of A is kept.");
  EXPECT_EQ(find(out.document, out.document.notes[1].by)->name, "quoth");
  EXPECT_EQ(merged(out.document, b, &from).document.notes.size(), 3u) << "merging again writes no note twice";
}

TEST(Merge, WithoutABaseKeepsTheMarksOfBoth) {
  Document a = base(), b = base();
  b.agents.edit(0).name = "somebody";
  b.speakers.edit(0).id = SpeakerId("s9");
  for (std::size_t i = 0; i < 3; ++i) b.quotations.edit(i).speaker = SpeakerId("s9");
  b.quotations.edit(0).content = {{1, 5}};
  b.quotations.edit(1).type = kMixed;
  b.quotations.edit(1).review.state = kEdited;
  const compare::Merged out = merged(a, b, nullptr);
  EXPECT_EQ(ids(out.document), "q4 q1 q2 q3 ");
  EXPECT_EQ(out.document.speakers.size(), 1u) << "the same name is the same speaker";
  EXPECT_EQ(out.document.quotations[0].speaker, SpeakerId("s1"));
  EXPECT_EQ(out.document.quotations[2].type, kMixed);
  EXPECT_EQ(out.document.agents.size(), 2u);
  EXPECT_EQ(out.document.quotations[0].origin.by, AgentId("a2"));
}

TEST(Merge, ANoteOnAMarkThatTheOtherRemovedIsSaidToBeLeftOut) {
  const Document from = base();
  Document a = from, b = from;
  a.quotations.erase(1);
  b.notes.push_back({.id = NoteId("n1"), .target = "q2", .by = AgentId("a1"), .text = "Why?"});
  EXPECT_EQ(merged(a, b, &from).conflicts, (std::vector<std::string>{"n1: a note on q2, which was removed; it is left out: Why?"}));
}

TEST(Merge, SpeakersKnownByAnAliasAreOne) {
  Document a = base(), b = base();
  a.speakers.edit(0) = {.id = SpeakerId("s1"), .name = "Ann Lee", .aliases = {"Lee"}};
  b.speakers.edit(0) = {.id = SpeakerId("s7"), .name = "Lee", .aliases = {"Mayor Lee"}};
  for (std::size_t i = 0; i < 3; ++i) b.quotations.edit(i).speaker = SpeakerId("s7");
  const compare::Merged out = merged(a, b, nullptr);
  ASSERT_EQ(out.document.speakers.size(), 1u);
  EXPECT_EQ(out.document.speakers[0].name, "Ann Lee");
  EXPECT_EQ(out.document.quotations.size(), 3u);
  EXPECT_EQ(out.document.quotations[0].speaker, SpeakerId("s1"));
}

TEST(Merge, TakesOverWhatTheProgramDoesNotKnow) {
  const Document from = base();
  Document a = from, b = from;
  b.quotations.edit(0).extras.bytes = SharedText("[\"id\",[\"x-colour\",\"red\"]]");
  a.quotations.edit(1).extras.bytes = SharedText("[\"id\",[\"x\",1]]");
  b.quotations.edit(1).extras.bytes = SharedText("[\"id\",[\"x\",2]]");
  const compare::Merged out = merged(a, b, &from);
  EXPECT_EQ(out.document.quotations[0].extras, b.quotations[0].extras);
  EXPECT_EQ(out.document.quotations[1].extras, a.quotations[1].extras);
  EXPECT_EQ(out.conflicts, (std::vector<std::string>{"q2: both have other members that this program does not know; those of A are kept"}));
}

TEST(Merge, NeedsOneText) {
  Document other = base();
  other.article.text = SharedText("y");
  EXPECT_FALSE(compare::merge(base(), other, nullptr).ok());
}

}  // namespace
