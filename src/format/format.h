// Annotation files and exports: one file per format, one table of them all. Menus, `quoth convert --to`
// and the round-trip tests go over formats(). To add a format: write it, and add its line in format.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "document/document.h"
#include "text/result.h"

namespace format {

struct Format {
  std::string_view name;       // "json": the word on the command line
  std::string_view title;      // "Quoth annotation": the words in menus
  std::string_view extension;  // ".quoth.json"
  std::string_view media_type;
  std::string (*write)(const document::Document&);
  text::Result<document::Document> (*read)(std::string_view bytes);  // null: it holds no text, or is only written
  // Puts its marks on the text of an article; null: it is only written, or needs none.
  text::Result<document::Document> (*read_over)(std::string_view bytes, const document::Article&) = nullptr;
};

std::span<const Format> formats();
const Format* find(std::string_view name);

// Reads a file of any readable format, whatever its name is. The error says what the bytes are not, with the place of the fault.
text::Result<document::Document> read_any(std::string_view bytes);

// The same, its marks put on the text of this article: read_json_over. Also a link or a file without its text.
text::Result<document::Document> read_any_over(std::string_view bytes, const document::Article&);

}  // namespace format
