#include "format/json_tree.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace format {

// Bounds that no annotation file of a person comes near, and that keep a hostile one from taking all memory.
constexpr std::size_t kMostBytes = std::size_t{256} << 20;
constexpr std::size_t kMostValues = 8'000'000;
constexpr std::size_t kDeepest = 64;

JsonKind JsonValue::kind() const { return tree_ ? tree_->nodes_[at_].kind : JsonKind::null; }

std::string_view JsonValue::text() const {
  if (!tree_) return {};
  const JsonTree::Node& node = tree_->nodes_[at_];
  if (node.kind == JsonKind::array || node.kind == JsonKind::object) return {};
  return std::string_view(tree_->pool_).substr(node.text, node.text_size);
}

std::uint32_t JsonValue::size() const {
  if (!tree_) return 0;
  const JsonTree::Node& node = tree_->nodes_[at_];
  return node.kind == JsonKind::array || node.kind == JsonKind::object ? node.text_size : 0;
}

std::string_view JsonValue::key() const {
  if (!tree_) return {};
  const JsonTree::Node& node = tree_->nodes_[at_];
  return std::string_view(tree_->pool_).substr(node.key, node.key_size);
}

JsonValue JsonValue::first() const {
  const std::uint32_t at = tree_ ? tree_->nodes_[at_].first : 0;
  return at ? JsonValue(tree_, at) : JsonValue();
}

JsonValue JsonValue::next() const {
  const std::uint32_t at = tree_ ? tree_->nodes_[at_].next : 0;
  return at ? JsonValue(tree_, at) : JsonValue();
}

JsonValue JsonValue::operator[](std::string_view key) const {
  if (!is(JsonKind::object)) return {};
  JsonValue member = first();
  while (member && member.key() != key) member = member.next();
  return member;
}

// The callbacks of nlohmann's parser, which reads tokens and checks UTF-8 and surrogates.
class JsonTreeBuilder {
 public:
  using Parser = nlohmann::json;

  explicit JsonTreeBuilder(std::string_view bytes) : bytes_(bytes) {}

  text::Result<std::unique_ptr<const JsonTree>> run() {
    if (bytes_.size() > kMostBytes) return text::Error{"", "is larger than 256 MB, which is more than an annotation file can be"};
    tree_->pool_.reserve(bytes_.size());
    if (!Parser::sax_parse(bytes_.begin(), bytes_.end(), this)) return error_;
    return std::unique_ptr<const JsonTree>(std::move(tree_));
  }

  bool null() { return scalar(JsonKind::null, "null"); }
  bool boolean(bool value) { return scalar(JsonKind::boolean, value ? "true" : "false"); }
  bool number_integer(std::int64_t value) { return scalar(JsonKind::number, std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return scalar(JsonKind::number, std::to_string(value)); }
  bool number_float(double, const std::string& digits) { return scalar(JsonKind::number, digits); }
  bool string(const std::string& value) { return scalar(JsonKind::string, value); }
  bool binary(const Parser::binary_t&) { return false; }
  bool start_object(std::size_t) { return start(JsonKind::object); }
  bool start_array(std::size_t) { return start(JsonKind::array); }
  bool end_array() { open_.pop_back(); return true; }
  bool end_object() {
    // Sorted, so that an object of a million members costs no more than its sorting.
    std::vector<std::string_view> keys;
    const JsonValue object(tree_.get(), open_.back().node);
    keys.reserve(object.size());
    for (JsonValue member = object.first(); member; member = member.next()) keys.push_back(member.key());
    std::sort(keys.begin(), keys.end());
    const auto twice = std::adjacent_find(keys.begin(), keys.end());
    if (twice != keys.end()) {
      open_.back().last_key = std::string(*twice);
      return fail("is there twice");
    }
    open_.pop_back();
    return true;
  }
  bool key(const std::string& name) {
    open_.back().last_key = name;
    return true;
  }
  bool parse_error(std::size_t position, const std::string& token, const Parser::exception& fault) {
    const std::size_t at = std::min(position, bytes_.size());
    const std::string_view before = bytes_.substr(0, at ? at - 1 : 0);
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const std::size_t line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::string place = "line " + std::to_string(line) + ", column " + std::to_string(before.size() - line_start + 1);
    const bool at_end = position > bytes_.size();
    if (fault.id == 406) error_ = {path(true), "the number " + token.substr(0, 20) + (token.size() > 20 ? "…" : "") + " is too large"};
    else if (bytes_.find_first_not_of(" \t\r\n") == std::string_view::npos) error_ = {"", "is empty"};
    else if (at_end) error_ = {place, "the file ends here, in the middle of its JSON"};
    else error_ = {place, "this is not JSON"};
    return false;
  }

 private:
  struct Open {
    std::uint32_t node;
    std::uint32_t last_child = 0;
    std::string last_key;
  };

  // The path of the value that comes next, or of the last one.
  std::string path(bool of_next) const {
    std::string out = "$";
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const JsonTree::Node& node = tree_->nodes_[open_[i].node];
      const bool next = of_next && i + 1 == open_.size();
      if (node.kind == JsonKind::object) out += "." + open_[i].last_key;
      else out += "[" + std::to_string(node.text_size - (next ? 0 : 1)) + "]";
    }
    return out;
  }

  bool fail(std::string message) {
    error_ = {path(true), std::move(message)};
    return false;
  }

