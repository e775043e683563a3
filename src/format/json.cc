#include "format/json.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "anchor/anchor.h"
#include "format/json_members.h"
#include "format/json_reader.h"
#include "format/json_shape.h"
#include "format/json_writer.h"
#include "text/sha256.h"
#include "text/utf8.h"

namespace format {
namespace {

using namespace document;

class Writer {
 public:
  template <typename T> using Of = const T;

  Writer(const Document& d, JsonWriter::Layout layout, bool with_text = true)
      : d_(d), text_(d.article.text.view()), with_text_(with_text), index_(text_), out_(layout) {}

  std::string run() {
    object(d_);
    return out_.take();
  }

  // --- called by members() ---

  void signature() {
    member("$schema", false, [this](JsonValue) { out_.text(kSchemaAddress); }, true, [](JsonValue) { return true; });
    member("format", true, [this](JsonValue) { out_.text("quoth-annotation"); });
  }

  void text(std::string_view key, const std::string& value, When when, Look = kAny) {
    if (key == "id" && &value == &d_.id && value.empty()) return member(key, true, [this](JsonValue) { out_.text(id_of_text(text_)); });
    member(key, !value.empty() || when == kNeeded, [=, this, &value](JsonValue) {
      if (value.empty() && when == kNull) out_.null();
      else out_.text(value);
    }, when != kOmit, [&value](JsonValue kept) { 
      return kept.is(JsonKind::number) ? kept.text() == value : value.empty();
    });
  }
  template <typename Kind> void id(std::string_view key, const Id<Kind>& value, When when) { text(key, value.text(), when); }
  template <typename Kind> void id(std::string_view key, const std::optional<Id<Kind>>& value, When when) {
    static const std::string none;
    text(key, value ? value->text() : none, when);
  }
  template <typename List> void name(std::string_view key, const OpenName<List>& value, When when) { text(key, value.name(), when); }

  void texts(std::string_view key, const std::vector<std::string>& values, When when, Look = kAny) {
    member(key, !values.empty(), [this, &values](JsonValue) {
      out_.begin_array();
      for (const std::string& value : values) out_.text(value);
      out_.end_array();
    }, when != kOmit, [&values](JsonValue) { return values.empty(); });
  }
  void flag(std::string_view key, bool value) {
    member(key, value, [this](JsonValue) { out_.boolean(true); }, false, [value](JsonValue) { return !value; });
  }
  void share(std::string_view key, const std::optional<int>& value) {
    member(key, value.has_value(), [this, &value](JsonValue) { out_.thousandths(*value); }, false, [&value](JsonValue kept) {
      return kept.is(JsonKind::null) ? !value : value && thousandths_of(kept.text()) == *value;
    });
  }
  void count(std::string_view key, std::uint64_t value) {
    member(key, value != 0, [this, value](JsonValue) { out_.number(value); }, true, [value](JsonValue) { return value == 0; });
  }

  template <typename T> void part(std::string_view key, const T& value, When when) {
    member(key, when == kNeeded || !(value == T{}), [this, &value](JsonValue) { object(value); }, when != kOmit, [&value](JsonValue) { return value == T{}; });
  }
  template <typename T> void part(std::string_view key, const std::optional<T>& value, When) {
    member(key, value.has_value(), [this, &value](JsonValue) { object(*value); }, false, [&value](JsonValue) { return !value; });
  }
  template <typename T> void parts(std::string_view key, const std::vector<T>& values) {
    member(key, !values.empty(), [this, &values](JsonValue) {
      out_.begin_array();
      for (const T& value : values) object(value);
      out_.end_array();
    }, false, [&values](JsonValue) { return values.empty(); });
  }
  template <typename T> void list(std::string_view key, const SharedList<T>& values) {
    bool lost = std::any_of(d_.lost.begin(), d_.lost.end(), [&](const LostMark& mark) { return mark.list == key; });
    member(key, !values.empty() || lost, [this, key, &values](JsonValue) {
      out_.begin_array();
      for (const T& value : values) object(value);
      for (const LostMark& mark : d_.lost)
        if (mark.list == key) write_lost(mark);
      out_.end_array();
    }, true, [&values, lost](JsonValue) { return values.empty() && !lost; });
  }

