#include "cli/fetch.h"

#include <curl/curl.h>
#include <netdb.h>

#include <algorithm>
#include <chrono>
#include <future>
#include <memory>
#include <thread>

#include "cli/address.h"

namespace cli {
namespace {

using Clock = std::chrono::steady_clock;
using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

Fetched failed(int status, std::string sentence) { return {.status = status, .error = std::move(sentence)}; }

std::string part(const Url& url, CURLUPart which, unsigned flags = 0) {
  char* found = nullptr;
  if (curl_url_get(url.get(), which, &found, flags) != CURLUE_OK) return "";
  std::string value = found;
  curl_free(found);
  return value;
}

struct Site {
  std::string host;  // as in the address; IPv6 in brackets
  std::string port;
  bool allowed;      // by the person who started the program
};

// What a name stands for. Looked up in a thread of its own, since nothing else bounds how long that takes.
struct Lookup {
  bool timed_out = false;
  std::vector<IpAddress> addresses;
};

Lookup look_up(std::string host, int milliseconds) {
  if (host.size() > 2 && host.front() == '[') host = host.substr(1, host.size() - 2);
  std::packaged_task<std::vector<IpAddress>()> task([host] {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_ADDRCONFIG;
#ifdef AI_IDN
    wanted.ai_flags |= AI_IDN;
#endif
    addrinfo* found = nullptr;
    std::vector<IpAddress> addresses;
    if (getaddrinfo(host.c_str(), nullptr, &wanted, &found) != 0) return addresses;
    for (const addrinfo* a = found; a; a = a->ai_next) {
      if (const auto address = address_of(a->ai_addr)) addresses.push_back(*address);
    }
    freeaddrinfo(found);
    return addresses;
  });
  auto found = task.get_future();
  std::thread(std::move(task)).detach();
  if (found.wait_for(std::chrono::milliseconds(milliseconds)) != std::future_status::ready) return {.timed_out = true};
  return {.addresses = found.get()};
}

// What curl fills while a page comes in.
struct Incoming {
  const FetchRules& rules;
  bool any_address;  // the site was allowed by name
  std::string bytes;
  bool too_large = false;
};

std::size_t take(char* data, std::size_t, std::size_t size, void* to) {
  auto& incoming = *static_cast<Incoming*>(to);
  if (incoming.bytes.size() + size > incoming.rules.most_bytes) {
    incoming.too_large = true;
    return 0;
  }
  incoming.bytes.append(data, size);
  return size;
}

int go_on(void* to, curl_off_t, curl_off_t, curl_off_t, curl_off_t) { return static_cast<Incoming*>(to)->rules.stopped() ? 1 : 0; }

// The last door: whatever came before, no socket is opened to an address that is not public.
curl_socket_t open_socket(void* to, curlsocktype, curl_sockaddr* socket_address) {
  const auto address = address_of(&socket_address->addr);
  if (!static_cast<Incoming*>(to)->any_address && (!address || !why_not_public(*address).empty())) return CURL_SOCKET_BAD;
  return socket(socket_address->family, socket_address->socktype, socket_address->protocol);
}

// "text/html; charset=utf-8" -> "text/html"
std::string media_type(std::string content_type) {
  content_type.erase(std::min(content_type.find(';'), content_type.size()));
  std::string type;
  for (const char c : content_type) {
    if (c > ' ' && c < 127 && type.size() < 60) type += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return type;
}

std::string seconds_text(const FetchRules& rules) { return std::to_string(rules.most_time.count() / 1000) + " seconds"; }

std::string megabytes_text(const FetchRules& rules) { return std::to_string(rules.most_bytes / 1'000'000) + " MB"; }

Fetched failure_of(CURLcode code, const Incoming& incoming, const std::string& host) {
  if (incoming.too_large) return failed(502, "The page is larger than " + megabytes_text(incoming.rules) + ".");
  switch (code) {
    case CURLE_ABORTED_BY_CALLBACK: return failed(503, "The program is being closed.");
    case CURLE_OPERATION_TIMEDOUT: return failed(504, host + " did not answer within " + seconds_text(incoming.rules) + ".");
    case CURLE_PEER_FAILED_VERIFICATION: return failed(502, "The connection to " + host + " is not safe: its certificate cannot be trusted.");
    case CURLE_COULDNT_CONNECT: return failed(502, host + " cannot be reached.");
    default: return failed(502, host + " could not be read: " + curl_easy_strerror(code) + ".");
  }
}

// One request. A redirect has its status and, in `url`, where it leads.
Fetched request(const Url& url, const Site& site, const std::vector<IpAddress>& addresses, int milliseconds, const FetchRules& rules) {
  // The name stands for these addresses and for no others, whatever a second look-up would say.
  std::string pinned = "*:" + site.port + ":";
  for (const IpAddress& address : addresses) {
    const std::string written = to_string(address);
    if (pinned.back() != ':') pinned += ',';
    pinned += written.find(':') == std::string::npos ? written : "[" + written + "]";
  }
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> names(curl_slist_append(nullptr, pinned.c_str()), curl_slist_free_all);
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(
      curl_slist_append(nullptr, "Accept: text/html, application/xhtml+xml, text/plain;q=0.8"), curl_slist_free_all);

  Incoming incoming{.rules = rules, .any_address = site.allowed, .bytes = {}};
  const Handle curl(curl_easy_init(), curl_easy_cleanup);
  const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
  set(CURLOPT_CURLU, url.get());
  set(CURLOPT_RESOLVE, names.get());
  set(CURLOPT_HTTPHEADER, headers.get());
  set(CURLOPT_USERAGENT, "Mozilla/5.0 (compatible; Quoth)");
  set(CURLOPT_ACCEPT_ENCODING, "");  // all that curl can decode
  set(CURLOPT_PROXY, "");            // also not one of the environment
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(std::max(1, milliseconds)));
  set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(rules.most_bytes));
  set(CURLOPT_WRITEFUNCTION, take);
  set(CURLOPT_WRITEDATA, &incoming);
  set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  set(CURLOPT_OPENSOCKETDATA, &incoming);
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, go_on);
  set(CURLOPT_XFERINFODATA, &incoming);

