// quoth-train: makes the weights in assets/models/. See the README there for the data and the scores.
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "train/files.h"
#include "train/train.h"

namespace {

constexpr const char* kUsage =
    "quoth-train pos --data FOLDER -o FILE\n"
    "    parts of speech, from the treebanks FOLDER/*.train.conllu\n";

struct Arguments {
  std::string command, data, out;
};

bool read(const std::vector<std::string>& words, Arguments& a) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    if (words[i] == "--data" && !last) a.data = words[++i];
    else if (words[i] == "-o" && !last) a.out = words[++i];
    else if (a.command.empty()) a.command = words[i];
    else return false;
  }
  return !a.data.empty() && !a.out.empty();
}

}  // namespace

int main(int count, char** values) {
  Arguments a;
  if (!read({values + 1, values + count}, a)) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  if (a.command == "pos") {
    const std::string file = train::train_pos(a.data);
    train::write_file(a.out, file);
    train::score_pos(file, a.data);
    return 0;
  }
  std::fputs(kUsage, stderr);
  return 2;
}
