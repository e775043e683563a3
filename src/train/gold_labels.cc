#include "train/gold_labels.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "extract/extract.h"
#include "quote/link.h"
#include "train/corpus.h"
#include "train/files.h"

namespace train {
namespace {

using quote::Label;

// A later attribution's word holds where two claim the same one.
std::vector<Label> label(const quote::TaggedText& text, const format::GoldArticle& gold) {
  struct Owner {
    std::size_t attribution = 0;
    int role = -1;
    bool operator==(const Owner&) const = default;
  };
  std::vector<Owner> owners(text.tokens.size());
  const auto claim = [&](const std::vector<text::Span>& spans, std::size_t attribution, int role) {
    for (const text::Span span : spans) {
      auto at = std::lower_bound(text.tokens.begin(), text.tokens.end(), span.begin,
                                 [](const quote::TaggedToken& t, std::uint32_t begin) { return t.span.begin < begin; });
      for (; at != text.tokens.end() && at->span.begin < span.end; ++at) owners[static_cast<std::size_t>(at - text.tokens.begin())] = {attribution, role};
    }
  };
  for (std::size_t a = 0; a < gold.attributions.size(); ++a) {
    if (gold.attributions[a].nested) continue;
    claim(gold.attributions[a].source, a, 0);
    claim(gold.attributions[a].cue, a, 1);
    claim(gold.attributions[a].content, a, 2);
  }
  std::vector<Label> labels(owners.size(), Label::none);
  for (std::size_t i = 0; i < owners.size(); ++i) {
    if (owners[i].role < 0) continue;
    const bool goes_on = i > 0 && owners[i] == owners[i - 1] && text.tokens[i].paragraph == text.tokens[i - 1].paragraph;
    labels[i] = static_cast<Label>(1 + 2 * owners[i].role + (goes_on ? 1 : 0));
  }
  return labels;
}

// Cuts the text as `quoth annotate` would, and runs the sieves.
template <typename LookAt>
std::vector<Example> read(const std::string& path, const std::string& lines, LookAt look_at) {
  text::Result<std::vector<format::GoldArticle>> articles = format::read_gold(lines);
  if (!articles) stop(path + ": " + to_string(articles.error()));
  std::vector<Example> examples;
  for (format::GoldArticle& article : *articles) {
    Example e{.gold = std::move(article)};
    const document::Document d{.article = extract::article({.bytes = e.gold.text, .kind = extract::Kind::text}).article};
    if (d.article.text.view() != e.gold.text) stop(e.gold.id + ": the text is not valid UTF-8 with line feeds");
    const std::vector<quote::Passage> passages = quote::passages(d);
    std::vector<text::Span> paragraphs;
    for (const quote::Passage& passage : passages) paragraphs.push_back(passage.span);
    e.text = look_at(e.gold.text, paragraphs);
    e.reports = quote::reports_by_sieves(e.gold.text, passages);
    e.findings = quote::note_findings(e.text, e.reports);
    e.labels = label(e.text, e.gold);
    examples.push_back(std::move(e));
  }
  return examples;
}

}  // namespace

std::vector<Example> read_examples(const std::string& path, const model::PosTagger& pos) {
  const auto look_at = [&](const std::string& text, const std::vector<text::Span>& paragraphs) { return quote::look_at(text, paragraphs, pos); };
  return std::filesystem::is_directory(path) ? read(path, gold_of(path), look_at) : read(path, read_file(path), look_at);
}

std::vector<Example> read_examples(const std::string& path, const quote::Tagger& tagger) {
  return read(path, read_file(path), [&](const std::string& text, const std::vector<text::Span>& paragraphs) { return tagger.look_at(text, paragraphs); });
}

std::vector<quote::CueWord> learn_cue_words(const std::vector<Example>& examples) {
  struct Count {
    int all = 0, cue = 0, attitude = 0;
  };
  constexpr int kSeldom = 4;  // a word that was a cue less often says nothing
  std::map<std::uint32_t, Count> counts;
  for (const Example& e : examples) {
    std::vector<bool> attitude(e.text.tokens.size());
    for (const format::GoldAttribution& a : e.gold.attributions)
      for (const text::Span span : a.cue)
        for (std::size_t i = 0; i < attitude.size(); ++i)
          if (!a.speech && text::contains(span, e.text.tokens[i].span)) attitude[i] = true;
    for (std::size_t i = 0; i < e.labels.size(); ++i) {
      Count& count = counts[static_cast<std::uint32_t>(e.text.tokens[i].word.normal)];
      ++count.all;
      if (e.labels[i] != Label::cue && e.labels[i] != Label::cue_begin) continue;
      ++count.cue;
      count.attitude += attitude[i];
    }
  }
  std::vector<quote::CueWord> words;
  for (const auto& [word, n] : counts) {
    if (n.cue < kSeldom) continue;
    const int share = 100 * n.cue / n.all;
    const int strength = share >= 60 ? 5 : share >= 35 ? 4 : share >= 15 ? 3 : share >= 6 ? 2 : share >= 2 ? 1 : 0;
    if (strength > 0) words.push_back({word, static_cast<std::uint8_t>(strength), static_cast<std::uint8_t>(100 * n.attitude / n.cue)});
  }
  return words;
}

void mark_cues(std::vector<Example>& examples, const std::vector<quote::CueWord>& words) {
  for (Example& e : examples) quote::mark_cues(e.text, words);
}

}  // namespace train
