// Any bytes may come as a file of another program: by what they hold, and as each format by its name.
#include "promises.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  static const document::Article article = [] {
    document::Article a;
    a.text = document::SharedText("\u201cGo \U0001F680,\u201d said Ann. \u201cNow.\u201d\nTwo of three bridges are closed.");
    return a;
  }();
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto known = format::read_any_over(bytes, article);
  if (known.ok()) fuzz::keeps_its_promises(*known);
  const format::Format& one = format::formats()[data[0] % format::formats().size()];
  if (one.read)
    if (const auto d = one.read(bytes); d.ok()) fuzz::keeps_its_promises(*d);
  if (one.read_over)
    if (const auto d = one.read_over(bytes, article); d.ok()) fuzz::keeps_its_promises(*d);
  return 0;
}
