#include "extract/metadata.h"

#include <algorithm>
#include <array>
#include <map>

#include "extract/boilerplate.h"
#include "extract/dates.h"
#include "extract/names.h"
#include "extract/title.h"

namespace extract {
namespace {

using html::Tag;

std::string lower(std::string_view s) {
  std::string out(s);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// --- JSON-LD ---------------------------------------------------------------------------------------

Json structured_data(const html::Tree& tree) {
  Json json;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const html::Node& node = tree.nodes[i];
    if (node.tag != Tag::script || lower(tree.attribute(node, "type")).find("ld+json") == std::string::npos) continue;
    for (std::uint32_t child = node.first_child; child; child = tree.nodes[child].next) read_json(json, tree.words(tree.nodes[child]));
  }
  return json;
}

bool is_article_type(std::string_view type) {
  if (const std::size_t slash = type.rfind('/'); slash != type.npos) type.remove_prefix(slash + 1);
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" || type == "Review" || type == "Recipe" || type == "CreativeWork";
}

bool has_article_type(const Json& json, std::uint32_t object) {
  const std::uint32_t type = json.member(object, "@type");
  if (!type) return false;
  if (json.nodes[type].kind == JsonNode::Kind::string) return is_article_type(json.nodes[type].value);
  for (std::uint32_t child = json.nodes[type].first_child; child; child = json.nodes[child].next)
    if (is_article_type(json.nodes[child].value)) return true;
  return false;
}

// The object that describes the article of the page: the one with the most of what is asked for, and of equals the
// first. Those inside a list of other articles do not count.
std::uint32_t article_object(const Json& json) {
  std::uint32_t best = 0;
  int best_score = 0;
  for (std::uint32_t i = 1; i < json.nodes.size(); ++i) {
    if (json.nodes[i].kind != JsonNode::Kind::object || !has_article_type(json, i)) continue;
    bool elsewhere = false;
    for (std::uint32_t up = i; up; up = json.nodes[up].parent) {
      const std::string& key = json.nodes[up].key;
      elsewhere |= key == "itemListElement" || key == "isPartOf" || key == "hasPart" || key == "citation" || key == "relatedLink" || key == "mentions" || key == "blogPost" || key == "liveBlogUpdate";
    }
    if (elsewhere) continue;
    int score = 1;
    for (const std::string_view key : {"headline", "author", "datePublished", "articleBody"}) score += json.member(i, key) != 0;
    if (score > best_score) best = i, best_score = score;
  }
  return best;
}

// "@id" in place of an object: the object with that id which says more.
std::uint32_t resolve(const Json& json, const std::map<std::string, std::uint32_t>& by_id, std::uint32_t object) {
  if (json.nodes[object].kind != JsonNode::Kind::object || json.member(object, "name")) return object;
  const auto found = by_id.find(std::string(json.value(object, "@id")));
  return found == by_id.end() ? object : found->second;
}

std::map<std::string, std::uint32_t> objects_by_id(const Json& json) {
  std::map<std::string, std::uint32_t> ids;
  for (std::uint32_t i = 1; i < json.nodes.size(); ++i)
    if (json.nodes[i].kind == JsonNode::Kind::object && json.member(i, "name"))
      if (const std::string_view id = json.value(i, "@id"); !id.empty()) ids.emplace(id, i);
  return ids;
}

std::string name_of(const Json& json, std::uint32_t node) {
  if (json.nodes[node].kind == JsonNode::Kind::string) return json.nodes[node].value;
  std::string name(json.value(node, "name"));
  if (name.empty()) {
    if (const std::uint32_t names = json.member(node, "name"); names && json.nodes[names].first_child) name = json.nodes[json.nodes[names].first_child].value;
  }
  if (name.empty()) {
    const std::string_view given = json.value(node, "givenName"), family = json.value(node, "familyName");
    name = std::string(given) + (given.empty() || family.empty() ? "" : " ") + std::string(family);
  }
  return name;
}

// --- <meta> ----------------------------------------------------------------------------------------

using Meta = std::map<std::string, std::string, std::less<>>;  // the first of each name, in lower case

Meta meta_of(const html::Tree& tree) {
  Meta meta;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const html::Node& node = tree.nodes[i];
    if (node.tag != Tag::meta) continue;
    const std::string content = one_line(tree.attribute(node, "content"));
    if (content.empty()) continue;
    for (const std::string_view attribute : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string names = lower(tree.attribute(node, attribute));
      for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find(' ', at), names.size());
        if (end > at) meta.try_emplace(names.substr(at, end - at), content);
        at = end + 1;
      }
    }
  }
  return meta;
}

template <typename Names>
std::string first_of(const Meta& meta, const Names& names) {
  for (const std::string_view name : names)
    if (const auto found = meta.find(name); found != meta.end()) return found->second;
  return {};
}

