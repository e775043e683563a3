#include <map>
#include <string>
#include <vector>

#include "format/foreign.h"
#include "format/json.h"
#include "format/json_writer.h"
#include "format/w3c.h"

namespace format {
namespace {

using namespace document;

// One or several of something: JSON-LD writes a list of one without its brackets.
std::vector<JsonValue> each(JsonValue value) {
  std::vector<JsonValue> out;
  if (!value.is(JsonKind::array)) {
    if (value) out.push_back(value);
    return out;
  }
  for (JsonValue one = value.first(); one; one = one.next()) out.push_back(one);
  return out;
}

struct Selected {
  std::string role, exact, prefix, suffix;
  std::int64_t start = 0, end = 0;
};
struct Mark {
  bool claim = false;
  std::string type, speaker;
  std::vector<Selected> targets;
  std::vector<std::string> notes;
};

// As marks without a text of our own form: then the one reader finds their places, and lists those that are lost.
class Translator {
 public:
  void annotation(JsonValue one) {
    Mark mark;
    mark.claim = one["motivation"].text() == "assessing";
    for (const JsonValue target : each(one["target"])) this->target(target, mark);
    if (mark.targets.empty()) return;
    for (const JsonValue body : each(one["body"])) this->body(body, mark);
    for (const JsonValue tag : each(one["tags"])) label(std::string(tag.text()), mark);           // Hypothesis
    if (const JsonValue words = one["text"]; !words.text().empty()) mark.notes.push_back(std::string(words.text()));
    if (mark.targets.front().role == "claim") mark.claim = true;
    marks_.push_back(std::move(mark));
  }

  std::string run() {
    JsonWriter out;
    out.begin_object().key("format").text("quoth-annotation").key("formatVersion").text("1.0").key("id").text("urn:quoth:foreign");
    out.key("document").begin_object().key("textHash").text("sha256:" + std::string(64, '0')).key("offsetUnit").text("codepoint").end_object();
    out.key("agents").begin_array().begin_object().key("id").text("a1").key("type").text("software").key("name").text("w3c").end_object().end_array();
    std::map<std::string, std::string> speakers;
    out.key("speakers").begin_array();
    for (const Mark& mark : marks_) {
      if (mark.speaker.empty()) continue;
      const auto [found, fresh] = speakers.emplace(mark.speaker, "s" + std::to_string(speakers.size() + 1));
      if (fresh) out.begin_object().key("id").text(found->second).key("name").text(mark.speaker).end_object();
    }
    out.end_array();
    std::vector<std::pair<std::string, std::string>> notes;  // on which mark, and its words
    for (const bool claims : {false, true}) {
      out.key(claims ? "claims" : "quotations").begin_array();
      std::size_t number = 0;
      for (const Mark& mark : marks_) {
        if (mark.claim != claims) continue;
        const std::string id = (claims ? "c" : "q") + std::to_string(++number);
        for (const std::string& note : mark.notes) notes.push_back({id, note});
        const std::string speaker = mark.speaker.empty() ? "" : speakers[mark.speaker];
        out.begin_object().key("id").text(id);
        if (claims) claim(out, mark, speaker);
        else quotation(out, mark, speaker);
        out.key("origin").begin_object().key("by").text("a1").end_object().key("review").begin_object().key("state").text("accepted").end_object().end_object();
      }
      out.end_array();
    }
    out.key("notes").begin_array();
    for (std::size_t i = 0; i < notes.size(); ++i)
      out.begin_object().key("id").text("n" + std::to_string(i + 1)).key("target").text(notes[i].first).key("by").text("a1").key("text").text(notes[i].second).end_object();
    return out.end_array().end_object().take();
  }

