// quoth convert: a file of one format as one of another.
#include <iostream>

#include "cli/article.h"
#include "cli/command.h"
#include "cli/files.h"
#include "format/format.h"

namespace cli {
namespace {

constexpr Option kOptions[] = {
    {"--to", "FORMAT", "the format to write; `quoth --help` lists them"},
    {"--over", "ARTICLE", "the text, page or annotation file to put the marks on"},
    {"--page", "ADDRESS", "with --to link…: where the page is that opens it, put before the #"},
    {"-o", "OUT", "the file to write; without it, standard output"},
};
constexpr std::string_view kHelp =
    "Writes an annotation file in another format. FILE may be a link that was shared (https://…/#q1=… or #q1=…);\n"
    "- is standard input. --to link writes such a link; link-marks and link-speakers leave out the text.\n\n"
    "With --over, the marks are found again by their words in another text: a file of marks without their text, or one\n"
    "whose article has changed since. Marks whose words are gone are kept in the file as lost, and counted on standard error.\n";

}  // namespace

int convert(std::span<const std::string> words) {
  Arguments arguments;
  if (const auto code = cannot_begin("convert", words, kOptions, kHelp, 1, arguments)) return *code;
  if (arguments.rest.empty()) return wrong_usage("convert", "FILE is missing");
  if (!arguments.has("--to")) return wrong_usage("convert", "--to FORMAT is missing");
  const format::Format* const to = format::find(*arguments.get("--to"));
  if (!to) return wrong_usage("convert", "there is no format \"" + *arguments.get("--to") + "\"");
  const auto page = arguments.get("--page");
  if (page && !to->name.starts_with("link")) return wrong_usage("convert", "--page goes with --to link, link-marks or link-speakers");
  const auto over = arguments.get("--over");
  const auto d = over ? read_document_over(arguments.rest.front(), *over) : read_document(arguments.rest.front());
  if (!d.ok()) return bad_input(d.error());
  if (over && !d->lost.empty()) std::cerr << "quoth: the words of " << d->lost.size() << (d->lost.size() == 1 ? " mark are" : " marks are") << " not in this text; kept as lost\n";
  if (const auto fault = write_file(arguments.get("-o"), page.value_or("") + to->write(*d))) return bad_input(*fault);
  return kDone;
}

}  // namespace cli
