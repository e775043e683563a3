#include <algorithm>

#include "session/edits.h"

namespace session {

using namespace document;

namespace {

constexpr const char* kGone = "That quotation is not there any more.";

std::uint32_t first_byte(const Quotation& q) { return q.content.front().begin; }

std::string fault_of_all(const Document& d, const std::vector<Span>& spans) {
  for (const Span span : spans)
    if (std::string fault = fault_of(d, span); !fault.empty()) return fault;
  return {};
}

// Changes one quotation and stamps it as edited; the list stays in text order.
template <typename Change>
Edited change(Document d, const QuotationId& id, const Moment& moment, Change change) {
  const auto at = index_of(d.quotations, id);
  if (!at) return refuse(kGone);
  Quotation q = d.quotations[*at];
  if (std::string refusal = change(d, q); !refusal.empty()) return refuse(std::move(refusal));
  if (q == d.quotations[*at]) return refuse("It is like that already.");
  q.review = stamp(d, kEdited, moment);
  if (first_byte(q) == first_byte(d.quotations[*at])) {
    d.quotations.edit(*at) = std::move(q);
  } else {
    d.quotations.erase(*at);
    insert_in_text_order(d.quotations, std::move(q), first_byte);
  }
  return done(std::move(d));
}

bool starts_with_any(std::string_view words, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return words.starts_with(mark); });
}
bool ends_with_any(std::string_view words, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return words.ends_with(mark); });
}

// Words between quotation marks are direct, words that hold such are mixed, all others are reported.
QuotationType type_of(std::string_view words) {
  const bool opened = starts_with_any(words, {"“", "„", "«", "»", "\"", "‘", "'", "「"});
  const bool closed = ends_with_any(words, {"”", "“", "»", "«", "\"", "’", "'", "」"});
  if (opened && closed) return kDirect;
  for (const std::string_view mark : {"“", "„", "«", "\"", "「"})
    if (words.find(mark) != std::string_view::npos) return kMixed;
  return kIndirect;
}

SourceForm form_of(const Document& d, const Quotation& q) {
  if (q.source.empty()) return kImplicitForm;
  const std::string words = words_of(d, q.source);
  const auto is_named = [&](const Speaker& s) {
    return s.name == words || std::find(s.aliases.begin(), s.aliases.end(), words) != s.aliases.end();
  };
  for (const Speaker& speaker : d.speakers) {
    if (is_named(speaker)) return kNameForm;
    if (std::find(speaker.pronouns.begin(), speaker.pronouns.end(), words) != speaker.pronouns.end()) return kPronounForm;
  }
  return {};
}

}  // namespace

Edited edit(Document d, const AddQuotation& c, const Moment& moment) {
  if (std::string fault = fault_of(d, c.content); !fault.empty()) return refuse(std::move(fault));
  if (c.speaker && !find(d, *c.speaker)) return refuse("That speaker is not there any more.");
  for (std::size_t i = 0; i < d.quotations.size(); ++i) {
    if (d.quotations[i].content != std::vector<Span>{c.content}) continue;
    if (d.quotations[i].review.state != kRejected) return refuse("These words are marked as a quotation already.");
    // The person takes back a rejection by marking the words again.
    Quotation& q = d.quotations.edit(i);
    q.review = stamp(d, kEdited, moment);
    if (c.speaker) q.speaker = c.speaker;
    const QuotationId id = q.id;
    return done_and_select(std::move(d), id);
  }
  Quotation q{.id = QuotationId(fresh_id(d, "q")),
              .type = type_of(slice(d.article.text.view(), c.content)),
              .content = {c.content},
              .source_form = kImplicitForm,
              .speaker = c.speaker,
              .origin = by_hand(d, moment),
              .review = stamp(d, kAccepted, moment)};
  const QuotationId id = q.id;
  insert_in_text_order(d.quotations, std::move(q), first_byte);
  return done_and_select(std::move(d), id);
}

Edited edit(Document d, const AddPiece& c, const Moment& moment) {
  return change(std::move(d), c.quotation, moment, [&](const Document& now, Quotation& q) {
    q.content.push_back(c.piece);
    if (std::string fault = fault_of(now, c.piece); !fault.empty()) return fault;
    q.content = in_order(std::move(q.content));
    return std::string();
  });
}

Edited edit(Document d, const RemovePiece& c, const Moment& moment) {
  return change(std::move(d), c.quotation, moment, [&](const Document& now, Quotation& q) -> std::string {
    if (std::string fault = fault_of(now, c.piece); !fault.empty()) return fault;
    std::vector<Span> left;
    for (const Span piece : q.content) {
      if (!overlaps(piece, c.piece)) {
        left.push_back(piece);
        continue;
      }
      if (piece.begin < c.piece.begin) left.push_back({piece.begin, c.piece.begin});
      if (c.piece.end < piece.end) left.push_back({c.piece.end, piece.end});
    }
    if (left.empty()) return "These are all the words of the quotation. Reject it instead.";
    q.content = std::move(left);
    return {};
  });
}

