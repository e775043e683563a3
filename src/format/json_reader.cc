#include "format/json_reader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "format/fit_blocks.h"
#include "format/json_members.h"
#include "format/json_span.h"
#include "format/json_tree.h"
#include "format/json_writer.h"
#include "format/looks.h"
#include "text/sha256.h"
#include "text/utf8.h"

namespace format {
namespace {

using namespace document;

constexpr std::size_t kMostFaults = 1000;

class Reader {
 public:
  template <typename T> using Of = T;

  explicit Reader(const Article* over) : over_(over) {}

  Reading run(JsonValue root) {
    object(root, d_);
    if (scan_) settle();
    return {std::move(d_), std::move(faults_)};
  }

  // --- called by members() ---

  void signature() {
    const JsonValue schema = find("$schema");
    note("$schema", true, schema && schema.text() != kSchemaAddress ? to_line(schema) : "");
    const JsonValue format = find("format");
    if (format.text() != "quoth-annotation" || !format.is(JsonKind::string)) fault("format", "expected \"quoth-annotation\"; this JSON is no Quoth annotation file");
    note("format", true);
  }

  void text(std::string_view key, std::string& value, When when, Look look = kAny) {
    const JsonValue member = find(key);
    std::string kept;
    if (!member) {
      if (when == kNeeded) fault(key, "is missing");
    } else if (member.is(JsonKind::string)) {
      value = std::string(member.text());
      if (value.empty() && (when == kNull || when == kOmit)) kept = "\"\"";
      if (const std::string_view wrong = what_is_wrong(look, value); !wrong.empty() && !(value.empty() && when == kNull)) remark(key, wrong);
    } else if (member.is(JsonKind::null) && when != kNeeded) {
      if (when != kNull) kept = "null", remark(key, "expected a string");
    } else if (member.is(JsonKind::number) && when == kOmit && look == kAny) {
      value = kept = std::string(member.text());
      remark(key, "expected a string");
    } else {
      fault(key, "expected a string");
    }
    note(key, !value.empty() || when != kOmit, std::move(kept));
    if (&value == &d_.format_version) version();
  }
  template <typename Kind> void id(std::string_view key, Id<Kind>& value, When when) {
    std::string name;
    text(key, name, when, kId);
    value = Id<Kind>(std::move(name));
  }
  template <typename Kind> void id(std::string_view key, std::optional<Id<Kind>>& value, When when) {
    std::string name;
    text(key, name, when, kId);
    if (!name.empty()) value = Id<Kind>(std::move(name));
  }
  template <typename List> void name(std::string_view key, OpenName<List>& value, When when) {
    std::string name = value.name();
    text(key, name, when);
    value = OpenName<List>(std::move(name));
  }

  void texts(std::string_view key, std::vector<std::string>& values, When when, Look look = kAny) {
    const JsonValue member = find(key);
    std::string kept;
    if (member.is(JsonKind::null)) {
      kept = "null";
      remark(key, "expected a list of strings");
    } else if (member && !member.is(JsonKind::array)) {
      fault(key, "expected a list of strings");
    } else if (member) {
      for (JsonValue one = member.first(); one; one = one.next()) {
        const std::string place = "[" + std::to_string(values.size()) + "]";
        if (!one.is(JsonKind::string)) {
          fault(std::string(key) + place, "expected a string");
          break;
        }
        values.push_back(std::string(one.text()));
        if (const std::string_view wrong = what_is_wrong(look, values.back()); !wrong.empty()) remark(std::string(key) + place, wrong);
      }
      if (values.empty() && when == kOmit) kept = "[]";
    }
    note(key, !values.empty() || when != kOmit, std::move(kept));
    if (&values == &d_.requirements && !values.empty()) d_.read_only = true;  // no feature is known yet that a reader must know
  }

  void flag(std::string_view key, bool& value) {
    const JsonValue member = find(key);
    if (member.is(JsonKind::boolean)) value = member.text() == "true";
    else if (member && !member.is(JsonKind::null)) fault(key, "expected true or false");
    else if (member) remark(key, "expected true or false");
    note(key, value, member && !value ? to_line(member) : "");
  }