constexpr std::array<std::string_view, 8> kTitleMeta = {"og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "title", "headline"};
constexpr std::array<std::string_view, 22> kDateMeta = {
    "article:published_time", "article:published", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "cxenseparse:recs:publishtime", "date", "article.published",
    "published_at", "og:published_time", "datecreated"};
constexpr std::array<std::string_view, 14> kAuthorMeta = {"author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
                                                          "dc.contributor", "twitter:data1", "cxenseparse:author", "article:author_name", "og:article:author", "authors", "creator"};
constexpr std::array<std::string_view, 5> kSiteMeta = {"og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "dc.publisher"};

// --- What stands in the page -----------------------------------------------------------------------

std::string letters_of(std::string_view s) {
  std::string out;
  for (const char c : lower(s))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) out += c;
  return out;
}

std::string_view host_of(std::string_view url) {
  const std::size_t start = url.find("://");
  if (start == url.npos) return {};
  url.remove_prefix(start + 3);
  return url.substr(0, url.find('/'));
}

// What an element holds is asked for bylines and dates, which are short: it is read no further than that.
std::string text_in(const html::Tree& tree, std::uint32_t node) {
  std::string words;
  for (std::uint32_t i = node; i < tree.nodes[node].end && words.size() < 500 && i < node + 100; ++i) {
    if (tree.nodes[i].tag == Tag::script || tree.nodes[i].tag == Tag::style) continue;
    if (tree.nodes[i].tag == Tag::text && tree.nodes[tree.nodes[i].parent].tag != Tag::script && tree.nodes[tree.nodes[i].parent].tag != Tag::style) words += tree.words(tree.nodes[i]);
    else if (tree.nodes[i].tag != Tag::text) words += ' ';
  }
  return one_line(words);
}

std::string property_in_page(const html::Tree& tree, std::string_view property) {
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const html::Node& node = tree.nodes[i];
    if (node.tag == Tag::text || node.tag == Tag::meta || tree.attribute(node, "itemprop").find(property) == std::string_view::npos) continue;
    for (const std::string_view attribute : {"content", "datetime"})
      if (const std::string_view value = tree.attribute(node, attribute); !value.empty()) return one_line(value);
    return text_in(tree, i);
  }
  return {};
}

class Finder {
 public:
  Finder(const Surroundings& page, std::string_view url)
      : page_(page), tree_(page.tree), url_(url), json_(page.data.json), ids_(objects_by_id(json_)), article_(page.data.article), meta_(meta_of(page.tree)) {}

  Metadata find() {
    Metadata found;
    found.site = site();
    found.address = address();
    found.title = title(found.site);
    found.authors = authors(found.site);
    found.published = published();
    language(found);
    found.description = first_of(meta_, std::array<std::string_view, 3>{"og:description", "description", "twitter:description"});
    return found;
  }

 private:
  std::string site() const {
    std::string name = first_of(meta_, kSiteMeta);
    if (name.empty() && article_) {
      if (const std::uint32_t publisher = json_.member(article_, "publisher")) name = name_of(json_, resolve(json_, ids_, publisher));
    }
    return one_line(name);
  }

  std::string address() const {
    for (const html::Node& node : tree_.nodes) {
      if (node.tag != Tag::link || lower(tree_.attribute(node, "rel")) != "canonical") continue;
      const std::string_view href = tree_.attribute(node, "href");
      if (href.starts_with("http://") || href.starts_with("https://")) return std::string(href);
    }
    const auto found = meta_.find("og:url");
    return found != meta_.end() && found->second.starts_with("http") ? found->second : std::string();
  }

