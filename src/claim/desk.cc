#include "claim/desk.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>

#include "document/band.h"
#include "model/hash.h"

namespace claim {
namespace {

using model::hash;
using model::mix;

enum Sign : std::uint64_t {
  word_of_it = 1, words_of_it, words_apart, class_of_it, class_twice, pattern, pattern_by, worth_of_it, fact_of_it, facts_of_it, by_whom, length_of_it,
  first_word, first_words, last_word, place_of_it, place_by, second_clause, main_verb, verb_helpers, first_verb, verb_pattern, before_verb, subject_verb, subject_by,
  subject_group, number_kind, number_side, after_number, before_number, number_first, kind_by, cue_of_it, cue_pattern, cue_verb, cue_first, word_before,
  word_after, of_title, of_lead, of_others, rank, paragraph, sentence, figures_by, article_length, worth_by, lead_verb
};

constexpr std::size_t kLongest = 120;  // words of a statement that are looked at

// Digits all alike.
std::uint64_t form_of(const Word& word) {
  std::string form = word.form;
  for (char& c : form)
    if (c >= '0' && c <= '9') c = '0';
  return hash(form);
}

bool is_verb(const Word& word) {
  return !word.mark && (word.is(WordClass::past) || word.is(WordClass::be) || word.is(WordClass::have) || word.is(WordClass::auxiliary_do) ||
                        word.is(WordClass::modal) || word.is(WordClass::present));
}

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> list) { return std::find(list.begin(), list.end(), word) != list.end(); }

bool is_pronoun(const Word& word) {
  return is_one_of(word.form, {"i", "we", "he", "she", "they", "it", "you", "this", "that", "these", "those", "there", "who", "which", "nobody", "everyone"});
}

// What an auxiliary leaves to another word: “has also been”.
bool leads_verb(const Word& word) {
  return word.is(WordClass::be) || word.is(WordClass::have) || word.is(WordClass::auxiliary_do) || word.is(WordClass::modal) ||
         is_one_of(word.form, {"to", "not", "n't", "also", "already", "never", "only", "now"});
}

// Words that an article is about; their first letters, so that “strike” and “strikes” are one.
bool is_topic(const Word& word) {
  constexpr std::size_t kShort = 4;
  return !word.mark && word.form.size() >= kShort && !is_verb(word) && !word.is(WordClass::anaphor) && !word.is(WordClass::before_noun) &&
         !word.is(WordClass::subordinate) && !word.is(WordClass::report);
}
std::uint64_t topic(const Word& word) { return hash(std::string_view(word.form).substr(0, 5)); }

// The article's; a quotation in its own words, without a cue, reported; and whether it is an attitude.
std::uint64_t maker(const Statement& s) {
  const document::Quotation* q = s.quotation;
  return q ? (q->type == document::kDirect ? 1 : q->cue.empty() ? 2 : 3) + (q->act == document::kAttitude ? 4u : 0u) : 0;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\''; }

// The word or mark that touches the stretch from before, or from behind; a line's end is one.
std::string neighbour_before(std::string_view text, std::uint32_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  std::uint32_t from = at;
  while (from > 0 && at - from < 20 && is_letter(text[from - 1])) --from;
  if (from == at && at > 0) --from;
  return small(text.substr(from, at - from));
}
std::string neighbour_after(std::string_view text, std::uint32_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  std::uint32_t to = at;
  while (to < text.size() && to - at < 20 && is_letter(text[to])) ++to;
  if (to == at && at < text.size()) ++to;
  return small(text.substr(at, to - at));
}

// From nothing to all, for a distance of `width` half of it.
int squashed(std::int64_t distance, std::int64_t width, int all) {
  return distance <= 0 ? 0 : static_cast<int>(distance * all / (distance + width));
}

// Where the first verb stands, and the word that the verbs from there lead to: “has also been closed”. None: the number of words.
struct VerbGroup {
  std::size_t first = 0, last = 0;
  std::uint64_t helpers = 0;
};
VerbGroup verb_group(const std::vector<Word>& words) {
  VerbGroup out{words.size(), words.size(), 0};
  for (std::size_t i = 1; i < std::min(words.size(), kLongest) && out.first == words.size(); ++i)
    if (is_verb(words[i])) out.first = i;
  if (out.first == words.size()) return out;
  std::size_t at = out.first;
  for (; leads_verb(words[at]) && at + 1 < words.size() && at < out.first + 5 && !words[at + 1].mark; ++at) out.helpers = mix(out.helpers, hash(words[at].form));
  const std::string& form = words[at].form;
  const bool past = words[at].is(WordClass::past), ing = form.size() > 4 && form.ends_with("ing");
  out.last = at;
  out.helpers = mix(out.helpers, leads_verb(words[at]) ? hash(form) : past ? 1u : ing ? 2u : 3u);
  return out;
}

void add(std::vector<std::uint64_t>& out, Sign kind, std::uint64_t value) { out.push_back(mix(kind, value)); }

// A sign for each step that is reached.
void add_steps(std::vector<std::uint64_t>& out, Sign kind, std::size_t value, std::initializer_list<std::size_t> steps) {
  for (const std::size_t step : steps)
    if (value >= step) add(out, kind, step);
}

}  // namespace

