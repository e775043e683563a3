// Another person's file on the text that is open: put beside it, to be compared.
#include <algorithm>
#include <utility>

#include "app/incoming.h"
#include "format/format.h"
#include "format/json.h"

namespace app {
namespace {

using platform::Arrival;

std::string name_of(const Arrival& a) { return a.name.empty() ? "the other file" : a.name; }

bool has_marks(const document::Document& d) { return !d.quotations.empty() || !d.claims.empty(); }

}  // namespace

void other_came(App& app, const Arrival& a) {
  if (!app.session.open) return tell(app, "Open an article first.");
  auto read = format::read_any(a.bytes);
  if (!read) return tell(app, "“" + name_of(a) + "” could not be compared. " + text::to_string(read.error()) + ". Your open article is untouched.");
  std::size_t lost = 0;
  if (!(read->article.text == app.session.document.article.text)) {
    // Of an edited text the marks are found again by their words.
    auto over = format::read_json_over(a.bytes, app.session.document.article);
    if (over && has_marks(*over)) {
      lost = over->lost.size();
      read = std::move(over);
    }
  }
  obey(app, session::CompareWith{std::move(*read), name_of(a)});
  if (lost > 0) tell(app, "The text of “" + name_of(a) + "” differs from this one. " + std::to_string(lost) + (lost == 1 ? " mark" : " marks") + " found no place and cannot be compared.");
}

MirroredComparison mirrored_comparison(App& app) {
  MirroredComparison out;
  if (!app.session.other) return out;
  const auto& open = app.view.discrepancies.of(app.session).open;
  for (const ui::Discrepancy& d : open) {
    const std::string mine = version_of(app.session, d, false), theirs = version_of(app.session, d, true);
    out.rows.push_back(title_of(d) + (mine.empty() ? "" : ". A: " + mine) + (theirs.empty() ? "" : ". B: " + theirs));
  }
  if (open.empty()) out.shown = "No differences left.";
  else if (app.view.difference_shown) {
    const std::size_t now = std::min(app.view.difference, open.size() - 1);
    out.shown = "Difference " + std::to_string(now + 1) + " of " + std::to_string(open.size()) + ": " + out.rows[now];
  }
  return out;
}

bool asks_to_compare(App& app, const Arrival& a) {
  if (!app.session.open) return false;
  const auto read = format::read_any(a.bytes);
  const document::Document& mine = app.session.document;
  if (!read || !(read->article.text == mine.article.text)) return false;
  if (read->quotations == mine.quotations && read->claims == mine.claims && read->speakers == mine.speakers) return false;
  app.asked = a;
  app.asked->type = "other";
  return true;
}

}  // namespace app
