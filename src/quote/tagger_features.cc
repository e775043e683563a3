#include "quote/tagger_features.h"

#include <algorithm>

#include "model/hash.h"

namespace quote {
namespace {

using model::Pos;

constexpr std::uint32_t kFar = 60;            // tokens; a cue further away says nothing
constexpr std::uint32_t kNone = 0xFFFFFFFFu;  // no such token
constexpr std::uint8_t kStrong = 2;           // cues that count as candidates
constexpr std::uint32_t kLongest = 300;       // tokens in one sequence

// How many commas, quotation marks and verbs stand before each token of the text.
struct Counts {
  std::uint32_t commas = 0, marks = 0, verbs = 0;
};

bool is_mark(const TaggedToken& t) { return t.place == Place::opening || t.place == Place::closing; }
bool is_candidate(const TaggedToken& t) { return t.cue >= kStrong && t.place != Place::inside; }

class Builder {
 public:
  explicit Builder(const TaggedText& text) : text_(text), tokens_(text.tokens) {
    counts_.resize(tokens_.size() + 1);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      counts_[i + 1] = counts_[i];
      counts_[i + 1].commas += tokens_[i].pos == Pos::comma;
      counts_[i + 1].marks += is_mark(tokens_[i]);
      counts_[i + 1].verbs += model::is_verb(tokens_[i].pos);
    }
    out_.resize(tokens_.size());
  }

  std::vector<Features> build() {
    for (const TokenRange sentence : text_.sentences) add_sentence(sentence);
    return std::move(out_);
  }

 private:
  struct Sight {  // the nearest cue on one side
    std::uint32_t at = kNone;
    std::uint32_t between = 0;  // 1 a comma, 2 a quotation mark, 4 a verb
  };

  std::uint32_t between(std::uint32_t begin, std::uint32_t end) const {
    const Counts &a = counts_[begin], &b = counts_[end];
    return (b.commas > a.commas ? 1u : 0u) + (b.marks > a.marks ? 2u : 0u) + (b.verbs > a.verbs ? 4u : 0u);
  }

  // The cues and the comma's segments, left to right and right to left.
  void look_around(TokenRange s) {
    left_.assign(s.size(), {});
    right_.assign(s.size(), {});
    segment_start_.assign(s.size(), s.begin);
    segment_end_.assign(s.size(), s.end - 1);
    std::uint32_t cue = kNone, edge = s.begin;
    for (std::uint32_t i = s.begin; i < s.end; ++i) {
      if (cue != kNone && i - cue < kFar) left_[i - s.begin] = {cue, between(cue + 1, i)};
      if (is_candidate(tokens_[i])) cue = i;
      segment_start_[i - s.begin] = edge;
      if (tokens_[i].pos == Pos::comma || is_mark(tokens_[i])) edge = i + 1;
    }
    cue = kNone;
    edge = s.end - 1;
    for (std::uint32_t i = s.end; i-- > s.begin;) {
      if (cue != kNone && cue - i < kFar) right_[i - s.begin] = {cue, between(i + 1, cue)};
      if (is_candidate(tokens_[i])) cue = i;
      segment_end_[i - s.begin] = edge;
      if (i > s.begin && (tokens_[i].pos == Pos::comma || is_mark(tokens_[i]))) edge = i - 1;
    }
  }

  void add_sentence(TokenRange s) {
    look_around(s);
    std::uint32_t strongest = 0;
    bool marks = false;
    for (std::uint32_t i = s.begin; i < s.end; ++i) {
      if (tokens_[i].place != Place::inside) strongest = std::max<std::uint32_t>(strongest, tokens_[i].cue);
      marks |= is_mark(tokens_[i]);
    }
    for (std::uint32_t i = s.begin; i < s.end; ++i) add_token(s, i, strongest * 4 + (marks ? 2 : 0));
  }

  static std::uint32_t frame(const TaggedToken* cue, std::uint32_t between) { return cue ? cue->cue * 8u + between : 0; }

