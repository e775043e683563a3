#include "quote/candidates.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "model/network.h"

namespace quote {
namespace {

constexpr std::int32_t kStep = 1 << model::kScoreBits;
constexpr std::int64_t kWorthALook = 5 * kStep;  // regret of other edges
constexpr std::uint32_t kFarEdge = 40;           // tokens an edge may move
constexpr std::size_t kNear = 4;                 // attributions of the first reading that a finding is compared with
constexpr std::size_t kMostPieces = 8;           // of an attribution that has variants
constexpr std::size_t kEdges = 5;                // other ends, and other beginnings, of one piece

bool overlap(TokenRange a, TokenRange b) { return a.begin < b.end && b.begin < a.end; }

class Pool {
 public:
  Pool(const TaggedText& text, const Lattice& lattice) : text_(text), tokens_(text.tokens), lattice_(lattice) {}

  void add_reading(std::size_t reading, const std::vector<Label>& labels) {
    const std::vector<Linked> linked = link_pieces(text_, labels);
    for (const Linked& a : linked) put(a, 1u << reading);
    for (std::size_t i = 0; i < linked.size(); ++i) {
      if (linked[i].content.size() > kMostPieces) continue;
      add_pieces(linked[i]);
      add_quoted(linked[i]);
      for (std::size_t p = 0; p < linked[i].content.size(); ++p) {
        add_at_marks(linked[i], p);
        if (reading == 0) add_edges(linked[i], p);
      }
      if (reading == 0 && i + 1 < linked.size()) add_joined(linked[i], linked[i + 1]);
    }
    if (reading == 0) first_ = linked;
  }

  // After the readings. What both have found in their own ways may be right half in the one, half in the other.
  void add_findings(const std::vector<Linked>& findings) {
    std::size_t from = 0;
    for (std::size_t f = 0; f < findings.size(); ++f) {
      const Linked& finding = findings[f];
      if (finding.content.empty()) continue;
      put(finding, kRules, static_cast<int>(f));
      if (finding.content.size() > kMostPieces) continue;
      add_pieces(finding);
      while (from < first_.size() && first_[from].content.back().end <= finding.content.front().begin) ++from;
      for (std::size_t i = from; i < std::min(first_.size(), from + kNear); ++i) {
        const Linked& other = first_[i];
        if (other.content.size() > kMostPieces || other.content.front().begin >= finding.content.back().end) continue;
        variant({.cue = finding.cue, .source = finding.source, .rule = finding.rule}, other.content);
        variant({.cue = other.cue, .source = other.source, .rule = other.rule}, finding.content);
      }
    }
  }

  std::vector<Candidate> take() {
    weigh();
    return std::move(out_);
  }

 private:
  // The two least regrets at a place, and whose.
  struct Least {
    std::int64_t first = kFar, second = kFar;
    std::size_t owner = 0;
    int count = 0;

    void add(std::int64_t regret, std::size_t index) {
      ++count;
      if (regret < first) {
        second = first;
        first = regret;
        owner = index;
      } else {
        second = std::min(second, regret);
      }
    }
    std::int64_t without(std::size_t index) const { return owner == index && first != kFar ? second : first; }

    static constexpr std::int64_t kFar = 16 * kStep;
  };

  void weigh() {
    std::vector<Least> by_token(tokens_.size());
    std::map<std::uint32_t, Least> by_cue;
    const auto part = [&](Role role, const std::optional<TokenRange>& r) { return r ? std::min(lattice_.regret(role, *r), 8 * std::int64_t{kStep}) : 4 * std::int64_t{kStep}; };
    for (std::size_t i = 0; i < out_.size(); ++i) {
      Candidate& c = out_[i];
      for (const TokenRange r : c.linked.content) c.regret += std::min(lattice_.regret(Role::content, r), 8 * std::int64_t{kStep});
      c.regret += part(Role::cue, c.linked.cue) + part(Role::source, c.linked.source);
      for (const TokenRange r : c.linked.content)
        for (std::uint32_t t = r.begin; t < r.end; ++t) by_token[t].add(c.regret, i);
      if (c.linked.cue) by_cue[c.linked.cue->begin].add(c.regret, i);
    }
    for (std::size_t i = 0; i < out_.size(); ++i) {
      Candidate& c = out_[i];
      c.rival = Least::kFar;
      for (const TokenRange r : c.linked.content)
        for (std::uint32_t t = r.begin; t < r.end; ++t) {
          c.rival = std::min(c.rival, by_token[t].without(i));
          c.rivals = std::max(c.rivals, by_token[t].count);
        }
      c.cue_rival = c.linked.cue ? by_cue[c.linked.cue->begin].without(i) : Least::kFar;
    }
  }

