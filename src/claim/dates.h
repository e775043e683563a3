// The days, months and years among the words of a statement, told from the day of the article: “Wednesday”, “last year”,
// “three weeks ago”, “in May”, “6 March 2024”.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "claim/calendar.h"
#include "claim/words.h"

namespace claim {

struct DateWords {
  std::size_t begin = 0, end = 0;  // of the words that tell it
  std::optional<Date> date;        // none: the article's own day is not known
  bool relative = false;           // it needs the article's day to be understood
};

// The date that begins at the word `at`, if one does. `published`: the article's day. A weekday or month without a year is the last one,
// or the next one where the statement is about the future. Looks a few words ahead.
std::optional<DateWords> date_at(std::string_view text, const std::vector<Word>& words, std::size_t at, const std::optional<Date>& published);

}  // namespace claim
