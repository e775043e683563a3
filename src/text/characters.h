// What kind of character a code point is: letters of the Latin, Greek, Cyrillic and Armenian alphabets have
// two cases; letters of every other script count as letters without case. Combining marks count as letters,
// since they belong to the word around them. Constant time, no tables from outside.
#pragma once

#include <string>
#include <string_view>

namespace text {

bool is_letter(char32_t);
bool is_upper(char32_t);
bool is_lower(char32_t);
bool is_digit(char32_t);  // of any of the common scripts' decimal digits
bool is_space(char32_t);  // white space, also no-break and zero-width spaces

// The small letter of a capital; everything else as it is.
char32_t to_lower(char32_t);
std::string to_lower(std::string_view text);

// True if the word starts with a capital letter.
bool is_capitalised(std::string_view word);
// True if every letter of the word is a capital and it has at least two.
bool is_all_capitals(std::string_view word);

}  // namespace text
