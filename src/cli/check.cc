// quoth check: is it a valid annotation file? If not, a line for every fault.
#include <iostream>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/files.h"
#include "format/json.h"

namespace cli {
namespace {

constexpr std::string_view kHelp =
    "Checks annotation files: their members, that every mark lies in the text and its words stand there, that everything\n"
    "that is named exists. A line for each fault: FILE: $.quotations[0].cue[0].end: what is wrong.\n";

}  // namespace

int check(std::span<const std::string> words) {
  Arguments arguments;
  if (const auto code = cannot_begin("check", words, {}, kHelp, words.size(), arguments)) return *code;
  if (arguments.rest.empty()) return wrong_usage("check", "FILE is missing");
  int result = kDone;
  for (const std::string& path : arguments.rest) {
    const auto bytes = read_file(path);
    if (!bytes.ok()) {
      result = bad_input(bytes.error());
      continue;
    }
    const auto faults = format::check_json(*bytes);
    for (const text::Error& fault : faults) std::cerr << path << ": " << to_string(fault) << "\n";
    if (faults.empty()) std::cout << path << ": valid\n";
    else result = kBadInput;
  }
  return result;
}

}  // namespace cli
