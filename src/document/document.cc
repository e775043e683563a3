#include "document/document.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "text/reading.h"

namespace document {
namespace {

template <typename List, typename IdType>
auto* find_in(const List& list, const IdType& id) {
  const auto at = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
  return at == list.end() ? nullptr : &*at;
}

template <typename Visit>
void each_id(const Document& d, Visit visit) {
  for (std::size_t i = 0; i < d.article.blocks.size(); ++i) visit(d.article.blocks[i].id.text(), "blocks", i);
  for (std::size_t i = 0; i < d.agents.size(); ++i) visit(d.agents[i].id.text(), "agents", i);
  for (std::size_t i = 0; i < d.speakers.size(); ++i) visit(d.speakers[i].id.text(), "speakers", i);
  for (std::size_t i = 0; i < d.quotations.size(); ++i) visit(d.quotations[i].id.text(), "quotations", i);
  for (std::size_t i = 0; i < d.claims.size(); ++i) visit(d.claims[i].id.text(), "claims", i);
  for (std::size_t i = 0; i < d.notes.size(); ++i) visit(d.notes[i].id.text(), "notes", i);
  for (std::size_t i = 0; i < d.lost.size(); ++i) visit(d.lost[i].id, "lost", i);
}

std::string path(std::string_view list, std::size_t index, std::string_view member = {}) {
  std::string out = "$." + std::string(list) + "[" + std::to_string(index) + "]";
  if (!member.empty()) out += "." + std::string(member);
  return out;
}

// Collects what is wrong, with its place.
class Checker {
 public:
  explicit Checker(const Document& d) : d_(d), text_(d.article.text.view()) {}

  std::vector<text::Error> run() {
    ids();
    blocks();
    for (std::size_t i = 0; i < d_.speakers.size(); ++i) {
      const Speaker& s = d_.speakers[i];
      if (s.origin) origin(*s.origin, path("speakers", i, "origin"));
      review(s.review, path("speakers", i, "review"));
    }
    for (std::size_t i = 0; i < d_.quotations.size(); ++i) quotation(d_.quotations[i], i);
    for (std::size_t i = 0; i < d_.claims.size(); ++i) claim(d_.claims[i], i);
    for (std::size_t i = 0; i < d_.notes.size(); ++i) {
      const Note& note = d_.notes[i];
      if (!ids_.contains(note.target)) fault(path("notes", i, "target"), "names \"" + note.target + "\", which does not exist");
      agent(note.by, path("notes", i, "by"));
    }
    return std::move(errors_);
  }

 private:
  void fault(std::string where, std::string message) { errors_.push_back({std::move(where), std::move(message)}); }

  void ids() {
    each_id(d_, [&](const std::string& id, std::string_view list, std::size_t i) {
      if (id.empty()) fault(path(list, i, "id"), "is empty");
      else if (!ids_.insert(id).second) fault(path(list, i, "id"), "\"" + id + "\" is used twice");
    });
    for (const Agent& a : d_.agents) agents_.insert(a.id.text());
    for (const Speaker& s : d_.speakers) speakers_.insert(s.id.text());
    for (const Quotation& q : d_.quotations) quotations_.insert(q.id.text());
    for (const LostMark& mark : d_.lost)
      if (mark.list == "quotations") quotations_.insert(mark.id);
  }

  void span(Span s, const std::string& where) {
    if (s.end > text_.size() || s.begin > text_.size()) return fault(where, "lies outside the text");
    if (s.begin > s.end) return fault(where, "ends before it starts");
    if (s.empty()) return fault(where, "is empty");
    for (const std::uint32_t at : {s.begin, s.end})
      if (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) return fault(where, "cuts a character in two");
  }

  void spans(const std::vector<Span>& list, const std::string& where, bool needed) {
    if (needed && list.empty()) fault(where, "has no spans");
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string here = where + "[" + std::to_string(i) + "]";
      span(list[i], here);
      if (i && list[i].begin < list[i - 1].end) fault(here, "overlaps or stands before the span in front of it");
    }
  }

  void blocks() {
    for (std::size_t i = 0; i < d_.article.blocks.size(); ++i) {
      const Block& b = d_.article.blocks[i];
      span(b.span, path("blocks", i));
      if (i && b.span.begin < d_.article.blocks[i - 1].span.end) fault(path("blocks", i), "overlaps or stands before the block in front of it");
      if (b.origin) origin(*b.origin, path("blocks", i, "origin"));
      if (b.review) review(*b.review, path("blocks", i, "review"));
    }
  }

