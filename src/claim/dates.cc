#include "claim/dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>
#include <unordered_map>

#include "claim/amounts.h"
#include "rules/table.h"

namespace claim {
namespace {

enum class Unit { month, weekday, day, week, month_away, year, ago };

struct Expression {
  std::vector<std::string> rest;  // the words after the first
  Unit unit = Unit::day;
  std::string value;

  int number() const { return std::atoi(value.c_str()); }
};

const std::unordered_map<std::string, std::vector<Expression>>& expressions() {
  static const std::unordered_map<std::string, std::vector<Expression>> all = [] {
    constexpr std::array<std::string_view, 7> kUnits = {"month", "weekday", "day", "week", "month_away", "year", "ago"};
    std::unordered_map<std::string, std::vector<Expression>> read;
    const rules::Table table = rules::load("rules/en/claim_dates.tsv");
    for (const auto& row : table.rows) {
      const auto unit = std::find(kUnits.begin(), kUnits.end(), table.cell(row, "unit"));
      if (unit == kUnits.end()) std::abort();
      for (const std::string_view phrase : rules::words(table.cell(row, "words"))) {
        Expression e{{}, static_cast<Unit>(unit - kUnits.begin()), std::string(table.cell(row, "value"))};
        std::string_view left = phrase;
        std::string head;
        while (!left.empty()) {
          const std::size_t cut = std::min(left.find('_'), left.size());
          if (head.empty()) head = left.substr(0, cut);
          else e.rest.emplace_back(left.substr(0, cut));
          left.remove_prefix(std::min(cut + 1, left.size()));
        }
        read[head].push_back(std::move(e));
      }
    }
    return read;
  }();
  return all;
}

class Reader {
 public:
  Reader(std::string_view text, const std::vector<Word>& words, std::size_t at, const std::optional<Date>& published)
      : text_(text), words_(words), at_(at), published_(published) {}

  std::optional<DateWords> run() {
    if (const auto day = day_number(at_)) {  // “6 March 2024”, “the 6th of March”
      const std::size_t of = word(at_ + 1) == "of" ? 2 : 1;
      if (const int month = month_at(at_ + of)) return with_year(at_ + of + 1, month, *day);
    }
    if (const int month = month_at(at_)) {
      if (const auto day = day_number(at_ + 1); day && !is_year(at_ + 1)) return with_year(at_ + 2, month, *day);
      const bool told = month != 5 || is_year(at_ + 1) || (at_ > 0 && words_[at_ - 1].is(WordClass::before_noun));  // “May” may be a name or a verb
      if (told) return with_year(at_ + 1, month, 0);
      return std::nullopt;
    }
    if (is_year(at_) && !counts_something()) return found(at_ + 1, Date{std::atoi(word(at_).c_str()), 0, 0}, false);
    if (const auto ago = time_ago()) return ago;
    for (std::size_t before = 0; before < 2; ++before) {  // “next Friday”, “Friday”
      const std::string which = before ? word(at_) : std::string();
      if (before && which != "next" && which != "last" && which != "this" && which != "coming" && which != "past") break;
      if (const Expression* e = expression(at_ + before, Unit::weekday); e && words_[at_ + before].capital)
        return weekday_of(at_ + before + 1, e->number(), which);
    }
    for (const Unit unit : {Unit::day, Unit::week, Unit::month_away, Unit::year})
      if (const Expression* e = expression(at_, unit)) return away(unit, *e);
    return std::nullopt;
  }

 private:
  const std::string& word(std::size_t at) const {
    static const std::string none;
    return at < words_.size() ? words_[at].form : none;
  }

