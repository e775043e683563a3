#include "claim/amounts.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_map>

#include "rules/table.h"

namespace claim {
namespace {

using document::FactKind;

enum class NumberKind { one, times, dozen, fraction, vague, currency, percent };

struct NumberWord {
  NumberKind kind = NumberKind::one;
  std::string value;
};

const std::unordered_map<std::string, NumberWord>& number_words() {
  static const std::unordered_map<std::string, NumberWord> all = [] {
    constexpr std::array<std::string_view, 7> kKinds = {"one", "times", "dozen", "fraction", "vague", "currency", "percent"};
    std::unordered_map<std::string, NumberWord> read;
    const rules::Table table = rules::load("rules/en/claim_numbers.tsv");
    for (const auto& row : table.rows) {
      const auto kind = std::find(kKinds.begin(), kKinds.end(), table.cell(row, "kind"));
      if (kind == kKinds.end()) std::abort();
      for (const std::string_view word : rules::words(table.cell(row, "words")))
        read[std::string(word)] = {static_cast<NumberKind>(kind - kKinds.begin()), std::string(table.cell(row, "value"))};
    }
    return read;
  }();
  return all;
}

// mantissa × 10^exponent
struct Decimal {
  std::int64_t mantissa = 0;
  int exponent = 0;
};

std::string digits_of(Decimal d) {
  while (d.mantissa != 0 && d.exponent < 0 && d.mantissa % 10 == 0) d.mantissa /= 10, ++d.exponent;
  std::string out = std::to_string(d.mantissa);
  if (d.exponent >= 0) return d.mantissa == 0 ? out : out + std::string(static_cast<std::size_t>(d.exponent), '0');
  const auto behind = static_cast<std::size_t>(-d.exponent);
  if (out.size() <= behind) out.insert(0, behind + 1 - out.size(), '0');
  return out.insert(out.size() - behind, ".");
}

// “4,300”, “1.5”; not “26th”, “10-year”, “1/2” or what has more digits than anybody counts.
std::optional<Decimal> figure(std::string_view word) {
  constexpr std::size_t kMostDigits = 12;
  Decimal out;
  std::size_t digits = 0;
  bool point = false;
  for (const char c : word) {
    if (c == ',' && digits > 0 && !point) continue;
    if (c == '.' && digits > 0 && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > kMostDigits) return std::nullopt;
    out.mantissa = out.mantissa * 10 + (c - '0');
    out.exponent -= point;
  }
  return digits > 0 ? std::optional(out) : std::nullopt;
}

class Reader {
 public:
  Reader(std::string_view text, const std::vector<Word>& words, std::size_t at) : text_(text), words_(words), begin_(at), at_(at) {}

  std::optional<Amount> run() {
    const NumberWord* sign = known(at_, NumberKind::currency);
    if (sign && !words_[at_].mark && word(at_) != "us$" && word(at_).size() > 2) sign = nullptr;  // “dollars 3”
    if (sign) ++at_;
    std::string value;
    if (known(at_, NumberKind::vague)) {
      ++at_;
    } else if (!fraction(value) && !number(value)) {
      return std::nullopt;
    }
    if (sign) return done("money", value + " " + sign->value);
    if (is_clock_time()) return std::nullopt;
    if (const bool per_cent = word(at_) == "per" && word(at_ + 1) == "cent"; per_cent || known(at_, NumberKind::percent)) {
      at_ += per_cent ? 2 : 1;
      const bool points = word(at_).starts_with("point");
      at_ += points;
      return done("percentage", value + (points ? " percentage points" : "%"));
    }
    if (word(at_) == "percentage" && word(at_ + 1).starts_with("point")) {
      at_ += 2;
      return done("percentage", value + " percentage points");
    }
    if (const NumberWord* currency = known(at_, NumberKind::currency)) {
      ++at_;
      return done("money", value + " " + currency->value);
    }
    return done("number", value);
  }

 private:
  const std::string& word(std::size_t at) const {
    static const std::string none;
    return at < words_.size() ? words_[at].form : none;
  }
  const NumberWord* known(std::size_t at, NumberKind kind) const {
    const auto found = number_words().find(word(at));
    return found != number_words().end() && found->second.kind == kind ? &found->second : nullptr;
  }
  Amount done(const char* kind, std::string value) const {
    const bool told = !value.empty() && value.front() >= '0' && value.front() <= '9';
    return {begin_, at_, FactKind(kind), told ? std::move(value) : std::string()};
  }

  // “two”, “twenty-five”, “4,300”
  std::optional<Decimal> simple(const std::string& form) const {
    if (const auto digits = figure(form)) return digits;
    const std::size_t hyphen = form.find('-');
    const auto first = number_words().find(form.substr(0, hyphen));
    if (first == number_words().end() || first->second.kind != NumberKind::one) return std::nullopt;
    Decimal out{std::atoi(first->second.value.c_str()), 0};
    if (hyphen == std::string::npos) return out;
    const auto second = number_words().find(form.substr(hyphen + 1));
    if (second == number_words().end() || second->second.kind != NumberKind::one || out.mantissa < 20) return std::nullopt;
    out.mantissa += std::atoi(second->second.value.c_str());
    return out;
  }

