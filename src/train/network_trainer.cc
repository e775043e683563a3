#include "train/network_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <thread>

#include "train/label_chain.h"
#include "train/matrix.h"

namespace train {
namespace {

constexpr std::size_t W = kWidth, H = kHidden, G = 3 * kHidden;
constexpr int kReach = kTaps / 2;
constexpr float kForbidden = -1e4f;
using Floats = std::vector<float>;

float sigmoid(float x) { return 1 / (1 + std::exp(-x)); }

// Each row of `x` (kWidth values) less its mean, divided by its deviation; `inverse` keeps the divisors.
void normalise(const Floats& x, Floats& y, Floats& inverse) {
  const std::size_t n = x.size() / W;
  y.resize(x.size());
  inverse.resize(n);
  for (std::size_t t = 0; t < n; ++t) {
    const float* in = &x[t * W];
    float mean = 0, square = 0;
    for (std::size_t i = 0; i < W; ++i) mean += in[i];
    mean /= W;
    for (std::size_t i = 0; i < W; ++i) square += (in[i] - mean) * (in[i] - mean);
    inverse[t] = 1 / std::sqrt(square / W + 1e-5f);
    for (std::size_t i = 0; i < W; ++i) y[t * W + i] = (in[i] - mean) * inverse[t];
  }
}

void add_normalise_gradient(const Floats& dy, const Floats& y, const Floats& inverse, Floats& dx) {
  for (std::size_t t = 0; t < inverse.size(); ++t) {
    const float *d = &dy[t * W], *v = &y[t * W];
    float mean = 0, along = 0;
    for (std::size_t i = 0; i < W; ++i) {
      mean += d[i];
      along += d[i] * v[i];
    }
    mean /= W;
    along /= W;
    for (std::size_t i = 0; i < W; ++i) dx[t * W + i] += (d[i] - mean - v[i] * along) * inverse[t];
  }
}

Floats transposed(const float* m, std::size_t rows, std::size_t columns) {
  Floats out(rows * columns);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c) out[c * rows + r] = m[r * columns + c];
  return out;
}

// Zero with the chance `drop`, otherwise scaled so that the mean stays.
void make_mask(Floats& mask, std::size_t size, float drop, Random* random) {
  mask.assign(size, 1.0f);
  if (!random || drop <= 0) return;
  const auto limit = static_cast<std::uint64_t>(drop * 65536);
  const float scale = 1 / (1 - drop);
  for (std::size_t i = 0; i < size; i += 4) {
    std::uint64_t bits = random->next();
    for (std::size_t k = i; k < std::min(i + 4, size); ++k, bits >>= 16) mask[k] = (bits & 65535) < limit ? 0 : scale;
  }
}

void add_column_sums(const Floats& m, std::size_t columns, float* sums) {
  for (std::size_t at = 0; at < m.size(); at += columns)
    for (std::size_t c = 0; c < columns; ++c) sums[c] += m[at + c];
}

struct Direction {
  Floats gates;      // T × 3H: reset, update, new; after their curves
  Floats candidate;  // T × H: what the recurrent weights make of the state for `new`, before reset
  Floats before;     // T × H: the state before each token
};

class Pass {
 public:
  Pass(const NetworkPlan& plan, const Parameters& p, const Sequence& s, Random* random)
      : plan_(plan), layout_(plan.rows), p_(p), n_(static_cast<std::size_t>(s.size())), random_(random), rows_(s.rows) {
    if (random) hide_words();
  }

  void forward() {
    embed();
    for (int l = 0; l < kLayers; ++l) convolve(l);
    normalise(h_, recurrent_in_, recurrent_inverse_);
    recurrent_out_.assign(n_ * W, 0);
    for (int d = 0; d < 2; ++d) recur(d);
    make_mask(recurrent_mask_, n_ * W, plan_.dropout, random_);
    for (std::size_t i = 0; i < n_ * W; ++i) h_[i] += recurrent_out_[i] * recurrent_mask_[i];
    normalise(h_, last_, last_inverse_);
    scores_.assign(n_ * kOut, 0);
    for (std::size_t i = 0; i < scores_.size(); ++i) scores_[i] = at(layout_.output_bias)[i % kOut];
    add_product(scores_.data(), {last_.data(), W, 1}, at(layout_.output), n_, W, kOut);
  }

