// Dates as pages write them, read as ISO 8601.
#pragma once

#include <string>
#include <string_view>

namespace extract {

// "2019-11-18T09:30:00Z" stays (with its time and zone); "Nov. 18, 2019", "18 November 2019", "18. November 2019",
// "18/11/2019" and "20191118" become "2019-11-18". Empty: no date was found. Months are those of assets/rules/months.tsv.
std::string read_date(std::string_view words);

// The date of a short line that says little else ("Stand: 18.11.2019, 09:30 Uhr"), or empty.
std::string date_of_line(std::string_view line);

// One day before or after the other, or the same: "2019-11-18" and "2019-11-19T01:00:00Z".
bool is_next_day(std::string_view a, std::string_view b);

// The date in an address such as https://example.org/2019/11/18/title, or empty.
std::string date_in_address(std::string_view url);

}  // namespace extract
