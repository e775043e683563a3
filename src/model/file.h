// The file of learned weights, assets/models/*.bin. Little endian:
//
//   0   4 bytes  "QUOM"
//   4   u32      version of this layout, 1
//   8   u32      the features' fingerprint: weights only fit the features they were trained with
//   12  u32      checksum (FNV-1a) of all that follows
//   16  …        what the model says it is
//
// A Reader never leaves its bytes: after the first thing that does not fit it gives zeros, and ok() is false.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/result.h"

namespace model {

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t u8();
  std::int8_t i8() { return static_cast<std::int8_t>(u8()); }
  std::uint32_t u32();
  std::int32_t i32() { return static_cast<std::int32_t>(u32()); }
  std::uint32_t varint();  // seven bits a byte, low ones first
  std::string_view take(std::size_t size);
  // A number that must be at most `limit`.
  std::uint32_t at_most(std::uint32_t value, std::uint32_t limit);

  void fail();  // what was read makes no sense

  bool ok() const { return ok_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

// The contents of a weights file, or what is wrong with it.
text::Result<Reader> open(std::string_view file, std::uint32_t fingerprint);

class Writer {
 public:
  void u8(std::uint32_t value) { bytes_.push_back(static_cast<char>(value)); }
  void u32(std::uint32_t value);
  void varint(std::uint32_t value);
  void append(std::string_view bytes) { bytes_.append(bytes); }

  // The whole file, header included.
  std::string file(std::uint32_t fingerprint) const;

 private:
  std::string bytes_;
};

}  // namespace model
