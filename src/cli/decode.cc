#include "cli/decode.h"

#include <iconv.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace cli {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Exception {
  char16_t bytes, code;
};

// Where iconv's tables are not those of the standard.
constexpr Exception kShiftJis[] = {{0x80, 0x80}};
constexpr Exception kGb18030[] = {{0x80, 0x20AC}, {0xA3A0, 0x3000}, {0xFE51, 0xE816}, {0xFE52, 0xE817}, {0xFE53, 0xE818},
                                  {0xFE6C, 0xE831}, {0xFE76, 0xE83B}, {0xFE91, 0xE855}};
constexpr Exception kBig5[] = {
    {0x8e69, 0x7bb8}, {0x8e6f, 0x7c06}, {0x8e7e, 0x7cce}, {0x8eab, 0x7dd2}, {0x8eb4, 0x7e1d}, {0x8ecd, 0x8005}, {0x8ed0, 0x8028},
    {0x8f57, 0x83c1}, {0x8f69, 0x84a8}, {0x8f6e, 0x840f}, {0x8fcb, 0x89a6}, {0x8fcc, 0x89a9}, {0x8ffe, 0x8d77}, {0x906d, 0x90fd},
    {0x907a, 0x92b9}, {0x90dc, 0x975c}, {0x90f1, 0x97ff}, {0x91bf, 0x9f16}, {0x9244, 0x8503}, {0x92af, 0x5159}, {0x92b0, 0x515b},
    {0x92b1, 0x515d}, {0x92b2, 0x515e}, {0x92c8, 0x936e}, {0x92d1, 0x7479}, {0x9447, 0x6d67}, {0x94ca, 0x799b}, {0x95d9, 0x9097},
    {0x9644, 0x975d}, {0x96ed, 0x701e}, {0x96fc, 0x5b28}, {0x9b76, 0x7201}, {0x9b78, 0x77d7}, {0x9b7b, 0x7e87}, {0x9bc6, 0x99d6},
    {0x9bde, 0x91d4}, {0x9bec, 0x60de}, {0x9bf6, 0x6fb6}, {0x9c42, 0x8f36}, {0x9c53, 0x4fbb}, {0x9c62, 0x71df}, {0x9c68, 0x9104},
    {0x9c6b, 0x9df0}, {0x9c77, 0x83cf}, {0x9cbc, 0x5c10}, {0x9cbd, 0x79e3}, {0x9cd0, 0x5a67}, {0x9d57, 0x8f0b}, {0x9d5a, 0x7b51},
    {0x9dc4, 0x62d0}, {0x9ea9, 0x6062}, {0x9eef, 0x75f9}, {0x9efd, 0x6c4a}, {0x9f60, 0x9b2e}, {0x9f66, 0x9f17}, {0x9fcb, 0x50ed},
    {0x9fd8, 0x5f0c}, {0xa063, 0x880f}, {0xa077, 0x62ce}, {0xa0d5, 0x7468}, {0xa0df, 0x7162}, {0xa0e4, 0x7250}, {0xa145, 0x2027},
    {0xa14e, 0xfe51}, {0xa15a, 0x2574}, {0xa1c2, 0x00af}, {0xa1c3, 0xffe3}, {0xa1c5, 0x02cd}, {0xa1e3, 0xff5e}, {0xa1f2, 0x2295},
    {0xa1f3, 0x2299}, {0xa1fe, 0xff0f}, {0xa240, 0xff3c}, {0xa241, 0x2215}, {0xa242, 0xfe68}, {0xa244, 0xffe5}, {0xa246, 0xffe0},
    {0xa247, 0xffe1}, {0xa2cc, 0x5341}, {0xa2ce, 0x5345}, {0xa3c0, 0x2400}, {0xa3c1, 0x2401}, {0xa3c2, 0x2402}, {0xa3c3, 0x2403},
    {0xa3c4, 0x2404}, {0xa3c5, 0x2405}, {0xa3c6, 0x2406}, {0xa3c7, 0x2407}, {0xa3c8, 0x2408}, {0xa3c9, 0x2409}, {0xa3ca, 0x240a},
    {0xa3cb, 0x240b}, {0xa3cc, 0x240c}, {0xa3cd, 0x240d}, {0xa3ce, 0x240e}, {0xa3cf, 0x240f}, {0xa3d0, 0x2410}, {0xa3d1, 0x2411},
    {0xa3d2, 0x2412}, {0xa3d3, 0x2413}, {0xa3d4, 0x2414}, {0xa3d5, 0x2415}, {0xa3d6, 0x2416}, {0xa3d7, 0x2417}, {0xa3d8, 0x2418},
    {0xa3d9, 0x2419}, {0xa3da, 0x241a}, {0xa3db, 0x241b}, {0xa3dc, 0x241c}, {0xa3dd, 0x241d}, {0xa3de, 0x241e}, {0xa3df, 0x241f},
    {0xa3e0, 0x2421}, {0xa3e1, 0x20ac}, {0xc6cf, 0x5ef4}, {0xc6d3, 0x65e0}, {0xc6d5, 0x7676}, {0xc6d7, 0x96b6}, {0xc6de, 0x3003},
    {0xc6df, 0x4edd}, {0xfa5f, 0x5029}, {0xfa66, 0x507d}, {0xfabd, 0x5305}, {0xfac5, 0x5344}, {0xfad5, 0x537f}, {0xfb48, 0x5605},
    {0xfbb8, 0x5a77}, {0xfbf3, 0x5e75}, {0xfbf9, 0x5ed0}, {0xfc4f, 0x5f58}, {0xfc6c, 0x60a4}, {0xfcb9, 0x6490}, {0xfce2, 0x6674},
    {0xfcf1, 0x675e}, {0xfdb7, 0x6c9c}, {0xfdb8, 0x6e1d}, {0xfdbb, 0x6e2f}, {0xfdf1, 0x716e}, {0xfe52, 0x732a}, {0xfe6f, 0x745c},
    {0xfeaa, 0x74e9}, {0xfedd, 0x7809},
};

