#include "extract/mime.h"

#include <algorithm>

#include "extract/dates.h"
#include "extract/names.h"
#include "html/encoding.h"
#include "text/utf8.h"

namespace extract {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kParts = 1000, kNesting = 20;
constexpr std::size_t kHeaderBytes = 64 * 1024;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
std::string lower(std::string_view s) {
  std::string out(s);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
  return out;
}
std::string_view trimmed(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

// The next line, without its end; `s` moves on.
std::string_view take_line(std::string_view& s) {
  const std::size_t end = s.find('\n');
  std::string_view line = s.substr(0, end);
  s.remove_prefix(end == npos ? s.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t size_of_name(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && line[at] > ' ' && line[at] != ':' && static_cast<unsigned char>(line[at]) < 0x7F) ++at;
  return at > 0 && at < line.size() && line[at] == ':' ? at : 0;
}

// The headers at the start of `s`, which moves to what comes after them.
std::vector<Header> take_headers(std::string_view& s) {
  std::vector<Header> headers;
  for (std::size_t bytes = 0; !s.empty() && bytes < kHeaderBytes;) {
    std::string_view rest = s;
    const std::string_view line = take_line(rest);
    bytes += line.size() + 1;
    if (line.empty()) {
      s = rest;
      return headers;
    }
    if ((line[0] == ' ' || line[0] == '\t') && !headers.empty()) {
      headers.back().value += ' ';
      headers.back().value += trimmed(line);
    } else if (const std::size_t name = size_of_name(line)) {
      headers.push_back({lower(line.substr(0, name)), std::string(trimmed(line.substr(name + 1)))});
    } else if (!headers.empty() || !line.starts_with("From ")) {  // an mbox begins with "From jane@example.org …"
      return headers;
    }
    s = rest;
  }
  return headers;
}

std::string_view value_in(const std::vector<Header>& headers, std::string_view name) {
  for (const Header& h : headers)
    if (h.name == name) return h.value;
  return {};
}

int hex(char c) { return c >= '0' && c <= '9' ? c - '0' : lower(c) >= 'a' && lower(c) <= 'f' ? lower(c) - 'a' + 10 : -1; }

// "=C3=BC" -> the two bytes; "=" at the end of a line joins it with the next. In headers "_" is a blank.
std::string from_quoted_printable(std::string_view s, bool in_header) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '_' && in_header) {
      out += ' ';
    } else if (s[i] != '=') {
      out += s[i];
    } else if (i + 2 < s.size() && hex(s[i + 1]) >= 0 && hex(s[i + 2]) >= 0) {
      out += static_cast<char>(hex(s[i + 1]) * 16 + hex(s[i + 2]));
      i += 2;
    } else {
      std::size_t end = i + 1;
      while (end < s.size() && (s[end] == ' ' || s[end] == '\t' || s[end] == '\r')) ++end;
      if (end >= s.size()) break;
      if (s[end] == '\n') i = end;
      else out += '=';
    }
  }
  return out;
}

// The stretches between the lines "--boundary".
std::vector<std::string_view> split(std::string_view body, const std::string& boundary) {
  const std::string mark = "--" + boundary;
  std::vector<std::string_view> parts;
  std::size_t begin = npos;
  for (std::size_t at = 0; parts.size() < kParts && (at = body.find(mark, at)) != npos; at += mark.size()) {
    if (at > 0 && body[at - 1] != '\n') continue;
    if (begin != npos && at >= begin) parts.push_back(body.substr(begin, at - begin));
    const std::size_t line_end = body.find('\n', at);
    if (body.substr(at + mark.size(), 2) == "--" || line_end == npos) return parts;
    begin = line_end + 1;
  }
  if (begin != npos) parts.push_back(body.substr(begin));  // cut off
  return parts;
}

// "=?utf-8?Q?caf=C3=A9?=" (RFC 2047).
struct EncodedWord {
  std::string_view charset;
  std::string bytes;
  std::size_t end;
};

