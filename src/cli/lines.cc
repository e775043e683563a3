#include "cli/lines.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <optional>
#include <thread>
#include <vector>

#include "cli/command.h"
#include "format/json_writer.h"
#include "format/jsonl.h"
#include "text/result.h"

namespace cli {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{8} << 20;
constexpr std::size_t kLongestLine = std::size_t{256} << 20;

struct Line {
  std::string text;
  std::size_t number = 0;
  bool too_long = false;
};

// The number of threads for "--jobs N"; 0 if that is not a number from 1 to 256. None: as many as the machine has.
unsigned jobs_of(const std::optional<std::string>& value) {
  constexpr unsigned kMostThreads = QUOTH_THREADS ? 256 : 1;  // in Node there is one
  if (!value) return std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads);
  unsigned jobs = 0;
  const char* const end = value->data() + value->size();
  const auto [stop, fault] = std::from_chars(value->data(), end, jobs);
  return fault == std::errc() && stop == end && jobs <= 256 ? std::min(jobs, kMostThreads) : 0;
}

std::string reason() { return std::strerror(errno); }

// The lines of a file, one after another.
class LineReader {
 public:
  explicit LineReader(std::FILE* file) : file_(file) {}

  std::size_t bytes() const { return bytes_; }  // that were read so far
  bool cut_off() const { return cut_off_; }     // the last line has no line break

  bool next(Line& line) {
    line = {};
    bool any = false;
    for (;;) {
      if (at_ == size_) {
        size_ = std::fread(buffer_, 1, sizeof buffer_, file_);
        at_ = 0;
        if (size_ == 0) break;
      }
      any = true;
      const char* const from = buffer_ + at_;
      const void* const stop = std::memchr(from, '\n', size_ - at_);
      const std::size_t piece = stop ? static_cast<std::size_t>(static_cast<const char*>(stop) - from) : size_ - at_;
      if (line.text.size() + piece > kLongestLine) {
        line.too_long = true;
        line.text.clear();
      }
      if (!line.too_long) line.text.append(from, piece);
      at_ += piece + (stop ? 1 : 0);
      bytes_ += piece + (stop ? 1 : 0);
      cut_off_ = !stop;
      if (stop) break;
    }
    line.number = ++number_;
    return any;
  }

 private:
  std::FILE* file_;
  char buffer_[1 << 16];
  std::size_t at_ = 0, size_ = 0, number_ = 0, bytes_ = 0;
  bool cut_off_ = false;
};

bool is_blank(const Line& line) { return !line.too_long && line.text.find_first_not_of(" \t\r") == std::string::npos; }

// How far a run is, once a second, on one line of a terminal.
class Progress {
 public:
  Progress(bool wanted, std::size_t skipped) : wanted_(wanted), skipped_(skipped) {
    struct stat input {};
    if (fstat(fileno(stdin), &input) == 0 && S_ISREG(input.st_mode)) all_bytes_ = static_cast<std::size_t>(input.st_size);
  }
  void say(std::size_t articles, std::size_t bytes, bool done) {
    if (!wanted_) return;
    const auto now = Clock::now();
    if (!done && now - said_ < std::chrono::seconds(1)) return;
    said_ = now;
    const double seconds = std::chrono::duration<double>(now - began_).count(), rate = seconds > 0 ? static_cast<double>(articles) / seconds : 0;
    std::string line = "quoth: " + std::to_string(skipped_ + articles) + (skipped_ + articles == 1 ? " article" : " articles") + ", " + std::to_string(static_cast<long>(rate + 0.5)) + " a second";
    if (!done && all_bytes_ > bytes && bytes > 0 && articles > 0) {
      const double left = seconds * static_cast<double>(all_bytes_ - bytes) / static_cast<double>(bytes);
      line += ", about " + (left < 90 ? std::to_string(static_cast<long>(left + 1)) + " s" : std::to_string(static_cast<long>(left / 60 + 1)) + " min") + " left";
    }
    if (isatty(fileno(stderr))) {
      line.resize(std::max<std::size_t>(line.size(), 70), ' ');
      std::cerr << "\r" << line << (done ? "\n" : "") << std::flush;
    } else {
      std::cerr << line << "\n";
    }
  }

 private:
  using Clock = std::chrono::steady_clock;
  bool wanted_;
  std::size_t skipped_, all_bytes_ = 0;
  Clock::time_point began_ = Clock::now(), said_ = began_;
};

