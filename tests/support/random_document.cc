#include "support/random_document.h"

#include <algorithm>
#include <string>
#include <vector>

namespace support {

using namespace document;

std::uint32_t Chance::below(std::uint32_t limit) {
  state_ ^= state_ << 13;
  state_ ^= state_ >> 17;
  state_ ^= state_ << 5;
  return state_ % limit;
}

namespace {

constexpr const char* kPieces[] = {"said", "Ann", "the", "\u201c", "\u201d", ",", ".", "\u00e9t\u00e9", "e\u0301", "\U0001F469\u200D\U0001F680",
                                   "\u4e2d\u6587", "\U0001F1EB\U0001F1F7", "\"", "\\", "\t", "\x01", "/", "\u2028", "\u05d0"};

class Maker {
 public:
  explicit Maker(std::uint32_t seed) : chance_(seed) {}

  Document make() {
    Document d;
    make_article(d.article);
    d.agents.push_back({.id = AgentId("a1"), .type = kSoftware, .name = "quoth", .version = words(1)});
    if (chance_.one_in(2)) d.agents.push_back({.id = AgentId("a2"), .type = kPerson, .name = words(2)});
    d.id = "urn:uuid:5f0c1e0e-6a54-4b7e-9d0a-2f5b8f2f7a11";
    d.revision = chance_.below(5);
    d.created = time();
    d.modified = time();
    d.generator.version = words(1);
    const std::uint32_t speakers = chance_.below(4);
    for (std::uint32_t i = 1; i <= speakers; ++i) {
      Speaker s{.id = SpeakerId("s" + std::to_string(i)), .name = words(2), .kind = SpeakerKind(words(1)), .roles = list(), .aliases = list()};
      if (chance_.one_in(2)) s.origin = origin();
      s.review = review();
      d.speakers.push_back(std::move(s));
    }
    const std::uint32_t quotations = size() ? chance_.below(6) : 0;
    std::vector<Quotation> quoted(quotations);
    for (Quotation& q : quoted) q.content = spans(1);
    std::stable_sort(quoted.begin(), quoted.end(), [](const Quotation& a, const Quotation& b) { return a.content[0].begin < b.content[0].begin; });
    for (std::uint32_t i = 0; i < quotations; ++i) {
      Quotation& q = quoted[i];
      q.id = QuotationId("q" + std::to_string(i + 1));
      q.type = chance_.one_in(2) ? kDirect : kIndirect;
      q.cue = spans(0);
      q.source = spans(0);
      if (chance_.one_in(2)) q.source_form = kPronounForm;
      if (speakers && chance_.one_in(2)) q.speaker = SpeakerId("s" + std::to_string(1 + chance_.below(speakers)));
      if (chance_.one_in(3)) q.act = kAttitude;
      if (chance_.one_in(3)) q.mode = kNegated;
      q.origin = origin();
      q.review = review();
    }
    d.quotations = SharedList<Quotation>(std::move(quoted));
    std::vector<Claim> claimed(size() ? chance_.below(4) : 0);
    for (Claim& c : claimed) c.spans = spans(1);
    std::stable_sort(claimed.begin(), claimed.end(), [](const Claim& a, const Claim& b) { return a.spans[0].begin < b.spans[0].begin; });
    for (std::size_t i = 0; i < claimed.size(); ++i) {
      Claim& c = claimed[i];
      c.id = ClaimId("c" + std::to_string(i + 1));
      c.type = ClaimType("quantity");
      if (chance_.one_in(2)) c.verifiable = Verifiable("partly");
      if (chance_.one_in(2)) c.checkworthiness = static_cast<int>(chance_.below(1001));
      c.reasons = list();
      c.attribution.to = decltype(c.attribution.to)("article");
      if (quotations && chance_.one_in(2)) c.attribution.quotation = QuotationId("q1");
      c.normalized = words(3);
      for (std::uint32_t n = chance_.below(3); n > 0; --n) c.facts.push_back({.kind = FactKind("number"), .value = words(1), .spans = spans(0)});
      c.origin = origin();
      c.review = review();
      d.notes.push_back({.id = NoteId("n" + std::to_string(i + 1)), .target = c.id.text(), .by = AgentId("a1"), .at = time(), .text = words(4)});
    }
    d.claims = SharedList<Claim>(std::move(claimed));
    return d;
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(edges_.empty() ? 0 : edges_.size() - 1); }

  void make_article(Article& a) {
    std::string all;
    const std::uint32_t lines = chance_.below(4);
    for (std::uint32_t line = 0; line < lines; ++line) {
      if (line) all += chance_.one_in(3) ? "\n\n" : "\n";
      const auto begin = static_cast<std::uint32_t>(all.size());
      edges_.push_back(begin);
      for (std::uint32_t i = 0, n = 2 + chance_.below(20); i < n; ++i) {
        if (i) all += ' ';
        all += i ? kPieces[chance_.below(std::size(kPieces))] : "Words";
        edges_.push_back(static_cast<std::uint32_t>(all.size()));
      }
      Block b{.id = BlockId("b" + std::to_string(line + 1)), .span = {begin, static_cast<std::uint32_t>(all.size())}};
      if (chance_.one_in(3)) {
        b.role = BlockRole("related-link");
        b.excluded = true;
        b.origin = origin();
        b.review = review();
      }
      a.blocks.push_back(std::move(b));
    }
    a.text = SharedText(all);
    a.title = words(3);
    a.title_derived = chance_.one_in(2);
    if (chance_.one_in(2)) a.url = "https://example.org/a?b=1";
    a.publisher = words(1);
    a.authors = list();
    a.language = chance_.one_in(2) ? "en" : "";
    if (chance_.one_in(2)) a.import = {.method = "file", .name = words(1)};
  }

  std::string words(std::uint32_t most) {
    std::string out;
    for (std::uint32_t i = chance_.below(most + 1); i > 0; --i) out += kPieces[chance_.below(std::size(kPieces))];
    return out;
  }
  std::vector<std::string> list() {
    std::vector<std::string> out(chance_.below(3));
    for (std::string& one : out) one = words(2);
    return out;
  }
  std::string time() { return chance_.one_in(2) ? "2026-11-23T10:04:12Z" : ""; }

  Origin origin() {
    Origin o{.by = AgentId("a1"), .at = time(), .method = "quote/cue-then-source"};
    if (chance_.one_in(2)) o.confidence = static_cast<int>(chance_.below(1001));
    return o;
  }
  Review review() {
    if (chance_.one_in(2)) return {};
    return {.state = kAccepted, .by = AgentId("a1"), .at = time()};
  }
  // Up to three pieces in text order, apart from each other.
  std::vector<Span> spans(std::uint32_t least) {
    std::vector<Span> out;
    std::uint32_t at = 0;
    for (std::uint32_t n = least + chance_.below(3); n > 0 && at < size(); --n) {
      const std::uint32_t begin = at + chance_.below(size() - at), end = begin + 1 + chance_.below(std::min(size() - begin, 5u));
      out.push_back({edges_[begin], edges_[end]});
      at = end;
    }
    return out;
  }

  Chance chance_;
  std::vector<std::uint32_t> edges_;  // bytes at which words begin or end
};

}  // namespace

Document random_document(std::uint32_t seed) { return Maker(seed).make(); }

}  // namespace support
