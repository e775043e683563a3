// quoth compare: how far two annotation files of one text agree, and where they do not.
#include "cli/article.h"
#include "cli/command.h"
#include "cli/files.h"
#include "compare/agreement.h"

namespace cli {
namespace {

constexpr std::string_view kHelp =
    "Compares the quotations and claims of two files on the same text: how many both have, what each says of them, and\n"
    "what only one of them has. Rejected marks do not count.\n\n"
    "  F1               2 x pairs / (marks of A + marks of B). A pair by overlap: two marks that share letters, each mark in one\n"
    "                   pair; with the same words: the same pieces, to the letter.\n"
    "  Cohen's kappa    (observed - by chance) / (1 - by chance), where by chance is how often two people who give each answer\n"
    "                   as often as these do would agree. 1 is full agreement, 0 what chance gives. Type and speaker: over the\n"
    "                   pairs by overlap; inside or outside: over all bytes of the text.\n"
    "  Krippendorff's   1 - observed / expected disagreement about where units begin and end (1995): for two that overlap the\n"
    "  alpha for units  squares of the distances of their edges, for one that meets no other the square of its size; expected\n"
    "                   from the same units and gaps in any order. Below 0: less than chance.\n";

std::string percent(int thousandths) { return std::to_string(thousandths / 10) + "." + std::to_string(thousandths % 10) + " %"; }

std::string hundredths(int thousandths) {
  const int rounded = (thousandths < 0 ? -thousandths : thousandths) / 10;
  return (thousandths < 0 ? "-" : "") + std::to_string(rounded / 100) + "." + std::to_string(rounded / 10 % 10) + std::to_string(rounded % 10);
}

std::string one_line(std::string words) {
  for (char& c : words)
    if (c == '\n') c = ' ';
  return words;
}

const std::vector<text::Span>& words(const document::Quotation& q) { return q.content; }
const std::vector<text::Span>& words(const document::Claim& c) { return c.spans; }

template <typename List>
std::string section(std::string_view title, const compare::Marks& marks, const document::Document& a, const document::Document& b, const List& in_a, const List& in_b) {
  std::string out(title);
  out += ": " + std::to_string(marks.in_a()) + " in A, " + std::to_string(marks.in_b()) + " in B, " + std::to_string(marks.pairs.size()) + " in both, " +
         std::to_string(marks.same_words) + " of these with the same words\n";
  out += "  agreement (F1): " + percent(marks.overlap_f1()) + " by overlap, " + percent(marks.exact_f1()) + " with the same words\n";
  out += "  beyond chance: where they stand " + hundredths(marks.unit_alpha) + " (Krippendorff's alpha for units); of those in both: type " +
         hundredths(marks.type_kappa) + ", speaker " + hundredths(marks.speaker_kappa) + " (Cohen's kappa)\n";
  for (const compare::Pair& pair : marks.pairs) {
    if (pair.same_words && pair.differences.empty()) continue;
    const auto &of_a = in_a[pair.a], &of_b = in_b[pair.b];
    out += "  " + of_a.id.text() + " and " + of_b.id.text() + ": " + one_line(words_of(a, words(of_a))) + "\n";
    if (!pair.same_words) out += "      words in B: " + one_line(words_of(b, words(of_b))) + "\n";
    for (const compare::Difference& difference : pair.differences) out += "      " + one_line(to_string(difference)) + "\n";
  }
  for (const std::size_t i : marks.only_a) out += "  only in A: " + in_a[i].id.text() + ": " + one_line(words_of(a, words(in_a[i]))) + "\n";
  for (const std::size_t i : marks.only_b) out += "  only in B: " + in_b[i].id.text() + ": " + one_line(words_of(b, words(in_b[i]))) + "\n";
  return out;
}

}  // namespace

int compare(std::span<const std::string> words) {
  Arguments arguments;
  if (const auto code = cannot_begin("compare", words, {}, kHelp, 2, arguments)) return *code;
  if (arguments.rest.size() != 2) return wrong_usage("compare", "two files are needed");
  document::Document both[2];
  for (int i = 0; i < 2; ++i) {
    auto read = read_document(arguments.rest[static_cast<std::size_t>(i)]);
    if (!read.ok()) return bad_input(read.error());
    both[i] = std::move(*read);
  }
  const auto& [a, b] = both;
  const auto agreement = compare::agree(a, b);
  if (!agreement.ok()) return bad_input({arguments.rest[0] + ", " + arguments.rest[1], agreement.error().message});
  std::string out = section("quotations", agreement->quotations, a, b, a.quotations, b.quotations);
  out += "  inside quotations or not, byte by byte: agreement " + percent(agreement->quoted.agreement()) + ", Cohen's kappa " + hundredths(agreement->quoted.kappa()) + "\n";
  out += section("claims", agreement->claims, a, b, a.claims, b.claims);
  if (const auto fault = write_file({}, out)) return bad_input(*fault);
  return kDone;
}

}  // namespace cli
