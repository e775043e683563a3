#include "claim/calendar.h"

#include <array>

namespace claim {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                      "July",    "August",   "September", "October", "November", "December"};

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

// Days since 1970-01-01 and back (Hinnant, “chrono-compatible low-level date algorithms”).
std::int64_t number_of(const Date& d) {
  const std::int64_t y = d.month <= 2 ? d.year - 1 : d.year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
  const std::int64_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Date day_number(std::int64_t z) {
  z += 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097, day = z - era * 146097;
  const std::int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
  const std::int64_t of_year = day - (365 * year + year / 4 - year / 100), m = (5 * of_year + 2) / 153;
  const auto month = static_cast<int>(m < 10 ? m + 3 : m - 9);
  return {static_cast<int>(year + era * 400) + (month <= 2), month, static_cast<int>(of_year - (153 * m + 2) / 5 + 1)};
}

std::string padded(int number, std::size_t size) {
  std::string out = std::to_string(number);
  return out.size() < size ? std::string(size - out.size(), '0') + out : out;
}

// The week's number in the year of its Thursday.
std::string week_of(const Date& monday) {
  const Date thursday = days_after(monday, 3);
  const auto week = (number_of(thursday) - number_of({thursday.year, 1, 1})) / 7 + 1;
  return padded(thursday.year, 4) + "-W" + padded(static_cast<int>(week), 2);
}

}  // namespace

bool is_date(const Date& d) {
  if (d.year < 1000 || d.year > 9999 || d.month < 0 || d.month > 12) return false;
  return d.month == 0 ? d.day == 0 : d.day >= 0 && d.day <= days_in(d.year, d.month);
}

std::optional<Date> day_of(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    int out = 0;
    for (const char c : iso.substr(at, size)) {
      if (c < '0' || c > '9') return -1;
      out = out * 10 + (c - '0');
    }
    return out;
  };
  const Date day{number(0, 4), number(5, 2), number(8, 2)};
  return is_date(day) && day.month > 0 && day.day > 0 ? std::optional(day) : std::nullopt;
}

Date days_after(const Date& day, int days) { return day_number(number_of(day) + days); }

Date months_after(const Date& day, int months) {
  const int all = day.year * 12 + day.month - 1 + months;
  return {all / 12, all % 12 + 1, 0};
}

int weekday(const Date& day) {
  const std::int64_t days = (number_of(day) + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<int>(days < 0 ? days + 7 : days) + 1;
}

std::string iso(const Date& d) {
  if (d.week) return week_of(d);
  std::string out = padded(d.year, 4);
  if (d.month > 0) out += "-" + padded(d.month, 2);
  if (d.day > 0) out += "-" + padded(d.day, 2);
  return out;
}

std::string in_words(const Date& d) {
  std::string out = d.day > 0 ? std::to_string(d.day) + " " : "";
  if (d.month > 0) out += std::string(kMonths[static_cast<std::size_t>(d.month - 1)]) + " ";
  out += std::to_string(d.year);
  return d.week ? "the week of " + out : out;
}

}  // namespace claim
