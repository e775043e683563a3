// A Table is a rule file read into rows. Its format is chosen for diffs: one rule a line, columns separated
// by a tab, a header line with the column names, and # for comments. The last two columns are always `yes`
// and `no`: an example that the rule must match, and one that it must not; the tests run them all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace rules {

struct Table {
  std::string path;
  std::vector<std::string> columns;
  struct Row {
    int line = 0;
    std::vector<std::string> cells;
  };
  std::vector<Row> rows;

  // The cell of `row` in the column called `name`; a column that does not exist is a bug, and stops the program.
  std::string_view cell(const Row& row, std::string_view name) const;
};

// The words of a cell that holds several, separated by blanks.
std::vector<std::string_view> words(std::string_view cell);

text::Result<Table> read_table(std::string_view path, std::string_view bytes);

// The table at `path` in assets/. A malformed built-in table is a bug, and stops the program with file and line.
Table load(std::string_view path);

}  // namespace rules
