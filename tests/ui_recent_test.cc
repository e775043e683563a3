// What the browser keeps, what the page asks, and links: the lists and notices, and what pressing their parts asks for.
#include <gtest/gtest.h>

#include "format/link.h"
#include "format/qr.h"
#include "support/ui_page.h"

namespace {

using ui_page::article;
using ui_page::Page;

template <typename Request>
const Request* last(const Page& p) {
  return p.requests.empty() ? nullptr : std::get_if<Request>(&p.requests.back());
}

void keep_two(Page& p) {
  p.around.recent = {{"k1", "The bridge", "today, 10:00 · 4.1 kB"}, {"k2", "The ferry", "yesterday, 9:00 · 2.0 kB"}};
  p.settle();
}

TEST(Recent, AnArticleOfTheEmptyPageOpens) {
  Page p;
  keep_two(p);
  p.click("recent.2");
  ASSERT_TRUE(last<ui::OpenRecent>(p));
  EXPECT_EQ(last<ui::OpenRecent>(p)->number, 2);
}

TEST(Recent, ADeletedArticleCanBePutBack) {
  Page p;
  keep_two(p);
  p.click("recent.1.delete");
  ASSERT_TRUE(last<ui::RemoveRecent>(p));
  EXPECT_TRUE(last<ui::RemoveRecent>(p)->removed);
  p.around.recent[0].removed = true;
  p.settle();
  EXPECT_FALSE(p.view.places.contains("recent.1"));
  p.click("recent.1.restore");
  EXPECT_FALSE(last<ui::RemoveRecent>(p)->removed);
}

TEST(Recent, TheListIsABoxOverAnOpenArticle) {
  Page p;
  p.open(article());
  keep_two(p);
  p.command("recent");
  p.click("recent.1");
  ASSERT_TRUE(last<ui::OpenRecent>(p));
  EXPECT_EQ(p.view.panel(), "");
}

TEST(Recent, AVersionIsAskedForByItsNumber) {
  Page p;
  p.open(article());
  p.command("versions");
  p.around.versions = {{"1", "The bridge", "today, 10:05"}, {"0", "The bridge", "today, 10:00"}};
  p.settle();
  p.click("version.2");
  ASSERT_TRUE(last<ui::RestoreVersion>(p));
  EXPECT_EQ(last<ui::RestoreVersion>(p)->number, 2);
}

TEST(Asks, AreAnsweredByTheirButtonsWithAndWithoutAnArticle) {
  for (const bool open : {false, true}) {
    Page p;
    if (open) p.open(article());
    p.around.asks = {{"notice.asked", "Open the text that was shared", "It came from another program.", "Open", "confirm", "decline"}};
    p.settle();
    p.click("notice.asked.button");
    ASSERT_TRUE(last<ui::Answer>(p)) << open;
    EXPECT_TRUE(last<ui::Answer>(p)->yes);
    p.click("notice.asked.close");
    EXPECT_FALSE(last<ui::Answer>(p)->yes);
  }
}

TEST(Links, EachScopeIsCopied) {
  Page p;
  p.around.address = "https://example.org/";
  p.open(article());
  p.command("share");
  p.click("share.marks");
  ASSERT_TRUE(last<ui::ShareLink>(p));
  EXPECT_EQ(last<ui::ShareLink>(p)->scope, "marks");
  EXPECT_FALSE(p.view.places.contains("send.marks"));
  p.around.can_share = true;
  p.settle();
  p.click("send.text");
  EXPECT_TRUE(last<ui::ShareLink>(p)->to_app);
  ASSERT_EQ(p.view.link_lengths.size(), 3u);
  EXPECT_EQ(p.view.link_lengths[0], std::string("https://example.org/").size() + write_link(p.s.document, format::LinkScope::kText).size());
}

TEST(Links, WhereALengthFitsIsSaidInWords) {
  EXPECT_EQ(ui::where_it_fits(500), "short enough everywhere");
  EXPECT_EQ(ui::where_it_fits(4001), "too long for short-link services, a QR code or Slack");
  EXPECT_EQ(ui::where_it_fits(3'000'000), "too long for any browser: share the file");
}

TEST(Share, ALinkThatIsShortEnoughIsShownAsAQrCodeAndSaved) {
  Page p;
  p.open(article());
  p.command("share");
  p.click("qr.speakers");
  ASSERT_TRUE(p.view.places.contains("qr"));
  const auto wanted = format::qr_code(p.around.address + format::write_link(p.s.document, format::LinkScope::kSpeakers));
  p.click("qr.save");
  ASSERT_TRUE(last<ui::DownloadFile>(p));
  EXPECT_EQ(last<ui::DownloadFile>(p)->bytes, format::to_svg(*wanted));
  p.command("qr-code", "speakers");
  EXPECT_EQ(p.view.qr_scope, "");
}

TEST(Share, TheMarksOfAFileAreAskedForByACommandOfTheirOwn) {
  Page p;
  p.open(article());
  ui::Output out;
  ui::find_command("put-marks")->run(p.s, p.view, {}, out);
  ASSERT_EQ(out.requests.size(), 1u);
  EXPECT_EQ(std::get<ui::AskForFile>(out.requests[0]).kind, "marks-file");
}

}  // namespace
