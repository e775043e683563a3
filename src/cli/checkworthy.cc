// quoth checkworthy: sentences in, for each how much it deserves a check, and why.
#include "claim/judge.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/lines.h"
#include "format/json_writer.h"
#include "format/jsonl.h"

namespace cli {
namespace {

constexpr Option kOptions[] = {
    {"--jsonl", "", "a sentence a line in, {\"id\",\"text\",\"context\"?}; a line out for each"},
    kJobsOption,
    kLinesOutOption,
    kResumeOption,
    kProgressOption,
};
constexpr std::string_view kHelp =
    "Says of each sentence on standard input how much it deserves a check:\n"
    "{\"id\",\"score\",\"verifiable\",\"type\",\"reasons\"}; score is from 0 to 1, and from 0.5 on\n"
    "the sentence deserves one. Context is the sentence before it, where it is known.\n";

std::string decimal(int millionths) {
  const std::string digits = std::to_string(1000000 + millionths);
  return digits.substr(0, 1) == "1" ? "0." + digits.substr(1) : "1.000000";
}

Answer judge_line(std::string_view line, std::size_t number) {
  format::BadLine bad;
  const format::JsonLine sentence = format::read_json_line(line, bad);
  if (bad.message.empty() && sentence.is_html) bad.message = "$: expected \"text\"";
  if (!bad.message.empty()) return bad_line(bad.id_json, number, bad.message);
  const claim::Judgement judged = claim::judge(sentence.text, sentence.context);
  format::JsonWriter out;
  out.begin_object().key("id").raw(sentence.id_json).key("score").raw(decimal(judged.millionths_by_itself));
  out.key("verifiable").text(judged.verifiable.name()).key("type").text(judged.type.name()).key("reasons").begin_array();
  for (const std::string& reason : judged.reasons) out.text(reason);
  out.end_array().end_object();
  return {out.take()};
}

}  // namespace

int checkworthy(std::span<const std::string> words) {
  Arguments arguments;
  if (const auto code = cannot_begin("checkworthy", words, kOptions, kHelp, 1, arguments)) return *code;
  if (!arguments.has("--jsonl")) return wrong_usage("checkworthy", "--jsonl is missing");
  return answer_lines("checkworthy", arguments, judge_line);
}

}  // namespace cli
