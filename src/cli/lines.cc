#include "cli/lines.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <thread>
#include <vector>

#include "cli/command.h"
#include "format/json_writer.h"

namespace cli {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{8} << 20;
constexpr std::size_t kLongestLine = std::size_t{256} << 20;

struct Line {
  std::string text;
  std::size_t number = 0;
  bool too_long = false;
};

// The lines of standard input, one after another.
class LineReader {
 public:
  bool next(Line& line) {
    line = {};
    bool any = false;
    for (;;) {
      if (at_ == size_) {
        size_ = std::fread(buffer_, 1, sizeof buffer_, stdin);
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
      if (stop) break;
    }
    line.number = ++number_;
    return any;
  }

 private:
  char buffer_[1 << 16];
  std::size_t at_ = 0, size_ = 0, number_ = 0;
};

}  // namespace

int answer_lines(unsigned jobs, const std::function<Answer(std::string_view, std::size_t)>& answer) {
  LineReader reader;
  std::size_t all = 0, bad = 0;
  for (bool more = true; more;) {
    std::vector<Line> batch;
    for (std::size_t bytes = 0; bytes < kBatchBytes && batch.size() < std::size_t{32} * jobs;) {
      Line line;
      if (!(more = reader.next(line))) break;
      if (!line.too_long && line.text.find_first_not_of(" \t\r") == std::string::npos) continue;
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
      if (std::fwrite(one.line.data(), 1, one.line.size(), stdout) != one.line.size())
        return bad_input({"standard output", std::string("cannot be written: ") + std::strerror(errno)});
      bad += one.bad;
    }
    if (std::fflush(stdout) != 0) return bad_input({"standard output", std::string("cannot be written: ") + std::strerror(errno)});
    all += batch.size();
  }
  if (std::ferror(stdin)) return bad_input({"standard input", std::string("cannot be read: ") + std::strerror(errno)});
  if (bad) std::cerr << "quoth: " << bad << " of " << all << " lines are at fault; their answers say why\n";
  return kDone;
}

Answer bad_line(std::string_view id_json, std::size_t number, std::string_view message) {
  format::JsonWriter out;
  out.begin_object().key("id").raw(id_json).key("error").text("line " + std::to_string(number) + ": " + std::string(message)).end_object();
  return {out.take(), true};
}

unsigned jobs_of(const std::string* value) {
  constexpr unsigned kMostThreads = QUOTH_THREADS ? 256 : 1;  // in Node there is one
  if (!value) return std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads);
  unsigned jobs = 0;
  const char* const end = value->data() + value->size();
  const auto [stop, fault] = std::from_chars(value->data(), end, jobs);
  return fault == std::errc() && stop == end && jobs <= 256 ? std::min(jobs, kMostThreads) : 0;
}

}  // namespace cli
