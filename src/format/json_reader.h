// Reads an annotation file that nobody vouches for. It checks before it gets, goes on after a fault so that
// `quoth check` can list them all, and never throws.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "text/result.h"

namespace format {

struct Fault {
  text::Error error;
  bool fatal = true;  // false: the file can be opened all the same (a mark whose words have moved, a null)
};

struct Reading {
  document::Document document;  // of use if no fault is fatal
  std::vector<Fault> faults;    // in file order
};

// `over`: the article that its marks are to be put on, whatever text the file has; null: that of the file.
Reading read_annotation(std::string_view bytes, const document::Article* over = nullptr);

}  // namespace format
