#include "format/fit_blocks.h"

#include <algorithm>
#include <set>
#include <string>

namespace format {

using document::Block;
using text::Span;

std::vector<Block> fit_blocks(std::string_view text, const std::vector<Block>& blocks) {
  std::vector<Span> lines;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
    if (end > at) lines.push_back({at, end});
    at = end + 1;
  }
  // Blocks of several lines cannot be compared with lines: then nothing is known.
  std::size_t front = 0, back = 0;
  const std::size_t most = std::min(lines.size(), blocks.size());
  while (front < most && blocks[front].span.size() == lines[front].size()) ++front;
  while (back < most - front && blocks[blocks.size() - 1 - back].span.size() == lines[lines.size() - 1 - back].size()) ++back;

  std::set<std::string> taken;
  for (const Block& block : blocks) taken.insert(block.id.text());
  std::size_t next = 0;
  std::vector<Block> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Block block;
    if (i < front) block = blocks[i];
    else if (lines.size() - i <= back) block = blocks[blocks.size() - (lines.size() - i)];
    else {
      std::string id;
      do id = "b" + std::to_string(++next);
      while (!taken.insert(id).second);
      block.id = document::BlockId(id);
    }
    block.span = lines[i];
    out.push_back(std::move(block));
  }
  return out;
}

}  // namespace format
