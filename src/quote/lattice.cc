#include "quote/lattice.h"

#include <algorithm>

namespace quote {
namespace {

constexpr std::int64_t kNever = std::int64_t{-1} << 50;

Label begin_of(Role role) { return static_cast<Label>(1 + 2 * static_cast<int>(role)); }
Label on_of(Role role) { return static_cast<Label>(2 + 2 * static_cast<int>(role)); }
std::size_t at(Label label) { return static_cast<std::size_t>(label); }

}  // namespace

Lattice::Lattice(const std::vector<Scores>& scores, const Transitions& transitions, const std::vector<TokenRange>& sequences)
    : scores_(scores), transitions_(transitions), sequences_(sequences) {
  const std::size_t n = scores.size();
  sequence_of_.resize(n);
  before_.resize(n);
  after_.resize(n);
  on_.resize(n + 1);
  for (std::size_t t = 0; t < n; ++t)
    for (std::size_t r = 0; r < 3; ++r) {
      const std::size_t on = at(on_of(static_cast<Role>(r)));
      on_[t + 1][r] = on_[t][r] + scores[t][on] + transitions.follow[on][on];
    }
  for (std::size_t s = 0; s < sequences_.size(); ++s) {
    const TokenRange range = sequences_[s];
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      sequence_of_[t] = static_cast<std::uint32_t>(s);
      for (std::size_t y = 0; y < kLabelCount; ++y) {
        std::int64_t best = 2 * kNever;
        if (t == range.begin) best = may_follow(Label::none, static_cast<Label>(y)) ? transitions.start[y] : kNever;
        else
          for (std::size_t b = 0; b < kLabelCount; ++b)
            if (may_follow(static_cast<Label>(b), static_cast<Label>(y))) best = std::max(best, before_[t - 1][b] + transitions.follow[b][y]);
        before_[t][y] = best + scores[t][y];
      }
    }
    for (std::uint32_t t = range.end; t-- > range.begin;) {
      for (std::size_t b = 0; b < kLabelCount; ++b) {
        std::int64_t best = t + 1 == range.end ? 0 : 2 * kNever;
        if (t + 1 < range.end)
          for (std::size_t y = 0; y < kLabelCount; ++y)
            if (may_follow(static_cast<Label>(b), static_cast<Label>(y)))
              best = std::max(best, transitions.follow[b][y] + scores[t + 1][y] + after_[t + 1][y]);
        after_[t][b] = best;
      }
    }
    best_.push_back(range.size() == 0 ? 0 : *std::max_element(before_[range.end - 1].begin(), before_[range.end - 1].end()));
  }
}

std::int64_t Lattice::regret(Role role, TokenRange piece) const {
  if (piece.begin >= piece.end || piece.end > scores_.size()) return kImpossible;
  const TokenRange sequence = sequence_at(piece.begin);
  if (piece.end > sequence.end) return kImpossible;
  const std::size_t begin = at(begin_of(role)), on = at(on_of(role)), r = static_cast<std::size_t>(role);
  std::int64_t score = kNever;
  if (piece.begin == sequence.begin) score = transitions_.start[begin];
  else
    for (std::size_t b = 0; b < kLabelCount; ++b) score = std::max(score, before_[piece.begin - 1][b] + transitions_.follow[b][begin]);
  score += scores_[piece.begin][begin];
  if (piece.size() > 1) score += on_[piece.end][r] - on_[piece.begin + 1][r] + transitions_.follow[begin][on] - transitions_.follow[on][on];
  const std::size_t last = piece.size() > 1 ? on : begin;
  if (piece.end < sequence.end) {
    std::int64_t best = kNever;
    for (std::size_t y = 0; y < kLabelCount; ++y)
      if (y != on && may_follow(static_cast<Label>(last), static_cast<Label>(y)))
        best = std::max(best, transitions_.follow[last][y] + scores_[piece.end][y] + after_[piece.end][y]);
    score += best;
  }
  return std::max<std::int64_t>(0, best_[sequence_of_[piece.begin]] - score);
}

}  // namespace quote
