// anchoring: how many marks are found again in a text that was edited, and how many whose words were deleted attach to
// others. Prints figures; nothing is judged.
//
//   cmake --build build/native --target anchoring
//   build/native/anchoring [--failures] FILE.jsonl     a line {"id", "text"} an article, as for quoth annotate --jsonl
//
// The edits are made by chance, the same ones in every run. Two tables: stretches of each text that are found one by one,
// by anchor::Finder; and the quotations that quoth itself finds in it, as a file of marks without the text, whose cues and
// sources are looked for beside their contents. In place: four fifths of the words are those that the mark had.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "anchor/anchor.h"
#include "annotate/annotate.h"
#include "extract/extract.h"
#include "format/json.h"
#include "format/jsonl.h"
#include "text/utf8.h"

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
void other_signs(Letters& text, Chance& chance) {
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
    {"other quotation marks, dashes, blanks", other_signs},
    {"doubled line breaks", double_lines},
    {"1 % of characters changed", noise},
    {"all of these",
     [](Letters& t, Chance& c) { without_lines(t, c, 10), other_signs(t, c), double_lines(t, c), noise(t, c), line_above(t, c); }},
    {"the same with 30 % of lines deleted",
     [](Letters& t, Chance& c) { without_lines(t, c, 30), other_signs(t, c), double_lines(t, c), noise(t, c), line_above(t, c); }},
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

// An edited text, and where each character of the old one stands in it.
struct Edited {
  std::string text;
  std::vector<std::pair<std::int64_t, Span>> places;
};

Edited edited(std::string_view all, const Edit& edit, std::uint64_t seed) {
  Letters letters;
  for (std::uint32_t at = 0; at < all.size(); at += text::character_at(all, at).size) letters.push_back({text::character_at(all, at).code, at});
  Chance chance(seed);
  edit.make(letters, chance);
  Edited out;
  for (const Letter& l : letters) {
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    text::append(out.text, l.code);
    if (l.was >= 0) out.places.push_back({l.was, {begin, static_cast<std::uint32_t>(out.text.size())}});
  }
  return out;
}

bool print_failures = false;

void count(Count& c, std::string_view old, Span was, const std::vector<Span>& is, const Edited& now_all) {
  const auto there = now(now_all.places, was);
  const bool placed = !is.empty();
  if (!there) {
    ++c.deleted;
    c.attached += placed;
  } else {
    ++c.kept;
    const bool right = placed && std::any_of(is.begin(), is.end(), [&](Span s) { return close(s, *there); });
    c.found += right;
    c.wrong += placed && !right;
    if (right) return;
  }
  if (!print_failures || (!there && !placed)) return;
  const auto words = [](std::string_view all, Span s) { return std::string(text::slice(all, s)); };
  std::printf("%s [%s] -> [%s], is [%s]\n", !there ? "attached" : placed ? "wrong" : "lost", words(old, was).c_str(),
              there ? words(now_all.text, *there).c_str() : "", placed ? words(now_all.text, is.front()).c_str() : "");
}

void print_row(const char* name, const std::array<Count, 3>& counts) {
  const auto percent = [](int part, int whole) { return whole ? 100.0 * part / whole : 0.0; };
  std::printf("%-38s", name);
  for (const Count& c : counts)
    std::printf(" %5.1f /%4.1f /%5.1f of %-4d |", percent(c.found, c.kept), percent(c.wrong, c.kept), percent(c.attached, c.deleted), c.deleted);
  std::printf("\n");
}

// --- Stretches one by one ---

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }

// "said", "he" and "she".
std::vector<Span> cues_of(std::string_view all) {
  std::vector<Span> out;
  for (const std::string_view word : {"said", "he", "she"})
    for (std::size_t at = 0; (at = all.find(word, at)) != std::string_view::npos; at += word.size()) {
      const std::size_t end = at + word.size();
      if ((at == 0 || !letter(all[at - 1])) && (end == all.size() || !letter(all[end])))
        out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    }
  return out;
}

// Two words with capitals in a row.
std::vector<Span> names_of(std::string_view all) {
  const auto capitalised = [&](std::size_t at) {
    std::size_t end = at;
    if (end < all.size() && capital(all[end]) && (at == 0 || !letter(all[at - 1])))
      while (end < all.size() && letter(all[end])) ++end;
    return end - at > 2 ? end : at;
  };
  std::vector<Span> out;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const std::size_t first = capitalised(at);
    if (first == at || first >= all.size() || all[first] != ' ') continue;
    const std::size_t second = capitalised(first + 1);
    if (second == first + 1) continue;
    out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(second)});
    at = second;
  }
  return out;
}