  const Expression* expression(std::size_t at, Unit unit) const {
    const auto known = expressions().find(word(at));
    if (known == expressions().end()) return nullptr;
    for (const Expression& e : known->second) {
      if (e.unit != unit) continue;
      bool same = true;
      for (std::size_t i = 0; same && i < e.rest.size(); ++i) same = word(at + 1 + i) == e.rest[i];
      if (same) return &e;
    }
    return nullptr;
  }
  int month_at(std::size_t at) const {
    if (at >= words_.size() || !words_[at].capital) return 0;
    const Expression* e = expression(at, Unit::month);
    return e ? e->number() : 0;
  }
  bool all_digits(const std::string& form) const {
    return !form.empty() && std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  // “6”, “6th”
  std::optional<int> day_number(std::size_t at) const {
    std::string form = word(at);
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (form.size() > 2 && form.ends_with(ending)) form.resize(form.size() - 2);
    if (form.size() > 2 || !all_digits(form)) return std::nullopt;
    const int day = std::atoi(form.c_str());
    return day >= 1 && day <= 31 ? std::optional(day) : std::nullopt;
  }
  bool is_year(std::size_t at) const {
    const std::string form = word(at);
    return form.size() == 4 && all_digits(form) && form >= "1500" && form < "2100";
  }
  // “2000 people”, “$2000”, “2024 %”
  bool counts_something() const {
    if (at_ > 0 && words_[at_ - 1].mark && !is_separator(word(at_ - 1))) return true;
    return at_ + 1 < words_.size() && (words_[at_ + 1].is(WordClass::unit) || word(at_ + 1) == "%" || word(at_ + 1) == "per");
  }
  static bool is_separator(const std::string& mark) { return mark == "," || mark == "(" || mark == "–" || mark == "-" || mark == "/" || mark == "—"; }

  DateWords found(std::size_t end, const std::optional<Date>& date, bool relative) const {
    const bool sound = date && is_date(*date);
    return {at_, end, sound ? date : std::nullopt, relative};
  }

  bool is_future() const {
    return std::any_of(words_.begin(), words_.end(), [](const Word& w) { return w.is(WordClass::future); });
  }

  // The month is known; a year may follow.
  DateWords with_year(std::size_t next, int month, int day) const {
    const std::size_t year = word(next) == "," && is_year(next + 1) ? next + 1 : next;
    if (is_year(year)) return found(year + 1, Date{std::atoi(word(year).c_str()), month, day}, false);
    if (!published_) return found(next, std::nullopt, true);
    Date date{published_->year, month, day};
    const int now = published_->month * 32 + (day > 0 ? published_->day : 0), then = month * 32 + day;
    if (is_future() ? then < now : then > now) date.year += is_future() ? 1 : -1;
    return found(next, date, true);
  }

  DateWords weekday_of(std::size_t next, int day, const std::string& which) const {
    if (!published_) return found(next, std::nullopt, true);
    const int now = weekday(*published_);
    const bool ahead = which == "next" || which == "coming" || (which.empty() && is_future()) || (which == "this" && day > now);
    int distance = ahead ? (day - now + 7) % 7 : -((now - day + 7) % 7);
    if (distance == 0 && !which.empty() && which != "this") distance = ahead ? 7 : -7;
    return found(next, days_after(*published_, distance), true);
  }

  DateWords away(Unit unit, const Expression& e) const {
    const std::size_t next = at_ + 1 + e.rest.size();
    if (!published_) return found(next, std::nullopt, true);
    Date date = *published_;
    if (unit == Unit::day) date = days_after(date, e.number());
    if (unit == Unit::month_away) date = months_after(date, e.number());
    if (unit == Unit::year) date = {date.year + e.number(), 0, 0};
    if (unit == Unit::week) {
      date = days_after(date, 1 - weekday(date) + 7 * e.number());
      date.week = true;
    }
    return found(next, date, true);
  }

  // “three weeks ago”, “a year ago”
  std::optional<DateWords> time_ago() const {
    constexpr int kMost = 1000;
    int count = 1;
    std::size_t next = at_ + 1;
    if (const std::string first = word(at_); first != "a" && first != "an" && first != "one") {
      if (!words_[at_].is(WordClass::number)) return std::nullopt;
      const auto amount = amount_at(text_, words_, at_);
      if (!amount || amount->kind.name() != "number" || amount->value.size() > 3 || !all_digits(amount->value)) return std::nullopt;
      count = std::min(kMost, std::atoi(amount->value.c_str()));
      next = amount->end;
    }
    const Expression* e = expression(next, Unit::ago);
    if (!e) return std::nullopt;
    next += 1 + e->rest.size();
    if (!published_) return found(next, std::nullopt, true);
    if (e->value == "y") return found(next, Date{published_->year - count, 0, 0}, true);
    if (e->value == "m") return found(next, months_after(*published_, -count), true);
    return found(next, days_after(*published_, -count * e->number()), true);
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  std::size_t at_;
  const std::optional<Date>& published_;
};

}  // namespace

std::optional<DateWords> date_at(std::string_view text, const std::vector<Word>& words, std::size_t at, const std::optional<Date>& published) {
  if (at >= words.size()) return std::nullopt;
  return Reader(text, words, at, published).run();
}

}  // namespace claim