// The answers that are there already. What follows the last whole one is cut away.
struct Answered {
  std::size_t lines = 0;
  std::string last;
};
text::Result<Answered> answered(const std::string& path) {
  Answered out;
  std::FILE* const file = std::fopen(path.c_str(), "rb");
  if (!file) {
    if (errno == ENOENT) return out;  // nothing was done yet
    return text::Error{path, "cannot be opened: " + reason()};
  }
  LineReader reader(file);
  std::size_t whole = 0;
  for (Line line; reader.next(line) && !reader.cut_off(); whole = reader.bytes()) {
    ++out.lines;
    out.last = std::move(line.text);
  }
  std::fclose(file);
  std::error_code fault;
  std::filesystem::resize_file(path, whole, fault);
  if (fault) return text::Error{path, "cannot be written: " + fault.message()};
  return out;
}

// Does the answer belong to the line? Both have the line's id.
bool answers(const std::string& answer, const Line& line) {
  format::BadLine bad;
  const format::JsonLine read = line.too_long ? format::JsonLine() : format::read_json_line(line.text, bad);
  return answer.find("\"id\":" + (bad.message.empty() ? read.id_json : bad.id_json)) != std::string::npos;
}

// Passes over the lines that have answers. A sentence if the last answer is not that of its line.
std::optional<text::Error> pass_over(LineReader& reader, const Answered& done, const std::string& path) {
  Line line;
  for (std::size_t passed = 0; passed < done.lines;) {
    if (!reader.next(line)) return text::Error{path, "has more answers than the input has lines"};
    if (is_blank(line)) continue;
    if (++passed == done.lines && !answers(done.last, line))
      return text::Error{path, "its last answer is not that of line " + std::to_string(line.number) + ": it belongs to another input"};
  }
  return std::nullopt;
}

}  // namespace

int answer_lines(std::string_view command, const Arguments& arguments, const std::function<Answer(std::string_view, std::size_t)>& answer) {
  const unsigned jobs = jobs_of(arguments.get("--jobs"));
  if (jobs == 0) return wrong_usage(command, "--jobs takes a number from 1 to 256");
  if (!arguments.rest.empty() && arguments.rest.front() != "-") return wrong_usage(command, "--jsonl reads standard input");
  const std::string path = arguments.get("-o").value_or("-");
  const bool resume = arguments.has("--resume");
  if (resume && path == "-") return wrong_usage(command, "--resume needs -o OUT, the file to go on with");
  LineReader reader(stdin);
  Answered done;
  if (resume) {
    auto there = answered(path);
    if (!there.ok()) return bad_input(there.error());
    done = std::move(*there);
    if (const auto fault = pass_over(reader, done, path)) return bad_input(*fault);
  }
  std::FILE* const out = path == "-" ? stdout : std::fopen(path.c_str(), resume ? "ab" : "wb");
  const std::string out_name = path == "-" ? "standard output" : path;
  if (!out) return bad_input({out_name, "cannot be written: " + reason()});

  Progress progress(arguments.has("--progress") || (isatty(fileno(stderr)) && !isatty(fileno(stdout))), done.lines);
  std::size_t all = 0, bad = 0;
  bool written = true;
  for (bool more = true; more && written;) {
    std::vector<Line> batch;
    for (std::size_t bytes = 0; bytes < kBatchBytes && batch.size() < std::size_t{32} * jobs;) {
      Line line;
      if (!(more = reader.next(line))) break;
      if (is_blank(line)) continue;
      bytes += line.text.size();
      batch.push_back(std::move(line));
    }
    std::vector<Answer> answers(batch.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i; (i = next++) < batch.size();)
        answers[i] = batch[i].too_long ? bad_line("null", batch[i].number, "is longer than 256 MB") : answer(batch[i].text, batch[i].number);
    };
    std::vector<std::thread> helpers;
    for (std::size_t i = 1; i < std::min<std::size_t>(jobs, batch.size()); ++i) helpers.emplace_back(work);
    work();
    for (std::thread& helper : helpers) helper.join();
    for (Answer& one : answers) {
      one.line += '\n';
      written = written && std::fwrite(one.line.data(), 1, one.line.size(), out) == one.line.size();
      bad += one.bad;
    }
    written = std::fflush(out) == 0 && written;
    all += batch.size();
    progress.say(all, reader.bytes(), false);
  }
  const std::string why = written ? "" : reason();
  if (out != stdout && std::fclose(out) != 0) written = false;
  if (!written) return bad_input({out_name, "cannot be written: " + why});
  if (std::ferror(stdin)) return bad_input({"standard input", "cannot be read: " + reason()});
  progress.say(all, reader.bytes(), true);
  if (bad) std::cerr << "quoth: " << bad << " of " << all << " lines are at fault; their answers say why\n";
  return kDone;
}

Answer bad_line(std::string_view id_json, std::size_t number, std::string_view message) {
  format::JsonWriter out;
  out.begin_object().key("id").raw(id_json).key("error").text("line " + std::to_string(number) + ": " + std::string(message)).end_object();
  return {out.take(), true};
}


}  // namespace cli
