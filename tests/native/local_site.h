// A web site on this machine, for the tests of `quoth serve`: every path gives what the test set for it.
#pragma once

#include <httplib.h>

#include <string>
#include <thread>

class LocalSite {
 public:
  LocalSite() {
    server.set_keep_alive_timeout(1);
    port = server.bind_to_any_port("127.0.0.1");
  }
  ~LocalSite() {
    server.stop();
    if (serving_.joinable()) serving_.join();
  }

  void start() {
    serving_ = std::thread([this] { server.listen_after_bind(); });
    while (!server.is_running()) std::this_thread::yield();
  }
  std::string host() const { return "127.0.0.1:" + std::to_string(port); }
  std::string url(const std::string& path) const { return "http://" + host() + path; }

  httplib::Server server;
  int port = 0;

 private:
  std::thread serving_;
};
