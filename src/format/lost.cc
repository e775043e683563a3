#include "format/lost.h"

#include <algorithm>

#include "anchor/anchor.h"
#include "format/json.h"
#include "format/json_tree.h"
#include "text/utf8.h"

namespace format {
namespace {

using namespace document;

// The mark on its new words: what belongs to it lies as far from them as it did from the old ones.
class Rewriter {
 public:
  Rewriter(const Document& d, Span words) : d_(d), words_(words), selector_(anchor::selector_of(d.article.text.view(), words)), index_(d.article.text.view()) {}

  std::string rewritten(JsonValue mark, std::string_view list) {
    const std::string_view key = list == "quotations" ? "content" : "spans";
    start_ = index_.to_code_points(words_.begin);
    shift_ = start_ - integer_of(mark[key].first()["start"].text()).value_or(start_);
    out_.begin_object();
    for (JsonValue member = mark.first(); member; member = member.next()) {
      out_.key(member.key());
      if (member.key() == key) write_words();
      else if (member.is(JsonKind::array) && (member.key() == "cue" || member.key() == "source")) write_shifted(member);
      else if (member.key() == "attribution" && member.is(JsonKind::object)) write_attribution(member);
      else write_value(out_, member);
    }
    return out_.end_object().take();
  }

 private:
  void write_words() {
    out_.begin_array().begin_object().key("start").number(start_).key("end").number(index_.to_code_points(words_.end));
    out_.key("exact").text(selector_.exact).key("prefix").text(selector_.prefix).key("suffix").text(selector_.suffix);
    out_.end_object().end_array();
  }
  void write_shifted(JsonValue spans) {
    out_.begin_array();
    for (JsonValue span = spans.first(); span; span = span.next()) {
      out_.begin_object();
      for (JsonValue member = span.first(); member; member = member.next()) {
        out_.key(member.key());
        const bool place = member.key() == "start" || member.key() == "end";
        if (place) out_.number(std::max<std::int64_t>(0, integer_of(member.text()).value_or(0) + shift_));
        else write_value(out_, member);
      }
      out_.end_object();
    }
    out_.end_array();
  }
  // The quotation that a claim was made in may be lost itself.
  void write_attribution(JsonValue attribution) {
    out_.begin_object();
    for (JsonValue member = attribution.first(); member; member = member.next()) {
      if (member.key() == "quotation" && !find(d_, QuotationId(std::string(member.text())))) continue;
      out_.key(member.key());
      write_value(out_, member);
    }
    out_.end_object();
  }

  const Document& d_;
  Span words_;
  anchor::Selector selector_;
  text::CodePointIndex index_;
  std::int64_t start_ = 0, shift_ = 0;
  JsonWriter out_;
};

}  // namespace

PutBack put_back(const Document& d, const LostMark& lost, Span words) {
  const auto tree = parse_json(lost.whole.bytes.view());
  if (!tree.ok() || !(*tree)->root().is(JsonKind::object)) return {};
  LostMark here = lost;
  here.whole.bytes = SharedText(Rewriter(d, words).rewritten((*tree)->root(), lost.list));
  Document one = d;
  one.lost = {};
  one.lost.push_back(std::move(here));
  one.original = {};
  const auto read = read_json(write_json(one));
  if (!read.ok()) return {};
  if (const Quotation* q = find(*read, QuotationId(lost.id)); q && lost.list == "quotations") return *q;
  if (const Claim* c = find(*read, ClaimId(lost.id)); c && lost.list == "claims") return *c;
  return {};
}

std::string_view found_again(const Extras& extras) {
  // Inside a string these bytes would have their quotes escaped.
  const std::string_view bytes = extras.bytes.view();
  if (bytes.find("\"anchor\":\"fuzzy\"") != std::string_view::npos) return "fuzzy";
  if (bytes.find("\"anchor\":\"moved\"") != std::string_view::npos) return "moved";
  return {};
}

}  // namespace format
