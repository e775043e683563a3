#include "extract/extract.h"

#include <algorithm>

#include "extract/names.h"
#include "extract/page.h"
#include "extract/plain_text.h"
#include "html/encoding.h"
#include "html/tree.h"
#include "text/reading.h"
#include "text/utf8.h"

namespace extract {
namespace {

constexpr std::size_t kKindWithin = 4096;  // markup shows itself early, or the text is no page

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string lower(std::string_view s) {
  std::string out(s);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// The bytes of a UTF-16 page have a zero between each two letters.
std::string without_zeros(std::string_view bytes) {
  std::string out;
  for (const char c : bytes)
    if (c) out += c;
  return out;
}

bool looks_like_html(std::string_view bytes) {
  const std::string head = lower(without_zeros(bytes.substr(0, kKindWithin)));
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFE\xFF");
  if (first == std::string::npos) return false;
  for (const std::string_view start : {"<!doctype html", "<html", "<head", "<body", "<!--", "<?xml", "<meta", "<title", "<script"})
    if (head.compare(first, start.size(), start) == 0) return true;
  // A piece of a page: it starts with a tag, and has one that ends.
  if (head[first] != '<') return false;
  for (const std::string_view tag : {"<div", "<p>", "<p ", "<h1", "<h2", "<h3", "<article", "<section", "<main", "<span", "<ul", "<ol", "<table", "<blockquote", "<figure", "<a ", "<pre", "<header"})
    if (head.compare(first, tag.size(), tag) == 0) return head.find("</", first) != std::string::npos;
  return false;
}

Kind kind_of(const Input& input) {
  const std::string name = lower(input.name);
  if (input.kind != Kind::html && ends_with_any(name, {".md", ".markdown"})) return Kind::markdown;
  if (input.kind != Kind::automatic) return input.kind;
  if (ends_with_any(name, {".html", ".htm", ".xhtml"})) return Kind::html;
  if (ends_with_any(name, {".txt"})) return Kind::text;
  return looks_like_html(input.bytes) ? Kind::html : Kind::text;
}

// An e-mail's title and date are its own; a saved page knows its title, author and date better than who saved it.
void put_envelope(const Envelope& envelope, document::Article& article) {
  const bool is_mail = !envelope.published.empty() || !envelope.author.empty();
  if (!envelope.title.empty() && (is_mail || article.title.empty())) article.title = envelope.title;
  if (article.published.empty() || is_mail) article.published = envelope.published.empty() ? article.published : envelope.published;
  if (article.authors.empty() && !envelope.author.empty()) article.authors.push_back(envelope.author);
  article.retrieved = envelope.retrieved;
}

// A title for a text that has none: its first words.
std::string first_words(std::string_view line) {
  constexpr std::size_t kBytes = 80;
  if (line.size() <= kBytes) return std::string(line);
  std::size_t end = line.rfind(' ', kBytes);
  if (end == std::string_view::npos || end == 0) end = kBytes;
  while (end > 0 && (line[end] & 0xC0) == 0x80) --end;
  return std::string(line.substr(0, end)) + "…";
}

}  // namespace

std::string_view encoding_of(const Input& input) {
  return html::sniff_encoding(input.bytes, input.charset, kind_of(input) == Kind::html);
}

bool decodes(std::string_view encoding) { return html::decode({}, encoding).has_value(); }

Extracted article(Input packed) {
  const Input input = unpacked(std::move(packed));
  Extracted out;
  const Kind kind = kind_of(input);
  const std::string_view encoding = html::sniff_encoding(input.bytes, input.charset, kind == Kind::html);
  std::optional<std::string> decoded = html::decode(input.bytes, encoding);
  if (!decoded) {
    out.notice = "The text is in the encoding " + std::string(encoding) + ", which could not be read; letters that are not English are damaged.";
    decoded = html::decode(input.bytes, "windows-1252");
  }
  std::string text = text::clean(*decoded);
  if (kind == Kind::html) {
    Page page = read_page(text, input.url);
    out.article = std::move(page.article);
    if (out.notice.empty()) out.notice = std::move(page.notice);
  } else {
    PlainText plain = read_plain_text(text, kind == Kind::markdown ? Layout::markdown : Layout::plain);
    out.article.blocks = std::move(plain.blocks);
    out.article.title = std::move(plain.facts.title);
    out.article.published = std::move(plain.facts.published);
    out.article.authors = authors_in(plain.facts.author);
    if (plain.articles > 1 && out.notice.empty())
      out.notice = "There seem to be " + std::to_string(plain.articles) + " articles in this text; all are kept, each under its heading.";
    out.article.text = document::SharedText(std::move(text));
  }
  if (out.article.url.empty()) out.article.url = input.url;
  out.article.import = input.import;
  put_envelope(input.envelope, out.article);
  if (out.article.title.empty()) {
    for (const document::Block& block : out.article.blocks) {
      if (block.excluded) continue;
      out.article.title = first_words(text::as_read(text::slice(out.article.text.view(), block.span)));
      out.article.title_derived = true;
      break;
    }
  }
  return out;
}

}  // namespace extract
