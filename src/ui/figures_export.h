// The figures as files: a picture for a page, a table for a spreadsheet. Pure; linear in the marks.
#pragma once

#include <string>

#include "ui/figures.h"

namespace ui {

// Share of voice, direct against reported, and where each speaker is heard, as SVG in the colours of the light theme.
// Every number stands in words beside its bar; the picture has a title and a description for screen readers.
std::string figures_svg(const document::Document&, const Figures&);

// A speaker a row, after them the article itself: name, kind, quotations, words direct and reported, shares in
// per cent, claims, and the first and last place in the article in per cent of its length.
std::string figures_csv(const document::Document&, const Figures&);

// Words quoted or reported by kind of speaker, most first: people, organisations, groups, documents, unnamed.
struct KindShare {
  document::SpeakerKind kind;
  int words = 0, quotations = 0;
};
std::vector<KindShare> shares_by_kind(const document::Document&, const Figures&);

// Where a speaker is first and last heard, in bytes; nothing is counted that is doubtful or rejected.
struct Heard {
  std::uint32_t first = 0, last = 0;
  bool at_all = false;
};
Heard heard(const document::Document&, const document::SpeakerId&);

}  // namespace ui
