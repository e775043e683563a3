// Any bytes may come under the name of a saved page, an e-mail or Markdown; the first says which.
#include "promises.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  constexpr const char* kNames[] = {"a.eml", "a.mhtml", "a.webarchive", "a.md", "a.xhtml", ""};
  const std::size_t kind = size ? data[0] % std::size(kNames) : 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + (size ? 1 : 0), size ? size - 1 : 0);
  fuzz::keeps_its_promises(annotate::annotate(extract::article({.bytes = bytes, .name = kNames[kind]}).article));
  return 0;
}
