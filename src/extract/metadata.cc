#include "extract/metadata.h"

#include <algorithm>
#include <array>

#include "extract/clues.h"
#include "extract/names.h"
#include "extract/title.h"

namespace extract {
namespace {

using html::Tag;

constexpr std::array<std::string_view, 8> kTitleMeta = {"og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "title", "headline"};
constexpr std::array<std::string_view, 5> kSiteMeta = {"og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "dc.publisher"};

std::string site(const Clues& c) {
  std::string name = first_of(c.meta, kSiteMeta);
  if (name.empty() && c.article) {
    if (const std::uint32_t publisher = c.json.member(c.article, "publisher")) name = name_of(c.json, resolve(c.json, c.ids, publisher));
  }
  return one_line(name);
}

std::string address(const Clues& c) {
  for (const html::Node& node : c.page.tree.nodes) {
    if (node.tag != Tag::link || small_letters(c.page.tree.attribute(node, "rel")) != "canonical") continue;
    const std::string_view href = c.page.tree.attribute(node, "href");
    if (href.starts_with("http://") || href.starts_with("https://")) return std::string(href);
  }
  const auto found = c.meta.find("og:url");
  return found != c.meta.end() && found->second.starts_with("http") ? found->second : std::string();
}

std::string title(const Clues& c, std::string_view site) {
  Titles titles;
  if (c.article) titles.structured = one_line(c.json.value(c.article, "headline"));
  if (titles.structured.empty()) titles.structured = property_in_page(c.page.tree, "headline");
  titles.shared = first_of(c.meta, kTitleMeta);
  for (std::uint32_t i = 1; i < c.page.tree.nodes.size(); ++i) {
    const Tag tag = c.page.tree.nodes[i].tag;
    if (tag == Tag::title && titles.document.empty()) titles.document = text_in(c.page.tree, i);
  }
  std::uint32_t last = 0;
  for (const Line& line : c.page.lines) {
    if (line.place != Place::title) continue;
    // A heading over two lines is one.
    if (last == line.element && !titles.headings.empty()) titles.headings.back() += " " + line.words;
    else titles.headings.push_back(line.words);
    last = line.element;
  }
  return headline(titles, site);
}

void language(const Clues& c, Metadata& found) {
  for (const html::Node& node : c.page.tree.nodes) {
    if (node.tag != Tag::html) continue;
    found.language = one_line(c.page.tree.attribute(node, "lang"));
    found.direction = small_letters(c.page.tree.attribute(node, "dir"));
    break;
  }
  if (found.language.empty() && c.article) found.language = c.json.value(c.article, "inLanguage");
  if (found.language.empty()) found.language = first_of(c.meta, std::array<std::string_view, 3>{"content-language", "language", "og:locale"});
  std::replace(found.language.begin(), found.language.end(), '_', '-');
  if (found.language.size() > 35 || found.language.find_first_of(" ,;") != std::string::npos) found.language.clear();
  if (found.direction != "ltr" && found.direction != "rtl" && found.direction != "auto") found.direction.clear();
}

}  // namespace

Metadata read_metadata(const Surroundings& page, std::string_view url) {
  const Clues clues(page, url);
  Metadata found;
  found.site = site(clues);
  found.address = address(clues);
  found.title = title(clues, found.site);
  found.authors = authors(clues, found.site);
  found.published = published(clues);
  language(clues, found);
  found.description = first_of(clues.meta, std::array<std::string_view, 3>{"og:description", "description", "twitter:description"});
  return found;
}

}  // namespace extract
