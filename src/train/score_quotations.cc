#include "train/score_quotations.h"

#include <algorithm>
#include <cstdio>
#include <tuple>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "quote/scene.h"
#include "text/characters.h"
#include "text/utf8.h"
#include "train/corpus.h"
#include "train/files.h"

namespace train {
namespace {

using text::Span;
using Words = std::vector<std::uint32_t>;  // numbers of words, sorted

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == '`'; }

std::vector<Span> words_in(std::string_view s) {
  std::vector<Span> words;
  bool apostrophe = false;
  for (std::uint32_t at = 0; at < s.size();) {
    const text::Character c = text::character_at(s, at);
    if (text::is_letter(c.code) || text::is_digit(c.code) || c.code == '_') {
      const bool goes_on = !words.empty() && (words.back().end == at || (apostrophe && words.back().end + text::character_before(s, at).size == at));
      if (goes_on) words.back().end = at + c.size;
      else words.push_back({at, at + c.size});
      apostrophe = false;
    } else {
      apostrophe = is_apostrophe(c.code) && !words.empty() && words.back().end == at;
    }
    at += c.size;
  }
  return words;
}

Words both(const Words& a, const Words& b) {
  Words out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

// Names are alike when their last words are, or the last word of the found one is some word of the gold one.
std::string last_name(std::string_view name, std::vector<std::string>* all) {
  static constexpr std::string_view kNoNames[] = {"mr", "mrs", "ms", "dr", "jr", "sr", "ii", "iii", "of", "the", "and", "for"};
  std::string last;
  for (const Span w : words_in(name)) {
    std::string word = text::to_lower(slice(name, w));
    for (const std::string_view ending : {"'s", "’s"})
      if (word.ends_with(ending)) word.resize(word.size() - ending.size());
    if (std::find(std::begin(kNoNames), std::end(kNoNames), word) != std::end(kNoNames)) continue;
    if (all) all->push_back(word);
    last = std::move(word);
  }
  return last;
}

bool same_name(std::string_view found, std::string_view gold) {
  std::vector<std::string> words;
  const std::string theirs = last_name(gold, &words), ours = last_name(found, nullptr);
  return !ours.empty() && (ours == theirs || (ours.size() > 2 && std::find(words.begin(), words.end(), ours) != words.end()));
}

class Article {
 public:
  Article(std::string_view text, const document::Document& d) : text_(text), words_(words_in(text)), in_marks_(words_.size()) {
    for (const quote::Passage& passage : quote::passages(d))
      for (const quote::Stretch& stretch : passage.stretches)
        for (const std::uint32_t w : of({stretch.span})) in_marks_[w] = true;
  }

  // Those of which at least half lies in a span.
  Words of(const std::vector<Span>& spans) const {
    Words out;
    for (const Span s : spans) {
      auto at = std::lower_bound(words_.begin(), words_.end(), s.begin, [](Span w, std::uint32_t begin) { return w.end <= begin; });
      for (; at != words_.end() && at->begin < s.end; ++at)
        if ((std::min(s.end, at->end) - std::max(s.begin, at->begin)) * 2 >= at->size()) out.push_back(static_cast<std::uint32_t>(at - words_.begin()));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  Words content(const std::vector<Span>& spans) const {
    Words out = of(spans);
    if (out.size() < 2) return out;
    const std::string first = text::to_lower(slice(text_, words_[out[0]]));
    if (first == "that" || first == "to" || first == "whether" || first == "if") out.erase(out.begin());
    return out;
  }

  std::size_t type_of(const Words& content) const {
    const auto marked = static_cast<std::size_t>(std::count_if(content.begin(), content.end(), [&](std::uint32_t w) { return in_marks_[w]; }));
    return marked == content.size() ? 0 : marked > 0 ? 1 : 2;
  }

  bool share_a_name(const Words& a, const Words& b) const {
    static constexpr std::string_view kSmall[] = {"the", "a", "an", "of", "and", "for", "in", "at", "on", "to", "from", "by", "with", "as"};
    for (const std::uint32_t w : both(a, b))
      if (std::find(std::begin(kSmall), std::end(kSmall), text::to_lower(slice(text_, words_[w]))) == std::end(kSmall)) return true;
    return false;
  }

 private:
  std::string_view text_;
  std::vector<Span> words_;
  std::vector<bool> in_marks_;
};

struct Mark {
  Words content, source;
  std::string name;
  std::size_t type = 0;
  int confidence = 0;
  int mate = -1;
};

void pair_up(std::vector<Mark>& gold, std::vector<Mark>& found) {
  std::vector<std::tuple<std::int64_t, std::size_t, std::size_t>> pairs;  // how unlike, gold, found
  for (std::size_t g = 0; g < gold.size(); ++g)
    for (std::size_t f = 0; f < found.size(); ++f) {
      const std::size_t shared = both(gold[g].content, found[f].content).size();
      const std::size_t all = gold[g].content.size() + found[f].content.size() - shared;
      if (shared == 0 || shared * 10 < all * 3 || shared * 2 < std::min(gold[g].content.size(), found[f].content.size())) continue;
      pairs.emplace_back(-static_cast<std::int64_t>(shared * 1'000'000 / all), g, f);
    }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [unlike, g, f] : pairs)
    if (gold[g].mate < 0 && found[f].mate < 0) gold[g].mate = static_cast<int>(f), found[f].mate = static_cast<int>(g);
}

void print(const char* what, const QuotationScore& s) {
  std::printf("%-12s %5zu | %5.1f | %5.1f | %5.1f | %5.1f | direct %5.1f %5.1f, mixed %5.1f %5.1f, indirect %5.1f %5.1f | %5.1f\n", what, s.exact.gold,
              s.exact.f1(), s.overlap.f1(), s.end_to_end.f1(), s.name.recall(), s.overlap_by_type[0].recall(), s.exact_by_type[0].f1(),
              s.overlap_by_type[1].recall(), s.exact_by_type[1].f1(), s.overlap_by_type[2].recall(), s.exact_by_type[2].f1(),
              s.errors_in_least_sure_tenth());
}

}  // namespace

double QuotationScore::errors_in_least_sure_tenth() const {
  std::vector<Sureness> sorted = found;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Sureness& a, const Sureness& b) { return a.confidence < b.confidence; });
  double all = 0, least = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    all += !sorted[i].right;
    if (i < sorted.size() / 10) least += !sorted[i].right;
  }
  return all > 0 ? 100 * least / all : 0;
}

