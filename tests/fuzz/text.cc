// Any bytes are a text, and a text is annotated.
#include "promises.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  fuzz::annotates({.bytes = std::string(reinterpret_cast<const char*>(data), size), .kind = extract::Kind::text});
  return 0;
}
