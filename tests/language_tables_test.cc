// Every row of the language tables carries its own test: `yes` must match, `no` must not.
#include <gtest/gtest.h>

#include <algorithm>

#include "annotate/annotate.h"
#include "format/marked.h"
#include "quote/mode.h"
#include "rules/table.h"
#include "rules/words.h"
#include "text/characters.h"
#include "text/segment.h"

namespace {

struct Row {
  std::string table;
  int line = 0;
  std::string key, yes, no;  // key: the cell that the examples are about
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.table << ":" << row.line; }

std::vector<Row> rows_of(const std::string& path, std::string_view key) {
  std::vector<Row> out;
  const rules::Table table = rules::load(path);
  for (const auto& row : table.rows)
    out.push_back(
        {path, row.line, std::string(table.cell(row, key)), std::string(table.cell(row, "yes")), std::string(table.cell(row, "no"))});
  return out;
}

std::string name_of(const testing::TestParamInfo<Row>& info) { return "line" + std::to_string(info.param.line); }

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> out;
  for (const text::Token& t : text::tokens(text, {0, static_cast<std::uint32_t>(text.size())}))
    out.push_back(text::to_lower(slice(text, t.span)));
  return out;
}

bool has_one_of(std::string_view text, std::string_view forms) {
  const auto wanted = rules::words(forms);
  const auto words = words_in(text);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& w) { return std::find(wanted.begin(), wanted.end(), w) != wanted.end(); });
}

document::Document annotated(const std::string& text) {
  document::Article article;
  article.text = document::SharedText(text);
  return annotate::annotate(std::move(article));
}

// True if one of the words reports something in the text.
bool is_cue_in(const std::string& forms, const std::string& text) {
  const document::Document d = annotated(text);
  return std::any_of(d.quotations.begin(), d.quotations.end(),
                     [&](const document::Quotation& q) { return has_one_of(words_of(d, q.cue), forms); });
}

class Cues : public testing::TestWithParam<Row> {};
TEST_P(Cues, Report) {
  const Row& row = GetParam();
  EXPECT_TRUE(is_cue_in(row.key, row.yes)) << row << "\n  " << row.yes;
  EXPECT_FALSE(is_cue_in(row.key, row.no)) << row << "\n  " << row.no;
}
INSTANTIATE_TEST_SUITE_P(Tables, Cues, testing::ValuesIn(rows_of("rules/en/cues.tsv", "forms")), name_of);

class CuePhrases : public testing::TestWithParam<Row> {};
TEST_P(CuePhrases, Report) {
  const Row& row = GetParam();
  EXPECT_FALSE(annotated(row.yes).quotations.empty()) << row << "\n  " << row.yes;
  EXPECT_TRUE(annotated(row.no).quotations.empty()) << row << "\n  " << row.no;
}
INSTANTIATE_TEST_SUITE_P(Tables, CuePhrases, testing::ValuesIn(rows_of("rules/en/cue_phrases.tsv", "phrase")), name_of);

class NonCues : public testing::TestWithParam<Row> {};
TEST_P(NonCues, ReportNothing) {
  const Row& row = GetParam();
  EXPECT_TRUE(annotated(row.yes).quotations.empty()) << row << "\n  " << row.yes;
  EXPECT_FALSE(annotated(row.no).quotations.empty()) << row << "\n  " << row.no;
}
INSTANTIATE_TEST_SUITE_P(Tables, NonCues, testing::ValuesIn(rows_of("rules/en/non_cues.tsv", "phrase")), name_of);

// The mode of the one quotation that is marked in the text.
std::string mode_in(const std::string& marked) {
  const text::Result<document::Document> d = format::read_marked("register: test\n---\n" + marked);
  if (!d || d->quotations.size() != 1) return "not one quotation";
  const document::Mode mode = quote::mode_of(d->article.text.view(), d->quotations[0]);
  return mode.empty() ? "said" : mode.name();
}

TEST(ReportModes, AreTold) {
  const rules::Table table = rules::load("rules/en/report_modes.tsv");
  for (const auto& row : table.rows) {
    EXPECT_EQ(mode_in(std::string(table.cell(row, "yes"))), table.cell(row, "mode")) << row.line << ": " << table.cell(row, "yes");
    EXPECT_NE(mode_in(std::string(table.cell(row, "no"))), table.cell(row, "mode")) << row.line << ": " << table.cell(row, "no");
  }
}

// True if the last two quotations of the text are by the same speaker.
bool same_speaker_in(const std::string& text) {
  const document::Document d = annotated(text);
  const std::size_t n = d.quotations.size();
  return n >= 2 && d.quotations[n - 1].speaker && d.quotations[n - 1].speaker == d.quotations[n - 2].speaker;
}

class SpeakerNouns : public testing::TestWithParam<Row> {};
TEST_P(SpeakerNouns, ComeBackToTheirSpeaker) {
  const Row& row = GetParam();
  EXPECT_TRUE(same_speaker_in(row.yes)) << row << "\n  " << row.yes;
  EXPECT_FALSE(same_speaker_in(row.no)) << row << "\n  " << row.no;
}
INSTANTIATE_TEST_SUITE_P(Tables, SpeakerNouns, testing::ValuesIn(rows_of("rules/en/speaker_nouns.tsv", "nouns")), name_of);

// The other tables list words: those of `yes` are among them, those of `no` are not.
class WordLists : public testing::TestWithParam<Row> {};
TEST_P(WordLists, HoldTheirExamples) {
  const Row& row = GetParam();
  EXPECT_TRUE(has_one_of(row.yes, row.key)) << row << "\n  " << row.yes;
  EXPECT_FALSE(has_one_of(row.no, row.key)) << row << "\n  " << row.no;
}
INSTANTIATE_TEST_SUITE_P(Classes, WordLists, testing::ValuesIn(rows_of("rules/en/words.tsv", "words")), name_of);
INSTANTIATE_TEST_SUITE_P(Titles, WordLists, testing::ValuesIn(rows_of("rules/en/titles.tsv", "titles")), name_of);
INSTANTIATE_TEST_SUITE_P(Roles, WordLists, testing::ValuesIn(rows_of("rules/en/roles.tsv", "nouns")), name_of);
INSTANTIATE_TEST_SUITE_P(Organisations, WordLists, testing::ValuesIn(rows_of("rules/en/organisations.tsv", "nouns")), name_of);
INSTANTIATE_TEST_SUITE_P(SpeakerKinds, WordLists, testing::ValuesIn(rows_of("rules/en/speaker_kinds.tsv", "words")), name_of);
INSTANTIATE_TEST_SUITE_P(FirstNames, WordLists, testing::ValuesIn(rows_of("rules/en/first_names.tsv", "names")), name_of);

TEST(Words, KnowTheirClasses) {
  EXPECT_TRUE(rules::word("minister").is(rules::kRole));
  EXPECT_TRUE(rules::word("ministry").is(rules::kBody));
  EXPECT_EQ(rules::word("mrs.").gender, rules::Gender::she);
  EXPECT_EQ(rules::word("said").form, rules::VerbForm::past);
  EXPECT_EQ(rules::word("no such word").classes, 0u);
}

}  // namespace
