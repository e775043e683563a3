// Fetches one page of the public web, as the person asked for it by its address: http and https only, without
// cookies, credentials or proxies. The address of every site on the way (redirects too) is looked up once, must
// be public (address.h), and is the one that is connected to. What comes is bounded in size, time and kind.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace cli {

struct FetchRules {
  std::vector<std::string> allowed_hosts;   // "127.0.0.1:8000": these need not be public. For tests.
  std::size_t most_bytes = 10'000'000;      // after decompression
  std::chrono::milliseconds most_time = std::chrono::seconds(20);  // in all
  int most_redirects = 5;
  std::function<bool()> stopped = [] { return false; };  // asked now and then, from the calling thread
};

struct Fetched {
  int status = 200;          // else 4xx: the address is at fault; 5xx: the site
  std::string error;         // a sentence for the person, if status is not 200
  std::string bytes;
  std::string content_type;  // as the site sent it
  std::string url;           // after redirects
};

Fetched fetch(const std::string& url, const FetchRules&);

}  // namespace cli
