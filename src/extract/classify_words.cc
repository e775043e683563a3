// What a line says.
#include <algorithm>

#include "extract/dates.h"
#include "extract/region_lines.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace extract {
namespace {

using html::Tag;

bool has_letters(std::string_view s) {
  for (std::uint32_t at = 0; at < s.size();) {
    const text::Character c = text::character_at(s, at);
    if (text::is_letter(c.code)) return true;
    at += c.size;
  }
  return false;
}

}  // namespace

void by_title(RegionLines& r) {
  const std::string_view title = r.said.title;
  const std::string packed = letters_and_digits(title);
  if (packed.size() < 8) return;
  for (std::size_t i = 0; i < r.size(); ++i) {
    if (r.line(i).words.size() > 2 * title.size() + 20) continue;
    const std::string words = letters_and_digits(r.line(i).words);
    // A heading may begin with the name of a section.
    if (words == packed || (r.line(i).place == Place::title && words.ends_with(packed))) r.decide(i, "title", "block/title", kByPlace);
  }
}

void by_words(RegionLines& r) {
  for (std::size_t i = 0; i < r.size(); ++i) {
    if (r.decisions[i] || r.line(i).place == Place::preformatted) continue;
    r.decisions[i] = boilerplate(r.line(i).words, r.said.language);
    const bool at_edge = i < kEdge || i + kEdge > r.size();
    if (!r.decisions[i] && at_edge && r.line(i).place == Place::paragraph && !date_of_line(r.line(i).words).empty()) r.decide(i, "date", "block/date", kByElement);
    if (!r.decisions[i] && r.line(i).place == Place::paragraph && !has_letters(r.line(i).words)) r.decide(i, "navigation", "block/no-words", kByElement);
  }
}

// "Jane Roe is …" below an article by Jane Roe, or her name alone.
void by_author(RegionLines& r) {
  for (const std::string& author : r.said.authors) {
    const std::string first_name = author.substr(0, author.find(' '));
    for (std::size_t i = 0; i < r.size(); ++i) {
      const std::string_view words = r.line(i).words;
      if (r.decisions[i] || r.line(i).place == Place::cell) continue;
      if (words == author) {
        r.decide(i, "byline", "block/byline", kByElement);
        continue;
      }
      const bool at_end = i * 5 >= r.size() * 4 || i + kEdge > r.size();
      const std::string_view name = words.starts_with(author) ? std::string_view(author) : words.starts_with(first_name) && at_end ? std::string_view(first_name) : std::string_view();
      if (name.empty() || (!at_end && i >= kEdge) || count_words(words) > 120) continue;
      std::string_view rest = words.substr(name.size());
      if (rest.starts_with(',')) rest.remove_prefix(1);
      for (const std::string_view verb : {" is ", " is the ", " has been ", " writes ", " covers ", " reports ", " joined ", " works ", " was ", " has written ", " has covered ", " ist ", " schreibt ", " est ", " es "})
        if (rest.starts_with(verb)) {
          r.decide(i, "author-bio", "block/author-bio", kByElement);
          break;
        }
    }
  }
}

// The lead that the page gives to search engines and to those who share it.
void by_description(RegionLines& r) {
  constexpr std::size_t kShortest = 25, kShortestDescription = 60;
  const std::string description = letters_and_digits(r.said.description);
  if (description.size() < kShortest) return;
  for (std::size_t i = 0; i < r.size(); ++i) {
    if (r.decisions[i] || r.line(i).words.size() < kShortest || r.line(i).linked * 2 > r.line(i).words.size()) continue;
    // Most lines differ from it in the first word.
    if (!description.starts_with(letters_and_digits(std::string_view(r.line(i).words).substr(0, r.line(i).words.find(' '))))) continue;
    const std::string packed = letters_and_digits(r.line(i).words);
    r.held[i] = r.held[i] || (packed.size() >= kShortest && description.starts_with(packed)) ||
                (description.size() >= kShortestDescription && packed.starts_with(description));
  }
}

// What stands in the body that the page gives to search engines is the article; and where that is all of the
// article, nothing after its last line is.
void by_body(RegionLines& r) {
  r.held.assign(r.size(), false);
  if (!r.body.tells()) return;
  std::size_t words = 0, open_words = 0, last = 0;
  for (std::size_t i = 0; i < r.size(); ++i) {
    if (r.decisions[i]) continue;
    r.held[i] = r.body.holds(r.line(i).words);
    const std::size_t count = count_words(r.line(i).words);
    open_words += r.is_sentence(i) ? count : 0;
    if (r.held[i]) words += count, last = i;
  }
  if (words * 10 < r.body.words() * 8 || words * 10 < open_words * 6) return;
  for (std::size_t i = last + 1; i < r.size(); ++i)
    if (!r.decisions[i]) r.decide(i, "related-link", "block/after-body", kByElement);
}

}  // namespace extract