  void share(std::string_view key, std::optional<int>& value) {
    const JsonValue member = find(key);
    std::string kept;
    if (member.is(JsonKind::number)) {
      const auto thousandths = thousandths_of(member.text());
      if (thousandths && *thousandths >= 0 && *thousandths <= 1000) value = static_cast<int>(*thousandths);
      else fault(key, "is not between 0 and 1");
      JsonWriter usual;
      if (value && usual.thousandths(*value).take() != member.text()) kept = to_line(member);
    } else if (member.is(JsonKind::null)) {
      kept = "null";
      remark(key, "expected a number");
    } else if (member) {
      fault(key, "expected a number");
    }
    note(key, value.has_value(), std::move(kept));
  }

  void count(std::string_view key, std::uint64_t& value) {
    if (const JsonValue member = find(key)) value = static_cast<std::uint64_t>(whole_number(key, member).value_or(0));
    note(key, true);
  }

  template <typename T> void part(std::string_view key, T& value, When when) {
    const JsonValue member = find(key);
    std::string kept;
    if (!member && when == kNeeded) fault(key, "is missing");
    if (member.is(JsonKind::null) && when != kNeeded) {
      kept = "null";
      remark(key, "expected an object");
    } else if (member) {
      within("." + std::string(key), [&] { object(member, value); });
      if (when == kOmit && value == T{}) kept = to_line(member);
    }
    note(key, when != kOmit || !(value == T{}), std::move(kept));
  }
  template <typename T> void part(std::string_view key, std::optional<T>& value, When) {
    const JsonValue member = find(key);
    if (member.is(JsonKind::null)) remark(key, "expected an object");
    else if (member) within("." + std::string(key), [&] { object(member, value.emplace()); });
    note(key, value.has_value(), member.is(JsonKind::null) ? "null" : "");
  }

  template <typename T> void parts(std::string_view key, std::vector<T>& values) {
    const JsonValue member = find(key);
    if (member.is(JsonKind::null)) remark(key, "expected a list");
    else if (member && !member.is(JsonKind::array)) fault(key, "expected a list");
    else
      for (JsonValue one = member.first(); one && !given_up(); one = one.next())
        within("." + std::string(key) + "[" + std::to_string(values.size()) + "]", [&] { object(one, values.emplace_back()); });
    note(key, !values.empty(), member && values.empty() ? to_line(member) : "");
  }

  template <typename T> void list(std::string_view key, SharedList<T>& values) {
    const JsonValue member = find(key);
    note(key, true, member.is(JsonKind::null) ? "null" : "");
    if (member.is(JsonKind::null)) return remark(key, "expected a list");
    if (member && !member.is(JsonKind::array)) return fault(key, "expected a list");
    std::vector<T> read;
    std::vector<std::size_t>& places = places_[std::string(key)];
    std::size_t i = 0;
    for (JsonValue one = member.first(); one && !given_up(); one = one.next(), ++i) {
      within("." + std::string(key) + "[" + std::to_string(i) + "]", [&] {
        T value;
        lost_words_ = std::nullopt;
        object(one, value);
        if (lost_words_) return d_.lost.push_back({std::string(key), value.id.text(), *lost_words_, Extras{SharedText(lost_mark(one))}});
        read.push_back(std::move(value));
        places.push_back(i);
      });
    }
    if (!std::is_same_v<T, Block> || (scan_ && scan_->trusted())) sort_by_place(read, places);
    values = SharedList<T>(std::move(read));
  }

  void place(Span& span) {
    const auto start = offset("start"), end = offset("end");
    note("start", true);
    note("end", true);
    if (!start || !end || !scan_) return;
    const auto found = scan_->bytes_of(*start, *end);
    if (found) span = *found;
    else if (scan_->trusted()) fault(*end > scan_->length() ? "end" : "start", scan_->outside(*start, *end));
    if (!scan_->trusted()) file_blocks_.push_back({{}, *end - *start, found});
  }