  void place(Span span) {
    member("start", true, [this, span](JsonValue) { out_.number(index_.to_code_points(span.begin)); });
    member("end", true, [this, span](JsonValue) { out_.number(index_.to_code_points(span.end)); });
  }
  void spans(std::string_view key, const std::vector<Span>& values, When when) {
    member(key, !values.empty() || when == kNeeded, [this, &values](JsonValue kept) { write_spans(values, kept); }, true,
           [&values](JsonValue kept) { return values.empty() && kept.is(JsonKind::null); });
  }
  void article_text(const SharedText&) {
    member("text", with_text_, [this](JsonValue) { out_.text(text_); });
    member("textHash", true, [this](JsonValue) { out_.text("sha256:" + text::sha256(text_)); });
    member("textLength", true, [this](JsonValue) { out_.number(index_.size()); });
    member("offsetUnit", true, [this](JsonValue) { out_.text("codepoint"); });
  }

 private:
  using Emit = std::function<void(JsonValue kept)>;
  using Agrees = std::function<bool(JsonValue kept)>;

  struct Member {
    std::string_view key;
    bool says_something;  // it must be written, whatever the file had
    bool usual;           // it is written when it says nothing, where the file had it
    Emit emit;
    Agrees agrees;        // the value that the file had still holds
  };
  struct Scope {
    Shape shape;
    std::vector<Member> members;
  };

  template <typename T> void object(const T& value) {
    Scope scope{Shape(value.extras), {}};
    Scope* const outer = std::exchange(scope_, &scope);
    out_.begin_object();
    members(*this, value);
    if (scope.shape) write_in_order(scope);
    out_.end_object();
    scope_ = outer;
  }

  void member(std::string_view key, bool says_something, Emit emit, bool usual = false, Agrees agrees = nullptr) {
    if (scope_->shape) {
      scope_->members.push_back({key, says_something, usual, std::move(emit), std::move(agrees)});
    } else if (says_something || usual) {
      out_.key(key);
      emit({});
    }
  }

  // The members that the file had, in its order; those that have come since stand behind the one that they follow
  // in a file of ours.
  void write_in_order(const Scope& scope) {
    const auto find = [&](std::string_view key) {
      return std::find_if(scope.members.begin(), scope.members.end(), [&](const Member& m) { return m.key == key; });
    };
    const auto in_file = [&](std::string_view key) {
      return std::any_of(scope.shape.members().begin(), scope.shape.members().end(), [&](const Shape::Member& m) { return m.key == key; });
    };
    auto write_new_from = [&](auto at) {
      for (; at != scope.members.end() && !in_file(at->key); ++at) {
        if (!at->says_something) continue;
        out_.key(at->key);
        at->emit({});
      }
    };
    write_new_from(scope.members.begin());
    for (const auto& [key, kept] : scope.shape.members()) {
      const auto known = find(key);
      if (known == scope.members.end()) {
        if (!kept) continue;
        out_.key(key);
        write_value(out_, kept);
        continue;
      }
      if (kept && known->agrees && known->agrees(kept)) {
        out_.key(key);
        write_value(out_, kept);
      } else if (known->says_something || known->usual) {
        out_.key(key);
        known->emit(kept);
      }
      write_new_from(known + 1);
    }
  }

