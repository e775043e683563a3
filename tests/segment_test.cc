#include "text/segment.h"

#include <gtest/gtest.h>

#include <string>

#include "text/characters.h"
#include "text/dateline.h"
#include "text/quotation_marks.h"

namespace {

using text::Span;
using text::TokenKind;

Span all_of(std::string_view s) { return {0, static_cast<std::uint32_t>(s.size())}; }

// The pieces, with | between them.
std::string joined(std::string_view s, const std::vector<Span>& pieces) {
  std::string out;
  for (const Span piece : pieces) {
    if (!out.empty()) out += "|";
    out += slice(s, piece);
  }
  return out;
}

std::string sentences_of(std::string_view s) { return joined(s, text::sentences(s, all_of(s))); }

// The tokens, with a blank between them; marks that open as <, marks that close as >.
std::string tokens_of(std::string_view s) {
  std::string out;
  for (const text::Token& t : text::tokens(s, all_of(s))) {
    if (!out.empty()) out += " ";
    if (t.kind == TokenKind::quote_open) out += "<";
    else if (t.kind == TokenKind::quote_close) out += ">";
    else out += slice(s, t.span);
  }
  return out;
}

// The text with each quoted stretch in braces; a mark without partner as ?.
std::string braced(std::string_view s) {
  std::string out;
  std::uint32_t at = 0;
  for (const text::QuotationMark& m : text::quotation_marks(s, all_of(s))) {
    out += s.substr(at, m.span.begin - at);
    out += m.partner < 0 ? (m.opens ? "?<" : "?>") : (m.opens ? "{" : "}");
    at = m.span.end;
  }
  return out + std::string(s.substr(at));
}

TEST(Paragraphs, AreLinesThatAreNotBlank) {
  const std::string s = "  One.  \n\n \t\nTwo\n\xC2\xA0three";
  EXPECT_EQ(joined(s, text::paragraphs(s)), "One.|Two|three");
  EXPECT_TRUE(text::paragraphs("").empty());
  EXPECT_TRUE(text::paragraphs("\n \n").empty());
}

TEST(Sentences, EndAtStopsAndKeepTheirClosingMarks) {
  EXPECT_EQ(sentences_of("It rained. We left! Why? Nobody knows."), "It rained.|We left!|Why?|Nobody knows.");
  EXPECT_EQ(sentences_of("“It rained.” We left."), "“It rained.”|We left.");
  EXPECT_EQ(sentences_of("(It rained.) We left."), "(It rained.)|We left.");
  EXPECT_EQ(sentences_of("One line\nanother line"), "One line|another line");
}

TEST(Sentences, GoOnAfterAQuotationThatIsAPartOfThem) {
  EXPECT_EQ(sentences_of("“Go.” he said."), "“Go.” he said.");
  EXPECT_EQ(sentences_of("“Why now?” the mayor asked. Nobody spoke."), "“Why now?” the mayor asked.|Nobody spoke.");
  EXPECT_EQ(sentences_of("“Why now?” Ana Ruiz asked. Nobody spoke."), "“Why now?” Ana Ruiz asked.|Nobody spoke.");
  EXPECT_EQ(sentences_of("“Why now?” Nobody spoke."), "“Why now?”|Nobody spoke.");
}

TEST(Sentences, DoNotEndInsideNamesTitlesAndNumbers) {
  EXPECT_EQ(sentences_of("Mr. Hill met Gen. J. K. Oh on Jan. 5. They spoke."), "Mr. Hill met Gen. J. K. Oh on Jan. 5.|They spoke.");
  EXPECT_EQ(sentences_of("The U.S. Senate voted. It left the U.S. The end."), "The U.S. Senate voted.|It left the U.S.|The end.");
  EXPECT_EQ(sentences_of("Acme Inc. said 3.5 percent. No. 5 won. No. It lost."), "Acme Inc. said 3.5 percent.|No. 5 won.|No.|It lost.");
  EXPECT_EQ(sentences_of("Well... maybe. At 5 p.m. Monday it closed."), "Well... maybe.|At 5 p.m. Monday it closed.");
}

TEST(Tokens, SplitCliticsAsTheTreebankDoes) {
  EXPECT_EQ(tokens_of("He doesn't think she'll go; it’s Ana's."), "He does n't think she 'll go ; it ’s Ana 's .");
  EXPECT_EQ(tokens_of("We can't and cannot."), "We ca n't and can not .");
  EXPECT_EQ(tokens_of("the players’ union"), "the players ’ union");
}

TEST(Tokens, KeepNamesNumbersAndAddressesWhole) {
  EXPECT_EQ(tokens_of("The U.S. spent $1,000.5 on 10-year-old AT&T plans, 5%."),
            "The U.S. spent $ 1,000.5 on 10-year-old AT&T plans , 5 % .");
  EXPECT_EQ(tokens_of("See https://example.org/a?b=c, or write to a.b@example.org."),
            "See https://example.org/a?b=c , or write to a.b@example.org .");
  EXPECT_EQ(tokens_of("@aruiz likes #peace at 9:30 a.m. in D.C."), "@aruiz likes #peace at 9:30 a.m. in D.C.");
  EXPECT_EQ(tokens_of("Mr. O’Brien saw Dr. J. Hill."), "Mr. O’Brien saw Dr. J. Hill .");
  EXPECT_EQ(tokens_of("Wait… no... yes -- or—so."), "Wait … no ... yes -- or — so .");
  EXPECT_EQ(tokens_of("Сергей Лавров said “да”."), "Сергей Лавров said < да > .");
}

TEST(Tokens, NumbersAreTold) {
  const std::string s = "In 1990 ten 5th";
  const auto t = text::tokens(s, all_of(s));
  ASSERT_EQ(t.size(), 4u);
  EXPECT_EQ(t[1].kind, TokenKind::number);
  EXPECT_EQ(t[2].kind, TokenKind::word);
  EXPECT_EQ(t[3].kind, TokenKind::number);
}

TEST(Tokens, AreNeverEmptyAndInOrder) {
  for (const std::string s :
       {"''''", "'''", "\"\"\"", "a'", "'a", "'", "``", "’’’s", "n't", "don'tn't's", "@", "#", "...a.b.c", "1,2,,3", "http://", "www."}) {
    std::uint32_t at = 0;
    for (const text::Token& t : text::tokens(s, all_of(s))) {
      EXPECT_FALSE(t.span.empty()) << s;
      EXPECT_GE(t.span.begin, at) << s;
      at = t.span.end;
    }
  }
}

TEST(QuotationMarks, PairByTheirForm) {
  EXPECT_EQ(braced("“Go,” she said. ‘Now,’ he said."), "{Go,} she said. {Now,} he said.");
  EXPECT_EQ(braced("«Go» „Go“ ‚Go‘ 「Go」 『Go』 ``Go'' ‹Go›"), "{Go} {Go} {Go} {Go} {Go} {Go} {Go}");
}

TEST(QuotationMarks, StraightOnesPairByTheirPlace) {
  EXPECT_EQ(braced("\"Go,\" she said. \"Now.\""), "{Go,} she said. {Now.}");
  EXPECT_EQ(braced("'Go,' she said. 'Now.'"), "{Go,} she said. {Now.}");
  EXPECT_EQ(braced("She said:\"Go\"—\"now\""), "She said:{Go}—{now}");
  EXPECT_EQ(braced("\"It's the players' union,\" he said."), "{It's the players' union,} he said.");
}

TEST(QuotationMarks, ApostrophesAreNone) {
  for (const std::string s :
       {"it’s the players’ union", "’Twas the ’90s", "the '90s and the '80s", "rock 'n' roll", "O'Brien's dogs' bones", "‘90s kids"})
    EXPECT_EQ(braced(s), s);
}

TEST(QuotationMarks, APluralInsideSingleMarksDoesNotCloseThem) {
  EXPECT_EQ(braced("‘The players’ union is over,’ he said."), "{The players’ union is over,} he said.");
  EXPECT_EQ(braced("'The players' union is over,' he said."), "{The players' union is over,} he said.");
  EXPECT_EQ(braced("Flood ‘worst in years’ for the farmers"), "Flood {worst in years} for the farmers");
}

TEST(QuotationMarks, Nest) {
  EXPECT_EQ(braced("“He told me ‘leave now’ and I left,” Ali said."), "{He told me {leave now} and I left,} Ali said.");
  EXPECT_EQ(braced("‘He told me “leave now” and I left,’ Ali said."), "{He told me {leave now} and I left,} Ali said.");
  EXPECT_EQ(braced("“‘Leave,’ he said,” Ali said."), "{{Leave,} he said,} Ali said.");
}

TEST(QuotationMarks, WithoutPartnerOpenOrCloseAParagraph) {
  EXPECT_EQ(braced("“We saw the flood."), "?<We saw the flood.");
  EXPECT_EQ(braced("It took the bridge.” He left."), "It took the bridge.?> He left.");
  EXPECT_EQ(braced("‘We saw the flood."), "?<We saw the flood.");
}

TEST(QuotationMarks, InchesAreNone) { EXPECT_EQ(braced("a 5\" pipe"), "a 5\" pipe"); }

TEST(Characters, HaveCaseInLatinGreekAndCyrillic) {
  EXPECT_EQ(text::to_lower("ÀÉŐŽ ΑΩ АЯЁ"), "àéőž αω аяё");
  EXPECT_TRUE(text::is_upper(U'Ž'));
  EXPECT_TRUE(text::is_lower(U'ж'));
  EXPECT_FALSE(text::is_lower(U'中'));
  EXPECT_TRUE(text::is_letter(U'中'));
  EXPECT_FALSE(text::is_letter(U'—'));
  EXPECT_FALSE(text::is_letter(U'×'));
  EXPECT_TRUE(text::is_all_capitals("TODD"));
  EXPECT_FALSE(text::is_all_capitals("I"));
  EXPECT_TRUE(text::is_capitalised("Źle"));
}

TEST(Dateline, TheWordsOfAParagraphBeginAfterIt) {
  const auto rest = [](std::string_view s) { return s.substr(text::after_dateline(s, all_of(s))); };
  EXPECT_EQ(rest("NIAMEY, March 24 - Leaders met."), "Leaders met.");
  EXPECT_EQ(rest("Jan 14 (Mercia Wire) - Zenner said so."), "Zenner said so.");
  EXPECT_EQ(rest("LEEDS (AP) _ The Town Hall agreed."), "The Town Hall agreed.");
  EXPECT_EQ(rest("HARBURY (Own report) — The bridge fell."), "The bridge fell.");
  EXPECT_EQ(rest("PARIS/OSLO — “No,” she said."), "“No,” she said.");
  EXPECT_EQ(rest("Paris, 3 May (AFP) -- The government met."), "The government met.");
}

TEST(Dateline, AParagraphWithoutOneBeginsWhereItBegins) {
  for (const std::string_view s : {"NASA — the agency — said so.", "Ana Ruiz — the mayor — said so.", "Well-known people met.", "A 3-2 win.", "May 3 - nobody came.",
                                   "HILL: I was there.", "", "—", "OSLO —", "Über-Ruiz – äöü"})
    EXPECT_EQ(text::after_dateline(s, all_of(s)), 0u) << s;
}

}  // namespace
