// Whole articles: tests/articles/SLUG/source.txt comes in as pasted text; expected.marked.txt is what is
// found in it, and the blocks that are left out. Set QUOTH_UPDATE=1 to write what is found now; the difference is what gets reviewed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "support/files.h"
#include "support/marked_text.h"

namespace {

namespace fs = std::filesystem;

std::vector<std::string> slugs() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(SOURCE_DIR "/tests/articles"))
    if (fs::exists(entry.path() / "source.txt")) out.push_back(entry.path().filename().string());
  std::sort(out.begin(), out.end());
  return out;
}

// The marked text, and under it the blocks that are excluded.
std::string found_in(const document::Document& d) {
  std::string out = marked_text(d);
  out += "\n---\n";
  for (const document::Block& block : d.article.blocks)
    if (block.excluded) out += block.role.name() + ": " + std::string(slice(d.article.text.view(), block.span)) + "\n";
  return out;
}

class Articles : public testing::TestWithParam<std::string> {};

TEST_P(Articles, AreAnnotatedAsExpected) {
  const fs::path folder = fs::path(SOURCE_DIR "/tests/articles") / GetParam();
  const document::Document d =
      annotate::annotate(extract::article({.bytes = support::read_file(folder / "source.txt"), .kind = extract::Kind::text}).article);
  EXPECT_TRUE(check(d).empty());
  EXPECT_EQ(annotate::annotate_again(d), d) << "a second pass changes something";
  const std::string found = found_in(d);
  if (std::getenv("QUOTH_UPDATE")) std::ofstream(folder / "expected.marked.txt", std::ios::binary) << found;
  EXPECT_EQ(found, support::read_file(folder / "expected.marked.txt"));
}

INSTANTIATE_TEST_SUITE_P(All, Articles, testing::ValuesIn(slugs()), [](const auto& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
