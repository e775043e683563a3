#include "train/network_store.h"

#include <cstdio>
#include <cstring>
#include <filesystem>

#include "model/hash.h"
#include "train/files.h"

namespace train {
namespace {

std::string name_of(const NetworkPlan& plan, const std::vector<Sequence>& sequences) {
  std::uint64_t h = model::mix(plan.seed, static_cast<std::uint64_t>(plan.passes) << 32 | static_cast<std::uint64_t>(plan.batch));
  h = model::mix(h, plan.rows);
  for (const float x : {plan.rate, plan.dropout, plan.hide}) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &x, sizeof bits);
    h = model::mix(h, bits);
  }
  for (const Sequence& s : sequences) {
    for (const std::uint16_t row : s.rows) h = model::mix(h, row);
    for (const std::uint8_t label : s.labels) h = model::mix(h, label);
  }
  char name[32];
  std::snprintf(name, sizeof name, "%016llx.network", static_cast<unsigned long long>(h));
  return name;
}

}  // namespace

Parameters trained_network(const NetworkPlan& plan, const std::vector<Sequence>& sequences, const std::string& folder) {
  if (folder.empty()) return train_network(plan, sequences);
  const std::string path = folder + "/" + name_of(plan, sequences);
  Parameters p(Layout(plan.rows).size);
  const std::size_t size = p.size() * sizeof(float);
  if (std::filesystem::exists(path)) {
    const std::string bytes = read_file(path);
    if (bytes.size() != size) stop(path + ": this is not a network of this plan");
    std::memcpy(p.data(), bytes.data(), size);
    return p;
  }
  p = train_network(plan, sequences);
  write_file(path, {reinterpret_cast<const char*>(p.data()), size});
  return p;
}

}  // namespace train