struct Range {
  unsigned char low, high;
  bool has(unsigned byte) const { return byte >= low && byte <= high; }
};

// https://encoding.spec.whatwg.org, chapters 10 to 13: a character beyond ASCII is one byte of `single`, or two.
struct Encoding {
  std::string_view name;
  std::vector<const char*> for_iconv;  // the vendors' larger ones, where there is a narrower one of the same name
  Range single, lead[2], trail[2];
  const Exception* exceptions = nullptr;
  std::size_t exception_count = 0;
};

const Encoding* find_encoding(std::string_view name) {
  static const Encoding encodings[] = {
      {"shift_jis", {"CP932", "SHIFT_JIS"}, {0xA1, 0xDF}, {{0x81, 0x9F}, {0xE0, 0xFC}}, {{0x40, 0x7E}, {0x80, 0xFC}}, kShiftJis, std::size(kShiftJis)},
      {"euc-jp", {"CP932", "SHIFT_JIS"}, {1, 0}, {{0x8E, 0x8F}, {0xA1, 0xFE}}, {{0xA1, 0xFE}, {1, 0}}},
      {"euc-kr", {"CP949", "EUC-KR"}, {1, 0}, {{0x81, 0xFE}, {1, 0}}, {{0x41, 0xFE}, {1, 0}}},
      {"big5", {"BIG5-HKSCS", "BIG5"}, {1, 0}, {{0x81, 0xFE}, {1, 0}}, {{0x40, 0x7E}, {0xA1, 0xFE}}, kBig5, std::size(kBig5)},
      {"gbk", {"GB18030"}, {0x80, 0x80}, {{0x81, 0xFE}, {1, 0}}, {{0x30, 0x7E}, {0x80, 0xFE}}, kGb18030, std::size(kGb18030)},
      {"gb18030", {"GB18030"}, {0x80, 0x80}, {{0x81, 0xFE}, {1, 0}}, {{0x30, 0x7E}, {0x80, 0xFE}}, kGb18030, std::size(kGb18030)},
      {"iso-2022-jp", {"ISO-2022-JP-3", "ISO-2022-JP"}, {1, 0}, {{1, 0}, {1, 0}}, {{1, 0}, {1, 0}}},
  };
  const auto* const found = std::find_if(std::begin(encodings), std::end(encodings), [&](const Encoding& e) { return e.name == name; });
  return found == std::end(encodings) ? nullptr : found;
}

class Decoder {
 public:
  explicit Decoder(const Encoding& encoding) : encoding_(encoding) {
    for (const char* name : encoding.for_iconv) {
      handle_ = iconv_open("UTF-8", name);
      if (ok()) break;
    }
    if (encoding.name == "euc-jp") rare_ = iconv_open("UTF-8", "EUC-JP-MS");
  }
  ~Decoder() {
    if (ok()) iconv_close(handle_);
    if (rare_ != kNone) iconv_close(rare_);
  }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  bool ok() const { return handle_ != kNone; }