// 25 to 300 characters between quotation marks of one line, with these.
std::vector<Span> quotes_of(std::string_view all) {
  std::vector<Span> out;
  std::int64_t open = -1;  // none
  for (std::uint32_t at = 0; at < all.size(); at += text::character_at(all, at).size) {
    const text::Character c = text::character_at(all, at);
    if (c.code == U'\n') open = -1;
    if (c.code == U'“' || (c.code == U'"' && open < 0)) {
      open = at;
    } else if ((c.code == U'”' || c.code == U'"') && open >= 0) {
      const Span span{static_cast<std::uint32_t>(open), at + c.size};
      const std::size_t size = text::count_code_points(text::slice(all, span));
      if (size >= 25 && size <= 300) out.push_back(span);
      open = -1;
    }
  }
  return out;
}

void find_one_by_one(const std::vector<Document>& documents) {
  constexpr std::size_t kMost = 12;  // of each kind in an article
  std::printf("one by one: found in place / put in a wrong place / deleted ones that attach elsewhere, per cent\n%-38s %-28s %-28s %-28s\n", "", "said, he, she", "names", "quotes");
  for (const Edit& edit : kEdits) {
    std::array<Count, 3> counts;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const std::string_view all = documents[i].article.text.view();
      const Edited changed = edited(all, edit, i + 1);
      const std::array<std::vector<Span>, 3> kinds = {cues_of(all), names_of(all), quotes_of(all)};
      for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        const std::size_t step = kinds[kind].size() / kMost + 1;
        for (std::size_t s = 0; s < kinds[kind].size(); s += step) {
          const Span was = kinds[kind][s];
          const auto found = anchor::Finder(changed.text).find(anchor::selector_of(all, was));
          count(counts[kind], all, was, found ? std::vector<Span>{found->span} : std::vector<Span>{}, changed);
        }
      }
    }
    print_row(edit.name, counts);
  }
}

// --- Whole files ---

void find_quotations(const std::vector<Document>& documents) {
  std::printf("\nas a file: the same\n%-38s %-28s %-28s %-28s\n", "", "contents", "cues", "sources");
  for (const Edit& edit : kEdits) {
    std::array<Count, 3> counts;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const Document& d = documents[i];
      const std::string_view all = d.article.text.view();
      const Edited changed = edited(all, edit, i + 1);
      Article article;
      article.text = SharedText(changed.text);
      const auto again = format::read_json_over(format::write_marks(d), article);
      if (!again.ok()) {
        std::fprintf(stderr, "%s\n", to_string(again.error()).c_str());
        std::exit(1);
      }
      for (const Quotation& q : d.quotations) {
        const Quotation* const is = find(*again, q.id);
        const std::vector<Span> Quotation::*const parts[] = {&Quotation::content, &Quotation::cue, &Quotation::source};
        for (std::size_t part = 0; part < std::size(parts); ++part)
          for (const Span was : q.*parts[part]) count(counts[part], all, was, is ? is->*parts[part] : std::vector<Span>{}, changed);
      }
    }
    print_row(edit.name, counts);
  }
}

}  // namespace

int main(int count, char** words) {
  print_failures = count == 3 && std::string_view(words[1]) == "--failures";
  if (count != (print_failures ? 3 : 2)) {
    std::fputs("anchoring [--failures] FILE.jsonl\n", stderr);
    return 2;
  }
  std::ifstream in(words[count - 1], std::ios::binary);
  std::vector<Document> documents;
  for (std::string line; std::getline(in, line);) {
    format::BadLine bad;
    const format::JsonLine read = format::read_json_line(line, bad);
    if (!bad.message.empty()) {
      std::fprintf(stderr, "line %zu: %s\n", documents.size() + 1, bad.message.c_str());
      return 1;
    }
    documents.push_back(annotate::annotate(extract::article({.bytes = read.text, .kind = extract::Kind::text}).article));
  }
  std::printf("%zu articles\n", documents.size());
  find_one_by_one(documents);
  find_quotations(documents);
}
