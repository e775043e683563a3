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
    {"--jobs", "N", "with --jsonl: the number of threads"},
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

int annotate_lines(const Arguments& arguments) {
  for (const std::string_view option : {"--url", "--as", "--to", "-o"})
    if (arguments.has(option)) return wrong_usage("annotate", std::string(option) + " does not go with --jsonl");
  if (!arguments.rest.empty() && arguments.rest.front() != "-") return wrong_usage("annotate", "--jsonl reads standard input");
  const auto jobs = arguments.get("--jobs");
  const unsigned threads = jobs_of(jobs ? &*jobs : nullptr);
  if (threads == 0) return wrong_usage("annotate", "--jobs takes a number from 1 to 256");
  return answer_lines(threads, annotate_line);
}

}  // namespace

int annotate(std::span<const std::string> words) {
  if (wants_help("annotate", words, kOptions, kHelp)) return kDone;
  const Arguments arguments = read_arguments(words, kOptions, 1);
  if (!arguments.fault.empty()) return wrong_usage("annotate", arguments.fault);
  if (arguments.has("--jsonl")) return annotate_lines(arguments);
  if (arguments.has("--jobs")) return wrong_usage("annotate", "--jobs goes with --jsonl");
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
    result.original = {};
  } else {
    extract::Extracted extracted = extract::article(*input);
    if (!extracted.notice.empty()) std::cerr << "quoth: " << extracted.notice << "\n";
    result = annotate::annotate(std::move(extracted.article));
  }
  if (const auto fault = write_file(arguments.get("-o"), to->write(result))) return bad_input(*fault);
  return kDone;
}

}  // namespace cli