  void write_span(Span span, JsonValue kept) {
    const anchor::Selector s = anchor::selector_of(text_, span);
    const auto write = [&](std::string_view key) {
      out_.key(key);
      if (key == "start") out_.number(index_.to_code_points(span.begin));
      else if (key == "end") out_.number(index_.to_code_points(span.end));
      else if (key == "exact") out_.text(s.exact);
      else if (key == "prefix") out_.text(s.prefix);
      else out_.text(s.suffix);
    };
    constexpr std::string_view kOurs[] = {"start", "end", "exact", "prefix", "suffix"};
    out_.begin_object();
    for (JsonValue member = kept.first(); member; member = member.next()) {
      if (std::find(std::begin(kOurs), std::end(kOurs), member.key()) != std::end(kOurs)) {
        write(member.key());
      } else {
        out_.key(member.key());
        write_value(out_, member);
      }
    }
    for (const std::string_view key : kOurs)
      if (!kept[key]) write(key);
    out_.end_object();
  }

  // `kept`: [[begin, end, {…}], …] of the spans that were not written as ours, [null, null, {…}] of those that are lost.
  void write_spans(const std::vector<Span>& values, JsonValue kept) {
    const auto place_of = [](JsonValue entry) -> std::optional<Span> {
      const JsonValue begin = entry.first(), end = begin ? begin.next() : JsonValue();
      if (!begin.is(JsonKind::number) || !end.is(JsonKind::number)) return std::nullopt;
      return Span{static_cast<std::uint32_t>(*integer_of(begin.text())), static_cast<std::uint32_t>(*integer_of(end.text()))};
    };
    const auto object_of = [](JsonValue entry) { return entry.first().next().next(); };
    out_.begin_array();
    for (const Span span : values) {
      JsonValue entry = kept.first();
      while (entry && place_of(entry) != span) entry = entry.next();
      write_span(span, entry ? object_of(entry) : JsonValue());
    }
    for (JsonValue entry = kept.first(); entry; entry = entry.next())
      if (!place_of(entry)) write_value(out_, object_of(entry));
    out_.end_array();
  }

  void write_lost(const LostMark& mark) {
    const auto tree = parse_json(mark.whole.bytes.view());
    if (tree.ok()) write_value(out_, (*tree)->root());
    else out_.begin_object().key("id").text(mark.id).end_object();
  }

  const Document& d_;
  std::string_view text_;
  bool with_text_;
  text::CodePointIndex index_;
  JsonWriter out_;
  Scope* scope_ = nullptr;
};

}  // namespace

std::string id_of_text(std::string_view text) {
  std::string hex = text::sha256("quoth document\n" + std::string(text)).substr(0, 32);
  hex[12] = '8';                                                // version 8: made by a rule of our own
  hex[16] = "89ab"[(hex[16] <= '9' ? hex[16] - '0' : hex[16] - 'a' + 10) & 3];  // the variant of RFC 9562
  return "urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" + hex.substr(20);
}

std::string write_json(const Document& d) {
  if (!d.original.empty()) return std::string(d.original.view());
  return Writer(d, JsonWriter::Layout::indented).run() + "\n";
}

std::string write_marks(const Document& d) { return Writer(d, JsonWriter::Layout::indented, false).run() + "\n"; }
std::string write_marks_line(const Document& d) { return Writer(d, JsonWriter::Layout::line, false).run(); }

namespace {

text::Result<Document> document_of(Reading reading) {
  const auto fatal = std::find_if(reading.faults.begin(), reading.faults.end(), [](const Fault& fault) { return fault.fatal; });
  if (fatal != reading.faults.end()) return fatal->error;
  return std::move(reading.document);
}

}  // namespace

text::Result<Document> read_json(std::string_view bytes) { return document_of(read_annotation(bytes)); }
text::Result<Document> read_json_over(std::string_view bytes, const Article& article) { return document_of(read_annotation(bytes, &article)); }

std::vector<text::Error> check_json(std::string_view bytes) {
  std::vector<text::Error> out;
  for (Fault& fault : read_annotation(bytes).faults) out.push_back(std::move(fault.error));
  return out;
}

bool looks_like_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{' && bytes.find("\"quoth-annotation\"") != std::string_view::npos;
}

std::string write_json_line(const Document& d) { return Writer(d, JsonWriter::Layout::line).run(); }

}  // namespace format
