// Reads the JSON that pages carry for search engines (JSON-LD). It takes what it can get: raw line breaks in
// strings, commas too many, comment marks and CDATA around it; what follows a fault is lost, what stood before
// it is kept. A flat list of nodes, no recursion, linear. Annotation files are read by format/, strictly.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace extract {

struct JsonNode {
  enum class Kind : std::uint8_t { word, string, array, object };  // word: a number, true, false, null
  Kind kind = Kind::word;
  std::string key;    // in its object
  std::string value;  // of a word or string, as UTF-8
  std::uint32_t parent = 0;
  std::uint32_t first_child = 0;  // 0: none
  std::uint32_t next = 0;         // 0: none
};

struct Json {
  std::vector<JsonNode> nodes;  // nodes[0] is an array of what stands at the top

  // The member of an object, or 0.
  std::uint32_t member(std::uint32_t object, std::string_view key) const;
  // A member that is a string or word, or empty.
  std::string_view value(std::uint32_t object, std::string_view key) const;
};

// Adds what stands in `source` to `json`, so that all scripts of a page are one value.
void read_json(Json& json, std::string_view source);

}  // namespace extract
