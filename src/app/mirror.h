// The document as rows for the page's DOM: what screen readers, find-in-page, print and tests see, since a canvas
// shows them nothing. web/mirror.js puts the rows into the page.
//
//   session -> JSON of the rows that changed since the last call
//
// {"article": {"count": 12, "changed": [[3, {"tag": "p", "id": "b4", "words": ["He ", {"kind": "cue", …}, "said", 0]}]]},
//  "speakers": …, "quotations": …, "claims": …, "lost": …, "commands": …, "selected": "q1", "notice": "…", "title": "…"}
//
// In `words` a string is text, an object opens a mark and 0 closes the last one. Marks that cross are split, so that
// they nest. Linear in the document when it changed, else in the number of commands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "session/session.h"
#include "ui/ui.h"

namespace app {

// One command as a person without the canvas meets it.
struct MirroredCommand {
  std::string_view name, title, group;
  std::string keys;
  std::string_view argument;
  bool possible = false;

  bool operator==(const MirroredCommand&) const = default;
};

// A comparison as it is told: a row for each difference, and the one that is shown, which is said aloud.
struct MirroredComparison {
  std::vector<std::string> rows;
  std::string shown;
};

class Mirror {
 public:
  // Empty if nothing changed.
  std::string update(const session::Session&, const std::vector<MirroredCommand>&, const std::vector<ui::Ask>& asks = {},
                     const MirroredComparison& = {});

 private:
  bool seen_ = false, open_ = false;
  std::uint64_t changes_ = 0;
  session::Target selected_;
  document::SharedText text_;
  document::SharedList<document::Speaker> of_speakers_;  // of the rows that were given out
  document::SharedList<document::Quotation> of_quotations_;
  document::SharedList<document::Claim> of_claims_;
  std::uint64_t text_generation_ = 0;
  std::vector<std::uint64_t> article_, speakers_, quotations_, claims_, lost_;  // fingerprints of the rows that were given out
  std::vector<MirroredCommand> commands_;
  std::vector<std::string> differences_;
  std::string notice_, title_;
};

}  // namespace app