  using Key = std::tuple<std::vector<std::pair<std::uint32_t, std::uint32_t>>, std::uint32_t, std::uint32_t>;

  void put(const Linked& a, std::uint32_t vote, int finding = -1) {
    Key key{{}, a.cue ? a.cue->begin + 1 : 0, a.source ? a.source->begin + 1 : 0};
    for (const TokenRange r : a.content) std::get<0>(key).push_back({r.begin, r.end});
    const auto [at, is_new] = seen_.try_emplace(std::move(key), out_.size());
    if (is_new) out_.push_back({a, vote, finding});
    else out_[at->second].votes |= vote;
    if (finding >= 0) out_[at->second].finding = finding;
  }

  // A variant must be in order, apart, and not cover its own cue or source.
  void variant(Linked a, std::vector<TokenRange> content) {
    if (content.empty()) return;
    std::sort(content.begin(), content.end(), [](TokenRange x, TokenRange y) { return x.begin < y.begin; });
    for (std::size_t i = 0; i < content.size(); ++i) {
      if (content[i].begin >= content[i].end || (i > 0 && content[i].begin < content[i - 1].end)) return;
      if ((a.cue && overlap(content[i], *a.cue)) || (a.source && overlap(content[i], *a.source))) return;
    }
    a.content = std::move(content);
    put(a, kVariant);
  }

  void add_pieces(const Linked& a) {
    constexpr std::size_t kMost = 4;
    if (a.content.size() < 2) return;
    for (std::size_t i = 0; i < std::min(a.content.size(), kMost); ++i) {
      variant(a, {a.content[i]});
      if (a.content.size() > 2 && i + 1 < a.content.size()) variant(a, {a.content[i], a.content[i + 1]});
    }
    if (!a.cue) return;
    std::vector<TokenRange> here, elsewhere;
    const std::uint32_t sentence = tokens_[a.cue->begin].sentence;
    for (const TokenRange r : a.content)
      (tokens_[r.begin].sentence <= sentence && tokens_[r.end - 1].sentence >= sentence ? here : elsewhere).push_back(r);
    if (!elsewhere.empty()) variant(a, here);
  }

  bool in_marks(std::uint32_t token) const { return tokens_[token].place != Place::outside; }

  // The stretch between quotation marks around a token, marks included.
  TokenRange stretch(std::uint32_t token) const {
    const TokenRange paragraph = text_.paragraphs[tokens_[token].paragraph];
    TokenRange r{token, token + 1};
    while (r.begin > paragraph.begin && tokens_[r.begin].place != Place::opening && in_marks(r.begin - 1) &&
           tokens_[r.begin - 1].place != Place::closing && token - r.begin < kLongestStretch)
      --r.begin;
    while (r.end < paragraph.end && tokens_[r.end - 1].place != Place::closing && in_marks(r.end) &&
           tokens_[r.end].place != Place::opening && r.end - token < kLongestStretch)
      ++r.end;
    return r;
  }

  // “[He called it] “a joke””: the quoted pieces alone, and whole.
  void add_quoted(const Linked& a) {
    std::vector<TokenRange> quoted, whole;
    for (const TokenRange r : a.content) {
      const std::uint32_t middle = r.begin + r.size() / 2;
      if (in_marks(r.begin) && in_marks(r.end - 1)) quoted.push_back(r);
      whole.push_back(in_marks(middle) ? stretch(middle) : r);
    }
    if (quoted.size() < a.content.size()) variant(a, quoted);
    if (whole != a.content) variant(a, whole);
  }

  void with(const Linked& a, std::size_t piece, TokenRange r) {
    if (r == a.content[piece]) return;
    std::vector<TokenRange> content = a.content;
    content[piece] = r;
    variant(a, std::move(content));
  }

  // An edge inside a quotation goes to its mark; a mark inside the piece may be its edge.
  void add_at_marks(const Linked& a, std::size_t piece) {
    const TokenRange r = a.content[piece];
    if (tokens_[r.begin].place == Place::inside) with(a, piece, {stretch(r.begin).begin, r.end});
    if (tokens_[r.end - 1].place == Place::inside) with(a, piece, {r.begin, stretch(r.end - 1).end});
    const std::uint32_t limit = std::min(r.end, r.begin + kLongestStretch);
    for (std::uint32_t i = r.begin + 1; i < limit; ++i)
      if (tokens_[i].place == Place::opening) {
        with(a, piece, {i, r.end});
        with(a, piece, {r.begin, i});
        break;
      }
    for (std::uint32_t i = r.end - 1; i > r.begin && r.end - i < kLongestStretch; --i)
      if (tokens_[i - 1].place == Place::closing && i < r.end) {
        with(a, piece, {r.begin, i});
        with(a, piece, {i, r.end});
        break;
      }
  }

