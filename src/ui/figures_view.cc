// Figures over the article, in the middle and at the right: plain titles, the line below states a number, never a
// judgement. Labels stand at the bars; bars start at nothing.
#include <algorithm>
#include <cmath>
#include <map>

#include "ui/figures_export.h"
#include "ui/views.h"
#include "ui/words.h"

namespace ui {

using namespace document;

namespace {

constexpr float kBar = 28, kPitch = 38;

// The room for the words at the left of the bars.
float label_width(const Frame& f) { return f.narrow() ? 120.0f : 152.0f; }

std::string last_name(const Speaker& speaker) {
  const std::size_t blank = speaker.kind == kHuman ? speaker.name.rfind(' ') : std::string::npos;
  return blank == std::string::npos ? speaker.name : speaker.name.substr(blank + 1);
}

// The last name, or the whole where two have the same.
std::string name_in_figures(const Frame& f, const Speaker& speaker) {
  const std::string name = last_name(speaker);
  const auto& all = f.document().speakers;
  const bool shared = std::any_of(all.begin(), all.end(), [&](const Speaker& other) { return other.id != speaker.id && last_name(other) == name; });
  return shared ? speaker.name : name;
}

void draw_label(Frame& f, float right, float middle, std::string_view words) {
  const std::string shown = cut(f, Font::sans, 13, words, label_width(f) - 12);
  text(f, right - 12 - width_of(f, Font::sans, 13, shown), middle, Font::sans, 13, f.colours.ink, shown);
}

void draw_title(Frame& f, float x, float y, std::string_view title, std::string_view sentence, float width) {
  text(f, x, y, Font::serif_bold, 18, f.colours.ink, title);
  text(f, x, y + 23, Font::sans, 13, f.colours.muted, cut(f, Font::sans, 13, sentence, width));
}

// The speakers with counted words, the one who is heard most first.
std::vector<std::size_t> heard(const Frame& f) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < f.figures.voices.size(); ++i)
    if (f.figures.voices[i].words() > 0) out.push_back(i);
  std::stable_sort(out.begin(), out.end(),
                   [&](std::size_t a, std::size_t b) { return f.figures.voices[a].words() > f.figures.voices[b].words(); });
  constexpr std::size_t kMost = 8;
  if (out.size() > kMost) out.resize(kMost);
  return out;
}

float draw_shares(Frame& f, const Rect& r, const std::vector<std::size_t>& speakers) {
  if (speakers.empty()) return 0;
  const Voice& most = f.figures.voices[speakers.front()];
  const std::string sentence = name_in_figures(f, f.document().speakers[speakers.front()]) + ": " + with_commas(most.words()) + " of " +
                               with_commas(f.figures.quoted_words) + " words quoted or reported, " + std::to_string(most.quotations) +
                               " of " + std::to_string(f.figures.quotations) + " quotations";
  draw_title(f, r.x, r.y + 15, "Share of voice", sentence, r.width);
  float y = r.y + 64;
  const float left = r.x + label_width(f), width = r.width - label_width(f) - 60;
  for (const std::size_t i : speakers) {
    const Voice& v = f.figures.voices[i];
    draw_label(f, left, y + kBar / 2, name_in_figures(f, f.document().speakers[i]));
    const float bar = std::round(width * static_cast<float>(v.words()) / static_cast<float>(f.figures.quoted_words));
    fill(f, {left, y, bar, kBar}, speaker_colours(f.colours, static_cast<int>(i) + 1).strong);
    text(f, left + width + 12, y + kBar / 2, Font::sans_bold, 14, f.colours.ink, percent(v.words(), f.figures.quoted_words));
    y += kPitch;
  }
  return y - r.y;
}

float draw_directness(Frame& f, const Rect& r, const std::vector<std::size_t>& speakers) {
  draw_title(f, r.x, r.y + 15, "Direct and reported",
             with_commas(f.figures.direct_words) + " of " + with_commas(f.figures.quoted_words) + " words stand in quotation marks",
             r.width);
  float y = r.y + 64;
  const float left = r.x + label_width(f), width = r.width - label_width(f) - 60;
  for (const std::size_t i : speakers) {
    const Voice& v = f.figures.voices[i];
    const SpeakerColours& c = speaker_colours(f.colours, static_cast<int>(i) + 1);
    draw_label(f, left, y + kBar / 2, name_in_figures(f, f.document().speakers[i]));
    const float direct = std::round(width * static_cast<float>(v.direct_words) / static_cast<float>(v.words()));
    fill(f, {left, y, width, kBar}, c.tint);
    border(f, {left, y, width, kBar}, c.strong, 0, 1.5f);
    fill(f, {left, y, direct, kBar}, c.strong);
    text(f, left + width + 12, y + kBar / 2, Font::sans_bold, 14, f.colours.ink, percent(v.direct_words, v.words()));
    y += kPitch;
  }
  fill(f, {left, y - 2, 22, 10}, f.colours.line_strong);
  text(f, left + 30, y + 3, Font::sans, 13, f.colours.muted, "direct");
  border(f, {left + 93, y - 2, 22, 10}, f.colours.line_strong);
  text(f, left + 123, y + 3, Font::sans, 13, f.colours.muted, "reported");
  return y + 24 - r.y;
}

