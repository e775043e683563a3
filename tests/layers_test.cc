// src/README.md says which module may include which. This holds the code to it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace {

std::map<std::string, std::set<std::string>> allowed_includes() {
  std::map<std::string, std::set<std::string>> allowed;
  std::ifstream readme(SOURCE_DIR "/src/README.md");
  for (std::string line; std::getline(readme, line);) {
    std::istringstream row(line);
    std::string empty, level, module, does, may;
    std::getline(row, empty, '|') && std::getline(row, level, '|') && std::getline(row, module, '|') &&
        std::getline(row, does, '|') && std::getline(row, may, '|');
    if (level.find_first_of("01234") == std::string::npos) continue;
    std::istringstream names(may);
    std::istringstream(module) >> module;
    allowed[module].insert(module);
    for (std::string name; names >> name;) allowed[module].insert(name);
  }
  return allowed;
}

// Visits every line of every source file: (module, "file:line", line).
template <typename Visit>
void each_line(Visit visit) {
  const std::filesystem::path top = SOURCE_DIR "/src";
  for (const auto& file : std::filesystem::recursive_directory_iterator(top)) {
    const auto extension = file.path().extension();
    if (extension != ".h" && extension != ".cc") continue;
    const std::string relative = file.path().lexically_relative(top).generic_string();
    std::ifstream in(file.path());
    int number = 0;
    for (std::string line; std::getline(in, line);)
      visit(relative.substr(0, relative.find('/')), "src/" + relative + ":" + std::to_string(++number), line);
  }
}

TEST(Layers, ModulesIncludeOnlyWhatTheReadmeAllows) {
  const auto allowed = allowed_includes();
  ASSERT_GE(allowed.size(), 10u) << "could not read the table in src/README.md";
  each_line([&](const std::string& module, const std::string& where, const std::string& line) {
    if (!line.starts_with("#include \"") || line.starts_with("#include \"imgui")) return;
    ASSERT_TRUE(allowed.contains(module)) << module << " is not in src/README.md";
    const std::string target = line.substr(10, line.find('/', 10) - 10);
    EXPECT_TRUE(allowed.at(module).contains(target)) << where << ": " << module << " may not include " << target;
  });
}

TEST(Layers, LibrariesStayBehindTheirModules) {
  const std::map<std::string, std::set<std::string>> homes = {
      {"imgui", {"ui", "app"}}, {"emscripten", {"app"}}, {"nlohmann", {"format"}}, {"nokogiri_gumbo", {"html"}},
      {"httplib", {"cli"}},     {"curl", {"cli"}},
  };
  each_line([&](const std::string& module, const std::string& where, const std::string& line) {
    if (!line.starts_with("#include ")) return;
    for (const auto& [library, modules] : homes) {
      if (line.starts_with("#include <" + library) || line.starts_with("#include \"" + library)) {
        EXPECT_TRUE(modules.contains(module)) << where << ": " << module << " may not include " << library;
      }
    }
  });
}

}  // namespace