Survey::Survey(const document::Document& document, const std::vector<Sighting>& all) : document_(document), all_(all) {
  constexpr std::size_t kLead = 2;  // statements
  const std::string& title = document.article.title;
  if (!document.article.title_derived)
    for (const Word& word : classify(title, text::tokens(title, {0, static_cast<std::uint32_t>(title.size())})))
      if (is_topic(word)) title_.insert(topic(word));
  for (const Sighting& s : all) {
    std::vector<std::uint64_t> topics;
    for (std::size_t k = 0; k < std::min(s.statement->words.size(), kLongest); ++k)
      if (is_topic(s.statement->words[k])) topics.push_back(topic(s.statement->words[k]));
    std::sort(topics.begin(), topics.end());
    topics.erase(std::unique(topics.begin(), topics.end()), topics.end());
    for (const std::uint64_t t : topics) {
      ++heard_[t];
      if (topics_.size() < kLead) lead_.insert(t);
    }
    topics_.push_back(std::move(topics));
    worths_.push_back(s.worth);
  }
  std::sort(worths_.begin(), worths_.end(), std::greater<>());
  for (const document::Block& b : document.article.blocks)
    if (!b.excluded) paragraphs_.push_back(b.span.begin);
}

void Survey::add_words(std::size_t i, std::vector<std::uint64_t>& out) const {
  const std::vector<Word>& words = all_[i].statement->words;
  int classes[kClasses] = {};
  std::uint64_t before = 0, earlier = 0;
  std::size_t plain = 0;
  for (std::size_t k = 0; k < std::min(words.size(), kLongest); ++k) {
    const std::uint64_t now = form_of(words[k]);
    if (!words[k].mark) add(out, word_of_it, now);
    add(out, words_of_it, mix(before, now));
    if (k > 1) add(out, words_apart, mix(earlier, now));
    if (plain == 0 && !words[k].mark) add(out, first_word, now);
    if (k == 1) add(out, first_words, mix(before, now));
    earlier = before;
    before = now;
    plain += !words[k].mark;
    for (std::size_t c = 0; c < kClasses; ++c) classes[c] += static_cast<int>((words[k].classes >> c) & 1u);
  }
  for (std::size_t c = 0; c < kClasses; ++c) {
    if (classes[c] > 0) add(out, class_of_it, c);
    if (classes[c] > 1) add(out, class_twice, c);
  }
  if (!words.empty()) add(out, last_word, form_of(words.back()));
  add_steps(out, length_of_it, plain, {4, 6, 8, 11, 15, 20, 26});
}

