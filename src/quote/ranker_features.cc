#include "quote/ranker_features.h"

#include <algorithm>

#include "model/hash.h"
#include "model/network.h"

namespace quote {
namespace {

using model::Pos;

// Regret in bands that double: 0, up to a quarter, …, up to 8, more.
int regret_band(std::int64_t regret) {
  int band = 0;
  for (std::int64_t limit = 0; regret > limit && band < 8; limit = limit == 0 ? (1 << model::kScoreBits) / 4 : limit * 2) ++band;
  return band;
}

// The same in steps of a half, up to 12.
std::uint64_t regret_step(std::int64_t regret) { return static_cast<std::uint64_t>(std::clamp<std::int64_t>(regret / (1 << (model::kScoreBits - 1)), -24, 24) + 25); }

int between(int low, int value, int high) { return std::clamp(value, low, high); }

class Builder {
 public:
  Builder(const TaggedText& text, const Readings& readings, const Lattice& lattice, const std::map<std::uint64_t, int>& sources,
          const Candidate& candidate, std::vector<std::uint64_t>& out)
      : tokens_(text.tokens), readings_(readings), lattice_(lattice), sources_(sources), candidate_(candidate), a_(candidate.linked), out_(out) {
    out_.clear();
    first_ = a_.content.front().begin;
    end_ = a_.content.back().end;
    for (const TokenRange r : a_.content) {
      length_ += r.size();
      for (std::uint32_t i = r.begin; i < r.end; ++i) (tokens_[i].place == Place::outside ? open_ : quoted_) += 1;
    }
    type_ = quoted_ == 0 ? 0 : open_ == 0 ? 2 : 1;
    pieces_ = static_cast<int>(std::min<std::size_t>(a_.content.size(), 4));
    if (a_.cue) {
      head_ = a_.cue->begin;
      for (std::uint32_t i = a_.cue->begin; i < a_.cue->end; ++i)
        if (tokens_[i].cue > tokens_[head_].cue) head_ = i;
      side_ = first_ > a_.cue->begin ? 1 : end_ <= a_.cue->begin ? 0 : 2;
      gap_ = side_ == 1 ? first_ - std::min(first_, a_.cue->end) : side_ == 0 ? a_.cue->begin - end_ : 0;
      cue_word_ = tokens_[head_].word.normal;
      strength_ = tokens_[head_].cue;
      attitude_ = tokens_[head_].attitude / 26;
    }
  }

  void build() {
    shape();
    section(20);
    cue();
    section(50);
    source();
    section(80);
    edges();
    section(120);
    scores();
    section(160);
    joints();
    section(180);
    surroundings();
  }

 private:
  void section(std::uint64_t id) { id_ = id; }
  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { out_.push_back(model::mix(model::mix(model::mix(id_++, a), b), c)); }

  std::uint64_t word(std::int64_t i) const { return i < 0 ? 1 : i >= size() ? 2 : tokens_[static_cast<std::size_t>(i)].word.normal; }
  std::uint64_t pos(std::int64_t i) const { return i < 0 ? 61 : i >= size() ? 62 : static_cast<std::uint64_t>(tokens_[static_cast<std::size_t>(i)].pos); }
  std::uint64_t place(std::int64_t i) const { return i < 0 || i >= size() ? 4 : static_cast<std::uint64_t>(tokens_[static_cast<std::size_t>(i)].place); }
  std::int64_t size() const { return static_cast<std::int64_t>(tokens_.size()); }
  int sentence(std::uint32_t i) const { return static_cast<int>(tokens_[i].sentence); }
  // The reading after the last is that of the sieves.
  Label label(std::size_t reading, std::int64_t i) const {
    if (i < 0 || i >= size()) return Label::none;
    const auto at = static_cast<std::size_t>(i);
    return reading == kReadings ? static_cast<Label>(tokens_[at].by_rules) : readings_[reading][at];
  }

