// Answers every line of standard input with a line on standard output, in the same order, by several threads and
// in bounded memory.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "cli/arguments.h"

namespace cli {

struct Answer {
  std::string line;  // without its line break
  bool bad = false;  // the line of the input was at fault
};

// What `--jsonl` takes, for each command that has it.
inline constexpr Option kJobsOption{"--jobs", "N", "with --jsonl: the number of threads; without it, as many as the machine has"};
inline constexpr Option kLinesOutOption{"-o", "OUT", "the file to write; without it, standard output"};
inline constexpr Option kResumeOption{"--resume", "", "with --jsonl and -o: go on where a run that was stopped has left OUT"};
inline constexpr Option kProgressOption{"--progress", "", "with --jsonl: say how far it is on standard error, also where that is no terminal"};

// `answer` is called for each line that is not blank, by several threads at once; `number` counts from 1. Says on standard
// error how many lines were at fault, and now and then how far it is. Gives the exit code; wrong usage of `command` too.
//
// A run that resumes reads the lines that have their answers and leaves them; an answer that was cut off is made again. Memory
// is bounded by the longest lines and the number of threads, not by their count.
int answer_lines(std::string_view command, const Arguments&, const std::function<Answer(std::string_view line, std::size_t number)>& answer);

// {"id":ID,"error":"line 3: …"}
Answer bad_line(std::string_view id_json, std::size_t number, std::string_view message);

}  // namespace cli