  void spans(std::string_view key, std::vector<Span>& values, When when) {
    const JsonValue member = find(key);
    std::string kept;
    if (!member && when == kNeeded) fault(key, "is missing");
    if (member.is(JsonKind::null) && when != kNeeded) kept = "null", remark(key, "expected a list of spans");
    else if (member && !member.is(JsonKind::array)) fault(key, "expected a list of spans");
    else if (member && scan_) kept = read_spans(key, member, values, when == kNeeded);
    note(key, true, std::move(kept));
  }

  void article_text(SharedText& text) {
    const JsonValue member = find("text"), hash = find("textHash"), length = find("textLength"), unit = find("offsetUnit");
    for (const std::string_view key : {"text", "textHash", "textLength", "offsetUnit"}) note(key, true);
    if (!unit) fault("offsetUnit", "is missing");
    else if (unit.text() != "codepoint") fault("offsetUnit", "expected \"codepoint\"");
    if (!hash) fault("textHash", "is missing");
    else if (!hash.is(JsonKind::string)) fault("textHash", "expected a string");
    if (over_) return article_over(text, hash, member);
    if (!member) return fault("text", "is missing: the file holds marks without their text; open the article first, then this file over it");
    if (!member.is(JsonKind::string)) return fault("text", "expected a string");
    const bool same = hash.text() == "sha256:" + text::sha256(member.text());
    if (hash.is(JsonKind::string) && !same) remark("textHash", "does not agree with the text");
    text = SharedText(text::clean(member.text()));
    scan_.emplace(member.text(), text.view(), same);
    if (length && (!length.is(JsonKind::number) || integer_of(length.text()) != scan_->length()))
      remark("textLength", "does not agree with the text, which has " + std::to_string(scan_->length()) + " characters");
  }

  // The numbers of the file hold where its hash is that of this text.
  void article_over(SharedText& text, JsonValue hash, JsonValue member) {
    text = over_->text;
    const std::string of_text = "sha256:" + text::sha256(text.view());
    const bool same = hash.text() == of_text && (!member || member.text() == text.view());
    scan_.emplace(text.view(), text.view(), same);
  }

 private:
  struct Known {
    std::string_view key;
    bool usual;        // a file of ours would have it, with the value that was read
    std::string kept;  // JSON, if it is not as we would write it
  };
  struct Scope {
    JsonValue value;
    std::vector<Known> known;
  };

  template <typename T> void object(JsonValue value, T& into) {
    if (!value.is(JsonKind::object)) return fault("", "expected an object");
    Scope scope{value, {}};
    Scope* const outer = std::exchange(scope_, &scope);
    members(*this, into);
    scope_ = outer;
    into.extras = shape_of(scope);
  }

  Extras shape_of(const Scope& scope) const {
    bool usual = std::all_of(scope.known.begin(), scope.known.end(), [](const Known& k) { return k.kept.empty(); });
    JsonValue member = scope.value.first();
    for (const Known& known : scope.known) {
      if (!known.usual) continue;
      usual = usual && member && member.key() == known.key;
      if (member) member = member.next();
    }
    if (usual && !member) return {};
    std::map<std::string_view, const Known*> by_key;
    for (const Known& known : scope.known) by_key[known.key] = &known;
    JsonWriter out;
    out.begin_array();
    for (member = scope.value.first(); member; member = member.next()) {
      const auto known = by_key.find(member.key());
      if (known != by_key.end() && known->second->kept.empty()) {
        out.text(member.key());
        continue;
      }
      out.begin_array().text(member.key());
      if (known != by_key.end()) out.raw(known->second->kept);
      else write_value(out, member);
      out.end_array();
    }
    out.end_array();
    return {SharedText(out.take())};
  }

  JsonValue find(std::string_view key) const { return scope_->value[key]; }
  void note(std::string_view key, bool usual, std::string kept = "") { scope_->known.push_back({key, usual, std::move(kept)}); }

