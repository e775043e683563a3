#include "format/packed_json.h"

#include <memory>
#include <optional>
#include <vector>

#include "format/json.h"
#include "format/packed_values.h"
#include "format/stretches.h"
#include "text/sha256.h"
#include "text/utf8.h"

namespace format {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::int64_t kLastPlace = 9'999'999'999;

bool is_json_number(std::string_view digits) {
  const auto skip_digits = [&] {
    std::size_t count = 0;
    while (!digits.empty() && digits[0] >= '0' && digits[0] <= '9') digits.remove_prefix(1), ++count;
    return count > 0;
  };
  if (digits.starts_with('-')) digits.remove_prefix(1);
  if (digits.starts_with('0')) digits.remove_prefix(1);
  else if (!skip_digits()) return false;
  if (digits.starts_with('.')) {
    digits.remove_prefix(1);
    if (!skip_digits()) return false;
  }
  if (digits.starts_with('e') || digits.starts_with('E')) {
    digits.remove_prefix(1);
    if (digits.starts_with('+') || digits.starts_with('-')) digits.remove_prefix(1);
    if (!skip_digits()) return false;
  }
  return digits.empty();
}

class Unpacker {
 public:
  Unpacker(std::string_view words, std::string_view structure, std::size_t most) : words_(words), structure_(structure), most_(most) {}

  text::Result<std::string> run() {
    if (const std::uint64_t size = varint(); size > 0) {
      article_ = next_words(size - 1);
      stretch(0, *article_);
    } else {
      std::int64_t end = 0;
      for (std::uint64_t count = varint(); count > 0 && !failed(); --count) {
        const std::uint64_t gap = varint(), bytes_of_it = varint();
        if (gap > static_cast<std::uint64_t>(kLastPlace) || end > kLastPlace) return damaged(), text::Error{"", fault_};
        end += static_cast<std::int64_t>(gap);
        stretch(end, next_words(bytes_of_it));
        if (!failed()) end = known_.all().back()->end();
      }
    }
    if (failed()) return text::Error{"", fault_};
    value("", 0);
    if (fault_.empty() && (at_ != structure_.size() || words_at_ != words_.size())) damaged();
    if (!fault_.empty()) return text::Error{"", fault_};
    return out_.take();
  }

 private:
  using Shape = std::vector<std::string>;

  bool failed() const { return !fault_.empty(); }
  void damaged() {
    if (fault_.empty()) fault_ = "is incomplete, or was changed on its way";
  }
  // Counts what is about to be written; false: it is too much.
  bool room_for(std::size_t bytes) {
    made_ += bytes + 4;
    if (made_ > most_ && fault_.empty())
      fault_ = "unpacks to more than " + std::to_string(most_ >> 20) + " MB, which is more than an annotation file can be";
    return made_ <= most_;
  }

  void stretch(std::int64_t start, std::string_view words) {
    if (!text::is_valid_utf8(words)) damaged();
    if (!failed()) known_.add(start, std::string(words));
  }

