// base64url (RFC 4648, section 5) without padding: bytes as letters, digits, "-" and "_", for addresses.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace text {

std::string base64url(std::string_view bytes);

// None: a character that does not belong there, or an end that no bytes give. Padding may be there. Linear.
std::optional<std::string> bytes_of_base64url(std::string_view letters);

}  // namespace text
