// quoth merge: two people's annotation files of one text as one.
#include "compare/merge.h"

#include <iostream>

#include "cli/article.h"
#include "cli/command.h"
#include "cli/files.h"
#include "format/json.h"

namespace cli {
namespace {

constexpr Option kOptions[] = {
    {"--base", "C", "the file that A and B were both made from: tells changes from what was always so"},
    {"-o", "OUT", "the file to write; without it, standard output"},
};
constexpr std::string_view kHelp =
    "Joins two files on the same text. Where both changed the same thing differently, what a person reviewed last\n"
    "is kept, or that of A; a line on standard error says so, and a note on the mark.\n";

}  // namespace

int merge(std::span<const std::string> words) {
  Arguments arguments;
  if (const auto code = cannot_begin("merge", words, kOptions, kHelp, 2, arguments)) return *code;
  if (arguments.rest.size() != 2) return wrong_usage("merge", "two files are needed");
  const auto a = read_document(arguments.rest[0]);
  if (!a.ok()) return bad_input(a.error());
  const auto b = read_document(arguments.rest[1]);
  if (!b.ok()) return bad_input(b.error());
  document::Document base;
  if (const auto path = arguments.get("--base")) {
    auto read = read_document(*path);
    if (!read.ok()) return bad_input(read.error());
    base = std::move(*read);
  }
  const auto merged = compare::merge(*a, *b, arguments.has("--base") ? &base : nullptr);
  if (!merged.ok()) return bad_input({arguments.rest[0] + ", " + arguments.rest[1], merged.error().message});
  for (const std::string& conflict : merged->conflicts) std::cerr << "quoth: " << conflict << "\n";
  if (const auto fault = write_file(arguments.get("-o"), format::write_json(merged->document))) return bad_input(*fault);
  return kDone;
}

}  // namespace cli
