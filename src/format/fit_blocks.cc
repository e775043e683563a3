#include "format/fit_blocks.h"

#include <algorithm>
#include <set>
#include <string>

#include "text/utf8.h"

namespace format {

using document::Block;
using text::Span;

namespace {

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\n\r\f\v") == std::string_view::npos; }

// The lines of `part` that hold more than blanks.
std::vector<Span> lines_of(std::string_view all, Span part) {
  std::vector<Span> lines;
  for (std::uint32_t at = part.begin; at < part.end;) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(all.find('\n', at), part.end));
    if (!is_blank(text::slice(all, {at, end}))) lines.push_back({at, end});
    at = end + 1;
  }
  return lines;
}

bool stands_on_lines(std::string_view all, const std::vector<FileBlock>& blocks) {
  std::uint32_t after = 0;
  for (const FileBlock& one : blocks) {
    if (!one.span || one.span->empty() || one.span->begin < after) return false;
    if (one.span->begin > 0 && all[one.span->begin - 1] != '\n') return false;
    if (one.span->end < all.size() && all[one.span->end] != '\n') return false;
    after = one.span->end;
  }
  return true;
}

// Ids that no block has yet.
class FreshIds {
 public:
  template <typename Blocks, typename GetId>
  FreshIds(const Blocks& blocks, GetId id) {
    for (const auto& block : blocks) taken_.insert(id(block).text());
  }
  document::BlockId next() {
    std::string id;
    do id = "b" + std::to_string(++number_);
    while (!taken_.insert(id).second);
    return document::BlockId(id);
  }

 private:
  std::set<std::string> taken_;
  std::size_t number_ = 0;
};

}  // namespace

std::vector<Block> fit_blocks(std::string_view all, std::vector<FileBlock> blocks) {
  std::vector<Block> out;
  const auto keep = [&](const FileBlock& one, Span span) {
    out.push_back(one.block);
    out.back().span = span;
  };
  if (stands_on_lines(all, blocks)) {
    for (const FileBlock& one : blocks) keep(one, *one.span);
    return out;
  }
  const std::vector<Span> lines = lines_of(all, {0, static_cast<std::uint32_t>(all.size())});
  const auto agree = [&](std::size_t block, std::size_t line) {
    return blocks[block].size == static_cast<std::int64_t>(text::count_code_points(text::slice(all, lines[line])));
  };
  std::size_t front = 0, back = 0;
  const std::size_t most = std::min(lines.size(), blocks.size());
  while (front < most && agree(front, front)) ++front;
  while (back < most - front && agree(blocks.size() - 1 - back, lines.size() - 1 - back)) ++back;

  FreshIds ids(blocks, [](const FileBlock& one) -> const document::BlockId& { return one.block.id; });
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i < front) keep(blocks[i], lines[i]);
    else if (lines.size() - i <= back) keep(blocks[blocks.size() - (lines.size() - i)], lines[i]);
    else out.push_back({.id = ids.next(), .span = lines[i]});
  }
  return out;
}

std::vector<Block> fill_gaps(std::string_view all, std::vector<Block> blocks) {
  std::vector<Span> missing;
  std::uint32_t after = 0;
  for (const Block& block : blocks) {
    if (block.span.begin > after)
      for (const Span line : lines_of(all, {after, block.span.begin})) missing.push_back(line);
    after = std::max(after, block.span.end);
  }
  if (after < all.size())
    for (const Span line : lines_of(all, {after, static_cast<std::uint32_t>(all.size())})) missing.push_back(line);
  if (missing.empty()) return blocks;
  FreshIds ids(blocks, [](const Block& block) -> const document::BlockId& { return block.id; });
  for (const Span line : missing) blocks.push_back({.id = ids.next(), .span = line});
  std::sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) { return a.span < b.span; });
  return blocks;
}

}  // namespace format
