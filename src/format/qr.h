// A text as a QR code (ISO/IEC 18004): in byte mode, with the lowest level of correction, since what is encoded is shown on a
// screen and long; the smallest version that holds it, and the mask that the standard's penalties prefer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace format {

struct QrCode {
  int size = 0;                     // modules on a side, without the quiet zone of four
  std::vector<std::uint8_t> cells;  // row by row; 1: dark

  bool dark(int x, int y) const { return cells[static_cast<std::size_t>(y * size + x)] != 0; }
};

constexpr std::size_t kMostOfQr = 2953;  // bytes

// None: the text is longer than kMostOfQr.
std::optional<QrCode> qr_code(std::string_view text);

// A picture with its quiet zone: dark on white whatever the page looks like.
std::string to_svg(const QrCode&);

}  // namespace format
