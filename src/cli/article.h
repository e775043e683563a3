// What a person gives to `annotate`, `extract` and `explain`, as an article.
#pragma once

#include <optional>
#include <string>

#include "cli/arguments.h"
#include "extract/extract.h"
#include "format/jsonl.h"
#include "text/result.h"

namespace cli {

inline constexpr Option kUrlOption{"--url", "URL", "where the article is from"};
inline constexpr Option kAsOption{"--as", "KIND", "what the input is: auto (the default), text or html"};

// The input that the arguments name; its bytes are read.
text::Result<extract::Input> input_of(const Arguments&);
// The kind that --as names; none: there is no such kind.
std::optional<extract::Kind> kind_of(const Arguments&);

extract::Input input_of(const format::JsonLine&);

// A file of any format that can be read, or a link. The error names the file. `over`: the article that its marks are to be
// put on, a text, a page or an annotation file.
text::Result<document::Document> read_document(const std::string& path);
text::Result<document::Document> read_document_over(const std::string& path, const std::string& over);

}  // namespace cli
