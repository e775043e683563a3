#include "extract/title.h"

#include <algorithm>
#include <set>

#include "extract/boilerplate.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace extract {
namespace {

constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " / ", " < ", " ‹ ", " « ", " ~ "};

std::set<std::string> words_of(std::string_view title) {
  std::set<std::string> words;
  std::string word;
  for (std::uint32_t at = 0; at < title.size();) {
    const text::Character c = text::character_at(title, at);
    if (text::is_letter(c.code) || text::is_digit(c.code)) text::append(word, text::to_lower(c.code));
    else if (!word.empty()) words.insert(std::move(word)), word.clear();
    at += c.size;
  }
  if (!word.empty()) words.insert(std::move(word));
  return words;
}

// How many of a hundred words two titles share.
int likeness(std::string_view a, std::string_view b) {
  const std::set<std::string> left = words_of(a), right = words_of(b);
  if (left.empty() || right.empty()) return 0;
  const auto shared = std::count_if(left.begin(), left.end(), [&](const std::string& w) { return right.contains(w); });
  return static_cast<int>(200 * static_cast<std::size_t>(shared) / (left.size() + right.size()));
}

std::string squeezed(std::string_view s) {
  std::string out;
  for (const std::string& word : words_of(s)) out += word;
  return out;
}

// Without the name of the site at its end (or its start), which the site's name or a separator shows.
std::string without_site(const std::string& title, std::string_view site) {
  std::string best = title;
  for (const std::string_view separator : kSeparators) {
    for (;;) {
      const std::size_t at = best.rfind(separator);
      if (at == std::string::npos || at == 0) break;
      const std::string head = best.substr(0, at), tail = best.substr(at + separator.size());
      const bool names_site = !site.empty() && (likeness(tail, site) >= 60 || squeezed(tail) == squeezed(site));
      const bool bar = separator == " | " || separator == " · " || separator == " » " || separator == " :: ";
      if (names_site || (count_words(head) >= 3 && count_words(tail) <= (bar ? 6u : 3u) && (bar || site.empty()))) best = head;
      else break;
    }
    const std::size_t first = best.find(separator);
    if (first != std::string::npos && !site.empty() && likeness(std::string_view(best).substr(0, first), site) >= 80) best = best.substr(first + separator.size());
  }
  return best;
}

// "Opinion What I hope for" in one heading, where the page elsewhere says "What I hope for".
bool ends_with_title(std::string_view heading, std::string_view title) {
  return count_words(title) >= 3 && heading.size() > title.size() && text::to_lower(heading).ends_with(" " + text::to_lower(title)) &&
         count_words(heading) <= count_words(title) + 6;
}

}  // namespace

std::string headline(const Titles& titles, std::string_view site) {
  const std::string shared = without_site(titles.shared, site), document = without_site(titles.document, site);
  const std::string structured = without_site(titles.structured, site);
  // The heading that readers see, if it is the one that the page names elsewhere.
  std::string best;
  int best_likeness = 0;
  for (const std::string& heading : titles.headings) {
    if (heading.size() > 400) continue;
    const int like = std::max({likeness(heading, structured), likeness(heading, shared), likeness(heading, document)});
    if (like > best_likeness) best = heading, best_likeness = like;
  }
  if (best_likeness >= 50) {
    for (const std::string* title : {&structured, &shared, &document})
      if (ends_with_title(best, *title)) return *title;
    return without_site(best, site);
  }
  // A page with one heading, which is long enough to be a headline.
  if (titles.headings.size() == 1 && count_words(titles.headings[0]) >= 4 && likeness(titles.headings[0], site) < 50) return titles.headings[0];
  for (const std::string* title : {&structured, &shared, &document})
    if (!title->empty()) return *title;
  return titles.headings.empty() ? std::string() : titles.headings[0];
}

}  // namespace extract