std::optional<EncodedWord> encoded_word_at(std::string_view s, std::size_t at) {
  constexpr std::size_t kCharset = 60, kWord = 2000;  // far more than the standard allows
  const std::size_t charset_end = s.substr(0, at + 2 + kCharset).find('?', at + 2);
  if (charset_end == npos || charset_end + 2 >= s.size() || s[charset_end + 2] != '?') return {};
  const char how = lower(s[charset_end + 1]);
  const std::size_t begin = charset_end + 3, end = s.substr(0, begin + kWord).find("?=", begin);
  if (end == npos || (how != 'b' && how != 'q')) return {};
  std::string_view charset = s.substr(at + 2, charset_end - at - 2);
  charset = charset.substr(0, charset.find('*'));  // a language may follow (RFC 2231)
  const std::string_view words = s.substr(begin, end - begin);
  return EncodedWord{charset, how == 'b' ? from_base64(words) : from_quoted_printable(words, true), end + 2};
}

// None where nobody decodes it.
std::optional<std::string> decoded(std::string_view bytes, std::string_view charset, const Decode& elsewhere) {
  std::string_view encoding = html::encoding_named(charset);
  if (encoding.empty()) encoding = html::sniff_encoding(bytes, "", false);
  if (std::optional<std::string> words = html::decode(bytes, encoding)) return words;
  return elsewhere ? elsewhere(bytes, encoding) : std::nullopt;
}

}  // namespace

std::string_view MimePart::value(std::string_view name) const { return value_in(headers, name); }

bool looks_like_mime(std::string_view bytes, bool named) {
  while (!bytes.empty() && (bytes[0] == '\n' || bytes[0] == '\r')) bytes.remove_prefix(1);
  const std::vector<Header> headers = take_headers(bytes);
  const auto has = [&](std::string_view name) { return !value_in(headers, name).empty(); };
  if (named) return headers.size() >= 2 && (has("from") || has("content-type") || has("mime-version") || has("subject") || has("date"));
  const std::string type = lower(value_in(headers, "content-type"));
  if (has("mime-version") && (has("content-type") || has("from"))) return true;
  if (type.starts_with("multipart/") || has("snapshot-content-location")) return true;
  return has("from") && (has("message-id") || has("received") || has("return-path"));
}

Mime read_mime(std::string_view bytes) {
  while (!bytes.empty() && (bytes[0] == '\n' || bytes[0] == '\r')) bytes.remove_prefix(1);
  Mime mime;
  struct Open {
    MimePart part;
    std::size_t nesting;
  };
  std::vector<Open> open;  // the next one last
  MimePart whole{.headers = take_headers(bytes), .body = bytes};
  mime.headers = whole.headers;
  open.push_back({std::move(whole), 0});
  while (!open.empty() && mime.parts.size() < kParts) {
    Open next = std::move(open.back());
    open.pop_back();
    const std::string type = media_type_of(next.part);
    const std::string boundary = parameter_of(next.part.value("content-type"), "boundary");
    const bool is_row = type.starts_with("multipart/") && !boundary.empty(), is_message = type == "message/rfc822";
    if ((!is_row && !is_message) || next.nesting >= kNesting) {
      mime.parts.push_back(std::move(next.part));
      continue;
    }
    std::vector<std::string_view> inner = is_row ? split(next.part.body, boundary) : std::vector<std::string_view>{next.part.body};
    for (std::size_t i = inner.size(); i-- > 0;) {
      std::string_view rest = inner[i];
      MimePart part{.headers = take_headers(rest)};
      part.body = rest;
      open.push_back({std::move(part), next.nesting + 1});
    }
  }
  return mime;
}

std::string parameter_of(std::string_view value, std::string_view name) {
  const std::string small = lower(value);
  for (std::size_t at = small.find(';'); at != npos; at = small.find(';', at + 1)) {
    std::size_t i = at + 1;
    while (i < small.size() && small[i] == ' ') ++i;
    if (small.compare(i, name.size(), name) != 0) continue;
    i += name.size();
    while (i < small.size() && small[i] == ' ') ++i;
    if (i >= small.size() || small[i] != '=') continue;
    ++i;
    while (i < small.size() && small[i] == ' ') ++i;
    if (i < small.size() && small[i] == '"') return std::string(value.substr(i + 1, value.find('"', i + 1) - i - 1));
    return std::string(trimmed(value.substr(i, value.find(';', i) - i)));
  }
  return {};
}

std::string media_type_of(const MimePart& part) {
  const std::string_view value = part.value("content-type");
  return value.empty() ? "text/plain" : lower(trimmed(value.substr(0, value.find(';'))));
}

