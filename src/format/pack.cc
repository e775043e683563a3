#include "format/packed_json.h"

#include <map>
#include <optional>
#include <vector>

#include "format/json.h"
#include "format/packed_values.h"
#include "format/stretches.h"
#include "text/sha256.h"
#include "text/utf8.h"

namespace format {
namespace {

constexpr std::string_view kSpanMembers[] = {"start", "end", "exact", "prefix", "suffix"};

bool holds_spans(std::string_view key) { return key == "content" || key == "cue" || key == "source" || key == "spans"; }

std::optional<std::int64_t> small_integer(JsonValue value) {
  if (!value.is(JsonKind::number) || value.text().size() > 10) return std::nullopt;
  const auto number = integer_of(value.text());
  return number && std::to_string(*number) == value.text() ? number : std::nullopt;
}

class Packer {
 public:
  PackedJson run(JsonValue root) {
    if (const JsonValue article = root["document"]["text"]; article.is(JsonKind::string)) article_ = article.text();
    if (article_) {
      known_.add(0, std::string(*article_));
      varint(article_->size() + 1);
      out_.words += *article_;
    } else {
      known_ = joined(named_by(root));
      varint(0);
      varint(known_.all().size());
      for (std::int64_t end = 0; const auto& one : known_.all()) {
        varint(static_cast<std::uint64_t>(one->start - end));
        varint(one->words.size());
        out_.words += one->words;
        end = one->end();
      }
    }
    value(root, "");
    return std::move(out_);
  }

 private:
  static std::vector<NamedStretch> named_by(JsonValue root) {
    std::vector<NamedStretch> out;
    for (const std::string_view list : {"quotations", "claims"})
      for (JsonValue mark = root[list].first(); mark; mark = mark.next())
        for (JsonValue member = mark.first(); member; member = member.next())
          for (JsonValue span = holds_spans(member.key()) ? member.first() : JsonValue(); span; span = span.next()) {
            if (!is_quoted(span)) continue;
            const std::string_view prefix = span["prefix"].text();
            const std::int64_t start = *small_integer(span["start"]) - static_cast<std::int64_t>(text::count_code_points(prefix));
            if (start >= 0)
              out.push_back({start, std::string(prefix) + std::string(span["exact"].text()) + std::string(span["suffix"].text())});
          }
    return out;
  }

  void tag(Tag t) { out_.structure += static_cast<char>(t); }
  void varint(std::uint64_t number) { put_varint(out_.structure, number); }
  void tagged(Tag t, std::uint64_t number) {
    tag(t);
    varint(number);
  }
  void small(std::uint64_t first, std::uint64_t number) { out_.structure += static_cast<char>(kFirstSmall + first + number); }

  void value(JsonValue v, std::string_view key) {
    switch (v.kind()) {
      case JsonKind::null:
        return tag(Tag::null);
      case JsonKind::boolean:
        return tag(v.text() == "true" ? Tag::yes : Tag::no);
      case JsonKind::number:
        return number(v, key);
      case JsonKind::string:
        return text(v.text(), key);
      case JsonKind::array:
        return array(v, key);
      case JsonKind::object:
        return object(v);
    }
  }

  void number(JsonValue v, std::string_view key) {
    if (key == "textLength" && article_ && v.text() == std::to_string(known_.all().front()->end())) return tag(Tag::text_length);
    if (const auto whole = small_integer(v)) {
      if (*whole >= 0 && *whole < kSmallNumbers) return small(0, static_cast<std::uint64_t>(*whole));
      return tagged(Tag::number, zigzag(*whole));
    }
    JsonWriter usual;
    if (const auto share = thousandths_of(v.text()); share && usual.thousandths(*share).take() == v.text())
      return tagged(Tag::thousandths, zigzag(*share));
    tag(Tag::digits);
    fresh(v.text());
  }

  // A text that was not there before.
  void fresh(std::string_view words) {
    varint(words.size());
    out_.words += words;
  }
  void remember(std::string_view words) { seen_.emplace(words, seen_.size()); }

