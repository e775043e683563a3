#include "ui/comparison.h"

#include <algorithm>

namespace ui {

using namespace document;
using session::Session;

namespace {

// The names of the differences to one state of one file begin alike: who closes a comparison and opens it again finds decided
// what was decided.
std::string prefix_of(const Session& s) {
  const Document& of = s.other->document;
  return (of.id.empty() ? s.other->name : of.id) + "/" + std::to_string(of.revision) + "/" + of.modified + ":";
}

const std::vector<Span>& pieces(const Quotation& q) { return q.content; }
const std::vector<Span>& pieces(const Claim& c) { return c.spans; }
const std::optional<SpeakerId>& speaker_of(const Quotation& q) { return q.speaker; }
const std::optional<SpeakerId>& speaker_of(const Claim& c) { return c.attribution.speaker; }

struct Collector {
  const Session& s;
  std::vector<Discrepancy>& out;
  std::string prefix = prefix_of(s);

  bool is_decided(const std::string& key) const { return std::find(s.decided.begin(), s.decided.end(), key) != s.decided.end(); }
  // A mark of mine that stayed beside theirs was decided with it.
  bool stayed(const std::string& mine) const {
    return std::any_of(s.decided.begin(), s.decided.end(), [&](const std::string& key) { return key.starts_with(prefix + mine + "/"); });
  }

  template <typename List>
  void add(const compare::Marks& marks, const List& mine, const List& theirs, bool claim) {
    for (const compare::Pair& pair : marks.pairs) {
      if (pair.same_words && pair.differences.empty()) continue;
      keep({prefix + mine[pair.a].id.text() + "/" + theirs[pair.b].id.text(), claim, pair.a, pair.b, !pair.same_words, pair.differences,
            pieces(mine[pair.a]).front()});
    }
    for (const std::size_t i : marks.only_a)
      if (!stayed(mine[i].id.text())) keep({prefix + mine[i].id.text() + "/", claim, i, std::nullopt, false, {}, pieces(mine[i]).front()});
    for (const std::size_t i : marks.only_b)
      keep({prefix + "/" + theirs[i].id.text(), claim, std::nullopt, i, false, {}, pieces(theirs[i]).front()});
  }
  void keep(Discrepancy d) {
    if (!is_decided(d.key)) out.push_back(std::move(d));
  }
};

// Calls `use` with the document and the mark of A or B, if there is one.
template <typename Use>
void with_mark(const Session& s, const Discrepancy& d, bool theirs, Use use) {
  const std::optional<std::size_t>& at = theirs ? d.theirs : d.mine;
  if (!at || !s.other) return;
  const Document& of = theirs ? s.other->document : s.document;
  if (d.claim && *at < of.claims.size()) use(of, of.claims[*at]);
  if (!d.claim && *at < of.quotations.size()) use(of, of.quotations[*at]);
}

std::string quoted(const std::string& words) {
  for (const std::string_view mark : {"“", "„", "«", "\"", "‘", "「"})
    if (words.starts_with(mark)) return words;
  return "“" + words + "”";
}

// Where two begin alike, what follows says more: from some words before the place at which they part.
std::string from_where_they_part(const std::string& words, const std::string& others) {
  constexpr std::size_t kEnough = 30, kBefore = 14;
  std::size_t same = 0;
  while (same < words.size() && same < others.size() && words[same] == others[same]) ++same;
  if (same < kEnough) return quoted(words);
  const std::size_t blank = words.rfind(' ', same - kBefore);
  return blank == std::string::npos ? quoted(words) : "…" + words.substr(blank);
}

}  // namespace

const Discrepancies& DiscrepancyCache::of(const Session& s) {
  if (valid_ && changes_ == s.changes && comparisons_ == s.comparisons) return all_;
  all_ = {};
  valid_ = s.other.has_value();
  changes_ = s.changes;
  comparisons_ = s.comparisons;
  if (!s.other) return all_;
  auto agreement = compare::agree(s.document, s.other->document);
  if (!agreement) return all_;
  all_.agreement = std::move(*agreement);
  Collector collector{s, all_.open};
  collector.add(all_.agreement.quotations, s.document.quotations, s.other->document.quotations, false);
  collector.add(all_.agreement.claims, s.document.claims, s.other->document.claims, true);
  std::stable_sort(all_.open.begin(), all_.open.end(), [](const Discrepancy& a, const Discrepancy& b) { return a.place < b.place; });
  for (const std::string& key : s.decided) all_.decided += key.starts_with(collector.prefix);
  return all_;
}

std::string title_of(const Discrepancy& d) {
  const std::string claim = d.claim ? "Claim, " : "";
  if (!d.theirs) return d.claim ? "Claim, only in A" : "Only in A";
  if (!d.mine) return d.claim ? "Claim, only in B" : "Only in B";
  std::string out = d.other_words ? "other words" : "";
  for (const compare::Difference& one : d.differences) out += (out.empty() ? "other " : ", ") + one.what;
  if (claim.empty() && !out.empty()) out[0] = 'O';
  return claim + out;
}

std::string version_of(const Session& s, const Discrepancy& d, bool theirs) {
  std::string out;
  with_mark(s, d, theirs, [&](const Document& of, const auto& mark) {
    if (!d.mine || !d.theirs) {
      const Speaker* speaker = speaker_of(mark) ? find(of, *speaker_of(mark)) : nullptr;
      out = (speaker ? speaker->name : std::string(d.claim ? "the article" : "nobody known")) + ", " + mark.type.name() + ": ";
    }
    for (const compare::Difference& one : d.differences) out += (out.empty() ? "" : ", ") + one.what + " " + (theirs ? one.b : one.a);
    if (!d.is_apart()) return;
    std::string others;
    with_mark(s, d, !theirs, [&](const Document& other, const auto& one) { others = words_of(other, pieces(one)); });
    out += (d.differences.empty() ? "" : ": ") + from_where_they_part(words_of(of, pieces(mark)), others);
  });
  return out;
}

std::vector<Span> pieces_of(const Session& s, const Discrepancy& d, bool theirs) {
  std::vector<Span> out;
  with_mark(s, d, theirs, [&](const Document&, const auto& mark) { out = pieces(mark); });
  return out;
}

session::Target target_of(const Session& s, const Discrepancy& d) {
  session::Target out;
  with_mark(s, d, false, [&](const Document&, const auto& mark) { out = mark.id; });
  return out;
}

session::KeepMine keep_mine(const Session& s, const Discrepancy& d) { return {d.key, target_of(s, d)}; }

session::TakeTheirs take_theirs(const Session& s, const Discrepancy& d, bool beside) {
  session::TakeTheirs out{.settles = d.key};
  if (!beside) out.mine = target_of(s, d);
  with_mark(s, d, true, [&](const Document& of, const auto& mark) {
    out.theirs = mark;
    if (const Speaker* speaker = speaker_of(mark) ? find(of, *speaker_of(mark)) : nullptr) out.speaker = *speaker;
    if (const Agent* maker = find(of, mark.origin.by)) out.maker = *maker;
  });
  return out;
}

}  // namespace ui
