// From what a person brings (a saved page, pasted text, a file) to an Article: all of its text as blocks,
// each with a role; what is not the article's own words is excluded, never cut out.
//
// Any bytes are an article: nothing here fails. What had to be cut short (a page nested too deep) is said
// in Extracted::notice.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "document/document.h"

namespace extract {

enum class Kind { automatic, text, markdown, html };

// What stands on an e-mail or a saved page, beside the page itself. Empty: not said.
struct Envelope {
  std::string title;
  std::string author;
  std::string published;  // ISO 8601; of an e-mail: when it was sent
  std::string retrieved;  // of a saved page: when it was saved
};

struct Input {
  std::string bytes;          // as they came: any encoding
  Kind kind = Kind::automatic;
  std::string charset;        // of a Content-Type header, or "utf-8" once decoded; empty: not known
  std::string url;            // where it is from; empty: not known
  std::string name;           // of the file; helps to tell text from HTML
  document::Import import = {};  // goes into the article as it is
  Envelope envelope = {};        // see unpacked()
};

struct Extracted {
  document::Article article;
  std::string notice;  // a sentence for the person, or empty
};

// Bytes to UTF-8, in encodings that the core does not decode (see below); none where nobody does.
using Decode = std::function<std::optional<std::string>(std::string_view bytes, std::string_view encoding)>;

// The page or text in a saved page or e-mail (MHTML, .webarchive, .eml), with its envelope; anything else as it is.
// `elsewhere` is for the words of the envelope.
Input unpacked(Input, const Decode& elsewhere = {});

// The core decodes UTF-8, UTF-16 and every encoding in which a byte is a character. For others the caller decodes first:
//
//   input = unpacked(std::move(input));
//   if (const auto encoding = encoding_of(input); !decodes(encoding)) {
//     input.bytes = …;  // as UTF-8: by TextDecoder in the page, by iconv in the command line
//     input.charset = "utf-8";
//   }
std::string_view encoding_of(const Input&);  // its name in the WHATWG Encoding Standard
bool decodes(std::string_view encoding);

// Unpacks, if that was not done. Linear in the input.
Extracted article(Input);

}  // namespace extract
