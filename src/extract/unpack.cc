// The page or text in a file that holds more: an e-mail, a page with its pictures.
#include <algorithm>

#include "extract/extract.h"
#include "extract/mime.h"
#include "extract/web_archive.h"

namespace extract {
namespace {

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    if (name.size() < ending.size()) return false;
    return std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()), [](char small, char c) { return small == (c >= 'A' && c <= 'Z' ? c + 32 : c); });
  });
}

bool is_address(std::string_view s) { return s.starts_with("http://") || s.starts_with("https://"); }

bool is_blank(std::string_view body) { return body.find_first_not_of(" \t\r\n\xA0\xC2") == body.npos; }

// The page of a saved page: what has its address, else the first; of an e-mail its HTML, else its text.
const MimePart* main_part(const Mime& mime, std::string_view address) {
  const MimePart *page = nullptr, *text = nullptr;
  for (const MimePart& part : mime.parts) {
    const std::string type = media_type_of(part);
    const bool is_page = type == "text/html" || type == "application/xhtml+xml", is_text = type == "text/plain";
    if ((!is_page && !is_text) || part.value("content-disposition").starts_with("attachment")) continue;
    if (is_page && !address.empty() && part.value("content-location") == address) return &part;
    if (is_page && !page && !is_blank(part.body)) page = &part;
    if (is_text && !text && !is_blank(part.body)) text = &part;
  }
  return page ? page : text;
}

void take_mime(Input& input, const Decode& elsewhere) {
  const Mime mime = read_mime(input.bytes);
  const MimePart whole{.headers = mime.headers};
  std::string address(whole.value("snapshot-content-location"));
  const bool is_saved_page = !address.empty() || parameter_of(whole.value("content-type"), "type") == "text/html" || whole.value("from").find("<Saved by") != std::string_view::npos;
  const MimePart* const part = main_part(mime, address);
  if (address.empty() && is_saved_page && part) address = part->value("content-location");
  if (input.url.empty() && is_address(address)) input.url = address;
  input.envelope.title = decoded_words(whole.value("subject"), elsewhere);
  const std::string date = mail_date(whole.value("date"));
  if (is_saved_page) {
    input.envelope.retrieved = date;
  } else {
    input.envelope.published = date;
    input.envelope.author = mail_name(whole.value("from"), elsewhere);
  }
  std::string bytes = part ? decoded_body(*part) : std::string();
  input.kind = part && media_type_of(*part) != "text/plain" ? Kind::html : Kind::text;
  input.charset = part ? parameter_of(part->value("content-type"), "charset") : std::string();
  input.bytes = std::move(bytes);
}

}  // namespace

Input unpacked(Input input, const Decode& elsewhere) {
  // A page that was told to be one, or was decoded already, is no container.
  const bool saved = ends_with_any(input.name, {".mht", ".mhtml", ".eml"}), archive = ends_with_any(input.name, {".webarchive"});
  if (input.kind != Kind::automatic && !saved && !archive) return input;
  if (std::optional<WebArchive> found = read_web_archive(input.bytes)) {
    if (input.url.empty() && is_address(found->address)) input.url = std::move(found->address);
    input.kind = found->type == "text/plain" ? Kind::text : Kind::html;
    input.charset = std::move(found->charset);
    input.bytes = std::move(found->page);
  } else if (looks_like_mime(input.bytes, saved)) {
    take_mime(input, elsewhere);
  } else {
    return input;
  }
  input.name.clear();  // it was the container's
  return input;
}

}  // namespace extract
