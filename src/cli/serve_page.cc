#include "cli/serve_page.h"

#include <httplib.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "format/json_tree.h"
#include "format/json_writer.h"

namespace cli {
namespace {

using httplib::Request;
using httplib::Response;

constexpr std::size_t kMostRequestBytes = 64 * 1024;  // an address, and room

// Everything the page needs is its own; the one exception, data: and blob: images, cannot carry anything away.
constexpr const char* kPagePolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const std::map<std::string, std::string>& media_types() {
  static const std::map<std::string, std::string> types = {
      {".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},         {".wasm", "application/wasm"},             {".txt", "text/plain; charset=utf-8"},
      {".svg", "image/svg+xml"},             {".png", "image/png"},                     {".ico", "image/x-icon"},
      {".ttf", "font/ttf"},                  {".otf", "font/otf"},                      {".woff2", "font/woff2"},
      {".webmanifest", "application/manifest+json"},
  };
  return types;
}

std::string random_token() {
  std::random_device random;
  std::string token;
  for (int i = 0; i < 8; ++i) {
    char digits[9];
    std::snprintf(digits, sizeof digits, "%08x", static_cast<unsigned>(random()));
    token += digits;
  }
  return token;
}

// In time that does not depend on where they differ.
bool same(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) difference |= static_cast<unsigned char>(a[i] ^ b[i]);
  return difference == 0;
}

// A provider rather than a body: httplib would compress a body, brotli at its slowest, for a browser on the same machine.
void answer(Response& response, std::string bytes, const std::string& type) {
  const auto held = std::make_shared<const std::string>(std::move(bytes));
  if (held->empty()) return response.set_content("", type);
  response.set_content_provider(held->size(), type, [held](std::size_t offset, std::size_t size, httplib::DataSink& sink) {
    return sink.write(held->data() + offset, size);
  });
}

void answer_json(Response& response, std::string json) {
  response.set_header("Cache-Control", "no-store");
  answer(response, std::move(json), "application/json");
}

void refuse(Response& response, int status, const std::string& sentence) {
  response.status = status;
  format::JsonWriter out;
  out.begin_object().key("error").text(sentence).end_object();
  answer_json(response, out.take());
}

// A path of plain names; nothing hidden, nothing above, nothing empty ("//etc/passwd" names the root).
bool plain(const std::string& path) {
  bool at_start = false;
  for (const char c : path) {
    if (at_start && (c == '.' || c == '/')) return false;
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '.' && c != '-' && c != '_' && c != '/') return false;
    at_start = c == '/';
  }
  return true;
}

// The word after "charset=" stays, other bytes that a header may not hold go.
std::string header_text(const std::string& value) {
  std::string text;
  for (const char c : value) {
    if (c >= ' ' && c < 127) text += c;
  }
  return text;
}

}  // namespace

PageServer::PageServer(std::filesystem::path page, FetchRules rules)
    : page_(std::move(page)), rules_(std::move(rules)), token_(random_token()), server_(std::make_unique<httplib::Server>()) {
  rules_.stopped = [this] { return stopped_.load(); };
  server_->new_task_queue = [] { return new httplib::ThreadPool(16); };  // a browser keeps six connections open
  server_->set_keep_alive_timeout(1);
  server_->set_payload_max_length(kMostRequestBytes);
  // Not SO_REUSEPORT, with which httplib would share the port with whoever has it already.
  server_->set_socket_options([](auto socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server_->set_default_headers({{"X-Content-Type-Options", "nosniff"},
                                {"Referrer-Policy", "no-referrer"},
                                {"Cross-Origin-Opener-Policy", "same-origin"},
                                {"Cross-Origin-Resource-Policy", "same-origin"}});

  // True if the page itself asks. A browser says so in one of two headers, and no script can change them.
  const auto from_the_page = [](const Request& request) {
    if (request.has_header("Sec-Fetch-Site") && request.get_header_value("Sec-Fetch-Site") != "same-origin") return false;
    return !request.has_header("Origin") || request.get_header_value("Origin") == "http://" + request.get_header_value("Host");
  };

  server_->set_pre_routing_handler([this](const Request& request, Response& response) {
    const std::string host = request.get_header_value("Host");
    if (request.get_header_value_count("Host") == 1 && (host == host_ || host == "localhost" + host_.substr(host_.find(':'))))
      return httplib::Server::HandlerResponse::Unhandled;
    refuse(response, 403, "This server answers to http://" + host_ + " only.");
    return httplib::Server::HandlerResponse::Handled;
  });

  server_->Get("/api/session", [this, from_the_page](const Request& request, Response& response) {
    if (!from_the_page(request)) return refuse(response, 403, "Only the page itself may ask for this.");
    format::JsonWriter out;
    out.begin_object().key("token").text(token_).end_object();
    answer_json(response, out.take());
  });

  server_->Post("/api/fetch", [this, from_the_page](const Request& request, Response& response) {
    if (!from_the_page(request) || !same(request.get_header_value("X-Quoth-Token"), token_))
      return refuse(response, 403, "Only the page itself may ask for this. Reload it if the server was started anew.");
    const auto asked = format::parse_json(request.body);
    const auto url = asked ? (*asked)->root()["url"] : format::JsonValue();
    if (!url.is(format::JsonKind::string)) return refuse(response, 400, "The request names no address.");
    Fetched page = fetch(std::string(url.text()), rules_);
    if (page.status != 200) return refuse(response, page.status, page.error);
    // Should these bytes ever be opened as a page of this server, they can do nothing.
    response.set_header("Content-Security-Policy", "default-src 'none'; sandbox");
    response.set_header("Cache-Control", "no-store");
    response.set_header("X-Quoth-Final-Url", header_text(page.url));
    answer(response, std::move(page.bytes), header_text(page.content_type));
  });

  server_->Get("/.*", [this](const Request& request, Response& response) {
    const std::string path = request.path.back() == '/' ? request.path + "index.html" : request.path;
    const std::filesystem::path file = page_.string() + path;
    std::error_code error;
    if (!plain(path) || !std::filesystem::is_regular_file(file, error)) {
      response.status = 404;
      return response.set_content("There is no such page.\n", "text/plain; charset=utf-8");
    }
    std::ifstream in(file, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    const auto type = media_types().find(file.extension().string());
    response.set_header("Content-Security-Policy", kPagePolicy);
    response.set_header("Cache-Control", "no-cache");
    answer(response, std::move(bytes).str(), type == media_types().end() ? "application/octet-stream" : type->second);
  });
}

PageServer::~PageServer() = default;

text::Result<int> PageServer::bind(int port) {
  const int bound = port == 0 ? server_->bind_to_any_port("127.0.0.1") : server_->bind_to_port("127.0.0.1", port) ? port : -1;
  if (bound <= 0) return text::Error{"", "port " + std::to_string(port) + " is taken"};
  host_ = "127.0.0.1:" + std::to_string(bound);
  return bound;
}

void PageServer::run() { server_->listen_after_bind(); }

void PageServer::stop() {
  stopped_ = true;
  server_->stop();
}

}  // namespace cli
