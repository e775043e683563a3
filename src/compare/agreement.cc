#include "compare/agreement.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace compare {
namespace {

using namespace document;

const std::vector<Span>& words(const Quotation& q) { return q.content; }
const std::vector<Span>& words(const Claim& c) { return c.spans; }

std::uint32_t shared(const std::vector<Span>& a, const std::vector<Span>& b) {
  std::uint32_t bytes = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint32_t begin = std::max(a[i].begin, b[j].begin), end = std::min(a[i].end, b[j].end);
    if (begin < end) bytes += end - begin;
    if (a[i].end < b[j].end) ++i;
    else ++j;
  }
  return bytes;
}

void differ(std::vector<Difference>& out, std::string_view what, const std::string& a, const std::string& b) {
  const auto named = [](const std::string& words) { return words.empty() ? std::string("none") : words; };
  if (a != b) out.push_back({std::string(what), named(a), named(b)});
}

// Cohen's kappa in thousandths of pairs of answers, each a category of its own.
int kappa_of(const std::vector<std::pair<std::string, std::string>>& answers) {
  const auto all = static_cast<std::int64_t>(answers.size());
  std::map<std::string_view, std::pair<std::int64_t, std::int64_t>> counts;
  std::int64_t agreed = 0, by_chance = 0;
  for (const auto& [a, b] : answers) {
    agreed += a == b;
    ++counts[a].first;
    ++counts[b].second;
  }
  for (const auto& [category, count] : counts) by_chance += count.first * count.second;
  const std::int64_t most = all * all - by_chance;
  return most == 0 ? 1000 : static_cast<int>((agreed * all - by_chance) * 1000 / most);
}

// Krippendorff's alpha for units of two people on a text of `size` bytes, in thousandths. Units of each stand in order and apart.
// The same in every build: doubles, added in one order.
int unit_alpha_of(const std::vector<Span>& a, const std::vector<Span>& b, std::uint32_t size) {
  if (a.empty() && b.empty()) return 1000;
  const double length = size;
  // What was observed: of units that overlap, how far their edges are apart; of a unit in a gap of the other's, its size.
  double observed = 0;
  const auto lonely = [&](const std::vector<Span>& units, const std::vector<Span>& others) {
    std::size_t j = 0;
    for (const Span unit : units) {
      while (j < others.size() && others[j].end <= unit.begin) ++j;
      if (j == others.size() || others[j].begin >= unit.end) observed += static_cast<double>(unit.size()) * unit.size();
    }
  };
  lonely(a, b);
  lonely(b, a);
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (overlaps(a[i], b[j])) {
      const double begin = static_cast<double>(a[i].begin) - b[j].begin, end = static_cast<double>(a[i].end) - b[j].end;
      observed += begin * begin + end * end;
    }
    if (a[i].end < b[j].end) ++i;
    else ++j;
  }
  observed /= length * length;  // two people, counted both ways, over 2 * 1 pairs of them

  // What chance would give: the same units and gaps, in any order.
  std::vector<double> gaps;
  double units = 0, product = 0;
  for (const std::vector<Span>* const one : {&a, &b}) {
    std::uint32_t after = 0;
    for (const Span unit : *one) {
      gaps.push_back(static_cast<double>(unit.begin) - after);
      after = unit.end;
      units += 1;
      product += static_cast<double>(unit.size()) * (static_cast<double>(unit.size()) - 1);
    }
    gaps.push_back(length - after);
  }
  std::sort(gaps.begin(), gaps.end());
  std::vector<double> gap_sum(gaps.size() + 1);  // of those from each on
  for (std::size_t i = gaps.size(); i > 0; --i) gap_sum[i - 1] = gap_sum[i] + gaps[i - 1];
  double expected = 0;
  for (const std::vector<Span>* const one : {&a, &b}) {
    for (const Span unit : *one) {
      const double l = unit.size();
      const auto first = static_cast<std::size_t>(std::lower_bound(gaps.begin(), gaps.end(), l) - gaps.begin());
      const double wide = gap_sum[first] + static_cast<double>(gaps.size() - first) * (1 - l);
      expected += (units - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * wide;
    }
  }
  expected *= 2 / length / (2 * length * (2 * length - 1) - product);
  if (expected <= 0) return 1000;
  const double alpha = 1000 * (1 - observed / expected);
  return static_cast<int>(alpha < 0 ? alpha - 0.5 : alpha + 0.5);
}