void hatched(Frame& f, const Rect& r) {
  Clip clip(f, r);
  for (float x = r.x - r.height; x < right_of(r); x += 8) line(f, x, bottom_of(r), x + r.height, r.y, f.colours.line, 1.6f);
}

float draw_strip(Frame& f, const Rect& r, const std::vector<std::size_t>& speakers) {
  draw_title(f, r.x, r.y + 15, "Where each speaker is heard", "From the first word to the last; hatched: excluded blocks", r.width);
  const float left = r.x + label_width(f), width = r.width - label_width(f), top = r.y + 66, row = 30;
  const auto length = static_cast<float>(std::max<std::size_t>(1, f.document().article.text.view().size()));
  const auto x_of = [&](std::uint32_t byte) { return std::round(left + width * static_cast<float>(byte) / length); };
  const float rows = static_cast<float>(speakers.size() + 1) * row;
  for (const Block& b : f.document().article.blocks)
    if (b.excluded) hatched(f, {x_of(b.span.begin), top - 10, std::max(1.0f, x_of(b.span.end) - x_of(b.span.begin)), rows + 10});
  float y = top;
  for (const std::size_t i : speakers) {
    const SpeakerColours& c = speaker_colours(f.colours, static_cast<int>(i) + 1);
    draw_label(f, left, y + row / 2, name_in_figures(f, f.document().speakers[i]));
    for (const Quotation& q : f.document().quotations) {
      if (q.speaker != f.document().speakers[i].id || is_rejected(q.review) || is_doubtful(q)) continue;
      for (const Span s : q.content) {
        const Rect bar{x_of(s.begin), y + 5, std::max(3.0f, x_of(s.end) - x_of(s.begin)), 20};
        fill(f, bar, q.type == kDirect ? c.strong : c.tint);
        if (q.type != kDirect) border(f, bar, c.strong, 0, 1.5f);
      }
    }
    y += row;
    fill(f, {left, y, width, 1}, f.colours.line);
  }
  draw_label(f, left, y + row / 2, "Claims");
  for (const Claim& c : f.document().claims)
    if (!is_rejected(c.review) && worth_of(c) != Worth::low) disc(f, x_of(c.spans.front().begin) + 6, y + row / 2, worth_of(c));
  fill(f, {left, y + row, width, 1}, f.colours.line);
  return y + row - r.y;
}

struct Tally {
  std::string label;
  int high = 0, medium = 0;
};

float draw_tally(Frame& f, const Rect& r, std::string_view title, std::string_view sentence, std::vector<Tally> all) {
  draw_title(f, r.x, r.y + 15, title, sentence, r.width);
  std::stable_sort(all.begin(), all.end(), [](const Tally& a, const Tally& b) { return a.high + a.medium > b.high + b.medium; });
  constexpr std::size_t kMostRows = 8;
  constexpr int kMostDiscs = 20;
  if (all.size() > kMostRows) all.resize(kMostRows);
  float y = r.y + 68;
  for (const Tally& t : all) {
    draw_label(f, r.x + label_width(f), y, t.label);
    const int count = t.high + t.medium;
    for (int i = 0; i < std::min(count, kMostDiscs); ++i)
      disc(f, r.x + label_width(f) + 7 + static_cast<float>(i) * 19, y, i < t.high ? Worth::high : Worth::medium, 14);
    text(f, r.x + label_width(f) + std::max(121.0f, static_cast<float>(std::min(count, kMostDiscs)) * 19 + 7), y, Font::sans, 13, f.colours.ink,
         std::to_string(count));
    y += 23;
  }
  return y - r.y;
}

// People against organisations, groups and the rest, in ink: a kind has no colour of its own.
float draw_kinds(Frame& f, const Rect& r) {
  const std::vector<KindShare> kinds = shares_by_kind(f.document(), f.figures);
  if (kinds.empty()) return 0;
  draw_title(f, r.x, r.y + 15, "Kinds of speakers", label_of(kinds.front().kind) + ": " + with_commas(kinds.front().words) + " of " +
                                                        with_commas(f.figures.quoted_words) + " words quoted or reported",
             r.width);
  float y = r.y + 64;
  const float left = r.x + label_width(f), width = r.width - label_width(f) - 60;
  for (const KindShare& k : kinds) {
    draw_label(f, left, y + kBar / 2, label_of(k.kind));
    fill(f, {left, y, std::round(width * static_cast<float>(k.words) / static_cast<float>(f.figures.quoted_words)), kBar}, f.colours.line_strong);
    text(f, left + width + 12, y + kBar / 2, Font::sans_bold, 14, f.colours.ink, percent(k.words, f.figures.quoted_words));
    y += kPitch;
  }
  return y - r.y;
}

