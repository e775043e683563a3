#include "format/looks.h"

#include <algorithm>

namespace format {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }

bool is_id(std::string_view s) {
  return !s.empty() && letter(s[0]) && std::all_of(s.begin(), s.end(), [](char c) { return letter(c) || digit(c) || c == '_' || c == '.' || c == '-'; });
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// 2026-11-23T10:04:12.5Z, or with +01:00 at its end.
bool is_time(std::string_view s) {
  constexpr std::string_view kPattern = "0000-00-00T00:00:00";
  if (s.size() < kPattern.size() + 1) return false;
  for (std::size_t i = 0; i < kPattern.size(); ++i)
    if (kPattern[i] == '0' ? !digit(s[i]) : kPattern[i] == 'T' ? s[i] != 'T' && s[i] != 't' && s[i] != ' ' : s[i] != kPattern[i]) return false;
  const int year = number(s.substr(0, 4)), month = number(s.substr(5, 2)), day = number(s.substr(8, 2));
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (day > kDays[month - 1] + (month == 2 && leap)) return false;
  if (number(s.substr(11, 2)) > 23 || number(s.substr(14, 2)) > 59 || number(s.substr(17, 2)) > 60) return false;
  std::size_t at = kPattern.size();
  if (s[at] == '.') {
    const std::size_t from = ++at;
    while (at < s.size() && digit(s[at])) ++at;
    if (at == from) return false;
  }
  const std::string_view zone = s.substr(at);
  if (zone == "Z" || zone == "z") return true;
  return zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && digit(zone[1]) && digit(zone[2]) && zone[3] == ':' && digit(zone[4]) &&
         digit(zone[5]) && number(zone.substr(1, 2)) < 24 && number(zone.substr(4, 2)) < 60;
}

bool is_address(std::string_view s) {
  const std::size_t colon = s.find(':');
  if (colon == std::string_view::npos || colon == 0 || !letter(s[0])) return false;
  if (!std::all_of(s.begin(), s.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) { return letter(c) || digit(c) || c == '+' || c == '-' || c == '.'; })) return false;
  for (std::size_t i = colon + 1; i < s.size(); ++i) {
    const char c = s[i];
    if (!letter(c) && !digit(c) && std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) == std::string_view::npos) return false;
    const auto hex = [](char h) { return digit(h) || (h >= 'a' && h <= 'f') || (h >= 'A' && h <= 'F'); };
    if (c == '%' && (i + 2 >= s.size() || !hex(s[i + 1]) || !hex(s[i + 2]))) return false;
  }
  return true;
}

}  // namespace

std::string_view what_is_wrong(Look look, std::string_view value) {
  if (look == kId && !is_id(value)) return "is no id: a letter, then letters, digits, \"_\", \".\" or \"-\"";
  if (look == kTime && !is_time(value)) return "is no time such as 2026-11-23T10:04:12Z";
  if (look == kAddress && !is_address(value)) return "is no address such as https://example.org/page";
  return {};
}

}  // namespace format
