// The sub-commands of `quoth`, a table of them, and what they share: exit codes and the line that says what is wrong.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/arguments.h"
#include "text/result.h"

namespace cli {

constexpr int kDone = 0, kBadInput = 1, kWrongUsage = 2;

struct Command {
  std::string_view name;
  std::string_view usage;    // "[INPUT|-] [--url URL]"
  std::string_view summary;  // half a line, for `quoth --help`
  int (*run)(std::span<const std::string> arguments);  // what follows the name; gives the exit code
};

std::span<const Command> commands();

// What main() does: `words` are those after the program's name. Gives the exit code.
int run(std::span<const std::string> words);

int annotate(std::span<const std::string> arguments);
int extract(std::span<const std::string> arguments);
int explain(std::span<const std::string> arguments);
int checkworthy(std::span<const std::string> arguments);
int convert(std::span<const std::string> arguments);
int check(std::span<const std::string> arguments);
int compare(std::span<const std::string> arguments);
int merge(std::span<const std::string> arguments);
int report(std::span<const std::string> arguments);
int serve(std::span<const std::string> arguments);  // natively only

// Reads the words behind a sub-command into `arguments`, at most `most` inputs. If they are wrong or ask for help, says so and
// gives the exit code.
std::optional<int> cannot_begin(std::string_view command, std::span<const std::string> words, std::span<const Option> options, std::string_view help,
                                std::size_t most, Arguments& arguments);

// "quoth: message" on standard error; gives kBadInput.
int bad_input(const text::Error&);
// The same with a hint at `quoth COMMAND --help`; gives kWrongUsage.
int wrong_usage(std::string_view command, std::string_view message);

}  // namespace cli
