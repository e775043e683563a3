#include "format/json_writer.h"

#include "text/utf8.h"

namespace format {
namespace {

void append_escaped(std::string& out, std::string_view value) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(value[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(value, copied, i - copied);
    copied = i + 1;
    out += '\\';
    switch (c) {
      case '"': case '\\': out += static_cast<char>(c); break;
      case '\b': out += 'b'; break;
      case '\f': out += 'f'; break;
      case '\n': out += 'n'; break;
      case '\r': out += 'r'; break;
      case '\t': out += 't'; break;
      default:
        out += "u00";
        out += "0123456789abcdef"[c >> 4];
        out += "0123456789abcdef"[c & 15];
    }
  }
  out.append(value, copied, std::string_view::npos);
}

}  // namespace

JsonWriter& JsonWriter::begin(char bracket) {
  before_value();
  out_ += bracket;
  ++depth_;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  --depth_;
  if (!first_) new_line();
  out_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  before_value();
  out_ += '"';
  append_escaped(out_, name);
  out_ += indented_ ? "\": " : "\":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  before_value();
  out_ += '"';
  if (text::is_valid_utf8(value)) append_escaped(out_, value);
  else append_escaped(out_, text::clean(value));
  out_ += '"';
  return *this;
}


JsonWriter& JsonWriter::thousandths(std::int64_t value) {
  std::string digits = value < 0 ? "-" : "";
  const std::uint64_t size = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  digits += std::to_string(size / 1000);
  if (size % 1000 != 0) {
    std::string rest = std::to_string(1000 + size % 1000).substr(1);
    while (rest.back() == '0') rest.pop_back();
    digits += "." + rest;
  }
  return raw(digits);
}

JsonWriter& JsonWriter::raw(std::string_view scalar) {
  before_value();
  out_ += scalar;
  return *this;
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) out_ += ',';
  if (depth_ > 0) new_line();
  first_ = false;
}

void JsonWriter::new_line() {
  if (!indented_) return;
  out_ += '\n';
  out_.append(static_cast<std::size_t>(depth_), ' ');
}

}  // namespace format
