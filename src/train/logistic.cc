#include "train/logistic.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace train {
namespace {

constexpr int kMostSteps = 80;
constexpr std::size_t kRemembered = 8;   // steps that shape the next one
constexpr double kEnough = 1e-5;         // stop when a step gains less, as a share

using Values = std::vector<double>;

double dot(const Values& a, const Values& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

void add_scaled(Values& to, const Values& from, double by) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += by * from[i];
}

// What is to be made small, at `at` (weights, and the bias last), and its slope.
double loss(const std::vector<const SparseVector*>& examples, const std::vector<bool>& labels, double cost, const Values& at, Values& slope) {
  slope = at;
  slope.back() = 0;
  double total = (dot(at, at) - at.back() * at.back()) / 2;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    double score = at.back();
    for (const auto& [row, value] : *examples[i]) score += at[row] * static_cast<double>(value);
    const double label = labels[i] ? 1 : -1, margin = label * score;
    total += cost * (margin > 0 ? std::log1p(std::exp(-margin)) : std::log1p(std::exp(margin)) - margin);
    const double pull = -cost * label / (1 + std::exp(margin));
    for (const auto& [row, value] : *examples[i]) slope[row] += pull * static_cast<double>(value);
    slope.back() += pull;
  }
  return total;
}

struct Step {
  Values move, turn;  // of the place and of the slope
  double product = 0;
};

// The slope, bent by what the last steps showed of the curvature.
Values direction(const Values& slope, const std::deque<Step>& steps) {
  Values out = slope;
  std::vector<double> shares(steps.size());
  for (std::size_t i = steps.size(); i-- > 0;) {
    shares[i] = dot(steps[i].move, out) / steps[i].product;
    add_scaled(out, steps[i].turn, -shares[i]);
  }
  if (!steps.empty()) {
    const double scale = steps.back().product / dot(steps.back().turn, steps.back().turn);
    for (double& value : out) value *= scale;
  }
  for (std::size_t i = 0; i < steps.size(); ++i) add_scaled(out, steps[i].move, shares[i] - dot(steps[i].turn, out) / steps[i].product);
  return out;
}

}  // namespace

double LinearModel::score(const SparseVector& x) const {
  double sum = bias;
  for (const auto& [row, value] : x) sum += weights[row] * static_cast<double>(value);
  return sum;
}

LinearModel learn_logistic(const std::vector<const SparseVector*>& examples, const std::vector<bool>& labels, std::size_t size, double cost) {
  Values at(size + 1, 0), slope, next(size + 1), next_slope;
  double now = loss(examples, labels, cost, at, slope);
  std::deque<Step> steps;
  for (int n = 0; n < kMostSteps; ++n) {
    const Values down = direction(slope, steps);
    const double gain = dot(slope, down);
    double length = n == 0 ? 1 / std::sqrt(gain + 1e-9) : 1, then = now;
    for (int half = 0; half < 20; ++half, length /= 2) {
      next = at;
      add_scaled(next, down, -length);
      then = loss(examples, labels, cost, next, next_slope);
      if (then <= now - 1e-4 * length * gain) break;
    }
    Step step{next, next_slope, 0};
    add_scaled(step.move, at, -1);
    add_scaled(step.turn, slope, -1);
    step.product = dot(step.move, step.turn);
    if (step.product > 1e-12) steps.push_back(std::move(step));
    if (steps.size() > kRemembered) steps.pop_front();
    const double gained = now - then;
    at.swap(next);
    slope.swap(next_slope);
    now = then;
    if (gained < kEnough * now) break;
  }
  LinearModel out;
  out.bias = at.back();
  at.pop_back();
  out.weights = std::move(at);
  return out;
}

}  // namespace train