  double backward(const std::vector<std::uint8_t>& gold, Parameters& g) {
    const Chain chain{plan_.labels, kOut, at(layout_.follow), at(layout_.start)};
    Floats d_scores;
    const double loss = chain_loss(chain, scores_, gold, d_scores, &g[layout_.follow], &g[layout_.start]);
    add_product(&g[layout_.output], {last_.data(), 1, W}, d_scores.data(), W, n_, kOut);
    add_column_sums(d_scores, kOut, &g[layout_.output_bias]);
    Floats d_last(n_ * W), dh(n_ * W);
    add_product(d_last.data(), {d_scores.data(), kOut, 1}, transposed(at(layout_.output), W, kOut).data(), n_, kOut, W);
    add_normalise_gradient(d_last, last_, last_inverse_, dh);
    Floats d_in(n_ * W);
    for (int d = 0; d < 2; ++d) recur_back(d, dh, d_in, g);
    add_normalise_gradient(d_in, recurrent_in_, recurrent_inverse_, dh);
    for (int l = kLayers; l-- > 0;) convolve_back(l, dh, g);
    for (std::size_t i = 0; i < n_ * W; ++i) dh[i] *= embedding_mask_[i];
    Floats d_sum(n_ * W);
    add_normalise_gradient(dh, embedded_, embedding_inverse_, d_sum);
    const std::size_t tables = static_cast<std::size_t>(plan_.tables);
    for (std::size_t t = 0; t < n_; ++t)
      for (std::size_t k = 0; k < tables; ++k) {
        float* row = &g[layout_.embedding + rows_[t * tables + k] * W];
        for (std::size_t i = 0; i < W; ++i) row[i] += d_sum[t * W + i];
      }
    return loss;
  }

  const Floats& scores() const { return scores_; }

 private:
  const float* at(std::size_t offset) const { return &p_[offset]; }

  // The first table is the word itself: its affixes are hidden with it half of the time.
  void hide_words() {
    const std::size_t tables = static_cast<std::size_t>(plan_.tables);
    for (std::size_t t = 0; t < n_; ++t) {
      const bool word = random_->unit() < plan_.hide;
      for (std::size_t k = 0; k < tables; ++k) {
        const std::uint32_t instead = plan_.hidden_row[k];
        if (instead == 0) continue;
        const bool affix = k >= 1 && k <= 3;
        const bool hide = k == 0 ? word : affix ? word && random_->unit() < 0.5f : random_->unit() < plan_.hide;
        if (hide) rows_[t * tables + k] = static_cast<std::uint16_t>(instead);
      }
    }
  }

  void embed() {
    const std::size_t tables = static_cast<std::size_t>(plan_.tables);
    Floats sum(n_ * W);
    for (std::size_t t = 0; t < n_; ++t)
      for (std::size_t k = 0; k < tables; ++k) {
        const float* row = at(layout_.embedding + rows_[t * tables + k] * W);
        for (std::size_t i = 0; i < W; ++i) sum[t * W + i] += row[i];
      }
    normalise(sum, embedded_, embedding_inverse_);
    make_mask(embedding_mask_, n_ * W, plan_.dropout, random_);
    h_ = embedded_;
    for (std::size_t i = 0; i < n_ * W; ++i) h_[i] *= embedding_mask_[i];
  }

  struct Layer {
    Floats in, inverse, mixed, gated, mask;  // gated: T × 2W, values and their gates after the curve
  };

  void convolve(int l) {
    Layer& layer = layers_[static_cast<std::size_t>(l)];
    const int n = static_cast<int>(n_);
    normalise(h_, layer.in, layer.inverse);
    layer.mixed.assign(n_ * W, 0);
    const float *taps = at(layout_.convolution[l]), *bias = at(layout_.convolution_bias[l]);
    for (int t = 0; t < n; ++t) {
      float* out = &layer.mixed[static_cast<std::size_t>(t) * W];
      for (std::size_t i = 0; i < W; ++i) out[i] = bias[i];
      for (int j = std::max(0, t - kReach); j <= std::min(n - 1, t + kReach); ++j) {
        const float *in = &layer.in[static_cast<std::size_t>(j) * W], *tap = taps + static_cast<std::size_t>(j - t + kReach) * W;
        for (std::size_t i = 0; i < W; ++i) out[i] += in[i] * tap[i];
      }
    }
    layer.gated.resize(n_ * 2 * W);
    for (std::size_t i = 0; i < layer.gated.size(); ++i) layer.gated[i] = at(layout_.gate_bias[l])[i % (2 * W)];
    add_product(layer.gated.data(), {layer.mixed.data(), W, 1}, at(layout_.gate[l]), n_, W, 2 * W);
    make_mask(layer.mask, n_ * W, plan_.dropout, random_);
    for (std::size_t t = 0; t < n_; ++t)
      for (std::size_t i = 0; i < W; ++i) {
        float& gate = layer.gated[t * 2 * W + W + i];
        gate = sigmoid(gate);
        h_[t * W + i] += layer.gated[t * 2 * W + i] * gate * layer.mask[t * W + i];
      }
  }