 private:
  void target(JsonValue target, Mark& mark) {
    Selected found;
    bool quote = false;
    for (const JsonValue selector : each(target["selector"])) {
      const std::string_view type = selector["type"].text();
      if (type == "TextQuoteSelector") {
        found.exact = std::string(selector["exact"].text());
        found.prefix = std::string(selector["prefix"].text());
        found.suffix = std::string(selector["suffix"].text());
        quote = !found.exact.empty();
      } else if (type == "TextPositionSelector") {
        const auto start = whole(selector["start"]), end = whole(selector["end"]);
        if (start && end && *start >= 0 && *end >= *start) found.start = *start, found.end = *end;
      }
    }
    if (!quote) return;  // a place alone says nothing of a text that may have changed
    found.role = std::string(target["role"].text());
    mark.targets.push_back(std::move(found));
  }
  void body(JsonValue body, Mark& mark) {
    if (body.is(JsonKind::string)) return label(std::string(body.text()), mark);
    const std::string_view purpose = body["purpose"].text();
    const std::string value(body["value"].text());
    if (purpose == "identifying") {
      const JsonValue source = body["source"], name = source["label"] ? source["label"] : source["name"];
      mark.speaker = std::string(name ? name.text() : std::string_view(value));
    } else if (purpose == "classifying" || purpose == "tagging") {
      label(value, mark);
    } else if (!value.empty()) {
      mark.notes.push_back(value);
    }
  }
  // "quotation/direct", "claim", "indirect"; another one is a note, so that it is not lost.
  void label(std::string words, Mark& mark) {
    std::string small = words;
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const std::size_t slash = small.find('/');
    const std::string kind = small.substr(0, slash), type = slash == std::string::npos ? "" : small.substr(slash + 1);
    if (kind == "quotation" || kind == "quote" || kind == "claim") {
      mark.claim = kind == "claim";
      mark.type = type;
    } else if (small == "direct" || small == "indirect" || small == "mixed") {
      mark.type = small;
    } else if (!words.empty()) {
      mark.notes.push_back(std::move(words));
    }
  }

  static void spans(JsonWriter& out, std::string_view key, const Mark& mark, std::string_view role) {
    out.key(key).begin_array();
    for (const Selected& one : mark.targets) {
      const std::string_view its = one.role == "cue" || one.role == "source" ? std::string_view(one.role) : "";
      if (its != role) continue;
      out.begin_object().key("start").number(one.start).key("end").number(one.end).key("exact").text(one.exact);
      out.key("prefix").text(one.prefix).key("suffix").text(one.suffix).end_object();
    }
    out.end_array();
  }
  static void quotation(JsonWriter& out, const Mark& mark, const std::string& speaker) {
    out.key("type").text(mark.type.empty() ? type_by_words(mark.targets.front().exact).name() : mark.type);
    spans(out, "content", mark, "");
    spans(out, "cue", mark, "cue");
    spans(out, "source", mark, "source");
    if (!speaker.empty()) out.key("speaker").text(speaker);
  }
  static void claim(JsonWriter& out, const Mark& mark, const std::string& speaker) {
    spans(out, "spans", mark, "");
    out.key("type").text(mark.type.empty() ? "other" : mark.type);
    out.key("attribution").begin_object().key("to").text(speaker.empty() ? "unknown" : "speaker");
    if (!speaker.empty()) out.key("speaker").text(speaker);
    out.end_object();
  }

  std::vector<Mark> marks_;
};

JsonValue annotations_of(JsonValue root) {
  if (root.is(JsonKind::array)) return root;
  for (const JsonValue list : {root["first"]["items"], root["items"], root["annotations"]})
    if (list.is(JsonKind::array)) return list;
  return {};
}

}  // namespace

text::Result<Document> read_w3c_over(std::string_view bytes, const Article& article) {
  const auto tree = parse_json(bytes);
  if (!tree.ok()) return tree.error();
  const JsonValue root = (*tree)->root();
  if (root["native"]) {
    auto own = read_w3c(bytes);
    return own.ok() ? read_json_over(write_json(*own), article) : own;
  }
  Translator translator;
  const JsonValue annotations = annotations_of(root);
  if (!annotations) return text::Error{"$", "expected a collection or a list of W3C annotations"};
  for (JsonValue one = annotations.first(); one; one = one.next()) translator.annotation(one);
  return read_json_over(translator.run(), article);
}

bool looks_like_w3c(JsonValue root) {
  if (root["type"].text() == "AnnotationCollection" || root["type"].text() == "AnnotationPage") return true;
  const JsonValue first = annotations_of(root).first();
  return first["target"].is(JsonKind::array) || first["target"].is(JsonKind::object);
}

}  // namespace format
