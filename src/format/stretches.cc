#include "format/stretches.h"

#include <algorithm>

namespace format {

void Stretches::add(std::int64_t start, std::string words) { all_.push_back(std::make_unique<Stretch>(start, std::move(words))); }

const Stretches::Stretch* Stretches::holding(std::int64_t start, std::int64_t end) const {
  const auto after = std::upper_bound(all_.begin(), all_.end(), start, [](std::int64_t at, const auto& one) { return at < one->start; });
  if (after == all_.begin() || end < start) return nullptr;
  const Stretch* const one = (after - 1)->get();
  return end <= one->end() ? one : nullptr;
}

std::optional<std::size_t> Stretches::size_of(std::int64_t start, std::int64_t end) const {
  const Stretch* const one = holding(start, end);
  if (!one) return std::nullopt;
  return one->index.to_bytes(static_cast<std::uint32_t>(end - one->start)) -
         one->index.to_bytes(static_cast<std::uint32_t>(start - one->start));
}

std::optional<anchor::Selector> Stretches::find(std::int64_t start, std::int64_t end) const {
  const Stretch* const one = holding(start, end);
  if (!one) return std::nullopt;
  const auto byte = [&](std::int64_t at) { return one->index.to_bytes(static_cast<std::uint32_t>(at - one->start)); };
  return anchor::selector_of(one->words, {byte(start), byte(end)});
}

Stretches joined(std::vector<NamedStretch> named) {
  std::stable_sort(named.begin(), named.end(), [](const NamedStretch& a, const NamedStretch& b) { return a.start < b.start; });
  Stretches out;
  // The stretch that grows: its words, and the byte at which each of its code points starts.
  std::string words;
  std::vector<std::uint32_t> bytes;
  std::int64_t start = 0;
  const auto finish = [&] {
    if (!words.empty()) out.add(start, std::move(words));
    words.clear();
    bytes.clear();
  };
  for (const NamedStretch& one : named) {
    if (one.words.empty()) continue;
    if (words.empty() || one.start > start + static_cast<std::int64_t>(bytes.size())) {
      finish();
      start = one.start;
    }
    const auto at = static_cast<std::size_t>(one.start - start);
    const std::string_view known = at < bytes.size() ? std::string_view(words).substr(bytes[at]) : std::string_view();
    const std::size_t shared = std::min(known.size(), one.words.size());
    if (known.substr(0, shared) != std::string_view(one.words).substr(0, shared)) continue;
    for (auto i = static_cast<std::uint32_t>(shared); i < one.words.size(); i += text::character_at(one.words, i).size)
      bytes.push_back(static_cast<std::uint32_t>(words.size() + i - shared));
    words.append(one.words, shared);
  }
  finish();
  return out;
}

}  // namespace format