  // The edges that the scores find nearly as good, the likeliest first.
  void add_edges(const Linked& a, std::size_t piece) {
    const TokenRange r = a.content[piece], sequence = lattice_.sequence_at(r.begin);
    std::vector<std::pair<std::int64_t, TokenRange>> ends, begins;
    const auto look = [&](std::vector<std::pair<std::int64_t, TokenRange>>& list, TokenRange other) {
      const std::int64_t regret = lattice_.regret(Role::content, other);
      if (other != r && regret < kWorthALook) list.push_back({regret, other});
    };
    for (std::uint32_t e = std::max(r.begin + 1, r.end - std::min(r.end, kFarEdge)); e <= std::min(sequence.end, r.end + kFarEdge); ++e)
      look(ends, {r.begin, e});
    for (std::uint32_t b = std::max(sequence.begin, r.begin - std::min(r.begin, kFarEdge)); b < std::min(r.end, r.begin + kFarEdge); ++b)
      look(begins, {b, r.end});
    const auto sooner = [](const auto& x, const auto& y) { return std::tie(x.first, x.second.begin, x.second.end) < std::tie(y.first, y.second.begin, y.second.end); };
    for (auto* list : {&ends, &begins}) {
      std::sort(list->begin(), list->end(), sooner);
      for (std::size_t i = 0; i < std::min(list->size(), kEdges); ++i) with(a, piece, (*list)[i].second);
    }
    // From the cue to the piece; without “that”.
    if (a.cue && a.cue->end < r.begin && r.begin - a.cue->end <= 3) with(a, piece, {a.cue->end, r.end});
    if (r.size() > 2) with(a, piece, {r.begin + 1, r.end});
    // To the end of the sentence.
    const std::uint32_t end = std::min(sequence.end, text_.sentences[tokens_[r.end - 1].sentence].end);
    if (end > r.begin && end - r.end < 2 * kFarEdge) {
      with(a, piece, {r.begin, end});
      if (end > r.begin + 1 && tokens_[end - 1].pos == model::Pos::stop) with(a, piece, {r.begin, end - 1});
    }
    // Up to a comma or an “and” inside.
    std::size_t found = 0;
    for (std::uint32_t i = r.begin + 1; i < r.end && found < kEdges; ++i)
      if (tokens_[i].pos == model::Pos::comma || tokens_[i].pos == model::Pos::CC) {
        with(a, piece, {r.begin, i});
        ++found;
      }
  }

  // Two attributions that stand side by side may be one quotation.
  void add_joined(const Linked& a, const Linked& b) {
    if (b.content.front().begin < a.content.back().end || b.content.front().begin - a.content.back().end > 2 * kFarEdge) return;
    std::vector<TokenRange> content = a.content;
    content.insert(content.end(), b.content.begin(), b.content.end());
    variant(a, content);
    if (b.cue && !(a.cue == b.cue)) variant(b, content);
  }

  static constexpr std::uint32_t kLongestStretch = 200;

  const TaggedText& text_;
  const std::vector<TaggedToken>& tokens_;
  const Lattice& lattice_;
  std::vector<Linked> first_;  // what the first reading says
  std::vector<Candidate> out_;
  std::map<Key, std::size_t> seen_;
};

}  // namespace

//                                                    none     source       cue          content
const std::array<Scores, kReadings> kBiases = {{{0, 0, 0, 0, 0, 0, 0},
                                                {-kStep, 0, 0, 0, 0, 0, 0},
                                                {kStep, 0, 0, 0, 0, 0, 0},
                                                {0, kStep, kStep, kStep, kStep, -kStep, -kStep},
                                                {0, -kStep, -kStep, -kStep, -kStep, kStep, kStep},
                                                {-3 * kStep, 0, 0, 0, 0, 0, 0}}};

Readings readings_of(const std::vector<Scores>& scores, const Transitions& transitions, const std::vector<TokenRange>& sequences) {
  Readings out;
  for (std::size_t r = 0; r < kReadings; ++r)
    for (const TokenRange range : sequences) {
      const std::vector<Label> part = decode(std::span(scores).subspan(range.begin, range.size()), transitions, kBiases[r]);
      out[r].insert(out[r].end(), part.begin(), part.end());
    }
  return out;
}

std::vector<Candidate> candidates_of(const TaggedText& text, const std::vector<Linked>& findings, const Readings& readings, const Lattice& lattice) {
  Pool pool(text, lattice);
  for (std::size_t r = 0; r < kReadings; ++r) pool.add_reading(r, readings[r]);
  pool.add_findings(findings);
  return pool.take();
}

}  // namespace quote
