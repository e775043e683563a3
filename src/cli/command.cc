#include "cli/command.h"

#include <algorithm>
#include <iostream>
#include <string>

#include "format/format.h"

namespace cli {
namespace {

constexpr Command kCommands[] = {
    {"annotate", "[INPUT|-] [--url URL] [--as auto|text|html] [--to FORMAT] [-o OUT] | --jsonl [--jobs N] [-o OUT [--resume]]", "find quotations, speakers and claims", annotate},
    {"extract", "[INPUT|-] [--url URL] [--as auto|text|html] | --jsonl [--jobs N]", "find the article in a page", extract},
    {"explain", "[INPUT|-] [--url URL] [--as auto|text|html]", "say why: every decision, in words", explain},
    {"checkworthy", "--jsonl [--jobs N]", "say how much a sentence deserves a check, and why", checkworthy},
    {"convert", "FILE|LINK --to FORMAT [--over ARTICLE] [--page ADDRESS] [-o OUT]", "write an annotation file in another format", convert},
    {"check", "FILE…", "is it a valid annotation file?", check},
    {"compare", "A B", "how far two files on one text agree", compare},
    {"merge", "A B [--base C] [-o OUT]", "two files on one text as one", merge},
    {"report", "FILES… [--to html|csv] [-o OUT]", "who speaks how much, over many articles", report},
#ifdef QUOTH_SERVE
    {"serve", "[--port N] [--no-open] [--page DIR] [--allow-host HOST:PORT]…", "the page, for this machine only", serve},
#endif
};

void print_help() {
  std::cout << "quoth: who said what in a news article\n\n";
  for (const Command& command : kCommands) {
    std::string name = "  quoth " + std::string(command.name);
    name.resize(21, ' ');
    std::cout << name << command.summary << "\n";
  }
  std::cout << "\n  quoth COMMAND --help says more; quoth --version says which one this is.\n\nformats:\n";
  for (const format::Format& format : format::formats()) {
    std::string name = "  " + std::string(format.name);
    name.resize(21, ' ');
    std::cout << name << format.title << " (" << format.extension << (format.read ? ", read and written)" : ", written)") << "\n";
  }
  std::cout << "\nexit codes: 0 done, 1 the input is at fault, 2 wrong usage\n";
}

}  // namespace

int run(std::span<const std::string> words) {
  if (words.empty()) return wrong_usage("", "a command is missing");
  if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") return print_help(), kDone;
  if (words[0] == "--version") {
    std::cout << "quoth " QUOTH_VERSION "\n";
    return kDone;
  }
  const auto command = std::find_if(std::begin(kCommands), std::end(kCommands), [&](const Command& c) { return c.name == words[0]; });
  if (command == std::end(kCommands)) return wrong_usage("", "there is no command \"" + words[0] + "\"");
  return command->run(words.subspan(1));
}

std::span<const Command> commands() { return kCommands; }

std::optional<int> cannot_begin(std::string_view command, std::span<const std::string> words, std::span<const Option> options, std::string_view help,
                                std::size_t most, Arguments& arguments) {
  if (wants_help(command, words, options, help)) return kDone;
  arguments = read_arguments(words, options, most);
  return arguments.fault.empty() ? std::nullopt : std::optional(wrong_usage(command, arguments.fault));
}

int bad_input(const text::Error& error) {
  std::cerr << "quoth: " << to_string(error) << "\n";
  return kBadInput;
}

int wrong_usage(std::string_view command, std::string_view message) {
  std::cerr << "quoth" << (command.empty() ? "" : " ") << command << ": " << message << "; see quoth " << command << (command.empty() ? "" : " ") << "--help\n";
  return kWrongUsage;
}

}  // namespace cli