  void add_token(TokenRange s, std::uint32_t i, std::uint32_t sentence_holds) {
    const TaggedToken& t = tokens_[i];
    const TokenRange p = text_.paragraphs[t.paragraph];
    const Sight l = left_[i - s.begin], r = right_[i - s.begin];
    const TaggedToken* lc = l.at == kNone ? nullptr : &tokens_[l.at];
    const TaggedToken* rc = r.at == kNone ? nullptr : &tokens_[r.at];
    const bool quoted = t.place != Place::outside;
    const std::uint32_t before = counts_[i].commas - counts_[s.begin].commas, after = counts_[s.end].commas - counts_[i].commas;
    const std::uint32_t start = segment_start_[i - s.begin], end = segment_end_[i - s.begin];
    const bool open_before = t.paragraph > 0 && tokens_[p.begin - 1].quoted == kUnclosed;
    const std::uint32_t position = t.paragraph < 2 ? t.paragraph : 2;
    table_ = 0;
    row_ = &out_[i];
    hashed(t.word.normal);
    hashed(t.word.prefix3);
    hashed(t.word.suffix[2]);
    hashed(t.word.suffix[1]);
    hashed(t.word.shape);
    number(static_cast<std::uint32_t>(t.pos));
    number(static_cast<std::uint32_t>(t.place) * 10 + (quoted ? t.quoted : 0));
    number(t.cue);
    number((i == s.begin ? 1 : 0) + (i + 1 == s.end ? 2 : 0) + (i == p.begin ? 4 : 0) + (i + 1 == p.end ? 8 : 0));
    number(lc ? band(i - l.at) : 9);
    number(rc ? band(r.at - i) : 9);
    number(frame(lc, l.between));
    number(frame(rc, r.between));
    hashed(lc ? lc->word.normal : 0);
    hashed(rc ? rc->word.normal : 0);
    hashed(lc && l.at + 1 < s.end ? tokens_[l.at + 1].word.normal : 0);
    number(sentence_holds + (quoted ? 1 : 0));
    number(std::min(before, 3u) * 4 + std::min(after, 3u));
    number(s.begin > p.begin ? 1 + static_cast<std::uint32_t>(tokens_[s.begin - 1].place) : 0);
    number(position * 4 + (counts_[p.end].marks > counts_[p.begin].marks ? 2 : 0) + (open_before ? 1 : 0));
    hashed(start < s.end ? model::mix(static_cast<std::uint64_t>(tokens_[start].pos) + 1, band(i - std::min(start, i))) : 0);
    hashed(end + 1 < s.end ? model::mix(tokens_[end + 1].word.normal, end + 2 < s.end ? static_cast<std::uint64_t>(tokens_[end + 2].pos) : 99) : 0);
    const TaggedToken* cue = t.cue >= kStrong ? &t : lc ? lc : rc;
    number(cue ? 1 + std::min<std::uint32_t>(cue->attitude / 17, 6) : 0);
    number(t.by_rules);
    number(t.rules_sure);
  }

  void hashed(std::uint64_t h) { number(static_cast<std::uint32_t>(model::scramble(h) % kTables[table_].rows)); }
  void number(std::uint32_t row) {
    (*row_)[table_] = static_cast<std::uint16_t>(kFirstRows[table_] + std::min(row, kTables[table_].rows - 1));
    ++table_;
  }

  static constexpr std::array<std::uint32_t, kTableCount> kFirstRows = [] {
    std::array<std::uint32_t, kTableCount> first{};
    for (std::size_t t = 0; t < kTableCount; ++t) first[t] = first_row(t);
    return first;
  }();

  const TaggedText& text_;
  const std::vector<TaggedToken>& tokens_;
  std::vector<Counts> counts_;
  std::vector<Sight> left_, right_;  // of the tokens of one sentence
  std::vector<std::uint32_t> segment_start_, segment_end_;
  std::vector<Features> out_;
  Features* row_ = nullptr;
  std::size_t table_ = 0;
};

}  // namespace

std::vector<Features> features_of(const TaggedText& text) { return Builder(text).build(); }

std::uint32_t features_fingerprint() {
  std::uint64_t h = model::hash("attribution features 2");
  for (const FeatureTable& table : kTables) h = model::mix(model::mix(h, model::hash(table.name)), table.rows);
  return static_cast<std::uint32_t>(h);
}

std::vector<TokenRange> sequences_of(const TaggedText& text) {
  std::vector<TokenRange> out;
  for (const TokenRange p : text.paragraphs) {
    TokenRange next{p.begin, p.begin};
    while (next.begin < p.end) {
      const std::uint32_t limit = std::min(p.end, next.begin + kLongest);
      next.end = limit;
      if (limit < p.end) {
        const std::uint32_t start = text.sentences[text.tokens[limit].sentence].begin;
        if (start > next.begin) next.end = start;
      }
      out.push_back(next);
      next.begin = next.end;
    }
  }
  return out;
}

}  // namespace quote
