// Articles marked by hand, as they are read.
#include "format/marked.h"

#include <gtest/gtest.h>

namespace {

using document::Document;

constexpr char kFile[] =
    "register: local\n"
    "title: Bridge closed\n"
    "speaker: Ana Ruiz | person | mayor of Port Allen | Ruiz; the mayor\n"
    "speaker: Tom Hill | person | | \n"
    "---\n"
    "{junk title| Bridge closed}\n"
    "\n"
    "{q Ana Ruiz| “It fell,”} {cue| said} {source| Mayor Ana Ruiz}. {+q| “All of it.”} {source| Tom Hill} {cue attitude| fears}\n"
    "that {q Tom Hill| {source| the mayor} {cue| told} him {q Ana Ruiz| a lie}}. {source| He} {cue negated| did not say} {q Tom Hill| why} and {cue| left}\n"
    "{q Tom Hill| it at that}.\n";

std::string words(const Document& d, const std::vector<text::Span>& spans) { return words_of(d, spans); }

Document read(std::string_view file) {
  auto d = format::read_marked(file);
  EXPECT_TRUE(d) << (d ? "" : to_string(d.error()));
  return d ? *d : Document();
}

TEST(Marked, AnArticleComesOutWithItsQuotations) {
  const Document d = read(kFile);
  EXPECT_TRUE(check(d).empty());
  EXPECT_EQ(d.article.title, "Bridge closed");
  ASSERT_EQ(d.article.blocks.size(), 2u);
  EXPECT_TRUE(d.article.blocks[0].excluded);
  ASSERT_EQ(d.speakers.size(), 2u);
  EXPECT_EQ(d.speakers[0].aliases, (std::vector<std::string>{"Ruiz", "the mayor"}));
  ASSERT_EQ(d.quotations.size(), 5u);
  EXPECT_EQ(words(d, d.quotations[0].content), "“It fell,” … “All of it.”");
  EXPECT_EQ(words(d, d.quotations[0].source), "Mayor Ana Ruiz");
  EXPECT_EQ(d.quotations[1].act, document::kAttitude);
  EXPECT_EQ(words(d, d.quotations[1].source), "Tom Hill");
  EXPECT_EQ(words(d, d.quotations[2].source), "the mayor") << "a quotation inside another has its own source";
  EXPECT_EQ(d.quotations[3].mode, document::kNegated);
  EXPECT_EQ(words(d, d.quotations[4].source), "He") << "two cues share a source";
}

TEST(Marked, AQuotationGoesOnAfterOneThatStandsInsideIt) {
  const auto contents = [](std::string_view body) {
    const Document d = read("speaker: Ana Ruiz | person | | \nspeaker: Tom Hill | person | | \n---\n" + std::string(body));
    EXPECT_TRUE(check(d).empty());
    std::vector<std::string> out;
    for (const document::Quotation& q : d.quotations) out.push_back(words(d, q.content));
    return out;
  };
  using Words = std::vector<std::string>;
  const std::string first = "{q Ana Ruiz| “{source| He} {cue| told} me {q Tom Hill| to go},”} {source| she} {cue| said}. ";
  EXPECT_EQ(contents(first + "{q Ana Ruiz| “So I went.”}"), (Words{"“He told me to go,” … “So I went.”", "to go"}));
  EXPECT_EQ(contents("{q Ana Ruiz| “No,”} {source| she} {cue| said}. {q Ana Ruiz| “{source| He} {cue| told} me {q Tom Hill| to go}.”}"),
            (Words{"“No,” … “He told me to go.”", "to go"}));
  EXPECT_EQ(contents(first + "{q Tom Hill| “No, I did not.”}").size(), 3u) << "another speaker";
  EXPECT_EQ(contents(first + "{q Ana Ruiz| “So I went,”} {source| she} {cue| added}.").size(), 3u) << "it has a cue of its own";
  EXPECT_EQ(contents(first + "It rained.\n\n{q Ana Ruiz| “So I went.”}").size(), 3u) << "another paragraph";
  EXPECT_EQ(contents("{q Ana Ruiz| “No,”} {source| she} {cue| said}. {q Ana Ruiz| “So I went.”}").size(), 2u) << "nothing stands inside";
}

TEST(Marked, ClaimsAreReadOverTheSameText) {
  const Document d = read("speaker: Ana Ruiz | person | | \n---\n{source| Ana Ruiz} {cue| said} {q Ana Ruiz| it fell}.");
  const auto claimed = format::with_marked_claims(d, "Ana Ruiz said {event high Ana Ruiz| it fell}.\n");
  ASSERT_TRUE(claimed) << to_string(claimed.error());
  EXPECT_TRUE(check(*claimed).empty());
  ASSERT_EQ(claimed->claims.size(), 1u);
  EXPECT_EQ(claimed->claims[0].checkworthiness, 850);
  EXPECT_EQ(claimed->claims[0].attribution.quotation->text(), "q1");
  EXPECT_EQ(format::with_marked_claims(d, "Ana Ruiz said {event high article| it}.").error().message, "the claims mark another text");
}

TEST(Marked, AFaultIsSaidWithItsLine) {
  const auto fault = [](std::string_view file) {
    const auto d = format::read_marked(file);
    return d ? std::string() : to_string(d.error());
  };
  EXPECT_EQ(fault("title: A"), "line 1: the head does not end with ---");
  EXPECT_EQ(fault("title A\n---\n"), "line 1: expected key: value");
  EXPECT_EQ(fault("---\nOne.\n\n{q Ana| two"), "line 4: a mark is not closed");
  EXPECT_EQ(fault("---\nOne}."), "line 2: } closes no mark");
  EXPECT_EQ(fault("---\n{q Ana| “Go,”} {cue| said} {source| Ana}."), "line 2: the head has no speaker Ana");
  EXPECT_EQ(fault("---\nAna {cue| said} it."), "line 2: a cue without a quotation");
  EXPECT_EQ(fault("---\n{+q| it}."), "line 2: a further piece of no quotation");
}

}  // namespace