void Survey::add_verb(std::size_t i, std::vector<std::uint64_t>& out) const {
  const std::vector<Word>& words = all_[i].statement->words;
  const VerbGroup group = verb_group(words);
  const std::uint64_t by = maker(*all_[i].statement);
  if (group.first == words.size()) {
    add(out, main_verb, by);
    return;
  }
  const Word& first = words.front();
  const std::uint64_t main = form_of(words[group.last]), lead = form_of(words[group.first]);
  const std::uint64_t subject = is_pronoun(first) ? hash(first.form) : first.is(WordClass::number) ? 1 : first.capital ? 2 : 3;
  add(out, main_verb, main + 1000);
  add(out, verb_helpers, group.helpers);
  add(out, lead_verb, lead);
  add(out, first_verb, mix(lead, by));
  add(out, verb_pattern, mix(lead, hash(all_[i].pattern_type)));
  add(out, before_verb, form_of(words[group.first - 1]));
  add(out, subject_verb, mix(is_pronoun(first) ? subject : 0, main));
  add(out, subject_by, mix(subject, by));
  add(out, subject_group, mix(is_pronoun(first) ? subject : 0, lead));
}

void Survey::add_numbers(std::size_t i, std::vector<std::uint64_t>& out) const {
  const std::vector<Word>& words = all_[i].statement->words;
  const std::size_t verb_at = verb_group(words).first;
  bool figures = false;
  for (std::size_t k = 0; k < std::min(words.size(), kLongest); ++k) {
    if (!words[k].is(WordClass::number)) continue;
    const std::string& form = words[k].form;
    const bool digits = form.front() >= '0' && form.front() <= '9';
    figures = figures || digits;
    const bool year = form.size() == 4 && digits && (form.starts_with("19") || form.starts_with("20") || form.starts_with("18"));
    const std::uint64_t kind = year ? 1 : digits ? 2 : 3;
    const std::uint64_t left = k > 0 ? form_of(words[k - 1]) : 0, right = k + 1 < words.size() ? form_of(words[k + 1]) : 0;
    add(out, number_kind, kind);
    add(out, number_side, kind * 2 + (k < verb_at));
    add(out, before_number, mix(kind == 1, left));
    if (!year) add(out, after_number, right);
    if (!year && k == 0) add(out, number_first, 0);
  }
  add(out, figures_by, maker(*all_[i].statement) * 2 + figures);
  std::size_t kinds[4] = {};
  for (const document::ClaimFact& f : all_[i].facts) {
    const std::string& kind = f.kind.name();
    ++kinds[kind == "number" || kind == "percentage" || kind == "money" ? 0 : kind == "date" ? 1 : kind == "person" ? 2 : 3];
    add(out, facts_of_it, hash(kind));
  }
  for (std::size_t k = 0; k < std::size(kinds); ++k)
    for (std::size_t n = 1; n <= std::min<std::size_t>(kinds[k], 3); ++n) add(out, facts_of_it, k * 4 + n);
}

void Survey::add_maker(std::size_t i, std::vector<std::uint64_t>& out) const {
  const Sighting& s = all_[i];
  const std::vector<Word>& words = s.statement->words;
  const document::Quotation* q = s.statement->quotation;
  const std::uint64_t by = maker(*s.statement), type = hash(s.pattern_type);
  add(out, by_whom, by);
  add(out, pattern_by, mix(type, by));
  add(out, worth_by, mix(by, static_cast<std::uint64_t>(s.worth / 200)));
  if (!words.empty() && !words.front().capital) add(out, second_clause, by);
  const document::Speaker* speaker = q && q->speaker ? find(document_, *q->speaker) : nullptr;
  add(out, kind_by, mix(speaker ? hash(speaker->kind.name()) : 0, by));
  if (!q || q->cue.empty()) return;
  const std::string cue = small(slice(text(), q->cue.front()));
  const std::string_view first = std::string_view(cue).substr(0, cue.find(' '));
  for (std::size_t at = 0; at < cue.size();) {
    const std::size_t end = std::min(cue.find(' ', at), cue.size());
    add(out, cue_of_it, hash(std::string_view(cue).substr(at, end - at)));
    at = end + 1;
  }
  const std::size_t verb_at = verb_group(words).first;
  add(out, cue_pattern, mix(hash(first), type));
  add(out, cue_verb, mix(hash(first), verb_at < words.size() && leads_verb(words[verb_at]) ? form_of(words[verb_at]) : 0));
  if (!words.empty()) add(out, cue_first, mix(hash(first), is_pronoun(words.front()) || is_one_of(words.front().form, {"to", "the", "a"}) ? hash(words.front().form) : 0));
}