// The names that a speaker goes by in each document.
class Names {
 public:
  explicit Names(const Document& d) {
    for (const Speaker& s : d.speakers) by_id_.emplace(s.id.text(), &s);
  }
  const Speaker* find(const std::optional<SpeakerId>& id) const {
    const auto found = id ? by_id_.find(id->text()) : by_id_.end();
    return found == by_id_.end() ? nullptr : found->second;
  }
  static bool same(const Speaker* a, const Speaker* b) {
    if (!a || !b) return a == b;
    const auto goes_by = [](const Speaker& s, const std::string& name) { return s.name == name || std::find(s.aliases.begin(), s.aliases.end(), name) != s.aliases.end(); };
    return goes_by(*a, b->name) || goes_by(*b, a->name);
  }

 private:
  std::map<std::string_view, const Speaker*> by_id_;
};

class Comparison {
 public:
  Comparison(const Document& a, const Document& b) : a_(a), b_(b), names_a_(a), names_b_(b) {}

  Agreement run() {
    Agreement out;
    out.quotations = pairs(a_.quotations, b_.quotations);
    out.claims = pairs(a_.claims, b_.claims);
    beyond_chance(out.quotations, a_.quotations, b_.quotations);
    beyond_chance(out.claims, a_.claims, b_.claims);
    out.quoted = quoted();
    return out;
  }

 private:
  void speakers(std::vector<Difference>& out, const std::optional<SpeakerId>& a, const std::optional<SpeakerId>& b) const {
    const Speaker *of_a = names_a_.find(a), *of_b = names_b_.find(b);
    if (!Names::same(of_a, of_b)) differ(out, "speaker", of_a ? of_a->name : "", of_b ? of_b->name : "");
  }
  std::vector<Difference> differences(const Quotation& a, const Quotation& b) const {
    std::vector<Difference> out;
    differ(out, "type", a.type.name(), b.type.name());
    if (a.cue != b.cue) differ(out, "cue", words_of(a_, a.cue), words_of(b_, b.cue));
    if (a.source != b.source) differ(out, "source", words_of(a_, a.source), words_of(b_, b.source));
    speakers(out, a.speaker, b.speaker);
    return out;
  }
  std::vector<Difference> differences(const Claim& a, const Claim& b) const {
    std::vector<Difference> out;
    differ(out, "type", a.type.name(), b.type.name());
    differ(out, "verifiable", a.verifiable.name(), b.verifiable.name());
    differ(out, "made by", a.attribution.to.name(), b.attribution.to.name());
    speakers(out, a.attribution.speaker, b.attribution.speaker);
    return out;
  }

