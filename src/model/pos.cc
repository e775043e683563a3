#include "model/pos.h"

#include <algorithm>

#include "model/hash.h"

namespace model {

const std::array<std::string_view, kPosCount> kPosNames = {
    "CC", "CD",  "DT",  "EX",  "FW",  "IN",  "JJ", "JJR", "JJS", "LS",  "MD",  "NN",   "NNP", "NNPS", "NNS",   "PDT",   "POS",
    "PRP", "PRP$", "RB", "RBR", "RBS", "RP",  "SYM", "TO", "UH",  "VB",  "VBD", "VBG", "VBN",  "VBP", "VBZ",  "WDT",   "WP",    "WP$",
    "WRB", "ADD", "AFX", "GW",  "HYPH", "NFP", "XX", "-LRB-", "-RRB-", "``", "''", ",", ".", ":", "$"};

PosFeatures pos_features(std::span<const Word> s, std::size_t i, std::size_t previous, std::size_t before_previous) {
  static const Word before = look_at("<before>"), long_before = look_at("<long before>"), after = look_at("<after>"),
                    long_after = look_at("<long after>");
  const Word& w = s[i];
  const Word& l = i >= 1 ? s[i - 1] : before;
  const Word& ll = i >= 2 ? s[i - 2] : i == 1 ? before : long_before;
  const Word& r = i + 1 < s.size() ? s[i + 1] : after;
  const Word& rr = i + 2 < s.size() ? s[i + 2] : i + 2 == s.size() ? after : long_after;
  const std::uint64_t p1 = previous, p2 = previous * 64 + before_previous;
  return {mix(1, 1),
          mix(2, w.normal),
          mix(3, w.suffix[0]),
          mix(4, w.suffix[1]),
          mix(5, w.suffix[2]),
          mix(6, w.suffix[3]),
          mix(7, w.prefix1),
          mix(8, w.prefix3),
          mix(9, p1),
          mix(10, p2),
          mix(mix(11, w.normal), p1),
          mix(12, l.normal),
          mix(13, ll.normal),
          mix(14, r.normal),
          mix(15, rr.normal),
          mix(16, l.suffix[2]),
          mix(17, r.suffix[2]),
          mix(mix(18, w.shape), i == 0),
          mix(mix(19, w.shape), r.shape),
          mix(mix(20, w.shape), l.shape),
          mix(mix(21, w.normal), r.normal),
          mix(mix(22, r.normal), p1),
          mix(mix(23, w.suffix[2]), p1),
          mix(mix(24, w.shape), p1)};
}

std::uint32_t pos_fingerprint() {
  std::uint64_t h = mix(hash("pos features 1"), kSparseLayout);
  for (const std::string_view name : kPosNames) h = mix(h, hash(name));
  return static_cast<std::uint32_t>(h);
}

text::Result<PosTagger> PosTagger::read(std::string_view file) {
  text::Result<Reader> reader = open(file, pos_fingerprint());
  if (!reader) return reader.error();
  Reader& in = *reader;
  PosTagger tagger;
  const std::uint32_t count = in.at_most(in.varint(), 1u << 20);
  for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
    const std::uint32_t word = in.u32();
    tagger.known_.push_back({word, static_cast<Pos>(in.at_most(in.u8(), kPosCount - 1))});
  }
  tagger.weights_.read(in);
  if (!in.ok() || !in.at_end() || tagger.weights_.classes() != static_cast<int>(kPosCount))
    return text::Error{"", "The weights for parts of speech are damaged."};
  return tagger;
}

const PosTagger::Known* PosTagger::known(const Word& word) const {
  const std::uint32_t key = static_cast<std::uint32_t>(word.exact);
  const auto at = std::lower_bound(known_.begin(), known_.end(), key, [](const Known& k, std::uint32_t value) { return k.word < value; });
  return at != known_.end() && at->word == key ? &*at : nullptr;
}

std::vector<Pos> PosTagger::tag(std::span<const Word> sentence) const {
  std::vector<Pos> tags;
  tags.reserve(sentence.size());
  std::size_t previous = kPosCount, before_previous = kPosCount;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    std::size_t best = 0;
    if (const Known* k = known(sentence[i])) {
      best = static_cast<std::size_t>(k->pos);
    } else {
      std::int32_t scores[kPosCount] = {};
      for (const std::uint64_t feature : pos_features(sentence, i, previous, before_previous)) weights_.add(feature, scores);
      best = static_cast<std::size_t>(std::max_element(scores, scores + kPosCount) - scores);
    }
    tags.push_back(static_cast<Pos>(best));
    before_previous = previous;
    previous = best;
  }
  return tags;
}

}  // namespace model
