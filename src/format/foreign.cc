#include "format/foreign.h"

#include <algorithm>

#include "format/fit_blocks.h"
#include "text/quotation_marks.h"

namespace format {

using namespace document;

ForeignText::ForeignText(std::string_view raw) : text_(text::clean(raw)), raw_(raw), index_(raw_) {
  for (std::uint32_t i = 0; i + 1 < raw_.size(); ++i)
    if (raw_[i] == '\r' && raw_[i + 1] == '\n') dropped_.push_back(i);
  std::uint32_t count = 0;
  for (const char c : raw_) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) continue;
    if (byte >= 0xF0) wide_.push_back(count);
    ++count;
  }
}

std::optional<Span> ForeignText::span(std::int64_t start, std::int64_t end, Unit unit) const {
  const auto code_point = [&](std::int64_t at) {
    if (unit == Unit::code_point) return at;
    // The i-th wide character stands at unit wide_[i] + i.
    std::size_t low = 0, high = wide_.size();
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (static_cast<std::int64_t>(wide_[middle]) + static_cast<std::int64_t>(middle) < at) low = middle + 1;
      else high = middle;
    }
    return at - static_cast<std::int64_t>(low);
  };
  if (start < 0 || end <= start || end > std::int64_t{1} << 32) return std::nullopt;
  const std::int64_t from = code_point(start), to = code_point(end);
  if (to > index_.size() || to <= from) return std::nullopt;
  const auto byte = [&](std::int64_t at) {
    const std::uint32_t raw = index_.to_bytes(static_cast<std::uint32_t>(at));
    return raw - static_cast<std::uint32_t>(std::lower_bound(dropped_.begin(), dropped_.end(), raw) - dropped_.begin());
  };
  const Span out{byte(from), byte(to)};
  if (out.empty() || out.end > text_.size()) return std::nullopt;
  return out;
}

std::optional<Span> ForeignText::span(std::int64_t start, std::int64_t end, Unit unit, std::string_view words) const {
  const std::string wanted = text::clean(words);
  for (const Unit one : {unit, unit == Unit::utf16 ? Unit::code_point : Unit::utf16})
    if (const auto found = span(start, end, one); found && slice(text_, *found) == wanted) return found;
  return std::nullopt;
}

std::int64_t ForeignText::place(std::uint32_t byte, Unit unit) const {
  const std::uint32_t at = index_.to_code_points(byte);
  if (unit == Unit::code_point) return at;
  return std::int64_t{at} + (std::lower_bound(wide_.begin(), wide_.end(), at) - wide_.begin());
}

std::vector<Span> in_order(std::vector<Span> pieces) {
  std::sort(pieces.begin(), pieces.end());
  std::vector<Span> out;
  for (const Span piece : pieces) {
    if (!out.empty() && piece.begin < out.back().end) out.back().end = std::max(out.back().end, piece.end);
    else out.push_back(piece);
  }
  return out;
}

QuotationType type_by_words(std::string_view words) {
  const auto marks = text::quotation_marks(words, {0, static_cast<std::uint32_t>(words.size())});
  return !marks.empty() && marks.front().span.begin == 0 ? kDirect : kIndirect;
}

std::optional<std::int64_t> whole(JsonValue value) { return value.is(JsonKind::number) ? integer_of(value.text()) : std::nullopt; }

ForeignDocument::ForeignDocument(const Article& article, std::string tool) {
  d_.article = article;
  d_.article.blocks = SharedList<Block>(fill_gaps(article.text.view(), {article.blocks.begin(), article.blocks.end()}));
  d_.agents.push_back({.id = AgentId("a1"), .type = kSoftware, .name = std::move(tool)});
  ids_["a1"] = true;
  for (const Block& block : d_.article.blocks) ids_[block.id.text()] = true;
  // Blocks that another file's agents have judged: their names mean nothing here.
  for (std::size_t i = 0; i < d_.article.blocks.size(); ++i) {
    if (!d_.article.blocks[i].origin && !d_.article.blocks[i].review) continue;
    d_.article.blocks.edit(i).origin = std::nullopt;
    d_.article.blocks.edit(i).review = std::nullopt;
  }
}

SpeakerId ForeignDocument::speaker(const std::string& name) {
  const auto [found, fresh] = speakers_.emplace(name, SpeakerId());
  if (fresh) found->second = new_speaker(name);
  return found->second;
}

SpeakerId ForeignDocument::new_speaker(std::string name) {
  std::string id;
  std::size_t number = d_.speakers.size();
  do id = "s" + std::to_string(++number);
  while (!ids_.emplace(id, true).second);
  d_.speakers.push_back({.id = SpeakerId(id), .name = std::move(name)});
  return SpeakerId(id);
}

void ForeignDocument::add(Quotation q, std::vector<std::string> notes) {
  q.content = in_order(std::move(q.content));
  q.cue = in_order(std::move(q.cue));
  q.source = in_order(std::move(q.source));
  if (q.content.empty()) return;
  if (q.type.empty()) q.type = type_by_words(slice(d_.article.text.view(), q.content.front()));
  q.origin.by = AgentId("a1");
  quotations_.push_back({std::move(q), std::move(notes)});
}

void ForeignDocument::add(Claim c, std::vector<std::string> notes) {
  c.spans = in_order(std::move(c.spans));
  if (c.spans.empty()) return;
  c.origin.by = AgentId("a1");
  if (c.attribution.to.empty()) c.attribution.to = decltype(c.attribution.to)("unknown");
  claims_.push_back({std::move(c), std::move(notes)});
}

template <typename Mark>
void ForeignDocument::number(std::vector<Pending<Mark>>& pending, std::string_view prefix, SharedList<Mark>& into) {
  const auto first = [](const Mark& mark) {
    if constexpr (std::is_same_v<Mark, Quotation>) return mark.content.front().begin;
    else return mark.spans.front().begin;
  };
  std::stable_sort(pending.begin(), pending.end(), [&](const auto& a, const auto& b) { return first(a.mark) < first(b.mark); });
  for (const auto& one : pending)
    if (!one.mark.id.empty()) ids_.emplace(one.mark.id.text(), false);
  std::size_t next = 0;
  std::vector<Mark> marks;
  for (Pending<Mark>& one : pending) {
    // An id that the file gave is taken once; what comes second, or has none, is numbered.
    const auto given = ids_.find(one.mark.id.text());
    if (one.mark.id.empty() || given->second) {
      std::string id;
      do id = std::string(prefix) + std::to_string(++next);
      while (!ids_.emplace(id, true).second);
      one.mark.id = decltype(one.mark.id)(id);
    } else {
      given->second = true;
    }
    for (std::string& note : one.notes) {
      d_.notes.push_back({.id = NoteId("n" + std::to_string(d_.notes.size() + 1)), .target = one.mark.id.text(), .by = AgentId("a1"), .text = std::move(note)});
    }
    marks.push_back(std::move(one.mark));
  }
  into = SharedList<Mark>(std::move(marks));
}

Document ForeignDocument::take() {
  number(quotations_, "q", d_.quotations);
  number(claims_, "c", d_.claims);
  for (std::size_t i = 0; i < d_.notes.size(); ++i)
    while (!ids_.emplace(d_.notes[i].id.text(), true).second) d_.notes.edit(i).id = NoteId(d_.notes[i].id.text() + "-note");
  return std::move(d_);
}

}  // namespace format
