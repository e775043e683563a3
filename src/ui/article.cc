#include "ui/article.h"

#include <algorithm>
#include <cmath>

#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;

namespace {

// From the bar to the line above the text.
float top_of(const Frame& f) { return f.narrow() ? 16.0f : 28.0f; }
constexpr float kHeadLine = 16;
constexpr float kFoot = 120;  // paper under the last line

Column column_of(const Frame& f, const Rect& zone) {
  // A finger that puts a block back has 44 px: this line, and the gap above it.
  const float size = f.settings.text_size, role_line = f.around.touch ? 30.0f : 16.0f;
  if (f.narrow()) {
    const float narrow_size = size - 1;
    return {.width = std::max(120.0f, zone.width - 80),
            .text_size = narrow_size,
            .line_height = std::round(narrow_size * 1.647f),
            .paragraph_gap = 14,
            .role_line = role_line};
  }
  const float unit = size / 18;
  // 592 px hold about 66 letters at the usual size.
  const float wanted = 592 * unit * static_cast<float>(f.settings.column) / 66;
  return {.width = std::min(std::round(wanted), std::max(120.0f, zone.width - 96)),
          .text_size = size,
          .line_height = std::round(size * 1.667f),
          .paragraph_gap = std::round(16 * unit),
          .role_line = role_line};
}

bool has_title_block(const Document& d) {
  return std::any_of(d.article.blocks.begin(), d.article.blocks.end(), [](const Block& b) { return b.role == kTitle; });
}

bool shows_title(const Document& d) { return !d.article.title.empty() && !d.article.title_derived && !has_title_block(d); }

std::vector<std::string> title_lines(const Frame& f, const Column& column) {
  if (!shows_title(f.document())) return {};
  return broken(f, Font::serif_bold, size_of(column, TextStyle::title), f.document().article.title, column.width, 6);
}

// What stands above the text: one small line, and the title where it was found.
float head_height(const Frame& f, const Column& column) {
  const auto lines = title_lines(f, column);
  const float title = lines.empty() ? 0 : 8 + static_cast<float>(lines.size()) * line_height_of(column, TextStyle::title) + 4;
  return top_of(f) + kHeadLine + title + 16;
}

const Lines& lines_of(Frame& f, const Column& column) {
  auto& kept = f.view.kept;
  const Article& article = f.document().article;
  const bool same = kept.valid && kept.column == column && kept.generation == f.fonts.generation &&
                    kept.text.view().data() == article.text.view().data() && kept.text.view().size() == article.text.view().size() &&
                    kept.blocks == article.blocks;
  if (!same) {
    kept.lines = lay_out(article.text.view(), article.blocks, column, advance_of(f.fonts, column));
    kept.column = column;
    kept.generation = f.fonts.generation;
    kept.text = article.text;
    kept.blocks = article.blocks;
    kept.valid = true;
  }
  return kept.lines;
}

// Motion: 120 ms, slower at its end.
void move(Frame& f, float most) {
  ViewState& v = f.view;
  if (v.scroll_goal < 0) return;
  constexpr double kDuration = 0.12;
  const double share = (f.around.now - v.scroll_since) / kDuration;
  if (f.around.reduced_motion || share >= 1 || share < 0) {
    v.scroll = std::clamp(v.scroll_goal, 0.0f, most);
    v.scroll_goal = -1;
    f.changed = true;
    return;
  }
  const float left = static_cast<float>(1 - share);
  v.scroll = std::clamp(v.scroll_from + (v.scroll_goal - v.scroll_from) * (1 - left * left * left), 0.0f, most);
  f.wake(0);
}

void bring_into_view(Frame& f, const Rect& zone, float head, const Lines& lines) {
  ViewState& v = f.view;
  if (!v.show_byte || lines.lines.empty()) return;
  const Line& line = lines.lines[lines.line_of(*v.show_byte)];
  const float top = head + line.y, margin = line.height * 2;
  const bool outside = top - v.scroll < margin || top + line.height - v.scroll > zone.height - margin - 40;
  if (outside || v.show_upper) {
    v.scroll_from = v.scroll;
    v.scroll_goal = std::max(0.0f, top - zone.height / 3);
    v.scroll_since = f.around.now;
  }
  v.show_byte.reset();
  v.show_upper = false;
}

void widen(Span& extent, const std::vector<Span>& spans) {
  for (const Span s : spans) extent = extent.begin >= extent.end ? s : Span{std::min(extent.begin, s.begin), std::max(extent.end, s.end)};
}
Span extent_of(const Quotation& q) {
  Span extent;
  for (const std::vector<Span>* part : {&q.content, &q.source, &q.cue}) widen(extent, *part);
  return extent;
}
Span extent_of(const Claim& c) {
  Span extent;
  widen(extent, c.spans);
  return extent;
}

// Made again where the list has changed.
template <typename Mark>
const std::vector<Span>& extents_of(const SharedList<Mark>& marks, SharedList<Mark>& known, std::vector<Span>& extents) {
  if (extents.size() == marks.size() && known.same(marks)) return extents;
  known = marks;
  extents.clear();
  for (const Mark& mark : marks) extents.push_back(extent_of(mark));
  return extents;
}

// A long text has thousands of marks, of which a few can be seen.
void collect_seen(Page& page) {
  const Document& d = page.frame.document();
  ViewState::Extents& kept = page.frame.view.extents;
  const Span all = page.words_seen();
  const std::vector<Span>& quotations = extents_of(d.quotations, kept.quotations, kept.of_quotations);
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    if (!overlaps(quotations[i], all)) continue;
    const Quotation& q = d.quotations[i];
    if ((page.is_seen(q.content) || page.is_seen(q.source) || page.is_seen(q.cue)) && is_shown(q, page.shown)) page.quotations.push_back(&q);
  }
  const std::vector<Span>& claims = extents_of(d.claims, kept.claims, kept.of_claims);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!overlaps(claims[i], all)) continue;
    const Claim& c = d.claims[i];
    if (page.is_seen(c.spans) && is_shown(c, page.shown)) page.claims.push_back(&c);
  }
}

}  // namespace

