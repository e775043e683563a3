// What comes in from outside, where it is more than a line of arrivals.cc. Internal to app.
#pragma once

#include "app/app.h"

namespace app {

// --- drafts.cc: what this browser keeps
void draft_came(App&, const platform::Arrival&);
void draft_saved(App&, const platform::Arrival&);
void draft_not_saved(App&, const platform::Arrival&);
void held_elsewhere(App&, const platform::Arrival&);
void released(App&, const platform::Arrival&);
void draft_missing(App&, const platform::Arrival&);
void recent_came(App&, const platform::Arrival&);
void versions_came(App&, const platform::Arrival&);
void version_came(App&, const platform::Arrival&);

// --- shared.cc: what an address or another program brings; the person is asked before it replaces work
void shared_came(App&, const platform::Arrival&);
void link_came(App&, const platform::Arrival&);  // bytes: a link
void marks_came(App&, const platform::Arrival&);  // another file's marks, for the open text
bool open_over(App&, const std::string& file, const document::Article&);
// If shared marks wait for their text, and this is it: opens them. False: the article is opened as it is.
bool open_with_shared_marks(App&, const document::Article&);
ui::Ask ask_about(const App&, const platform::Arrival&);
void take_answer(App&, bool yes);

// --- other.cc: another person's file, beside the open article
void other_came(App&, const platform::Arrival&);
// A file that marks the text of the open article in another way: the person is asked whether to compare the two.
bool asks_to_compare(App&, const platform::Arrival&);

// --- arrivals.cc
void open_annotation(App&, const std::string& bytes, std::string_view name, const std::string& notice = {});
void given(App&, const platform::Arrival&);

}  // namespace app
