// quoth explain: every decision of the automatic pass, in words.
#include "annotate/annotate.h"
#include "cli/article.h"
#include "cli/command.h"
#include "cli/files.h"
#include "format/json.h"

namespace cli {
namespace {

constexpr Option kOptions[] = {kUrlOption, kAsOption};
constexpr std::string_view kHelp =
    "Says of every block and mark which rule made it, and how sure. INPUT is an article (as for quoth annotate)\n"
    "or an annotation file; - or none is standard input.\n";

}  // namespace

int explain(std::span<const std::string> words) {
  Arguments arguments;
  if (const auto code = cannot_begin("explain", words, kOptions, kHelp, 1, arguments)) return *code;
  if (!kind_of(arguments)) return wrong_usage("explain", "--as takes auto, text or html");
  const auto input = input_of(arguments);
  if (!input.ok()) return bad_input(input.error());
  document::Document d;
  if (input->kind == extract::Kind::automatic && format::looks_like_json(input->bytes)) {
    auto read = format::read_json(input->bytes);
    if (!read.ok()) return bad_input({arguments.rest.empty() ? "standard input" : arguments.rest.front(), to_string(read.error())});
    d = std::move(*read);
  } else {
    d = annotate::annotate(extract::article(*input).article);
  }
  if (const auto fault = write_file({}, annotate::explain(d))) return bad_input(*fault);
  return kDone;
}

}  // namespace cli
