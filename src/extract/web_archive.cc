#include "extract/web_archive.h"

#include <algorithm>
#include <cstdint>

#include "extract/mime.h"  // from_base64
#include "html/encoding.h"

namespace extract {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view kResource = "WebMainResource";

// --- Binary -----------------------------------------------------------------------------------------
//
// "bplist00", objects, a table of where each begins, and 32 bytes at the end that say how wide an offset and a reference
// are, how many objects there are, which is the topmost, and where the table is. Every number is checked before use.

class BinaryList {
 public:
  using Place = std::uint64_t;  // of an object, in the table

  explicit BinaryList(std::string_view bytes) : s_(bytes) {
    if (!s_.starts_with("bplist") || s_.size() < 8 + 32) return;
    const std::size_t end = s_.size() - 32;
    offset_size_ = byte(end + 6);
    reference_size_ = byte(end + 7);
    count_ = number(end + 8, 8);
    top_ = number(end + 16, 8);
    table_ = number(end + 24, 8);
    const bool sound = offset_size_ >= 1 && offset_size_ <= 8 && reference_size_ >= 1 && reference_size_ <= 8 && table_ < s_.size() && count_ <= (s_.size() - table_) / offset_size_;
    if (!sound) count_ = 0;
  }

  bool ok() const { return count_ > 0; }
  Place top() const { return top_; }

  // What a dictionary has under a key; count() where it has nothing.
  Place member(Place dictionary, std::string_view key) const {
    const Object object = at(dictionary);
    if (object.kind != 0xD || object.size > s_.size() / 2 || object.begin > s_.size() || object.size * reference_size_ * 2 > s_.size() - object.begin) return count_;
    for (std::uint64_t i = 0; i < object.size; ++i)
      if (is_word(number(object.begin + i * reference_size_, reference_size_), key)) return number(object.begin + (object.size + i) * reference_size_, reference_size_);
    return count_;
  }

  bool is_word(Place place, std::string_view ascii) const {
    const Object object = at(place);
    return object.kind == 5 && object.size == ascii.size() && object.begin < s_.size() && s_.substr(object.begin, ascii.size()) == ascii;
  }

  // Of a string or data; empty for anything else.
  std::string words(Place place) const {
    const Object object = at(place);
    const bool wide = object.kind == 6;
    if (object.kind != 4 && object.kind != 5 && !wide) return {};
    const std::uint64_t size = wide && object.size <= s_.size() ? object.size * 2 : object.size;
    if (object.begin > s_.size() || size > s_.size() - object.begin) return {};
    const std::string_view bytes = s_.substr(object.begin, size);
    return wide ? html::decode(bytes, "utf-16be").value_or("") : std::string(bytes);
  }

 private:
  struct Object {
    unsigned kind = 0;
    std::uint64_t size = 0;
    std::uint64_t begin = 0;
  };

  unsigned byte(std::uint64_t at) const { return at < s_.size() ? static_cast<unsigned char>(s_[at]) : 0; }
  std::uint64_t number(std::uint64_t at, unsigned size) const {
    std::uint64_t n = 0;
    for (unsigned i = 0; i < size; ++i) n = n << 8 | byte(at + i);
    return n;
  }

  Object at(Place place) const {
    if (place >= count_) return {};
    const std::uint64_t where = number(table_ + place * offset_size_, offset_size_);
    Object object{.kind = byte(where) >> 4, .size = byte(where) & 0xF, .begin = where + 1};
    if (object.size == 0xF && where < s_.size()) {  // the size is a number of its own: 0x1n, of 2^n bytes
      const unsigned width = byte(where + 1);
      if (width >> 4 != 1 || (width & 0xF) > 3) return {};
      object.size = number(where + 2, 1u << (width & 0xF));
      object.begin = where + 2 + (1u << (width & 0xF));
    }
    return object;
  }

  std::string_view s_;
  unsigned offset_size_ = 0, reference_size_ = 0;
  std::uint64_t count_ = 0, top_ = 0, table_ = 0;
};

std::optional<WebArchive> read_binary(std::string_view bytes) {
  const BinaryList list(bytes);
  if (!list.ok()) return std::nullopt;
  const auto main = list.member(list.top(), kResource);
  WebArchive found{.page = list.words(list.member(main, "WebResourceData")),
                   .type = list.words(list.member(main, "WebResourceMIMEType")),
                   .charset = list.words(list.member(main, "WebResourceTextEncodingName")),
                   .address = list.words(list.member(main, "WebResourceURL"))};
  if (found.page.empty()) return std::nullopt;
  return found;
}

// --- XML --------------------------------------------------------------------------------------------

std::string without_references(std::string_view s) {
  std::string out;
  for (std::size_t at = 0; at < s.size();) {
    bool found = false;
    for (const auto& [name, letter] : {std::pair<std::string_view, char>{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}) {
      if (s.substr(at, name.size()) != name) continue;
      out += letter;
      at += name.size();
      found = true;
      break;
    }
    if (!found) out += s[at++];
  }
  return out;
}

// The words of the element after <key>KEY</key>.
std::string_view value_after(std::string_view s, std::string_view key) {
  const std::size_t at = s.find("<key>" + std::string(key) + "</key>");
  if (at == npos) return {};
  const std::size_t open = s.find('<', at + key.size() + 11), begin = open == npos ? npos : s.find('>', open);
  const std::size_t end = begin == npos ? npos : s.find("</", begin);
  return end == npos ? std::string_view() : s.substr(begin + 1, end - begin - 1);
}

std::optional<WebArchive> read_xml(std::string_view bytes) {
  constexpr std::size_t kNearTheStart = 1000;
  if (bytes.substr(0, kNearTheStart).find("<plist") == npos) return std::nullopt;
  const std::size_t at = bytes.find("<key>" + std::string(kResource) + "</key>");
  if (at == npos) return std::nullopt;
  const std::string_view main = bytes.substr(at, bytes.find("</dict>", at) - at);
  WebArchive found{.page = from_base64(value_after(main, "WebResourceData")),
                   .type = without_references(value_after(main, "WebResourceMIMEType")),
                   .charset = without_references(value_after(main, "WebResourceTextEncodingName")),
                   .address = without_references(value_after(main, "WebResourceURL"))};
  if (found.page.empty()) return std::nullopt;
  return found;
}

}  // namespace

std::optional<WebArchive> read_web_archive(std::string_view bytes) {
  if (bytes.starts_with("bplist")) return read_binary(bytes);
  return read_xml(bytes);
}

}  // namespace extract
