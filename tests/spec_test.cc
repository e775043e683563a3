// The examples of tests/spec/*.md: the program is given each text without its marks and must put the same marks back.
// What it cannot do yet is listed in tests/spec/known_gaps.txt; a gap that closes must leave the list.
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "support/marked_text.h"

namespace {

const std::string kFolder = SOURCE_DIR "/tests/spec";

std::string name_of_gap(const SpecExample& e) { return e.heading + " (" + std::to_string(e.number) + ")"; }

const std::set<std::string>& known_gaps() {
  static const std::set<std::string> gaps = [] {
    std::set<std::string> read;
    std::ifstream in(kFolder + "/known_gaps.txt");
    for (std::string line; std::getline(in, line);)
      if (!line.empty() && line[0] != '#') read.insert(line);
    return read;
  }();
  return gaps;
}

document::Document annotated_document(const SpecExample& e) {
  std::string text = plain_text(e.text);
  document::Article article;
  if (e.pasted) article = extract::article({.bytes = std::move(text), .kind = extract::Kind::text}).article;
  else article.text = document::SharedText(std::move(text));
  const document::Document d = annotate::annotate(std::move(article));
  for (const text::Error& error : check(d)) ADD_FAILURE() << to_string(error);
  return d;
}

std::string annotated(const SpecExample& e) { return marked_text(annotated_document(e)); }

class Spec : public testing::TestWithParam<SpecExample> {};

TEST_P(Spec, Holds) {
  const SpecExample& e = GetParam();
  const std::string got = annotated(e);
  if (known_gaps().contains(name_of_gap(e))) EXPECT_NE(got, e.text) << "holds now: take it out of tests/spec/known_gaps.txt";
  else EXPECT_EQ(got, e.text) << "tests/spec/" << e.file << ":" << e.line;
}

std::string test_name(const testing::TestParamInfo<SpecExample>& info) {
  std::string name;
  for (const char c : info.param.heading) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
  return name + "_" + std::to_string(info.param.number);
}

INSTANTIATE_TEST_SUITE_P(Quotations, Spec, testing::ValuesIn(spec_examples(kFolder, "quotations.md")), test_name);
INSTANTIATE_TEST_SUITE_P(Speakers, Spec, testing::ValuesIn(spec_examples(kFolder, "speakers.md")), test_name);

class ReportSpec : public testing::TestWithParam<SpecExample> {};

TEST_P(ReportSpec, Holds) {
  const SpecExample& e = GetParam();
  EXPECT_EQ(marked_reports(annotated_document(e)), e.text) << "tests/spec/" << e.file << ":" << e.line;
}

INSTANTIATE_TEST_SUITE_P(Reports, ReportSpec, testing::ValuesIn(spec_examples(kFolder, "reports.md")), test_name);

class ClaimSpec : public testing::TestWithParam<SpecExample> {};

TEST_P(ClaimSpec, Holds) {
  const SpecExample& e = GetParam();
  EXPECT_EQ(marked_claims(annotated_document(e)), e.text) << "tests/spec/" << e.file << ":" << e.line;
}

INSTANTIATE_TEST_SUITE_P(Claims, ClaimSpec, testing::ValuesIn(spec_examples(kFolder, "claims.md")), test_name);

TEST(Spec, EveryKnownGapIsAnExample) {
  std::set<std::string> names;
  for (const char* file : {"quotations.md", "speakers.md"})
    for (const SpecExample& e : spec_examples(kFolder, file))
      EXPECT_TRUE(names.insert(name_of_gap(e)).second) << "two examples are called " << name_of_gap(e);
  for (const std::string& gap : known_gaps()) EXPECT_TRUE(names.contains(gap)) << gap;
  EXPECT_GT(names.size(), 60u);
}

}  // namespace
