#include "format/citron.h"

#include <algorithm>
#include <map>
#include <vector>

#include "format/foreign.h"
#include "format/json_writer.h"
#include "text/utf8.h"

namespace format {
namespace {

using namespace document;

class Reader {
 public:
  Reader(JsonValue root, const Article& article, const ForeignText& text) : root_(root), text_(text), out_(article, "citron") {}

  text::Result<Document> run() {
    std::size_t i = 0;
    for (JsonValue group = root_["coreference_groups"].first(); group; group = group.next(), ++i)
      if (!this->group(group, "$.coreference_groups[" + std::to_string(i) + "]")) return error_;
    i = 0;
    for (JsonValue quote = root_["quotes"].first(); quote; quote = quote.next(), ++i)
      if (!this->quote(quote, "$.quotes[" + std::to_string(i) + "]")) return error_;
    return out_.take();
  }

 private:
  bool fail(std::string where, std::string message) {
    error_ = {std::move(where), std::move(message)};
    return false;
  }
  // An empty place is none, unless it must not be.
  bool place(JsonValue one, const std::string& where, std::vector<Span>& into, bool may_be_empty = false) {
    const auto start = whole(one["start"]), end = whole(one["end"]);
    if (!start || !end) return fail(where, "expected an object with a start and an end");
    if (may_be_empty && *start == *end) return true;
    const JsonValue words = one["text"];
    const auto span = words.is(JsonKind::string) ? text_.span(*start, *end, Unit::code_point, words.text()) : text_.span(*start, *end, Unit::code_point);
    if (!span) return fail(where, words.is(JsonKind::string) ? "these words do not stand there" : "lies outside the text, or is empty");
    into.push_back(*span);
    return true;
  }
  bool places(JsonValue list, const std::string& where, std::vector<Span>& into) {
    std::size_t i = 0;
    for (JsonValue one = list.first(); one; one = one.next(), ++i)
      if (!place(one, where + "[" + std::to_string(i) + "]", into)) return false;
    return true;
  }
  bool group(JsonValue group, const std::string& where) {
    std::vector<Span> mentions;
    if (!places(group, where, mentions)) return false;
    Span longest;
    for (const Span mention : mentions)
      if (mention.size() > longest.size()) longest = mention;
    if (mentions.empty()) return true;
    const SpeakerId speaker = out_.new_speaker(std::string(slice(text_.text(), longest)));
    for (const Span mention : mentions) speakers_.emplace(mention, speaker);
    return true;
  }
  bool quote(JsonValue quote, const std::string& where) {
    Quotation q;
    q.review.state = kAccepted;
    if (const JsonValue cue = quote["cue"]; cue && !cue.is(JsonKind::null) && !place(cue, where + ".cue", q.cue, true)) return false;
    if (!places(quote["sources"], where + ".sources", q.source) || !places(quote["contents"], where + ".contents", q.content)) return false;
    if (q.content.empty()) return fail(where + ".contents", "has no spans");
    if (const JsonValue share = quote["confidence"]; share.is(JsonKind::number)) {
      // A score makes it the program's word, not a person's.
      const auto thousandths = thousandths_of(share.text());
      if (!thousandths || *thousandths < 0 || *thousandths > 1000) return fail(where + ".confidence", "is not between 0 and 1");
      q.origin.confidence = static_cast<int>(*thousandths);
      q.origin.method = "citron";
      q.review.state = kSuggested;
    }
    for (const Span source : q.source)
      if (const auto speaker = speakers_.find(source); speaker != speakers_.end() && !q.speaker) q.speaker = speaker->second;
    out_.add(std::move(q));
    return true;
  }

  JsonValue root_;
  const ForeignText& text_;
  ForeignDocument out_;
  text::Error error_;
  std::map<Span, SpeakerId> speakers_;  // by what they are called, and where
};

// Quotations of one speaker, and those that share a source: what Citron calls a group. In the order of their first sources;
// groups of which no quotation has a speaker are none.
std::vector<std::vector<Span>> groups_of(const std::vector<const Quotation*>& quotations) {
  std::vector<std::size_t> head(quotations.size());
  for (std::size_t i = 0; i < head.size(); ++i) head[i] = i;
  const auto find = [&](std::size_t i) {
    while (head[i] != i) i = head[i] = head[head[i]];
    return i;
  };
  std::map<Span, std::size_t> by_source;
  std::map<std::string_view, std::size_t> by_speaker;
  std::vector<bool> named(quotations.size());
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const Quotation& q = *quotations[i];
    if (q.source.empty()) continue;
    for (const Span source : q.source) head[find(i)] = find(by_source.emplace(source, i).first->second);
    if (q.speaker) head[find(i)] = find(by_speaker.emplace(q.speaker->text(), i).first->second);
  }
  std::map<std::size_t, std::vector<Span>> members;
  for (const auto& [source, i] : by_source) members[find(i)].push_back(source);
  for (std::size_t i = 0; i < quotations.size(); ++i)
    if (quotations[i]->speaker && !quotations[i]->source.empty()) named[find(i)] = true;
  std::vector<std::vector<Span>> out;
  for (auto& [i, sources] : members)
    if (named[i]) out.push_back(std::move(sources));
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::string write_citron(const Document& d) {
  const std::string_view text = d.article.text.view();
  const text::CodePointIndex index(text);
  JsonWriter out(JsonWriter::Layout::indented);
  const auto place = [&](Span span) {
    out.begin_object().key("start").number(index.to_code_points(span.begin)).key("end").number(index.to_code_points(span.end));
    out.key("text").text(slice(text, span)).end_object();
  };
  const auto places = [&](std::string_view key, const std::vector<Span>& spans) {
    out.key(key).begin_array();
    for (const Span span : spans) place(span);
    out.end_array();
  };
  std::vector<const Quotation*> written;
  out.begin_object().key("text").text(text).key("quotes").begin_array();
  for (const Quotation& q : d.quotations) {
    if (q.review.state == kRejected || q.content.empty()) continue;
    out.begin_object().key("cue");
    place(q.cue.empty() ? Span{q.content.front().begin, q.content.front().begin} : q.cue.front());
    places("sources", q.source);
    places("contents", q.content);
    if (q.origin.confidence && q.review.state == kSuggested) out.key("confidence").thousandths(*q.origin.confidence);
    out.end_object();
    written.push_back(&q);
  }
  out.end_array().key("coreference_groups").begin_array();
  for (const std::vector<Span>& group : groups_of(written)) {
    out.begin_array();
    for (const Span source : group) place(source);
    out.end_array();
  }
  return out.end_array().end_object().take() + "\n";
}

text::Result<Document> read_citron(std::string_view bytes) {
  const auto tree = parse_json(bytes);
  if (!tree.ok()) return tree.error();
  const JsonValue root = (*tree)->root(), words = root["text"];
  if (!words.is(JsonKind::string)) return text::Error{"$.text", words ? "expected a string" : "is missing"};
  const ForeignText text(words.text());
  Article article;
  article.text = SharedText(std::string(text.text()));
  return Reader(root, article, text).run();
}

}  // namespace format