  void convolve_back(int l, Floats& dh, Parameters& g) {
    const Layer& layer = layers_[static_cast<std::size_t>(l)];
    const int n = static_cast<int>(n_);
    Floats d_gated(n_ * 2 * W), d_mixed(n_ * W), d_in(n_ * W);
    for (std::size_t t = 0; t < n_; ++t)
      for (std::size_t i = 0; i < W; ++i) {
        const float d = dh[t * W + i] * layer.mask[t * W + i], value = layer.gated[t * 2 * W + i], gate = layer.gated[t * 2 * W + W + i];
        d_gated[t * 2 * W + i] = d * gate;
        d_gated[t * 2 * W + W + i] = d * value * gate * (1 - gate);
      }
    add_product(&g[layout_.gate[l]], {layer.mixed.data(), 1, W}, d_gated.data(), W, n_, 2 * W);
    add_column_sums(d_gated, 2 * W, &g[layout_.gate_bias[l]]);
    add_product(d_mixed.data(), {d_gated.data(), 2 * W, 1}, transposed(at(layout_.gate[l]), W, 2 * W).data(), n_, 2 * W, W);
    add_column_sums(d_mixed, W, &g[layout_.convolution_bias[l]]);
    const float* taps = at(layout_.convolution[l]);
    float* d_taps = &g[layout_.convolution[l]];
    for (int t = 0; t < n; ++t)
      for (int j = std::max(0, t - kReach); j <= std::min(n - 1, t + kReach); ++j) {
        const float *d = &d_mixed[static_cast<std::size_t>(t) * W], *in = &layer.in[static_cast<std::size_t>(j) * W];
        const std::size_t tap = static_cast<std::size_t>(j - t + kReach) * W;
        float* to = &d_in[static_cast<std::size_t>(j) * W];
        for (std::size_t i = 0; i < W; ++i) {
          to[i] += d[i] * taps[tap + i];
          d_taps[tap + i] += d[i] * in[i];
        }
      }
    add_normalise_gradient(d_in, layer.in, layer.inverse, dh);
  }

  // Gated recurrent units (Cho et al. 2014); direction 1 goes from the last token to the first.
  void recur(int d) {
    Direction& dir = directions_[static_cast<std::size_t>(d)];
    dir.gates.resize(n_ * G);
    for (std::size_t i = 0; i < dir.gates.size(); ++i) dir.gates[i] = at(layout_.input_bias[d])[i % G];
    add_product(dir.gates.data(), {recurrent_in_.data(), W, 1}, at(layout_.input[d]), n_, W, G);
    dir.candidate.assign(n_ * H, 0);
    dir.before.assign(n_ * H, 0);
    std::array<float, H> state{};
    for (std::size_t step = 0; step < n_; ++step) {
      const std::size_t t = d == 0 ? step : n_ - 1 - step;
      std::array<float, G> from_state{};
      for (std::size_t k = 0; k < H; ++k) {
        const float* row = at(layout_.recurrent[d] + k * G);
        for (std::size_t i = 0; i < G; ++i) from_state[i] += state[k] * row[i];
      }
      float* gates = &dir.gates[t * G];
      for (std::size_t i = 0; i < H; ++i) {
        dir.before[t * H + i] = state[i];
        dir.candidate[t * H + i] = from_state[2 * H + i];
        gates[i] = sigmoid(gates[i] + from_state[i]);
        gates[H + i] = sigmoid(gates[H + i] + from_state[H + i]);
        gates[2 * H + i] = std::tanh(gates[2 * H + i] + gates[i] * from_state[2 * H + i]);
        state[i] = (1 - gates[H + i]) * gates[2 * H + i] + gates[H + i] * state[i];
        recurrent_out_[t * W + static_cast<std::size_t>(d) * H + i] = state[i];
      }
    }
  }