  void shape() {
    add(1);
    int votes = 0;
    for (std::size_t r = 0; r < kReadings; ++r) votes += candidate_.votes >> r & 1;
    add(votes, candidate_.votes & kVariant ? 1 : 2);
    add(candidate_.votes);
    add(pieces_, type_);
    add((a_.cue ? 1 : 0) + (a_.source ? 2 : 0), type_);
    add(band(length_), type_);
    add(band(length_), strength_);
    add(side_, type_, pieces_);
    add(model::hash(a_.rule), type_);
    add(candidate_.votes & kRules ? model::hash(a_.rule) : 1, tokens_[first_].rules_sure, votes);
    add(tokens_[first_].rules_sure, type_, candidate_.votes & kRules ? 1 : 2);
    int verbs = 0;
    for (const TokenRange r : a_.content)
      for (std::uint32_t i = r.begin; i < std::min(r.end, r.begin + 40); ++i) verbs += model::is_verb(tokens_[i].pos) || tokens_[i].pos == Pos::MD;
    add(std::min(verbs, 3), type_, side_);
    add(tokens_[first_].paragraph == 0 ? 1 : 2, type_);
    add(between(0, static_cast<int>(quoted_), 5), between(0, static_cast<int>(open_), 5));
  }

  void cue() {
    add(cue_word_);
    add(cue_word_, type_);
    add(strength_, type_);
    add(attitude_, type_, strength_);
    add(side_, cue_word_);
    add(side_, strength_, place(first_));
    add(band(gap_), side_, type_);
    add(band(gap_), cue_word_);
    if (!a_.cue) return;
    const int from = between(-3, sentence(first_) - sentence(head_), 3) + 4, to = between(-3, sentence(end_ - 1) - sentence(head_), 3) + 4;
    add(from * 8 + to, type_);
    add(from * 8 + to, pieces_);
    add(pos(head_), cue_word_);
    add(word(a_.cue->end), cue_word_);
    add(word(static_cast<std::int64_t>(a_.cue->begin) - 1), cue_word_);
    add(band(a_.cue->size()), pos(a_.cue->begin), pos(static_cast<std::int64_t>(a_.cue->end) - 1));
    add(place(head_), type_);
    add(pos(static_cast<std::int64_t>(head_) - 1), pos(head_), pos(head_ + 1));
  }

  void source() {
    add(a_.source ? 1 : 2, cue_word_);
    if (!a_.source) return;
    const TokenRange s = *a_.source;
    const std::int64_t last = static_cast<std::int64_t>(s.end) - 1;
    const auto seen = sources_.find(word(last));
    const int count = seen == sources_.end() ? 0 : std::min(seen->second, 4);
    add(word(last));
    add(word(last), cue_word_);
    add(pos(last), pos(s.begin));
    add(pos(last), cue_word_);
    add(pos(static_cast<std::int64_t>(s.begin) - 1), pos(s.begin), pos(last));
    add(word(s.begin), word(s.end));
    add(word(static_cast<std::int64_t>(s.begin) - 1), pos(s.begin));
    add(pos(last), word(s.end));
    add(band(s.size()), pos(last));
    add(count, pos(last));
    add(place(s.begin), type_);
    if (!a_.cue) return;
    const bool before = s.begin < a_.cue->begin;
    const std::uint32_t gap = before ? a_.cue->begin - std::min(s.end, a_.cue->begin) : s.begin - std::min(a_.cue->end, s.begin);
    const int offset = between(-2, sentence(s.begin) - sentence(head_), 2) + 3;
    add(offset * 2 + before, band(gap));
    add(before * 4 + side_, band(gap), offset);
    add(before, cue_word_, side_);
    add(before * 4 + side_, pos(last), type_);
  }

  // 0: goes on; 1: only a sign follows in the sentence; 2: ends the sentence.
  int sentence_end(std::uint32_t end) const {
    if (end >= tokens_.size() || tokens_[end].sentence != tokens_[end - 1].sentence) return 2;
    const bool sign = tokens_[end].pos == Pos::stop || tokens_[end].place == Place::closing;
    return sign && (end + 1 >= tokens_.size() || tokens_[end + 1].sentence != tokens_[end].sentence) ? 1 : 0;
  }