  const CURLcode code = curl_easy_perform(curl.get());
  if (code == CURLE_FILESIZE_EXCEEDED) incoming.too_large = true;
  long status = 0;
  const char* text = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl.get(), CURLINFO_REDIRECT_URL, &text);
  if (text && status >= 300 && status < 400) return {.status = static_cast<int>(status), .url = text};
  if (code != CURLE_OK) return failure_of(code, incoming, site.host);
  if (status >= 400) return failed(502, site.host + " answered with the error " + std::to_string(status) + ".");

  curl_easy_getinfo(curl.get(), CURLINFO_CONTENT_TYPE, &text);
  Fetched page{.status = 200, .bytes = std::move(incoming.bytes), .content_type = text ? text : "", .url = part(url, CURLUPART_URL)};
  const std::string type = media_type(page.content_type);
  if (type != "text/html" && type != "application/xhtml+xml" && type != "text/plain")
    return failed(415, type.empty() ? "The site does not say that this is a page." : "This address holds " + type + ", not a page or plain text.");
  return page;
}

}  // namespace

Fetched fetch(const std::string& address, const FetchRules& rules) {
  const auto end = Clock::now() + rules.most_time;
  const auto left = [&] { return static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count()); };
  const Url url(curl_url(), curl_url_cleanup);
  std::string next = address;
  for (int redirects = 0; redirects <= rules.most_redirects; ++redirects) {
    // A scheme that curl does not know is let through here, to be refused in words below.
    constexpr unsigned kLenient = CURLU_NON_SUPPORT_SCHEME | CURLU_DEFAULT_SCHEME | CURLU_URLENCODE;
    if (curl_url_set(url.get(), CURLUPART_URL, next.c_str(), kLenient) != CURLUE_OK)
      return failed(400, redirects == 0 ? "This is not a web address." : "The site leads on to something that is not a web address.");
    const std::string scheme = part(url, CURLUPART_SCHEME);
    if (scheme != "http" && scheme != "https") return failed(400, "Only addresses that begin with http or https can be opened.");
    if (!part(url, CURLUPART_USER).empty() || !part(url, CURLUPART_PASSWORD).empty())
      return failed(400, "An address with a name or password in it is not opened.");

    Site site{.host = part(url, CURLUPART_HOST), .port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT), .allowed = false};
    site.allowed = std::find(rules.allowed_hosts.begin(), rules.allowed_hosts.end(), site.host + ":" + site.port) != rules.allowed_hosts.end();
    const Lookup lookup = look_up(site.host, left());
    if (lookup.timed_out) return failed(504, site.host + " could not be looked up within " + seconds_text(rules) + ".");
    if (lookup.addresses.empty()) return failed(502, "There is no site called " + site.host + ".");
    for (const IpAddress& found : lookup.addresses) {
      const std::string_view why = why_not_public(found);
      if (!why.empty() && !site.allowed)
        return failed(403, site.host + " is in " + std::string(why) + ", not on the public web: such pages are not fetched.");
    }
    Fetched page = request(url, site, lookup.addresses, left(), rules);
    if (page.status < 300 || page.status >= 400) return page;
    next = page.url;
  }
  return failed(502, "The site leads on to another address more than " + std::to_string(rules.most_redirects) + " times.");
}

}  // namespace cli