  void recur_back(int d, const Floats& dh, Floats& d_in, Parameters& g) {
    const Direction& dir = directions_[static_cast<std::size_t>(d)];
    const Floats back = transposed(at(layout_.recurrent[d]), H, G);
    Floats d_gates(n_ * G), d_state_gates(n_ * G);  // as they come from the input, and from the state
    std::array<float, H> d_state{};
    for (std::size_t step = n_; step-- > 0;) {
      const std::size_t t = d == 0 ? step : n_ - 1 - step;
      const float* gates = &dir.gates[t * G];
      float *dg = &d_gates[t * G], *ds = &d_state_gates[t * G];
      std::array<float, H> next{};
      for (std::size_t i = 0; i < H; ++i) {
        const std::size_t o = t * W + static_cast<std::size_t>(d) * H + i;
        const float dy = d_state[i] + dh[o] * recurrent_mask_[o];
        const float reset = gates[i], update = gates[H + i], fresh = gates[2 * H + i];
        const float d_fresh = dy * (1 - update) * (1 - fresh * fresh);
        dg[i] = ds[i] = d_fresh * dir.candidate[t * H + i] * reset * (1 - reset);
        dg[H + i] = ds[H + i] = dy * (dir.before[t * H + i] - fresh) * update * (1 - update);
        dg[2 * H + i] = d_fresh;
        ds[2 * H + i] = d_fresh * reset;
        next[i] = dy * update;
      }
      for (std::size_t k = 0; k < G; ++k)
        for (std::size_t i = 0; i < H; ++i) next[i] += ds[k] * back[k * H + i];
      d_state = next;
    }
    add_product(&g[layout_.input[d]], {recurrent_in_.data(), 1, W}, d_gates.data(), W, n_, G);
    add_column_sums(d_gates, G, &g[layout_.input_bias[d]]);
    add_product(&g[layout_.recurrent[d]], {dir.before.data(), 1, H}, d_state_gates.data(), H, n_, G);
    add_product(d_in.data(), {d_gates.data(), G, 1}, transposed(at(layout_.input[d]), W, G).data(), n_, G, W);
  }

  const NetworkPlan& plan_;
  const Layout layout_;
  const Parameters& p_;
  const std::size_t n_;
  Random* random_;
  std::vector<std::uint16_t> rows_;
  Floats embedded_, embedding_inverse_, embedding_mask_, h_;
  std::array<Layer, kLayers> layers_;
  Floats recurrent_in_, recurrent_inverse_, recurrent_out_, recurrent_mask_;
  std::array<Direction, 2> directions_;
  Floats last_, last_inverse_, scores_;
};

Parameters initial(const NetworkPlan& plan, const Layout& layout, Random& random) {
  Parameters p(layout.size);
  const auto fill = [&](std::size_t from, std::size_t count, float spread) {
    for (std::size_t i = from; i < from + count; ++i) {
      const float sum = random.unit() + random.unit() + random.unit() + random.unit() - 2;  // nearly normal, deviation 0.577
      p[i] = sum * spread * 1.732f;
    }
  };
  fill(layout.embedding, plan.rows * W, 0.25f);
  for (int l = 0; l < kLayers; ++l) {
    fill(layout.convolution[l], kTaps * W, 0.26f);
    fill(layout.gate[l], W * 2 * W, 0.072f);
  }
  for (int d = 0; d < 2; ++d) {
    fill(layout.input[d], W * G, 0.1f);
    fill(layout.recurrent[d], H * G, 0.1f);
  }
  fill(layout.output, W * kOut, 0.072f);
  for (int b = 0; b < plan.labels; ++b)
    for (int y = 0; y < plan.labels; ++y)
      if (!plan.may_follow(b, y)) p[layout.follow + static_cast<std::size_t>(b * plan.labels + y)] = kForbidden;
  for (int y = 0; y < plan.labels; ++y)
    if (!plan.may_follow(0, y)) p[layout.start + static_cast<std::size_t>(y)] = kForbidden;
  return p;
}

// AdamW (Loshchilov, Hutter 2019) without decay of the rows, and the moving average that is kept in the end.
class Optimiser {
 public:
  explicit Optimiser(const Parameters& p) : mean_(p.size()), square_(p.size()), average_(p) {}

  void step(Parameters& p, Parameters& g, float rate, std::size_t undecayed) {
    double norm = 0;
    for (const float x : g) norm += static_cast<double>(x) * x;
    const float clip = norm > 1 ? static_cast<float>(1 / std::sqrt(norm)) : 1.0f;
    ++steps_;
    const float fix_mean = 1 / (1 - std::pow(kMean, static_cast<float>(steps_)));
    const float fix_square = 1 / (1 - std::pow(kSquare, static_cast<float>(steps_)));
    for (std::size_t i = 0; i < p.size(); ++i) {
      const float d = g[i] * clip;
      mean_[i] = kMean * mean_[i] + (1 - kMean) * d;
      square_[i] = kSquare * square_[i] + (1 - kSquare) * d * d;
      const float decay = i >= undecayed && p[i] > kForbidden / 2 ? 0.01f * p[i] : 0;
      p[i] -= rate * (mean_[i] * fix_mean / (std::sqrt(square_[i] * fix_square) + 1e-8f) + decay);
    }
    if (steps_ % 4 == 0) {
      const float keep = std::min(0.988f, 1 - 8.0f / static_cast<float>(steps_ + 10));
      for (std::size_t i = 0; i < p.size(); ++i) average_[i] += (1 - std::max(keep, 0.0f)) * (p[i] - average_[i]);
    }
  }
  const Parameters& average() const { return average_; }

