#include "extract/names.h"

#include <re2/re2.h>

#include <algorithm>

#include "extract/boilerplate.h"
#include "extract/dates.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace extract {
namespace {

constexpr std::size_t kLongestByline = 300, kMostWords = 6;

const RE2& start() {
  // Latin1: over bytes, as in the rule tables.
  static const RE2 pattern(
      "(?i)^(\\s|[|:•·–—-])*((written|reported|posted|published|reviewed|edited|words|story|report|text|created|authored|analysis|opinion|"
      "review|guest post|commentary) (on .* )?by|(erstellt|geschrieben|verfasst|ver\xc3\xb6" "ffentlicht|ein (artikel|beitrag|text|gastbeitrag)) von|"
      "(\xc3\xa9" "crit|publi\xc3\xa9|r\xc3\xa9" "dig\xc3\xa9) par|(escrito|publicado) por|(text|interview|interview und text|foto|fotos|artikel von|alle artikel von|artikel|view all posts by|all posts by|more by|recipe by|story by|"
      "kommentar|analyse|bericht|ein kommentar von|propos recueillis par|entrevista|intervista)(, interview|, text)?:?|by|author|authors|contributor|von|por|par|di|door|av|autor|autore|auteur|with)(\\s*:\\s*|\\s+|$)", RE2::Latin1);
  return pattern;
}
const RE2& separators() {
  static const RE2 pattern("(?i)\\s*(?:\\s(?:and|und|et|y|e|en|with|as told to)\\s|[,;|/\n&]|•|·|–|—|\\s-\\s|\\s(?:in|for|@)\\s.*)\\s*", RE2::Latin1);
  return pattern;
}
const RE2& not_a_name() {
  static const RE2 pattern(
      "(?i)(https?:|www\\.|\\.com|@|[0-9?!\"]|^(no author|phd|md|jr|sr|dr|admin|administrator|staff|the editors?|editor|editors|guest|guest author|contributor|reporter|"
      "correspondent|updated|published|posted|last|share|follow|view|more|read|comments?|author|unknown|none|null|undefined|anonymous|"
      "press release|newsroom|redaktion.*|.* redaktion|redacci\xc3\xb3n.*|.* sagt|.* says|https?|name .*|subscribe|email|twitter|facebook|about|bio|photos?|video|advertisement|sponsored|see all.*|.*'s profile)$|"
      "\\b(reporter|correspondent|editor|writer|columnist|journalist|contributor|producer|director|fellow|professor|president|ceo|founder|"
      "min read|minutes?|hours?|ago|gmt|est|edt|pm|am|getty|subscribe|newsletter|cookies|click|comments?|read more|staff|team|desk|"
      "company|inc|ltd|llc|gmbh|ag|corp|media|news|magazine|network|newspaper|association|department|university|institute|verlag|online)\\b|"
      "^the )", RE2::Latin1);
  return pattern;
}

std::string trimmed(std::string_view s) {
  const auto at = s.find_first_not_of(" \t\n:.,;*|-•");
  if (at == std::string_view::npos) return {};
  const auto end = s.find_last_not_of(" \t\n:,;*|-");
  return std::string(s.substr(at, end - at + 1));
}

}  // namespace

std::string one_line(std::string_view words) {
  std::string out;
  bool blank = false;
  for (std::uint32_t at = 0; at < words.size();) {
    const text::Character c = text::character_at(words, at);
    if (text::is_space(c.code) || c.code < 0x20) {
      blank = true;
    } else {
      if (blank && !out.empty()) out += ' ';
      blank = false;
      out += words.substr(at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::vector<std::string> authors_in(std::string_view byline) {
  std::vector<std::string> authors;
  if (byline.size() > kLongestByline || byline.starts_with("http")) return authors;
  std::string rest = one_line(byline);
  while (!rest.empty() && (rest[0] == ',' || rest[0] == ' ')) rest.erase(0, 1);
  if (rest.starts_with("The ")) return authors;  // "The Northport Gazette & Mail" is no row of names
  while (RE2::Replace(&rest, start(), "")) {}
  RE2::GlobalReplace(&rest, separators(), "\n");
  for (std::size_t at = 0; at <= rest.size();) {
    const std::size_t end = std::min(rest.find('\n', at), rest.size());
    std::string name = trimmed(std::string_view(rest).substr(at, end - at));
    at = end + 1;
    RE2::Replace(&name, start(), "");
    if (name.size() < 3 || count_words(name) > kMostWords || RE2::PartialMatch(name, not_a_name()) || !read_date(name).empty()) continue;
    const text::Character first = text::character_at(name, 0);
    // One word in capitals is an agency: it is where the text is from, not who wrote it.
    if (text::is_all_capitals(name) && name.find(' ') == std::string::npos) continue;
    if (text::is_lower(first.code) && name.find(' ') != std::string::npos) continue;
    if (std::find(authors.begin(), authors.end(), name) == authors.end()) authors.push_back(std::move(name));
  }
  return authors;
}

}  // namespace extract
