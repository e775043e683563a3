// What comes in from outside, one function a kind.
#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "app/incoming.h"
#include "app/settings_text.h"
#include "format/format.h"
#include "format/link.h"

namespace app {
namespace {

using platform::Arrival;

// An annotation file in the clipboard or without its name: an object that names its format near the start.
bool looks_like_annotation(std::string_view bytes) {
  constexpr std::size_t kNearTheStart = 1000;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && bytes[first] == '{' && bytes.substr(first, kNearTheStart).find("\"formatVersion\"") != std::string_view::npos;
}

bool is_named_json(const Arrival& a) { return a.name.ends_with(".json") || a.type == "application/json"; }

// The charset of a Content-Type: "text/html; charset=iso-8859-1".
std::string_view charset_of(std::string_view type) {
  const std::size_t at = type.find("charset=");
  if (at == std::string_view::npos) return {};
  type.remove_prefix(at + 8);
  return type.substr(0, type.find_first_of("; "));
}

std::string_view kind_of(std::string_view media_type) {
  if (media_type.starts_with("text/html") || media_type.starts_with("application/xhtml")) return "html";
  if (media_type.starts_with("text/plain")) return "text";
  return "automatic";
}

// Nothing but the address of a page.
bool is_address(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) && text.find_first_of(" \t\r\n") == std::string_view::npos;
}

void pasted(App& app, const Arrival& a) {
  if (looks_like_annotation(a.bytes)) return open_annotation(app, a.bytes, {});
  if (format::looks_like_link(a.bytes)) return link_came(app, a);
  if (is_address(a.bytes)) {
    ui::Output out;
    out.requests.push_back(ui::OpenAddress{a.bytes});
    return obey(app, out);
  }
  const bool has_html = !a.other.empty();
  analyse(app, {.bytes = has_html ? a.other : a.bytes, .kind = has_html ? "html" : "text", .charset = "utf-8", .method = "paste"});
}

void file_came(App& app, const Arrival& a) {
  if (is_named_json(a) || looks_like_annotation(a.bytes)) return open_annotation(app, a.bytes, a.name, a.other);
  analyse(app, {.bytes = a.bytes, .kind = kind_of(a.type), .name = a.name, .method = "file", .notice = a.other});
}

void dropped(App& app, const Arrival& a) {
  const bool annotation = is_named_json(a) || looks_like_annotation(a.bytes);
  if (!annotation || !asks_to_compare(app, a)) file_came(app, a);
}

void page_came(App& app, const Arrival& a) {
  if (a.number != app.work.job) return;
  if (looks_like_annotation(a.bytes)) return open_annotation(app, a.bytes, {});
  analyse(app, {.bytes = a.bytes, .kind = kind_of(a.type), .charset = charset_of(a.type), .url = a.url, .method = "address"});
}

void progressed(App& app, const Arrival& a) {
  if (a.number != app.work.job) return;
  int thousandths = 0;
  std::from_chars(a.name.data(), a.name.data() + a.name.size(), thousandths);
  app.work.progress = std::clamp(thousandths, 0, 1000);
}

void annotated(App& app, const Arrival& a) {
  if (a.number != app.work.job) return;
  const bool again = app.work.kind == Work::Kind::analysing_again;
  const std::uint64_t changes = app.work.changes;
  std::string notice = std::move(app.work.notice);
  if (!a.name.empty()) notice += (notice.empty() ? "" : " ") + a.name;
  app.work = {.job = app.work.job};
  auto read = format::find("json")->read(a.bytes);
  if (!read) return tell(app, "The analysis gave a result that could not be read. " + text::to_string(read.error()) + ".");
  read->original = {};
  if (again) return obey(app, session::Reannotated{std::move(*read), changes});
  if (open_with_shared_marks(app, read->article)) return;
  read->id = platform::random_uuid();
  read->created = read->modified = platform::now();
  if (!read->article.url.empty() && read->article.retrieved.empty()) read->article.retrieved = read->created;
  open(app, std::move(*read), std::move(notice));
}

void failed(App& app, const Arrival& a) {
  if (a.number != 0 && a.number != app.work.job) return;
  if (a.number != 0) app.work = {.job = app.work.job};
  tell(app, a.bytes);
}

void settings_came(App& app, const Arrival& a) { app.settings = read_settings(a.bytes); }

void chosen(App& app, const Arrival& a) {
  session::Target target;
  if (a.name == "quotation") target = document::QuotationId(a.bytes);
  else if (a.name == "claim") target = document::ClaimId(a.bytes);
  else if (a.name == "speaker") target = document::SpeakerId(a.bytes);
  else if (a.name == "block") target = document::BlockId(a.bytes);
  else if (a.name == "note") target = document::NoteId(a.bytes);
  obey(app, session::Select{target, {}});
}

void commanded(App& app, const Arrival& a) {
  const ui::CommandRow* row = ui::find_command(a.name);
  if (!row) return tell(app, "There is no command “" + a.name + "”.");
  if (!row->possible(app.session))
    return tell(app, "“" + std::string(row->title) + (app.session.open ? "” is not possible now." : "” is for an open article. Paste or open one first."));
  ui::Output out;
  row->run(app.session, app.view, a.bytes, out);
  obey(app, out);
}

void place_came(App& app, const Arrival& a) {
  app.around.address = a.url;
  app.around.can_share = a.type == "share";
}

void update_came(App& app, const Arrival&) { app.update_ready = true; }

struct Handler {
  std::string_view kind;
  void (*take)(App&, const Arrival&);
};
constexpr Handler kHandlers[] = {
    {"paste", pasted},            // bytes: the text; other: the HTML beside it
    {"file", file_came},          // name, type, bytes; other: a notice
    {"open", given},              // type: "text", "html" or "annotation"; url; bytes
    {"page", page_came},          // number: the job; type: Content-Type; url: the final one; bytes
    {"progress", progressed},     // number: the job; name: thousandths
    {"annotated", annotated},     // number: the job; name: a notice; bytes: an annotation file
    {"failed", failed},           // number: the job, or 0; bytes: a sentence
    {"settings", settings_came},  // bytes
    {"draft", draft_came},        // name: its key; bytes: an annotation file
    {"saved", draft_saved},       // name: its key; number: Session::changes
    {"save-failed", draft_not_saved},  // name: its key; bytes: a sentence
    {"held-elsewhere", held_elsewhere},  // name: the key of the article that another tab has
    {"released", released},       // name: the key of the article that this tab may change from now on
    {"draft-missing", draft_missing},  // name: the key of an article that is not kept
    {"recent", recent_came},      // bytes: what this browser keeps, a line each
    {"versions", versions_came},  // bytes: of the open article, a line each
    {"version", version_came},    // bytes: an annotation file
    {"dropped", dropped},         // as of "file"
    {"other-file", other_came},   // as of "file": to be compared with what is open
    {"marks-file", marks_came},   // as of "file": its marks are put on the open text
    {"link", link_came},          // bytes: a link that carries marks
    {"place", place_came},        // url: the address of the page; type: "share" if the system can send links
    {"shared", shared_came},      // type: "address", or as of "open"; url; bytes
    {"update", update_came},      // a newer program lies in this browser
    {"select", chosen},           // name: the kind of mark; bytes: its id
    {"command", commanded},       // name; bytes: its argument
};

}  // namespace

void open_annotation(App& app, const std::string& bytes, std::string_view name, const std::string& notice) {
  auto read = format::read_any(bytes);
  if (!read) {
    const std::string what = name.empty() ? "The annotation file" : "“" + std::string(name) + "”";
    tell(app, what + " could not be opened. " + text::to_string(read.error()) + "." + (app.session.open ? " Your open article is untouched." : ""));
    return;
  }
  cancel_work(app);
  open(app, std::move(*read), notice);
}

// From window.quoth.open().
void given(App& app, const Arrival& a) {
  if (a.type == "annotation") return open_annotation(app, a.bytes, {});
  analyse(app, {.bytes = a.bytes, .kind = a.type, .charset = "utf-8", .url = a.url, .name = a.name, .method = a.url.empty() ? "paste" : "address"});
}

void take_arrivals(App& app) {
  for (const Arrival& a : platform::take_arrivals()) {
    const auto* handler = std::find_if(std::begin(kHandlers), std::end(kHandlers), [&](const Handler& h) { return h.kind == a.kind; });
    if (handler != std::end(kHandlers)) handler->take(app, a);
    app.lively = 2;
  }
}

}  // namespace app
