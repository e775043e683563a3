// quoth serve: the page on this machine, and a safe way for it to fetch addresses (serve_page.h).
#include <curl/curl.h>
#include <pthread.h>
#include <spawn.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <thread>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/serve_page.h"

#ifdef __APPLE__
extern char** environ;
#endif

namespace cli {
namespace {

constexpr int kUsualPort = 8642;

constexpr std::string_view kHelp =
    "Serves the page on http://127.0.0.1, for this machine only, and fetches for it the public pages whose address is\n"
    "typed there. Without --port another port is taken if the usual one is in use. Ctrl+C ends it.\n";

constexpr Option kOptions[] = {
    {"--port", "N", "the port; without it 8642; 0: any that is free"},
    {"--no-open", "", "do not open the page in a browser"},
    {"--page", "DIR", "where the page is; without it dist/ of the folder that the program was built in"},
    {"--allow-host", "HOST:PORT", "fetch from there although it is not public (for tests); may be given more than once", true},
};

// dist/ beside build/native/quoth, wherever the program was called from.
std::filesystem::path usual_page() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? "dist" : program.parent_path().parent_path().parent_path() / "dist";
}

// None: not a port.
std::optional<int> port_of(const std::string& value) {
  int port = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, fault] = std::from_chars(value.data(), end, port);
  return fault == std::errc() && stop == end && port >= 0 && port <= 65535 ? std::optional(port) : std::nullopt;
}

// In the person's browser, if there is a screen. What goes wrong with that is not worth a word: the address is printed.
void open_browser(const std::string& address) {
#ifdef __APPLE__
  const char* opener = "open";
#else
  if (!std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY")) return;
  const char* opener = "xdg-open";
#endif
  std::string argument = address;
  char* words[] = {const_cast<char*>(opener), argument.data(), nullptr};
  // The browser must not inherit that this program waits for its signals.
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  pid_t process = 0;
  posix_spawnp(&process, opener, nullptr, &attributes, words, environ);
  posix_spawnattr_destroy(&attributes);
}

}  // namespace

int serve(std::span<const std::string> words) {
  Arguments arguments;
  if (const auto code = cannot_begin("serve", words, kOptions, kHelp, 0, arguments)) return *code;
  const auto given = arguments.get("--port");
  const auto wanted = given ? port_of(*given) : std::optional(kUsualPort);
  if (!wanted) return wrong_usage("serve", "--port takes a number from 0 to 65535");
  const auto folder = arguments.get("--page");
  const std::filesystem::path page = folder ? std::filesystem::path(*folder) : usual_page();
  if (!std::filesystem::exists(page / "index.html"))
    return bad_input({page.string(), "there is no page; build it with ./build-wasm.sh, or name its folder with --page"});

  // Ctrl+C and a polite kill are waited for below. Every thread inherits that they do not interrupt it.
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  curl_global_init(CURL_GLOBAL_DEFAULT);

  PageServer server(page, {.allowed_hosts = arguments.all("--allow-host")});
  auto port = server.bind(*wanted);
  if (!port && !given) port = server.bind(0);
  if (!port) return bad_input(port.error());
  const std::string address = "http://127.0.0.1:" + std::to_string(*port) + "/";
  std::cout << "Quoth is at " << address << " (Ctrl+C ends it)" << std::endl;
  if (!arguments.has("--no-open")) open_browser(address);

  std::thread serving([&] { server.run(); });
  int signal = 0;
  sigwait(&ends, &signal);
  server.stop();
  serving.join();
  return kDone;
}

}  // namespace cli
