#include <algorithm>
#include <array>

#include "speaker/mentions.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace speaker {
namespace {

struct Folding {
  char32_t from;
  std::string_view to;
};

// Cyrillic as news agencies write it, and the letters with accents that names have most often. Sorted.
constexpr Folding kFoldings[] = {
    {U'ß', "ss"}, {U'à', "a"},    {U'á', "a"},  {U'â', "a"},  {U'ã', "a"}, {U'ä', "a"}, {U'å', "a"},  {U'æ', "ae"}, {U'ç', "c"},
    {U'è', "e"},  {U'é', "e"},    {U'ê', "e"},  {U'ë', "e"},  {U'ì', "i"}, {U'í', "i"}, {U'î', "i"},  {U'ï', "i"},  {U'ð', "d"},
    {U'ñ', "n"},  {U'ò', "o"},    {U'ó', "o"},  {U'ô', "o"},  {U'õ', "o"}, {U'ö', "o"}, {U'ø', "o"},  {U'ù', "u"},  {U'ú', "u"},
    {U'û', "u"},  {U'ü', "u"},    {U'ý', "y"},  {U'þ', "th"}, {U'ÿ', "y"}, {U'ā', "a"}, {U'ă', "a"},  {U'ą', "a"},  {U'ć', "c"},
    {U'č', "c"},  {U'ď', "d"},    {U'đ', "d"},  {U'ē', "e"},  {U'ė', "e"}, {U'ę', "e"}, {U'ě', "e"},  {U'ğ', "g"},  {U'ī', "i"},
    {U'ı', "i"},  {U'ł', "l"},    {U'ń', "n"},  {U'ň', "n"},  {U'ō', "o"}, {U'ő', "o"}, {U'œ', "oe"}, {U'ř', "r"},  {U'ś', "s"},
    {U'ş', "s"},  {U'š', "s"},    {U'ţ', "t"},  {U'ť', "t"},  {U'ū', "u"}, {U'ů', "u"}, {U'ű', "u"},  {U'ź', "z"},  {U'ż', "z"},
    {U'ž', "z"},  {U'ș', "s"},    {U'ț', "t"},  {U'а', "a"},  {U'б', "b"}, {U'в', "v"}, {U'г', "g"},  {U'д', "d"},  {U'е', "e"},
    {U'ж', "zh"}, {U'з', "z"},    {U'и', "i"},  {U'й', "y"},  {U'к', "k"}, {U'л', "l"}, {U'м', "m"},  {U'н', "n"},  {U'о', "o"},
    {U'п', "p"},  {U'р', "r"},    {U'с', "s"},  {U'т', "t"},  {U'у', "u"}, {U'ф', "f"}, {U'х', "kh"}, {U'ц', "ts"}, {U'ч', "ch"},
    {U'ш', "sh"}, {U'щ', "shch"}, {U'ъ', ""},   {U'ы', "y"},  {U'ь', ""},  {U'э', "e"}, {U'ю', "yu"}, {U'я', "ya"}, {U'ё', "yo"},
    {U'є', "ye"}, {U'і', "i"},    {U'ї', "yi"}, {U'ґ', "g"},
};

}  // namespace

std::string folded(std::string_view word) {
  std::string out;
  for (std::uint32_t at = 0; at < word.size();) {
    const text::Character c = text::character_at(word, at);
    at += c.size;
    const char32_t lower = text::to_lower(c.code);
    if (lower < 0x80) {
      out += static_cast<char>(lower);
      continue;
    }
    if (lower >= 0x300 && lower < 0x370) continue;  // a combining accent
    const auto found =
        std::lower_bound(std::begin(kFoldings), std::end(kFoldings), lower, [](const Folding& f, char32_t code) { return f.from < code; });
    if (found != std::end(kFoldings) && found->from == lower) out += found->to;
    else text::append(out, lower);
  }
  return out;
}

}  // namespace speaker
