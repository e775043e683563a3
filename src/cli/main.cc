// quoth: who said what.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "cli/command.h"

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + std::min(count, 1), words + count);
  const int result = cli::run(arguments);
  return std::cout.flush() ? result : cli::bad_input({"standard output", "cannot be written"});
}
