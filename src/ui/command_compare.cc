// Commands of a comparison with another person's file: going from difference to difference, and deciding.
#include <algorithm>
#include <charconv>

#include "ui/command_runs.h"
#include "ui/comparison.h"
#include "ui/marks.h"

namespace ui {

using session::Session;

namespace {

// Brings a difference into view; the mark of mine is selected, so that it can be edited.
void show_difference(const Session& s, ViewState& v, const Discrepancy& d, Output& out) {
  out.commands.push_back(session::Select{target_of(s, d), {d.place.begin, d.place.begin}});
  v.show_byte = d.place.begin;
  v.show_upper = true;
  v.difference_moved = true;
  v.caret = false;
}

void step(const Session& s, ViewState& v, bool forward, Output& out) {
  const auto& open = v.discrepancies.of(s).open;
  if (open.empty()) return hint(v, "There are no differences left.");
  const std::size_t n = open.size(), now = std::min(v.difference, n - 1);
  v.difference = v.difference_shown ? (now + (forward ? 1 : n - 1)) % n : now;
  v.difference_shown = true;
  show_difference(s, v, open[v.difference], out);
}

// The difference is gone from the list when the command is done: the next one takes its place.
void decide(const Session& s, ViewState& v, session::Command command, Output& out) {
  const auto& open = v.discrepancies.of(s).open;
  v.difference_shown = true;
  out.commands.push_back(std::move(command));
  if (open.size() < 2) return;
  v.difference = std::min(v.difference, open.size() - 1);
  const Discrepancy& next = v.difference + 1 < open.size() ? open[v.difference + 1] : open.front();
  if (v.difference + 1 == open.size()) v.difference = 0;
  show_difference(s, v, next, out);
}

const Discrepancy* current(const Session& s, ViewState& v) {
  const auto& open = v.discrepancies.of(s).open;
  if (!open.empty()) return &open[std::min(v.difference, open.size() - 1)];
  hint(v, "There are no differences left.");
  return nullptr;
}

}  // namespace

bool has_comparison(const Session& s) { return s.open && s.other.has_value(); }

std::string_view in_comparison(std::string_view command) {
  for (const auto& [usual, here] : kInComparison)
    if (usual == command) return here;
  return command;
}

void compare_with_file(const Session&, ViewState& v, std::string_view, Output& out) {
  v.overlay = Overlay::none;
  out.requests.push_back(AskForFile{"other-file"});
}
void put_marks(const Session&, ViewState& v, std::string_view, Output& out) {
  v.overlay = Overlay::none;
  out.requests.push_back(AskForFile{"marks-file"});
}
void next_difference(const Session& s, ViewState& v, std::string_view, Output& out) { step(s, v, true, out); }
void previous_difference(const Session& s, ViewState& v, std::string_view, Output& out) { step(s, v, false, out); }

void select_difference(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  const auto& open = v.discrepancies.of(s).open;
  std::size_t number = 0;
  const char* const end = argument.data() + argument.size();
  if (std::from_chars(argument.data(), end, number).ptr != end || number < 1 || number > open.size())
    return hint(v, "There is no such difference.");
  v.difference = number - 1;
  v.difference_shown = true;
  show_difference(s, v, open[v.difference], out);
}

void keep_mine(const Session& s, ViewState& v, std::string_view, Output& out) {
  if (const Discrepancy* d = current(s, v)) decide(s, v, keep_mine(s, *d), out);
}
void take_theirs(const Session& s, ViewState& v, std::string_view, Output& out) {
  if (const Discrepancy* d = current(s, v)) decide(s, v, take_theirs(s, *d, false), out);
}
void keep_both(const Session& s, ViewState& v, std::string_view, Output& out) {
  const Discrepancy* d = current(s, v);
  if (!d) return;
  if (!d->other_words) return hint(v, "Both can be kept where the two marks stand on different words.");
  decide(s, v, take_theirs(s, *d, true), out);
}

void close_comparison(const Session&, ViewState& v, std::string_view, Output& out) {
  v.list_scroll = 0;
  out.commands.push_back(session::CloseComparison{});
}

}  // namespace ui
