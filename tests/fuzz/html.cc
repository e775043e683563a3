// Any bytes are a page, and its article is annotated.
#include "promises.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  fuzz::annotates(data, size, extract::Kind::html);
  return 0;
}
