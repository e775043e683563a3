#include "format/w3c.h"

#include <map>

#include "format/json.h"
#include "format/json_tree.h"
#include "format/json_writer.h"
#include "format/looks.h"
#include "text/base64.h"

namespace format {
namespace {

// RFC 6920 names a text by its hash, so that two people with the same text have the same source.
std::string name_of_hash(std::string_view hex) {
  const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(value(hex[i]) << 4 | value(hex[i + 1]));
  return "ni:///sha-256;" + text::base64url(bytes);
}

class Writer {
 public:
  explicit Writer(JsonValue file) : file_(file), id_(file["id"].text()) {
    const std::string_view url = file["document"]["url"].text();
    source_ = file["document"]["url"].is(JsonKind::string) && what_is_wrong(kAddress, url).empty()
                  ? std::string(url)
                  : name_of_hash(file["document"]["textHash"].text().substr(std::string_view("sha256:").size()));
    for (JsonValue one = file["agents"].first(); one; one = one.next()) agents_.emplace(one["id"].text(), one);
    for (JsonValue one = file["speakers"].first(); one; one = one.next()) speakers_.emplace(one["id"].text(), one);
    for (JsonValue one = file["notes"].first(); one; one = one.next()) notes_.emplace(one["target"].text(), one);
  }

  std::string run() {
    const JsonValue quotations = file_["quotations"], claims = file_["claims"];
    out_.begin_object();
    out_.key("@context").begin_array().text("http://www.w3.org/ns/anno.jsonld");
    out_.begin_object().key("role").text("https://quoth.invalid/1/role");
    out_.key("native").begin_object().key("@id").text("https://quoth.invalid/1/native").key("@type").text("@json").end_object().end_object().end_array();
    out_.key("id").text(id_ + "#annotations").key("type").text("AnnotationCollection");
    if (file_["document"]["title"].is(JsonKind::string)) out_.key("label").text(file_["document"]["title"].text());
    out_.key("total").number(quotations.size() + claims.size());
    out_.key("native");
    rest();
    out_.key("first").begin_object().key("id").text(id_ + "#page").key("type").text("AnnotationPage").key("startIndex").number(0).key("items").begin_array();
    for (JsonValue mark = quotations.first(); mark; mark = mark.next()) quotation(mark);
    for (JsonValue mark = claims.first(); mark; mark = mark.next()) claim(mark);
    out_.end_array().end_object().end_object();
    return out_.take() + "\n";
  }

 private:
  // The file without its quotations and claims; their places stay.
  void rest() {
    out_.begin_object();
    for (JsonValue member = file_.first(); member; member = member.next()) {
      out_.key(member.key());
      if (member.key() == "quotations" || member.key() == "claims") out_.begin_array().end_array();
      else write_value(out_, member);
    }
    out_.end_object();
  }

  using ById = std::multimap<std::string_view, JsonValue>;
  static JsonValue known(const ById& all, std::string_view id) {
    const auto found = all.find(id);
    return found == all.end() ? JsonValue() : found->second;
  }

  void begin(JsonValue mark, std::string_view motivation) {
    out_.begin_object().key("id").text(id_ + "#" + std::string(mark["id"].text())).key("type").text("Annotation").key("motivation").text(motivation);
    const JsonValue origin = mark["origin"];
    if (origin["at"]) out_.key("created").text(origin["at"].text());
    if (const JsonValue agent = known(agents_, origin["by"].text())) {
      out_.key("creator").begin_object().key("id").text(id_ + "#" + std::string(agent["id"].text()));
      out_.key("type").text(agent["type"].text() == "person" ? "Person" : "Software");
      if (agent["name"]) out_.key("name").text(agent["name"].text());
      out_.end_object();
    }
    out_.key("body").begin_array();
  }

