// What pack() and unpack() agree on, beside the order of values: how numbers, times and hashes become bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace format {

// The first byte of a value. Those from kFirstSmall on carry a number with them.
enum class Tag : std::uint8_t {
  null,
  no,
  yes,
  number,        // zigzag
  thousandths,   // 0.94: zigzag of 940
  digits,        // any other number, as a text
  text,          // new: its length; its bytes are the next of the words
  known,         // of kKnown: its place
  seen,          // a text that was there before: its number
  next_id,       // the id that follows the last one
  id,            // a letter and a number
  array,         // its length
  object,        // its shape: the number of it, or as many as there are and then its members
  place,         // "start" and "end": zigzag of the distance from the last end, the length
  spans,         // their number; for each a place; words and sides are those of the stretches
  quoted_spans,  // their number; for each a place, then words, prefix, suffix as values
  article,       // the text of the article: new
  text_hash,
  text_id,
  text_length,   // of that text
  hash,          // "sha256:" and 64 digits: 32 bytes
  uuid,          // "urn:uuid:" and 32 digits: 16 bytes
  seconds,       // a time: zigzag of the milliseconds since the last one
  milliseconds,  // the same, written with three digits behind the seconds
};
constexpr std::uint8_t kFirstSmall = 32;
constexpr std::uint8_t kSmallNumbers = 64, kSmallSeen = 64, kSmallKnown = 64, kSmallShapes = 32;
// 32…95 numbers 0…63; 96…159 texts seen; 160…223 known texts; 224…255 shapes

// The words that links know by their place; none: a text that they do not know, or a place of a newer program.
std::optional<std::size_t> known_place(std::string_view word);
std::optional<std::string_view> known_word(std::uint64_t place);

// How the hash of a text and the id of a file begin.
constexpr std::string_view kHash = "sha256:", kUuid = "urn:uuid:";

void put_varint(std::string& out, std::uint64_t value);  // LEB128
inline std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
inline std::int64_t unzigzag(std::uint64_t value) { return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1); }

// Milliseconds since 1970 of "2026-11-23T10:00:00Z" or "2026-11-23T10:00:00.000Z"; none: written in another way.
std::optional<std::int64_t> time_of(std::string_view text);
std::string text_of_time(std::int64_t milliseconds, bool with_milliseconds);
constexpr std::int64_t kLastTime = 253'402'300'800'000;  // the end of the year 9999

// Bytes of lower-case hexadecimal digits; none: others are among them.
std::optional<std::string> bytes_of_hex(std::string_view digits);
std::string hex_of(std::string_view bytes);
std::optional<std::string> bytes_of_uuid(std::string_view uuid);  // "5f0c1e0e-6a54-4b7e-9d0a-2f5b8f2f7a11"
std::string uuid_of(std::string_view bytes);

// "q12": the letter and the number. None: no such id, or one that would be written differently.
struct ShortId {
  char letter = 0;
  std::uint64_t number = 0;
};
std::optional<ShortId> short_id(std::string_view text);
inline std::string text_of(ShortId id) { return std::string(1, id.letter) + std::to_string(id.number); }

// What both sides remember of the values so far.
struct Memory {
  std::int64_t last_end = 0, last_time = 0;
  ShortId last_id;
};

}  // namespace format