  std::string title(std::string_view site) const {
    Titles titles;
    if (article_) titles.structured = one_line(json_.value(article_, "headline"));
    if (titles.structured.empty()) titles.structured = property_in_page(tree_, "headline");
    titles.shared = first_of(meta_, kTitleMeta);
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const Tag tag = tree_.nodes[i].tag;
      if (tag == Tag::title && titles.document.empty()) titles.document = text_in(tree_, i);
    }
    std::uint32_t last = 0;
    for (const Line& line : page_.lines) {
      if (line.place != Place::title) continue;
      // A heading over two lines is one.
      if (last == line.element && !titles.headings.empty()) titles.headings.back() += " " + line.words;
      else titles.headings.push_back(line.words);
      last = line.element;
    }
    return headline(titles, site);
  }

  void add_authors(std::vector<std::string>& authors, std::string_view byline, std::string_view site) const {
    for (std::string& name : authors_in(byline)) {
      if (is_site(name, site)) continue;
      const auto same = [&](const std::string& other) { return lower(other) == lower(name); };
      if (std::none_of(authors.begin(), authors.end(), same)) authors.push_back(std::move(name));
    }
  }

  // A page that names its site or publisher as the author names nobody.
  bool is_site(std::string_view name, std::string_view site) const {
    const std::string packed = letters_of(name);
    if (packed.empty()) return true;
    const std::string host = letters_of(host_of(url_));
    if (letters_of(site) == packed || (site.size() >= 5 && packed.starts_with(letters_of(site))) || (packed.size() >= 4 && host.find(packed) != std::string::npos)) return true;
    return article_ && json_.member(article_, "publisher") && letters_of(name_of(json_, resolve(json_, ids_, json_.member(article_, "publisher")))) == packed;
  }

  void add_author_object(std::vector<std::string>& found, std::uint32_t author, std::string_view site) const {
    author = resolve(json_, ids_, author);
    const std::string_view type = json_.value(author, "@type");
    if (type.ends_with("Organization") || type == "Corporation" || type == "Brand") return;
    add_authors(found, name_of(json_, author), site);
  }

  bool is_in_comment(std::uint32_t node) const {
    for (; node; node = tree_.nodes[node].parent)
      if (page_.marks[node] & (bit(Mark::comment) | bit(Mark::related_link))) return true;
    return false;
  }

  std::vector<std::string> authors(std::string_view site) const {
    std::vector<std::string> found;
    if (article_) {
      if (std::uint32_t author = json_.member(article_, "author")) {
        if (json_.nodes[author].kind == JsonNode::Kind::array) author = json_.nodes[author].first_child;
        else add_author_object(found, author, site), author = 0;
        for (; author; author = json_.nodes[author].next) add_author_object(found, author, site);
      }
    }
    std::vector<std::string> in_meta;
    for (std::size_t i = 0; in_meta.empty() && i < kAuthorMeta.size(); ++i)
      if (const auto at = meta_.find(kAuthorMeta[i]); at != meta_.end()) add_authors(in_meta, at->second, site);
    // Structured data also lists who helped; <meta> then names the writers alone.
    const auto is_found = [&](const std::string& name) { return std::find(found.begin(), found.end(), name) != found.end(); };
    if (!in_meta.empty() && (found.empty() || std::all_of(in_meta.begin(), in_meta.end(), is_found))) found = in_meta;
    if (found.empty()) add_linked_authors(found, site);
    if (found.empty()) add_authors_in_page(found, site);
    return found;
  }

  // Links to the pages of authors, in a byline or around the start of the article.
  void add_linked_authors(std::vector<std::string>& found, std::string_view site) const {
    constexpr std::size_t kLinesBefore = 15, kLinesAfter = 6;
    const auto& lines = page_.lines;
    if (lines.empty()) return;
    const std::size_t from = page_.region.head - std::min(page_.region.head, kLinesBefore);
    const std::size_t to = std::min(page_.region.begin + kLinesAfter, lines.size());
    const std::uint32_t first = from < lines.size() ? lines[from].first : 0;
    const std::uint32_t last = to < lines.size() ? lines[to].first : static_cast<std::uint32_t>(tree_.nodes.size());
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const html::Node& node = tree_.nodes[i];
      if (node.tag != Tag::a) continue;
      const std::string href = lower(tree_.attribute(node, "href"));
      const auto leads_to = [&](std::string_view part) { return href.find(part) != std::string::npos; };
      if (!leads_to("/author") && !leads_to("/by/") && !leads_to("/autor") && !leads_to("/contributor") && !leads_to("/reporter") && !leads_to("/journalist") && !leads_to("/profile") &&
          !leads_to("/staff/") && !leads_to("/writers/"))
        continue;
      const bool near_start = i > first && i < last;
      if ((!near_start && !is_in_byline(i)) || is_in_comment(i)) continue;
      const std::string words = text_in(tree_, i);
      if (words.size() < 60 && words.find(' ') != std::string::npos) add_authors(found, words, site);
    }
  }

  bool is_in_byline(std::uint32_t node) const {
    for (; node; node = tree_.nodes[node].parent)
      if ((page_.marks[node] & bit(Mark::byline)) && !(page_.marks[node] & bit(Mark::author_bio))) return true;
    return false;
  }

  // rel=author, itemprop=author, then elements that are called byline or author, near the article's start.
  void add_authors_in_page(std::vector<std::string>& found, std::string_view site) const {
    for (const bool by_name : {false, true}) {
      for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
        const html::Node& node = tree_.nodes[i];
        if (node.tag == Tag::text || node.tag == Tag::meta || node.tag == Tag::link) continue;
        const bool declared = tree_.attribute(node, "rel") == "author" || tree_.attribute(node, "itemprop").find("author") != std::string_view::npos;
        if (by_name ? !(page_.marks[i] & bit(Mark::byline)) || (page_.marks[i] & bit(Mark::author_bio)) : !declared) continue;
        if (is_in_comment(i)) continue;
        const std::string words = text_in(tree_, i);
        if (words.size() < 150) add_authors(found, words, site);
        if (!found.empty()) return;
      }
    }
    for (std::size_t i = page_.region.begin > 12 ? page_.region.begin - 12 : 0; i < page_.region.end; ++i) {
      const std::string& words = page_.lines[i].words;
      if (words.starts_with("By ") && boilerplate(words, "en").role.name() == "byline") add_authors(found, words, site);
      if (!found.empty()) return;
    }
  }

  // Of a date line, or of a byline with a date. A quoted post has a date of its own.
  static std::string printed_date(const Line& line) {
    if (line.place == Place::block_quote || line.words.size() > 150) return {};
    std::string date = date_of_line(line.words);
    if (!date.empty()) return date;
    const std::string role = boilerplate(line.words, "en").role.name();
    return role == "byline" || role == "date" || line.words.starts_with("By ") ? read_date(line.words) : std::string();
  }

  std::string published() const {
    std::string said = published_as_said();
    if (said.empty() || said.find('T') == std::string::npos) return said;
    // The day that the page prints, where its time in another zone falls on the day before or after.
    for (std::size_t i = page_.region.head > 12 ? page_.region.head - 12 : 0; i < page_.region.end && i < page_.region.begin + 15; ++i) {
      const std::string printed = printed_date(page_.lines[i]);
      if (printed.empty() || !is_next_day(printed, said)) continue;
      return said.starts_with(printed.substr(0, 10)) ? said : printed;
    }
    return said;
  }

  std::string published_as_said() const {
    if (article_) {
      for (const std::string_view key : {"datePublished", "dateCreated", "uploadDate"})
        if (std::string date = read_date(json_.value(article_, key)); !date.empty()) return date;
    }
    for (const std::string_view name : kDateMeta)
      if (const auto at = meta_.find(name); at != meta_.end())
        if (std::string date = read_date(at->second); !date.empty()) return date;
    for (std::uint32_t i = 1; i < json_.nodes.size(); ++i)
      if (json_.nodes[i].key == "datePublished")
        if (std::string date = read_date(json_.nodes[i].value); !date.empty()) return date;
    if (std::string date = read_date(property_in_page(tree_, "datePublished")); !date.empty()) return date;
    if (std::string date = date_in_address(url_); !date.empty()) return date;
    constexpr std::size_t kLinesBefore = 8, kLinesAfter = 6;
    for (std::size_t i = page_.region.head - std::min(page_.region.head, kLinesBefore); i < std::min(page_.region.begin + kLinesAfter, page_.region.end); ++i)
      if (std::string date = printed_date(page_.lines[i]); !date.empty()) return date;
    for (const bool printed : {false, true}) {
      for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
        if (tree_.nodes[i].tag != Tag::time || is_in_comment(i)) continue;
        if (std::string date = read_date(printed ? text_in(tree_, i) : tree_.attribute(tree_.nodes[i], "datetime")); !date.empty()) return date;
      }
    }
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      if (tree_.nodes[i].tag == Tag::text || !(page_.marks[i] & bit(Mark::date))) continue;
      const std::string words = text_in(tree_, i);
      if (words.size() > 200) continue;
      if (std::string date = read_date(words); !date.empty()) return date;
    }
    for (std::size_t i = page_.region.begin; i < page_.region.end; ++i)
      if (std::string date = printed_date(page_.lines[i]); !date.empty()) return date;
    return {};
  }

  void language(Metadata& found) const {
    for (const html::Node& node : tree_.nodes) {
      if (node.tag != Tag::html) continue;
      found.language = one_line(tree_.attribute(node, "lang"));
      found.direction = lower(tree_.attribute(node, "dir"));
      break;
    }
    if (found.language.empty() && article_) found.language = json_.value(article_, "inLanguage");
    if (found.language.empty()) found.language = first_of(meta_, std::array<std::string_view, 3>{"content-language", "language", "og:locale"});
    std::replace(found.language.begin(), found.language.end(), '_', '-');
    if (found.language.size() > 35 || found.language.find_first_of(" ,;") != std::string::npos) found.language.clear();
    if (found.direction != "ltr" && found.direction != "rtl" && found.direction != "auto") found.direction.clear();
  }

  const Surroundings& page_;
  const html::Tree& tree_;
  std::string_view url_;
  const Json& json_;
  std::map<std::string, std::uint32_t> ids_;
  std::uint32_t article_ = 0;
  Meta meta_;
};

}  // namespace

StructuredData read_structured_data(const html::Tree& tree) {
  StructuredData data{.json = structured_data(tree)};
  data.article = article_object(data.json);
  return data;
}

Metadata read_metadata(const Surroundings& page, std::string_view url) { return Finder(page, url).find(); }

}  // namespace extract
