#include "format/json_span.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "format/json_writer.h"

namespace format {

using text::Span;

namespace {

// From this score on nobody needs to look at the mark again.
constexpr int kSure = 950;

bool written_as_ours(JsonValue object) {
  JsonValue member = object.first();
  for (const std::string_view key : {"start", "end", "exact", "prefix", "suffix"}) {
    if (!member || member.key() != key) return false;
    member = member.next();
  }
  return !member;
}

// At most 40 code points, in one line.
std::string start_of(std::string_view words) {
  std::uint32_t end = 0;
  for (int i = 0; i < 40 && end < words.size(); ++i) end += text::character_at(words, end).size;
  std::string out(words.substr(0, end));
  std::replace_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return end < words.size() ? out + "…" : out;
}

// The object without `anchor` and `anchorScore`, and with those that are given.
std::string with_anchor(JsonValue object, std::string_view anchor, int score = -1) {
  JsonWriter out;
  out.begin_object();
  for (JsonValue member = object.first(); member; member = member.next()) {
    if (member.key() == "anchor" || member.key() == "anchorScore") continue;
    out.key(member.key());
    write_value(out, member);
  }
  if (!anchor.empty()) out.key("anchor").text(anchor);
  if (score >= 0) out.key("anchorScore").thousandths(score);
  return out.end_object().take();
}

}  // namespace

SpanReader::SpanReader(std::string_view raw, std::string_view text, bool trusted) : text_(text), finder_(text), trusted_(trusted), index_(raw) {
  for (std::uint32_t i = 0; i + 1 < raw.size(); ++i)
    if (raw[i] == '\r' && raw[i + 1] == '\n') dropped_.push_back(i);
  std::int64_t units = 0;
  for (const char c : raw) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) continue;
    if (byte >= 0xF0) astral_.push_back(units++);
    ++units;
  }
}

std::uint32_t SpanReader::byte_of(std::uint32_t raw_byte) const {
  return raw_byte - static_cast<std::uint32_t>(std::lower_bound(dropped_.begin(), dropped_.end(), raw_byte) - dropped_.begin());
}

std::optional<Span> SpanReader::bytes_of(std::int64_t start, std::int64_t end) const {
  if (start < 0 || end < start || end > length()) return std::nullopt;
  return Span{byte_of(index_.to_bytes(static_cast<std::uint32_t>(start))), byte_of(index_.to_bytes(static_cast<std::uint32_t>(end)))};
}

std::string SpanReader::outside(std::int64_t start, std::int64_t end) const {
  return end > length() ? "lies outside the text, which has " + std::to_string(length()) + " characters" : start > end ? "lies behind the end" : "";
}

// Other programs count in UTF-16 units or in bytes.
std::optional<Span> SpanReader::in_other_units(std::int64_t start, std::int64_t end, std::string_view exact) const {
  if (end < start) return std::nullopt;
  if (!astral_.empty()) {
    const auto code_points = [&](std::int64_t units) { return units - (std::lower_bound(astral_.begin(), astral_.end(), units) - astral_.begin()); };
    const auto span = bytes_of(code_points(start), code_points(end));
    if (span && slice(text_, *span) == exact) return span;
  }
  if (dropped_.empty() && end <= static_cast<std::int64_t>(text_.size())) {
    const Span span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    if (slice(text_, span) == exact) return span;
  }
  return std::nullopt;
}

// A cue and a source that stood beside their content are looked for there alone; those far from it anywhere.
std::optional<anchor::Found> SpanReader::find(const anchor::Selector& selector, std::int64_t start) {
  constexpr std::int64_t kBeside = 300;  // code points; what stands farther off is moved by edits that have nothing to do with the content
  if (!companion_ || std::abs(start - companion_->start) > kBeside + (companion_->found.end - companion_->found.begin)) return finder_.find(selector);
  const std::int64_t content = index_.to_code_points(companion_->found.begin);
  const auto expected = bytes_of(std::clamp<std::int64_t>(content + start - companion_->start, 0, length()), length());
  anchor::Selector near = selector;
  near.near = expected ? expected->begin : companion_->found.begin;
  return finder_.find_near(near);
}

SpanReading SpanReader::read(JsonValue object) {
  SpanReading out;
  const auto refuse = [&](std::string where, std::string message) {
    out.wrong = {std::move(where), std::move(message)};
    out.fatal = true;
    return out;
  };
  if (!object.is(JsonKind::object)) return refuse("", "expected an object");
  std::int64_t offsets[2] = {};
  int i = 0;
  for (const std::string_view key : {"start", "end"}) {
    const JsonValue member = object[key];
    if (!member) return refuse(std::string(key), "is missing");
    if (!member.is(JsonKind::number)) return refuse(std::string(key), "expected a number");
    const auto number = integer_of(member.text());
    if (!number || *number < 0) return refuse(std::string(key), "expected a whole number that is not negative");
    offsets[i++] = *number;
  }
  for (const std::string_view key : {"exact", "prefix", "suffix", "anchor"})
    if (const JsonValue member = object[key]; member && !member.is(JsonKind::string)) return refuse(std::string(key), "expected a string");

  const bool was_lost = object["anchor"].text() == "lost";
  const std::optional<Span> said = was_lost ? std::nullopt : bytes_of(offsets[0], offsets[1]);
  const JsonValue exact = object["exact"];
  if (!exact) {
    out.span = said;
    if (said) out.kept = to_line(object);
    else if (was_lost) out.kept = with_anchor(object, "lost");
    else return refuse(offsets[1] > length() ? "end" : "start", outside(offsets[0], offsets[1]));
    return out;
  }
  out.words = text::clean(exact.text());
  if (said && slice(text_, *said) == out.words) {
    out.span = said;
    if (!written_as_ours(object)) out.kept = to_line(object);
    return out;
  }
  if (!was_lost) {
    out.wrong = {"exact", said ? "these words do not stand here; here it says \"" + start_of(slice(text_, *said)) + "\"" : "these words do not stand here: the place is outside the text"};
  }
  if (const auto other = was_lost ? std::nullopt : in_other_units(offsets[0], offsets[1], out.words)) {
    out.span = other;
    out.wrong.message = "these words stand here only if the text is counted in UTF-16 units or bytes, not in code points";
    if (!written_as_ours(object)) out.kept = to_line(object);
    return out;
  }
  const auto near = bytes_of(std::min(offsets[0], length()), std::min(offsets[0], length()));
  anchor::Selector selector{out.words, text::clean(object["prefix"].text()), text::clean(object["suffix"].text()), near ? near->begin : 0};
  if (const auto found = find(selector, offsets[0])) {
    out.span = found->span;
    out.kept = with_anchor(object, found->score >= kSure ? "moved" : "fuzzy", found->score);
  } else {
    out.kept = with_anchor(object, "lost");
  }
  return out;
}

std::string lost_mark(JsonValue mark) {
  const std::set<std::string_view> lists = {"content", "cue", "source", "spans"};
  JsonWriter out;
  out.begin_object();
  for (JsonValue member = mark.first(); member; member = member.next()) {
    out.key(member.key());
    if (!lists.contains(member.key()) || !member.is(JsonKind::array)) {
      write_value(out, member);
      continue;
    }
    out.begin_array();
    for (JsonValue span = member.first(); span; span = span.next()) out.raw(with_anchor(span, "lost"));
    out.end_array();
  }
  return out.end_object().take();
}

}  // namespace format
