// Which internet addresses a page may be fetched from: only public ones. `quoth serve` fetches what a person
// asks for, and nobody may make it ask this machine, its network or its cloud's own services.
//
// The table is drawn from the IANA registries of special-purpose addresses (IPv4 and IPv6). An IPv6 address
// that stands for an IPv4 one (mapped, NAT64, 6to4) is judged by that.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sockaddr;

namespace cli {

// 16 bytes in network order; IPv4 as ::ffff:a.b.c.d.
using IpAddress = std::array<std::uint8_t, 16>;

std::optional<IpAddress> parse_address(const std::string& written);  // "192.0.2.1", "2001:db8::1"
std::optional<IpAddress> address_of(const sockaddr*);                // none: neither IPv4 nor IPv6
std::string to_string(const IpAddress&);

// Why pages are not fetched from there: "a private network". Empty: the address is public.
std::string_view why_not_public(const IpAddress&);

}  // namespace cli