void add_to(QuotationScore& score, const format::GoldArticle& gold_article, const document::Document& d, bool speech_only) {
  const Article article(gold_article.text, d);
  std::vector<Mark> gold, found;
  Words neutral;
  for (const format::GoldAttribution& a : gold_article.attributions) {
    Mark mark{.content = article.content(a.content), .source = article.of(a.source), .name = a.speaker};
    if (mark.content.empty()) continue;
    mark.type = article.type_of(mark.content);
    if (a.nested || (speech_only && !a.speech)) neutral.insert(neutral.end(), mark.content.begin(), mark.content.end());
    else gold.push_back(std::move(mark));
  }
  std::sort(neutral.begin(), neutral.end());
  neutral.erase(std::unique(neutral.begin(), neutral.end()), neutral.end());
  for (const document::Quotation& q : d.quotations) {
    if (speech_only && q.act == document::kAttitude) continue;
    Mark mark{.content = article.content(q.content), .source = article.of(q.source), .confidence = q.origin.confidence.value_or(1000)};
    if (mark.content.empty()) continue;
    const document::Speaker* speaker = q.speaker ? find(d, *q.speaker) : nullptr;
    if (speaker && speaker->kind != document::kUnnamed) mark.name = speaker->name;
    mark.type = article.type_of(mark.content);
    found.push_back(std::move(mark));
  }
  pair_up(gold, found);
  for (const Mark& f : found) {
    if (f.mate < 0 && both(f.content, neutral).size() * 2 >= f.content.size()) continue;
    ++score.exact.found, ++score.overlap.found, ++score.end_to_end.found;
    ++score.exact_by_type[f.type].found, ++score.overlap_by_type[f.type].found;
    if (f.mate < 0) score.found.push_back({f.confidence, false});
  }
  for (const Mark& g : gold) {
    const bool has_source = !g.source.empty() || !g.name.empty();
    ++score.exact.gold, ++score.overlap.gold, score.end_to_end.gold += has_source;
    ++score.exact_by_type[g.type].gold, ++score.overlap_by_type[g.type].gold;
    if (g.mate < 0) continue;
    const Mark& f = found[static_cast<std::size_t>(g.mate)];
    const bool same = g.content == f.content, named = !g.name.empty() && same_name(f.name, g.name);
    const bool right = named || article.share_a_name(g.source, f.source);
    if (!has_source) --score.end_to_end.found;
    ++score.overlap.right, score.exact.right += same, score.end_to_end.right += right && has_source;
    ++score.overlap_by_type[g.type].right, score.exact_by_type[g.type].right += same;
    if (!g.name.empty()) ++score.name.gold, ++score.name.found, score.name.right += named;
    score.found.push_back({f.confidence, right || !has_source});
  }
}

