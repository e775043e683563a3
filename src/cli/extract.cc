// quoth extract: the words of the article alone, without what surrounds it on its page.
#include "extract/extract.h"

#include "cli/article.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/lines.h"
#include "format/json_writer.h"

namespace cli {
namespace {

constexpr Option kOptions[] = {
    kUrlOption,
    kAsOption,
    {"--jsonl", "", "an article a line in, {\"id\",\"text\"|\"html\",\"url\"?}; a line out for each"},
    kJobsOption,
    kLinesOutOption,
    kResumeOption,
    kProgressOption,
};
constexpr std::string_view kHelp =
    "Finds the article in a page (.html, .xhtml), a saved page (.mhtml, .webarchive), an e-mail (.eml) or a text (.txt, .md):\n"
    "{\"id\",\"title\",\"byline\",\"published\",\"site\",\"text\"}, the text with a\n"
    "paragraph a line. INPUT is a file; - or none is standard input.\n";

std::string line_of(const document::Article& article, std::string_view id_json) {
  std::string byline, text;
  for (const std::string& author : article.authors) byline += (byline.empty() ? "" : ", ") + author;
  for (const document::Block& block : article.blocks) {
    if (block.excluded) continue;
    if (!text.empty()) text += '\n';
    text += slice(article.text.view(), block.span);
  }
  format::JsonWriter out;
  out.begin_object().key("id").raw(id_json);
  const auto member = [&](std::string_view key, const std::string& value) {
    out.key(key);
    if (value.empty()) out.null();
    else out.text(value);
  };
  member("title", article.title_derived ? "" : article.title);
  member("byline", byline);
  member("published", article.published);
  member("site", article.publisher);
  out.key("text").text(text).end_object();
  return out.take();
}

Answer extract_line(std::string_view line, std::size_t number) {
  format::BadLine bad;
  const format::JsonLine article = format::read_json_line(line, bad);
  if (!bad.message.empty()) return bad_line(bad.id_json, number, bad.message);
  return {line_of(extract::article(input_of(article)).article, article.id_json)};
}

}  // namespace

int extract(std::span<const std::string> words) {
  Arguments arguments;
  if (const auto code = cannot_begin("extract", words, kOptions, kHelp, 1, arguments)) return *code;
  if (arguments.has("--jsonl")) {
    if (arguments.has("--url") || arguments.has("--as")) return wrong_usage("extract", "--url and --as do not go with --jsonl");
    return answer_lines("extract", arguments, extract_line);
  }
  for (const std::string_view option : {"--jobs", "--resume", "--progress", "-o"})
    if (arguments.has(option)) return wrong_usage("extract", std::string(option) + " goes with --jsonl");
  if (!kind_of(arguments)) return wrong_usage("extract", "--as takes auto, text or html");
  const auto input = input_of(arguments);
  if (!input.ok()) return bad_input(input.error());
  format::JsonWriter id;
  if (input->name.empty()) id.null();
  else id.text(input->name);
  if (const auto fault = write_file({}, line_of(extract::article(*input).article, id.take()) + "\n")) return bad_input(*fault);
  return kDone;
}

}  // namespace cli