Edited edit(Document d, const SetContent& c, const Moment& moment) {
  return change(std::move(d), c.quotation, moment, [&](const Document& now, Quotation& q) -> std::string {
    if (c.content.empty()) return "A quotation needs words.";
    if (std::string fault = fault_of_all(now, c.content); !fault.empty()) return fault;
    q.content = in_order(c.content);
    return {};
  });
}

Edited edit(Document d, const SetCue& c, const Moment& moment) {
  return change(std::move(d), c.quotation, moment, [&](const Document& now, Quotation& q) {
    q.cue = in_order(c.cue);
    return fault_of_all(now, c.cue);
  });
}

Edited edit(Document d, const SetSource& c, const Moment& moment) {
  return change(std::move(d), c.quotation, moment, [&](const Document& now, Quotation& q) {
    if (std::string fault = fault_of_all(now, c.source); !fault.empty()) return fault;
    q.source = in_order(c.source);
    q.source_form = form_of(now, q);
    return std::string();
  });
}

Edited edit(Document d, const SetQuotationType& c, const Moment& moment) {
  return change(std::move(d), c.quotation, moment, [&](const Document&, Quotation& q) {
    q.type = c.type;
    return std::string();
  });
}

Edited edit(Document d, const SetAct& c, const Moment& moment) {
  return change(std::move(d), c.quotation, moment, [&](const Document&, Quotation& q) {
    q.act = c.act;
    return std::string();
  });
}

Edited edit(Document d, const SetMode& c, const Moment& moment) {
  return change(std::move(d), c.quotation, moment, [&](const Document&, Quotation& q) {
    q.mode = c.mode;
    return std::string();
  });
}

Edited edit(Document d, const AssignSpeaker& c, const Moment& moment) {
  const auto at = index_of(d.quotations, c.quotation);
  if (!at) return refuse(kGone);
  if (c.speaker && !find(d, *c.speaker)) return refuse("That speaker is not there any more.");
  if (d.quotations[*at].speaker == c.speaker) return refuse("It is like that already.");
  give(d, *at, c.speaker);
  const Review review = stamp(d, kEdited, moment);
  d.quotations.edit(*at).review = review;
  return done(std::move(d));
}

Edited edit(Document d, const SplitQuotation& c, const Moment& moment) {
  const auto at = index_of(d.quotations, c.quotation);
  if (!at) return refuse(kGone);
  const std::string_view text = d.article.text.view();
  const auto blank = [&](std::uint32_t byte) { return text[byte] == ' ' || text[byte] == '\n' || text[byte] == '\t'; };
  std::vector<Span> before, after;
  for (Span piece : d.quotations[*at].content) {
    Span first{piece.begin, std::min(piece.end, c.at)}, second{std::max(piece.begin, c.at), piece.end};
    while (first.begin < first.end && blank(first.end - 1)) --first.end;
    while (second.begin < second.end && blank(second.begin)) ++second.begin;
    if (first.begin < first.end) before.push_back(first);
    if (second.begin < second.end) after.push_back(second);
  }
  if (before.empty() || after.empty()) return refuse("Put the cursor inside the quotation, where the second one begins.");
  if (std::string fault = fault_of_all(d, after); !fault.empty()) return refuse(std::move(fault));
  Quotation second{.id = QuotationId(fresh_id(d, "q")),
                   .type = d.quotations[*at].type,
                   .content = std::move(after),
                   .source_form = kImplicitForm,
                   .speaker = d.quotations[*at].speaker,
                   .act = d.quotations[*at].act,
                   .origin = by_hand(d, moment),
                   .review = stamp(d, kAccepted, moment)};
  const QuotationId id = second.id;
  const Review review = stamp(d, kEdited, moment);
  Quotation& first = d.quotations.edit(*at);
  first.content = std::move(before);
  first.review = review;
  insert_in_text_order(d.quotations, std::move(second), first_byte);
  return done_and_select(std::move(d), id);
}

Edited edit(Document d, const JoinQuotations& c, const Moment& moment) {
  const auto into = index_of(d.quotations, c.into), from = index_of(d.quotations, c.from);
  if (!into || !from) return refuse(kGone);
  if (into == from) return refuse("This is one quotation already.");
  const Quotation other = d.quotations[*from];
  Quotation joined = d.quotations[*into];
  joined.content.insert(joined.content.end(), other.content.begin(), other.content.end());
  joined.content = in_order(std::move(joined.content));
  if (joined.cue.empty()) joined.cue = other.cue;
  if (joined.source.empty()) joined.source = other.source, joined.source_form = other.source_form;
  if (!joined.speaker) joined.speaker = other.speaker;
  if (joined.type != other.type) joined.type = kMixed;
  joined.review = stamp(d, kEdited, moment);
  hand_over_mark(d, other.id, joined.id);
  d.quotations.erase(std::max(*into, *from));
  d.quotations.erase(std::min(*into, *from));
  const QuotationId id = joined.id;
  insert_in_text_order(d.quotations, std::move(joined), first_byte);
  return done_and_select(std::move(d), id);
}

}  // namespace session