  // Of all pairs that share words, those that share the most come first.
  template <typename List>
  Marks pairs(const List& a, const List& b) const {
    std::vector<std::uint32_t> furthest;  // the last byte of any mark of b up to each
    for (const auto& mark : b) furthest.push_back(std::max(furthest.empty() ? 0 : furthest.back(), words(mark).empty() ? 0 : words(mark).back().end));
    std::vector<std::tuple<std::uint32_t, std::size_t, std::size_t>> candidates;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (words(a[i]).empty() || a[i].review.state == kRejected) continue;
      const Span whole{words(a[i]).front().begin, words(a[i]).back().end};
      const auto first = std::upper_bound(furthest.begin(), furthest.end(), whole.begin);
      for (auto j = static_cast<std::size_t>(first - furthest.begin()); j < b.size() && !words(b[j]).empty() && words(b[j]).front().begin < whole.end; ++j)
        if (const std::uint32_t bytes = b[j].review.state == kRejected ? 0 : shared(words(a[i]), words(b[j]))) candidates.push_back({bytes, i, j});
    }
    std::sort(candidates.begin(), candidates.end(), [&](const auto& x, const auto& y) {
      const bool same_x = words(a[std::get<1>(x)]) == words(b[std::get<2>(x)]), same_y = words(a[std::get<1>(y)]) == words(b[std::get<2>(y)]);
      if (same_x != same_y) return same_x;
      if (std::get<0>(x) != std::get<0>(y)) return std::get<0>(x) > std::get<0>(y);
      return std::tie(std::get<1>(x), std::get<2>(x)) < std::tie(std::get<1>(y), std::get<2>(y));
    });
    Marks out;
    std::vector<bool> taken_a(a.size()), taken_b(b.size());
    for (const auto& [bytes, i, j] : candidates) {
      if (taken_a[i] || taken_b[j]) continue;
      taken_a[i] = taken_b[j] = true;
      Pair pair{i, j, words(a[i]) == words(b[j]), differences(a[i], b[j])};
      out.same_words += pair.same_words;
      out.pairs.push_back(std::move(pair));
    }
    std::sort(out.pairs.begin(), out.pairs.end(), [](const Pair& x, const Pair& y) { return x.a < y.a; });
    for (std::size_t i = 0; i < a.size(); ++i)
      if (!taken_a[i] && a[i].review.state != kRejected) out.only_a.push_back(i);
    for (std::size_t j = 0; j < b.size(); ++j)
      if (!taken_b[j] && b[j].review.state != kRejected) out.only_b.push_back(j);
    return out;
  }

  static const std::optional<SpeakerId>& speaker_of(const Quotation& q) { return q.speaker; }
  static const std::optional<SpeakerId>& speaker_of(const Claim& c) { return c.attribution.speaker; }
  template <typename List> void beyond_chance(Marks& marks, const List& a, const List& b) const {
    std::vector<std::pair<std::string, std::string>> types, speakers;
    for (const Pair& pair : marks.pairs) {
      types.push_back({a[pair.a].type.name(), b[pair.b].type.name()});
      const Speaker *of_a = names_a_.find(speaker_of(a[pair.a])), *of_b = names_b_.find(speaker_of(b[pair.b]));
      const std::string name_a = of_a ? "A " + of_a->id.text() : "";
      speakers.push_back({name_a, Names::same(of_a, of_b) ? name_a : of_b ? known_as(*of_b) : ""});
    }
    marks.type_kappa = kappa_of(types);
    marks.speaker_kappa = kappa_of(speakers);
    marks.unit_alpha = unit_alpha_of(covered(a), covered(b), static_cast<std::uint32_t>(a_.article.text.view().size()));
  }
  // A speaker of B by the speaker of A who goes by the same name; both are one category then.
  std::string known_as(const Speaker& of_b) const {
    for (const Speaker& s : a_.speakers)
      if (Names::same(&s, &of_b)) return "A " + s.id.text();
    return "B " + of_b.id.text();
  }

  template <typename List> static std::vector<Span> covered(const List& marks) {
    std::vector<Span> out;
    for (const auto& mark : marks)
      if (!(mark.review.state == kRejected)) out.insert(out.end(), words(mark).begin(), words(mark).end());
    std::sort(out.begin(), out.end());
    std::vector<Span> joined;
    for (const Span s : out) {
      if (!joined.empty() && s.begin <= joined.back().end) joined.back().end = std::max(joined.back().end, s.end);
      else joined.push_back(s);
    }
    return joined;
  }
  Bytes quoted() const {
    const std::vector<Span> a = covered(a_.quotations), b = covered(b_.quotations);
    const auto sum = [](const std::vector<Span>& spans) {
      std::int64_t bytes = 0;
      for (const Span s : spans) bytes += s.size();
      return bytes;
    };
    Bytes out;
    out.both = shared(a, b);
    out.only_a = sum(a) - out.both;
    out.only_b = sum(b) - out.both;
    out.neither = static_cast<std::int64_t>(a_.article.text.view().size()) - out.both - out.only_a - out.only_b;
    return out;
  }

  const Document &a_, &b_;
  Names names_a_, names_b_;
};

int f1(std::size_t both, std::size_t all) { return all == 0 ? 1000 : static_cast<int>((2000 * both + all / 2) / all); }

}  // namespace

int Marks::overlap_f1() const { return f1(pairs.size(), in_a() + in_b()); }
int Marks::exact_f1() const { return f1(same_words, in_a() + in_b()); }

int Bytes::agreement() const {
  const std::int64_t all = both + only_a + only_b + neither;
  return all == 0 ? 1000 : static_cast<int>((1000 * (both + neither) + all / 2) / all);
}

int Bytes::kappa() const {
  // Halved until the products below fit; texts of less than 50 MB are exact.
  std::int64_t in_both = both, in_a = both + only_a, in_b = both + only_b, all = in_a + only_b + neither;
  while (all > 50'000'000) in_both /= 2, in_a /= 2, in_b /= 2, all /= 2;
  const std::int64_t agreed = all - in_a - in_b + 2 * in_both;
  const std::int64_t by_chance = in_a * in_b + (all - in_a) * (all - in_b);  // times all
  const std::int64_t most = all * all - by_chance;
  return most == 0 ? 1000 : static_cast<int>((agreed * all - by_chance) * 1000 / most);
}

text::Result<Agreement> agree(const Document& a, const Document& b) {
  if (!(a.article.text == b.article.text)) return text::Error{"", "the two files are not on the same text"};
  return Comparison(a, b).run();
}

}  // namespace compare
