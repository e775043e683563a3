#include "format/doccano.h"

#include <algorithm>
#include <map>
#include <vector>

#include "format/foreign.h"
#include "format/json_tree.h"
#include "format/json_writer.h"
#include "text/utf8.h"

namespace format {
namespace {

using namespace document;

struct Entity {
  std::string_view label;
  Span span;
};
struct Relation {
  std::string_view type;
  std::size_t from, to;  // ids of entities
};

std::string small_letters(std::string_view label) {
  std::string out(label);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// Entities that relations tie together.
struct Group {
  std::string label;
  std::vector<Span> pieces;
  std::vector<std::size_t> cues, sources;
};

class Reader {
 public:
  explicit Reader(JsonValue root, const Article& article, const ForeignText& text) : root_(root), text_(text), out_(article, "doccano") {}

  text::Result<Document> run() {
    std::size_t i = 0;
    const JsonValue entities = root_["entities"], old = root_["label"] ? root_["label"] : root_["labels"];
    for (JsonValue one = entities.first(); one; one = one.next(), ++i)
      if (!entity(one, one["start_offset"], one["end_offset"], one["label"], "$.entities[" + std::to_string(i) + "]")) return error_;
    i = 0;
    for (JsonValue one = entities ? JsonValue() : old.first(); one; one = one.next(), ++i)
      if (!entity({}, one.first(), one.first().next(), one.first().next().next(), "$." + std::string(old.key()) + "[" + std::to_string(i) + "]")) return error_;
    i = 0;
    for (JsonValue one = root_["relations"].first(); one; one = one.next(), ++i)
      if (!relation(one, "$.relations[" + std::to_string(i) + "]")) return error_;
    collect();
    for (const Group& group : groups_) make(group);
    return out_.take();
  }

 private:
  bool fail(std::string where, std::string message) {
    error_ = {std::move(where), std::move(message)};
    return false;
  }
  bool entity(JsonValue whole_entity, JsonValue start, JsonValue end, JsonValue label, const std::string& where) {
    const auto from = whole(start), to = whole(end);
    if (!from || !to) return fail(where, "expected a start and an end as whole numbers");
    if (!label.is(JsonKind::string)) return fail(where, "expected a label");
    const auto span = text_.span(*from, *to, Unit::code_point);
    if (!span) return fail(where, "lies outside the text, or is empty");
    if (const auto id = whole(whole_entity["id"]); id && !by_id_.emplace(*id, groups_.size()).second) return fail(where, "its id is used twice");
    groups_.push_back({small_letters(label.text()), {*span}, {}, {}});
    return true;
  }
  bool relation(JsonValue one, const std::string& where) {
    const auto from_id = whole(one["from_id"]), to_id = whole(one["to_id"]);
    const auto from = from_id ? by_id_.find(*from_id) : by_id_.end(), to = to_id ? by_id_.find(*to_id) : by_id_.end();
    if (from == by_id_.end() || to == by_id_.end()) return fail(where, "joins what is not there");
    const std::string type = small_letters(one["type"].text());
    Group &a = groups_[from->second], &b = groups_[to->second];
    if (type == "continues") {
      before_[from->second] = to->second;
    } else if (a.label == "content" && b.label == "cue") {
      a.cues.push_back(to->second);
    } else if (a.label == "content" && b.label == "source") {
      a.sources.push_back(to->second);
    }
    return true;
  }

  // Puts each piece to the one with which its row begins; a row that bites its tail begins where it is entered.
  void collect() {
    pieces_.resize(groups_.size());
    std::vector<std::size_t> heads(groups_.size(), groups_.size()), path;
    std::vector<bool> on_path(groups_.size());
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      path.clear();
      std::size_t at = i;
      for (auto next = before_.find(at); heads[at] == groups_.size() && !on_path[at] && next != before_.end(); next = before_.find(at)) {
        on_path[at] = true;
        path.push_back(at);
        at = next->second;
      }
      if (heads[at] == groups_.size()) heads[at] = at;
      for (const std::size_t one : path) heads[one] = heads[at], on_path[one] = false;
      pieces_[heads[i]].push_back(groups_[i].pieces.front());
    }
  }
  void make(const Group& group) {
    const auto place = static_cast<std::size_t>(&group - groups_.data());
    if (pieces_[place].empty()) return;
    const auto all = [&](const std::vector<std::size_t>& places) {
      std::vector<Span> out;
      for (const std::size_t at : places) out.insert(out.end(), pieces_[at].begin(), pieces_[at].end());
      return out;
    };
    if (group.label == "content" || group.label == "quotation" || group.label == "quote")
      out_.add(Quotation{.content = pieces_[place], .cue = all(group.cues), .source = all(group.sources), .review = {.state = kAccepted}});
    else if (group.label == "claim")
      out_.add(Claim{.spans = pieces_[place], .type = ClaimType("other"), .review = {.state = kAccepted}});
  }

  JsonValue root_;
  const ForeignText& text_;
  ForeignDocument out_;
  text::Error error_;
  std::vector<Group> groups_;
  std::map<std::int64_t, std::size_t> by_id_;
  std::map<std::size_t, std::size_t> before_;
  std::vector<std::vector<Span>> pieces_;  // of the row that begins with each
};

}  // namespace

text::Result<Document> read_doccano(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  const std::string_view line = bytes.substr(0, end);
  if (end != std::string_view::npos && bytes.find_first_not_of(" \t\r\n", end) != std::string_view::npos && parse_json(line).ok())
    return text::Error{"line 2", "the file holds several articles, one a line; give one line of it"};
  const auto tree = parse_json(bytes);
  if (!tree.ok()) return tree.error();
  const JsonValue root = (*tree)->root(), words = root["text"];
  if (!words.is(JsonKind::string)) return text::Error{"$.text", words ? "expected a string" : "is missing"};
  const ForeignText text(words.text());
  Article article;
  article.text = SharedText(std::string(text.text()));
  return Reader(root, article, text).run();
}

std::string write_doccano(const Document& d) {
  const std::string_view text = d.article.text.view();
  const text::CodePointIndex index(text);
  std::vector<Entity> entities;
  std::vector<Relation> relations;
  const auto add = [&](std::string_view label, const std::vector<Span>& pieces) {
    const std::size_t first = entities.size() + 1;
    for (const Span piece : pieces) {
      entities.push_back({label, piece});
      if (entities.size() > first) relations.push_back({"continues", entities.size(), entities.size() - 1});
    }
    return first;
  };
  for (const Quotation& q : d.quotations) {
    const std::size_t content = add("content", q.content);
    if (!q.cue.empty()) relations.push_back({"cue", content, add("cue", q.cue)});
    if (!q.source.empty()) relations.push_back({"source", content, add("source", q.source)});
  }
  for (const Claim& c : d.claims) add("claim", c.spans);

  JsonWriter out;
  out.begin_object().key("id").number(1).key("text").text(text).key("entities").begin_array();
  for (std::size_t i = 0; i < entities.size(); ++i) {
    out.begin_object().key("id").number(i + 1).key("label").text(entities[i].label);
    out.key("start_offset").number(index.to_code_points(entities[i].span.begin)).key("end_offset").number(index.to_code_points(entities[i].span.end)).end_object();
  }
  out.end_array().key("relations").begin_array();
  for (std::size_t i = 0; i < relations.size(); ++i)
    out.begin_object().key("id").number(i + 1).key("from_id").number(relations[i].from).key("to_id").number(relations[i].to).key("type").text(relations[i].type).end_object();
  return out.end_array().end_object().take() + "\n";
}

}  // namespace format
