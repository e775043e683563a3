// Days of the Gregorian calendar, and parts of them: “March 2024” has no day. Pure arithmetic, no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace claim {

// A day; or a month (day 0), a year (month 0 as well), or the week that begins on the day.
struct Date {
  int year = 0, month = 0, day = 0;
  bool week = false;

  bool operator==(const Date&) const = default;
};

bool is_date(const Date&);  // the month has that day; the year has four digits

// The day at the beginning of an ISO 8601 time: “2024-03-06T10:00:00Z”. Only whole days.
std::optional<Date> day_of(std::string_view iso);

Date days_after(const Date& day, int days);
Date months_after(const Date& day, int months);  // the month alone
int weekday(const Date& day);                    // Monday is 1

std::string iso(const Date&);       // “2024-03-06”, “2024-03”, “2024”, “2024-W10”
std::string in_words(const Date&);  // “6 March 2024”, “March 2024”, “2024”, “the week of 4 March 2024”

}  // namespace claim
