// quoth report: who speaks how much, over many annotation files.
#include <fstream>
#include <iostream>

#include "cli/article.h"
#include "cli/command.h"
#include "cli/files.h"
#include "format/corpus_report.h"
#include "format/json.h"

namespace cli {
namespace {

constexpr Option kOptions[] = {
    {"--to", "FORMAT", "html (the default), a page for people, or csv, a table"},
    {"-o", "OUT", "the file to write; without it, standard output"},
};
constexpr std::string_view kHelp =
    "Says over many articles who speaks how much: articles, quotations, words, share of voice, claims, and words of their own.\n"
    "FILES are annotation files of any format that is read, or .jsonl files of `quoth annotate --jsonl`; - is standard input,\n"
    "an annotation file a line. A file or line at fault is named and left out; the rest is reported, and the exit code is 1.\n";

// The lines of a file of many articles. False: some are at fault.
bool add_lines(std::istream& in, const std::string& name, format::CorpusReport& report) {
  bool good = true;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string place = name + ", line " + std::to_string(number);
    const auto d = format::read_json(line);
    if (d.ok()) report.add(*d, place);
    else good = false, bad_input({place, to_string(d.error())});
  }
  return good;
}

}  // namespace

int report(std::span<const std::string> words) {
  Arguments arguments;
  if (const auto code = cannot_begin("report", words, kOptions, kHelp, words.size(), arguments)) return *code;
  if (arguments.rest.empty()) return wrong_usage("report", "FILES are missing");
  const std::string to = arguments.get("--to").value_or("html");
  if (to != "html" && to != "csv") return wrong_usage("report", "--to takes html or csv");
  format::CorpusReport report;
  bool good = true;
  for (const std::string& path : arguments.rest) {
    if (path == "-") {
      good = add_lines(std::cin, "standard input", report) && good;
    } else if (path.ends_with(".jsonl")) {
      std::ifstream in(path, std::ios::binary);
      if (!in) good = false, bad_input({path, "cannot be opened"});
      else good = add_lines(in, path, report) && good;
    } else if (const auto d = read_document(path); d.ok()) {
      report.add(*d, path);
    } else {
      good = false;
      bad_input(d.error());
    }
  }
  if (const auto fault = write_file(arguments.get("-o"), to == "csv" ? report.csv() : report.html())) return bad_input(*fault);
  return good ? kDone : kBadInput;
}

}  // namespace cli