  bool add(JsonKind kind) {
    if (tree_->nodes_.size() >= kMostValues) return fail("from here on there are more than 8,000,000 values, too many to open");
    const auto at = static_cast<std::uint32_t>(tree_->nodes_.size());
    JsonTree::Node node;
    node.kind = kind;
    if (!open_.empty()) {
      Open& parent = open_.back();
      if (tree_->nodes_[parent.node].kind == JsonKind::object) {
        node.key = static_cast<std::uint32_t>(tree_->pool_.size());
        node.key_size = static_cast<std::uint32_t>(parent.last_key.size());
        tree_->pool_ += parent.last_key;
      }
      if (parent.last_child) tree_->nodes_[parent.last_child].next = at;
      else tree_->nodes_[parent.node].first = at;
      ++tree_->nodes_[parent.node].text_size;
      parent.last_child = at;
    }
    tree_->nodes_.push_back(node);
    return true;
  }

  bool scalar(JsonKind kind, std::string_view text) {
    if (!add(kind)) return false;
    tree_->nodes_.back().text = static_cast<std::uint32_t>(tree_->pool_.size());
    tree_->nodes_.back().text_size = static_cast<std::uint32_t>(text.size());
    tree_->pool_ += text;
    return true;
  }

  bool start(JsonKind kind) {
    if (open_.size() >= kDeepest) return fail("is nested deeper than 64 levels");
    const auto at = static_cast<std::uint32_t>(tree_->nodes_.size());
    if (!add(kind)) return false;
    open_.push_back({at});
    return true;
  }

  std::string_view bytes_;
  std::unique_ptr<JsonTree> tree_ = std::make_unique<JsonTree>();
  std::vector<Open> open_;
  text::Error error_;
};

text::Result<std::unique_ptr<const JsonTree>> parse_json(std::string_view bytes) { return JsonTreeBuilder(bytes).run(); }

void write_value(JsonWriter& out, JsonValue value) {
  switch (value.kind()) {
    case JsonKind::string: out.text(value.text()); break;
    case JsonKind::array:
      out.begin_array();
      for (JsonValue one = value.first(); one; one = one.next()) write_value(out, one);
      out.end_array();
      break;
    case JsonKind::object:
      out.begin_object();
      for (JsonValue one = value.first(); one; one = one.next()) {
        out.key(one.key());
        write_value(out, one);
      }
      out.end_object();
      break;
    default: out.raw(value.text());
  }
}

std::string to_line(JsonValue value) {
  JsonWriter out;
  write_value(out, value);
  return out.take();
}

namespace {

// digits[0].digits[1]digits[2]… with the point `point` places from the left.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int64_t point = 0;
};

std::optional<Decimal> decimal_of(std::string_view number) {
  Decimal d;
  if (number.starts_with('-')) {
    d.negative = true;
    number.remove_prefix(1);
  }
  bool fraction = false;
  std::size_t i = 0;
  for (; i < number.size() && number[i] != 'e' && number[i] != 'E'; ++i) {
    if (number[i] == '.') {
      fraction = true;
      continue;
    }
    if (number[i] < '0' || number[i] > '9') return std::nullopt;
    if (!fraction) ++d.point;
    d.digits += number[i];
  }
  if (d.digits.empty()) return std::nullopt;
  if (i < number.size()) {
    std::string_view power = number.substr(i + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    int by = 0;
    const auto [stop, fault] = std::from_chars(power.data(), power.data() + power.size(), by);
    if (fault != std::errc() || stop != power.data() + power.size()) return std::nullopt;
    d.point += by;
  }
  return d;
}

}  // namespace

std::optional<std::int64_t> thousandths_of(std::string_view number) {
  const std::optional<Decimal> d = decimal_of(number);
  if (!d) return std::nullopt;
  std::int64_t value = 0;
  const std::int64_t wanted = d->point + 3;
  for (std::int64_t i = 0; i < wanted; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (value == 0 && at >= d->digits.size()) break;
    if (value > 100'000'000'000'000'000) return std::nullopt;
    value = value * 10 + (at < d->digits.size() ? d->digits[at] - '0' : 0);
  }
  if (wanted >= 0 && static_cast<std::size_t>(wanted) < d->digits.size() && d->digits[static_cast<std::size_t>(wanted)] >= '5') ++value;
  if (value > 1'000'000'000'000'000'000) return std::nullopt;
  return d->negative ? -value : value;
}

std::optional<std::int64_t> integer_of(std::string_view number) {
  std::int64_t plain = 0;
  const auto [stop, fault] = std::from_chars(number.data(), number.data() + number.size(), plain);
  if (fault == std::errc() && stop == number.data() + number.size()) return plain;
  const std::optional<Decimal> d = decimal_of(number);
  if (!d) return std::nullopt;
  for (std::int64_t i = std::max<std::int64_t>(d->point, 0); i < static_cast<std::int64_t>(d->digits.size()); ++i)
    if (d->digits[static_cast<std::size_t>(i)] != '0') return std::nullopt;
  if (d->point < 0) {
    for (const char digit : d->digits)
      if (digit != '0') return std::nullopt;
    return 0;
  }
  const std::optional<std::int64_t> thousandths = thousandths_of(number);
  return thousandths ? std::optional(*thousandths / 1000) : std::nullopt;
}

}  // namespace format