std::vector<Tally> tallies(const Frame& f, bool by_type) {
  std::map<std::string, Tally> all;
  for (const Claim& c : f.document().claims) {
    const Worth worth = worth_of(c);
    if (is_rejected(c.review) || worth == Worth::low) continue;
    const Speaker* speaker = c.attribution.speaker ? find(f.document(), *c.attribution.speaker) : nullptr;
    Tally& t = all[by_type ? label_of(c.type) : speaker ? last_name(*speaker) + '\t' + speaker->id.text() : "Article"];
    if (t.label.empty()) t.label = by_type ? label_of(c.type) : speaker ? name_in_figures(f, *speaker) : "Article";
    ++(worth == Worth::high ? t.high : t.medium);
  }
  std::vector<Tally> out;
  for (auto& [key, tally] : all) out.push_back(tally);
  return out;
}

}  // namespace

void draw_figures(Frame& f, const Rect& zone) {
  Clip clip(f, zone);
  fill(f, zone, f.colours.paper);
  f.view.places["figures"] = zone;
  const float side = f.narrow() ? 16.0f : 32.0f;
  const Rect all{zone.x + side, zone.y - f.view.panel_scroll, zone.width - 2 * side, 0};
  const Rect back{all.x - 8, all.y + 12, 78, 32};
  if (button(f, "figures.back", back, "", {}, {.look = Look::quiet})) run(f, "show-quotations"), f.view.zone = Zone::article;
  icon(f, Icon::left, all.x + 8, all.y + 28, f.colours.ink);
  text(f, all.x + 23, all.y + 28, Font::sans, 13, f.colours.ink, "Article");
  text(f, all.x + 83, all.y + 28, Font::sans_bold, 16, f.colours.ink, "Figures");
  if (f.figures.open > 0 && !f.narrow())
    text(f, all.x + 153, all.y + 28, Font::sans, 13, f.colours.muted,
         counted(f.figures.open, "doubtful quotation is", "doubtful quotations are") + " not counted");
  const float csv = right_of(all) - button_width(f, "CSV"), svg = csv - button_width(f, "SVG") - 8;
  if (button(f, "figures.csv", {csv, all.y + 12, right_of(all) - csv, 32}, "CSV")) run(f, "export-figures", "csv");
  if (button(f, "figures.svg", {svg, all.y + 12, csv - 8 - svg, 32}, "SVG")) run(f, "export-figures", "svg");
  tooltip(f, "figures.csv", {csv, all.y + 12, right_of(all) - csv, 32}, "Download the numbers as a table");
  tooltip(f, "figures.svg", {svg, all.y + 12, csv - 8 - svg, 32}, "Download the charts as a picture");
  fill(f, {all.x, all.y + 56, all.width, 2}, f.colours.ink);
  float y = all.y + 70;
  const std::vector<std::size_t> speakers = heard(f);
  const bool two = all.width > 760;
  const float half = two ? (all.width - 48) / 2 : all.width;
  const auto pair = [&](auto first, auto second) {
    const float a = first(Rect{all.x, y, half, 0});
    const float b = second(Rect{two ? all.x + half + 48 : all.x, two ? y : y + a + 24, half, 0});
    y += two ? std::max(a, b) : a + b + 24;
  };
  if (speakers.empty()) {
    text(f, all.x, y + 30, Font::serif_bold, 18, f.colours.ink, "No quoted words yet");
    text(f, all.x, y + 54, Font::sans, 13, f.colours.muted, "Mark quotations and say who speaks; their words are counted here.");
    y += 80;
  } else {
    pair([&](const Rect& r) { return draw_shares(f, r, speakers); }, [&](const Rect& r) { return draw_directness(f, r, speakers); });
    y += 20;
    fill(f, {all.x, y, all.width, 1}, f.colours.line);
    y += 15 + draw_strip(f, {all.x, y + 15, all.width, 0}, speakers) + 31;
    fill(f, {all.x, y, all.width, 1}, f.colours.line);
    y += 15;
  }
  if (!speakers.empty()) {
    y += draw_kinds(f, {all.x, y, half, 0}) + 20;
    fill(f, {all.x, y, all.width, 1}, f.colours.line);
    y += 15;
  }
  const std::string low =
      f.figures.low_claims ? "; " + std::to_string(f.figures.low_claims) + " of low worth are not shown" : std::string();
  pair([&](const Rect& r) { return draw_tally(f, r, "Claims by type", "High and medium worth" + low, tallies(f, true)); },
       [&](const Rect& r) { return draw_tally(f, r, "Claims by speaker", "High and medium worth", tallies(f, false)); });
  scroll(f, "figures", zone, y + 32 - all.y, f.view.panel_scroll);
}

}  // namespace ui
