// Every command keeps the document in order, and every step can be taken back.
#include "session/session.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using namespace document;
using namespace session;

const Moment kNow{"2026-11-23T10:00:00Z", "Ana"};

constexpr std::string_view kText =
    "“We will stay,” said Ida Holm. “All of us.”\nShe said the bridge cost 12 million. “Ünser” Brücke, he said.\nRead more";

Span words(std::string_view part) {
  const auto at = static_cast<std::uint32_t>(kText.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

Document article() {
  Document d;
  d.article.text = SharedText(std::string(kText));
  std::uint32_t begin = 0;
  for (int i = 1; i <= 3; ++i) {
    const auto end = static_cast<std::uint32_t>(std::min(kText.find('\n', begin), kText.size()));
    d.article.blocks.push_back({.id = BlockId("b" + std::to_string(i)), .span = {begin, end}});
    begin = end + 1;
  }
  d.agents.push_back({.id = AgentId("a1"), .type = kSoftware, .name = "quoth"});
  d.speakers.push_back({.id = SpeakerId("s1"), .name = "Ida Holm"});
  d.speakers.push_back({.id = SpeakerId("s2"), .name = "Holm"});
  const Origin found{.by = AgentId("a1"), .method = "quote/cue-then-source", .confidence = 900};
  d.quotations.push_back({.id = QuotationId("q1"),
                          .type = kDirect,
                          .content = {words("“We will stay,”"), words("“All of us.”")},
                          .cue = {words("said")},
                          .source = {words("Ida Holm")},
                          .speaker = SpeakerId("s1"),
                          .origin = found});
  d.quotations.push_back({.id = QuotationId("q2"),
                          .type = kIndirect,
                          .content = {words("the bridge cost 12 million")},
                          .speaker = SpeakerId("s2"),
                          .origin = found});
  d.claims.push_back(
      {.id = ClaimId("c1"),
       .spans = {words("the bridge cost 12 million")},
       .type = ClaimType("quantity"),
       .checkworthiness = 800,
       .attribution = {.to = OpenName<struct AttributionTargets>("speaker"), .speaker = SpeakerId("s2"), .quotation = QuotationId("q2")},
       .origin = found});
  d.original = SharedText("{}");
  EXPECT_TRUE(check(d).empty());
  return d;
}

Session opened() { return update({}, Open{article(), ""}, kNow).session; }
Session after(Session s, const Command& c) { return update(std::move(s), c, kNow).session; }

TEST(Session, AnAddedQuotationStandsInTextOrderAndIsThePersonsOwn) {
  const Session s = after(opened(), AddQuotation{words("She said"), SpeakerId("s1")});
  ASSERT_EQ(s.document.quotations.size(), 3u);
  const Quotation& q = s.document.quotations[1];
  EXPECT_EQ(q.type, kIndirect);
  EXPECT_EQ(q.origin.method, "person");
  EXPECT_EQ(q.review.state, kAccepted);
  EXPECT_EQ(s.selected, Target(q.id));
  EXPECT_EQ(find(s.document, q.origin.by)->name, "Ana");
  EXPECT_EQ(s.document.revision, 1u);
  EXPECT_EQ(s.document.modified, kNow.at);
  EXPECT_TRUE(s.document.original.empty());
}

TEST(Session, WordsBetweenQuotationMarksAreDirect) {
  EXPECT_EQ(after(opened(), AddQuotation{words("“Ünser”"), {}}).document.quotations[2].type, kDirect);
  EXPECT_EQ(after(opened(), AddQuotation{words("“Ünser” Brücke"), {}}).document.quotations[2].type, kMixed);
}

TEST(Session, AnEditThatCannotBeDoneChangesNothingAndSaysWhy) {
  const Session before = opened();
  const Command refused[] = {AddQuotation{{5, 5}, {}},
                             AddQuotation{words("the bridge cost 12 million"), {}},
                             AssignSpeaker{QuotationId("q9"), {}},
                             MergeSpeakers{SpeakerId("s1"), SpeakerId("s1")},
                             RenameSpeaker{SpeakerId("s1"), "  "},
                             RenameSpeaker{SpeakerId("s1"), "Holm"},
                             Remove{QuotationId("q1")},
                             AddNote{"q1", " "},
                             AddNote{"x", "why"},
                             RemovePiece{QuotationId("q2"), words("the bridge cost 12 million")},
                             Undo{},
                             Redo{},
                             SetTitle{""},
                             AcceptAbove{990}};
  for (const Command& c : refused) {
    const Session s = after(before, c);
    EXPECT_EQ(s.document, before.document);
    EXPECT_TRUE(s.refused);
    EXPECT_TRUE(s.notice.ends_with('.')) << s.notice;
    EXPECT_TRUE(s.past.empty());
  }
}

TEST(Session, ALetterIsNeverCutInTwo) {
  Span half = words("“Ünser”");
  half.begin += 1;
  EXPECT_TRUE(after(opened(), AddQuotation{half, {}}).refused);
}

TEST(Session, AnEditKeepsTheOriginAndStampsTheReview) {
  const Session s = after(opened(), AssignSpeaker{QuotationId("q2"), SpeakerId("s1")});
  const Quotation& q = *find(s.document, QuotationId("q2"));
  EXPECT_EQ(q.origin.method, "quote/cue-then-source");
  EXPECT_EQ(q.review.state, kEdited);
  EXPECT_EQ(q.review.at, kNow.at);
}

TEST(Session, MergedSpeakersKeepNamesMarksAndNotes) {
  Session s = after(opened(), AddNote{"s2", "The same person"});
  s = after(std::move(s), MergeSpeakers{SpeakerId("s1"), SpeakerId("s2")});
  ASSERT_EQ(s.document.speakers.size(), 1u);
  EXPECT_EQ(s.document.speakers[0].aliases, std::vector<std::string>{"Holm"});
  EXPECT_EQ(find(s.document, QuotationId("q2"))->speaker, SpeakerId("s1"));
  EXPECT_EQ(find(s.document, ClaimId("c1"))->attribution.speaker, SpeakerId("s1"));
  EXPECT_EQ(s.document.notes[0].target, "s1");
  EXPECT_TRUE(check(s.document).empty());
}

TEST(Session, ARejectedMarkComesBackWhenItsWordsAreMarkedAgain) {
  Session s = after(opened(), SetReview{QuotationId("q2"), kRejected});
  EXPECT_EQ(s.notice, "Rejected 1 quotation");
  s = after(std::move(s), AddQuotation{words("the bridge cost 12 million"), {}});
  EXPECT_EQ(s.document.quotations.size(), 2u);
  EXPECT_EQ(find(s.document, QuotationId("q2"))->review.state, kEdited);
}

TEST(Session, AClaimInsideAQuotationIsItsSpeakers) {
  const Session s = after(opened(), AddClaim{words("We will stay")});
  EXPECT_EQ(s.document.claims[0].attribution.speaker, SpeakerId("s1"));
  EXPECT_EQ(s.document.claims[0].attribution.quotation, QuotationId("q1"));
  EXPECT_EQ(after(opened(), AddClaim{words("Read more")}).document.claims[1].attribution.to.name(), "article");
}

TEST(Session, OtherWordsOfAClaimLoseItsWordingAndTheFactsThatTheyDoNotHold) {
  Session s = after(opened(), SetWording{ClaimId("c1"), "  The bridge of Holm cost 12 million. "});
  EXPECT_EQ(find(s.document, ClaimId("c1"))->normalized, "The bridge of Holm cost 12 million.");
  EXPECT_EQ(find(s.document, ClaimId("c1"))->review.state, kEdited);
  s.document.claims.edit(0).facts = {{.kind = FactKind("name"), .value = "bridge", .spans = {words("bridge")}},
                                     {.kind = FactKind("number"), .value = "12000000", .spans = {words("12 million")}}};
  s = after(std::move(s), SetClaimSpans{ClaimId("c1"), {words("cost 12 million")}});
  EXPECT_EQ(find(s.document, ClaimId("c1"))->normalized, "");
  ASSERT_EQ(find(s.document, ClaimId("c1"))->facts.size(), 1u);
  EXPECT_EQ(find(s.document, ClaimId("c1"))->facts[0].value, "12000000");
  EXPECT_EQ(find(after(std::move(s), Undo{}).document, ClaimId("c1"))->facts.size(), 2u);
}

TEST(Session, ExcludingABlockAsksForThePassAgainWhichBelongsToTheSameStep) {
  Step step = update(opened(), SetExcluded{BlockId("b3"), true}, kNow);
  ASSERT_EQ(step.effects.size(), 2u);
  EXPECT_TRUE(std::holds_alternative<Reannotate>(step.effects[1]));
  Document again = step.session.document;
  again.quotations.erase(1);
  again.claims.clear();
  Session s = after(step.session, Reannotated{again, step.session.changes});
  EXPECT_EQ(s.document.quotations.size(), 1u);
  EXPECT_EQ(s.past.size(), 1u);
  s = after(std::move(s), Undo{});
  EXPECT_EQ(s.document, article());
}

TEST(Session, APassThatIsOvertakenByAnEditIsAskedForAgain) {
  Step step = update(opened(), SetExcluded{BlockId("b3"), true}, kNow);
  const Session edited = after(step.session, SetTitle{"The bridge"});
  const Step late = update(edited, Reannotated{step.session.document, step.session.changes}, kNow);
  EXPECT_EQ(late.session.document, edited.document);
  ASSERT_EQ(late.effects.size(), 1u);
  EXPECT_TRUE(std::holds_alternative<Reannotate>(late.effects[0]));
}

TEST(Session, AFileOfANewerProgramIsNotChanged) {
  Document d = article();
  d.read_only = true;
  const Session s = after(update({}, Open{d, ""}, kNow).session, SetTitle{"x"});
  EXPECT_EQ(s.document, d);
  EXPECT_TRUE(s.refused);
}

TEST(Session, RemovingAMarkTakesItsNotesAlong) {
  Session s = after(opened(), AddQuotation{words("Brücke"), {}});
  const std::string id = std::get<QuotationId>(s.selected).text();
  s = after(std::move(s), AddNote{id, "one"});
  const std::string first = s.document.notes[0].id.text();
  s = after(std::move(s), AddNote{first, "on the note"});
  s = after(std::move(s), Remove{QuotationId(id)});
  EXPECT_TRUE(s.document.notes.empty());
  EXPECT_TRUE(check(s.document).empty());
}

TEST(Session, ASplitQuotationIsTwoOfOneSpeakerAndJoinedItIsOneAgain) {
  Session s = after(opened(), SplitQuotation{QuotationId("q1"), words("“All of us.”").begin});
  ASSERT_EQ(s.document.quotations.size(), 3u);
  EXPECT_EQ(s.document.quotations[0].content, std::vector<Span>{words("“We will stay,”")});
  EXPECT_EQ(s.document.quotations[0].cue, std::vector<Span>{words("said")});
  EXPECT_EQ(s.document.quotations[1].content, std::vector<Span>{words("“All of us.”")});
  EXPECT_EQ(s.document.quotations[1].speaker, SpeakerId("s1"));
  EXPECT_EQ(s.selected, Target(s.document.quotations[1].id));
  s = after(s, AddNote{s.document.quotations[1].id.text(), "On the second half"});
  s = after(s, JoinQuotations{QuotationId("q1"), s.document.quotations[1].id});
  ASSERT_EQ(s.document.quotations.size(), 2u);
  EXPECT_EQ(s.document.quotations[0].content, article().quotations[0].content);
  EXPECT_EQ(s.document.notes[0].target, "q1");
  EXPECT_TRUE(check(s.document).empty());
}

TEST(Session, AQuotationIsSplitInsideAPieceWithoutTheBlankBetween) {
  const Session s = after(opened(), SplitQuotation{QuotationId("q2"), words("cost 12").begin});
  EXPECT_EQ(words_of(s.document, s.document.quotations[1].content), "the bridge");
  EXPECT_EQ(words_of(s.document, s.document.quotations[2].content), "cost 12 million");
  EXPECT_TRUE(after(opened(), SplitQuotation{QuotationId("q2"), words("the bridge").begin}).refused);
}

TEST(Session, AFalseQuotationBecomesTheArticlesClaimAndAClaimAQuotation) {
  Session s = after(opened(), TurnIntoClaim{QuotationId("q1")});
  EXPECT_EQ(find(s.document, QuotationId("q1"))->review.state, kRejected);
  ASSERT_EQ(s.document.claims.size(), 2u);
  EXPECT_EQ(s.document.claims[0].spans, article().quotations[0].content);
  EXPECT_EQ(s.document.claims[0].attribution.to.name(), "article");
  EXPECT_EQ(s.selected, Target(s.document.claims[0].id));
  s = after(s, TurnIntoQuotation{s.document.claims[0].id});
  EXPECT_EQ(s.document.claims.size(), 1u);
  EXPECT_EQ(s.past.size(), 2u);
  EXPECT_TRUE(check(s.document).empty());
}

TEST(Session, WordsThatNameASpeakerDoSoEverywhere) {
  Document d = article();
  for (std::size_t i = 0; i < 2; ++i) d.quotations.edit(i).source = {words("Ida Holm")};
  Session s = after(update({}, Open{d, ""}, kNow).session, NameEverywhere{SpeakerId("s2"), "Ida Holm"});
  EXPECT_EQ(find(s.document, QuotationId("q1"))->speaker, SpeakerId("s2"));
  EXPECT_EQ(find(s.document, SpeakerId("s2"))->aliases, std::vector<std::string>{"Ida Holm"});
  EXPECT_EQ(s.notice, "Gave 1 quotation to Holm");
  EXPECT_TRUE(after(s, NameEverywhere{SpeakerId("s2"), "Ida Holm"}).refused);
}

TEST(Session, TheClaimsInAQuotationGoAlongWithItsSpeaker) {
  const Session s = after(opened(), AssignSpeaker{QuotationId("q2"), SpeakerId("s1")});
  EXPECT_EQ(find(s.document, ClaimId("c1"))->attribution.speaker, SpeakerId("s1"));
}

TEST(Session, AllThatWasFoundBecomesClaimsInOneStep) {
  const Session s = after(opened(), AddClaims{{words("the bridge cost 12 million"), words("We will stay"), words("he said")}});
  EXPECT_EQ(s.document.claims.size(), 3u);
  EXPECT_EQ(s.past.size(), 1u);
  EXPECT_EQ(s.notice, "Marked 2 claims");
}

TEST(Session, HistoryTellsWhatWasDoneToWhat) {
  Session s = after(opened(), SetReview{QuotationId("q2"), kAccepted});
  s = after(std::move(s), AddQuotation{words("“Ünser” Brücke"), {}});
  s = after(std::move(s), MergeSpeakers{SpeakerId("s1"), SpeakerId("s2")});
  ASSERT_EQ(s.past.size(), 3u);
  EXPECT_EQ(s.past[0].act + ": " + s.past[0].subject, "Accept a mark: the bridge cost 12 million");
  EXPECT_EQ(s.past[1].act + ": " + s.past[1].subject, "Mark a quotation: “Ünser” Brücke");
  EXPECT_EQ(s.past[2].act + ": " + s.past[2].subject, "Merge two speakers: Holm");
  s = after(std::move(s), Undo{});
  EXPECT_EQ(s.future[0].subject, "Holm");
}

TEST(Session, HistoryIsBoundedByMemory) {
  Session s = opened();
  const std::string long_name(1 << 20, 'x');
  for (int i = 0; i < 80; ++i) s = after(std::move(s), RenameSpeaker{SpeakerId("s1"), long_name + std::to_string(i)});
  EXPECT_LT(s.past.size(), 40u);
  EXPECT_GT(s.past.size(), 10u);
}

// A command of any kind over any part of the document, sensible or not.
class AnyCommand {
 public:
  explicit AnyCommand(unsigned seed) : random_(seed) {}

  Command next(const Document& d) {
    const Span a = span(d), b = span(d);
    const auto q = pick(d.quotations, QuotationId("q7"));
    const auto s = pick(d.speakers, SpeakerId("s7")), s2 = pick(d.speakers, SpeakerId("s8"));
    const auto c = pick(d.claims, ClaimId("c7"));
    const auto n = pick(d.notes, NoteId("n7"));
    const Target targets[] = {q, c, s, n, pick(d.article.blocks, BlockId("b7")), {}};
    const Target target = targets[below(6)];
    const std::string name = "Name " + std::to_string(below(4));
    const std::optional<SpeakerId> maybe = below(3) ? std::optional(s) : std::nullopt;
    switch (below(38)) {
      case 0:
        return AddQuotation{a, maybe};
      case 1:
        return AddPiece{q, a};
      case 2:
        return RemovePiece{q, a};
      case 3:
        return SetContent{q, {a, b}};
      case 4:
        return SetCue{q, {a, b}};
      case 5:
        return SetSource{q, {a}};
      case 6:
        return SetQuotationType{q, below(2) ? kMixed : kDirect};
      case 7:
        if (below(2)) return SetMode{q, below(2) ? kAsked : Mode()};
        return SetAct{q, below(2) ? kAttitude : kSpeech};
      case 8:
        return AssignSpeaker{q, maybe};
      case 9:
        return AddSpeaker{name, below(2) ? std::optional(q) : std::nullopt};
      case 10:
        return RenameSpeaker{s, name};
      case 11:
        return SetSpeakerKind{s, kGroup};
      case 12:
        return SetSpeakerRoles{s, {name}};
      case 13:
        return SetAliases{s, {name}};
      case 14:
        return MergeSpeakers{s, s2};
      case 15:
        return SplitSpeaker{q, name};
      case 16:
        return RemoveSpeaker{s};
      case 17:
        return AddClaim{a};
      case 18:
        return SetClaimSpans{c, {a, b}};
      case 19:
        return SetClaimType{c, ClaimType("event")};
      case 20:
        return SetCheckworthiness{c, static_cast<int>(below(2000)) - 500};
      case 21:
        return SetVerifiable{c, Verifiable("yes")};
      case 22:
        return below(2) ? Command(AssignClaim{c, maybe}) : Command(SetWording{c, name});
      case 23:
        return SetReview{target, below(2) ? kRejected : below(2) ? kAccepted : kSuggested};
      case 24:
        return AcceptAbove{850};
      case 25:
        return Remove{target};
      case 26:
        return SetExcluded{pick(d.article.blocks, BlockId("b7")), below(2) == 0};
      case 27:
        return SetTitle{name};
      case 28:
        return AddNote{below(2) ? q.text() : n.text(), name};
      case 29:
        return SetNote{n, name};
      case 30:
        return SplitQuotation{q, a.begin};
      case 31:
        return JoinQuotations{q, pick(d.quotations, QuotationId("q8"))};
      case 32:
        return TurnIntoClaim{q};
      case 33:
        return TurnIntoQuotation{c};
      case 34:
        return NameEverywhere{s, below(2) ? "said" : "Ida Holm"};
      case 35:
        return AddClaims{{a, b}};
      case 36:
        return CorrectText{a, name.substr(0, 1 + below(6))};
      default:
        return Select{target, a};
    }
  }
  unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }

 private:
  // Now and then beyond the text, or inside a letter.
  Span span(const Document& d) {
    const auto size = static_cast<unsigned>(d.article.text.view().size()) + 3;
    const unsigned a = below(size);
    return {a, a + below(20)};
  }
  template <typename List, typename Id>
  Id pick(const List& list, Id none) {
    return list.empty() || below(9) == 0 ? none : list[below(static_cast<unsigned>(list.size()))].id;
  }

  std::mt19937 random_;
};

class AnyCommands : public testing::TestWithParam<unsigned> {};

TEST_P(AnyCommands, KeepTheDocumentInOrderAndCanAllBeUndone) {
  AnyCommand any(GetParam());
  Session s = opened();
  const Document first = s.document;
  for (int i = 0; i < 300; ++i) {
    const Document before = s.document;
    const std::size_t steps = s.past.size();
    const Command command = any.next(s.document);
    s = after(std::move(s), command);
    const auto faults = check(s.document);
    ASSERT_TRUE(faults.empty()) << act_of(command) << ": " << text::to_string(faults.front());
    if (s.past.size() == steps) {
      ASSERT_EQ(s.document, before) << act_of(command);
      continue;
    }
    const Document done = s.document;
    const Session undone = after(s, Undo{});
    ASSERT_EQ(undone.document, before) << act_of(command);
    ASSERT_EQ(after(undone, Redo{}).document, done) << act_of(command);
  }
  EXPECT_GT(s.past.size(), 30u);
  while (!s.past.empty()) s = after(std::move(s), Undo{});
  EXPECT_EQ(s.document, first);
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyCommands, testing::Range(1u, 13u));

}  // namespace
