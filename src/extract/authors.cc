#include <algorithm>
#include <array>

#include "extract/boilerplate.h"
#include "extract/clues.h"
#include "extract/names.h"

namespace extract {
namespace {

using html::Tag;

constexpr std::array<std::string_view, 14> kAuthorMeta = {"author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
                                                          "dc.contributor", "twitter:data1", "cxenseparse:author", "article:author_name", "og:article:author", "authors", "creator"};

std::string letters_of(std::string_view s) {
  std::string out;
  for (const char c : small_letters(s))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) out += c;
  return out;
}

std::string_view host_of(std::string_view url) {
  const std::size_t start = url.find("://");
  if (start == url.npos) return {};
  url.remove_prefix(start + 3);
  return url.substr(0, url.find('/'));
}

// A page that names its site or publisher as the author names nobody.
bool is_site(const Clues& c, std::string_view name, std::string_view site) {
  const std::string packed = letters_of(name);
  if (packed.empty()) return true;
  const std::string host = letters_of(host_of(c.url));
  if (letters_of(site) == packed || (site.size() >= 5 && packed.starts_with(letters_of(site))) || (packed.size() >= 4 && host.find(packed) != std::string::npos)) return true;
  return c.article && c.json.member(c.article, "publisher") && letters_of(name_of(c.json, resolve(c.json, c.ids, c.json.member(c.article, "publisher")))) == packed;
}

void add_authors(const Clues& c, std::vector<std::string>& authors, std::string_view byline, std::string_view site) {
  for (std::string& name : authors_in(byline)) {
    if (is_site(c, name, site)) continue;
    const auto same = [&](const std::string& other) { return small_letters(other) == small_letters(name); };
    if (std::none_of(authors.begin(), authors.end(), same)) authors.push_back(std::move(name));
  }
}

void add_author_object(const Clues& c, std::vector<std::string>& found, std::uint32_t author, std::string_view site) {
  author = resolve(c.json, c.ids, author);
  const std::string_view type = c.json.value(author, "@type");
  if (type.ends_with("Organization") || type == "Corporation" || type == "Brand") return;
  add_authors(c, found, name_of(c.json, author), site);
}

bool is_in_byline(const Clues& c, std::uint32_t node) {
  for (; node; node = c.page.tree.nodes[node].parent)
    if ((c.page.marks[node] & bit(Mark::byline)) && !(c.page.marks[node] & bit(Mark::author_bio))) return true;
  return false;
}

// Links to the pages of authors, in a byline or around the start of the article.
void add_linked_authors(const Clues& c, std::vector<std::string>& found, std::string_view site) {
  constexpr std::size_t kLinesBefore = 15, kLinesAfter = 6;
  const auto& lines = c.page.lines;
  if (lines.empty()) return;
  const std::size_t from = c.page.region.head - std::min(c.page.region.head, kLinesBefore);
  const std::size_t to = std::min(c.page.region.begin + kLinesAfter, lines.size());
  const std::uint32_t first = from < lines.size() ? lines[from].first : 0;
  const std::uint32_t last = to < lines.size() ? lines[to].first : static_cast<std::uint32_t>(c.page.tree.nodes.size());
  for (std::uint32_t i = 1; i < c.page.tree.nodes.size(); ++i) {
    const html::Node& node = c.page.tree.nodes[i];
    if (node.tag != Tag::a) continue;
    const std::string href = small_letters(c.page.tree.attribute(node, "href"));
    const auto leads_to = [&](std::string_view part) { return href.find(part) != std::string::npos; };
    if (!leads_to("/author") && !leads_to("/by/") && !leads_to("/autor") && !leads_to("/contributor") && !leads_to("/reporter") && !leads_to("/journalist") && !leads_to("/profile") &&
        !leads_to("/staff/") && !leads_to("/writers/"))
      continue;
    const bool near_start = i > first && i < last;
    if ((!near_start && !is_in_byline(c, i)) || is_in_comment(c, i)) continue;
    const std::string words = text_in(c.page.tree, i);
    if (words.size() < 60 && words.find(' ') != std::string::npos) add_authors(c, found, words, site);
  }
}

// rel=author, itemprop=author, then elements that are called byline or author, near the article's start.
void add_authors_in_page(const Clues& c, std::vector<std::string>& found, std::string_view site) {
  for (const bool by_name : {false, true}) {
    for (std::uint32_t i = 1; i < c.page.tree.nodes.size(); ++i) {
      const html::Node& node = c.page.tree.nodes[i];
      if (node.tag == Tag::text || node.tag == Tag::meta || node.tag == Tag::link) continue;
      const bool declared = c.page.tree.attribute(node, "rel") == "author" || c.page.tree.attribute(node, "itemprop").find("author") != std::string_view::npos;
      if (by_name ? !(c.page.marks[i] & bit(Mark::byline)) || (c.page.marks[i] & bit(Mark::author_bio)) : !declared) continue;
      if (is_in_comment(c, i)) continue;
      const std::string words = text_in(c.page.tree, i);
      if (words.size() < 150) add_authors(c, found, words, site);
      if (!found.empty()) return;
    }
  }
  for (std::size_t i = c.page.region.begin > 12 ? c.page.region.begin - 12 : 0; i < c.page.region.end; ++i) {
    const std::string& words = c.page.lines[i].words;
    if (words.starts_with("By ") && boilerplate(words, "en").role.name() == "byline") add_authors(c, found, words, site);
    if (!found.empty()) return;
  }
}

}  // namespace

std::vector<std::string> authors(const Clues& c, std::string_view site) {
  std::vector<std::string> found;
  if (c.article) {
    if (std::uint32_t author = c.json.member(c.article, "author")) {
      if (c.json.nodes[author].kind == JsonNode::Kind::array) author = c.json.nodes[author].first_child;
      else add_author_object(c, found, author, site), author = 0;
      for (; author; author = c.json.nodes[author].next) add_author_object(c, found, author, site);
    }
  }
  std::vector<std::string> in_meta;
  for (std::size_t i = 0; in_meta.empty() && i < kAuthorMeta.size(); ++i)
    if (const auto at = c.meta.find(kAuthorMeta[i]); at != c.meta.end()) add_authors(c, in_meta, at->second, site);
  // Structured data also lists who helped; <meta> then names the writers alone.
  const auto is_found = [&](const std::string& name) { return std::find(found.begin(), found.end(), name) != found.end(); };
  if (!in_meta.empty() && (found.empty() || std::all_of(in_meta.begin(), in_meta.end(), is_found))) found = in_meta;
  if (found.empty()) add_linked_authors(c, found, site);
  if (found.empty()) add_authors_in_page(c, found, site);
  return found;
}

}  // namespace extract
