// quoth annotate: an article in, an annotation file (or another format) out.
#include "annotate/annotate.h"

#include <iostream>

#include "cli/article.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/lines.h"
#include "format/format.h"
#include "format/json.h"

namespace cli {
namespace {

constexpr Option kOptions[] = {
    kUrlOption,
    kAsOption,
    {"--to", "FORMAT", "the format of the output: json (the default) or another of `quoth --help`"},
    {"-o", "OUT", "the file to write; without it, standard output"},
    {"--jsonl", "", "an article a line in, {\"id\",\"text\"|\"html\",\"url\"?}; an annotation file a line out"},
    kJobsOption,
    kResumeOption,
    kProgressOption,
};
constexpr std::string_view kHelp =
    "Finds the quotations, speakers and claims of an article: text (.txt, .md), a page (.html, .xhtml), a saved page (.mhtml,\n"
    ".webarchive), an e-mail (.eml), or an annotation file, in which the marks of a person stay. INPUT is a file; - or none is\n"
    "standard input.\n";

Answer annotate_line(std::string_view line, std::size_t number) {
  format::BadLine bad;
  const format::JsonLine article = format::read_json_line(line, bad);
  if (!bad.message.empty()) return bad_line(bad.id_json, number, bad.message);
  return {format::write_json_line(annotate::annotate(extract::article(input_of(article)).article))};
}

}  // namespace

int annotate(std::span<const std::string> words) {
  Arguments arguments;
  if (const auto code = cannot_begin("annotate", words, kOptions, kHelp, 1, arguments)) return *code;
  const bool lines = arguments.has("--jsonl");
  for (const std::string_view option : {"--url", "--as", "--to"})
    if (lines && arguments.has(option)) return wrong_usage("annotate", std::string(option) + " does not go with --jsonl");
  for (const std::string_view option : {"--jobs", "--resume", "--progress"})
    if (!lines && arguments.has(option)) return wrong_usage("annotate", std::string(option) + " goes with --jsonl");
  if (lines) return answer_lines("annotate", arguments, annotate_line);
  if (!kind_of(arguments)) return wrong_usage("annotate", "--as takes auto, text or html");
  const format::Format* const to = format::find(arguments.get("--to").value_or("json"));
  if (!to) return wrong_usage("annotate", "there is no format \"" + *arguments.get("--to") + "\"");

  auto input = input_of(arguments);
  if (!input.ok()) return bad_input(input.error());
  document::Document result;
  if (input->kind == extract::Kind::automatic && format::looks_like_json(input->bytes)) {
    auto read = format::read_json(input->bytes);
    if (!read.ok()) return bad_input({arguments.rest.empty() ? "standard input" : arguments.rest.front(), to_string(read.error())});
    result = annotate::annotate_again(std::move(*read));
  } else {
    extract::Extracted extracted = extract::article(*input);
    if (!extracted.notice.empty()) std::cerr << "quoth: " << extracted.notice << "\n";
    result = annotate::annotate(std::move(extracted.article));
  }
  if (const auto fault = write_file(arguments.get("-o"), to->write(result))) return bad_input(*fault);
  return kDone;
}

}  // namespace cli