Advance advance_of(const Fonts& fonts, const Column& column) {
  return [&fonts, column](TextStyle style, char32_t c) {
    const Font font = style == TextStyle::excluded ? Font::sans : style == TextStyle::reading ? Font::serif : Font::serif_bold;
    return advance(fonts, font, size_of(column, style), c);
  };
}

float Page::box_top(std::size_t i) const {
  const float size = size_of(column, line(i).style);
  return std::round(top(i) + (line(i).height - 1.362f * size) / 2);
}

float Page::baseline(std::size_t i) const {
  const float size = size_of(column, line(i).style);
  return std::round(top(i) + (line(i).height - 1.362f * size) / 2 + 1.069f * size);
}

float Page::alpha_of(const Target& mark) const {
  constexpr float kOthers = 0.35f;
  if (in_review.index() == 0 || mark == in_review) return 1;
  return kOthers;
}

std::vector<Page::Piece> Page::pieces_of(Span span) const {
  std::vector<Piece> out;
  if (lines.lines.empty()) return out;
  const std::size_t from = std::max(seen.first, lines.line_of(span.begin));
  for (std::size_t i = from; i < seen.last && line(i).words.begin < span.end; ++i) {
    const Span part{std::max(span.begin, line(i).words.begin), std::min(span.end, line(i).words.end)};
    if (part.begin >= part.end) continue;
    out.push_back({i, std::round(x + shape_of(i).x_of(part.begin)), std::round(x + shape_of(i).x_of(part.end))});
  }
  return out;
}

Span Page::words_seen() const {
  if (seen.first >= seen.last) return {};
  return {line(seen.first).words.begin, line(seen.last - 1).words.end};
}

bool Page::is_seen(const std::vector<Span>& spans) const {
  const Span all = words_seen();
  return std::any_of(spans.begin(), spans.end(), [&](Span s) { return overlaps(s, all); });
}

