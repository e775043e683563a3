#include "model/file.h"

namespace model {
namespace {

constexpr std::string_view kMagic = "QUOM";
constexpr std::uint32_t kVersion = 1;

std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t h = 2166136261u;
  for (const char c : bytes) {
    h ^= static_cast<unsigned char>(c);
    h *= 16777619u;
  }
  return h;
}

}  // namespace

std::string_view Reader::take(std::size_t size) {
  if (size > bytes_.size()) {
    fail();
    return {};
  }
  const std::string_view taken = bytes_.substr(0, size);
  bytes_.remove_prefix(size);
  return taken;
}

void Reader::fail() {
  ok_ = false;
  bytes_ = {};
}

std::uint8_t Reader::u8() {
  const std::string_view byte = take(1);
  return byte.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(byte[0]);
}

std::uint32_t Reader::u32() {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value |= std::uint32_t{u8()} << (8 * i);
  return value;
}

std::uint32_t Reader::varint() {
  std::uint32_t value = 0;
  for (int shift = 0; shift < 35; shift += 7) {
    const std::uint32_t byte = u8();
    if (shift < 32) value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
  fail();
  return 0;
}

std::uint32_t Reader::at_most(std::uint32_t value, std::uint32_t limit) {
  if (value <= limit) return value;
  fail();
  return 0;
}

void Writer::u32(std::uint32_t value) {
  for (int i = 0; i < 4; ++i) u8((value >> (8 * i)) & 255);
}

void Writer::varint(std::uint32_t value) {
  for (; value >= 128; value >>= 7) u8((value & 127) | 128);
  u8(value);
}

std::string Writer::file(std::uint32_t fingerprint) const {
  Writer head;
  head.append(kMagic);
  head.u32(kVersion);
  head.u32(fingerprint);
  head.u32(checksum(bytes_));
  return head.bytes_ + bytes_;
}

text::Result<Reader> open(std::string_view file, std::uint32_t fingerprint) {
  Reader reader(file);
  if (reader.take(kMagic.size()) != kMagic) return text::Error{"", "This is not a file of weights."};
  if (reader.u32() != kVersion) return text::Error{"", "The weights have a layout that this program does not know."};
  if (reader.u32() != fingerprint) return text::Error{"", "The weights were trained with other features; train them again."};
  const std::uint32_t expected = reader.u32();
  if (!reader.ok() || checksum(file.substr(16)) != expected) return text::Error{"", "The weights are damaged."};
  return reader;
}

}  // namespace model
