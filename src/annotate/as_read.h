// A document over its text as it is read (text/reading.h), and back: for paragraphs that were wrapped by hand, divided
// words and quoted e-mail.
#pragma once

#include "document/document.h"
#include "text/reading.h"

namespace annotate {

text::Reading reading_of(const document::Article&);

document::Document as_read(document::Document, const text::Reading&);

// The marks that a pass found over `read`, on the text of `before`. Blocks, and marks that `before` has under the same id and
// that the pass left as they were, keep their spans to the byte.
document::Document as_written(document::Document read, const document::Document& before, const text::Reading&);

}  // namespace annotate
