// Commands about the articles that this browser keeps and their versions, links, and what the page asks.
#include <charconv>

#include "ui/command_runs.h"

namespace ui {

using session::Session;

namespace {

// 0 if it is no number: then there is no such article.
int number_of(std::string_view argument) {
  int number = 0;
  std::from_chars(argument.data(), argument.data() + argument.size(), number);
  return number;
}

}  // namespace

void show_recent(const Session&, ViewState& v, std::string_view, Output&) {
  v.overlay = v.overlay == Overlay::recent ? Overlay::none : Overlay::recent;
  v.overlay_scroll = 0;
}
void open_recent(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) return show_recent(s, v, {}, out);
  v.overlay = Overlay::none;
  out.requests.push_back(OpenRecent{number_of(argument)});
}
void delete_recent(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) return show_recent(s, v, {}, out);
  out.requests.push_back(RemoveRecent{number_of(argument), true});
}
void restore_recent(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) return show_recent(s, v, {}, out);
  out.requests.push_back(RemoveRecent{number_of(argument), false});
}
void show_versions(const Session&, ViewState& v, std::string_view, Output& out) {
  v.overlay = v.overlay == Overlay::versions ? Overlay::none : Overlay::versions;
  v.overlay_scroll = 0;
  if (v.overlay == Overlay::versions) out.requests.push_back(ListVersions{});
}
void restore_version(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) return show_versions(s, v, {}, out);
  v.overlay = Overlay::none;
  out.requests.push_back(RestoreVersion{number_of(argument)});
}
void share_link(const Session&, ViewState&, std::string_view argument, Output& out) {
  out.requests.push_back(ShareLink{std::string(argument.empty() ? "text" : argument), false});
}
// Again for the same link: hides it.
void qr_code(const Session&, ViewState& v, std::string_view argument, Output&) {
  const std::string scope(argument.empty() ? "speakers" : argument);
  if (scope != "text" && scope != "marks" && scope != "speakers") return hint(v, "A link is text, marks or speakers.");
  v.qr_scope = v.share_shown && v.qr_scope == scope ? std::string() : scope;
  v.share_shown = true;
  v.overlay = Overlay::none;
}
void send_link(const Session&, ViewState&, std::string_view argument, Output& out) {
  out.requests.push_back(ShareLink{std::string(argument.empty() ? "text" : argument), true});
}
void export_all(const Session&, ViewState& v, std::string_view, Output& out) {
  v.overlay = Overlay::none;
  out.requests.push_back(ExportAll{});
}

void take_over(const Session&, ViewState&, std::string_view, Output& out) { out.requests.push_back(TakeOver{}); }

void confirm(const Session&, ViewState&, std::string_view, Output& out) { out.requests.push_back(Answer{true}); }
void decline(const Session&, ViewState&, std::string_view, Output& out) { out.requests.push_back(Answer{false}); }
void update_page(const Session&, ViewState&, std::string_view, Output& out) { out.requests.push_back(UpdatePage{}); }

}  // namespace ui
