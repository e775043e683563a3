#include "cli/arguments.h"

#include <algorithm>
#include <iostream>

#include "cli/command.h"

namespace cli {

std::optional<std::string> Arguments::get(std::string_view option) const {
  for (const auto& [name, value] : options_)
    if (name == option) return value;
  return std::nullopt;
}

std::vector<std::string> Arguments::all(std::string_view option) const {
  std::vector<std::string> values;
  for (const auto& [name, value] : options_)
    if (name == option) values.push_back(value);
  return values;
}

Arguments read_arguments(std::span<const std::string> words, std::span<const Option> options, std::size_t most) {
  Arguments out;
  bool only_inputs = false;
  for (std::size_t i = 0; i < words.size() && out.fault.empty(); ++i) {
    const std::string& word = words[i];
    if (only_inputs || word == "-" || !word.starts_with('-')) {
      out.rest.push_back(word);
      if (out.rest.size() > most) out.fault = "\"" + word + "\" is one input too many";
      continue;
    }
    if (word == "--") {
      only_inputs = true;
      continue;
    }
    const std::string name = word.substr(0, word.find('='));
    const auto option = std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.name == name; });
    if (option == options.end()) {
      out.fault = "there is no option " + name;
    } else if (!option->many && out.has(name)) {
      out.fault = name + " is given twice";
    } else if (option->value.empty()) {
      if (word != name) out.fault = name + " takes no value";
      out.options_.push_back({name, ""});
    } else if (word != name) {
      out.options_.push_back({name, word.substr(name.size() + 1)});
    } else if (i + 1 < words.size()) {
      out.options_.push_back({name, words[++i]});
    } else {
      out.fault = name + " needs a value (" + std::string(option->value) + ")";
    }
  }
  return out;
}

bool wants_help(std::string_view command, std::span<const std::string> words, std::span<const Option> options, std::string_view text) {
  const auto end = std::find(words.begin(), words.end(), "--");
  if (std::find(words.begin(), end, "--help") == end && std::find(words.begin(), end, "-h") == end) return false;
  for (const Command& known : commands())
    if (known.name == command) std::cout << "quoth " << command << " " << known.usage << "\n\n" << text << "\n";
  for (const Option& option : options) {
    std::string left = "  " + std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value));
    left.resize(std::max<std::size_t>(left.size() + 2, 20), ' ');
    std::cout << left << option.what << "\n";
  }
  return true;
}

}  // namespace cli