  template <typename Do> void within(const std::string& step, Do act) {
    const std::size_t size = path_.size();
    path_ += step;
    act();
    path_.resize(size);
  }
  // Remarks never end the reading, since the marks behind them are wanted.
  bool given_up() const { return fatal_ >= kMostFaults; }
  void say(text::Error error, bool fatal) {
    fatal_ += fatal;
    if (faults_.size() < kMostFaults || (fatal && fatal_ == 1)) faults_.push_back({std::move(error), fatal});
    else if (faults_.size() == kMostFaults) faults_.push_back({{"$", "there is more that is wrong than these " + std::to_string(kMostFaults) + " lines say"}, false});
  }
  void say(std::string_view key, std::string_view message, bool fatal) {
    say({path_ + (key.empty() ? "" : ".") + std::string(key), std::string(message)}, fatal);
  }
  void fault(std::string_view key, std::string_view message) { say(key, message, true); }
  void remark(std::string_view key, std::string_view message) { say(key, message, false); }

  std::optional<std::int64_t> whole_number(std::string_view key, JsonValue member) {
    const auto number = member.is(JsonKind::number) ? integer_of(member.text()) : std::nullopt;
    if (!member.is(JsonKind::number)) fault(key, "expected a number");
    else if (!number || *number < 0) fault(key, "expected a whole number that is not negative");
    else return number;
    return std::nullopt;
  }
  std::optional<std::int64_t> offset(std::string_view key) {
    const JsonValue member = find(key);
    if (member) return whole_number(key, member);
    fault(key, "is missing");
    return std::nullopt;
  }

  void version() {
    const std::string_view major = std::string_view(d_.format_version).substr(0, d_.format_version.find('.'));
    if (major == "1") return;
    const bool number = !major.empty() && std::all_of(major.begin(), major.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!number) return fault("formatVersion", "expected a version such as \"1.0\"");
    d_.read_only = true;
    remark("formatVersion", "is newer than this program, which knows version 1: the file can be looked at, not changed");
  }

  // Gives what to keep of spans that are not just as we write them, as JSON; see json_shape.h.
  std::string read_spans(std::string_view key, JsonValue member, std::vector<Span>& values, bool needed) {
    JsonWriter kept;
    bool keep = false;
    kept.begin_array();
    std::size_t i = 0;
    std::string words;
    bool lost = false;
    if (needed) scan_->beside(std::nullopt);
    for (JsonValue one = member.first(); one && !given_up(); one = one.next(), ++i) {
      within("." + std::string(key) + "[" + std::to_string(i) + "]", [&] {
        const SpanReading read = scan_->read(one);
        if (!read.wrong.message.empty()) say(read.wrong.where, read.wrong.message, read.fatal);
        if (read.fatal) return;
        words += (words.empty() ? "" : " … ") + read.words;
        if (needed && i == 0 && read.span) scan_->beside(SpanReader::Companion{integer_of(one["start"].text()).value_or(0), *read.span});
        if (read.span) values.push_back(*read.span);
        lost = lost || !read.span;
        if (read.kept.empty()) return;
        keep = true;
        kept.begin_array();
        if (read.span) kept.number(read.span->begin).number(read.span->end);
        else kept.null().null();
        kept.raw(read.kept).end_array();
      });
    }
    kept.end_array();
    if (lost && needed) lost_words_ = words;
    std::stable_sort(values.begin(), values.end());
    return keep ? kept.take() : "";
  }

  static Span place_of(const Quotation& q) { return q.content.empty() ? Span{} : q.content.front(); }
  static Span place_of(const Claim& c) { return c.spans.empty() ? Span{} : c.spans.front(); }
  static Span place_of(const Block& b) { return b.span; }
  template <typename T> void sort_by_place(std::vector<T>& values, std::vector<std::size_t>& places) {
    if constexpr (requires(T t) { place_of(t); }) {
      const auto before = [](const T& a, const T& b) { return place_of(a).begin < place_of(b).begin; };
      if (std::is_sorted(values.begin(), values.end(), before)) return;
      std::vector<std::pair<T, std::size_t>> both;
      for (std::size_t i = 0; i < values.size(); ++i) both.push_back({std::move(values[i]), places[i]});
      std::stable_sort(both.begin(), both.end(), [&](const auto& a, const auto& b) { return before(a.first, b.first); });
      for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = std::move(both[i].first);
        places[i] = both[i].second;
      }
    }
  }

