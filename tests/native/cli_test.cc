// The command line from end to end: words in, bytes and an exit code out.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "cli/command.h"
#include "format/format.h"
#include "format/json.h"
#include "format/json_tree.h"

namespace {

namespace fs = std::filesystem;

struct Outcome {
  int code = -1;
  std::string out, err;
};

class CommandLine : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "quoth-cli-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }
  static std::string read(const std::string& path) {
    std::stringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
  }

  Outcome run(const std::vector<std::string>& words, std::string_view input = "") {
    const std::string in = write("standard-input", input);
    const int saved = dup(0), file = open(in.c_str(), O_RDONLY);
    dup2(file, 0);
    close(file);
    std::clearerr(stdin);
    std::fseek(stdin, 0, SEEK_SET);
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Outcome o;
    o.code = cli::run(words);
    std::cout.flush();
    o.out = testing::internal::GetCapturedStdout();
    o.err = testing::internal::GetCapturedStderr();
    dup2(saved, 0);
    close(saved);
    return o;
  }

  fs::path folder_;
};

constexpr std::string_view kArticle =
    "The mayor opened the bridge on Monday.\n\n\u201cWe counted every bolt,\u201d said Mayor Ann Berger. \u201cTwice.\u201d\n";

std::size_t lines_of(const std::string& all) { return static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n')); }

TEST_F(CommandLine, HelpIsThereOnEveryLevel) {
  const Outcome all = run({"--help"});
  EXPECT_EQ(all.code, 0);
  for (const cli::Command& command : cli::commands()) {
    EXPECT_NE(all.out.find("quoth " + std::string(command.name)), std::string::npos) << command.name;
    const Outcome one = run({std::string(command.name), "--help"});
    EXPECT_EQ(one.code, 0) << command.name;
    EXPECT_NE(one.out.find("quoth " + std::string(command.name)), std::string::npos) << one.out;
    EXPECT_EQ(one.err, "");
  }
  for (const format::Format& format : format::formats()) EXPECT_NE(all.out.find("  " + std::string(format.name)), std::string::npos);
  EXPECT_TRUE(run({"--version"}).out.starts_with("quoth "));
}

TEST_F(CommandLine, WrongUsageGivesTwoAndOneLine) {
  const std::string file = write("a.txt", "x");
  const std::vector<std::pair<std::vector<std::string>, std::string>> table = {
      {{}, "quoth: a command is missing; see quoth --help\n"},
      {{"anotate"}, "quoth: there is no command \"anotate\"; see quoth --help\n"},
      {{"annotate", "--nonsense"}, "quoth annotate: there is no option --nonsense; see quoth annotate --help\n"},
      {{"annotate", "a", "b"}, "quoth annotate: \"b\" is one input too many; see quoth annotate --help\n"},
      {{"annotate", "--url"}, "quoth annotate: --url needs a value (URL); see quoth annotate --help\n"},
      {{"annotate", "--url", "a", "--url=b"}, "quoth annotate: --url is given twice; see quoth annotate --help\n"},
      {{"annotate", "--jsonl=x"}, "quoth annotate: --jsonl takes no value; see quoth annotate --help\n"},
      {{"annotate", "--to", "docx", file}, "quoth annotate: there is no format \"docx\"; see quoth annotate --help\n"},
      {{"annotate", "--as", "pdf", file}, "quoth annotate: --as takes auto, text or html; see quoth annotate --help\n"},
      {{"annotate", "--jobs", "2"}, "quoth annotate: --jobs goes with --jsonl; see quoth annotate --help\n"},
      {{"checkworthy"}, "quoth checkworthy: --jsonl is missing; see quoth checkworthy --help\n"},
      {{"annotate", "--jsonl", "--jobs", "0"}, "quoth annotate: --jobs takes a number from 1 to 256; see quoth annotate --help\n"},
      {{"annotate", "--jsonl", "--to", "csv"}, "quoth annotate: --to does not go with --jsonl; see quoth annotate --help\n"},
      {{"convert", file}, "quoth convert: --to FORMAT is missing; see quoth convert --help\n"},
      {{"check"}, "quoth check: FILE is missing; see quoth check --help\n"},
  };
  for (const auto& [words, line] : table) {
    const Outcome o = run(words);
    EXPECT_EQ(o.code, 2) << line;
    EXPECT_EQ(o.err, line);
    EXPECT_EQ(o.out, "");
  }
}

TEST_F(CommandLine, AFileThatCannotBeReadOrWrittenGivesOneAndOneLine) {
  const std::string file = write("a.txt", kArticle);
  const std::vector<std::pair<std::vector<std::string>, std::string>> table = {
      {{"annotate", path("none.txt")}, "quoth: " + path("none.txt") + ": cannot be opened: no such file or directory\n"},
      {{"extract", folder_.string()}, "quoth: " + folder_.string() + ": this is a folder, not a file\n"},
      {{"annotate", file, "-o", path("none/out.json")}, "quoth: " + path("none/out.json") + ": cannot be written: no such file or directory\n"},
      {{"annotate", file, "-o", "/dev/full"}, "quoth: /dev/full: cannot be written: no space left on device\n"},
      {{"convert", file, "--to", "csv"}, "quoth: " + file + ": line 1, column 1: this is not JSON\n"},
      {{"check", path("none.json")}, "quoth: " + path("none.json") + ": cannot be opened: no such file or directory\n"},
  };
  for (const auto& [words, line] : table) {
    const Outcome o = run(words);
    EXPECT_EQ(o.code, 1) << line;
    EXPECT_EQ(o.err, line);
    EXPECT_EQ(o.out, "");
  }
  EXPECT_FALSE(fs::exists(path("none")));
}

TEST_F(CommandLine, AFileThatIsThereStaysWhenItCannotBeReplaced) {
  const std::string out = write("out.json", "old");
  EXPECT_EQ(run({"convert", write("bad.json", "{"), "--to", "json", "-o", out}).code, 1);
  EXPECT_EQ(read(out), "old");
  EXPECT_EQ(run({"annotate", write("a.txt", kArticle), "-o", out}).code, 0);
  EXPECT_TRUE(read(out).starts_with("{\n"));
  for (const auto& entry : fs::directory_iterator(folder_)) EXPECT_NE(entry.path().extension(), ".part");
}

TEST_F(CommandLine, AnnotateGivesAValidFileWithTheTextAsItCameIn) {
  const Outcome o = run({"annotate", write("a.txt", kArticle)});
  EXPECT_EQ(o.code, 0) << o.err;
  const auto d = format::read_json(o.out);
  ASSERT_TRUE(d.ok()) << to_string(d.error());
  EXPECT_EQ(d->article.text.view(), kArticle);
  EXPECT_EQ(d->article.import.name, "a.txt");
  ASSERT_EQ(d->quotations.size(), 1u);
  EXPECT_EQ(d->quotations[0].content.size(), 2u);
  EXPECT_TRUE(format::check_json(o.out).empty());
  EXPECT_EQ(run({"check", write("a.json", o.out)}).out, path("a.json") + ": valid\n");
  std::string from_standard_input = o.out;
  const std::string name = ",\n   \"name\": \"a.txt\"";
  from_standard_input.erase(from_standard_input.find(name), name.size());
  EXPECT_TRUE(run({"annotate", "--as", "text"}, kArticle).out == from_standard_input);
}

TEST_F(CommandLine, AnnotateReadsCarriageReturnsByteOrderMarksAndAnyBytes) {
  std::string dos(kArticle);
  for (std::size_t at = 0; (at = dos.find('\n', at)) != std::string::npos; at += 2) dos.insert(at, "\r");
  const auto d = format::read_json(run({"annotate", "--as=text", "-"}, "\xEF\xBB\xBF" + dos).out);
  ASSERT_TRUE(d.ok());
  EXPECT_EQ(d->article.text.view(), kArticle);
  for (const std::string& bytes : {std::string(), std::string("\0\0", 2), std::string("\xFF\xFE\x41"), std::string("{\"a\":"), std::string(300'000, '<')}) {
    const Outcome o = run({"annotate"}, bytes);
    EXPECT_EQ(o.code, 0) << o.err;
    EXPECT_TRUE(format::read_json(o.out).ok());
  }
}

TEST_F(CommandLine, AnnotateKeepsWhatAPersonDidInAnAnnotationFile) {
  auto d = format::read_json(run({"annotate"}, kArticle).out);
  ASSERT_TRUE(d.ok());
  ASSERT_FALSE(d->quotations.empty());
  d->original = {};
  d->quotations.edit(0).review.state = document::kRejected;
  const Outcome o = run({"annotate"}, format::write_json(*d));
  EXPECT_EQ(o.code, 0) << o.err;
  const auto again = format::read_json(o.out);
  ASSERT_TRUE(again.ok());
  ASSERT_FALSE(again->quotations.empty());
  EXPECT_EQ(again->quotations[0].review.state, document::kRejected);
}

TEST_F(CommandLine, LinesAreAnsweredInOrderWithAnyNumberOfThreads) {
  std::string input;
  for (int i = 0; i < 100; ++i) {
    format::JsonWriter line;
    line.begin_object().key("id").text("a" + std::to_string(i)).key("text").text("Line " + std::to_string(i) + ". " + std::string(kArticle)).end_object();
    input += line.take() + (i % 10 == 0 ? "\r\n" : "\n");
    if (i % 20 == 0) input += "\n";
  }
  const Outcome one = run({"annotate", "--jsonl", "--jobs", "1"}, input), four = run({"annotate", "--jsonl", "--jobs=4"}, input);
  EXPECT_EQ(one.code, 0);
  EXPECT_EQ(one.err, "");
  EXPECT_EQ(lines_of(one.out), 100u);
  EXPECT_TRUE(one.out == four.out);
  std::istringstream lines(one.out);
  int i = 0;
  for (std::string line; std::getline(lines, line); ++i) {
    const auto d = format::read_json(line);
    ASSERT_TRUE(d.ok()) << line;
    EXPECT_EQ(d->article.import.method, "jsonl");
    EXPECT_EQ(d->article.import.id, "a" + std::to_string(i));
  }
  const Outcome extracted = run({"extract", "--jsonl"}, input);
  EXPECT_EQ(lines_of(extracted.out), 100u);
}

TEST_F(CommandLine, ABadLineGivesAnErrorInItsPlaceAndTheRunGoesOn) {
  const std::string input =
      "{\"id\":1,\"text\":\"Good.\"}\n"
      "{\"id\":\"b\",\"text\":5}\n"
      "not json\n"
      "{\"text\":\"x\"}\n"
      "{\"id\":\"c\",\"html\":\"<p>Fine.\",\"url\":\"https://example.org/\"}\n"
      "{\"id\":\"d\",\"html\":\"x\",\"text\":\"x\"}\n"
      "{\"id\":\"e\"}\n"
      "{\"id\":[1],\"text\":\"x\"}\n"
      "{\"id\":\"f\",\"text\":\"cut";
  for (const std::string command : {"annotate", "extract"}) {
    const Outcome o = run({command, "--jsonl"}, input);
    EXPECT_EQ(o.code, 0);
    EXPECT_EQ(o.err, "quoth: 7 of 9 lines are at fault; their answers say why\n");
    std::istringstream lines(o.out);
    std::string bad, line;
    while (std::getline(lines, line))
      if (line.find("\"error\"") != std::string::npos) bad += line + "\n";
    EXPECT_EQ(bad,
              "{\"id\":\"b\",\"error\":\"line 2: $.text: expected a string\"}\n"
              "{\"id\":null,\"error\":\"line 3: column 2: this is not JSON\"}\n"
              "{\"id\":null,\"error\":\"line 4: $.id: is missing\"}\n"
              "{\"id\":\"d\",\"error\":\"line 6: $: has both \\\"text\\\" and \\\"html\\\"; give one\"}\n"
              "{\"id\":\"e\",\"error\":\"line 7: $: has neither \\\"text\\\" nor \\\"html\\\"\"}\n"
              "{\"id\":null,\"error\":\"line 8: $.id: expected a string or a number\"}\n"
              "{\"id\":null,\"error\":\"line 9: column 21: the file ends here, in the middle of its JSON\"}\n");
  }
  EXPECT_NE(run({"annotate", "--jsonl"}, input).out.find("\"import\":{\"method\":\"jsonl\",\"id\":1}"), std::string::npos) << "a number stays a number";
}

TEST_F(CommandLine, ARunThatWasStoppedGoesOnWhereItWas) {
  std::string input;
  for (int i = 0; i < 70; ++i) input += "{\"id\":" + std::to_string(i) + ",\"text\":\"Line " + std::to_string(i) + ".\"}\n" + (i % 9 == 0 ? "\n" : "");
  const std::string out = path("out.jsonl"), whole = run({"annotate", "--jsonl"}, input).out;
  EXPECT_EQ(run({"annotate", "--jsonl", "-o", out, "--resume"}, input).code, 0) << "nothing was done yet";
  EXPECT_EQ(read(out), whole);
  // Stopped in the middle of a line, at its end, and at the beginning.
  for (const std::size_t size : {whole.size() / 2, whole.rfind('\n', whole.size() / 3) + 1, std::size_t{0}}) {
    write("out.jsonl", whole.substr(0, size));
    const Outcome o = run({"annotate", "--jsonl", "--jobs", "2", "-o", out, "--resume"}, input);
    EXPECT_EQ(o.code, 0) << o.err;
    EXPECT_TRUE(read(out) == whole) << size;
  }
  EXPECT_EQ(run({"annotate", "--jsonl", "-o", out, "--resume"}, "{\"id\":\"other\",\"text\":\"x\"}\n").err, "quoth: " + out + ": has more answers than the input has lines\n");
  write("out.jsonl", whole.substr(0, whole.find('\n') + 1));
  EXPECT_EQ(run({"annotate", "--jsonl", "-o", out, "--resume"}, "\n{\"id\":\"other\",\"text\":\"x\"}\n").err,
            "quoth: " + out + ": its last answer is not that of line 2: it belongs to another input\n");
  EXPECT_EQ(run({"annotate", "--jsonl", "--resume"}, input).code, 2);
}

TEST_F(CommandLine, ProgressIsSaidWhereItIsAskedFor) {
  const Outcome o = run({"extract", "--jsonl", "--progress"}, "{\"id\":1,\"text\":\"One.\"}\n");
  EXPECT_EQ(lines_of(o.out), 1u);
  EXPECT_TRUE(o.err.starts_with("quoth: 1 article, ")) << o.err;
}

TEST_F(CommandLine, ReportAddsUpSpeakersOverManyArticles) {
  const std::string one = run({"annotate"}, "\u201cWe will open the bridge in May, the bridge of our town,\u201d said Ann Berger.\n").out;
  const std::string a = write("a.quoth.json", one);
  const std::string lines = write("b.jsonl", run({"annotate", "--jsonl"}, "{\"id\":1,\"text\":\"\u201cNever,\u201d said Carl Dorn. \u201cThe bridge is closed,\u201d said Ann Berger.\"}\n").out);
  const Outcome csv = run({"report", a, lines, "--to", "csv"});
  EXPECT_EQ(csv.code, 0) << csv.err;
  std::istringstream rows(csv.out);
  std::string header, first, second;
  std::getline(rows, header), std::getline(rows, first), std::getline(rows, second);
  EXPECT_EQ(header, "speaker,kind,articles,quotations,direct,words,share_of_voice,claims,own_words,in");
  EXPECT_TRUE(first.starts_with("Ann Berger,person,2,2,2,16,94.1,")) << first;
  EXPECT_NE(first.find(",bridge,"), std::string::npos) << first;
  EXPECT_TRUE(second.starts_with("Carl Dorn,person,1,1,1,1,5.9,")) << second;
  EXPECT_NE(run({"report", a}).out.find("<td>Ann Berger</td>"), std::string::npos);
  const Outcome bad = run({"report", write("bad.json", "{"), a, "--to", "csv"});
  EXPECT_EQ(bad.code, 1);
  EXPECT_EQ(lines_of(bad.out), 2u) << "the rest is reported";
}

TEST_F(CommandLine, ExtractGivesTheArticleAlone) {
  const Outcome o = run({"extract", write("page.html", "<html><head><title>T</title></head><body><nav><a href=/>Home</a></nav><article><h1>T</h1>"
                                                       "<p>First paragraph of the article, with enough words to be one.</p><p>Second paragraph, also with "
                                                       "words enough to be a part of it.</p></article></body></html>")});
  EXPECT_EQ(o.code, 0) << o.err;
  const auto tree = format::parse_json(o.out);
  ASSERT_TRUE(tree.ok());
  EXPECT_NE((*tree)->root()["text"].text().find("First paragraph"), std::string_view::npos);
  EXPECT_EQ((*tree)->root()["text"].text().find("Home"), std::string_view::npos);
  std::string keys;
  for (auto member = (*tree)->root().first(); member; member = member.next()) keys += std::string(member.key()) + " ";
  EXPECT_EQ(keys, "id title byline published site text ");
}

TEST_F(CommandLine, CheckworthyJudgesASentenceALine) {
  const Outcome o = run({"checkworthy", "--jsonl"},
                        "{\"id\":7,\"text\":\"Unemployment rose to 10 percent in 2009, a record.\",\"context\":null}\n"
                        "{\"id\":\"b\",\"text\":\"Thank you all for coming.\",\"context\":\"Good evening.\"}\n{\"id\":\"c\"}\n");
  EXPECT_EQ(o.code, 0);
  ASSERT_EQ(lines_of(o.out), 3u);
  EXPECT_TRUE(o.out.starts_with("{\"id\":7,\"score\":0.")) << o.out;
  EXPECT_NE(o.out.find("\"type\":\"quantity\",\"reasons\":[\""), std::string::npos) << o.out;
  const auto score_in = [&](std::size_t from) { return o.out.substr(o.out.find("\"score\":", from) + 8, 8); };
  EXPECT_GT(score_in(0), score_in(o.out.find("\"b\""))) << o.out;
  EXPECT_NE(o.out.find("{\"id\":\"c\",\"error\":\"line 3: "), std::string::npos) << o.out;
}

TEST_F(CommandLine, CheckSaysEveryFaultOfEveryFile) {
  const std::string good = run({"annotate"}, kArticle).out;
  write("good.json", good);
  std::string bad = good;
  bad.replace(bad.find("\"end\": "), 7, "\"end\": -");
  write("bad.json", bad);
  write("foreign.json", "{\"a\": 1}");
  const Outcome o = run({"check", path("good.json"), path("bad.json"), path("foreign.json")});
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(o.out, path("good.json") + ": valid\n");
  EXPECT_NE(o.err.find(path("bad.json") + ": $.blocks[0].end: expected a whole number that is not negative\n"), std::string::npos) << o.err;
  EXPECT_NE(o.err.find(path("foreign.json") + ": $.format: expected \"quoth-annotation\"; this JSON is no Quoth annotation file\n"), std::string::npos) << o.err;
}

TEST_F(CommandLine, ConvertWritesEveryFormatAndTheSameBytesForItsOwn) {
  const std::string file = run({"annotate"}, kArticle).out;
  EXPECT_EQ(run({"convert", "-", "--to", "json"}, file).out, file);
  for (const format::Format& format : format::formats()) {
    const Outcome o = run({"convert", "-", "--to", std::string(format.name)}, file);
    EXPECT_EQ(o.code, 0) << format.name << o.err;
    EXPECT_NE(o.out, "") << format.name;
  }
}

TEST_F(CommandLine, ALinkIsWrittenAndReadWhereAFileIs) {
  const std::string file = run({"annotate", "-"}, kArticle).out;
  const Outcome link = run({"convert", "-", "--to", "link", "--page", "https://example.org/quoth/"}, file);
  EXPECT_EQ(link.code, 0) << link.err;
  ASSERT_TRUE(link.out.starts_with("https://example.org/quoth/#q1=")) << link.out;
  const std::string address = link.out.substr(0, link.out.size() - 1);
  EXPECT_EQ(run({"convert", address, "--to", "json"}).out, file);
  EXPECT_EQ(run({"convert", "-", "--to", "json"}, link.out).out, file);
  EXPECT_EQ(run({"convert", address.substr(0, 90), "--to", "json"}).err, "quoth: the link is incomplete, or was changed on its way\n");
  EXPECT_EQ(run({"convert", "-", "--to", "csv", "--page", "x"}, file).code, 2);
}

TEST_F(CommandLine, MarksWithoutTheirTextAreOpenedOverIt) {
  const std::string file = run({"annotate", "-"}, kArticle).out;
  const std::string text = write("article.txt", kArticle), marks = write("a.marks.quoth.json", run({"convert", "-", "--to", "marks"}, file).out);
  EXPECT_EQ(read(marks).find("\"text\": \""), std::string::npos);
  const Outcome alone = run({"convert", marks, "--to", "json"});
  EXPECT_EQ(alone.err, "quoth: " + marks + ": $.document.text: is missing: the file holds marks without their text; open the article first, then this file over it\n");
  const Outcome over = run({"convert", marks, "--over", text, "--to", "csv"});
  EXPECT_EQ(over.code, 0) << over.err;
  EXPECT_EQ(over.out, run({"convert", "-", "--to", "csv"}, file).out);
  const Outcome other = run({"convert", marks, "--over", write("other.txt", "Nothing of it is here."), "--to", "json"});
  EXPECT_EQ(other.code, 0);
  EXPECT_NE(other.err.find("not in this text; kept as lost"), std::string::npos) << other.err;
}

TEST_F(CommandLine, CompareSaysWhereTwoFilesDiffer) {
  auto d = format::read_json(run({"annotate"}, std::string(kArticle) + "\nSome 4,300 people were killed in the war in 2011.\n").out);
  ASSERT_TRUE(d.ok());
  const std::string a = write("a.json", format::write_json(*d));
  d->original = {};
  d->quotations.edit(0).type = document::kMixed;
  d->claims.clear();
  const std::string b = write("b.json", format::write_json(*d)), other = write("c.json", run({"annotate"}, "Another text.").out);
  const Outcome same = run({"compare", a, a}), o = run({"compare", a, b});
  EXPECT_EQ(same.code, 0);
  EXPECT_TRUE(same.out.starts_with("quotations: 1 in A, 1 in B, 1 in both, 1 of these with the same words\n"
                                   "  agreement (F1): 100.0 % by overlap, 100.0 % with the same words\n"
                                   "  beyond chance: where they stand 1.00 (Krippendorff's alpha for units); of those in both: type 1.00, speaker 1.00 (Cohen's kappa)\n"
                                   "  inside quotations or not, byte by byte: agreement 100.0 %, Cohen's kappa 1.00\n")) << same.out;
  EXPECT_EQ(o.code, 0);
  EXPECT_NE(o.out.find("      type: direct, mixed\n"), std::string::npos) << o.out;
  EXPECT_NE(o.out.find("  only in A: c1: "), std::string::npos) << o.out;
  EXPECT_EQ(run({"compare", a, other}).err, "quoth: " + a + ", " + other + ": the two files are not on the same text\n");
  EXPECT_EQ(run({"compare", a}).code, 2);
}

TEST_F(CommandLine, MergeJoinsTwoFilesAndSaysWhatItHadToDecide) {
  auto d = format::read_json(run({"annotate"}, kArticle).out);
  ASSERT_TRUE(d.ok());
  const std::string base = write("base.json", format::write_json(*d));
  d->original = {};
  d->quotations.edit(0).type = document::kMixed;
  const std::string a = write("a.json", format::write_json(*d));
  d->quotations.edit(0).type = document::kIndirect;
  d->claims.clear();
  const std::string b = write("b.json", format::write_json(*d));
  const Outcome o = run({"merge", a, b, "--base", base, "-o", path("out.json")});
  EXPECT_EQ(o.code, 0);
  EXPECT_EQ(o.err, "quoth: q1, type: mixed in A, indirect in B; that of A is kept\n");
  const auto merged = format::read_json(read(path("out.json")));
  ASSERT_TRUE(merged.ok());
  EXPECT_EQ(merged->quotations[0].type, document::kMixed);
  EXPECT_TRUE(merged->claims.empty());
  EXPECT_TRUE(format::check_json(read(path("out.json"))).empty());
}

TEST_F(CommandLine, ExplainNamesTheRules) {
  const Outcome o = run({"explain"}, kArticle);
  EXPECT_EQ(o.code, 0) << o.err;
  EXPECT_NE(o.out.find("quote/"), std::string::npos) << o.out;
}

}  // namespace
