#include "train/score_anchors.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "format/json.h"
#include "format/jsonl.h"
#include "text/utf8.h"
#include "train/files.h"

namespace train {
namespace {

using namespace document;

// A text that remembers where each of its characters was.
struct Letter {
  char32_t code = 0;
  std::int64_t was = -1;  // byte in the text before; -1: it is new
};
using Letters = std::vector<Letter>;

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 2654435761u + 1) {}
  bool percent(std::uint64_t n) { return below(100) < n; }
  std::uint64_t below(std::uint64_t limit) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_ % limit;
  }

 private:
  std::uint64_t state_;
};

void line_above(Letters& text, Chance& chance) {
  constexpr std::string_view kWords[] = {"town ", "said ", "he ", "bridge ", "on ", "Monday ", "the ", "council ", "would "};
  Letters line;
  while (line.size() < 300)
    for (const char c : kWords[chance.below(std::size(kWords))]) line.push_back({static_cast<unsigned char>(c), -1});
  line.push_back({U'\n', -1});
  text.insert(text.begin(), line.begin(), line.end());
}
void without_lines(Letters& text, Chance& chance, std::uint64_t percent) {
  Letters out;
  for (auto at = text.begin(); at != text.end();) {
    auto end = std::find_if(at, text.end(), [](const Letter& l) { return l.code == U'\n'; });
    if (end != text.end()) ++end;
    if (!chance.percent(percent)) out.insert(out.end(), at, end);
    at = end;
  }
  text = std::move(out);
}
void other_marks(Letters& text, Chance& chance) {
  for (Letter& l : text) {
    if (l.code == U'“' || l.code == U'”') l.code = U'"';
    else if (l.code == U'‘' || l.code == U'’') l.code = U'\'';
    else if (l.code == U'–' || l.code == U'—') l.code = U'-';
    else if (l.code == U' ' && chance.percent(5)) l.code = U'\u00A0';
  }
}
void double_lines(Letters& text, Chance&) {
  Letters out;
  for (const Letter& l : text) {
    out.push_back(l);
    if (l.code == U'\n') out.push_back({U'\n', -1});
  }
  text = std::move(out);
}
void noise(Letters& text, Chance& chance) {
  Letters out;
  for (const Letter& l : text) {
    const auto letter = static_cast<char32_t>('a' + chance.below(26));
    switch (chance.below(300)) {  // each of three kinds a third of one in a hundred
      case 0:
        break;
      case 1:
        out.push_back({letter, l.was});
        break;
      case 2:
        out.push_back(l), out.push_back({letter, -1});
        break;
      default:
        out.push_back(l);
    }
  }
  text = std::move(out);
}

struct Edit {
  const char* name;
  void (*make)(Letters&, Chance&);
};
constexpr Edit kEdits[] = {
    {"a line of 300 characters above", line_above},
    {"10 % of lines deleted", [](Letters& t, Chance& c) { without_lines(t, c, 10); }},
    {"other quotation marks, dashes, blanks", other_marks},
    {"doubled line breaks", double_lines},
    {"1 % of characters changed", noise},
    {"all of these",
     [](Letters& t, Chance& c) { without_lines(t, c, 10), other_marks(t, c), double_lines(t, c), noise(t, c), line_above(t, c); }},
    {"the same with 30 % of lines deleted",
     [](Letters& t, Chance& c) { without_lines(t, c, 30), other_marks(t, c), double_lines(t, c), noise(t, c), line_above(t, c); }},
};

struct Count {
  int kept = 0, found = 0, wrong = 0;  // of marks that are still there
  int deleted = 0, attached = 0;
};

// Where the words of a span are now; none: most of them are gone.
std::optional<Span> now(const std::vector<std::pair<std::int64_t, Span>>& places, Span was) {
  const auto first =
      std::lower_bound(places.begin(), places.end(), std::int64_t{was.begin}, [](const auto& p, std::int64_t at) { return p.first < at; });
  Span out{0, 0};
  std::uint32_t bytes = 0;
  for (auto at = first; at != places.end() && at->first < was.end; ++at) {
    if (bytes == 0) out = at->second;
    out.end = at->second.end;
    ++bytes;
  }
  return bytes * 2 > was.size() / 2 && bytes > 0 ? std::optional(out) : std::nullopt;
}

bool close(Span a, Span b) {
  const std::uint32_t both = std::min(a.end, b.end) > std::max(a.begin, b.begin) ? std::min(a.end, b.end) - std::max(a.begin, b.begin) : 0;
  return both * 10 >= (std::max(a.end, b.end) - std::min(a.begin, b.begin)) * 8;
}

void count(Count& c, const std::vector<Span>& was, const std::vector<Span>* is, const std::vector<std::pair<std::int64_t, Span>>& places) {
  if (was.empty()) return;
  const auto there = now(places, was.front());
  const bool placed = is && !is->empty();
  if (!there) {
    ++c.deleted;
    c.attached += placed;
    return;
  }
  ++c.kept;
  const bool right = placed && std::any_of(is->begin(), is->end(), [&](Span s) { return close(s, *there); });
  c.found += right;
  c.wrong += placed && !right;
}

}  // namespace

void score_anchors(const std::string& file) {
  std::vector<Document> documents;
  const std::string lines = read_file(file);
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    format::BadLine bad;
    const format::JsonLine line = format::read_json_line(std::string_view(lines).substr(at, end - at), bad);
    if (bad.message.empty())
      documents.push_back(annotate::annotate(extract::article({.bytes = line.text, .kind = extract::Kind::text}).article));
    at = end + 1;
  }
  std::printf("%zu articles; found again / put in a wrong place; deleted ones that attach elsewhere\n%-40s %-26s %-26s %-26s\n",
              documents.size(), "", "contents", "cues", "sources");
  for (const Edit& edit : kEdits) {
    std::array<Count, 3> counts;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const Document& d = documents[i];
      const std::string_view all = d.article.text.view();
      Letters letters;
      for (std::uint32_t at = 0; at < all.size(); at += text::character_at(all, at).size)
        letters.push_back({text::character_at(all, at).code, at});
      Chance chance(i + 1);
      edit.make(letters, chance);
      std::string changed;
      std::vector<std::pair<std::int64_t, Span>> places;
      for (const Letter& l : letters) {
        const auto begin = static_cast<std::uint32_t>(changed.size());
        text::append(changed, l.code);
        if (l.was >= 0) places.push_back({l.was, {begin, static_cast<std::uint32_t>(changed.size())}});
      }
      Article article;
      article.text = SharedText(std::move(changed));
      const auto again = format::read_json_over(format::write_marks(d), article);
      if (!again.ok()) stop(to_string(again.error()));
      for (const Quotation& q : d.quotations) {
        const Quotation* const is = find(*again, q.id);
        count(counts[0], q.content, is ? &is->content : nullptr, places);
        count(counts[1], q.cue, is ? &is->cue : nullptr, places);
        count(counts[2], q.source, is ? &is->source : nullptr, places);
      }
    }
    std::printf("%-40s", edit.name);
    for (const Count& c : counts) {
      const auto percent = [](int part, int whole) { return whole ? 100.0 * part / whole : 0.0; };
      std::printf(" %5.1f /%4.1f %%, %4.1f %% of %-4d", percent(c.found, c.kept), percent(c.wrong, c.kept), percent(c.attached, c.deleted),
                  c.deleted);
    }
    std::printf("\n");
  }
}

}  // namespace train
