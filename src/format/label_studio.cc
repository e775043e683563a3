#include "format/label_studio.h"

#include <algorithm>
#include <map>
#include <vector>

#include "format/by_id.h"
#include "format/foreign.h"
#include "format/json_writer.h"
#include "format/looks.h"

namespace format {
namespace {

using namespace document;

class Writer {
 public:
  explicit Writer(const Document& d) : d_(d), speakers_(d), notes_(d), text_(d.article.text.view()) {}

  std::string run() {
    out_.begin_array().begin_object().key("data").begin_object().key("text").text(text_.text()).end_object();
    out_.key("predictions").begin_array().begin_object().key("model_version").text("quoth").key("result").begin_array();
    for (const Quotation& q : d_.quotations) {
      const std::string first = regions(q.id.text(), "content", q.content, q.origin.confidence);
      if (first.empty()) continue;
      said("type", first, q.content.front(), q.type.name());
      said("review", first, q.content.front(), q.review.state.name());
      if (const Speaker* speaker = speakers_.find(q.speaker)) said("speaker", first, q.content.front(), speaker->name);
      for (const Note* note : notes_.on(q.id.text())) said("note", first, q.content.front(), note->text);
      tie(first, regions(q.id.text(), "cue", q.cue, {}), "cue");
      tie(first, regions(q.id.text(), "source", q.source, {}), "source");
    }
    for (const Claim& c : d_.claims) {
      const std::string first = regions(c.id.text(), "claim", c.spans, c.origin.confidence);
      if (first.empty()) continue;
      said("type", first, c.spans.front(), c.type.name());
      said("review", first, c.spans.front(), c.review.state.name());
      for (const Note* note : notes_.on(c.id.text())) said("note", first, c.spans.front(), note->text);
    }
    return out_.end_array().end_object().end_array().end_object().end_array().take() + "\n";
  }

 private:
  void begin(const std::string& id, std::string_view from, std::string_view type, Span span) {
    out_.begin_object().key("id").text(id).key("from_name").text(from).key("to_name").text("text").key("type").text(type);
    out_.key("value").begin_object().key("start").number(text_.place(span.begin, Unit::utf16)).key("end").number(text_.place(span.end, Unit::utf16));
  }
  // The id of the first, or nothing where there are no pieces.
  std::string regions(const std::string& mark, std::string_view label, const std::vector<Span>& pieces, std::optional<int> confidence) {
    std::string first;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const std::string id = mark + "-" + std::string(label) + "-" + std::to_string(i + 1);
      begin(id, "label", "labels", pieces[i]);
      out_.key("text").text(slice(text_.text(), pieces[i])).key("labels").begin_array().text(label).end_array().end_object();
      if (confidence) out_.key("score").thousandths(*confidence);
      out_.end_object();
      if (i) tie(id, first, "continues");
      else first = id;
    }
    return first;
  }
  void said(std::string_view what, const std::string& id, Span span, std::string_view words) {
    begin(id, what, "textarea", span);
    out_.key("text").begin_array().text(words).end_array().end_object().end_object();
  }
  void tie(const std::string& from, const std::string& to, std::string_view label) {
    if (to.empty()) return;
    out_.begin_object().key("type").text("relation").key("from_id").text(from).key("to_id").text(to).key("direction").text("right");
    out_.key("labels").begin_array().text(label).end_array().end_object();
  }

  const Document& d_;
  SpeakersById speakers_;
  NotesByTarget notes_;
  ForeignText text_;
  JsonWriter out_{JsonWriter::Layout::indented};
};

struct Region {
  std::string id, label;
  std::vector<Span> pieces;
  std::vector<std::size_t> cues, sources;
  std::optional<std::size_t> continues;
  std::optional<int> confidence;
  std::optional<std::string> type, speaker, review;
  std::vector<std::string> notes;
};

class Reader {
 public:
  Reader(JsonValue results, std::string where, const Article& article, const ForeignText& text)
      : results_(results), where_(std::move(where)), text_(text), out_(article, "label studio") {}

  text::Result<Document> run() {
    std::size_t i = 0;
    for (JsonValue one = results_.first(); one; one = one.next(), ++i)
      if (one["type"].text() == "labels" && !region(one, place(i))) return error_;
    i = 0;
    for (JsonValue one = results_.first(); one; one = one.next(), ++i) {
      const std::string_view type = one["type"].text();
      if (type == "relation" && !relation(one, place(i))) return error_;
      if (type == "textarea" || type == "choices") said(one, type == "choices" ? "choices" : "text");
    }
    for (Region& one : regions_)
      if (one.continues) head_of(one).pieces.push_back(one.pieces.front());
    for (Region& one : regions_)
      if (!one.continues) make(one);
    return out_.take();
  }

