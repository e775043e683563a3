// Annotation files: *.quoth.json, as assets/schema/quoth.schema.json says.
//
//   Document -> write_json -> bytes          read_json(bytes) -> Document, or one sentence that says where the fault is
//
// Files count in Unicode code points, Documents in bytes: this is where the one becomes the other. Every span is
// written with its words and 16 code points on both sides; on reading the words are compared, and marks whose words
// have moved are placed again (anchor/anchor.h) or listed in Document::lost.
//
// Whatever the program does not know stays: unknown members, values and the order of members are kept in Extras and
// written back in their place. A Document that was not changed is written as the bytes that it was read from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "text/result.h"

namespace format {

std::string write_json(const document::Document&);

// The same in one line, without a line break at its end: for files with a document a line.
std::string write_json_line(const document::Document&);

// The same without the text: marks with their words, which can be given away where the article cannot. Not
// readable by itself: read_json_over.
std::string write_marks(const document::Document&);
std::string write_marks_line(const document::Document&);

text::Result<document::Document> read_json(std::string_view bytes);

// Puts the marks of a file on another text: a file without one, or one whose article was fetched again or edited. Marks
// are found by their words (anchor/anchor.h); those that are not are listed in Document::lost. Title, address and the
// like are the file's where it has them; so are blocks, as far as they fit.
text::Result<document::Document> read_json_over(std::string_view bytes, const document::Article&);

// Everything that is wrong with a file, in file order, and with what it says: `quoth check`. Empty: nothing is.
std::vector<text::Error> check_json(std::string_view bytes);

// Is it meant to be an annotation file? Text and pages are not.
bool looks_like_json(std::string_view bytes);

// The id of a document that has none: a UUID (RFC 9562, version 8) made from its text.
std::string id_of_text(std::string_view text);

}  // namespace format
