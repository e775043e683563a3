// The server behind `quoth serve`: the files of the page, and two addresses that only the page may use.
//
//   GET  /api/session   {"token": …}                     same origin only
//   POST /api/fetch     {"url": …}, header X-Quoth-Token
//        -> the bytes of that page, with its Content-Type, and X-Quoth-Final-Url
//        -> 4xx or 5xx and {"error": "a sentence"}
//
// It listens on 127.0.0.1 only. Another site that a browser has open can neither read from it (the Host header
// is checked, so that no name can be made to point here; and nothing allows cross-origin reading) nor make it
// fetch (Origin and token are checked).
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "cli/fetch.h"
#include "text/result.h"

namespace httplib {
class Server;
}

namespace cli {

class PageServer {
 public:
  PageServer(std::filesystem::path page, FetchRules);
  ~PageServer();

  // Takes `port`, or any free one where it is 0. Gives the port.
  text::Result<int> bind(int port);
  void run();   // until stop(), which another thread calls
  void stop();

 private:
  std::filesystem::path page_;
  FetchRules rules_;
  std::string token_;
  std::string host_;  // "127.0.0.1:PORT"
  std::atomic<bool> stopped_ = false;
  std::unique_ptr<httplib::Server> server_;
};

}  // namespace cli
