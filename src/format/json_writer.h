// Writes JSON, a value at a time, into a string: annotation files, lines of JSON, the state that the page
// shows to scripts. Knows nothing of documents. Whoever calls it keeps begins and ends in step.
//
//   JsonWriter out;
//   out.begin_object().key("id").text("a1").key("error").text("no text").end_object();
//   std::string line = out.take();
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace format {

class JsonWriter {
 public:
  enum class Layout { line, indented };  // all in one line; or a line a member, indented by one blank a level
  explicit JsonWriter(Layout layout = Layout::line) : indented_(layout == Layout::indented) {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);  // bytes that are no UTF-8 become U+FFFD
  template <std::integral Number> JsonWriter& number(Number value) { return raw(std::to_string(value)); }
  JsonWriter& thousandths(std::int64_t value);  // 940 is written 0.94
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  JsonWriter& raw(std::string_view scalar);  // JSON already: a number, true, a string with its quotes

  std::string take() { return std::move(out_); }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  void before_value();
  void new_line();

  std::string out_;
  int depth_ = 0;
  bool indented_;
  bool first_ = true;      // nothing was written yet since the last bracket was opened
  bool after_key_ = false;
};

}  // namespace format
