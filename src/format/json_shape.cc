#include "format/json_shape.h"

namespace format {

Shape::Shape(const document::Extras& extras) {
  if (extras.empty()) return;
  auto tree = parse_json(extras.bytes.view());
  if (!tree.ok() || !(*tree)->root().is(JsonKind::array)) return;  // not made by this module
  tree_ = std::move(*tree);
  for (JsonValue one = tree_->root().first(); one; one = one.next()) {
    if (one.is(JsonKind::string)) members_.push_back({one.text(), {}});
    else if (one.is(JsonKind::array) && one.first()) members_.push_back({one.first().text(), one.first().next()});
  }
}

}  // namespace format
