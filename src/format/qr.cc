#include "format/qr.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace format {
namespace {

using Bytes = std::vector<std::uint8_t>;

// For level L, by version: bytes of correction in a block, and blocks.
constexpr int kCorrection[] = {7,  10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
                               28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30};
constexpr int kBlocks[] = {1, 1, 1, 1,  1,  2,  2,  2,  2,  4,  4,  4,  4,  4,  6,  6,  6,  6,  7,  8,
                           8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25};
constexpr int kLevel = 1;  // L, as the code itself says it

int marks_on_a_side(int version) { return version == 1 ? 0 : version / 7 + 2; }  // alignment patterns

// Modules that hold data, correction included.
int data_modules(int version) {
  int modules = (16 * version + 128) * version + 64;
  const int marks = marks_on_a_side(version);
  if (marks > 0) modules -= (25 * marks - 10) * marks - 55;
  return version >= 7 ? modules - 36 : modules;
}
int data_bytes(int version) { return data_modules(version) / 8 - kCorrection[version - 1] * kBlocks[version - 1]; }
int length_bits(int version) { return version < 10 ? 8 : 16; }

// --- The bytes ------------------------------------------------------------------------------------

std::uint8_t multiply(std::uint8_t a, std::uint8_t b) {  // in GF(256) by x^8 + x^4 + x^3 + x^2 + 1
  int product = 0;
  for (int bit = 7; bit >= 0; --bit) {
    product = (product << 1) ^ ((product >> 7) * 0x11D);
    product ^= ((b >> bit) & 1) * a;
  }
  return static_cast<std::uint8_t>(product);
}

// The product of (x - 2^i) for i below `degree`, without its first coefficient, which is 1.
Bytes generator(int degree) {
  Bytes out(static_cast<std::size_t>(degree), 0);
  out.back() = 1;
  std::uint8_t root = 1;
  for (int i = 0; i < degree; ++i) {
    for (std::size_t j = 0; j < out.size(); ++j) {
      out[j] = multiply(out[j], root);
      if (j + 1 < out.size()) out[j] ^= out[j + 1];
    }
    root = multiply(root, 2);
  }
  return out;
}

Bytes remainder(const Bytes& data, const Bytes& divisor) {
  Bytes out(divisor.size(), 0);
  for (const std::uint8_t byte : data) {
    const auto factor = static_cast<std::uint8_t>(byte ^ out.front());
    out.erase(out.begin());
    out.push_back(0);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] ^= multiply(divisor[i], factor);
  }
  return out;
}

Bytes data_of(std::string_view text, int version) {
  Bytes out;
  int used = 8;
  const auto put = [&](unsigned value, int bits) {
    for (int bit = bits - 1; bit >= 0; --bit) {
      if (used == 8) out.push_back(0), used = 0;
      out.back() = static_cast<std::uint8_t>(out.back() | (((value >> bit) & 1) << (7 - used++)));
    }
  };
  put(4, 4);  // byte mode
  put(static_cast<unsigned>(text.size()), length_bits(version));
  for (const char c : text) put(static_cast<unsigned char>(c), 8);
  const auto all = static_cast<std::size_t>(data_bytes(version));
  put(0, std::min(4, static_cast<int>(all * 8) - static_cast<int>(out.size() * 8 - static_cast<std::size_t>(8 - used))));
  for (std::uint8_t filling = 0xEC; out.size() < all; filling ^= 0xEC ^ 0x11) out.push_back(filling);
  return out;
}

// In blocks with their correction, a byte of each in turn.
Bytes with_correction(const Bytes& data, int version) {
  const int blocks = kBlocks[version - 1], correction = kCorrection[version - 1], all = data_modules(version) / 8;
  const int shorter = blocks - all % blocks, length = all / blocks - correction;
  const Bytes divisor = generator(correction);
  std::vector<Bytes> parts, corrections;
  auto at = data.begin();
  for (int i = 0; i < blocks; ++i) {
    const auto end = at + length + (i < shorter ? 0 : 1);
    parts.emplace_back(at, end);
    corrections.push_back(remainder(parts.back(), divisor));
    at = end;
  }
  Bytes out;
  for (int i = 0; i <= length; ++i)
    for (const Bytes& part : parts)
      if (i < static_cast<int>(part.size())) out.push_back(part[static_cast<std::size_t>(i)]);
  for (int i = 0; i < correction; ++i)
    for (const Bytes& part : corrections) out.push_back(part[static_cast<std::size_t>(i)]);
  return out;
}

