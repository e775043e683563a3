#include <algorithm>
#include <array>

#include "extract/boilerplate.h"
#include "extract/clues.h"
#include "extract/dates.h"

namespace extract {
namespace {

using html::Tag;

constexpr std::array<std::string_view, 22> kDateMeta = {
    "article:published_time", "article:published", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "cxenseparse:recs:publishtime", "date", "article.published",
    "published_at", "og:published_time", "datecreated"};

// Of a date line, or of a byline with a date. A quoted post has a date of its own.
std::string printed_date(const Line& line) {
  if (line.place == Place::block_quote || line.words.size() > 150) return {};
  std::string date = date_of_line(line.words);
  if (!date.empty()) return date;
  const std::string role = boilerplate(line.words, "en").role.name();
  return role == "byline" || role == "date" || line.words.starts_with("By ") ? read_date(line.words) : std::string();
}

// The same day with its time, where a <time> of the page has it.
std::string with_time(const Clues& c, const std::string& day) {
  if (day.find('T') != day.npos) return day;
  for (std::uint32_t i = 1; i < c.page.tree.nodes.size(); ++i) {
    if (c.page.tree.nodes[i].tag != Tag::time || is_in_comment(c, i)) continue;
    std::string date = read_date(c.page.tree.attribute(c.page.tree.nodes[i], "datetime"));
    if (date.size() > day.size() && date.starts_with(day)) return date;
  }
  return day;
}

std::string published_as_said(const Clues& c) {
  if (c.article) {
    for (const std::string_view key : {"datePublished", "dateCreated", "uploadDate"})
      if (std::string date = read_date(c.json.value(c.article, key)); !date.empty()) return date;
  }
  for (const std::string_view name : kDateMeta)
    if (const auto at = c.meta.find(name); at != c.meta.end())
      if (std::string date = read_date(at->second); !date.empty()) return date;
  for (std::uint32_t i = 1; i < c.json.nodes.size(); ++i)
    if (c.json.nodes[i].key == "datePublished")
      if (std::string date = read_date(c.json.nodes[i].value); !date.empty()) return date;
  if (std::string date = read_date(property_in_page(c.page.tree, "datePublished")); !date.empty()) return date;
  if (std::string date = date_in_address(c.url); !date.empty()) return date;
  constexpr std::size_t kLinesBefore = 8, kLinesAfter = 6;
  for (std::size_t i = c.page.region.head - std::min(c.page.region.head, kLinesBefore); i < std::min(c.page.region.begin + kLinesAfter, c.page.region.end); ++i)
    if (std::string date = printed_date(c.page.lines[i]); !date.empty()) return with_time(c, date);
  for (const bool printed : {false, true}) {
    for (std::uint32_t i = 1; i < c.page.tree.nodes.size(); ++i) {
      if (c.page.tree.nodes[i].tag != Tag::time || is_in_comment(c, i)) continue;
      if (std::string date = read_date(printed ? text_in(c.page.tree, i) : c.page.tree.attribute(c.page.tree.nodes[i], "datetime")); !date.empty()) return date;
    }
  }
  for (std::uint32_t i = 1; i < c.page.tree.nodes.size(); ++i) {
    if (c.page.tree.nodes[i].tag == Tag::text || !(c.page.marks[i] & bit(Mark::date))) continue;
    const std::string words = text_in(c.page.tree, i);
    if (words.size() > 200) continue;
    if (std::string date = read_date(words); !date.empty()) return date;
  }
  for (std::size_t i = c.page.region.begin; i < c.page.region.end; ++i)
    if (std::string date = printed_date(c.page.lines[i]); !date.empty()) return date;
  return {};
}

}  // namespace

std::string published(const Clues& c) {
  std::string said = published_as_said(c);
  if (said.empty() || said.find('T') == std::string::npos) return said;
  // The day that the page prints, where its time in another zone falls on the day before or after.
  for (std::size_t i = c.page.region.head > 12 ? c.page.region.head - 12 : 0; i < c.page.region.end && i < c.page.region.begin + 15; ++i) {
    const std::string printed = printed_date(c.page.lines[i]);
    if (printed.empty() || !is_next_day(printed, said)) continue;
    return said.starts_with(printed.substr(0, 10)) ? said : printed;
  }
  return said;
}

}  // namespace extract
