// Commands about the article as a whole, history, and what of the page is shown.
#include <algorithm>
#include <array>

#include "ui/command_runs.h"

namespace ui {

using session::Session;

namespace {

constexpr std::array<float, 8> kTextSizes{15, 16, 17, 18, 20, 22, 24, 28};

void type_into(ViewState& v, Field field) {
  v.field = field;
  v.typed.clear();
  v.field_fault.clear();
  v.field_is_new = true;
  v.typed_since = v.now;
}

void show(ViewState& v, Tab tab) {
  v.tab = tab;
  v.list_shown = true;
  v.list_scroll = 0;
  v.share_shown = false;
  v.search.open = false;
  v.zone = Zone::lists;
}

void toggle(ViewState& v, Overlay overlay) {
  v.overlay = v.overlay == overlay ? Overlay::none : overlay;
  v.overlay_scroll = 0;
  v.choice = 0;
}

}  // namespace

bool can_undo(const Session& s) { return !s.past.empty(); }
bool can_redo(const Session& s) { return !s.future.empty(); }

void paste(const Session&, ViewState& v, std::string_view, Output& out) {
  v.overlay = Overlay::none;
  out.requests.push_back(AskToPaste{});
}
void open_file(const Session&, ViewState& v, std::string_view, Output& out) {
  v.overlay = Overlay::none;
  out.requests.push_back(AskForFile{});
}
void open_sample(const Session&, ViewState& v, std::string_view, Output& out) {
  v.overlay = Overlay::none;
  out.requests.push_back(OpenSample{});
}
void open_address(const Session&, ViewState& v, std::string_view argument, Output& out) {
  if (!argument.empty()) {
    v.overlay = Overlay::none;
    out.requests.push_back(OpenAddress{std::string(argument)});
    return;
  }
  v.overlay = Overlay::address;
  type_into(v, Field::address);
}
void save_file(const Session&, ViewState&, std::string_view, Output& out) { out.commands.push_back(session::Export{"json"}); }
void export_as(const Session&, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) {
    v.share_shown = true;
    v.zone = Zone::lists;
    return;
  }
  out.commands.push_back(session::Export{std::string(argument)});
}
void show_share(const Session&, ViewState& v, std::string_view, Output&) {
  v.share_shown = !v.share_shown;
  v.search.open = false;
  v.overlay = Overlay::none;
  v.list_scroll = 0;
  if (v.share_shown) v.zone = Zone::lists;
}
void set_title(const Session&, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) {
    v.overlay = Overlay::none;
    v.scroll = 0;
    return type_into(v, Field::title);
  }
  out.commands.push_back(session::SetTitle{std::string(argument)});
}
void show_plain_text(const Session&, ViewState& v, std::string_view, Output& out) {
  v.overlay = Overlay::none;
  out.requests.push_back(ShowPlainText{});
}
void close_article(const Session&, ViewState& v, std::string_view, Output& out) {
  v.overlay = Overlay::none;
  out.requests.push_back(CloseArticle{});
}

void undo(const Session&, ViewState& v, std::string_view, Output& out) {
  v.editing = {};
  out.commands.push_back(session::Undo{});
}
void redo(const Session&, ViewState& v, std::string_view, Output& out) {
  v.editing = {};
  out.commands.push_back(session::Redo{});
}

void show_commands(const Session&, ViewState& v, std::string_view, Output&) {
  toggle(v, Overlay::commands);
  if (v.overlay == Overlay::commands) type_into(v, Field::command);
  else v.field = Field::none;
}
void show_search(const Session&, ViewState& v, std::string_view argument, Output&) {
  v.overlay = Overlay::none;
  v.share_shown = false;
  v.zone = Zone::lists;
  v.search.open = true;
  v.list_scroll = 0;
  if (!argument.empty()) v.search.words = std::string(argument);
  v.field = Field::search;
  v.typed = v.search.words;
  v.field_is_new = true;
  v.typed_since = v.now;
}
void show_help(const Session&, ViewState& v, std::string_view, Output&) { toggle(v, Overlay::help); }

