#include <gtest/gtest.h>

#include "quote/decode.h"
#include "quote/linking.h"
#include "quote/propose.h"
#include "quote/tagger.h"
#include "quote/tagger_features.h"
#include "text/segment.h"

namespace {

using quote::Label;

std::string words_of(std::string_view text, const std::vector<text::Span>& spans) {
  std::string out;
  for (const text::Span span : spans) out += (out.empty() ? "" : " … ") + std::string(text::slice(text, span));
  return out;
}

// "source | cue | content" of each proposal, one a line.
std::string proposals(std::string_view text) {
  std::string out;
  for (const quote::Proposal& p : quote::propose(text, text::paragraphs(text)))
    out += words_of(text, p.source) + " | " + words_of(text, p.cue) + " | " + words_of(text, p.content) + "\n";
  return out;
}

TEST(Tagger, FindsIndirectSpeech) {
  EXPECT_EQ(proposals("The finance minister said on Monday that prices would fall before the winter."),
            "The finance minister | said | that prices would fall before the winter\n");
  EXPECT_EQ(proposals("Sales fell by a tenth in May, according to the bank."), "the bank | according to | Sales fell by a tenth in May\n");
}

TEST(Tagger, KeepsTheMarksOfDirectSpeech) {
  EXPECT_EQ(proposals("“We will rebuild the bridge,” said Ana Ruiz, the mayor. “It will take a year.”"),
            "Ana Ruiz, the mayor | said | “We will rebuild the bridge,” … “It will take a year.”\n");
}

TEST(Tagger, SeesNothingWhereNobodySpeaks) {
  EXPECT_EQ(proposals("The bridge was built in 1931. It is 400 metres long."), "");
  EXPECT_EQ(proposals(""), "");
}

TEST(Tagger, AnyTextIsTagged) {
  const std::string long_sentence = [] {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "said “he, ";
    return text;
  }();
  for (const std::string& text : {std::string("“"), std::string("”””"), std::string("\n\n"), std::string("他说：“好。”"), long_sentence}) {
    for (const quote::Proposal& p : quote::propose(text, text::paragraphs(text))) {
      ASSERT_FALSE(p.content.empty());
      for (const text::Span span : p.content) EXPECT_LT(span.begin, span.end);
    }
  }
}

TEST(Decode, APieceBeginsBeforeItGoesOn) {
  quote::Scores on{};
  on[static_cast<std::size_t>(Label::content)] = 100;
  const std::vector<quote::Scores> scores(3, on);
  const std::vector<Label> labels = quote::decode(scores, {});
  EXPECT_NE(labels[0], Label::content);
  EXPECT_EQ(labels[2], Label::content);
  EXPECT_TRUE(quote::decode({}, {}).empty());
}

TEST(Decode, ABiasFavoursALabel) {
  const std::vector<quote::Scores> scores(1);
  quote::Scores bias{};
  EXPECT_EQ(quote::decode(scores, {}, bias)[0], Label::none);
  bias[static_cast<std::size_t>(Label::cue_begin)] = 1;
  EXPECT_EQ(quote::decode(scores, {}, bias)[0], Label::cue_begin);
}

TEST(TaggerFeatures, LongParagraphsAreCutBetweenSentences) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "The train left the station. ";
  const quote::TaggedText tagged = quote::built_in_tagger().look_at(text, text::paragraphs(text));
  const std::vector<quote::TokenRange> sequences = quote::sequences_of(tagged);
  ASSERT_GT(sequences.size(), 1u);
  for (std::size_t i = 1; i < sequences.size(); ++i) {
    EXPECT_EQ(sequences[i].begin, sequences[i - 1].end);
    EXPECT_EQ(tagged.tokens[sequences[i].begin].word.normal, tagged.tokens[0].word.normal);
  }
  EXPECT_EQ(sequences.back().end, tagged.tokens.size());
}

}  // namespace
