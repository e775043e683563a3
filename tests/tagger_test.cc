#include <gtest/gtest.h>

#include "quote/decode.h"
#include "quote/lattice.h"
#include "quote/link.h"
#include "quote/propose.h"
#include "quote/tagger.h"
#include "quote/tagger_features.h"
#include "text/segment.h"

namespace {

using quote::Label;

std::vector<quote::Report> reports_of(const std::string& text) {
  document::Document d;
  d.article.text = text;
  int number = 0;
  for (const text::Span paragraph : text::paragraphs(text))
    d.article.blocks.push_back({.id = document::BlockId("b" + std::to_string(++number)), .span = paragraph});
  const std::vector<quote::Passage> passages = quote::passages(d);
  quote::Opinions opinions;
  return quote::propose(text, passages, quote::reports_by_sieves(text, passages), quote::built_in_tagger(), opinions);
}

// "source | cue | content" of each report, one a line.
std::string proposals(const std::string& text) {
  std::string out;
  for (const quote::Report& r : reports_of(text)) {
    out += std::string(text::slice(text, r.source)) + " | " + std::string(text::slice(text, r.cue)) + " |";
    for (const text::Span piece : r.content) out += " " + std::string(text::slice(text, piece));
    out += "\n";
  }
  return out;
}

TEST(Tagger, FindsIndirectSpeech) {
  EXPECT_EQ(proposals("The finance minister said on Monday that prices would fall before the winter."),
            "The finance minister | said | that prices would fall before the winter\n");
  EXPECT_EQ(proposals("Sales fell by a tenth in May, according to the bank."), "the bank | according to | Sales fell by a tenth in May\n");
}

TEST(Tagger, KeepsTheMarksOfDirectSpeech) {
  const std::string text = "“We will rebuild the bridge,” said Ana Ruiz. “It will take a year.”";
  EXPECT_EQ(proposals(text), "Ana Ruiz | said | “We will rebuild the bridge,” “It will take a year.”\n");
}

TEST(Tagger, ASurerReportHasMoreConfidence) {
  const auto confidence = [](const std::string& text) {
    const std::vector<quote::Report> reports = reports_of(text);
    return reports.empty() ? 0 : reports[0].confidence;
  };
  EXPECT_GT(confidence("“We will rebuild the bridge,” said Ana Ruiz."), confidence("Critics of the plan see it as a waste."));
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
    for (const quote::Report& r : reports_of(text)) {
      ASSERT_FALSE(r.content.empty());
      for (const text::Span span : r.content) EXPECT_LT(span.begin, span.end);
    }
  }
}

// Every labelling of a short stretch, one by one: the lattice must agree with the best of those that have the piece.
TEST(Lattice, RegretIsTheDistanceToTheBestLabelling) {
  constexpr std::size_t n = 4;
  std::vector<quote::Scores> scores(n);
  quote::Transitions transitions;
  std::uint32_t state = 12345;
  const auto next = [&] { return static_cast<std::int32_t>((state = state * 1664525u + 1013904223u) >> 20) - 2048; };
  for (quote::Scores& s : scores)
    for (std::int32_t& x : s) x = next();
  for (quote::Scores& s : transitions.follow)
    for (std::int32_t& x : s) x = next();
  const quote::Lattice lattice(scores, transitions, {{0, n}});
  const quote::TokenRange piece{1, 3};
  std::int64_t best = -1000000, with_piece = -1000000;
  for (int code = 0; code < 7 * 7 * 7 * 7; ++code) {
    std::vector<Label> labels;
    std::int64_t score = 0;
    bool allowed = true;
    for (int i = 0, rest = code; i < static_cast<int>(n); ++i, rest /= 7) {
      const auto t = static_cast<std::size_t>(i);
      labels.push_back(static_cast<Label>(rest % 7));
      score += scores[t][static_cast<std::size_t>(rest % 7)];
      allowed &= quote::may_follow(i == 0 ? Label::none : labels[t - 1], labels[t]);
      if (i > 0) score += transitions.follow[static_cast<std::size_t>(labels[t - 1])][static_cast<std::size_t>(labels[t])];
    }
    if (!allowed) continue;
    best = std::max(best, score);
    if (labels[1] == Label::content_begin && labels[2] == Label::content && labels[3] != Label::content) with_piece = std::max(with_piece, score);
  }
  EXPECT_EQ(lattice.regret(quote::Role::content, piece), best - with_piece);
  EXPECT_EQ(lattice.regret(quote::Role::content, {2, 2}), quote::Lattice::kImpossible);
}

TEST(Choose, TheWorthiestWinAndShareNoWord) {
  const auto ranked = [](quote::TokenRange content, int sure) {
    return quote::Ranked{.linked = {.content = {content}}, .exact = sure, .found = sure, .source_right = sure};
  };
  const std::vector<quote::Ranked> chosen = quote::choose({ranked({4, 9}, 700), ranked({0, 5}, 800), ranked({9, 12}, 600), ranked({20, 22}, 300)}, 450);
  ASSERT_EQ(chosen.size(), 2u);
  EXPECT_EQ(chosen[0].linked.content[0], (quote::TokenRange{0, 5}));
  EXPECT_EQ(chosen[1].linked.content[0], (quote::TokenRange{9, 12}));
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
