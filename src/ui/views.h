// The views that draw() puts together. Each is given a frame and a place. Internal to ui.
#pragma once

#include "ui/parts.h"

namespace ui {

void draw_top_bar(Frame&, const Rect&);
void draw_empty(Frame&, const Rect&);
void draw_recent_articles(Frame&, const Rect&);  // what this browser keeps
void draw_speakers(Frame&, const Rect&);
void draw_lists(Frame&, const Rect&);  // tabs and what they show
void draw_list(Frame&, const Rect&);   // of the current tab
void draw_inspector(Frame&, const Rect&);
void draw_search(Frame&, const Rect&);
void draw_comparison(Frame&, const Rect&);
bool is_comparing(const Frame&);
void draw_comparison_bar(Frame&, const Rect&);
float comparison_bar_height(const Frame&);
// A is filled, B an outline; x and y are of the middle.
void letter_disc(Frame&, float x, float y, bool theirs, float size);
void draw_share(Frame&, const Rect&);
float draw_share_links(Frame&, const Rect&, float y);  // gives the height they take
void draw_figures(Frame&, const Rect&);
void draw_review_bar(Frame&, const Rect&);
float review_bar_height(const Frame&);
float draw_notices(Frame&, const Rect&);  // gives the height they take from the article
void draw_toast(Frame&, const Rect& article);
void draw_progress(Frame&, const Rect& article);
void draw_overlays(Frame&);
void draw_tabs_at_foot(Frame&, const Rect&);  // narrow windows

void draw_first_steps(Frame&, const Rect& article);  // on the sample, until somebody has seen them

bool has_inspector(const Frame&);  // a mark is selected and its inspector takes the list's place

// Keys that are no letters in a field: commands, the text cursor, the focus on parts.
void read_keys(Frame&);

// The keys of a command as they are now, for the caps on its buttons.
std::string_view keys_for(const Frame&, std::string_view command);

// Runs a row of the table of commands, if it is possible now.
void run(Frame&, std::string_view command, std::string_view argument = {});

}  // namespace ui