  std::string decode(std::string& bytes) {
    if (encoding_.name == "iso-2022-jp") return decode_shifted(bytes);
    std::string out;
    out.reserve(bytes.size() * 3 / 2);
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t size = size_at(bytes, at);
      const auto byte = static_cast<unsigned char>(bytes[at]);
      if (byte < 0x80 && size == 1) {
        out += bytes[at++];
      } else if (const std::optional<std::string> character = size ? character_of(&bytes[at], size) : std::nullopt) {
        out += *character;
        at += size;
      } else {
        out += kReplacement;
        // The byte after a first one is lost with it, unless it is ASCII.
        at += is_lead(byte) && at + 1 < bytes.size() && static_cast<unsigned char>(bytes[at + 1]) >= 0x80 ? 2 : 1;
      }
    }
    return out;
  }

 private:
  bool is_lead(unsigned byte) const { return encoding_.lead[0].has(byte) || encoding_.lead[1].has(byte); }

  // Of the character at `at`; 0: there is none.
  std::size_t size_at(const std::string& bytes, std::size_t at) const {
    const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
    const unsigned lead = byte(at), trail = byte(at + 1);
    if (lead < 0x80 || encoding_.single.has(lead) || (lead == 0x80 && encoding_.name == "shift_jis")) return 1;
    if (!is_lead(lead)) return 0;
    if (encoding_.name == "euc-jp" && lead == 0x8E && trail > 0xDF) return 0;
    if (!encoding_.trail[0].has(trail) && !encoding_.trail[1].has(trail)) return 0;
    if (encoding_.name == "euc-jp" && lead == 0x8F) return byte(at + 2) >= 0xA1 ? 3 : 0;
    const bool is_gb = encoding_.name.starts_with("gb"), four = trail >= 0x30 && trail <= 0x39;
    if (!is_gb || !four) return is_gb && trail < 0x40 ? 0 : 2;
    return byte(at + 2) >= 0x81 && byte(at + 2) <= 0xFE && byte(at + 3) >= 0x30 && byte(at + 3) <= 0x39 ? 4 : 0;
  }

  std::optional<std::string> character_of(char* bytes, std::size_t size) {
    if (size <= 2) {
      const auto first = static_cast<unsigned char>(bytes[0]);
      const unsigned key = size == 1 ? first : first << 8 | static_cast<unsigned char>(bytes[1]);
      const Exception* const end = encoding_.exceptions + encoding_.exception_count;
      const Exception* const found = std::find_if(encoding_.exceptions, end, [&](const Exception& e) { return e.bytes == key; });
      if (found != end) {
        std::string out;
        text::append(out, found->code);
        return out;
      }
    }
    if (encoding_.name != "euc-jp") return converted(handle_, bytes, size);
    if (size == 3) return rare_ == kNone ? std::nullopt : in_the_standard(converted(rare_, bytes, size));
    char shifted[2];
    return converted(handle_, shifted, to_shift_jis(bytes, shifted));
  }

  // The same table of characters, in other bytes. Gives how many.
  static std::size_t to_shift_jis(const char* bytes, char* out) {
    const unsigned lead = static_cast<unsigned char>(bytes[0]), trail = static_cast<unsigned char>(bytes[1]);
    if (lead == 0x8E) return *out = bytes[1], 1;
    const unsigned place = (lead - 0xA1) * 94 + trail - 0xA1, row = place / 188, column = place % 188;
    out[0] = static_cast<char>(row + (row < 0x1F ? 0x81 : 0xC1));
    out[1] = static_cast<char>(column + (column < 0x3F ? 0x40 : 0x41));
    return 2;
  }

  // A vendor's private characters are none.
  static std::optional<std::string> in_the_standard(std::optional<std::string> character) {
    if (!character || character->empty()) return std::nullopt;
    const char32_t code = text::character_at(*character, 0).code;
    return code >= 0xE000 && code <= 0xF8FF ? std::nullopt : character;
  }

  static std::optional<std::string> converted(iconv_t handle, char* bytes, std::size_t size) {
    char buffer[32];
    char *in = bytes, *to = buffer;
    std::size_t left = size, room = sizeof buffer;
    const bool done = iconv(handle, &in, &left, &to, &room) != static_cast<std::size_t>(-1) && left == 0;
    iconv(handle, nullptr, nullptr, &to, &room);  // some hold a letter back until they know what follows
    if (!done) return std::nullopt;
    return std::string(buffer, sizeof buffer - room);
  }

  // With escape sequences between its alphabets: all in one.
  std::string decode_shifted(std::string& bytes) {
    std::string out;
    char buffer[4096];
    char* in = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0) {
      char* to = buffer;
      std::size_t room = sizeof buffer;
      const char* const from = in;
      iconv(handle_, &in, &left, &to, &room);
      out.append(buffer, sizeof buffer - room);
      if (in != from || left == 0) continue;
      out += kReplacement;
      ++in;
      --left;
    }
    return out;
  }

  const iconv_t kNone = reinterpret_cast<iconv_t>(-1);
  const Encoding& encoding_;
  iconv_t handle_ = kNone;
  iconv_t rare_ = kNone;  // the characters of three bytes
};

}  // namespace

extract::Input decoded(extract::Input input) {
  const auto decode = [](std::string_view bytes, std::string_view name) -> std::optional<std::string> {
    const Encoding* const encoding = find_encoding(name);
    if (!encoding) return std::nullopt;
    Decoder decoder(*encoding);
    std::string ended(bytes);
    return decoder.ok() ? std::optional(decoder.decode(ended)) : std::nullopt;
  };
  input = extract::unpacked(std::move(input), decode);
  const std::string name(extract::encoding_of(input));
  if (extract::decodes(name)) return input;
  if (std::optional<std::string> words = decode(input.bytes, name)) {
    input.bytes = std::move(*words);
    input.charset = "utf-8";
  }
  return input;
}

}  // namespace cli
