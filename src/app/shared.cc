// What an address or another program brings: a text, the address of an article or of an annotation file, or a link that
// carries marks. Nothing of it replaces work or asks the network before the person says yes.
#include <utility>

#include "app/incoming.h"
#include "format/format.h"
#include "format/json.h"
#include "format/link.h"

namespace app {
namespace {

using platform::Arrival;

std::string kept_words(const App& app) { return app.session.open ? " The open article stays among the recent ones." : ""; }

std::string name_of(const Arrival& a) { return a.name.empty() ? "an article" : "“" + a.name + "”"; }

// Marks without a text fit the article if all of them find their words in it.
bool fits(const App& app, const std::string& file) {
  if (!app.session.open) return false;
  const auto read = format::read_json_over(file, app.session.document.article);
  return read && read->lost.empty();
}

void fetch(App& app, const std::string& url) {
  ui::Output out;
  out.requests.push_back(ui::OpenAddress{url});
  obey(app, out);
}

void accept(App& app, const Arrival& a) {
  if (a.type == "address") fetch(app, a.url);
  else if (a.type == "link") open_annotation(app, a.bytes, {});
  else if (a.type == "other") other_came(app, a);
  else if (a.type == "marks-here") open_over(app, a.bytes, app.session.document.article);
  else if (a.type != "marks") given(app, a);
}

}  // namespace

void shared_came(App& app, const Arrival& a) {
  if (app.session.open || a.type == "address") app.asked = a;
  else accept(app, a);
}

void link_came(App& app, const Arrival& a) {
  auto link = format::read_link(a.bytes);
  if (!link) return tell(app, "The link could not be opened: " + link.error().message + "." + (app.session.open ? " Your open article is untouched." : ""));
  Arrival shared{.kind = "shared", .name = link->title, .type = "link", .url = link->url, .bytes = std::move(link->file)};
  if (link->scope == format::LinkScope::kText) return shared_came(app, shared);
  shared.type = fits(app, shared.bytes) ? "marks-here" : "marks";
  app.asked = std::move(shared);
}

bool open_over(App& app, const std::string& file, const document::Article& article) {
  auto read = format::read_json_over(file, article);
  if (!read) {
    tell(app, "The shared marks could not be put on this article. " + text::to_string(read.error()) + ".");
    return false;
  }
  cancel_work(app);
  open(app, std::move(*read), "The shared marks are on this article.");
  return true;
}

void marks_came(App& app, const Arrival& a) {
  if (!app.session.open) return tell(app, "Open an article first.");
  auto read = format::read_any_over(a.bytes, app.session.document.article);
  if (!read) return tell(app, "The marks of " + name_of(a) + " could not be put on this article. " + text::to_string(read.error()) + ". Your open article is untouched.");
  const std::size_t lost = read->lost.size(), marks = read->quotations.size() + read->claims.size();
  // Another document than the file's own and than the open one: neither is written over.
  read->id = platform::random_uuid();
  read->original = {};
  cancel_work(app);
  std::string said = std::to_string(marks) + (marks == 1 ? " mark of " : " marks of ") + name_of(a) + (marks == 1 ? " is" : " are") + " on this text";
  if (lost > 0) said += "; " + std::to_string(lost) + " found no place and wait" + (lost == 1 ? "s" : "") + " in Notes";
  open(app, std::move(*read), said + ". What was open stays among the recent articles.");
}

bool open_with_shared_marks(App& app, const document::Article& article) {
  if (!app.asked || app.asked->type != "marks") return false;
  const auto asked = std::exchange(app.asked, std::nullopt);
  return open_over(app, asked->bytes, article);
}

ui::Ask ask_about(const App& app, const Arrival& a) {
  if (a.type == "address") return {"notice.asked", "Open " + a.url, "Quoth asks that site for it." + kept_words(app), "Open", "confirm", "decline"};
  if (a.type == "link") return {"notice.asked", "Open " + name_of(a) + " from the link", "It brings its text and marks along." + kept_words(app), "Open", "confirm", "decline"};
  if (a.type == "other")
    return {"notice.asked", name_of(a) + " marks this article as well", "The two can be compared. To open it instead, use the Open menu.", "Compare", "confirm", "decline"};
  if (a.type == "marks-here") return {"notice.asked", "Open the shared marks on this article", "They fit its text." + kept_words(app), "Open", "confirm", "decline"};
  if (a.type == "marks" && !a.url.empty())
    return {"notice.asked", "Marks on " + name_of(a) + " wait for their text", "Open or paste the article: " + a.url, "Open it", "confirm", "decline"};
  if (a.type == "marks") return {"notice.asked", "Marks on " + name_of(a) + " wait for their text", "Paste the article, and they are put on it.", "Paste", "paste", "decline"};
  return {"notice.asked", "Open the text that was shared", "It came from another program." + kept_words(app), "Open", "confirm", "decline"};
}

void take_answer(App& app, bool yes) {
  if (!app.asked) return tell(app, "Nothing was shared with this page.");
  // Marks go on waiting until their text is here.
  if (yes && app.asked->type == "marks") {
    if (app.asked->url.empty()) return tell(app, "Paste the article first.");
    const std::string url = app.asked->url;
    return fetch(app, url);
  }
  const auto asked = std::exchange(app.asked, std::nullopt);
  if (yes) accept(app, *asked);
}

}  // namespace app
