#include <algorithm>
#include <tuple>

#include "annotate/annotate.h"
#include "document/sureness.h"
#include "text/reading.h"
#include "text/utf8.h"

namespace annotate {
namespace {

using document::Document;

constexpr std::size_t kWho = 16, kWhy = 34, kWords = 64;  // characters of the columns

// At most `most` characters of what one reads.
std::string shortened(std::string_view stretch, std::size_t most) {
  const std::string s = text::as_read(stretch);
  std::size_t count = 0;
  for (std::uint32_t at = 0; at < s.size(); at += text::character_at(s, at).size)
    if (count++ == most) return s.substr(0, at) + "…";
  return s;
}

std::string padded(std::string s, std::size_t width) {
  const std::size_t size = text::count_code_points(s);
  if (size < width) s.append(width - size, ' ');
  return s;
}

std::string row(std::string_view who, std::string_view why, std::string_view words) {
  return padded(shortened(who, kWho - 2), kWho) + padded(std::string(why), kWhy) + (why.size() >= kWhy ? " " : "") +
         shortened(words, kWords) + "\n";
}

std::string speaker_name(const Document& d, const std::optional<document::SpeakerId>& id) {
  if (!id) return "(nobody)";
  const document::Speaker* speaker = find(d, *id);
  return speaker ? speaker->name : id->text();
}

// The page calls the same ones so.
std::string doubtful(const document::Quotation& q) {
  return q.review.state == document::kSuggested && document::is_doubtful(q) ? " (doubtful)" : "";
}

// Whether a person has had a word on it.
std::string reviewed(const document::Review& review) {
  return review.state == document::kSuggested ? "" : " (" + review.state.name() + ")";
}

}  // namespace

std::string explain(const Document& d) {
  const std::string_view s = d.article.text.view();
  // Rows in the order of the text: where, what kind of row, the row.
  std::vector<std::tuple<std::uint32_t, int, std::string>> rows;
  for (const document::Block& block : d.article.blocks)
    if (block.excluded || block.role != document::kParagraph)
      rows.emplace_back(block.span.begin, 0,
                        row(block.excluded ? "(excluded)" : "(" + block.role.name() + ")", block.origin ? block.origin->method : "",
                            slice(s, block.span)));
  for (const document::Quotation& q : d.quotations) {
    std::string out = row(speaker_name(d, q.speaker), q.origin.method.substr(0, q.origin.method.find(" + ")) + doubtful(q) + reviewed(q.review),
                          slice(s, q.content.front()));
    for (std::size_t i = 1; i < q.content.size(); ++i) out += row("", "+", slice(s, q.content[i]));
    for (std::size_t at = q.origin.method.find(" + "); at != std::string::npos;) {
      const std::size_t next = q.origin.method.find(" + ", at + 3);
      out += row("", "  " + q.origin.method.substr(at + 1, next == std::string::npos ? next : next - at - 1), "");
      at = next;
    }
    std::string why;
    if (!q.cue.empty()) why += "cue: " + words_of(d, q.cue);
    if (!q.source.empty()) why += (why.empty() ? "" : ", ") + std::string("source: ") + words_of(d, q.source);
    if (q.source_form == document::kImplicitForm) why += why.empty() ? "no source is named" : " (not named again)";
    if (q.act == document::kAttitude) why += ", an attitude";
    if (!q.mode.empty()) why += ", " + q.mode.name();
    if (!why.empty()) out += row("", "", why);
    rows.emplace_back(q.content.front().begin, 1, std::move(out));
  }
  for (const document::Claim& c : d.claims) {
    std::string reasons;
    for (const std::string& reason : c.reasons) reasons += (reasons.empty() ? "" : ", ") + reason;
    std::string out = row(c.attribution.speaker ? speaker_name(d, c.attribution.speaker)
                                                : "(" + (c.attribution.to.empty() ? std::string("unknown") : c.attribution.to.name()) + ")",
                          c.origin.method + reviewed(c.review), slice(s, c.spans.front()));
    if (!reasons.empty()) out += row("", "", "because: " + reasons);
    rows.emplace_back(c.spans.front().begin, 2, std::move(out));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return std::get<0>(a) != std::get<0>(b) ? std::get<0>(a) < std::get<0>(b) : std::get<1>(a) < std::get<1>(b);
  });
  std::string out;
  for (const auto& one : rows) out += std::get<2>(one);
  for (const document::Speaker& speaker : d.speakers) {
    std::string words = speaker.kind.name();
    for (const std::string& role : speaker.roles) words += ", " + role;
    if (!speaker.aliases.empty()) words += "; also:";
    for (const std::string& alias : speaker.aliases) words += " " + alias;
    out += row(speaker.name, (speaker.origin ? speaker.origin->method : "") + reviewed(speaker.review), words);
  }
  return out;
}

}  // namespace annotate
