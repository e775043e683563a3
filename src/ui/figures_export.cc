#include "ui/figures_export.h"

#include <algorithm>

#include "ui/theme.h"
#include "ui/words.h"

namespace ui {

using namespace document;

namespace {

std::string escaped(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '"') out += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20) out += c;
    else out += ' ';
  }
  return out;
}

std::string hex(Colour c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "#";
  for (int shift = 20; shift >= 0; shift -= 4) out += kDigits[(c.rgb >> shift) & 15];
  return out;
}

// A small picture of rectangles and words on whole pixels.
class Picture {
 public:
  explicit Picture(int width) : width_(width) {}

  void words(int x, int y, std::string_view text, int size = 13, bool bold = false, bool to_the_left = false) {
    body_ += "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" font-size=\"" + std::to_string(size) + "\"" +
             (bold ? " font-weight=\"bold\"" : "") + (to_the_left ? " text-anchor=\"end\"" : "") + ">" + escaped(text) + "</text>\n";
  }
  void bar(int x, int y, int width, int height, Colour inside, Colour edge) {
    body_ += "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" + std::to_string(width) + "\" height=\"" +
             std::to_string(height) + "\" fill=\"" + hex(inside) + "\" stroke=\"" + hex(edge) + "\"/>\n";
  }
  std::string whole(int height, std::string_view title, std::string_view description) const {
    const std::string size = std::to_string(width_) + " " + std::to_string(height);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\" viewBox=\"0 0 " + size + "\" width=\"" +
           std::to_string(width_) + "\" height=\"" + std::to_string(height) + "\" font-family=\"'Noto Sans', sans-serif\" fill=\"#1e1c19\">\n" +
           "<title id=\"t\">" + escaped(title) + "</title>\n<desc id=\"d\">" + escaped(description) +
           "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#fcfbf8\"/>\n" + body_ + "</svg>\n";
  }

 private:
  int width_;
  std::string body_;
};

std::vector<std::size_t> by_words(const Figures& f) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < f.voices.size(); ++i)
    if (f.voices[i].words() > 0) out.push_back(i);
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return f.voices[a].words() > f.voices[b].words(); });
  return out;
}

int share(int length, int part, int whole) { return whole > 0 ? static_cast<int>(static_cast<long>(length) * part / whole) : 0; }

bool counts(const Quotation& q) { return !is_rejected(q.review) && !is_doubtful(q); }

// A cell of a table; one that a spreadsheet would take for a formula gets an apostrophe before it.
std::string cell(std::string_view words) {
  std::string out = "\"";
  if (!words.empty() && std::string_view("=+-@").find(words[0]) != std::string_view::npos) out += '\'';
  for (const char c : words) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

// Per cent with one decimal place, from whole numbers.
std::string tenths(std::uint64_t part, std::uint64_t whole) {
  const std::uint64_t n = whole ? (part * 1000 + whole / 2) / whole : 0;
  return std::to_string(n / 10) + "." + std::to_string(n % 10);
}

}  // namespace

Heard heard(const Document& d, const SpeakerId& speaker) {
  Heard out;
  for (const Quotation& q : d.quotations) {
    if (q.speaker != speaker || !counts(q)) continue;
    if (!out.at_all) out.first = q.content.front().begin;
    out.last = std::max(out.last, q.content.back().end);
    out.at_all = true;
  }
  return out;
}

std::vector<KindShare> shares_by_kind(const Document& d, const Figures& f) {
  std::vector<KindShare> out;
  for (std::size_t i = 0; i < f.voices.size(); ++i) {
    if (f.voices[i].words() == 0) continue;
    const SpeakerKind kind = d.speakers[i].kind.empty() ? kUnnamed : d.speakers[i].kind;
    auto at = std::find_if(out.begin(), out.end(), [&](const KindShare& k) { return k.kind == kind; });
    if (at == out.end()) at = out.insert(out.end(), {kind});
    at->words += f.voices[i].words();
    at->quotations += f.voices[i].quotations - f.voices[i].doubtful;
  }
  std::stable_sort(out.begin(), out.end(), [](const KindShare& a, const KindShare& b) { return a.words > b.words; });
  return out;
}