  // “no one”, “one of them”, “that one”: nothing is counted.
  bool is_pronoun() const {
    if (word(at_) != "one") return false;
    if (word(at_ + 1) == "of" || at_ + 1 >= words_.size() || words_[at_ + 1].mark || word(at_ + 1) == "another") return true;
    if (at_ == 0) return false;
    for (const std::string_view before : {"no", "any", "every", "each", "this", "that", "another", "the", "which"})
      if (word(at_ - 1) == before) return true;
    return false;
  }

  bool number(std::string& value) {
    Decimal sum;
    const bool article = word(at_) == "a" || word(at_) == "half";
    if (article) {  // “a million”, “half a million”, “a dozen”
      const bool half = word(at_) == "half" && word(at_ + 1) == "a";
      const std::size_t next = at_ + (half ? 2 : 1);
      if (!known(next, NumberKind::times) && !known(next, NumberKind::dozen)) return false;
      sum = half ? Decimal{5, -1} : Decimal{1, 0};
      at_ = next;
    } else if (is_pronoun()) {
      return false;
    } else if (const auto first = simple(word(at_))) {
      sum = *first;
      ++at_;
    } else if (known(at_, NumberKind::dozen) && at_ > 0 && !words_[at_ - 1].mark) {
      sum = {1, 0};
    } else {
      return glued(value);
    }
    multiply(sum);
    // “two hundred and fifty”
    if (sum.exponent == 2 && word(at_) == "and") {
      if (const auto rest = simple(word(at_ + 1)); rest && rest->exponent == 0 && rest->mantissa < 100) {
        sum = {sum.mantissa * 100 + rest->mantissa, 0};
        at_ += 2;
        multiply(sum);
      }
    }
    value = digits_of(sum);
    return true;
  }
  void multiply(Decimal& sum) {
    for (int i = 0; i < 3; ++i) {
      if (const NumberWord* times = known(at_, NumberKind::times)) sum.exponent += std::atoi(times->value.c_str());
      else if (known(at_, NumberKind::dozen)) sum.mantissa *= 12;
      else return;
      ++at_;
    }
  }
  // “74m”, “1.2bn”
  bool glued(std::string& value) {
    const std::string form = word(at_);
    const std::size_t letters = form.find_first_not_of("0123456789.,");
    if (letters == 0 || letters == std::string::npos) return false;
    const auto digits = figure(form.substr(0, letters));
    const auto times = number_words().find(form.substr(letters));
    if (!digits || times == number_words().end() || times->second.kind != NumberKind::times) return false;
    value = digits_of({digits->mantissa, digits->exponent + std::atoi(times->second.value.c_str())});
    ++at_;
    return true;
  }

  // “half of them”, “a third of them”, “two thirds”, “two-thirds”, “one in four”
  bool fraction(std::string& value) {
    std::size_t next = at_;
    std::int64_t parts = 1;
    const std::string form = word(at_);
    if (const std::size_t hyphen = form.find('-'); hyphen != std::string::npos) {
      const auto first = number_words().find(form.substr(0, hyphen)), second = number_words().find(form.substr(hyphen + 1));
      if (first == number_words().end() || second == number_words().end() || first->second.kind != NumberKind::one || second->second.kind != NumberKind::fraction)
        return false;
      value = first->second.value + second->second.value.substr(1);
      ++at_;
      return true;
    }
    if (const auto count = simple(form); count && count->exponent == 0) {
      if (const auto of = simple(word(at_ + 2)); word(at_ + 1) == "in" && of && of->exponent == 0 && count->mantissa < of->mantissa && of->mantissa < 1000) {
        value = digits_of(*count) + "/" + digits_of(*of);
        at_ += 3;
        return true;
      }
      parts = count->mantissa;
      ++next;
    } else if (form == "a") {
      ++next;
    }
    const NumberWord* share = known(next, NumberKind::fraction);
    if (!share) return false;
    const bool half = word(next) == "half";
    const std::string after = word(next + 1);
    if (half ? after == "a" || next > at_ : after != "of") return false;
    if (!half && next == at_) return false;  // “the third of May”
    value = std::to_string(parts) + share->value.substr(1);
    at_ = next + 1;
    return true;
  }

  bool is_clock_time() const {
    const std::string next = word(at_);
    return next == "a.m." || next == "p.m." || next == "am" || next == "pm" || next == "o'clock" || next == ":";
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  std::size_t begin_, at_;
};

}  // namespace

std::optional<Amount> amount_at(std::string_view text, const std::vector<Word>& words, std::size_t at) {
  if (at >= words.size()) return std::nullopt;
  return Reader(text, words, at).run();
}

}  // namespace claim