Page place(Frame& f, const Rect& zone) {
  const Column column = column_of(f, zone);
  const Lines& lines = lines_of(f, column);
  ViewState& v = f.view;
  const float head = head_height(f, column), whole = head + lines.height + kFoot;
  bring_into_view(f, zone, head, lines);
  const float before = v.scroll;
  move(f, std::max(0.0f, whole - zone.height));
  scroll(f, "article", zone, whole, v.scroll);
  if (v.scroll != before && v.scroll_goal < 0) f.changed = true;

  Page page{.frame = f, .zone = zone, .column = column, .lines = lines, .shown = {f.settings.show_low_claims, v.only}};
  page.x = std::round(zone.x + (zone.width - column.width) / 2);
  page.right = page.x + column.width + (f.narrow() ? 9.0f : 14.0f);
  page.y = std::round(zone.y + head - v.scroll);
  page.seen = lines.between(zone.y - page.y - 40, zone.y + zone.height - page.y + 40);
  page.apart = marks_apart(f);
  page.shown.claims = !is_comparing(f);
  if (!is_comparing(f) && v.tab == Tab::review && v.search.open == false) page.in_review = f.session.selected;
  collect_seen(page);
  for (const Quotation* q : page.quotations)
    if (!is_doubtful(*q) && page.is_seen(q->source)) page.bold.insert(page.bold.end(), q->source.begin(), q->source.end());
  std::sort(page.bold.begin(), page.bold.end());
  const Advance advance = advance_of(f.fonts, column);
  for (std::size_t i = page.seen.first; i < page.seen.last; ++i)
    page.shapes.push_back(shape(page.text(), page.line(i), page.bold, column.width, advance));
  return page;
}

std::optional<std::uint32_t> byte_at(const Page& page, float x, float y) {
  if (page.seen.first >= page.seen.last) return std::nullopt;
  const std::size_t i = std::clamp(page.lines.line_at(y - page.y), page.seen.first, page.seen.last - 1);
  return page.shape_of(i).byte_at(x - page.x);
}

Rect place_of(const Page& page, std::uint32_t byte) {
  if (page.seen.first >= page.seen.last) return {};
  const std::size_t i = page.lines.line_of(byte);
  if (i < page.seen.first || i >= page.seen.last) return {};
  return {page.x + page.shape_of(i).x_of(byte), page.box_top(i), 0, 26 * page.unit()};
}

void draw_header(Page& page) {
  Frame& f = page.frame;
  const Document& d = f.document();
  const float middle = page.y - head_height(f, page.column) + top_of(f) + kHeadLine / 2;
  const std::string name = !d.article.import.name.empty() ? d.article.import.name
                           : !d.article.publisher.empty() ? d.article.publisher
                                                          : std::string();
  std::string words = name.empty() ? std::string() : name + " · ";
  words += counted(f.figures.all_words, "word", "words");
  if (f.figures.excluded_blocks) {
    words += " · " + std::to_string(f.figures.excluded_blocks);
    if (!f.narrow()) words += " of " + std::to_string(d.article.blocks.size());
    words += f.figures.excluded_blocks == 1 && f.narrow() ? " block excluded" : " blocks excluded";
  }
  const bool no_title = !shows_title(d) && !has_title_block(d);
  if (no_title && !f.narrow()) words += " · no title found";
  if (f.view.field == Field::title) {
    const Rect r{page.x, middle - 16, page.column.width, 32};
    if (field(f, Field::title, "field.title", r, "Title of the article")) {
      f.send(session::SetTitle{f.view.typed});
      close_field(f);
    }
    return;
  }
  const std::string shown = cut(f, Font::sans, 12, words, page.column.width - (no_title ? 70 : 0));
  text(f, page.x, middle, Font::sans, 12, f.colours.muted, shown);
  if (no_title && !f.narrow() &&
      link(f, "link.add-title", page.x + width_of(f, Font::sans, 12, shown) + 7, middle, Font::sans, 12, "Add a title"))
    open_field(f, Field::title);
  float y = middle + kHeadLine / 2 + 8;
  const float size = size_of(page.column, TextStyle::title), line = line_height_of(page.column, TextStyle::title);
  for (const std::string& one : title_lines(f, page.column)) {
    text(f, page.x, y + line / 2, Font::serif_bold, size, f.colours.ink, one);
    y += line;
  }
}

void draw_article(Frame& f, const Rect& zone) {
  Clip clip(f, zone);
  f.view.places["article"] = zone;
  Page page = place(f, zone);
  draw_header(page);
  draw_blocks(page);
  read_article(page);
  draw_search_hits(page);
  draw_tints(page);
  draw_versions(page);
  draw_mark_lines(page);
  draw_words(page);
  draw_outlines(page);
  draw_margins(page);
  draw_links(page);
  draw_caret(page);
  draw_handles(page);
  draw_hover(page);
  draw_selection_palette(page);
}

}  // namespace ui