std::string figures_svg(const Document& d, const Figures& f) {
  constexpr int kWidth = 760, kLeft = 200, kBar = 440, kRow = 30;
  const Colours& colours = colours_of(Theme::light);
  Picture p(kWidth);
  const std::vector<std::size_t> speakers = by_words(f);
  int y = 34;
  const auto heading = [&](std::string_view title, std::string_view sentence) {
    p.words(24, y, title, 18, true);
    p.words(24, y + 22, sentence);
    y += 40;
  };
  const auto name = [&](std::size_t i) { p.words(kLeft - 12, y + 16, d.speakers[i].name, 13, false, true); };
  const auto colour = [&](std::size_t i) -> const SpeakerColours& { return speaker_colours(colours, static_cast<int>(i) + 1); };

  heading("Share of voice", with_commas(f.quoted_words) + " of " + with_commas(f.words) + " words are quoted or reported");
  for (const std::size_t i : speakers) {
    name(i);
    p.bar(kLeft, y, std::max(1, share(kBar, f.voices[i].words(), f.quoted_words)), 20, colour(i).strong, colour(i).strong);
    p.words(kLeft + kBar + 12, y + 16, percent(f.voices[i].words(), f.quoted_words) + ", " + counted(f.voices[i].words(), "word", "words"));
    y += kRow;
  }
  y += 34;
  heading("Direct and reported", with_commas(f.direct_words) + " of " + with_commas(f.quoted_words) + " words stand in quotation marks");
  for (const std::size_t i : speakers) {
    name(i);
    p.bar(kLeft, y, kBar, 20, colour(i).tint, colour(i).strong);
    if (f.voices[i].direct_words > 0)
      p.bar(kLeft, y, share(kBar, f.voices[i].direct_words, f.voices[i].words()), 20, colour(i).strong, colour(i).strong);
    p.words(kLeft + kBar + 12, y + 16, percent(f.voices[i].direct_words, f.voices[i].words()) + " direct");
    y += kRow;
  }
  y += 34;
  heading("Where each speaker is heard", "From the first word of the article to the last");
  const int length = static_cast<int>(std::max<std::size_t>(1, d.article.text.view().size()));
  for (const std::size_t i : speakers) {
    name(i);
    for (const Quotation& q : d.quotations) {
      if (q.speaker != d.speakers[i].id || !counts(q)) continue;
      for (const Span s : q.content)
        p.bar(kLeft + share(kBar, static_cast<int>(s.begin), length), y, std::max(3, share(kBar, static_cast<int>(s.size()), length)), 20,
              q.type == kDirect ? colour(i).strong : colour(i).tint, colour(i).strong);
    }
    y += kRow;
  }
  std::string description;
  for (const std::size_t i : speakers)
    description += (description.empty() ? "" : "; ") + d.speakers[i].name + " " + percent(f.voices[i].words(), f.quoted_words);
  return p.whole(y + 20, "Who is quoted in “" + d.article.title + "”", description);
}

std::string figures_csv(const Document& d, const Figures& f) {
  std::string out =
      "speaker,kind,quotations,words,direct words,reported words,share of words in per cent,share of quotations in per cent,claims,"
      "first heard in per cent of the article,last heard in per cent of the article\r\n";
  const std::size_t length = std::max<std::size_t>(1, d.article.text.view().size());
  for (std::size_t i = 0; i < f.voices.size(); ++i) {
    const Voice& v = f.voices[i];
    const Heard place = heard(d, d.speakers[i].id);
    out += cell(d.speakers[i].name) + "," + cell(d.speakers[i].kind.name());
    for (const int n : {v.quotations, v.words(), v.direct_words, v.reported_words}) out += "," + std::to_string(n);
    out += "," + tenths(static_cast<std::uint64_t>(v.words()), static_cast<std::uint64_t>(f.quoted_words)) + "," +
           tenths(static_cast<std::uint64_t>(v.quotations), static_cast<std::uint64_t>(f.quotations)) + "," + std::to_string(v.claims);
    out += place.at_all ? "," + tenths(place.first, length) + "," + tenths(place.last, length) : std::string(",,");
    out += "\r\n";
  }
  return out + "\"The article itself\",,0,0,0,0,,," + std::to_string(f.article_claims) + ",,\r\n";
}

}  // namespace ui
