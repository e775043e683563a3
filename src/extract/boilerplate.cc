#include "extract/boilerplate.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <vector>

#include "rules/embedded.h"
#include "rules/table.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace extract {
namespace {

struct Rule {
  std::string role;
  std::size_t most_words = 0;
  int confidence = 0;
};

// All rows of a language in one automaton: a line is read once.
struct Rules {
  std::vector<Rule> rows;
  std::unique_ptr<RE2::Set> set;
};

int number(std::string_view digits) { return std::atoi(std::string(digits).c_str()); }

Rules read_rules(std::string_view path) {
  Rules all;
  RE2::Options options;
  options.set_max_mem(64 << 20);  // the automaton is built as it is used; a small limit would rebuild it
  options.set_log_errors(false);
  options.set_encoding(RE2::Options::EncodingLatin1);  // over bytes: a tenth of the automaton over characters
  all.set = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
  const rules::Table table = rules::load(path);
  for (const auto& row : table.rows) {
    std::string error;
    if (all.set->Add(std::string(table.cell(row, "pattern")), &error) < 0) {
      std::fprintf(stderr, "%s:%d: %s\n", table.path.c_str(), row.line, error.c_str());
      std::abort();
    }
    all.rows.push_back({std::string(table.cell(row, "role")), static_cast<std::size_t>(number(table.cell(row, "most"))), number(table.cell(row, "sure"))});
  }
  if (!all.set->Compile()) std::abort();
  return all;
}

// By language, English first.
const std::vector<std::pair<std::string, Rules>>& rules_of_languages() {
  static const std::vector<std::pair<std::string, Rules>> languages = [] {
    std::vector<std::pair<std::string, Rules>> read;
    read.emplace_back("en", read_rules("rules/en/boilerplate.tsv"));
    for (const rules::EmbeddedFile& file : rules::embedded_files()) {
      const std::string_view path = file.path;
      if (!path.starts_with("rules/") || !path.ends_with("/boilerplate.tsv")) continue;
      std::string language(path.substr(6, path.find('/', 6) - 6));
      if (language != "en") read.emplace_back(std::move(language), read_rules(path));
    }
    return read;
  }();
  return languages;
}

std::size_t most_words() {
  static const std::size_t most = [] {
    std::size_t words = 0;
    for (const auto& [language, rules] : rules_of_languages())
      for (const Rule& rule : rules.rows) words = std::max(words, rule.most_words);
    return words;
  }();
  return most;
}

constexpr std::size_t kHead = 600, kTail = 300;

// A long line matches by how it begins or ends; the cut falls between characters.
std::string head_and_tail(std::string_view line) {
  std::size_t head = kHead, tail = line.size() - kTail;
  while ((line[head] & 0xC0) == 0x80) --head;
  while ((line[tail] & 0xC0) == 0x80) ++tail;
  return std::string(line.substr(0, head)) + " " + std::string(line.substr(tail));
}

}  // namespace

std::size_t count_words(std::string_view line) {
  std::size_t words = 0;
  bool inside = false;
  for (std::uint32_t at = 0; at < line.size();) {
    const text::Character c = text::character_at(line, at);
    const bool space = text::is_space(c.code);
    words += !space && !inside;
    inside = !space;
    at += c.size;
  }
  return words;
}

Decision boilerplate(std::string_view line, std::string_view language) {
  const std::size_t words = count_words(line);
  if (words > most_words()) return {};
  const std::string short_line = line.size() > kHead + kTail ? head_and_tail(line) : std::string(line);
  const std::string_view primary = language.substr(0, language.find('-'));
  std::vector<int> matches;
  for (const auto& [name, rules] : rules_of_languages()) {
    if (name != "en" && name != primary && !primary.empty()) continue;
    matches.clear();
    if (!rules.set->Match(short_line, &matches)) continue;
    std::sort(matches.begin(), matches.end());
    for (const int i : matches) {
      const Rule& rule = rules.rows[static_cast<std::size_t>(i)];
      if (words <= rule.most_words) return {document::BlockRole(rule.role), "block/" + rule.role, rule.confidence};
    }
  }
  return {};
}

bool is_excluded(const document::BlockRole& role) {
  static const std::map<std::string, bool> excluded = [] {
    std::map<std::string, bool> roles;
    const rules::Table table = rules::load("rules/block_roles.tsv");
    for (const auto& row : table.rows) roles[std::string(table.cell(row, "role"))] = table.cell(row, "excluded") == "yes";
    return roles;
  }();
  const auto found = excluded.find(role.name());
  return found != excluded.end() && found->second;
}

}  // namespace extract
