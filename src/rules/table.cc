#include "rules/table.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "rules/embedded.h"

namespace rules {
namespace {

[[noreturn]] void stop(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  std::abort();
}

std::vector<std::string> split_tabs(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t at = 0;;) {
    const std::size_t tab = line.find('\t', at);
    cells.emplace_back(line.substr(at, tab - at));
    if (tab == std::string_view::npos) return cells;
    at = tab + 1;
  }
}

}  // namespace

std::string_view Table::cell(const Row& row, std::string_view name) const {
  const auto at = std::find(columns.begin(), columns.end(), name);
  if (at == columns.end()) stop(path + ": has no column " + std::string(name));
  return row.cells[static_cast<std::size_t>(at - columns.begin())];
}

std::vector<std::string_view> words(std::string_view cell) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find(' ', at), cell.size());
    if (end > at) out.push_back(cell.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

text::Result<Table> read_table(std::string_view path, std::string_view bytes) {
  Table table;
  table.path = path;
  int number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells = split_tabs(line);
    if (table.columns.empty()) {
      table.columns = std::move(cells);
    } else if (cells.size() != table.columns.size()) {
      return text::Error{table.path + ":" + std::to_string(number),
                         "expected " + std::to_string(table.columns.size()) + " columns, found " + std::to_string(cells.size())};
    } else {
      table.rows.push_back({number, std::move(cells)});
    }
  }
  return table;
}

std::string_view embedded(std::string_view path) {
  for (const EmbeddedFile& file : embedded_files())
    if (file.path == path) return file.bytes;
  stop("no embedded file " + std::string(path));
}

Table load(std::string_view path) {
  text::Result<Table> table = read_table(path, embedded(path));
  if (!table) stop(to_string(table.error()));
  return std::move(*table);
}

}  // namespace rules