  void edges() {
    const std::int64_t b = first_, e = end_;
    add(word(b));
    add(pos(b), type_);
    add(word(b), cue_word_);
    add(pos(b), pos(b + 1), strength_);
    add(word(b - 1), type_);
    add(pos(b - 1), pos(b));
    add(word(b), word(b - 1));
    add(pos(b), pos(b - 1), pos(b + 1));
    add(word(e), type_);
    add(pos(e), pos(e - 1));
    add(word(e), pos(e + 1));
    add(word(e), word(e + 1));
    add(word(e - 1));
    add(word(e), side_, word(e - 1));
    add(pos(e - 1), word(e), strength_);
    add(word(e), pos(e + 1), pos(e + 2));
    add(pos(e - 2), pos(e - 1), pos(e));
    add(place(b - 1) * 5 + place(b), place(e - 1) * 5 + place(e));
    add(place(b - 1) * 5 + place(b), side_, type_);
    add(place(e - 1) * 5 + place(e), pieces_, word(e));
    const int ends = sentence_end(end_);
    const bool starts = first_ == 0 || tokens_[first_ - 1].sentence != tokens_[first_].sentence;
    add(ends, side_, type_);
    add(ends, cue_word_);
    add(starts, side_, type_);
    add(starts * 3 + ends, side_, pieces_);
    add(starts * 3 + ends, strength_, attitude_);
  }

  void scores() {
    std::int64_t sum = 0, most = 0;
    for (const TokenRange r : a_.content) {
      const std::int64_t regret = lattice_.regret(Role::content, r);
      sum += std::min(regret, Lattice::kImpossible);
      most = std::max(most, regret);
    }
    const int content = regret_band(sum);
    const int cue = a_.cue ? regret_band(lattice_.regret(Role::cue, *a_.cue)) : 9;
    const int source = a_.source ? regret_band(lattice_.regret(Role::source, *a_.source)) : 9;
    add(content, type_);
    add(content, pieces_);
    add(regret_band(most), side_, type_);
    add(cue, type_);
    add(cue, strength_);
    add(source, type_);
    add(content * 10 + cue, source);
    add(content, sentence_end(end_), side_);
    add(content * 10 + cue, type_, pieces_);
    section(300);
    const std::int64_t whole = candidate_.regret;
    add(regret_step(sum), type_);
    add(regret_step(whole), type_);
    add(regret_step(whole), strength_);
    add(regret_step(whole - candidate_.rival), type_);
    add(regret_step(whole - candidate_.rival), side_, pieces_);
    add(regret_step(whole - candidate_.rival), regret_step(whole) / 4);
    add(regret_step(whole - candidate_.cue_rival), type_);
    add(regret_step(whole - candidate_.cue_rival), cue_word_);
    add(std::min(candidate_.rivals, 12), type_);
    for (std::size_t r = 0; r <= kReadings; ++r) {
      section(200 + r * 5);
      add(static_cast<std::uint64_t>(label(r, first_)) * 8 + static_cast<std::uint64_t>(label(r, std::int64_t{first_} - 1)));
      add(static_cast<std::uint64_t>(label(r, std::int64_t{end_} - 1)) * 8 + static_cast<std::uint64_t>(label(r, end_)));
      std::uint32_t other = 0;
      for (const TokenRange piece : a_.content)
        for (std::uint32_t i = piece.begin; i < piece.end; ++i) other += label(r, i) < Label::content_begin;
      add(other == 0 ? 0 : other * 4 < length_ ? 1 : 2, type_);
      if (a_.cue) add(label(r, a_.cue->begin) == Label::cue_begin && label(r, a_.cue->end) != Label::cue);
      if (a_.source) add(label(r, a_.source->begin) == Label::source_begin && label(r, a_.source->end) != Label::source);
    }
  }

