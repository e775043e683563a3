#include "format/packed_values.h"

#include <algorithm>
#include <map>

namespace format {
namespace {

// Links hold the places of these words for ever: add at the end, change nothing.
constexpr std::string_view kKnown[] = {
    // the first 64 take one byte: what every mark has
    "id", "type", "content", "cue", "source", "sourceForm", "speaker", "origin", "review", "by", "at", "method", "confidence", "state",
    "spans", "checkworthiness", "attribution", "to", "quotation", "normalized", "verifiable", "reasons", "start", "end", "exact", "prefix",
    "suffix", "role", "excluded", "name", "kind", "roles", "aliases", "pronouns", "sameAs", "target", "text", "act", "suggested",
    "accepted", "edited", "rejected", "direct", "indirect", "mixed", "speech", "attitude", "nominal", "pronoun", "implicit", "person",
    "organisation", "group", "document", "unnamed", "article", "unknown", "yes", "partly", "no", "he", "she", "they", "paragraph",
    // once in a file
    "$schema", "https://quoth.invalid/1/schema.json", "format", "quoth-annotation", "formatVersion", "1.0", "requires", "revision",
    "created", "modified", "generator", "version", "rules", "quoth", "0.1.0", "title", "titleDerived", "url", "publisher", "authors",
    "published", "retrieved", "language", "direction", "import", "textHash", "textLength", "offsetUnit", "codepoint", "blocks", "agents",
    "speakers", "quotations", "claims", "notes", "reviews", "software", "ltr", "rtl", "auto", "en", "paste", "file", "address", "jsonl",
    "sample", "anchor", "anchorScore", "moved", "fuzzy", "lost", "bytesHash", "rating", "date", "gender", "confidenceOf", "",
    "model/attribution", "speaker/name-cluster",
    // types of claims and roles of blocks
    "quantity", "event", "causal", "law_rule", "prediction", "position", "opinion", "quote", "personal", "other", "heading", "list-item",
    "block-quote", "related-link", "teaser", "caption", "byline", "dateline", "boilerplate", "ad",
    "mode", "negated", "hypothetical", "asked", "future", "facts", "value"};

// Days since 1970 of a date of the Gregorian calendar, and back (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
std::int64_t days_of(std::int64_t year, int month, int day) {
  year -= month <= 2;
  const std::int64_t era = year / 400, of_era = year - era * 400;
  const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct Date {
  std::int64_t year = 0, month = 0, day = 0;
};
Date date_of(std::int64_t days) {
  days += 719468;
  const std::int64_t era = days / 146097, of_era = days - era * 146097;
  const std::int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153, month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year_of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1};
}

std::string padded(std::int64_t number, std::size_t size) {
  const std::string digits = std::to_string(number);
  return std::string(size - std::min(size, digits.size()), '0') + digits;
}

}  // namespace

std::optional<std::size_t> known_place(std::string_view word) {
  static const auto places = [] {
    std::map<std::string_view, std::size_t> out;
    for (std::size_t i = 0; i < std::size(kKnown); ++i) out.emplace(kKnown[i], i);
    return out;
  }();
  const auto found = places.find(word);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string_view> known_word(std::uint64_t place) {
  if (place >= std::size(kKnown)) return std::nullopt;
  return kKnown[place];
}

void put_varint(std::string& out, std::uint64_t value) {
  for (; value >= 128; value >>= 7) out += static_cast<char>(128 | (value & 127));
  out += static_cast<char>(value);
}

std::optional<std::int64_t> time_of(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00.000Z";
  const bool milliseconds = text.size() == kForm.size();
  if (!milliseconds && text.size() != kForm.size() - 4) return std::nullopt;
  std::int64_t numbers[7] = {};
  int at = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char form = i + 1 == text.size() ? 'Z' : kForm[i];
    if (form != '0' && text[i] != form) return std::nullopt;
    if (form != '0') ++at;
    else if (text[i] < '0' || text[i] > '9') return std::nullopt;
    else numbers[at] = numbers[at] * 10 + (text[i] - '0');
  }
  const auto [year, month, day, hour, minute, second, fraction] = numbers;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const std::int64_t time =
      (((days_of(year, static_cast<int>(month), static_cast<int>(day)) * 24 + hour) * 60 + minute) * 60 + second) * 1000 + fraction;
  // A leap second, the 31st of June and hour 24 are written differently when they come back.
  if (time < 0 || time >= kLastTime || text_of_time(time, milliseconds) != text) return std::nullopt;
  return time;
}

std::string text_of_time(std::int64_t milliseconds, bool with_milliseconds) {
  const std::int64_t seconds = milliseconds / 1000, days = seconds / 86400;
  const Date date = date_of(days);
  const std::int64_t of_day = seconds - days * 86400;
  std::string out = padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2) + "T" + padded(of_day / 3600, 2) + ":" +
                    padded(of_day / 60 % 60, 2) + ":" + padded(of_day % 60, 2);
  if (with_milliseconds) out += "." + padded(milliseconds % 1000, 3);
  return out + "Z";
}

std::optional<std::string> bytes_of_hex(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    int byte = 0;
    for (const char c : digits.substr(i, 2)) {
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) return std::nullopt;
      byte = byte << 4 | (c <= '9' ? c - '0' : c - 'a' + 10);
    }
    out += static_cast<char>(byte);
  }
  return out;
}

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    out += kDigits[static_cast<unsigned char>(c) >> 4];
    out += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

std::optional<std::string> bytes_of_uuid(std::string_view uuid) {
  std::string digits;
  if (uuid.size() != 36) return std::nullopt;
  for (std::size_t i = 0; i < uuid.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash != (uuid[i] == '-')) return std::nullopt;
    if (!dash) digits += uuid[i];
  }
  return bytes_of_hex(digits);
}

std::string uuid_of(std::string_view bytes) {
  const std::string hex = hex_of(bytes);
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" + hex.substr(20);
}

std::optional<ShortId> short_id(std::string_view text) {
  if (text.size() < 2 || text.size() > 9 || text[0] < 'a' || text[0] > 'z' || text[1] == '0') return std::nullopt;
  ShortId id{text[0], 0};
  for (const char c : text.substr(1)) {
    if (c < '0' || c > '9') return std::nullopt;
    id.number = id.number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return id;
}

}  // namespace format
