// Reads the words behind a sub-command: options, their values, and the rest.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cli {

struct Option {
  std::string_view name;   // "--to"
  std::string_view value;  // "FORMAT"; empty: a switch
  std::string_view what;   // for --help
  bool many = false;       // may be given more than once
};

class Arguments {
 public:
  std::vector<std::string> rest;  // what is no option: INPUT, FILE
  std::string fault;              // what is wrong with them; empty: nothing

  bool has(std::string_view option) const { return get(option).has_value(); }
  std::optional<std::string> get(std::string_view option) const;
  std::vector<std::string> all(std::string_view option) const;

 private:
  friend Arguments read_arguments(std::span<const std::string>, std::span<const Option>, std::size_t);
  std::vector<std::pair<std::string, std::string>> options_;
};

// `--name value` and `--name=value`; behind `--` everything is an input. At most `most` inputs.
Arguments read_arguments(std::span<const std::string> words, std::span<const Option> options, std::size_t most);

// If --help is among the words, prints the help of `command` and gives true.
bool wants_help(std::string_view command, std::span<const std::string> words, std::span<const Option> options, std::string_view text);

}  // namespace cli