std::string from_base64(std::string_view s) {
  std::string out;
  out.reserve(s.size() / 4 * 3);
  unsigned bits = 0;
  int count = 0;
  for (const char c : s) {
    int value = -1;
    if (c >= 'A' && c <= 'Z') value = c - 'A';
    else if (c >= 'a' && c <= 'z') value = c - 'a' + 26;
    else if (c >= '0' && c <= '9') value = c - '0' + 52;
    else if (c == '+' || c == '-') value = 62;
    else if (c == '/' || c == '_') value = 63;
    else if (c == '=') count = 0, bits = 0;
    if (value < 0) continue;
    bits = bits << 6 | static_cast<unsigned>(value);
    if (++count < 2) continue;
    const int shift = count == 2 ? 4 : count == 3 ? 2 : 0;
    out += static_cast<char>(bits >> shift & 0xFF);
    if (count == 4) count = 0;
  }
  return out;
}

std::string decoded_body(const MimePart& part) {
  const std::string encoding = lower(trimmed(part.value("content-transfer-encoding")));
  if (encoding == "base64") return from_base64(part.body);
  if (encoding == "quoted-printable") return from_quoted_printable(part.body, false);
  return std::string(part.body);
}

std::string decoded_words(std::string_view s, const Decode& elsewhere) {
  std::string out, bytes;    // bytes: of encoded words in one charset, which may divide a character among them
  std::string_view charset;  // theirs
  bool unread = false;
  const auto finish = [&] {
    if (bytes.empty()) return;
    const std::optional<std::string> words = decoded(bytes, charset, elsewhere);
    unread |= !words;
    out += words.value_or("");
    bytes.clear();
  };
  // What was not encoded though it should have been is read as other text without a charset is.
  const auto as_sent = [&](std::string_view words) {
    finish();
    charset = {};
    bytes = words;
    finish();
  };
  bool after_word = false;  // blanks between two encoded words do not count
  std::size_t copied = 0;
  for (std::size_t at = 0; (at = s.find("=?", at)) != npos;) {
    const std::optional<EncodedWord> word = encoded_word_at(s, at);
    if (!word) {
      at += 2;
      continue;
    }
    const std::string_view between = s.substr(copied, at - copied);
    if (!after_word || !trimmed(between).empty()) as_sent(between);
    else if (word->charset != charset || html::encoding_named(charset) == "iso-2022-jp") finish();  // there each word ends as it began
    charset = word->charset;
    bytes += word->bytes;
    after_word = true;
    copied = at = word->end;
  }
  as_sent(s.substr(copied));
  return unread ? std::string() : one_line(text::clean(out));
}

std::string mail_date(std::string_view value) {
  std::string day = read_date(value);
  const std::size_t colon = value.find(':');
  if (day.size() != 10 || colon == npos || colon < 2 || colon + 2 >= value.size()) return day;
  const auto is_digit = [&](std::size_t i) { return i < value.size() && value[i] >= '0' && value[i] <= '9'; };
  if (!is_digit(colon - 1) || !is_digit(colon + 1) || !is_digit(colon + 2)) return day;
  const std::string hour = is_digit(colon - 2) ? std::string(value.substr(colon - 2, 2)) : "0" + std::string(value.substr(colon - 1, 1));
  std::size_t end = colon + 3;
  std::string time = hour + ":" + std::string(value.substr(colon + 1, 2));
  if (end < value.size() && value[end] == ':' && is_digit(end + 1) && is_digit(end + 2)) time += value.substr(end, 3), end += 3;
  else time += ":00";
  const std::string_view zone = trimmed(value.substr(end));
  const bool numbers = zone.size() >= 5 && (zone[0] == '+' || zone[0] == '-') && std::all_of(zone.begin() + 1, zone.begin() + 5, [](char c) { return c >= '0' && c <= '9'; });
  if (numbers) return day + "T" + time + std::string(zone.substr(0, 3)) + ":" + std::string(zone.substr(3, 2));
  return zone.starts_with("GMT") || zone.starts_with("UT") || zone.starts_with("Z") ? day + "T" + time + "Z" : day;
}

std::string mail_name(std::string_view value, const Decode& elsewhere) {
  std::string name = decoded_words(value.substr(0, value.find('<')), elsewhere);
  std::erase(name, '"');
  if (name.find('@') != std::string::npos) return {};
  return one_line(name);
}

}  // namespace extract