// --- The picture ----------------------------------------------------------------------------------

class Picture {
 public:
  explicit Picture(int version) : version_(version) {
    code_.size = version * 4 + 17;
    code_.cells.assign(static_cast<std::size_t>(code_.size * code_.size), 0);
    fixed_ = code_.cells;
    draw_patterns();
  }

  QrCode run(const Bytes& bytes) {
    draw_bytes(bytes);
    int best = 0, least = 0;
    for (int mask = 0; mask < 8; ++mask) {
      apply(mask);
      draw_format(mask);
      const int penalty = this->penalty();
      if (mask == 0 || penalty < least) best = mask, least = penalty;
      apply(mask);  // and off again
    }
    apply(best);
    draw_format(best);
    return std::move(code_);
  }

 private:
  std::size_t place(int x, int y) const { return static_cast<std::size_t>(y * code_.size + x); }
  void fix(int x, int y, bool dark) {
    code_.cells[place(x, y)] = dark;
    fixed_[place(x, y)] = 1;
  }

  void draw_patterns() {
    const int size = code_.size;
    for (int i = 0; i < size; ++i) fix(6, i, i % 2 == 0), fix(i, 6, i % 2 == 0);
    for (const auto& [cx, cy] : {std::array{3, 3}, std::array{size - 4, 3}, std::array{3, size - 4}})
      for (int dy = -4; dy <= 4; ++dy)
        for (int dx = -4; dx <= 4; ++dx) {
          const int ring = std::max(std::abs(dx), std::abs(dy)), x = cx + dx, y = cy + dy;
          if (x >= 0 && x < size && y >= 0 && y < size) fix(x, y, ring != 2 && ring != 4);
        }
    const std::vector<int> places = marks();
    for (std::size_t i = 0; i < places.size(); ++i)
      for (std::size_t j = 0; j < places.size(); ++j) {
        const bool corner = (i == 0 && j == 0) || (i == 0 && j + 1 == places.size()) || (i + 1 == places.size() && j == 0);
        for (int dy = -2; dy <= 2 && !corner; ++dy)
          for (int dx = -2; dx <= 2; ++dx) fix(places[i] + dx, places[j] + dy, std::max(std::abs(dx), std::abs(dy)) != 1);
      }
    draw_format(0);
    draw_version();
  }
  std::vector<int> marks() const {
    const int count = marks_on_a_side(version_);
    if (count == 0) return {};
    const int step = version_ == 32 ? 26 : (version_ * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
    std::vector<int> out(static_cast<std::size_t>(count), 6);
    for (int i = count - 1, at = code_.size - 7; i > 0; --i, at -= step) out[static_cast<std::size_t>(i)] = at;
    return out;
  }
  void draw_format(int mask) {
    const int data = kLevel << 3 | mask, size = code_.size;
    int rest = data;
    for (int i = 0; i < 10; ++i) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
    const int bits = (data << 10 | rest) ^ 0x5412;
    const auto bit = [&](int i) { return ((bits >> i) & 1) != 0; };
    for (int i = 0; i < 6; ++i) fix(8, i, bit(i));
    fix(8, 7, bit(6)), fix(8, 8, bit(7)), fix(7, 8, bit(8));
    for (int i = 9; i < 15; ++i) fix(14 - i, 8, bit(i));
    for (int i = 0; i < 8; ++i) fix(size - 1 - i, 8, bit(i));
    for (int i = 8; i < 15; ++i) fix(8, size - 15 + i, bit(i));
    fix(8, size - 8, true);
  }
  void draw_version() {
    if (version_ < 7) return;
    int rest = version_;
    for (int i = 0; i < 12; ++i) rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
    const int bits = version_ << 12 | rest;
    for (int i = 0; i < 18; ++i) {
      const int a = code_.size - 11 + i % 3, b = i / 3;
      fix(a, b, (bits >> i) & 1), fix(b, a, (bits >> i) & 1);
    }
  }
  // In columns of two from the right, up and down in turn, around what is fixed.
  void draw_bytes(const Bytes& bytes) {
    std::size_t i = 0;
    for (int right = code_.size - 1; right >= 1; right -= 2) {
      if (right == 6) right = 5;
      for (int step = 0; step < code_.size; ++step)
        for (int x = right; x > right - 2; --x) {
          const int y = ((right + 1) & 2) == 0 ? code_.size - 1 - step : step;
          if (fixed_[place(x, y)] || i >= bytes.size() * 8) continue;
          code_.cells[place(x, y)] = (bytes[i / 8] >> (7 - i % 8)) & 1;
          ++i;
        }
    }
  }
  static bool masked(int mask, int x, int y) {
    switch (mask) {
      case 0: return (x + y) % 2 == 0;
      case 1: return y % 2 == 0;
      case 2: return x % 3 == 0;
      case 3: return (x + y) % 3 == 0;
      case 4: return (x / 3 + y / 2) % 2 == 0;
      case 5: return x * y % 2 + x * y % 3 == 0;
      case 6: return (x * y % 2 + x * y % 3) % 2 == 0;
      default: return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
  }
  void apply(int mask) {
    for (int y = 0; y < code_.size; ++y)
      for (int x = 0; x < code_.size; ++x)
        if (!fixed_[place(x, y)] && masked(mask, x, y)) code_.cells[place(x, y)] ^= 1;
  }

  // Long runs, squares, what looks like a corner's pattern, and too much of one colour make a code hard to read.
  int penalty() const {
    const int size = code_.size;
    int out = 0, dark = 0;
    for (const bool across : {true, false})
      for (int line = 0; line < size; ++line) {
        int run = 0;
        unsigned last = 0;  // eleven cells
        for (int i = 0; i < size; ++i) {
          const bool cell = across ? code_.dark(i, line) : code_.dark(line, i);
          run = i > 0 && cell == ((last & 1) != 0) ? run + 1 : 1;
          if (run == 5) out += 3;
          if (run > 5) ++out;
          last = (last << 1 | (cell ? 1u : 0u)) & 0x7FF;
          if (i >= 10 && (last == 0x5D0 || last == 0x05D)) out += 40;
        }
      }
    for (int y = 0; y < size; ++y)
      for (int x = 0; x < size; ++x) {
        dark += code_.dark(x, y);
        if (x > 0 && y > 0 && code_.dark(x, y) == code_.dark(x - 1, y) && code_.dark(x, y) == code_.dark(x, y - 1) && code_.dark(x, y) == code_.dark(x - 1, y - 1)) out += 3;
      }
    return out + std::abs(dark * 20 - size * size * 10) / (size * size) * 10;
  }

  int version_;
  QrCode code_;
  Bytes fixed_;
};

}  // namespace

std::optional<QrCode> qr_code(std::string_view text) {
  int version = 1;
  while (version <= 40 && static_cast<std::size_t>(data_bytes(version)) * 8 < 4 + static_cast<std::size_t>(length_bits(version)) + text.size() * 8) ++version;
  if (version > 40) return std::nullopt;
  return Picture(version).run(with_correction(data_of(text, version), version));
}

std::string to_svg(const QrCode& code) {
  const std::string side = std::to_string(code.size + 8);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side + "\" width=\"" + std::to_string((code.size + 8) * 6) + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"/><path d=\"";
  for (int y = 0; y < code.size; ++y)
    for (int x = 0; x < code.size; ++x) {
      int end = x;
      while (end < code.size && code.dark(end, y)) ++end;
      if (end == x) continue;
      out += "M" + std::to_string(x + 4) + " " + std::to_string(y + 4) + "h" + std::to_string(end - x) + "v1h-" + std::to_string(end - x) + "z";
      x = end;
    }
  return out + "\"/></svg>\n";
}

}  // namespace format
