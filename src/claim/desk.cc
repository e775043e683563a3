#include "claim/desk.h"

#include <algorithm>
#include <string>

#include "document/band.h"
#include "model/hash.h"

namespace claim {
namespace {

using model::hash;
using model::mix;

enum Sign : std::uint64_t {
  word_of_it = 1, words_of_it, class_of_it, class_twice, pattern, pattern_by, worth_of_it, fact_of_it, facts_of_it, by_whom, cue_of_it, length_of_it,
  first_word, first_words, last_word, place_of_it, place_by, second_clause, verb_form, worth_by
};

// Digits all alike.
std::string form_of(const Word& word) {
  std::string form = word.form;
  for (char& c : form)
    if (c >= '0' && c <= '9') c = '0';
  return form;
}

// From nothing to all, for a distance of `width` half of it.
int squashed(std::int64_t distance, std::int64_t width, int all) {
  return distance <= 0 ? 0 : static_cast<int>(distance * all / (distance + width));
}

}  // namespace

std::vector<std::uint64_t> signs(const Sighting& s) {
  constexpr std::size_t kLongest = 120;  // words
  std::vector<std::uint64_t> out{};
  const std::vector<Word>& words = s.statement->words;
  const document::Quotation* q = s.statement->quotation;
  const std::uint64_t by = q ? (q->type == document::kDirect ? 1 : q->cue.empty() ? 2 : 3) + (q->act == document::kAttitude ? 4u : 0u) : 0;
  const auto add = [&](std::uint64_t kind, std::uint64_t value) { out.push_back(mix(kind, value)); };
  int classes[kClasses] = {};
  std::uint64_t before = 0;
  std::size_t plain = 0;
  for (std::size_t i = 0; i < std::min(words.size(), kLongest); ++i) {
    const std::uint64_t now = hash(form_of(words[i]));
    if (!words[i].mark) add(word_of_it, now);
    add(words_of_it, mix(before, now));
    if (plain == 0 && !words[i].mark) add(first_word, now);
    if (i == 1) add(first_words, mix(before, now));
    before = now;
    plain += !words[i].mark;
    for (std::size_t c = 0; c < kClasses; ++c) classes[c] += static_cast<int>((words[i].classes >> c) & 1u);
  }
  for (std::size_t c = 0; c < kClasses; ++c) {
    if (classes[c] > 0) add(class_of_it, c);
    if (classes[c] > 1) add(class_twice, c);
  }
  const std::uint64_t type = hash(s.pattern_type);
  add(pattern, type);
  add(pattern_by, mix(type, by));
  add(by_whom, by);
  for (int level = 1; level <= s.worth / 100; ++level) add(worth_of_it, static_cast<std::uint64_t>(level));
  add(worth_by, mix(by, static_cast<std::uint64_t>(s.worth / 200)));
  for (int level = -4; level <= s.fact; ++level) add(fact_of_it, static_cast<std::uint64_t>(level + 10));
  std::size_t kinds[4] = {};
  for (const document::ClaimFact& f : *s.facts) {
    const std::string& kind = f.kind.name();
    ++kinds[kind == "number" || kind == "percentage" || kind == "money" ? 0 : kind == "date" ? 1 : kind == "person" ? 2 : 3];
    add(facts_of_it, hash(kind));
  }
  for (std::size_t k = 0; k < std::size(kinds); ++k)
    for (std::size_t n = 1; n <= std::min<std::size_t>(kinds[k], 3); ++n) add(facts_of_it, k * 4 + n);
  if (q && !q->cue.empty()) add(cue_of_it, hash(small(slice(s.text, q->cue.front()))));
  for (const std::size_t edge : {3, 5, 7, 10, 14, 19, 25})
    if (plain > edge) add(length_of_it, edge);
  if (!words.empty()) add(last_word, hash(form_of(words.back())));
  add(place_of_it, static_cast<std::uint64_t>(s.place));
  add(place_by, mix(by, static_cast<std::uint64_t>(std::min(s.place, 3))));
  if (!words.empty() && !words.front().capital) add(second_clause, by);
  for (std::size_t i = 0; i < std::min(words.size(), kLongest); ++i)
    if (is_finite_verb(words, i)) {
      add(verb_form, words[i].classes & 0xFFFFFFu);
      break;
    }
  for (std::uint64_t& sign : out) sign &= (1u << kDeskRowBits) - 1;
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::uint32_t signs_fingerprint() { return static_cast<std::uint32_t>(hash("desk signs 1") + kDeskRowBits * 131 + kDeskClasses) + model::kSparseLayout; }

void Desk::read(model::Reader& in) {
  claim_from_ = in.i32();
  medium_from_ = in.i32();
  high_from_ = in.i32();
  for (std::int32_t& bias : bias_) bias = in.i32();
  weights_.read(in);
  if (weights_.classes() != static_cast<int>(kDeskClasses)) in.fail();
}

Desk::Verdict Desk::judge(const std::vector<std::uint64_t>& signs) const {
  std::int32_t scores[kDeskClasses];
  std::copy(std::begin(bias_), std::end(bias_), scores);
  for (const std::uint64_t sign : signs) weights_.add(sign, scores);
  Verdict out;
  out.is_claim = scores[kIsClaim] >= claim_from_;
  out.type = static_cast<std::size_t>(std::max_element(scores + kFirstType, scores + kDeskClasses) - (scores + kFirstType));
  // Inside a band the likelier to be of the next one is worth more.
  constexpr std::int64_t kWidth = 40;
  const std::int64_t medium = scores[kIsMedium] - medium_from_, high = scores[kIsHigh] - high_from_;
  if (high >= 0) out.worth = document::kHighFrom + squashed(high, kWidth, 1000 - document::kHighFrom);
  else if (medium >= 0) out.worth = document::kHighFrom - 1 - squashed(-high, kWidth, document::kHighFrom - document::kMediumFrom - 1);
  else out.worth = document::kMediumFrom - 1 - squashed(-medium, kWidth, document::kMediumFrom - 1);
  return out;
}

}  // namespace claim