  void agent(const AgentId& id, const std::string& where) {
    if (!id.empty() && !agents_.contains(id.text())) fault(where, "names \"" + id.text() + "\", which is no agent of this file");
  }
  void origin(const Origin& o, const std::string& where) {
    agent(o.by, where + ".by");
    if (o.confidence && (*o.confidence < 0 || *o.confidence > 1000)) fault(where + ".confidence", "is not between 0 and 1");
  }
  void review(const Review& r, const std::string& where) { agent(r.by, where + ".by"); }
  void speaker(const std::optional<SpeakerId>& id, const std::string& where) {
    if (id && !speakers_.contains(id->text())) fault(where, "names \"" + id->text() + "\", which is no speaker of this file");
  }

  void quotation(const Quotation& q, std::size_t i) {
    spans(q.content, path("quotations", i, "content"), true);
    spans(q.cue, path("quotations", i, "cue"), false);
    spans(q.source, path("quotations", i, "source"), false);
    speaker(q.speaker, path("quotations", i, "speaker"));
    origin(q.origin, path("quotations", i, "origin"));
    review(q.review, path("quotations", i, "review"));
    if (i && !q.content.empty() && !d_.quotations[i - 1].content.empty() &&
        q.content.front().begin < d_.quotations[i - 1].content.front().begin)
      fault(path("quotations", i), "stands before the quotation in front of it");
  }

  void claim(const Claim& c, std::size_t i) {
    spans(c.spans, path("claims", i, "spans"), true);
    for (std::size_t k = 0; k < c.facts.size(); ++k) spans(c.facts[k].spans, path("claims", i, "facts[" + std::to_string(k) + "].spans"), false);
    speaker(c.attribution.speaker, path("claims", i, "attribution.speaker"));
    if (c.attribution.quotation && !quotations_.contains(c.attribution.quotation->text()))
      fault(path("claims", i, "attribution.quotation"), "names \"" + c.attribution.quotation->text() + "\", which is no quotation of this file");
    if (c.checkworthiness && (*c.checkworthiness < 0 || *c.checkworthiness > 1000)) fault(path("claims", i, "checkworthiness"), "is not between 0 and 1");
    origin(c.origin, path("claims", i, "origin"));
    review(c.review, path("claims", i, "review"));
    if (i && !c.spans.empty() && !d_.claims[i - 1].spans.empty() && c.spans.front().begin < d_.claims[i - 1].spans.front().begin)
      fault(path("claims", i), "stands before the claim in front of it");
  }

  const Document& d_;
  std::string_view text_;
  std::set<std::string> ids_, agents_, speakers_, quotations_;
  std::vector<text::Error> errors_;
};

}  // namespace

const Block* find(const Document& d, const BlockId& id) { return find_in(d.article.blocks, id); }
const Speaker* find(const Document& d, const SpeakerId& id) { return find_in(d.speakers, id); }
const Quotation* find(const Document& d, const QuotationId& id) { return find_in(d.quotations, id); }
const Claim* find(const Document& d, const ClaimId& id) { return find_in(d.claims, id); }
const Note* find(const Document& d, const NoteId& id) { return find_in(d.notes, id); }
const Agent* find(const Document& d, const AgentId& id) { return find_in(d.agents, id); }

std::string words_of(const Document& d, const std::vector<Span>& pieces) {
  std::string out;
  for (const Span piece : pieces) {
    if (!out.empty()) out += " … ";
    out += text::as_read(slice(d.article.text.view(), piece));
  }
  return out;
}

std::string fresh_id(const Document& d, std::string_view prefix) {
  std::uint64_t highest = 0;
  each_id(d, [&](const std::string& id, std::string_view, std::size_t) {
    if (!id.starts_with(prefix)) return;
    std::uint64_t number = 0;
    const char* const end = id.data() + id.size();
    const auto [stop, fault] = std::from_chars(id.data() + prefix.size(), end, number);
    if (fault == std::errc() && stop == end && number < UINT64_MAX) highest = std::max(highest, number);
  });
  return std::string(prefix) + std::to_string(highest + 1);
}

const Block* block_at(const Document& d, std::uint32_t at) {
  const auto& blocks = d.article.blocks;
  const auto after = std::upper_bound(blocks.begin(), blocks.end(), at, [](std::uint32_t value, const Block& b) { return value < b.span.begin; });
  if (after == blocks.begin()) return nullptr;
  const Block& block = *(after - 1);
  return contains(block.span, at) ? &block : nullptr;
}

std::vector<text::Error> check(const Document& d) { return Checker(d).run(); }

}  // namespace document