  void text(std::string_view words, std::string_view key) {
    if (words == article_) return tag(Tag::article);
    if (const auto place = known_place(words)) {
      if (*place < kSmallKnown) return small(kSmallNumbers + kSmallSeen, *place);
      return tagged(Tag::known, *place);
    }
    if (const auto seen = seen_.find(words); seen != seen_.end()) {
      if (seen->second < kSmallSeen) return small(kSmallNumbers, seen->second);
      return tagged(Tag::seen, seen->second);
    }
    if (const auto id = short_id(words)) {
      const bool next = id->letter == memory_.last_id.letter && id->number == memory_.last_id.number + 1;
      if (key == "id") memory_.last_id = *id;
      if (key == "id" && next) return tag(Tag::next_id);
      tag(Tag::id);
      out_.structure += id->letter;
      varint(id->number);
      if (key != "id") remember(words);
      return;
    }
    if (article_) {
      if (words.starts_with(kHash) && words == text_hash()) return tag(Tag::text_hash);
      if (words.starts_with(kUuid) && words == text_id()) return tag(Tag::text_id);
    }
    if (const auto time = time_of(words)) {
      tagged(words.size() > 20 ? Tag::milliseconds : Tag::seconds, zigzag(*time - memory_.last_time));
      memory_.last_time = *time;
      return;
    }
    if (words.starts_with(kHash) && words.size() == kHash.size() + 64) {
      if (const auto bytes = bytes_of_hex(words.substr(kHash.size()))) {
        tag(Tag::hash);
        out_.structure += *bytes;
        return remember(words);
      }
    }
    if (words.starts_with(kUuid)) {
      if (const auto bytes = bytes_of_uuid(words.substr(kUuid.size()))) {
        tag(Tag::uuid);
        out_.structure += *bytes;
        return remember(words);
      }
    }
    tag(Tag::text);
    fresh(words);
    remember(words);
  }

  void array(JsonValue v, std::string_view key) {
    if (holds_spans(key) && v.first()) {
      if (all(v, [&](JsonValue span) { return is_of_text(span); })) return spans(v, Tag::spans);
      if (all(v, [&](JsonValue span) { return is_quoted(span); })) return spans(v, Tag::quoted_spans);
    }
    tagged(Tag::array, v.size());
    for (JsonValue one = v.first(); one; one = one.next()) value(one, "");
  }

  template <typename Holds>
  static bool all(JsonValue list, Holds holds) {
    for (JsonValue one = list.first(); one; one = one.next())
      if (!holds(one)) return false;
    return true;
  }
  static bool is_quoted(JsonValue span) {
    JsonValue member = span.is(JsonKind::object) ? span.first() : JsonValue();
    for (const std::string_view key : kSpanMembers) {
      if (!member || member.key() != key) return false;
      const bool number = key == "start" || key == "end";
      if (!member.is(number ? JsonKind::number : JsonKind::string)) return false;
      member = member.next();
    }
    const auto start = small_integer(span["start"]), end = small_integer(span["end"]);
    return !member && start && end && *start >= 0 && *end >= *start;
  }
  bool is_of_text(JsonValue span) const {
    if (!is_quoted(span)) return false;
    const std::int64_t start = *small_integer(span["start"]), end = *small_integer(span["end"]);
    const auto s = known_.find(start, end);
    if (!s) return false;
    return span["exact"].text() == s->exact && span["prefix"].text() == s->prefix && span["suffix"].text() == s->suffix;
  }
  void place(std::int64_t start, std::int64_t end) {
    varint(zigzag(start - memory_.last_end));
    varint(static_cast<std::uint64_t>(end - start));
    memory_.last_end = end;
  }
  void spans(JsonValue v, Tag how) {
    tagged(how, v.size());
    for (JsonValue span = v.first(); span; span = span.next()) {
      place(*small_integer(span["start"]), *small_integer(span["end"]));
      if (how == Tag::quoted_spans)
        for (const std::string_view key : {"exact", "prefix", "suffix"}) text(span[key].text(), key);
    }
  }

  void object(JsonValue v) {
    std::string names;
    for (JsonValue member = v.first(); member; member = member.next())
      names += std::to_string(member.key().size()) + " " + std::string(member.key());
    const auto shape = shapes_.find(names);
    const std::uint64_t number = shape == shapes_.end() ? shapes_.size() : shape->second;
    if (shape == shapes_.end()) {
      shapes_.emplace(names, number);
      tagged(Tag::object, number);
      varint(v.size());
      for (JsonValue member = v.first(); member; member = member.next()) text(member.key(), "");
    } else if (number < kSmallShapes) {
      small(kSmallNumbers + kSmallSeen + kSmallKnown, number);
    } else {
      tagged(Tag::object, number);
    }
    for (JsonValue member = v.first(); member; member = member.next()) {
      const JsonValue next = member.next();
      if (member.key() == "start" && next && next.key() == "end") {
        const auto start = small_integer(member), end = small_integer(next);
        if (start && end && *start >= 0 && *end >= *start) {
          tag(Tag::place);
          place(*start, *end);
          member = next;
          continue;
        }
      }
      value(member, member.key());
    }
  }

  const std::string& text_hash() {
    if (text_hash_.empty()) text_hash_ = std::string(kHash) + text::sha256(*article_);
    return text_hash_;
  }
  const std::string& text_id() {
    if (text_id_.empty()) text_id_ = id_of_text(*article_);
    return text_id_;
  }

  PackedJson out_;
  Memory memory_;
  std::optional<std::string_view> article_;
  Stretches known_;
  std::map<std::string, std::uint64_t, std::less<>> seen_;
  std::map<std::string, std::uint64_t> shapes_;
  std::string text_hash_, text_id_;
};

}  // namespace

PackedJson pack(JsonValue root) { return Packer().run(root); }

}  // namespace format
