#include "quote/linking.h"

#include <algorithm>
#include <limits>

namespace quote {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kReach = 8;  // pieces to each side that are looked at
// Tokens that a step is worth. A cue between content and cue nearly always claims the content itself.
constexpr std::int64_t kCueBetweenSource = 3, kContentBetweenSource = 4, kSourceAfterCue = 2;
constexpr std::int64_t kCueBetweenContent = 20, kContentBetweenContent = 2, kCueAfterContent = 1;

constexpr int kAttitude = 50;  // of a hundred uses: from here on a cue tells of an attitude

bool has_marks(const TaggedText& text, const Linked& a) {
  for (const TokenRange piece : a.content)
    for (std::uint32_t i = piece.begin; i < piece.end; ++i)
      if (text.tokens[i].place != Place::outside) return true;
  return false;
}

class Linker {
 public:
  Linker(const TaggedText& text, const std::vector<Label>& labels)
      : text_(text),
        sources_(pieces(labels, Label::source_begin)),
        cues_(pieces(labels, Label::cue_begin)),
        contents_(pieces(labels, Label::content_begin)) {
    starts_.resize(labels.size() + 1);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      starts_[i + 1] = starts_[i];
      starts_[i + 1].cues += labels[i] == Label::cue_begin;
      starts_[i + 1].contents += labels[i] == Label::content_begin;
    }
  }

  std::vector<Linked> link() {
    find_sources();
    find_cues();
    std::vector<std::size_t> attribution_of_cue(cues_.size(), kNone);
    std::vector<Linked> out;
    for (std::size_t c = 0; c < contents_.size(); ++c) {
      const std::size_t cue = cue_of_content_[c];
      if (cue != kNone && attribution_of_cue[cue] != kNone) {
        out[attribution_of_cue[cue]].content.push_back(contents_[c]);
        continue;
      }
      Linked linked{.content = {contents_[c]}, .rule = rule_of_content_[c]};
      if (cue != kNone) {
        linked.cue = cues_[cue];
        if (source_of_cue_[cue] != kNone) linked.source = sources_[source_of_cue_[cue]];
        attribution_of_cue[cue] = out.size();
      }
      out.push_back(std::move(linked));
    }
    return out;
  }

 private:
  struct Starts {
    std::uint32_t cues = 0, contents = 0;
  };

  std::uint32_t sentence(std::uint32_t token) const { return text_.tokens[token].sentence; }
  std::uint32_t paragraph(std::uint32_t token) const { return text_.tokens[token].paragraph; }

  // Tokens between two pieces, and the pieces that begin there at the given prices.
  std::int64_t distance(TokenRange a, TokenRange b, std::int64_t cue_price, std::int64_t content_price) const {
    const std::uint32_t begin = std::min(a.end, b.end), end = std::max({begin, a.begin, b.begin});
    const Starts &from = starts_[begin], &to = starts_[end];
    return std::int64_t{end} - begin + cue_price * (to.cues - from.cues) + content_price * (to.contents - from.contents);
  }

  // The pieces around `at`, a few to each side.
  static std::pair<std::size_t, std::size_t> around(const std::vector<TokenRange>& list, std::uint32_t begin, std::uint32_t end) {
    const auto before = [](const TokenRange& r, std::uint32_t at) { return r.begin < at; };
    const auto first = static_cast<std::size_t>(std::lower_bound(list.begin(), list.end(), begin, before) - list.begin());
    const auto last = static_cast<std::size_t>(std::lower_bound(list.begin(), list.end(), end, before) - list.begin());
    return {first - std::min(first, kReach), std::min(list.size(), last + kReach)};
  }

  // “Hill said”: the nearest source in the cue's sentence; “…, adding that”: that of the cue before.
  void find_sources() {
    std::size_t previous = kNone;
    for (const TokenRange cue : cues_) {
      std::size_t best = kNone;
      std::int64_t least = std::numeric_limits<std::int64_t>::max();
      const auto [first, last] = around(sources_, cue.begin, cue.end);
      for (std::size_t s = first; s < last; ++s) {
        if (sentence(sources_[s].begin) != sentence(cue.begin)) continue;
        const std::int64_t cost = distance(sources_[s], cue, kCueBetweenSource, kContentBetweenSource) +
                                  (sources_[s].begin > cue.begin ? kSourceAfterCue : 0);
        if (cost < least) {
          least = cost;
          best = s;
        }
      }
      if (best == kNone && previous != kNone && paragraph(cue.begin) - paragraph(sources_[previous].begin) <= 1) best = previous;
      source_of_cue_.push_back(best);
      if (best != kNone) previous = best;
    }
  }

  void find_cues() {
    std::size_t previous = kNone;  // content
    for (std::size_t c = 0; c < contents_.size(); ++c) {
      const TokenRange content = contents_[c];
      const auto [first, last] = around(cues_, content.begin, content.end);
      std::size_t best = kNone;
      std::int64_t least = std::numeric_limits<std::int64_t>::max();
      std::string_view rule = "same-sentence";
      for (std::size_t k = first; k < last; ++k) {
        const std::uint32_t s = sentence(cues_[k].begin);
        if (s < sentence(content.begin) || s > sentence(content.end - 1)) continue;
        const bool after = cues_[k].begin > content.begin && text_.tokens[content.begin].place < Place::opening;
        const std::int64_t cost = distance(cues_[k], content, kCueBetweenContent, kContentBetweenContent) + (after ? kCueAfterContent : 0);
        if (cost < least) {
          least = cost;
          best = k;
        }
      }
      if (best == kNone) {
        rule = "same-paragraph";
        best = in_paragraph(content, first, last);
      }
      if (best == kNone && previous != kNone && paragraph(content.begin) - paragraph(contents_[previous].begin) <= 1) {
        rule = "paragraph-before";
        best = cue_of_content_[previous];
      }
      cue_of_content_.push_back(best);
      rule_of_content_.push_back(best == kNone ? std::string_view("no-cue") : rule);
      previous = c;
    }
  }

  // The last cue before the content in its paragraph, otherwise the first one after it.
  std::size_t in_paragraph(TokenRange content, std::size_t first, std::size_t last) const {
    std::size_t best = kNone;
    for (std::size_t k = first; k < last; ++k) {
      if (paragraph(cues_[k].begin) != paragraph(content.begin)) continue;
      if (cues_[k].begin < content.begin) best = k;
      else if (best == kNone) return k;
    }
    return best;
  }

  const TaggedText& text_;
  const std::vector<TokenRange> sources_, cues_, contents_;
  std::vector<Starts> starts_;
  std::vector<std::size_t> source_of_cue_, cue_of_content_;
  std::vector<std::string_view> rule_of_content_;
};

}  // namespace

std::vector<Linked> link_pieces(const TaggedText& text, const std::vector<Label>& labels) { return Linker(text, labels).link(); }

bool is_attitude(const TaggedText& text, const Linked& a) {
  if (!a.cue || has_marks(text, a)) return false;
  const TaggedToken* strongest = nullptr;
  for (std::uint32_t i = a.cue->begin; i < a.cue->end; ++i)
    if (!strongest || text.tokens[i].cue > strongest->cue) strongest = &text.tokens[i];
  return strongest->cue > 0 && strongest->attitude >= kAttitude;
}

}  // namespace quote
