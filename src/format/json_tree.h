// JSON bytes as a tree that can be asked, without trusting them: depth, size and number of values are bounded,
// an object with the same member twice is refused, numbers stay the digits that they were.
//
//   bytes -> parse_json() -> JsonTree -> JsonValue (a view into the tree, valid while the tree stays in place)
//
// The first fault is the answer: where it is (a JSON path, or line and column) and what it is.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/json_writer.h"
#include "text/result.h"

namespace format {

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

class JsonTree;

// A value, or none: asking none gives nothing.
class JsonValue {
 public:
  JsonValue() = default;
  JsonValue(const JsonTree* tree, std::uint32_t at) : tree_(tree), at_(at) {}

  explicit operator bool() const { return tree_ != nullptr; }  // false: there is no such value
  JsonKind kind() const;
  bool is(JsonKind wanted) const { return tree_ && kind() == wanted; }
  std::string_view text() const;  // of a string: its characters; of a number or boolean: as it was written
  std::uint32_t size() const;     // members of an object, values of an array
  std::string_view key() const;   // of a member

  JsonValue first() const;  // of an array or object
  JsonValue next() const;   // in the array or object that holds this value
  JsonValue operator[](std::string_view key) const;  // linear in the members

 private:
  const JsonTree* tree_ = nullptr;
  std::uint32_t at_ = 0;
};

class JsonTree {
 public:
  JsonValue root() const { return {this, 0}; }

 private:
  friend class JsonValue;
  friend class JsonTreeBuilder;

  struct Node {
    JsonKind kind = JsonKind::null;
    std::uint32_t text = 0, text_size = 0;  // in the pool; text_size is also the number of children
    std::uint32_t key = 0, key_size = 0;
    std::uint32_t first = 0, next = 0;      // 0: none, since node 0 is the root
  };
  std::vector<Node> nodes_;
  std::string pool_;
};

text::Result<std::unique_ptr<const JsonTree>> parse_json(std::string_view bytes);

// Writes a value with everything in it.
void write_value(JsonWriter&, JsonValue);
std::string to_line(JsonValue);

// A number, rounded to thousandths (halves away from zero). None: no number, or beyond 10^15.
std::optional<std::int64_t> thousandths_of(std::string_view number);
// A number that is whole: 12, 12.0, 1.2e1.
std::optional<std::int64_t> integer_of(std::string_view number);

}  // namespace format
