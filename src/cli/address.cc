#include "cli/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace cli {
namespace {

struct Row {
  const char* first;  // address of the range
  int bits;           // of it that count
  const char* why;    // empty: public
};

// The first row that fits decides.
constexpr Row kRanges4[] = {
    {"0.0.0.0", 8, "this machine"},
    {"10.0.0.0", 8, "a private network"},
    {"100.64.0.0", 10, "a provider's own network"},  // also Alibaba's metadata, 100.100.100.200
    {"127.0.0.0", 8, "this machine"},
    {"168.63.129.16", 32, "a cloud's own services"},  // Azure: outside every reserved range
    {"169.254.0.0", 16, "the local link"},            // also most clouds' metadata, 169.254.169.254
    {"172.16.0.0", 12, "a private network"},
    {"192.0.0.0", 24, "a reserved range"},  // also Oracle's metadata, 192.0.0.192
    {"192.0.2.0", 24, "a reserved range"},
    {"192.88.99.0", 24, "a reserved range"},
    {"192.168.0.0", 16, "a private network"},
    {"198.18.0.0", 15, "a reserved range"},
    {"198.51.100.0", 24, "a reserved range"},
    {"203.0.113.0", 24, "a reserved range"},
    {"224.0.0.0", 4, "a multicast group"},
    {"240.0.0.0", 4, "a reserved range"},
};

constexpr Row kRanges6[] = {
    {"::1", 128, "this machine"},
    {"::", 128, "this machine"},
    {"fc00::", 7, "a private network"},  // also Amazon's metadata, fd00:ec2::254
    {"fe80::", 10, "the local link"},
    {"fec0::", 10, "a private network"},
    {"ff00::", 8, "a multicast group"},
    {"2001::", 23, "a reserved range"},  // also Teredo, which hides an IPv4 address
    {"2001:db8::", 32, "a reserved range"},
    {"3fff::", 20, "a reserved range"},
    {"2000::", 3, ""},
    {"::", 0, "a reserved range"},
};

// Where an IPv6 address of the range carries an IPv4 one.
struct Carrier {
  const char* first;
  int bits;
  int at;  // its first byte
};
constexpr Carrier kCarriers[] = {
    {"::ffff:0:0", 96, 12},  // mapped
    {"64:ff9b::", 96, 12},   // NAT64
    {"2002::", 16, 2},       // 6to4
};

bool in_range(const std::uint8_t* address, const std::uint8_t* first, int bits) {
  if (std::memcmp(address, first, bits / 8) != 0) return false;
  return bits % 8 == 0 || (address[bits / 8] ^ first[bits / 8]) >> (8 - bits % 8) == 0;
}

template <typename Rows>
std::string_view first_fit(const std::uint8_t* address, int family, const Rows& rows) {
  for (const Row& row : rows) {
    std::uint8_t first[16];
    inet_pton(family, row.first, first);
    if (in_range(address, first, row.bits)) return row.why;
  }
  return "";
}

}  // namespace

std::optional<IpAddress> parse_address(const std::string& written) {
  IpAddress address{};
  if (inet_pton(AF_INET6, written.c_str(), address.data()) == 1) return address;
  address = {};
  address[10] = address[11] = 0xff;
  if (inet_pton(AF_INET, written.c_str(), address.data() + 12) == 1) return address;
  return std::nullopt;
}

std::optional<IpAddress> address_of(const sockaddr* socket) {
  IpAddress address{};
  if (socket->sa_family == AF_INET6) {
    std::memcpy(address.data(), &reinterpret_cast<const sockaddr_in6*>(socket)->sin6_addr, 16);
    return address;
  }
  if (socket->sa_family == AF_INET) {
    address[10] = address[11] = 0xff;
    std::memcpy(address.data() + 12, &reinterpret_cast<const sockaddr_in*>(socket)->sin_addr, 4);
    return address;
  }
  return std::nullopt;
}

std::string to_string(const IpAddress& address) {
  std::uint8_t mapped[16];
  inet_pton(AF_INET6, "::ffff:0:0", mapped);
  char written[INET6_ADDRSTRLEN] = "";
  if (in_range(address.data(), mapped, 96)) {
    inet_ntop(AF_INET, address.data() + 12, written, sizeof written);
  } else {
    inet_ntop(AF_INET6, address.data(), written, sizeof written);
  }
  return written;
}

std::string_view why_not_public(const IpAddress& address) {
  for (const Carrier& carrier : kCarriers) {
    std::uint8_t first[16];
    inet_pton(AF_INET6, carrier.first, first);
    if (in_range(address.data(), first, carrier.bits)) return first_fit(address.data() + carrier.at, AF_INET, kRanges4);
  }
  return first_fit(address.data(), AF_INET6, kRanges6);
}

}  // namespace cli
