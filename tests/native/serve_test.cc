#include "cli/serve_page.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "local_site.h"

namespace {

// A page of one file, served, and a client that asks for it.
class Served {
 public:
  explicit Served(cli::FetchRules rules = {}) {
    std::filesystem::create_directories(folder_ / "fonts");
    std::ofstream(folder_ / "index.html") << "<!doctype html><title>Quoth</title>";
    std::ofstream(folder_ / "app.wasm") << "wasm";
    std::ofstream(folder_ / ".hidden") << "hidden";
    std::ofstream(folder_.string() + ".secret") << "secret";
    server_.emplace(folder_, std::move(rules));
    const auto bound = server_->bind(0);
    EXPECT_TRUE(bound);
    port = *bound;
    serving_ = std::thread([this] { server_->run(); });
    client.emplace("127.0.0.1", port);
    while (!client->Get("/")) std::this_thread::yield();
  }
  ~Served() {
    server_->stop();
    serving_.join();
    std::filesystem::remove_all(folder_);
    std::filesystem::remove(folder_.string() + ".secret");
  }

  std::string origin() const { return "http://127.0.0.1:" + std::to_string(port); }
  std::string token() {
    const std::string json = client->Get("/api/session")->body;
    return json.substr(json.find(':') + 2, 64);
  }
  httplib::Result post(const std::string& token, const std::string& body, httplib::Headers headers = {}) {
    headers.emplace("X-Quoth-Token", token);
    return client->Post("/api/fetch", headers, body, "application/json");
  }

  int port = 0;
  std::optional<httplib::Client> client;

 private:
  std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("quoth-page-" + std::to_string(::getpid()));
  std::optional<cli::PageServer> server_;
  std::thread serving_;
};

TEST(Serve, GivesThePageWithAStrictPolicy) {
  Served served;
  const auto page = served.client->Get("/");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->status, 200);
  EXPECT_EQ(page->body, "<!doctype html><title>Quoth</title>");
  EXPECT_EQ(page->get_header_value("Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(page->get_header_value("X-Content-Type-Options"), "nosniff");
  const std::string policy = page->get_header_value("Content-Security-Policy");
  EXPECT_EQ(policy.rfind("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';", 0), 0u) << policy;
  EXPECT_NE(policy.find("connect-src 'self';"), std::string::npos) << policy;
  EXPECT_EQ(served.client->Get("/app.wasm")->get_header_value("Content-Type"), "application/wasm");
}

TEST(Serve, GivesNothingButThePage) {
  Served served;
  for (const std::string path : {"/.hidden", "/missing", "/fonts", "/fonts/", "/../quoth-page-.secret", "/%2e%2e/", "/..", "//etc/passwd", "/%00", "/a%2f..%2f..%2fb"}) {
    const auto answer = served.client->Get(path);
    ASSERT_TRUE(answer) << path;
    EXPECT_NE(answer->status, 200) << path;
  }
  EXPECT_EQ(served.client->Get("/../quoth-page-" + std::to_string(::getpid()) + ".secret")->status, 404);
}

TEST(Serve, AnswersOnlyToItsOwnName) {
  Served served;
  const std::string port = ":" + std::to_string(served.port);
  EXPECT_EQ(served.client->Get("/", {{"Host", "evil.example" + port}})->status, 403);
  EXPECT_EQ(served.client->Get("/api/session", {{"Host", "evil.example"}})->status, 403);
  EXPECT_EQ(served.client->Get("/", {{"Host", "127.0.0.1"}})->status, 403);
  EXPECT_EQ(served.client->Get("/", {{"Host", "localhost" + port}})->status, 200);
}

TEST(Serve, GivesItsTokenToThePageOnly) {
  Served served;
  EXPECT_EQ(served.token().size(), 64u);
  EXPECT_EQ(served.client->Get("/api/session", {{"Sec-Fetch-Site", "same-origin"}})->status, 200);
  EXPECT_EQ(served.client->Get("/api/session", {{"Sec-Fetch-Site", "cross-site"}})->status, 403);
  EXPECT_EQ(served.client->Get("/api/session", {{"Sec-Fetch-Site", "same-site"}})->status, 403);
  EXPECT_EQ(served.client->Get("/api/session", {{"Origin", "http://evil.example"}})->status, 403);
  EXPECT_EQ(served.client->Get("/api/session", {{"Origin", served.origin()}})->status, 200);
  EXPECT_FALSE(served.client->Get("/api/session")->has_header("Access-Control-Allow-Origin"));
}

TEST(Serve, FetchesWhatThePageAsksFor) {
  LocalSite site;
  site.server.Get("/news", [](const auto&, auto& response) { response.set_content("<p>“Go,” she said.</p>", "text/html; charset=utf-8"); });
  site.server.Get("/short", [](const auto&, auto& response) { response.set_redirect("/news"); });
  site.start();
  Served served({.allowed_hosts = {site.host()}});

  const auto page = served.post(served.token(), R"({"url":")" + site.url("/short") + R"("})", {{"Origin", served.origin()}});
  ASSERT_TRUE(page);
  EXPECT_EQ(page->status, 200) << page->body;
  EXPECT_EQ(page->body, "<p>“Go,” she said.</p>");
  EXPECT_EQ(page->get_header_value("Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(page->get_header_value("X-Quoth-Final-Url"), site.url("/news"));
  EXPECT_EQ(page->get_header_value("Content-Security-Policy"), "default-src 'none'; sandbox");
}

TEST(Serve, FetchesForNobodyElse) {
  LocalSite site;
  int visits = 0;
  site.server.Get("/news", [&](const auto&, auto& response) {
    ++visits;
    response.set_content("text", "text/plain");
  });
  site.start();
  Served served({.allowed_hosts = {site.host()}});
  const std::string body = R"({"url":")" + site.url("/news") + R"("})";
  EXPECT_EQ(served.post("", body)->status, 403);
  EXPECT_EQ(served.post(std::string(64, '0'), body)->status, 403);
  EXPECT_EQ(served.post(served.token(), body, {{"Origin", "http://evil.example"}})->status, 403);
  EXPECT_EQ(served.post(served.token(), body, {{"Sec-Fetch-Site", "cross-site"}})->status, 403);
  EXPECT_EQ(visits, 0);
  EXPECT_EQ(served.post(served.token(), body)->status, 200);
  EXPECT_EQ(visits, 1);
}

TEST(Serve, SaysInASentenceWhatFailed) {
  LocalSite site;
  site.start();
  Served served;
  const auto refused = served.post(served.token(), R"({"url":")" + site.url("/") + R"("})");
  EXPECT_EQ(refused->status, 403);
  EXPECT_EQ(refused->body, R"({"error":"127.0.0.1 is in this machine, not on the public web: such pages are not fetched."})");
  EXPECT_EQ(served.post(served.token(), "{}")->body, R"({"error":"The request names no address."})");
  EXPECT_EQ(served.post(served.token(), "[")->status, 400);
  EXPECT_EQ(served.post(served.token(), R"({"url":7})")->status, 400);
  EXPECT_EQ(served.post(served.token(), std::string(100'000, ' '))->status, 413);
}

TEST(Serve, DoesNotShareAPort) {
  cli::PageServer first(".", {}), second(".", {});
  const auto port = first.bind(0);
  ASSERT_TRUE(port);
  const auto taken = second.bind(*port);
  ASSERT_FALSE(taken);
  EXPECT_EQ(text::to_string(taken.error()), "port " + std::to_string(*port) + " is taken");
}

}  // namespace
