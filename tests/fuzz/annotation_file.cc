// Any bytes may come as an annotation file: they are read whole, or refused with a sentence.
#include "promises.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const auto read = format::read_any({reinterpret_cast<const char*>(data), size});
  if (read) {
    fuzz::keeps_its_promises(*read);
  } else {
    fuzz::promise(!read.error().message.empty(), "an error says something");
  }
  return 0;
}
