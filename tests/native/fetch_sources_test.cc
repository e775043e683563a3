// cmake/fetch-sources.sh finds the repository of Debian itself in either form of apt's configuration.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

// "ADDRESS KEY" that the script takes from a configuration of one file.
std::string origin(const std::string& file, const std::string& text) {
  const auto folder = std::filesystem::temp_directory_path() / ("quoth-apt-" + std::to_string(::getpid()));
  std::filesystem::create_directories((folder / file).parent_path());
  std::ofstream(folder / file) << text;
  const std::string command = "APT_CONFIGURATION='" + folder.string() + "' '" SOURCE_DIR "/cmake/fetch-sources.sh' --origin";
  std::string said;
  if (FILE* out = popen(command.c_str(), "r")) {
    char line[1000];
    while (std::fgets(line, sizeof line, out)) said += line;
    pclose(out);
  }
  std::filesystem::remove_all(folder);
  return said;
}

constexpr const char* kUsualKey = "/usr/share/keyrings/debian-archive-keyring.gpg";

TEST(FetchSources, ReadsOneLineConfigurations) {
  EXPECT_EQ(origin("sources.list", "deb http://mirror.example/debian bookworm main\n"), std::string("http://mirror.example/debian ") + kUsualKey + "\n");
  EXPECT_EQ(origin("sources.list",
                   "# deb http://comment.example/debian bookworm main\n"
                   "deb-src http://sources.example/debian bookworm main\n"
                   "deb [arch=amd64] http://security.example/debian-security bookworm-security main\n"
                   "deb [signed-by=/k/other.gpg] http://tools.example/apt stable-tools main\n"
                   "deb [ arch=amd64 signed-by=/k/mirror.gpg ] http://mirror.example/debian/ bookworm main contrib\n"),
            "http://mirror.example/debian/ /k/mirror.gpg\n");
}

TEST(FetchSources, ReadsDeb822Configurations) {
  EXPECT_EQ(origin("sources.list.d/debian.sources",
                   "Types: deb\nEnabled: no\nURIs: http://off.example/debian\nSuites: bookworm\n\n"
                   "Types: deb\nURIs: http://security.example/debian-security\nSuites: bookworm-security\n\n"
                   "Types: deb deb-src\n# a remark\nURIs: http://mirror.example/pool-of-debian\nSuites: bookworm bookworm-updates\n"
                   "Components: main\nSigned-By:\n /k/mirror.gpg\n"),
            "http://mirror.example/pool-of-debian /k/mirror.gpg\n");
}

TEST(FetchSources, FindsNothingWhereDebianIsNot) {
  EXPECT_EQ(origin("sources.list", "deb http://archive.example/ubuntu jammy main\n"), "");
}

}  // namespace
