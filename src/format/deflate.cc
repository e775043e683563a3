#include "format/deflate.h"

#include <zlib.h>
#include <algorithm>
#include <cstdlib>

namespace format {
namespace {

constexpr int kNoWrapper = -MAX_WBITS;
constexpr std::size_t kMostAtOnce = std::size_t{1} << 30;

Bytef* bytes_of(std::string_view text) { return reinterpret_cast<Bytef*>(const_cast<char*>(text.data())); }  // zlib only reads them

}  // namespace

std::string deflated(std::initializer_list<std::string_view> pieces, std::string_view dictionary) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kNoWrapper, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
    std::abort();  // no memory
  if (!dictionary.empty()) deflateSetDictionary(&stream, bytes_of(dictionary), static_cast<uInt>(dictionary.size()));
  std::string out;
  char buffer[1 << 14];
  const auto feed = [&](std::string_view piece, int how) {
    stream.next_in = bytes_of(piece);
    stream.avail_in = static_cast<uInt>(piece.size());
    do {
      stream.next_out = reinterpret_cast<Bytef*>(buffer);
      stream.avail_out = sizeof buffer;
      ::deflate(&stream, how);
      out.append(buffer, sizeof buffer - stream.avail_out);
    } while (stream.avail_out == 0);
  };
  for (const std::string_view* piece = pieces.begin(); piece != pieces.end(); ++piece) {
    const bool last = piece + 1 == pieces.end();
    std::string_view rest = *piece;
    while (rest.size() > kMostAtOnce) {
      feed(rest.substr(0, kMostAtOnce), Z_NO_FLUSH);
      rest.remove_prefix(kMostAtOnce);
    }
    feed(rest, last ? Z_FINISH : Z_BLOCK);
  }
  deflateEnd(&stream);
  return out;
}

std::optional<Inflated> inflated(std::string_view packed, std::size_t most, std::string_view dictionary) {
  if (packed.size() > kMostAtOnce) return std::nullopt;
  z_stream stream{};
  if (inflateInit2(&stream, kNoWrapper) != Z_OK) std::abort();  // no memory
  if (!dictionary.empty()) inflateSetDictionary(&stream, bytes_of(dictionary), static_cast<uInt>(dictionary.size()));
  stream.next_in = bytes_of(packed);
  stream.avail_in = static_cast<uInt>(packed.size());
  Inflated out;
  char buffer[1 << 14];
  int state = Z_OK;
  while (state == Z_OK && !out.too_large) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = sizeof buffer;
    state = ::inflate(&stream, Z_NO_FLUSH);
    const std::size_t got = sizeof buffer - stream.avail_out;
    out.too_large = out.bytes.size() + got > most;
    if (!out.too_large) out.bytes.append(buffer, got);
    if (got == 0 && stream.avail_in == 0 && state == Z_OK) state = Z_DATA_ERROR;  // cut off
  }
  const bool whole = state == Z_STREAM_END && stream.avail_in == 0;
  inflateEnd(&stream);
  if (!whole && !out.too_large) return std::nullopt;
  return out;
}

}  // namespace format
