// The page in a .webarchive, as Safari saves it: a property list, binary or XML, whose WebMainResource has the bytes of the
// page, their encoding and the address. Reads no more of it than that; any bytes may come. Linear.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace extract {

struct WebArchive {
  std::string page;      // as the site sent it
  std::string type;      // "text/html"
  std::string charset;   // "UTF-8"
  std::string address;
};

// None: these bytes are no web archive.
std::optional<WebArchive> read_web_archive(std::string_view bytes);

}  // namespace extract
