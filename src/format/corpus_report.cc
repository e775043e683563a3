#include "format/corpus_report.h"

#include <algorithm>
#include <set>

#include "text/characters.h"
#include "text/segment.h"

namespace format {
namespace {

using namespace document;

constexpr std::size_t kTitles = 5, kOwnWords = 5;
constexpr std::size_t kLeastLetters = 4;  // shorter ones say little of what somebody speaks about

std::string percent(int thousandths) { return std::to_string(thousandths / 10) + "." + std::to_string(thousandths % 10); }

// RFC 4180; a cell that a spreadsheet would take for a formula is made a text.
std::string cell(const std::string& words) {
  std::string safe = !words.empty() && std::string_view("=+-@\t\r").find(words[0]) != std::string_view::npos ? "'" + words : words;
  if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string escaped(const std::string& words) {
  std::string out;
  for (const char c : words) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '\0') out += "\xEF\xBF\xBD";
    else out += c;
  }
  return out;
}

constexpr std::string_view kStyle =
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #8884;vertical-align:top}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}meter{width:6rem}";

}  // namespace

std::size_t CorpusReport::voice_of(const Speaker& s) {
  std::size_t at = voices_.size();
  for (const std::string& address : s.same_as)
    if (const auto found = by_address_.find(address); found != by_address_.end()) at = found->second;
  if (const auto found = by_name_.find(s.name); at == voices_.size() && found != by_name_.end()) at = found->second;
  if (at == voices_.size()) voices_.push_back({.name = s.name, .kind = s.kind.name()});
  by_name_.emplace(s.name, at);
  for (const std::string& address : s.same_as) by_address_.emplace(address, at);
  if (voices_[at].kind.empty()) voices_[at].kind = s.kind.name();
  return at;
}

void CorpusReport::add(const Document& d, const std::string& name) {
  const std::string_view text = d.article.text.view();
  ++articles_;
  std::map<std::string_view, std::size_t> voices;  // by the speaker's id here
  for (const Speaker& s : d.speakers) voices[s.id.text()] = voice_of(s);
  std::set<std::size_t> heard;
  std::map<std::size_t, std::set<std::uint32_t>> words_counted;
  for (const Quotation& q : d.quotations) {
    if (q.review.state == kRejected) continue;
    ++quotations_;
    const auto found = q.speaker ? voices.find(q.speaker->text()) : voices.end();
    Voice* const voice = found == voices.end() ? nullptr : &voices_[found->second];
    if (voice) {
      ++voice->quotations;
      voice->direct += q.type == kDirect;
      heard.insert(found->second);
    }
    std::set<std::uint32_t>& seen = words_counted[voice ? found->second : voices_.size()];
    for (const Span piece : q.content) {
      for (const text::Token& token : text::tokens(text, piece)) {
        if (token.kind != text::TokenKind::word || !seen.insert(token.span.begin).second) continue;
        ++(voice ? voice->words : unnamed_words_);
        if (!voice) continue;
        ++words_;
        const std::string word = text::to_lower(slice(text, token.span));
        if (word.size() >= kLeastLetters) ++voice->said[word];
      }
    }
  }
  for (const Claim& c : d.claims) {
    if (c.review.state == kRejected) continue;
    ++claims_;
    const auto found = c.attribution.speaker ? voices.find(c.attribution.speaker->text()) : voices.end();
    if (found == voices.end()) continue;
    ++voices_[found->second].claims;
    heard.insert(found->second);
  }
  for (const std::size_t at : heard) {
    ++voices_[at].articles;
    if (voices_[at].titles.size() < kTitles) voices_[at].titles.push_back(d.article.title.empty() ? name : d.article.title);
  }
}

std::vector<CorpusReport::Row> CorpusReport::rows() const {
  std::map<std::string_view, std::int64_t> all;  // how often anybody says a word
  for (const Voice& v : voices_)
    for (const auto& [word, count] : v.said) all[word] += count;
  std::vector<Row> out;
  for (const Voice& v : voices_) {
    if (v.articles == 0) continue;
    // A word is the speaker's own by how much more often than by chance it is said: its count squared by that of all.
    std::vector<std::pair<std::int64_t, std::string_view>> own;
    for (const auto& [word, count] : v.said)
      if (count > 1) own.push_back({-(count * count * 1000 / all[word]), word});
    std::sort(own.begin(), own.end());
    Row row{&v, words_ ? static_cast<int>((1000 * v.words + words_ / 2) / words_) : 0, "", ""};
    for (std::size_t i = 0; i < std::min(own.size(), kOwnWords); ++i) row.own_words += (i ? ", " : "") + std::string(own[i].second);
    for (const std::string& title : v.titles) row.titles += (row.titles.empty() ? "" : "; ") + title;
    if (v.articles > static_cast<std::int64_t>(v.titles.size())) row.titles += "; …";
    out.push_back(std::move(row));
  }
  std::stable_sort(out.begin(), out.end(), [](const Row& a, const Row& b) {
    return a.voice->words != b.voice->words ? a.voice->words > b.voice->words : a.voice->name < b.voice->name;
  });
  return out;
}

std::string CorpusReport::csv() const {
  std::string out = "speaker,kind,articles,quotations,direct,words,share_of_voice,claims,own_words,in\n";
  for (const Row& row : rows()) {
    const Voice& v = *row.voice;
    out += cell(v.name) + "," + cell(v.kind) + "," + std::to_string(v.articles) + "," + std::to_string(v.quotations) + "," +
           std::to_string(v.direct) + "," + std::to_string(v.words) + "," + percent(row.share) + "," + std::to_string(v.claims) + "," +
           cell(row.own_words) + "," + cell(row.titles) + "\n";
  }
  return out;
}

std::string CorpusReport::html() const {
  const auto counted = [](std::int64_t n, const std::string& one, const std::string& many) {
    return std::to_string(n) + " " + (n == 1 ? one : many);
  };
  const std::vector<Row> all = rows();
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>Who "
      "said what</title>\n<style>" +
      std::string(kStyle) + "</style>\n<h1>Who said what</h1>\n<p>" + counted(articles_, "article", "articles") + ", " +
      counted(quotations_, "quotation", "quotations") + ", " + counted(static_cast<std::int64_t>(all.size()), "speaker", "speakers") +
      ", " + counted(claims_, "claim", "claims") + ".";
  if (unnamed_words_ > 0) out += " " + counted(unnamed_words_, "quoted word has", "quoted words have") + " no speaker.";
  out +=
      "</p>\n<table>\n<thead><tr><th>Speaker</th><th>Share of voice</th><th class=\"n\">Words</th><th class=\"n\">Quotations</th><th "
      "class=\"n\">Direct</th>"
      "<th class=\"n\">Claims</th><th class=\"n\">Articles</th><th>Own words</th><th>In</th></tr></thead>\n<tbody>\n";
  for (const Row& row : all) {
    const Voice& v = *row.voice;
    const auto number = [](std::int64_t n) { return "<td class=\"n\">" + std::to_string(n) + "</td>"; };
    out += "<tr><td>" + escaped(v.name) + (v.kind.empty() || v.kind == "person" ? "" : " (" + escaped(v.kind) + ")") +
           "</td><td><meter max=\"1000\" value=\"" + std::to_string(row.share) + "\"></meter> " + percent(row.share) + " %</td>" +
           number(v.words) + number(v.quotations) + number(v.direct) + number(v.claims) + number(v.articles) + "<td>" +
           escaped(row.own_words) + "</td><td>" + escaped(row.titles) + "</td></tr>\n";
  }
  return out + "</tbody>\n</table>\n</html>\n";
}

}  // namespace format
