// quoth convert: a file of one format as one of another.
#include "cli/article.h"
#include "cli/command.h"
#include "cli/files.h"
#include "format/format.h"

namespace cli {
namespace {

constexpr Option kOptions[] = {
    {"--to", "FORMAT", "the format to write; `quoth --help` lists them"},
    {"-o", "OUT", "the file to write; without it, standard output"},
};
constexpr std::string_view kHelp = "Writes an annotation file in another format. - is standard input.\n";

}  // namespace

int convert(std::span<const std::string> words) {
  if (wants_help("convert", words, kOptions, kHelp)) return kDone;
  const Arguments arguments = read_arguments(words, kOptions, 1);
  if (!arguments.fault.empty()) return wrong_usage("convert", arguments.fault);
  if (arguments.rest.empty()) return wrong_usage("convert", "FILE is missing");
  if (!arguments.has("--to")) return wrong_usage("convert", "--to FORMAT is missing");
  const format::Format* const to = format::find(*arguments.get("--to"));
  if (!to) return wrong_usage("convert", "there is no format \"" + *arguments.get("--to") + "\"");
  const auto d = read_document(arguments.rest.front());
  if (!d.ok()) return bad_input(d.error());
  if (const auto fault = write_file(arguments.get("-o"), to->write(*d))) return bad_input(*fault);
  return kDone;
}

}  // namespace cli
