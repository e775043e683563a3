// Any bytes are a page, and have an article. What is found in an article is the matter of text.cc.
#include "promises.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  fuzz::extracts({.bytes = std::string(reinterpret_cast<const char*>(data), size), .kind = extract::Kind::html});
  return 0;
}