  // Between the pieces.
  void joints() {
    for (std::size_t z = 1; z < std::min<std::size_t>(a_.content.size(), 4); ++z) {
      section(160);
      const TokenRange l = a_.content[z - 1], r = a_.content[z];
      const bool cue_between = a_.cue && a_.cue->begin >= l.end && a_.cue->begin < r.begin;
      const std::uint64_t marks = place(std::int64_t{l.end} - 1) * 5 + place(r.begin);
      int other = 0;
      for (std::uint32_t i = l.end; i < std::min(r.begin, l.end + 80); ++i) other += readings_[0][i] == Label::cue_begin && !(a_.cue && a_.cue->begin == i);
      add(band(r.begin - l.end), cue_between, marks);
      add(sentence(r.begin) > sentence(l.end - 1), cue_between, marks);
      add(std::min(tokens_[r.begin].paragraph - tokens_[l.begin].paragraph, 2u), cue_between, marks);
      add(word(l.end), word(r.begin));
      add(word(std::int64_t{r.begin} - 1), cue_between, marks);
      add(word(l.end), cue_between, marks);
      const std::uint32_t start = std::min<std::uint32_t>(r.begin + (tokens_[r.begin].place == Place::opening ? 1 : 0), r.end - 1);
      add(tokens_[start].word.shape, cue_between, marks);
      add(std::min(other, 2), cue_between, marks);
    }
  }

  // What the first reading has beside and inside it.
  void surroundings() {
    const std::vector<Label>& labels = readings_[0];
    const std::int64_t l = std::int64_t{first_} - 1, r = end_;
    add(static_cast<std::uint64_t>(label(0, l)), l >= 0 && tokens_[static_cast<std::size_t>(l)].sentence == tokens_[first_].sentence, type_);
    add(static_cast<std::uint64_t>(label(0, r)), r < size() && tokens_[end_ - 1].sentence == tokens_[static_cast<std::size_t>(std::min(r, size() - 1))].sentence, type_);
    int contents = 0, cues = 0, inside = 0;
    constexpr std::uint32_t kFar = 60;
    const std::uint32_t from = first_ - std::min(first_, kFar), to = static_cast<std::uint32_t>(std::min<std::int64_t>(size(), std::int64_t{end_} + kFar));
    for (std::uint32_t i = from; i < to; ++i) {
      if (tokens_[i].sentence < tokens_[first_].sentence || tokens_[i].sentence > tokens_[end_ - 1].sentence) continue;
      contents += labels[i] == Label::content_begin;
      cues += labels[i] == Label::cue_begin;
    }
    for (const TokenRange piece : a_.content)
      for (std::uint32_t i = piece.begin; i < std::min(piece.end, piece.begin + 2 * kFar); ++i) inside += labels[i] == Label::cue_begin && tokens_[i].place != Place::inside;
    add(std::min(contents, 4), std::min(cues, 3), pieces_);
    add(std::min(cues, 3), cue_word_);
    add(std::min(inside, 2), type_, side_);
  }

  const std::vector<TaggedToken>& tokens_;
  const Readings& readings_;
  const Lattice& lattice_;
  const std::map<std::uint64_t, int>& sources_;
  const Candidate& candidate_;
  const Linked& a_;
  std::vector<std::uint64_t>& out_;
  std::uint64_t id_ = 0;
  std::uint32_t first_ = 0, end_ = 0, head_ = 0, gap_ = 99;
  std::uint32_t length_ = 0, quoted_ = 0, open_ = 0;  // tokens of the content: all, between marks, outside
  int type_ = 0, pieces_ = 0, side_ = 3;              // type: 0 indirect, 1 mixed, 2 direct; side of the cue: 0 before it, 1 after it
  int strength_ = 9, attitude_ = 9;
  std::uint64_t cue_word_ = 3;
};

}  // namespace

RankerFeatures::RankerFeatures(const TaggedText& text, const Readings& readings, const Lattice& lattice)
    : text_(text), readings_(readings), lattice_(lattice) {
  for (const TokenRange r : pieces(readings[0], Label::source_begin)) ++sources_[text.tokens[r.end - 1].word.normal];
}

void RankerFeatures::of(const Candidate& candidate, std::vector<std::uint64_t>& out) const {
  Builder(text_, readings_, lattice_, sources_, candidate, out).build();
}

std::uint32_t RankerFeatures::fingerprint() { return static_cast<std::uint32_t>(model::hash("ranker features 3")); }

}  // namespace quote