  // What holds between the parts of a document. Its places count the marks that were placed, those of the
  // file count all of them.
  void settle() {
    std::vector<Block> blocks(d_.article.blocks.begin(), d_.article.blocks.end());
    if (!scan_->trusted() && file_blocks_.size() == blocks.size()) {
      for (std::size_t i = 0; i < blocks.size(); ++i) file_blocks_[i].block = std::move(blocks[i]);
      blocks = fit_blocks(d_.article.text.view(), std::move(file_blocks_));
    }
    if (over_) take_over(blocks);
    blocks = fill_gaps(d_.article.text.view(), std::move(blocks));
    if (blocks.size() != d_.article.blocks.size() || !scan_->trusted()) d_.article.blocks = SharedList<Block>(std::move(blocks));
    for (text::Error& error : check(d_)) {
      const std::size_t open = error.where.find('['), close = error.where.find(']');
      if (open != std::string::npos && close != std::string::npos && error.where.starts_with("$.")) {
        const auto& places = places_[error.where.substr(2, open - 2)];
        const std::size_t i = static_cast<std::size_t>(integer_of(std::string_view(error.where).substr(open + 1, close - open - 1)).value_or(0));
        if (i < places.size()) error.where.replace(open + 1, close - open - 1, std::to_string(places[i]));
      }
      say(std::move(error), true);
    }
  }

  // What the file does not say of its article is that of the one that it is opened over.
  void take_over(std::vector<Block>& blocks) {
    const auto fill = [](std::string& ours, const std::string& theirs) {
      if (ours.empty()) ours = theirs;
    };
    Article& article = d_.article;
    if (article.title.empty()) {
      article.title = over_->title;
      article.title_derived = over_->title_derived;
    }
    fill(article.url, over_->url);
    fill(article.publisher, over_->publisher);
    fill(article.published, over_->published);
    fill(article.retrieved, over_->retrieved);
    fill(article.language, over_->language);
    fill(article.direction, over_->direction);
    if (article.authors.empty()) article.authors = over_->authors;
    if (!blocks.empty()) return;
    // Numbered anew: their ids may be those of marks here.
    std::int64_t number = integer_of(fresh_id(d_, "b").substr(1)).value_or(1);
    for (Block block : over_->blocks) {
      block.id = BlockId("b" + std::to_string(number++));
      if (block.origin && !document::find(d_, block.origin->by)) block.origin = std::nullopt;
      if (block.review && !document::find(d_, block.review->by)) block.review = std::nullopt;
      blocks.push_back(std::move(block));
    }
  }

  Document d_;
  const Article* over_;
  std::optional<SpanReader> scan_;  // once the text is known
  std::vector<FileBlock> file_blocks_;  // of a text that has changed
  std::optional<std::string> lost_words_;  // of the mark that is being read: its words are not in the text
  std::map<std::string, std::vector<std::size_t>> places_;  // of each list: where its values were in the file
  std::string path_ = "$";
  Scope* scope_ = nullptr;
  std::vector<Fault> faults_;
  std::size_t fatal_ = 0;
};

}  // namespace

Reading read_annotation(std::string_view bytes, const Article* over) {
  const auto tree = parse_json(bytes);
  if (!tree.ok()) return {{}, {{tree.error(), true}}};
  const JsonValue root = (*tree)->root();
  if (!root.is(JsonKind::object)) return {{}, {{{"$", "expected an object; this JSON is no Quoth annotation file"}, true}}};
  if (root["format"].text() != "quoth-annotation")
    return {{}, {{{"$.format", "expected \"quoth-annotation\"; this JSON is no Quoth annotation file"}, true}}};
  Reading reading = Reader(over).run(root);
  if (!over) reading.document.original = SharedText(std::string(bytes));
  return reading;
}

}  // namespace format