void Survey::add_place(std::size_t i, std::vector<std::uint64_t>& out) const {
  const Statement& s = *all_[i].statement;
  const auto tenth = static_cast<std::uint64_t>(s.span.begin) * 10 / std::max<std::size_t>(1, text().size());
  add(out, place_of_it, tenth);
  add(out, place_by, mix(maker(s), std::min<std::uint64_t>(tenth, 3)));
  const std::size_t number = static_cast<std::size_t>(std::upper_bound(paragraphs_.begin(), paragraphs_.end(), s.span.begin) - paragraphs_.begin());
  add_steps(out, paragraph, number, {1, 2, 3, 4, 6, 9, 13, 19});
  const bool same_paragraph = i > 0 && number > 0 && all_[i - 1].statement->span.begin >= paragraphs_[number - 1];
  add(out, sentence, same_paragraph);
  std::size_t in_title = 0, in_lead = 0;
  int others = 0;
  for (const std::uint64_t t : topics_[i]) {
    in_title += title_.contains(t);
    in_lead += lead_.contains(t);
    others += heard_.at(t) - 1;
  }
  add_steps(out, of_title, in_title, {1, 2, 3, 4});
  if (i > 1) add_steps(out, of_lead, in_lead, {1, 2, 3, 4, 5});
  add_steps(out, of_others, static_cast<std::size_t>(others) / std::max<std::size_t>(1, topics_[i].size()), {1, 2, 3, 4, 5, 6});
  const auto better = static_cast<std::size_t>(std::lower_bound(worths_.begin(), worths_.end(), all_[i].worth, std::greater<>()) - worths_.begin());
  add_steps(out, rank, better * 10 / all_.size(), {1, 2, 3, 4, 5, 6, 7, 8, 9});
  add(out, article_length, std::min<std::size_t>(12, all_.size() / 10));
}

std::vector<std::uint64_t> Survey::signs(std::size_t i) const {
  std::vector<std::uint64_t> out;
  const Sighting& s = all_[i];
  add(out, pattern, hash(s.pattern_type));
  for (int level = 1; level <= s.worth / 100; ++level) add(out, worth_of_it, static_cast<std::uint64_t>(level));
  for (int level = -4; level <= s.fact; ++level) add(out, fact_of_it, static_cast<std::uint64_t>(level + 10));
  add_words(i, out);
  add_verb(i, out);
  add_numbers(i, out);
  add_maker(i, out);
  const Statement& statement = *s.statement;
  add(out, word_before, hash(neighbour_before(text(), statement.span.begin)));
  add(out, word_after, hash(neighbour_after(text(), statement.span.end)));
  for (std::uint64_t& sign : out) sign &= kPlaceRows - 1;
  const std::size_t own = out.size();
  add_place(i, out);
  for (std::size_t k = own; k < out.size(); ++k) out[k] = kPlaceRows + (out[k] & (kPlaceRows - 1));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::uint32_t signs_fingerprint() { return static_cast<std::uint32_t>(hash("desk signs 4") + kDeskRowBits * 131 + kDeskClasses) + model::kSparseLayout; }

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
