// Moving through a text by letters, words and paragraphs. Pure.
#pragma once

#include <string_view>

#include "document/document.h"

namespace ui {

using text::Span;

// The word that holds the byte, with what joins it: “non-NATO”, “Ukraine’s”. A sign is a word of its own.
Span word_around(std::string_view text, std::uint32_t at);
// Grown to whole words and trimmed of blanks at both ends; empty if there is nothing but blanks.
Span whole_words(std::string_view text, Span);
Span paragraph_around(const document::Document&, std::uint32_t at);

// The start of the letter that a byte belongs to.
std::uint32_t letter_start(std::string_view text, std::uint32_t byte);
std::uint32_t next_letter(std::string_view text, std::uint32_t at);
std::uint32_t previous_letter(std::string_view text, std::uint32_t at);
std::uint32_t next_word(std::string_view text, std::uint32_t at);      // to the end of the word
std::uint32_t previous_word(std::string_view text, std::uint32_t at);  // to its beginning

}  // namespace ui
