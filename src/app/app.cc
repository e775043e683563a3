#include "app/app.h"

#include <type_traits>
#include <utility>

#include "app/incoming.h"
#include "app/platform.h"
#include "app/settings_text.h"
#include "format/format.h"
#include "format/link.h"
#include "rules/embedded.h"
#include "ui/key_names.h"

namespace app {
namespace {

constexpr std::string_view kSample = "sample/article.html";

// A name for a file, out of a title: letters and digits of any script, with hyphens between.
std::string file_name(const document::Document& d, std::string_view extension) {
  constexpr std::size_t kLongest = 60;
  std::string name;
  for (const char c : d.article.title) {
    const auto byte = static_cast<unsigned char>(c);
    const bool starts_character = (byte & 0xC0) != 0x80;
    if (name.size() >= kLongest && starts_character) break;
    const bool letter = byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!name.empty() && name.back() != '-') name += '-';
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return (name.empty() ? "article" : name) + std::string(extension);
}

const ui::Recent* recent_of(App& app, int number) {
  const auto& all = app.around.recent;
  if (number >= 1 && number <= static_cast<int>(all.size())) return &all[static_cast<std::size_t>(number) - 1];
  tell(app, "There is no such recent article.");
  return nullptr;
}

// --- What a view asks for -------------------------------------------------------------------------------

void carry_out(App&, const ui::AskForFile& request) { platform::ask_for_file(request.kind); }
void carry_out(App&, const ui::AskToPaste&) { platform::ask_for_clipboard(); }
void carry_out(App& app, const ui::OpenSample&) {
  analyse(app, {.bytes = rules::embedded(kSample), .kind = "html", .charset = "utf-8", .name = "Sample article", .method = "sample"});
}
void carry_out(App& app, const ui::OpenAddress& request) {
  if (format::looks_like_link(request.url)) return link_came(app, {.kind = "link", .bytes = request.url});
  cancel_work(app);
  app.work = {.kind = Work::Kind::fetching, .job = app.work.job + 1};
  platform::fetch_page(app.work.job, request.url);
}
void carry_out(App& app, const ui::CancelAnalysis&) { cancel_work(app); }
void carry_out(App& app, const ui::CopyText& request) {
  if (app.copying) app.copied = request.text;
  else platform::copy(request.text);
}
void carry_out(App& app, const ui::ChangeSettings& request) {
  app.settings = request.settings;
  platform::save_settings(write_settings(app.settings));
}
void carry_out(App& app, const ui::DownloadFile& request) {
  platform::download(file_name(app.session.document, request.ending), request.media_type, request.bytes);
}
void carry_out(App&, const ui::ShowPlainText&);
void carry_out(App& app, const ui::OpenRecent& request) {
  const ui::Recent* one = recent_of(app, request.number);
  if (one && !(app.session.open && one->key == app.draft.key)) platform::open_draft(one->key);
}
void carry_out(App& app, const ui::RemoveRecent& request) {
  const ui::Recent* one = recent_of(app, request.number);
  if (!one) return;
  if (request.removed && app.session.open && one->key == app.draft.key) return tell(app, "This article is open. Close it first, then delete it.");
  platform::remove_draft(one->key, request.removed);
}
void carry_out(App& app, const ui::TakeOver&) {
  if (app.draft.elsewhere) platform::take_over();
  else tell(app, "This article is changed in no other tab.");
}
void carry_out(App& app, const ui::Answer& answer) { take_answer(app, answer.yes); }
void carry_out(App& app, const ui::ShareLink& request) {
  const auto scope = request.scope == "marks"      ? format::LinkScope::kMarks
                     : request.scope == "speakers" ? format::LinkScope::kSpeakers
                                                   : format::LinkScope::kText;
  const std::string link = app.around.address + format::write_link(app.session.document, scope);
  if (request.to_app) return platform::share(app.session.document.article.title, link);
  if (app.copying) app.copied = link;
  else platform::copy(link);
  tell(app, "The link is copied: " + std::to_string(link.size()) + " characters, " + ui::where_it_fits(link.size()) + ".");
}
void carry_out(App& app, const ui::ListVersions&) { platform::list_versions(app.draft.key); }
void carry_out(App& app, const ui::RestoreVersion& request) {
  const auto& all = app.around.versions;
  if (request.number < 1 || request.number > static_cast<int>(all.size())) return tell(app, "There is no such version.");
  if (app.draft.elsewhere) return tell(app, "Another tab changes this article. Take over to change it here.");
  keep_draft(app);
  platform::open_version(app.draft.key, all[static_cast<std::size_t>(request.number) - 1].key);
}
void carry_out(App& app, const ui::ExportAll&) {
  keep_draft(app);
  platform::export_all();
}
void carry_out(App& app, const ui::UpdatePage&) {
  if (!app.update_ready) return tell(app, "This is the newest Quoth that this browser has.");
  platform::update_page();
}
void carry_out(App& app, const ui::CloseArticle&) {
  keep_draft(app);
  cancel_work(app);
  session::Session empty;
  empty.changes = app.session.changes + 1;
  empty.notices = app.session.notices;
  app.session = std::move(empty);
  app.draft = {};
  platform::close_draft();
  if (app.around.plain_text) carry_out(app, ui::ShowPlainText{});
}
void carry_out(App& app, const ui::ShowPlainText&) {
  app.around.plain_text = !app.around.plain_text;
  platform::show_plain_text(app.around.plain_text);
}

// --- What a command asks for ----------------------------------------------------------------------------

void carry_out(App&, const session::SaveDraft&) {}  // draft_waits() sees that the document has changed
void carry_out(App& app, const session::Download& effect) {
  const format::Format* wanted = format::find(effect.format);
  if (!wanted) return tell(app, "There is no format “" + effect.format + "”.");
  platform::download(file_name(app.session.document, wanted->extension), wanted->media_type, wanted->write(app.session.document));
}
void carry_out(App& app, const session::Reannotate&) {
  cancel_work(app);
  app.work = {.kind = Work::Kind::analysing_again, .job = app.work.job + 1, .changes = app.session.changes};
  platform::annotate_again(app.work.job, format::find("json")->write(app.session.document));
}

// Undo and redo have no name of their own.
bool changes_document(const session::Command& command) {
  return !session::act_of(command).empty() || std::holds_alternative<session::Undo>(command) || std::holds_alternative<session::Redo>(command);
}

}  // namespace

std::vector<ui::Ask> asks(const App& app) {
  std::vector<ui::Ask> all;
  if (app.asked) all.push_back(ask_about(app, *app.asked));
  if (app.session.open && app.draft.elsewhere)
    all.push_back({"notice.elsewhere", "This article is open in another tab", "Changes are made there. Take over to make them here.", "Take over", "take-over"});
  if (app.update_ready) all.push_back({"notice.update", "A newer Quoth is here", "Your work is kept.", "Reload to update", "update"});
  return all;
}

void tell(App& app, std::string sentence) {
  app.session.notice = std::move(sentence);
  app.session.refused = true;
  ++app.session.notices;
}

void analyse(App& app, const Incoming& in) {
  cancel_work(app);
  app.work = {.kind = Work::Kind::analysing, .job = app.work.job + 1, .notice = std::string(in.notice)};
  platform::analyse({.job = app.work.job, .bytes = in.bytes, .kind = in.kind, .charset = in.charset, .url = in.url, .name = in.name, .method = in.method});
}

void cancel_work(App& app) {
  if (app.work.kind == Work::Kind::fetching) platform::cancel_fetch();
  else if (app.work.kind != Work::Kind::none) platform::cancel_analysis();
  app.work = {.job = app.work.job};
}

void open(App& app, document::Document d, std::string notice, std::string key) {
  keep_draft(app);
  app.draft = {};
  app.draft.fresh = key.empty();
  app.draft.key = !key.empty() ? std::move(key) : !d.id.empty() ? d.id : platform::random_uuid();
  platform::hold_draft(app.draft.key);
  obey(app, session::Open{std::move(d), std::move(notice)});
}

void obey(App& app, const session::Command& command) {
  if (app.draft.elsewhere && changes_document(command))
    return tell(app, "Another tab changes this article. Take over to change it here.");
  session::Step step = session::update(std::move(app.session), command, {.at = platform::now(), .person = app.settings.person});
  app.session = std::move(step.session);
  for (const session::Effect& effect : step.effects) std::visit([&](const auto& e) { carry_out(app, e); }, effect);
}

void obey(App& app, const ui::Output& out) {
  for (const session::Command& command : out.commands) obey(app, command);
  for (const ui::Request& request : out.requests) std::visit([&](const auto& r) { carry_out(app, r); }, request);
  if (!out.commands.empty() || !out.requests.empty()) app.lively = 2;
}

std::vector<MirroredCommand> mirrored_commands(const App& app) {
  std::vector<MirroredCommand> commands;
  for (const ui::CommandRow& row : ui::commands()) {
    commands.push_back({row.name, row.title, row.group, std::string(ui::keys_of(app.settings, row)), row.argument, row.possible(app.session)});
  }
  return commands;
}

bool wants_text(const App& app) { return app.view.field != ui::Field::none; }

bool can_pull(const App& app, float x, float y) {
  const auto inside = [&](const ui::Rect& r) { return x >= r.x && y >= r.y && x < r.x + r.width && y < r.y + r.height; };
  for (const ui::Rect& cover : app.view.covers)
    if (inside(cover)) return false;
  const auto& places = app.view.places;
  const auto article = places.find("article");
  if (article == places.end() || !inside(article->second)) return false;
  for (auto at = places.lower_bound("handle."); at != places.end() && at->first.starts_with("handle."); ++at)
    if (inside(at->second)) return true;
  return false;
}

}  // namespace app
