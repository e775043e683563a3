#include "quote/tagger.h"

#include <cstdio>
#include <cstdlib>
#include <map>

#include "quote/tagger_features.h"
#include "rules/embedded.h"

namespace quote {

std::uint32_t attribution_fingerprint() { return features_fingerprint() * 31 + RankerFeatures::fingerprint(); }

text::Result<Tagger> Tagger::read(std::string_view pos_file, std::string_view attribution_file) {
  text::Result<model::PosTagger> pos = model::PosTagger::read(pos_file);
  if (!pos) return pos.error();
  text::Result<model::Reader> reader = model::open(attribution_file, attribution_fingerprint());
  if (!reader) return reader.error();
  model::Reader& in = *reader;
  Tagger tagger;
  tagger.pos_ = std::move(*pos);
  const std::uint32_t words = in.at_most(in.varint(), 1u << 16);
  for (std::uint32_t i = 0; i < words && in.ok(); ++i) {
    CueWord word;
    word.word = in.u32();
    word.strength = static_cast<std::uint8_t>(in.at_most(in.u8(), 5));
    word.attitude = static_cast<std::uint8_t>(in.at_most(in.u8(), 100));
    tagger.cue_words_.push_back(word);
  }
  for (std::int32_t& score : tagger.transitions_.start) score = in.i32();
  for (Scores& scores : tagger.transitions_.follow)
    for (std::int32_t& score : scores) score = in.i32();
  tagger.network_.read(in);
  tagger.ranker_.read(in);
  if (!in.ok() || !in.at_end() || tagger.network_.tables() != kTableCount || tagger.network_.rows() != kRowCount ||
      tagger.network_.labels() != kLabelCount)
    return text::Error{"", "The weights for attributions are damaged."};
  return tagger;
}

TaggedText Tagger::look_at(std::string_view text, const std::vector<text::Span>& paragraphs) const {
  TaggedText tagged = quote::look_at(text, paragraphs, pos_);
  mark_cues(tagged, cue_words_);
  return tagged;
}

std::vector<Scores> Tagger::scores(const TaggedText& text) const {
  const std::vector<Features> features = features_of(text);
  std::vector<Scores> out(features.size());
  std::vector<std::uint16_t> rows;
  for (const TokenRange range : sequences_of(text)) {
    rows.clear();
    for (std::uint32_t i = range.begin; i < range.end; ++i) rows.insert(rows.end(), features[i].begin(), features[i].end());
    const std::vector<std::int32_t> scores = network_.scores(rows);
    for (std::uint32_t i = range.begin; i < range.end; ++i)
      for (std::size_t y = 0; y < kLabelCount; ++y) out[i][y] = scores[(i - range.begin) * kLabelCount + y];
  }
  return out;
}

std::vector<Ranked> Tagger::attributions(const TaggedText& text, const std::vector<Linked>& findings, int sure, std::vector<Ranked>* seen) const {
  const std::vector<TokenRange> sequences = sequences_of(text);
  const std::vector<Scores> all = scores(text);
  const Readings readings = readings_of(all, transitions_, sequences);
  const Lattice lattice(all, transitions_, sequences);
  const RankerFeatures features(text, readings, lattice);
  std::vector<Ranked> ranked;
  std::vector<std::uint64_t> hashes;
  for (const Candidate& candidate : candidates_of(text, findings, readings, lattice)) {
    features.of(candidate, hashes);
    ranked.push_back(ranker_.rank(candidate, hashes));
  }
  if (seen) *seen = ranked;
  std::vector<Ranked> chosen = choose(std::move(ranked), sure);
  // The sieves see “a spokesman”, the tagger “a spokesman for the ministry, Ana Ruiz”: the whole phrase says more.
  std::map<std::uint32_t, std::uint32_t> source_ends;
  for (const TokenRange r : pieces(readings[0], Label::source_begin)) source_ends[r.begin] = r.end;
  for (Ranked& r : chosen) {
    if (!r.linked.source) continue;
    const auto longer = source_ends.find(r.linked.source->begin);
    if (longer != source_ends.end()) r.linked.source->end = std::max(r.linked.source->end, longer->second);
  }
  return chosen;
}

const Tagger& built_in_tagger() {
  static const Tagger tagger = [] {
    text::Result<Tagger> read = Tagger::read(rules::embedded("models/pos.bin"), rules::embedded("models/attribution.bin"));
    if (!read) {
      std::fprintf(stderr, "assets/models: %s\n", read.error().message.c_str());
      std::abort();
    }
    return std::move(*read);
  }();
  return tagger;
}

}  // namespace quote