 private:
  static constexpr float kMean = 0.9f, kSquare = 0.98f;
  Floats mean_, square_;
  Parameters average_;
  long steps_ = 0;
};

// Sequences in random order, cut into batches of about plan.batch tokens.
std::vector<std::vector<std::size_t>> batches_of(const NetworkPlan& plan, const std::vector<Sequence>& sequences, Random& random) {
  std::vector<std::size_t> order(sequences.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  random.shuffle(order);
  std::vector<std::vector<std::size_t>> batches(1);
  int tokens = 0;
  for (const std::size_t i : order) {
    if (tokens >= plan.batch) {
      batches.emplace_back();
      tokens = 0;
    }
    batches.back().push_back(i);
    tokens += sequences[i].size();
  }
  return batches;
}

}  // namespace

Layout::Layout(std::uint32_t rows) {
  const auto part = [&](std::size_t count) {
    const std::size_t at = size;
    size += count;
    return at;
  };
  embedding = part(rows * W);
  for (int l = 0; l < kLayers; ++l) {
    convolution[l] = part(kTaps * W);
    convolution_bias[l] = part(W);
    gate[l] = part(W * 2 * W);
    gate_bias[l] = part(2 * W);
  }
  for (int d = 0; d < 2; ++d) {
    input[d] = part(W * G);
    input_bias[d] = part(G);
    recurrent[d] = part(H * G);
  }
  output = part(W * kOut);
  output_bias = part(kOut);
  follow = part(kOut * kOut);
  start = part(kOut);
}

double loss_of(const NetworkPlan& plan, const Parameters& p, const Sequence& s, Random* random, Parameters& gradient) {
  Pass pass(plan, p, s, random);
  pass.forward();
  return pass.backward(s.labels, gradient);
}

std::vector<float> emissions(const NetworkPlan& plan, const Parameters& p, const Sequence& s) {
  Pass pass(plan, p, s, nullptr);
  pass.forward();
  return pass.scores();
}

Parameters train_network(const NetworkPlan& plan, const std::vector<Sequence>& sequences) {
  constexpr std::size_t kThreads = 2;  // part of the result: each sums its own share
  constexpr int kWarmUp = 200;         // batches
  const Layout layout(plan.rows);
  Random random(plan.seed);
  Parameters p = initial(plan, layout, random);
  Optimiser optimiser(p);
  std::array<Parameters, kThreads> gradients;
  const double total = static_cast<double>(batches_of(plan, sequences, random).size()) * plan.passes;
  int step = 0;
  for (int pass = 0; pass < plan.passes; ++pass) {
    double loss = 0, tokens = 0;
    for (const std::vector<std::size_t>& batch : batches_of(plan, sequences, random)) {
      std::array<double, kThreads> losses{};
      std::array<Random, kThreads> chances{Random(random.next()), Random(random.next())};
      const auto work = [&](std::size_t thread) {
        gradients[thread].assign(layout.size, 0);
        for (std::size_t i = thread; i < batch.size(); i += kThreads)
          losses[thread] += loss_of(plan, p, sequences[batch[i]], &chances[thread], gradients[thread]);
      };
      std::thread other(work, 1);
      work(0);
      other.join();
      double count = 0;
      for (const std::size_t i : batch) count += sequences[i].size();
      const float scale = static_cast<float>(1 / count);
      for (std::size_t i = 0; i < layout.size; ++i) gradients[0][i] = (gradients[0][i] + gradients[1][i]) * scale;
      const double done = step / total;
      const double rate = plan.rate * std::min(1.0, (step + 1.0) / kWarmUp) * std::max(0.0, 1 - done);
      optimiser.step(p, gradients[0], static_cast<float>(rate), layout.convolution[0]);
      ++step;
      loss += losses[0] + losses[1];
      tokens += count;
    }
    std::fprintf(stderr, "pass %d: loss %.4f a token\n", pass + 1, loss / tokens);
  }
  return optimiser.average();
}

}  // namespace train
