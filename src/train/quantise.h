// A trained network in int8, as model/network.h reads it.
#pragma once

#include <vector>

#include "model/file.h"
#include "train/network_trainer.h"

namespace train {

// `table_rows`: the rows of each table, hidden one included.
void write_network(model::Writer&, const NetworkPlan&, const std::vector<std::uint32_t>& table_rows, const Parameters&);

}  // namespace train
