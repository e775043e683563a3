// Any bytes may come under the name of a saved page, an e-mail or Markdown; the first says which.
#include "promises.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  constexpr const char* kNames[] = {"a.eml", "a.mhtml", "a.webarchive", "a.md", "a.xhtml", ""};
  const std::size_t kind = size ? data[0] % std::size(kNames) : 0;
  fuzz::extracts({.bytes = std::string(reinterpret_cast<const char*>(data) + (size ? 1 : 0), size ? size - 1 : 0), .name = kNames[kind]});
  return 0;
}