  void words(std::string_view purpose, std::string_view value) {
    out_.begin_object().key("type").text("TextualBody").key("purpose").text(purpose).key("value").text(value).end_object();
  }
  void speaker(std::string_view id) {
    if (const JsonValue one = known(speakers_, id)) {
      out_.begin_object().key("type").text("SpecificResource").key("purpose").text("identifying").key("source").begin_object();
      out_.key("id").text(id_ + "#" + std::string(id)).key("label").text(one["name"].text()).end_object().end_object();
    }
  }
  void notes(std::string_view id) {
    const auto [from, to] = notes_.equal_range(id);
    for (auto note = from; note != to; ++note) words("commenting", note->second["text"].text());
  }

  void targets(JsonValue spans, std::string_view role) {
    for (JsonValue span = spans.first(); span; span = span.next()) {
      out_.begin_object().key("source").text(source_).key("role").text(role).key("selector").begin_array();
      out_.begin_object().key("type").text("TextQuoteSelector").key("exact").text(span["exact"].text());
      out_.key("prefix").text(span["prefix"].text()).key("suffix").text(span["suffix"].text()).end_object();
      out_.begin_object().key("type").text("TextPositionSelector");
      for (const std::string_view edge : {"start", "end"}) {
        out_.key(edge);
        write_value(out_, span[edge]);
      }
      out_.end_object().end_array().end_object();
    }
  }
  void end(JsonValue mark) {
    out_.end_array().key("native");
    write_value(out_, mark);
    out_.end_object();
  }

  void quotation(JsonValue mark) {
    begin(mark, "classifying");
    words("classifying", "quotation/" + std::string(mark["type"].text()));
    speaker(mark["speaker"].text());
    notes(mark["id"].text());
    out_.end_array().key("target").begin_array();
    for (const std::string_view role : {"content", "cue", "source"}) targets(mark[role], role);
    end(mark);
  }
  void claim(JsonValue mark) {
    begin(mark, "assessing");
    words("classifying", "claim/" + std::string(mark["type"].text()));
    speaker(mark["attribution"]["speaker"].text());
    notes(mark["id"].text());
    out_.end_array().key("target").begin_array();
    targets(mark["spans"], "claim");
    end(mark);
  }

  JsonValue file_;
  std::string id_, source_;
  ById agents_, speakers_, notes_;
  JsonWriter out_{JsonWriter::Layout::indented};
};

}  // namespace

std::string write_w3c(const document::Document& d) {
  const auto file = parse_json(write_json_line(d));
  if (!file.ok()) return {};  // larger than any file that can be read
  return Writer((*file)->root()).run();
}

text::Result<document::Document> read_w3c(std::string_view bytes) {
  const auto tree = parse_json(bytes);
  if (!tree.ok()) return tree.error();
  const JsonValue root = (*tree)->root(), native = root["native"], items = root["first"]["items"];
  if (root["type"].text() != "AnnotationCollection") return text::Error{"$.type", "expected \"AnnotationCollection\"; this JSON is no collection of W3C annotations"};
  if (!native.is(JsonKind::object)) return text::Error{"$.native", "is missing: annotations of another program do not hold the text that they are on; open the article first, then this file over it"};
  JsonWriter out;
  const auto marks = [&](std::string_view member) {
    out.key(member).begin_array();
    for (JsonValue item = items.first(); item; item = item.next()) {
      const JsonValue mark = item["native"];
      if (mark[member == "quotations" ? "content" : "spans"]) write_value(out, mark);
    }
    out.end_array();
  };
  out.begin_object();
  for (JsonValue member = native.first(); member; member = member.next()) {
    if (member.key() == "quotations" || member.key() == "claims") {
      marks(member.key());
    } else {
      out.key(member.key());
      write_value(out, member);
    }
  }
  for (const std::string_view member : {"quotations", "claims"})
    if (!native[member]) marks(member);
  out.end_object();
  auto d = read_json(out.take());
  if (!d.ok()) return text::Error{"$.native", "this part is at fault: " + to_string(d.error())};
  d->original = {};
  return d;
}

}  // namespace format
