// quoth-bench: how fast the extraction is, on one thread. Prints figures; nothing is judged. tests/bench/extract.mjs runs it
// natively and as WebAssembly, beside a peer on the same pages.
//
//   quoth-bench FILE…   each file is read as a page until two seconds are over; the first round does not count
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/extract.h"

namespace {

using Clock = std::chrono::steady_clock;

std::vector<std::string> read_files(int count, char** names) {
  std::vector<std::string> files;
  for (int i = 0; i < count; ++i) {
    std::ifstream in(names[i], std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    files.push_back(bytes.str());
  }
  return files;
}

struct Slowest {
  double seconds_a_megabyte = 0;
  int file = 0;
};

// One round over all; the words keep the work from being left out.
std::size_t extract_all(const std::vector<std::string>& files, Slowest& slowest) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto start = Clock::now();
    words += extract::article({.bytes = files[i], .kind = extract::Kind::html}).article.text.view().size();
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    // A small page measures little but the clock.
    const double rate = seconds * 1e6 / static_cast<double>(std::max<std::size_t>(files[i].size(), 100000));
    if (rate > slowest.seconds_a_megabyte) slowest = {rate, static_cast<int>(i)};
  }
  return words;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::fprintf(stderr, "usage: quoth-bench FILE…\n");
    return 2;
  }
  const std::vector<std::string> files = read_files(count - 1, words + 1);
  std::size_t bytes = 0;
  for (const std::string& file : files) bytes += file.size();
  Slowest ignored, slowest;
  std::size_t sum = extract_all(files, ignored);
  int rounds = 0;
  const auto start = Clock::now();
  double seconds = 0;
  for (; seconds < 2 || rounds < 2; ++rounds) {
    sum += extract_all(files, slowest);
    seconds = std::chrono::duration<double>(Clock::now() - start).count();
  }
  std::printf("{\"megabytesASecond\":%.1f,\"pages\":%zu,\"megabytes\":%.1f,\"rounds\":%d,\"slowestSecondsAMegabyte\":%.3f,\"slowest\":\"%s\",\"bytesOut\":%zu}\n",
              static_cast<double>(bytes) * rounds / 1e6 / seconds, files.size(), static_cast<double>(bytes) / 1e6, rounds, slowest.seconds_a_megabyte,
              words[slowest.file + 1], sum);
  return 0;
}
