// The articles that this browser keeps: saving the open one after every change, opening another, and what happens when
// another tab has it.
#include <utility>

#include "app/incoming.h"
#include "format/format.h"

namespace app {
namespace {

using platform::Arrival;

// The text before the next `separator`, which is taken off with it.
std::string_view taken(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view first = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return first;
}

// A line for each article: key, title, details, "removed" or nothing, with tabs between.
std::vector<ui::Recent> rows_of(std::string_view rest) {
  std::vector<ui::Recent> rows;
  while (!rest.empty()) {
    std::string_view line = taken(rest, '\n');
    ui::Recent one;
    one.key = taken(line, '\t');
    one.title = taken(line, '\t');
    one.details = taken(line, '\t');
    one.removed = line == "removed";
    rows.push_back(std::move(one));
  }
  return rows;
}

bool changed_since_write(const App& app) {
  return app.session.open && !app.draft.elsewhere && app.draft.attempted != app.session.changes;
}

ui::Saving saving_of(const App& app) {
  const Draft& draft = app.draft;
  if (!app.session.open) return ui::Saving::nothing;
  if (draft.elsewhere) return ui::Saving::elsewhere;
  if (draft.saved == app.session.changes) return ui::Saving::saved;
  return draft.writing || draft_waits(app) || draft.error.empty() ? ui::Saving::pending : ui::Saving::failed;
}

}  // namespace

bool draft_waits(const App& app) { return !app.draft.writing && changed_since_write(app); }

void keep_draft(App& app) {
  if (!changed_since_write(app)) return;
  Draft& draft = app.draft;
  draft.writing = true;
  draft.attempted = app.session.changes;
  platform::save_draft(draft.key, app.session.document.article.title, format::find("json")->write(app.session.document),
                       static_cast<double>(app.session.changes), draft.fresh);
  draft.fresh = false;
}

void describe_saving(App& app) {
  app.around.saving = saving_of(app);
  app.around.saving_error = app.draft.error;
}

void draft_came(App& app, const Arrival& a) {
  auto read = format::find("json")->read(a.bytes);
  if (!read) return tell(app, "The article could not be opened again. " + text::to_string(read.error()) + ". It is still kept in this browser.");
  cancel_work(app);
  open(app, std::move(*read), {}, a.name);
  app.draft.saved = app.draft.attempted = app.session.changes;
}

void draft_saved(App& app, const Arrival& a) {
  if (a.name != app.draft.key) return;
  app.draft.writing = false;
  app.draft.saved = static_cast<std::uint64_t>(a.number);
  app.draft.error.clear();
}

void draft_not_saved(App& app, const Arrival& a) {
  if (a.name != app.draft.key) return;
  app.draft.writing = false;
  app.draft.error = a.bytes;
}

// Another tab has the article. What this tab opened from a file is another version of it, and gets a place of its own.
void held_elsewhere(App& app, const Arrival& a) {
  Draft& draft = app.draft;
  if (a.name != draft.key) return;
  draft.writing = false;
  if (draft.saved) {
    draft.elsewhere = true;
    return;
  }
  draft = {.key = draft.key + " " + platform::random_uuid(), .fresh = true};
  platform::hold_draft(draft.key);
}

// The other tab has let go: this one goes on with what was saved last, and changes nothing before that is here.
void released(App& app, const Arrival& a) {
  if (a.name == app.draft.key && app.draft.elsewhere) platform::open_draft(app.draft.key);
}

void draft_missing(App& app, const Arrival& a) {
  if (a.name != app.draft.key) return tell(app, "This article is not kept in this browser any more.");
  app.draft = {.key = app.draft.key, .fresh = true};
}

void recent_came(App& app, const Arrival& a) { app.around.recent = rows_of(a.bytes); }
void versions_came(App& app, const Arrival& a) { app.around.versions = rows_of(a.bytes); }

// What was open is a version by now.
void version_came(App& app, const Arrival& a) {
  auto read = format::find("json")->read(a.bytes);
  if (!read) return tell(app, "This version could not be opened. " + text::to_string(read.error()) + ".");
  cancel_work(app);
  const std::string key = app.draft.key;
  open(app, std::move(*read), "This is the older version. What was open before is among the versions.", key);
}

}  // namespace app
