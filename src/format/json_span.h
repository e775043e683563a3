// The spans of a file, placed in its text: offsets verified against the words that they name; where the two
// disagree, the words decide (anchor/anchor.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anchor/anchor.h"
#include "format/json_tree.h"
#include "text/result.h"
#include "text/utf8.h"

namespace format {

struct SpanReading {
  std::optional<text::Span> span;  // none: its words are not in the text
  std::string words;               // `exact`
  std::string kept;                // the object, as JSON, if it is not as we would write it
  text::Error wrong;               // `where` is the member; no message: all is well
  bool fatal = false;              // it is no span at all
};

class SpanReader {
 public:
  // `raw` is the text as the file has it and counts in it, `text` the same with LF line ends. `trusted`: the hash of
  // the file is that of its text. Both must outlive the reader.
  SpanReader(std::string_view raw, std::string_view text, bool trusted);

  std::int64_t length() const { return index_.size(); }  // in code points
  bool trusted() const { return trusted_; }

  // Code points of the file to bytes of the text; none if they lie outside.
  std::optional<text::Span> bytes_of(std::int64_t start, std::int64_t end) const;
  std::string outside(std::int64_t start, std::int64_t end) const;  // half a sentence that says so
  SpanReading read(JsonValue object);

  // From here on spans belong to a mark whose words, once at `start` (code points of the file), are now at `found`; none: to
  // a new mark.
  struct Companion {
    std::int64_t start = 0;
    text::Span found;
  };
  void beside(std::optional<Companion> companion) { companion_ = companion; }

 private:
  std::uint32_t byte_of(std::uint32_t raw_byte) const;
  std::optional<text::Span> in_other_units(std::int64_t start, std::int64_t end, std::string_view exact) const;

  std::optional<anchor::Found> find(const anchor::Selector&, std::int64_t start);

  std::string_view text_;
  anchor::Finder finder_;
  std::optional<Companion> companion_;
  bool trusted_;
  text::CodePointIndex index_;            // of the raw text
  std::vector<std::int64_t> astral_;      // the UTF-16 offset of each character that takes two units
  std::vector<std::uint32_t> dropped_;    // bytes of the raw text that text_ lacks: the CR of each CR LF
};

// A mark as JSON, each of its spans said to be lost.
std::string lost_mark(JsonValue mark);

}  // namespace format
