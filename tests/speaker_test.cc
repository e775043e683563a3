// What the marked texts of tests/spec cannot say of speakers: kinds, roles, aliases, doubts.
#include <gtest/gtest.h>

#include "annotate/annotate.h"

namespace {

document::Document annotated(const std::string& text) {
  document::Article article;
  article.text = document::SharedText(text);
  return annotate::annotate(std::move(article));
}

const document::Speaker* named(const document::Document& d, std::string_view name) {
  for (const document::Speaker& s : d.speakers)
    if (s.name == name) return &s;
  return nullptr;
}

TEST(Speakers, ASurnameOfTwoIsDoubtful) {
  const document::Document d = annotated("Tom Dale said that the road was closed. Mary Dale said that it was open. Dale later said that it was late.");
  ASSERT_EQ(d.quotations.size(), 3u);
  EXPECT_LT(*d.quotations[2].origin.confidence, 600);
  EXPECT_NE(d.quotations[2].origin.method.find("speaker/doubtful"), std::string::npos);
  EXPECT_GT(*d.quotations[0].origin.confidence, 600);
}

TEST(Speakers, ABodyIsCalledByItsSpokeswoman) {
  const document::Document d = annotated("Zenner Bank closed its branch in Oslo. “We are sorry,” a spokeswoman for the bank said.");
  const document::Speaker* bank = named(d, "Zenner Bank");
  ASSERT_TRUE(bank);
  EXPECT_EQ(bank->kind, document::kOrganisation);
  EXPECT_EQ(bank->aliases, std::vector<std::string>{"a spokeswoman for the bank"});
}

TEST(Speakers, AReportIsADocumentWithoutItsArticle) {
  const document::Document d = annotated("A leaked report from 2022 says that the wall was thin. The document warns that others may fall.");
  ASSERT_EQ(d.speakers.size(), 1u);
  EXPECT_EQ(d.speakers[0].name, "leaked report");
  EXPECT_EQ(d.speakers[0].kind, document::kDocument);
}

TEST(Speakers, ARoleBeforeTheNameIsKept) {
  const document::Document d = annotated("The chair, Ana Ruiz, opened the hearing. “Let us begin,” she said.");
  const document::Speaker* ruiz = named(d, "Ana Ruiz");
  ASSERT_TRUE(ruiz);
  EXPECT_EQ(ruiz->roles, std::vector<std::string>{"chair"});
}

}  // namespace