  std::uint8_t byte() {
    if (at_ < structure_.size()) return static_cast<std::uint8_t>(structure_[at_++]);
    damaged();
    return 0;
  }
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64 && !failed(); shift += 7) {
      const std::uint8_t b = byte();
      value |= static_cast<std::uint64_t>(b & 127) << shift;
      if (b < 128) return value;
    }
    damaged();
    return 0;
  }
  std::string_view bytes(std::size_t size) {
    if (size > structure_.size() - at_) return damaged(), std::string_view();
    at_ += size;
    return structure_.substr(at_ - size, size);
  }
  std::string_view next_words(std::uint64_t size) {
    if (size > words_.size() - words_at_) return damaged(), std::string_view();
    words_at_ += static_cast<std::size_t>(size);
    return words_.substr(words_at_ - static_cast<std::size_t>(size), static_cast<std::size_t>(size));
  }

  void value(std::string_view key, std::size_t depth) {
    if (failed()) return;
    if (depth > kDeepest) return damaged();
    if (at_ >= structure_.size()) return damaged();
    const auto first = static_cast<std::uint8_t>(structure_[at_]);
    if (first >= kFirstSmall) {
      if (first < kFirstSmall + kSmallNumbers) return number(byte() - kFirstSmall);
      if (first >= kFirstSmall + kSmallNumbers + kSmallSeen + kSmallKnown)
        return object(byte() - (kFirstSmall + kSmallNumbers + kSmallSeen + kSmallKnown), depth);
      return text(key);
    }
    switch (static_cast<Tag>(first)) {
      case Tag::null:
        ++at_;
        if (room_for(4)) out_.null();
        return;
      case Tag::no:
      case Tag::yes:
        ++at_;
        if (room_for(5)) out_.boolean(static_cast<Tag>(first) == Tag::yes);
        return;
      case Tag::number:
        ++at_;
        return number(unzigzag(varint()));
      case Tag::thousandths:
        ++at_;
        if (const auto share = unzigzag(varint()); room_for(24)) out_.thousandths(share);
        return;
      case Tag::digits:
        ++at_;
        return digits(next_words(varint()));
      case Tag::text_length:
        ++at_;
        return article_ ? number(known_.all().front()->end()) : damaged();
      case Tag::array:
        ++at_;
        return array(varint(), depth);
      case Tag::object:
        ++at_;
        return object(varint(), depth);
      case Tag::spans:
        ++at_;
        return spans(varint(), false);
      case Tag::quoted_spans:
        ++at_;
        return spans(varint(), true);
      case Tag::place:
        return damaged();
      default:
        return text(key);
    }
  }
  void number(std::int64_t value) {
    if (room_for(20)) out_.number(value);
  }
  void digits(std::string_view value) {
    if (!is_json_number(value)) return damaged();
    if (room_for(value.size())) out_.raw(value);
  }

  void text(std::string_view key) {
    const std::string words(words_of_value(key));
    if (!failed() && room_for(words.size())) out_.text(words);
  }
  // The words of a text that comes next; counted where they are written.
  std::string_view words_of_value(std::string_view key) {
    const std::uint8_t first = byte();
    if (first >= kFirstSmall + kSmallNumbers + kSmallSeen + kSmallKnown) return damaged(), std::string_view();
    if (first >= kFirstSmall + kSmallNumbers + kSmallSeen) return known(first - (kFirstSmall + kSmallNumbers + kSmallSeen));
    if (first >= kFirstSmall + kSmallNumbers) return seen(first - (kFirstSmall + kSmallNumbers));
    switch (static_cast<Tag>(first)) {
      case Tag::known:
        return known(varint());
      case Tag::seen:
        return seen(varint());
      case Tag::text:
        return remember(std::string(next_words(varint())));
      case Tag::next_id:
        return made(text_of(memory_.last_id = {memory_.last_id.letter, memory_.last_id.number + 1}));
      case Tag::id: {
        const ShortId id{static_cast<char>(byte()), varint()};
        if (key != "id") return remember(text_of(id));
        return made(text_of(memory_.last_id = id));
      }
      case Tag::article:
        return article_ ? *article_ : (damaged(), std::string_view());
      case Tag::text_hash:
        return article_ ? made(std::string(kHash) + hash()) : (damaged(), std::string_view());
      case Tag::text_id:
        return article_ ? made(article_id()) : (damaged(), std::string_view());
      case Tag::hash:
        return remember(std::string(kHash) + hex_of(bytes(32)));
      case Tag::uuid: {
        const std::string_view id = bytes(16);
        return failed() ? std::string_view() : remember(std::string(kUuid) + uuid_of(id));
      }
      case Tag::seconds:
      case Tag::milliseconds: {
        const std::int64_t away = unzigzag(varint());
        if (away <= -kLastTime || away >= kLastTime) return damaged(), std::string_view();
        memory_.last_time += away;
        if (memory_.last_time < 0 || memory_.last_time >= kLastTime) return damaged(), std::string_view();
        return made(text_of_time(memory_.last_time, static_cast<Tag>(first) == Tag::milliseconds));
      }
      default:
        return damaged(), std::string_view();
    }
  }
  std::string_view known(std::uint64_t place) {
    if (const auto word = known_word(place)) return *word;
    if (fault_.empty()) fault_ = "was made by a newer program, and this one does not know all of its words";
    return {};
  }
  std::string_view seen(std::uint64_t number) {
    return number < seen_.size() ? std::string_view(*seen_[static_cast<std::size_t>(number)]) : (damaged(), std::string_view());
  }
  std::string_view remember(std::string words) {
    seen_.push_back(std::make_unique<std::string>(std::move(words)));
    return *seen_.back();
  }
  std::string_view made(std::string words) { return made_words_ = std::move(words); }
  const std::string& hash() {
    if (hash_.empty()) hash_ = text::sha256(*article_);
    return hash_;
  }
  const std::string& article_id() {
    if (article_id_.empty()) article_id_ = id_of_text(*article_);
    return article_id_;
  }

  void array(std::uint64_t size, std::size_t depth) {
    if (!room_for(0)) return;
    out_.begin_array();
    for (std::uint64_t i = 0; i < size && !failed(); ++i) value("", depth + 1);
    out_.end_array();
  }
  struct Place {
    std::int64_t start = 0, end = 0;
  };
  Place place() {
    const std::int64_t away = unzigzag(varint());
    const std::uint64_t size = varint();
    if (away < -kLastPlace || away > kLastPlace || size > static_cast<std::uint64_t>(kLastPlace)) return damaged(), Place{};
    const Place out{memory_.last_end + away, memory_.last_end + away + static_cast<std::int64_t>(size)};
    if (out.start < 0 || out.end > kLastPlace) return damaged(), Place{};
    memory_.last_end = out.end;
    return out;
  }
  void spans(std::uint64_t count, bool quoted) {
    if (!room_for(0)) return;
    out_.begin_array();
    for (std::uint64_t i = 0; i < count && !failed(); ++i) {
      const Place here = place();
      if (failed() || !room_for(80)) break;
      out_.begin_object().key("start").number(here.start).key("end").number(here.end);
      if (quoted) {
        for (const std::string_view key : {"exact", "prefix", "suffix"}) {
          out_.key(key);
          text(key);
          if (failed()) return;
        }
      } else {
        const auto size = known_.size_of(here.start, here.end);
        if (!size) return damaged();
        if (!room_for(*size + 128)) return;
        const anchor::Selector s = *known_.find(here.start, here.end);
        out_.key("exact").text(s.exact).key("prefix").text(s.prefix).key("suffix").text(s.suffix);
      }
      out_.end_object();
    }
    out_.end_array();
  }

  void object(std::uint64_t number, std::size_t depth) {
    if (number == shapes_.size()) new_shape();
    if (failed()) return;
    if (number >= shapes_.size()) return damaged();
    const Shape& shape = *shapes_[static_cast<std::size_t>(number)];
    if (!room_for(0)) return;
    out_.begin_object();
    for (std::size_t i = 0; i < shape.size() && !failed(); ++i) {
      if (!room_for(shape[i].size())) return;
      out_.key(shape[i]);
      if (at_ < structure_.size() && static_cast<Tag>(structure_[at_]) == Tag::place && i + 1 < shape.size()) {
        ++at_;
        const Place here = place();
        if (failed() || !room_for(shape[i + 1].size() + 40)) return;
        out_.number(here.start).key(shape[++i]).number(here.end);
      } else {
        value(shape[i], depth + 1);
      }
    }
    out_.end_object();
  }
  void new_shape() {
    auto shape = std::make_unique<Shape>();
    const std::uint64_t size = varint();
    for (std::uint64_t i = 0; i < size && !failed(); ++i) {
      shape->push_back(std::string(words_of_value("")));
      if (!room_for(shape->back().size())) return;
    }
    shapes_.push_back(std::move(shape));
  }

  std::string_view words_, structure_;
  std::size_t most_, made_ = 0, at_ = 0, words_at_ = 0;
  std::string fault_;
  JsonWriter out_;
  Memory memory_;
  std::optional<std::string_view> article_;
  Stretches known_;
  std::vector<std::unique_ptr<std::string>> seen_;
  std::vector<std::unique_ptr<const Shape>> shapes_;  // in place while others are added: a value may bring a new one
  std::string made_words_, hash_, article_id_;
};

}  // namespace

text::Result<std::string> unpack(std::string_view words, std::string_view structure, std::size_t most) {
  return Unpacker(words, structure, most).run();
}

}  // namespace format
