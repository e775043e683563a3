// Networks that have been trained, kept in a folder, so that an experiment with what comes after them (candidates,
// ranker, linking) takes seconds instead of minutes. A network is found again by the sequences and the plan that it was
// trained with: where these change, it is trained anew.
#pragma once

#include <string>
#include <vector>

#include "train/network_trainer.h"

namespace train {

// `folder`: empty for none.
Parameters trained_network(const NetworkPlan&, const std::vector<Sequence>&, const std::string& folder);

}  // namespace train
