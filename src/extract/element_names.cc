#include "extract/element_names.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <unordered_map>

#include "rules/table.h"

namespace extract {
namespace {

using html::Tag;

constexpr std::string_view kMarkNames[kMarks] = {"navigation", "comment", "share", "related-link", "newsletter", "advert", "cookie", "paywall",
                                                 "caption", "byline", "author-bio", "date", "notice", "read-more", "aside", "tags", "body", "lead"};
constexpr std::size_t kLongest = 400;  // of the names of one element: some hold hundreds of style classes

struct Patterns {
  std::unique_ptr<RE2::Set> set;
  std::vector<Marks> marks;  // of each pattern
};

Patterns read_patterns() {
  Patterns all;
  RE2::Options options;
  options.set_max_mem(32 << 20);
  options.set_encoding(RE2::Options::EncodingLatin1);
  all.set = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
  const rules::Table table = rules::load("rules/element_names.tsv");
  for (const auto& row : table.rows) {
    const std::string_view name = table.cell(row, "mark");
    int mark = 0;
    while (mark < kMarks && kMarkNames[mark] != name) ++mark;
    std::string error;
    if (mark == kMarks || all.set->Add(std::string(table.cell(row, "pattern")), &error) < 0) {
      std::fprintf(stderr, "%s:%d: no such mark, or a bad pattern: %s\n", table.path.c_str(), row.line, error.c_str());
      std::abort();
    }
    all.marks.push_back(bit(static_cast<Mark>(mark)));
  }
  if (!all.set->Compile()) std::abort();
  return all;
}

Marks match(std::string names) {
  static const Patterns patterns = read_patterns();
  // "has-sidebar", "without-ads", "context-menu": of what stands elsewhere, or nowhere.
  for (const std::string_view word : {" has ", " with ", " without ", " no ", " context ", " ctxt "})
    for (std::size_t at = 0; (at = names.find(word, at)) != std::string::npos;) names.erase(at, names.find(' ', at + word.size()) - at);
  std::vector<int> found;
  Marks marks = 0;
  if (patterns.set->Match(names, &found))
    for (const int i : found) marks |= patterns.marks[static_cast<std::size_t>(i)];
  return marks;
}

void append_words(std::string& out, std::string_view names) {
  bool small = false;
  for (const char c : names) {
    if (out.size() > kLongest) break;
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
    if (upper && small) out += ' ';
    if (upper) out += static_cast<char>(c + 32);
    else if (lower) out += c;
    else if (out.back() != ' ') out += ' ';
    small = lower || digit;
  }
  if (out.back() != ' ') out += ' ';
}

// What WordPress calls a post: its subjects ("category-editors-pick") are no names of its parts.
std::string without_subjects(std::string_view classes) {
  if (classes.find("hentry") == classes.npos && classes.find("type-post") == classes.npos) return std::string(classes);
  std::string kept;
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t end = std::min(classes.find(' ', at), classes.size());
    const std::string_view name = classes.substr(at, end - at);
    if (!name.starts_with("category-") && !name.starts_with("tag-")) kept.append(name).append(" ");
    at = end + 1;
  }
  return kept;
}

Marks marks_of_tag(Tag tag) {
  switch (tag) {
    case Tag::nav: case Tag::footer: case Tag::menu: return bit(Mark::navigation);
    case Tag::aside: return bit(Mark::aside);
    case Tag::figcaption: return bit(Mark::caption);
    case Tag::time: return bit(Mark::date);
    default: return 0;
  }
}

}  // namespace

std::string names_of(const html::Tree& tree, const html::Node& node) {
  std::string names = " ";
  // The id of a section is made of its heading ("sharing-with-a-friend"), which says nothing about its kind.
  const std::string_view id = tree.attribute(node, "id");
  if (std::count(id.begin(), id.end(), '-') + std::count(id.begin(), id.end(), '_') <= 2) append_words(names, id);
  append_words(names, without_subjects(tree.attribute(node, "class")));
  for (const std::string_view attribute : {"role", "itemprop", "data-testid", "data-component", "data-module", "data-widget", "data-type"}) append_words(names, tree.attribute(node, attribute));
  return names;
}

std::vector<Marks> marks_of(const html::Tree& tree) {
  std::vector<Marks> marks(tree.nodes.size(), 0);
  std::unordered_map<std::string, Marks> seen;  // only asked, never walked
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) {
    const html::Node& node = tree.nodes[i];
    if (node.tag == Tag::text || node.tag == Tag::html || node.tag == Tag::body) continue;
    marks[i] = marks_of_tag(node.tag);
    if (node.attribute_count == 0) continue;
    const std::string names = names_of(tree, node);
    if (names.size() < 3) continue;
    const auto [at, fresh] = seen.try_emplace(names, 0);
    if (fresh) at->second = match(names);
    marks[i] |= at->second;
  }
  return marks;
}

}  // namespace extract
