// Answers every line of standard input with a line on standard output, in the same order, by several threads and
// in bounded memory.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace cli {

struct Answer {
  std::string line;  // without its line break
  bool bad = false;  // the line of the input was at fault
};

// `answer` is called for each line that is not blank, by several threads at once; `number` counts from 1. Says on
// standard error how many lines were at fault. Gives the exit code.
int answer_lines(unsigned jobs, const std::function<Answer(std::string_view line, std::size_t number)>& answer);

// {"id":ID,"error":"line 3: …"}
Answer bad_line(std::string_view id_json, std::size_t number, std::string_view message);

// The number of threads for "--jobs N"; 0 if that is not a number from 1 to 256. None: as many as the machine has.
unsigned jobs_of(const std::string* value);

}  // namespace cli
