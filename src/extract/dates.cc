#include "extract/dates.h"

#include <map>
#include <vector>

#include "rules/table.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace extract {
namespace {

constexpr int kFirstYear = 1800, kLastYear = 2199;

const std::map<std::string, int, std::less<>>& months() {
  static const std::map<std::string, int, std::less<>> names = [] {
    std::map<std::string, int, std::less<>> read;
    const rules::Table table = rules::load("rules/months.tsv");
    int month = 0;
    for (const auto& row : table.rows) {
      ++month;
      for (const std::string_view name : rules::words(table.cell(row, "names"))) read.emplace(name, month);
    }
    return read;
  }();
  return names;
}

// A run of digits or of letters.
struct Piece {
  bool digits = false;
  int number = -1;    // of at most 8 digits
  std::size_t begin = 0, end = 0;
  int month = 0;      // if it names one
};

std::vector<Piece> pieces_of(std::string_view s) {
  std::vector<Piece> pieces;
  for (std::uint32_t at = 0; at < s.size() && pieces.size() < 60;) {
    text::Character c = text::character_at(s, at);
    const bool digit = c.code >= '0' && c.code <= '9';
    if (!digit && !text::is_letter(c.code)) {
      at += c.size;
      continue;
    }
    Piece piece{.digits = digit, .begin = at};
    while (at < s.size()) {
      c = text::character_at(s, at);
      if (digit ? !(c.code >= '0' && c.code <= '9') : !text::is_letter(c.code)) break;
      at += c.size;
    }
    piece.end = at;
    const std::string_view word = s.substr(piece.begin, piece.end - piece.begin);
    if (digit && word.size() <= 8) {
      piece.number = 0;
      for (const char d : word) piece.number = piece.number * 10 + (d - '0');
    }
    if (!digit) {
      const auto found = months().find(text::to_lower(word));
      if (found != months().end()) piece.month = found->second;
    }
    pieces.push_back(piece);
  }
  return pieces;
}

bool is_year(const Piece& p) { return p.digits && p.end - p.begin == 4 && p.number >= kFirstYear && p.number <= kLastYear; }
bool is_month(int n) { return n >= 1 && n <= 12; }
bool is_day(int n) { return n >= 1 && n <= 31; }

std::string iso(int year, int month, int day) {
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

// The time and zone after an ISO date, as they stand: "T09:30:00+01:00".
std::string_view time_after(std::string_view rest) {
  if (rest.size() < 6 || (rest[0] != 'T' && rest[0] != 't' && rest[0] != ' ')) return {};
  std::size_t end = 1;
  while (end < rest.size() && ((rest[end] >= '0' && rest[end] <= '9') || rest[end] == ':' || rest[end] == '.' || rest[end] == '+' || rest[end] == '-' || rest[end] == 'Z')) ++end;
  return rest[3] == ':' ? rest.substr(0, end) : std::string_view();
}

}  // namespace

std::string read_date(std::string_view words) {
  words = words.substr(0, 300);
  while (!words.empty() && !text::is_valid_utf8(words)) words.remove_suffix(1);  // the cut may fall inside a character
  const std::vector<Piece> p = pieces_of(words);
  const auto between = [&](std::size_t i) { return words.substr(p[i].end, p[i + 1].begin - p[i].end); };
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i].digits && p[i].end - p[i].begin == 8 && is_month(p[i].number / 100 % 100) && is_day(p[i].number % 100) && p[i].number / 10000 >= kFirstYear && p[i].number / 10000 <= kLastYear)
      return iso(p[i].number / 10000, p[i].number / 100 % 100, p[i].number % 100);
    if (i + 2 >= p.size()) continue;
    if (is_year(p[i]) && p[i + 1].digits && p[i + 2].digits && between(i).size() == 1 && is_month(p[i + 1].number) && is_day(p[i + 2].number)) {
      std::string_view time = time_after(words.substr(p[i + 2].end));
      std::string date = iso(p[i].number, p[i + 1].number, p[i + 2].number);
      return time.empty() ? date : date + "T" + std::string(time.substr(1));
    }
    if (p[i].month && p[i + 1].digits && is_day(p[i + 1].number)) {
      // "Nov. 18, 2019", "November 18th 2019"
      const std::size_t year = is_year(p[i + 2]) ? i + 2 : i + 3 < p.size() && !p[i + 2].digits && p[i + 2].end - p[i + 2].begin == 2 && is_year(p[i + 3]) ? i + 3 : 0;
      if (year) return iso(p[year].number, p[i].month, p[i + 1].number);
    }
    if (p[i].digits && is_day(p[i].number) && p[i].end - p[i].begin <= 2) {
      // "18 November 2019", "18th of November 2019", "18 de noviembre de 2019"
      std::size_t month = i + 1;
      while (month < p.size() && month < i + 3 && !p[month].digits && !p[month].month && p[month].end - p[month].begin <= 2) ++month;
      if (month < p.size() && p[month].month) {
        std::size_t year = month + 1;
        if (year + 1 < p.size() && !p[year].digits && p[year].end - p[year].begin <= 3) ++year;
        if (year < p.size() && is_year(p[year])) return iso(p[year].number, p[month].month, p[i].number);
      }
      // "18.11.2019", "18/11/2019"; "11/18/2019" where the first cannot be a day
      if (p[i + 1].digits && is_year(p[i + 2]) && between(i).size() == 1 && between(i + 1).size() == 1 && between(i) != ":" && p[i + 1].number >= 1) {
        if (is_month(p[i + 1].number)) return iso(p[i + 2].number, p[i + 1].number, p[i].number);
        if (is_month(p[i].number) && is_day(p[i + 1].number)) return iso(p[i + 2].number, p[i].number, p[i + 1].number);
      }
    }
  }
  return {};
}

std::string date_of_line(std::string_view line) {
  constexpr std::size_t kMostBytes = 90, kMostLetters = 28;
  if (line.size() > kMostBytes) return {};
  std::size_t letters = 0;
  for (const Piece& piece : pieces_of(line))
    if (!piece.digits && !piece.month) letters += piece.end - piece.begin;
  return letters <= kMostLetters ? read_date(line) : std::string();
}

bool is_next_day(std::string_view a, std::string_view b) {
  // The number of a day since some day long ago (the proleptic Gregorian calendar, years from March on).
  const auto number = [](std::string_view date) {
    const std::vector<Piece> p = pieces_of(date.substr(0, 10));
    if (p.size() < 3) return -1;
    const int month = (p[1].number + 9) % 12, year = p[0].number - month / 10;
    return 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + p[2].number;
  };
  const int left = number(a), right = number(b);
  return left >= 0 && right >= 0 && (left - right <= 1 && right - left <= 1);
}

std::string date_in_address(std::string_view url) {
  const std::vector<Piece> p = pieces_of(url.substr(0, url.find('?')).substr(0, 300));
  for (std::size_t i = 0; i + 2 < p.size(); ++i)
    if (is_year(p[i]) && is_month(p[i + 1].number) && is_day(p[i + 2].number) && p[i + 1].end - p[i + 1].begin <= 2 && p[i + 2].end - p[i + 2].begin <= 2)
      return iso(p[i].number, p[i + 1].number, p[i + 2].number);
  return {};
}

}  // namespace extract
