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
// As a quotation of these words would have it: whole between its quotation marks, they go along; reported words lose the
// full stop or comma behind them.
Span fitted(std::string_view text, Span paragraph, Span words);
Span paragraph_around(const document::Document&, std::uint32_t at);

// What was said at a place: the words between quotation marks around it, with these; else its sentence, as fitted() has it.
Span said_around(const document::Document&, std::uint32_t at);

// The start of the letter that a byte belongs to.
std::uint32_t letter_start(std::string_view text, std::uint32_t byte);
std::uint32_t next_letter(std::string_view text, std::uint32_t at);
std::uint32_t previous_letter(std::string_view text, std::uint32_t at);
std::uint32_t next_word(std::string_view text, std::uint32_t at);      // to the end of the word
std::uint32_t previous_word(std::string_view text, std::uint32_t at);  // to its beginning

std::uint32_t next_sentence(const document::Document&, std::uint32_t at);      // its beginning; the end of the text behind the last
std::uint32_t previous_sentence(const document::Document&, std::uint32_t at);

}  // namespace ui
