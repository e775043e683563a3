#include "html/guess.h"

#include <algorithm>
#include <cstdint>

#include "html/single_byte.h"
#include "text/characters.h"

namespace html {
namespace {

constexpr std::size_t kLookAt = std::size_t{1} << 17;

unsigned at(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

// --- Chinese, Japanese, Korean: pairs of bytes -----------------------------------------------------

// What the pairs of bytes are, of a thousand. The most frequent characters lie together in each encoding.
struct Pairs {
  std::size_t all = 0, bad = 0, common = 0, low_trail = 0, late_lead = 0;

  std::size_t share(std::size_t of) const { return all ? of * 1000 / all : 0; }
};

struct Kind {
  bool (*is_lead)(unsigned);
  bool (*is_trail)(unsigned);
  bool (*is_common)(unsigned, unsigned);
};

Pairs pairs_of(std::string_view s, const Kind& kind) {
  Pairs pairs;
  for (std::size_t i = 0; i < s.size();) {
    const unsigned lead = at(s, i);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    ++pairs.all;
    if (!kind.is_lead(lead) || i + 1 >= s.size() || !kind.is_trail(at(s, i + 1))) {
      ++pairs.bad;
      ++i;
      continue;
    }
    const unsigned trail = at(s, i + 1);
    pairs.common += kind.is_common(lead, trail);
    pairs.low_trail += trail < 0x80;
    pairs.late_lead += lead >= 0xC9 && lead <= 0xD7;
    i += 2;
  }
  return pairs;
}

bool between(unsigned byte, unsigned low, unsigned high) { return byte >= low && byte <= high; }

constexpr Kind kShiftJis = {[](unsigned b) { return between(b, 0x81, 0x9F) || between(b, 0xE0, 0xFC); },
                            [](unsigned b) { return between(b, 0x40, 0x7E) || between(b, 0x80, 0xFC); },
                            [](unsigned b, unsigned t) { return (b == 0x82 && between(t, 0x9F, 0xF1)) || (b == 0x83 && between(t, 0x40, 0x96)) || (b == 0x81 && (t == 0x41 || t == 0x42)); }};
constexpr Kind kEucJp = {[](unsigned b) { return between(b, 0xA1, 0xFE); }, [](unsigned b) { return between(b, 0xA1, 0xFE); },
                         [](unsigned b, unsigned t) { return b == 0xA4 || b == 0xA5 || (b == 0xA1 && (t == 0xA2 || t == 0xA3)); }};
constexpr Kind kEucKr = {[](unsigned b) { return between(b, 0x81, 0xFE); }, [](unsigned b) { return between(b, 0x41, 0xFE); },
                         [](unsigned b, unsigned t) { return between(b, 0xB0, 0xC8) && t >= 0xA1; }};
constexpr Kind kBig5 = {[](unsigned b) { return between(b, 0x81, 0xFE); }, [](unsigned b) { return between(b, 0x40, 0x7E) || between(b, 0xA1, 0xFE); },
                        [](unsigned b, unsigned t) { return between(b, 0xA4, 0xC6) || (b == 0xA1 && between(t, 0x40, 0x7E)); }};
constexpr Kind kGb = {[](unsigned b) { return between(b, 0x81, 0xFE); }, [](unsigned b) { return between(b, 0x40, 0xFE) && b != 0x7F; },
                      [](unsigned b, unsigned t) { return t >= 0xA1 && (between(b, 0xB0, 0xD7) || b == 0xA1 || b == 0xA3); }};

std::string_view guess_by_pairs(std::string_view s) {
  constexpr std::size_t kFewest = 4, kFaults = 20;
  const Pairs sjis = pairs_of(s, kShiftJis), jp = pairs_of(s, kEucJp), kr = pairs_of(s, kEucKr), big5 = pairs_of(s, kBig5), gb = pairs_of(s, kGb);
  const auto fits = [](const Pairs& p, std::size_t common) { return p.all - p.bad >= kFewest && p.share(p.bad) <= kFaults && p.share(p.common) >= common; };
  // A third of Japanese is kana; nearly all of Korean is of 25 rows; half of Big5 has a second byte below 0x80.
  if (fits(sjis, 300)) return "shift_jis";
  if (fits(jp, 300)) return "euc-jp";
  if (fits(big5, 900) && big5.share(big5.low_trail) >= 150) return "big5";
  if (fits(kr, 850) && kr.share(kr.late_lead) <= 60) return "euc-kr";
  if (fits(gb, 850) && gb.share(gb.late_lead) >= 100) return "gb18030";
  return {};
}

// --- One byte a character ---------------------------------------------------------------------------

struct Language {
  std::string_view encoding;
  std::u16string_view letters;  // of its languages, the common ones first
  std::size_t common;           // how many of them are
  int surplus;                  // a script of its own has only such letters; others need a reason
};

// In the order of trust: of equals the first is taken.
constexpr Language kLanguages[] = {
    {"windows-1252", u"éèàüöäçñóáíúôêßâîåøæëïìòùãõœûÿ", 14, 0},
    {"windows-1251", u"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґљњћђџ", 20, 1},
    {"koi8-r", u"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", 20, 1},
    {"iso-8859-5", u"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєљњћђџ", 20, 1},
    {"windows-1250", u"ąęłśżźćńóěščřžýáíéůúďťňőűöüäôľĺŕâăîşţđ", 20, 0},
    {"iso-8859-2", u"ąęłśżźćńóěščřžýáíéůúďťňőűöüäôľĺŕâăîşţđ", 20, 0},
    {"windows-1253", u"αοιετσνηυρπκμλάίόέήώύωγδθχφβξζψςϊ", 20, 1},
    {"windows-1254", u"ışğüöçâîû", 9, 0},
    {"windows-1255", u"יוהלאמרתבשנכדפקםעחטגצזןסךףץ", 16, 1},
    {"windows-1256", u"النميورتبةعدسفهكقحجشصطخضذأىثزغءظإئآؤچپگژکی", 20, 1},
    {"windows-874", u"\u0E32\u0E19\u0E23\u0E2D\u0E01\u0E40\u0E07\u0E35\u0E48\u0E49\u0E31\u0E22\u0E25\u0E27\u0E21\u0E17\u0E2A\u0E15\u0E34\u0E14\u0E1B\u0E04\u0E41\u0E2B\u0E30\u0E44\u0E02\u0E1A\u0E08\u0E37\u0E38\u0E1E\u0E0A\u0E43\u0E42\u0E39\u0E1C\u0E0B\u0E16\u0E28", 26, 1},
};

// Of a hundred, for each byte beyond ASCII: 100 if all are common letters of the encoding's languages.
int fit(std::string_view s, const Language& language) {
  const std::u16string_view upper = upper_half(language.encoding);
  std::int64_t score = 0, bytes = 0;
  char32_t before = ' ';
  for (const char c : s) {
    const auto byte = static_cast<unsigned char>(c);
    const char32_t code = from_single_byte(upper, byte);
    if (byte >= 0x80) {
      ++bytes;
      const std::size_t place = language.letters.find(static_cast<char16_t>(text::to_lower(code)));
      const bool small = !text::is_upper(code), after_letter = text::is_letter(before);
      if (code == 0xFFFD || (code >= 0x80 && code < 0xA0)) score -= 500;
      else if (place != language.letters.npos && !small && after_letter && text::is_lower(before)) score -= 200;  // “moСkva”
      else if (place != language.letters.npos) score += (place < language.common ? 100 : 50) - (small ? 0 : 30);
      else if (text::is_letter(code)) score -= 100;
      else if (code == 0xA0 || code == 0xAB || code == 0xBB || (code >= 0x2010 && code <= 0x2026)) score += 30;  // quotation marks and dashes
      else score -= 40;
      // A letter of another script stands among its own kind.
      if (place != language.letters.npos && language.surplus && before < 0x80 && text::is_letter(before)) score -= 150;
    }
    before = code;
  }
  return bytes ? static_cast<int>(score / bytes) : 0;
}

}  // namespace

std::string_view guess_encoding(std::string_view bytes) {
  // The bytes beyond ASCII, with their neighbours, are spread thin over a page: markup is passed over.
  bytes = bytes.substr(0, kLookAt * 8);
  std::string_view sample = bytes.substr(0, kLookAt);
  if (std::none_of(sample.begin(), sample.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) sample = bytes;
  if (const std::string_view pairs = guess_by_pairs(sample); !pairs.empty()) return pairs;
  std::string_view best = "windows-1252";
  int best_fit = fit(sample, kLanguages[0]);
  for (const Language& language : kLanguages) {
    const int found = fit(sample, language);
    if (found > best_fit + (language.surplus ? 0 : 5)) best = language.encoding, best_fit = found;
  }
  return best;
}

}  // namespace html
