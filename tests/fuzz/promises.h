// What must hold whatever came in, for every fuzz target. A broken promise ends the run.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

#include "annotate/annotate.h"
#include "document/document.h"
#include "extract/extract.h"
#include "format/format.h"

namespace fuzz {

inline void promise(bool kept, const std::string& broken) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
  std::abort();
}

// The document holds what document::check() asks, and comes back as it was from the file that it is written to.
inline void keeps_its_promises(const document::Document& d) {
  const auto faults = document::check(d);
  promise(faults.empty(), faults.empty() ? "" : "check: " + text::to_string(faults.front()));
  const format::Format* json = format::find("json");
  const std::string bytes = json->write(d);
  const auto again = json->read(bytes);
  promise(again.ok(), again ? "" : "a written file can be read: " + text::to_string(again.error()));
  promise(json->write(*again) == bytes, "a file that was read is written with the same bytes");
}

inline void extracts(extract::Input input) {
  document::Document d{.article = extract::article(std::move(input)).article};
  d.agents.push_back({.id = document::AgentId("a1"), .type = document::kSoftware, .name = "quoth"});  // who named the roles of the blocks
  keeps_its_promises(d);
}

inline void annotates(extract::Input input) {
  const document::Document d = annotate::annotate(extract::article(std::move(input)).article);
  keeps_its_promises(d);
  annotate::explain(d);
}

}  // namespace fuzz
