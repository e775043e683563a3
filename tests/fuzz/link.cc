// Any bytes may come as a link: as its letters, as what they unpack to, and as what is deflated in them, since the check at
// its end lets none of these through by chance.
#include <algorithm>

#include "format/deflate.h"
#include "format/json.h"
#include "format/link.h"
#include "format/packed_json.h"
#include "promises.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto link = format::read_link(bytes);
  fuzz::promise(link.ok() || !link.error().message.empty(), "an error says something");
  format::inflated(bytes, 1 << 20);
  if (bytes.empty()) return 0;
  const std::size_t words = std::min<std::size_t>(static_cast<unsigned char>(bytes[0]) * 4u, bytes.size() - 1);
  const auto json = format::unpack(bytes.substr(1, words), bytes.substr(1 + words), 1 << 22);
  if (!json.ok()) return 0;
  if (const auto d = format::read_json(*json); d.ok()) fuzz::keeps_its_promises(*d);
  return 0;
}
