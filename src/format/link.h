// A document as the fragment of an address: sharing without a server. What stands behind "#" never leaves the browser.
//
//   Document -> write_link() -> "#q1=…"          read_link("https://…/#q1=…") -> the annotation file in it
//
//   q1   the version; then base64url of: DEFLATE of the packed file (packed_json.h), and three bytes to check it by
//
// Three scopes, of which the last two leave out the text, so that nobody publishes an article anew:
//
//   kText      all of the document
//   kMarks     the marks with their words, for somebody who has the text or its address; without blocks
//   kSpeakers  speakers and claims; without quotations
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "document/document.h"
#include "text/result.h"

namespace format {

enum class LinkScope : unsigned char { kText, kMarks, kSpeakers };

// "#q1=…", letters, digits, "-", "_" and "=" only. The same bytes in every build. Linear.
std::string write_link(const document::Document&, LinkScope);

struct Link {
  LinkScope scope = LinkScope::kText;
  std::string file;        // an annotation file, in one line; for kText read_json opens it, else read_json_over
  std::string url, title;  // of the article, as the file says: to be shown before anything is opened
};

// An address with such a fragment, or the fragment, with or without "#"; white space within is left out. The error is a
// sentence. A link that unpacks to more than 16 MB, or to more than 64 MB of JSON, is refused.
text::Result<Link> read_link(std::string_view address);

// Is it meant to be one? A person may paste it where an article is expected.
bool looks_like_link(std::string_view bytes);

// How long an address may be, by where it is put. In order of length.
struct LinkLimit {
  std::string_view where;
  std::size_t most = 0;  // characters of the whole address
};
std::span<const LinkLimit> link_limits();

// For the table of formats.
std::string write_text_link(const document::Document&);
std::string write_marks_link(const document::Document&);
std::string write_speakers_link(const document::Document&);
text::Result<document::Document> read_text_link(std::string_view address);
text::Result<document::Document> read_link_over(std::string_view address, const document::Article&);

}  // namespace format