std::vector<std::optional<bool>> verdicts(const format::GoldArticle& gold_article, const document::Document& d) {
  const Article article(gold_article.text, d);
  std::vector<Mark> gold, found;
  Words neutral;
  for (const format::GoldAttribution& a : gold_article.attributions) {
    Mark mark{.content = article.content(a.content), .source = article.of(a.source), .name = a.speaker};
    if (mark.content.empty()) continue;
    if (a.nested) neutral.insert(neutral.end(), mark.content.begin(), mark.content.end());
    else gold.push_back(std::move(mark));
  }
  std::sort(neutral.begin(), neutral.end());
  for (const document::Quotation& q : d.quotations) {
    Mark mark{.content = article.content(q.content), .source = article.of(q.source)};
    const document::Speaker* speaker = q.speaker ? find(d, *q.speaker) : nullptr;
    if (speaker && speaker->kind != document::kUnnamed) mark.name = speaker->name;
    found.push_back(std::move(mark));
  }
  pair_up(gold, found);
  std::vector<std::optional<bool>> out;
  for (const Mark& f : found) {
    if (f.content.empty() || (f.mate < 0 && both(f.content, neutral).size() * 2 >= f.content.size())) {
      out.push_back(std::nullopt);
    } else if (f.mate < 0) {
      out.push_back(false);
    } else {
      const Mark& g = gold[static_cast<std::size_t>(f.mate)];
      const bool has_source = !g.source.empty() || !g.name.empty();
      out.push_back(!has_source || (!g.name.empty() && same_name(f.name, g.name)) || article.share_a_name(g.source, f.source));
    }
  }
  return out;
}

void score_quotations(const std::string& path) {
  const bool lines = path.ends_with(".jsonl");
  const text::Result<std::vector<format::GoldArticle>> articles = format::read_gold(lines ? read_file(path) : gold_of(path));
  if (!articles) stop(path + ": " + to_string(articles.error()));
  QuotationScore all, speech;
  for (const format::GoldArticle& gold : *articles) {
    const document::Document d = annotate::annotate(extract::article({.bytes = gold.text, .kind = extract::Kind::text}).article);
    add_to(all, gold, d, false);
    add_to(speech, gold, d, true);
  }
  std::printf("%-12s  gold | exact | overl |  e2e  | name  | by type: recall of overlap, F1 of exact                          | errors in the least sure tenth\n",
              "F1, percent");
  print("all", all);
  print("speech only", speech);
}

}  // namespace train
