#include "cli/fetch.h"

#include <gtest/gtest.h>

#include "local_site.h"

namespace {

using cli::Fetched;
using cli::FetchRules;

FetchRules allowing(const LocalSite& site) { return {.allowed_hosts = {site.host()}}; }

TEST(Fetch, GivesThePageItsTypeAndWhereItCameFrom) {
  LocalSite site;
  site.server.Get("/news", [](const auto&, auto& response) { response.set_content("<p>“Go,” she said.</p>", "text/html; charset=utf-8"); });
  site.server.Get("/old", [](const auto&, auto& response) { response.set_redirect("/news?from=old", 301); });
  site.start();

  const Fetched page = cli::fetch(site.url("/old"), allowing(site));
  EXPECT_EQ(page.status, 200) << page.error;
  EXPECT_EQ(page.bytes, "<p>“Go,” she said.</p>");
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(page.url, site.url("/news?from=old"));
}

TEST(Fetch, SendsNoCookiesAndNoCredentials) {
  LocalSite site;
  httplib::Headers second;
  site.server.Get("/first", [](const auto&, auto& response) {
    response.set_header("Set-Cookie", "a=b");
    response.set_redirect("/second");
  });
  site.server.Get("/second", [&](const auto& request, auto& response) {
    second = request.headers;
    response.set_content("text", "text/plain");
  });
  site.start();
  EXPECT_EQ(cli::fetch(site.url("/first"), allowing(site)).status, 200);
  EXPECT_FALSE(second.empty());
  EXPECT_EQ(second.count("Cookie"), 0u);
  EXPECT_EQ(second.count("Authorization"), 0u);
  EXPECT_EQ(second.count("Referer"), 0u);
}

TEST(Fetch, RefusesAddressesThatAreNotPublic) {
  LocalSite site;
  site.server.Get("/", [](const auto&, auto& response) { response.set_content("secret", "text/plain"); });
  site.start();
  const std::string port = std::to_string(site.port);
  for (const std::string host : {"127.0.0.1", "localhost", "127.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "%31%32%37.0.0.1"}) {
    const Fetched page = cli::fetch("http://" + host + ":" + port + "/", {});
    EXPECT_NE(page.status, 200) << host;
    EXPECT_EQ(page.bytes, "") << host;
  }
  EXPECT_EQ(cli::fetch(site.url("/"), {}).error, "127.0.0.1 is in this machine, not on the public web: such pages are not fetched.");
  EXPECT_EQ(cli::fetch(site.url("/"), {}).status, 403);
  EXPECT_EQ(cli::fetch("http://169.254.169.254/latest/meta-data/", {}).status, 403);
}

TEST(Fetch, LooksAtEveryRedirectAgain) {
  LocalSite site, inner;
  inner.server.Get("/", [](const auto&, auto& response) { response.set_content("secret", "text/plain"); });
  inner.start();
  site.server.Get("/in", [&](const auto&, auto& response) { response.set_redirect(inner.url("/")); });
  site.server.Get("/file", [](const auto&, auto& response) { response.set_redirect("file:///etc/passwd"); });
  site.server.Get("/round", [](const auto&, auto& response) { response.set_redirect("/round"); });
  site.start();
  EXPECT_EQ(cli::fetch(site.url("/in"), allowing(site)).status, 403);
  EXPECT_NE(cli::fetch(site.url("/file"), allowing(site)).status, 200);
  EXPECT_EQ(cli::fetch(site.url("/round"), allowing(site)).error, "The site leads on to another address more than 5 times.");
}

TEST(Fetch, TakesOnlyWebAddressesWithoutCredentials) {
  EXPECT_EQ(cli::fetch("file:///etc/passwd", {}).error, "Only addresses that begin with http or https can be opened.");
  EXPECT_EQ(cli::fetch("gopher://example.org/", {}).error, "Only addresses that begin with http or https can be opened.");
  EXPECT_EQ(cli::fetch("http://me:secret@example.org/", {}).error, "An address with a name or password in it is not opened.");
  for (const std::string address : {"", "http://", "not an address", "javascript:alert(1)", "http://exa mple.org/"}) EXPECT_EQ(cli::fetch(address, {}).status, 400) << address;
}

TEST(Fetch, TakesOnlyPagesAndPlainText) {
  LocalSite site;
  site.server.Get("/picture", [](const auto&, auto& response) { response.set_content("x", "image/png"); });
  site.server.Get("/nothing", [](const auto&, auto& response) { response.set_content("x", ""); });
  site.server.Get("/xhtml", [](const auto&, auto& response) { response.set_content("x", "Application/XHTML+XML; charset=utf-8"); });
  site.start();
  const Fetched picture = cli::fetch(site.url("/picture"), allowing(site));
  EXPECT_EQ(picture.status, 415);
  EXPECT_EQ(picture.error, "This address holds image/png, not a page or plain text.");
  EXPECT_EQ(cli::fetch(site.url("/nothing"), allowing(site)).status, 415);
  EXPECT_EQ(cli::fetch(site.url("/xhtml"), allowing(site)).status, 200);
  EXPECT_EQ(cli::fetch(site.url("/missing"), allowing(site)).error, "127.0.0.1 answered with the error 404.");
}

TEST(Fetch, StopsAtItsLimits) {
  LocalSite site;
  site.server.Get("/large", [](const auto&, auto& response) { response.set_content(std::string(5000, 'x'), "text/plain"); });
  site.server.Get("/endless", [](const auto&, auto& response) {
    response.set_chunked_content_provider("text/plain", [](std::size_t, httplib::DataSink& sink) { return sink.write("word ", 5); });
  });
  site.server.Get("/slow", [](const auto&, auto& response) {
    std::this_thread::sleep_for(std::chrono::milliseconds(400));
    response.set_content("late", "text/plain");
  });
  site.start();
  FetchRules rules = allowing(site);
  rules.most_bytes = 4999;
  EXPECT_EQ(cli::fetch(site.url("/large"), rules).status, 502);
  rules.most_bytes = 1'000'000;
  EXPECT_EQ(cli::fetch(site.url("/large"), rules).status, 200);
  EXPECT_EQ(cli::fetch(site.url("/endless"), rules).error, "The page is larger than 1 MB.");
  rules.most_time = std::chrono::milliseconds(100);
  EXPECT_EQ(cli::fetch(site.url("/slow"), rules).status, 504);
  rules.stopped = [] { return true; };
  EXPECT_EQ(cli::fetch(site.url("/large"), rules).status, 503);
}

}  // namespace
