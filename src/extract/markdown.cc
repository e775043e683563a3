#include "extract/markdown.h"

#include <algorithm>

#include "extract/dates.h"
#include "extract/names.h"

namespace extract {
namespace {

constexpr int kSure = 950;

std::size_t size_of_heading_mark(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && marks < line.size() && line[marks] == ' ' ? marks + 1 : 0;
}

bool is_item(std::string_view line) {
  if (line.size() > 1 && line[1] == ' ' && (line[0] == '-' || line[0] == '*' || line[0] == '+')) return true;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits >= 1 && digits <= 3 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

bool is_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

// "---", "***", "===": a rule, the line below a heading, the edge of the facts.
bool is_rule(std::string_view line) { return line.size() >= 3 && line.find_first_not_of(line[0]) == line.npos && std::string_view("-*_=").find(line[0]) != std::string_view::npos; }

bool stands_alone(std::string_view line) { return size_of_heading_mark(line) || is_fence(line) || is_rule(line) || line.starts_with('|'); }

// "title: Bridge closed" -> "Bridge closed"
std::string fact(std::string_view line, std::string_view name) {
  if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ':') return {};
  std::string value = one_line(line.substr(name.size() + 1));
  if (value.size() > 1 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front()) value = value.substr(1, value.size() - 2);
  return value;
}

}  // namespace

std::vector<bool> joins_next_in_markdown(std::string_view text, const std::vector<PlainLine>& lines) {
  std::vector<bool> joins(lines.size(), false);
  bool code = false, facts = false;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view line = slice(text, lines[i].words), next = slice(text, lines[i + 1].words);
    if (is_fence(line)) code = !code;
    if (line == "---" && (i == 0 || facts)) facts = i == 0;
    if (code || facts || line.empty() || next.empty() || lines[i].depth != lines[i + 1].depth) continue;
    const bool adjacent = std::count(text.begin() + lines[i].span.end, text.begin() + lines[i + 1].span.begin, '\n') == 1;
    joins[i] = adjacent && !stands_alone(line) && !stands_alone(next) && !is_item(next);
  }
  return joins;
}

std::vector<Decision> markdown_roles(const std::vector<std::string_view>& paragraphs, MarkdownFacts& facts) {
  std::vector<Decision> roles(paragraphs.size());
  std::string first_heading;
  std::size_t i = 0;
  const auto decide = [&](std::size_t at, const char* role, const char* rule) { roles[at] = {document::BlockRole(role), rule, kSure}; };
  if (!paragraphs.empty() && paragraphs[0] == "---") {
    const auto end = std::find(paragraphs.begin() + 1, paragraphs.end(), "---");
    if (end != paragraphs.end())
      for (const auto stop = static_cast<std::size_t>(end - paragraphs.begin()); i <= stop; ++i) {
        decide(i, "notice", "block/markdown-facts");
        if (facts.title.empty()) facts.title = fact(paragraphs[i], "title");
        if (facts.author.empty()) facts.author = fact(paragraphs[i], "author");
        if (facts.published.empty()) facts.published = read_date(fact(paragraphs[i], "date"));
      }
  }
  for (bool code = false; i < paragraphs.size(); ++i) {
    const std::string_view p = paragraphs[i];
    if (is_fence(p) || code) {
      if (is_fence(p)) code = !code;
      decide(i, "preformatted", "block/markdown-code");
    } else if (const std::size_t mark = size_of_heading_mark(p)) {
      decide(i, "heading", "block/markdown-heading");
      if (first_heading.empty()) first_heading = one_line(p.substr(mark, p.find_last_not_of("# ") + 1 - mark));
    } else if (i + 1 < paragraphs.size() && (paragraphs[i + 1].starts_with("===") || paragraphs[i + 1].starts_with("---")) && is_rule(paragraphs[i + 1]) && !is_rule(p) && p.size() < 200 && p.find(". ") == p.npos) {
      decide(i, "heading", "block/markdown-heading");
      if (first_heading.empty()) first_heading = one_line(p);
    } else if (is_item(p)) {
      decide(i, "list-item", "block/markdown-item");
    } else if (p.starts_with('|')) {
      decide(i, "table", "block/markdown-table");
    }
  }
  if (facts.title.empty()) facts.title = first_heading;
  return roles;
}

}  // namespace extract
