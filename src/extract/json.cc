#include "extract/json.h"

#include <algorithm>

#include "text/utf8.h"

namespace extract {
namespace {

constexpr std::size_t kDepth = 64;         // JSON-LD is a few levels deep
constexpr std::size_t kNodes = 2'000'000;  // what is beyond is no description of an article

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

class Reader {
 public:
  Reader(Json& json, std::string_view source) : json_(json), s_(source) {
    if (json_.nodes.empty()) json_.nodes.push_back({.kind = JsonNode::Kind::array});
    for (std::uint32_t child = json_.nodes[0].first_child; child; child = json_.nodes[child].next) last_ = child;
    path_.push_back({0, last_});
  }

  void read() {
    // Comment marks and CDATA around the value are skipped.
    at_ = std::min(s_.find_first_of("{["), s_.size());
    if (s_.substr(at_).starts_with("[CDATA[")) at_ = std::min(s_.find_first_of("{[", at_ + 7), s_.size());
    std::string key;
    while (at_ < s_.size() && json_.nodes.size() < kNodes) {
      const char c = s_[at_];
      if (is_blank(c) || c == ',' || c == ':') {
        ++at_;
      } else if (c == '{' || c == '[') {
        ++at_;
        if (path_.size() > kDepth) return;
        open(c == '{' ? JsonNode::Kind::object : JsonNode::Kind::array, key);
      } else if (c == '}' || c == ']') {
        ++at_;
        if (path_.size() == 1) return;
        path_.pop_back();
        key.clear();
        if (path_.size() == 1) at_ = std::min(s_.find_first_of("{[", at_), s_.size());
      } else {
        std::string word;
        const bool quoted = c == '"';
        if (quoted ? !read_string(word) : !read_word(word)) return;
        const bool in_object = json_.nodes[path_.back().node].kind == JsonNode::Kind::object;
        if (in_object && key.empty() && quoted) {
          key = std::move(word);
          if (key.empty()) key = " ";
        } else {
          add({.kind = quoted ? JsonNode::Kind::string : JsonNode::Kind::word, .key = std::move(key), .value = std::move(word)});
          key.clear();
        }
      }
    }
  }

 private:
  struct Level {
    std::uint32_t node, last_child;
  };

  std::uint32_t add(JsonNode node) {
    const auto at = static_cast<std::uint32_t>(json_.nodes.size());
    Level& level = path_.back();
    node.parent = level.node;
    json_.nodes.push_back(std::move(node));
    (level.last_child ? json_.nodes[level.last_child].next : json_.nodes[level.node].first_child) = at;
    level.last_child = at;
    return at;
  }

  void open(JsonNode::Kind kind, std::string& key) {
    const std::uint32_t at = add({.kind = kind, .key = std::move(key)});
    key.clear();
    path_.push_back({at, 0});
  }

  bool read_word(std::string& out) {
    const std::size_t begin = at_;
    while (at_ < s_.size() && !is_blank(s_[at_]) && s_[at_] != ',' && s_[at_] != '}' && s_[at_] != ']' && s_[at_] != ':' && s_[at_] != '"') ++at_;
    out = s_.substr(begin, at_ - begin);
    return at_ > begin;
  }

  char32_t read_hex() {
    char32_t code = 0;
    for (int i = 0; i < 4 && at_ < s_.size(); ++i, ++at_) {
      const char c = s_[at_];
      const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
      if (digit < 0) return 0xFFFD;
      code = code * 16 + static_cast<char32_t>(digit);
    }
    return code;
  }

  void read_escape(std::string& out) {
    if (at_ >= s_.size()) return;
    const char c = s_[at_++];
    switch (c) {
      case 'n': case 'r': out += '\n'; return;
      case 't': case 'b': case 'f': out += ' '; return;
      case 'u': break;
      default: out += c; return;
    }
    char32_t code = read_hex();
    if (code >= 0xD800 && code < 0xDC00 && s_.substr(at_, 2) == "\\u") {
      at_ += 2;
      const char32_t low = read_hex();
      code = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) : 0xFFFD;
    }
    text::append(out, (code >= 0xD800 && code < 0xE000) || code == 0 ? 0xFFFD : code);
  }

  bool read_string(std::string& out) {
    ++at_;
    for (;;) {
      const std::size_t end = s_.find_first_of("\"\\", at_);
      if (end == std::string_view::npos) return false;
      out += s_.substr(at_, end - at_);
      at_ = end + 1;
      if (s_[end] == '"') return true;
      read_escape(out);
    }
  }

  Json& json_;
  std::string_view s_;
  std::size_t at_ = 0;
  std::uint32_t last_ = 0;
  std::vector<Level> path_;
};

}  // namespace

std::uint32_t Json::member(std::uint32_t object, std::string_view key) const {
  if (nodes.empty()) return 0;
  for (std::uint32_t child = nodes[object].first_child; child; child = nodes[child].next)
    if (nodes[child].key == key) return child;
  return 0;
}

std::string_view Json::value(std::uint32_t object, std::string_view key) const {
  const std::uint32_t found = member(object, key);
  return found && nodes[found].kind <= JsonNode::Kind::string ? std::string_view(nodes[found].value) : std::string_view();
}

void read_json(Json& json, std::string_view source) { Reader(json, source).read(); }

}  // namespace extract