 private:
  std::string place(std::size_t i) const { return where_ + "[" + std::to_string(i) + "]"; }
  bool fail(std::string where, std::string message) {
    error_ = {std::move(where), std::move(message)};
    return false;
  }
  bool region(JsonValue one, const std::string& where) {
    const JsonValue value = one["value"], words = value["text"];
    const auto start = whole(value["start"]), end = whole(value["end"]);
    if (!start || !end) return fail(where + ".value", "expected a start and an end as whole numbers");
    const auto span = words.is(JsonKind::string) ? text_.span(*start, *end, Unit::utf16, words.text()) : text_.span(*start, *end, Unit::utf16);
    if (!span) return fail(where + ".value", words.is(JsonKind::string) ? "these words do not stand there" : "lies outside the text, or is empty");
    Region region{.id = std::string(one["id"].text()), .label = std::string(value["labels"].first().text()), .pieces = {*span}};
    for (char& c : region.label) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (one["score"].is(JsonKind::number)) {
      const auto share = thousandths_of(one["score"].text());
      if (!share || *share < 0 || *share > 1000) return fail(where + ".score", "is not between 0 and 1");
      region.confidence = static_cast<int>(*share);
    }
    if (!by_id_.emplace(region.id, regions_.size()).second) return fail(where + ".id", "is used twice");
    regions_.push_back(std::move(region));
    return true;
  }
  bool relation(JsonValue one, const std::string& where) {
    const auto from = by_id_.find(one["from_id"].text()), to = by_id_.find(one["to_id"].text());
    if (from == by_id_.end() || to == by_id_.end()) return fail(where, "joins what is not there");
    std::string_view label = one["labels"].first().text();
    Region &a = regions_[from->second], &b = regions_[to->second];
    if (label == "continues") a.continues = to->second;
    else if (a.label == "content" && b.label == "cue") a.cues.push_back(to->second);
    else if (a.label == "content" && b.label == "source") a.sources.push_back(to->second);
    return true;
  }
  void said(JsonValue one, std::string_view member) {
    const auto found = by_id_.find(one["id"].text());
    if (found == by_id_.end()) return;  // on the task, not on a mark
    const JsonValue list = one["value"][member];
    const std::string words(list.is(JsonKind::array) ? list.first().text() : list.text());
    Region& region = regions_[found->second];
    const std::string_view what = one["from_name"].text();
    if (what == "type") region.type = words;
    else if (what == "speaker") region.speaker = words;
    else if (what == "review") region.review = words;
    else region.notes.push_back(words);
  }
  // A piece continues the first one; where it names a later one, that one's first. A ring has no first.
  Region& head_of(Region& region) {
    Region* at = &region;
    for (int steps = 0; at->continues && steps < 64; ++steps) at = &regions_[*at->continues];
    if (at->continues) at->continues = std::nullopt;
    return *at;
  }
  void make(Region& one) {
    const auto all = [&](const std::vector<std::size_t>& places) {
      std::vector<Span> out;
      for (const std::size_t at : places) out.insert(out.end(), regions_[at].pieces.begin(), regions_[at].pieces.end());
      return out;
    };
    // Our own ids are those of the mark, with the label and a number.
    std::string id = one.id;
    const std::string ending = "-" + one.label + "-1";
    if (id.ends_with(ending)) id.resize(id.size() - ending.size());
    else id.clear();
    if (!what_is_wrong(kId, id).empty()) id.clear();
    const Origin origin{.method = one.confidence ? "label studio" : "", .confidence = one.confidence};
    const Review review{.state = ReviewState(one.review.value_or(one.confidence ? "suggested" : "accepted"))};
    if (one.label == "content" || one.label == "quotation" || one.label == "quote") {
      Quotation q{.id = QuotationId(id), .type = QuotationType(one.type.value_or("")), .content = one.pieces, .cue = all(one.cues), .source = all(one.sources)};
      if (one.speaker) q.speaker = out_.speaker(*one.speaker);
      q.origin = origin;
      q.review = review;
      out_.add(std::move(q), std::move(one.notes));
    } else if (one.label == "claim") {
      Claim c{.id = ClaimId(id), .spans = one.pieces, .type = ClaimType(one.type.value_or("other"))};
      c.origin = origin;
      c.review = review;
      out_.add(std::move(c), std::move(one.notes));
    }
  }

  JsonValue results_;
  std::string where_;
  const ForeignText& text_;
  ForeignDocument out_;
  text::Error error_;
  std::vector<Region> regions_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
};

}  // namespace

std::string write_label_studio(const Document& d) { return Writer(d).run(); }

text::Result<Document> read_label_studio(std::string_view bytes) {
  const auto tree = parse_json(bytes);
  if (!tree.ok()) return tree.error();
  const bool many = (*tree)->root().is(JsonKind::array);
  const JsonValue task = many ? (*tree)->root().first() : (*tree)->root();
  const std::string root = many ? "$[0]" : "$";
  if (many && task && task.next()) return text::Error{"$[1]", "the file holds several tasks; give one of them"};
  const JsonValue words = task["data"]["text"];
  if (!words.is(JsonKind::string)) return text::Error{root + ".data.text", words ? "expected a string" : "is missing"};
  std::string list = "annotations";
  if (!task[list].first()) list = "predictions";
  if (task[list].first() && task[list].first().next()) return text::Error{root + "." + list + "[1]", "the task has several people's marks; give those of one, and merge"};
  const ForeignText text(words.text());
  Article article;
  article.text = SharedText(std::string(text.text()));
  return Reader(task[list].first()["result"], root + "." + list + "[0].result", article, text).run();
}

}  // namespace format