void show_quotations(const Session&, ViewState& v, std::string_view, Output&) { show(v, Tab::quotations); }
void show_claims(const Session&, ViewState& v, std::string_view, Output&) { show(v, Tab::claims); }
void show_review(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  show(v, Tab::review);
  const CommandRow* skip = find_command("skip");
  if (skip->possible(s)) skip->run(s, v, argument, out);
}
void show_notes(const Session&, ViewState& v, std::string_view, Output&) { show(v, Tab::notes); }
void show_figures(const Session&, ViewState& v, std::string_view, Output&) { show(v, Tab::figures); }

void larger_text(const Session&, ViewState& v, std::string_view, Output& out) {
  for (const float size : kTextSizes)
    if (size > v.settings.text_size) {
      v.settings.text_size = size;
      break;
    }
  out.requests.push_back(ChangeSettings{v.settings});
}
void smaller_text(const Session&, ViewState& v, std::string_view, Output& out) {
  for (auto size = kTextSizes.rbegin(); size != kTextSizes.rend(); ++size)
    if (*size < v.settings.text_size) {
      v.settings.text_size = *size;
      break;
    }
  out.requests.push_back(ChangeSettings{v.settings});
}
void set_theme(const Session&, ViewState& v, std::string_view argument, Output& out) {
  std::optional<Theme>& theme = v.settings.theme;
  if (argument == "light") theme = Theme::light;
  else if (argument == "dark") theme = Theme::dark;
  else if (argument == "contrast") theme = Theme::contrast;
  else if (argument == "system") theme.reset();
  else theme = v.theme == Theme::light ? Theme::dark : v.theme == Theme::dark ? Theme::contrast : Theme::light;
  out.requests.push_back(ChangeSettings{v.settings});
}
void set_person(const Session&, ViewState& v, std::string_view argument, Output& out) {
  if (argument.empty()) {
    v.overlay = Overlay::text_menu;
    type_into(v, Field::person);
    v.typed = v.settings.person;
    return;
  }
  v.settings.person = std::string(argument);
  out.requests.push_back(ChangeSettings{v.settings});
}

void dismiss(const Session&, ViewState& v, std::string_view, Output& out) {
  v.hint.clear();
  out.commands.push_back(session::Dismiss{});
}
void cancel_analysis(const Session&, ViewState&, std::string_view, Output& out) { out.requests.push_back(CancelAnalysis{}); }

// The innermost thing first: a field, a box, a panel, a selection, a notice, a filter.
void step_back(const Session& s, ViewState& v, std::string_view, Output& out) {
  const bool field_in_page = v.field != Field::none && v.overlay == Overlay::none && !v.search.open;
  const bool was_typing = v.field != Field::none;
  v.field = Field::none;
  v.typed.clear();
  v.field_fault.clear();
  v.merging.reset();
  v.naming_found = false;
  if (field_in_page) return;
  if (v.overlay != Overlay::none) {
    v.overlay = Overlay::none;
    return;
  }
  if (v.focus_visible && !v.focused.empty()) {
    v.focused.clear();
    v.focus_visible = false;
    return;
  }
  if (v.pointing != Pointing::nothing) {
    v.pointing = Pointing::nothing;
    v.hint.clear();
    return;
  }
  if (v.editing.index() != 0) {
    v.editing = {};
    out.commands.push_back(session::Select{s.selected, {s.words.end, s.words.end}});
    return;
  }
  if (v.search.open) {
    // What was found is selected from now on, so that the next key can mark it.
    v.search.open = false;
    if (v.search.current < v.search.hits.size()) {
      const Span hit = v.search.hits[v.search.current];
      v.anchor = hit.begin;
      out.commands.push_back(session::Select{s.selected, hit});
    }
    return;
  }
  if (!s.words.empty()) {
    out.commands.push_back(session::Select{s.selected, {s.words.end, s.words.end}});
    return;
  }
  if (was_typing) return;
  if (v.share_shown) {
    v.share_shown = false;
    return;
  }
  if (s.other) return close_comparison(s, v, {}, out);
  if (s.selected.index() != 0) {
    v.list_shown = true;
    out.commands.push_back(session::Select{{}, {s.words.begin, s.words.begin}});
    return;
  }
  if (v.tab == Tab::review || v.tab == Tab::figures) {
    v.tab = Tab::quotations;
    return;
  }
  if (!s.notice.empty() || !v.hint.empty()) return dismiss(s, v, {}, out);
  v.only.reset();
  v.speakers_shown = false;
  v.zone = Zone::article;
  v.caret = false;
}

}  // namespace ui
