#include "quote/ranker.h"

#include <algorithm>
#include <array>
#include <set>

namespace quote {
namespace {

// The logistic curve at 0, 0.25, 0.5, … 8, in thousandths; the other half is its mirror. A table, since the last
// bit of exp() differs between builds.
constexpr std::array<int, 33> kCurve = {500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924, 940, 953, 963, 971, 977, 982,
                                        986, 989, 991, 993, 995, 996, 997, 998, 998, 998, 999, 999, 999, 999, 1000, 1000};

}  // namespace

int probability(std::int32_t score) {
  constexpr std::int32_t kStep = (1 << model::kFeatureBits) / 4;
  const std::int32_t size = std::min(std::abs(score), kStep * 32 - 1);
  const auto at = static_cast<std::size_t>(size / kStep);
  const int p = kCurve[at] + (kCurve[at + 1] - kCurve[at]) * (size % kStep) / kStep;
  return score < 0 ? 1000 - p : p;
}

void Ranker::read(model::Reader& in) {
  network_.read(in);
  if (network_.outputs() != kRankerOutputs) in.fail();
}

Ranked Ranker::rank(const Candidate& candidate, const std::vector<std::uint64_t>& features) const {
  std::int32_t scores[kRankerOutputs] = {};
  network_.score(features, scores);
  return {candidate.linked, candidate.finding, probability(scores[kExact]), probability(scores[kFound]), probability(scores[kSourceRight])};
}

std::vector<Ranked> choose(std::vector<Ranked> ranked, int sure) {
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.worth() > b.worth(); });
  std::vector<Ranked> out;
  std::set<std::pair<std::uint32_t, std::uint32_t>> taken;  // (end, begin) of the pieces that were chosen
  for (Ranked& r : ranked) {
    if (r.sureness() < sure) continue;
    const bool free = std::all_of(r.linked.content.begin(), r.linked.content.end(), [&](TokenRange piece) {
      const auto at = taken.upper_bound({piece.begin, 0xFFFFFFFFu});
      return at == taken.end() || at->second >= piece.end;
    });
    if (!free) continue;
    for (const TokenRange piece : r.linked.content) taken.insert({piece.end, piece.begin});
    out.push_back(std::move(r));
  }
  std::sort(out.begin(), out.end(), [](const Ranked& a, const Ranked& b) { return a.linked.content.front().begin < b.linked.content.front().begin; });
  return out;
}

}  // namespace quote
