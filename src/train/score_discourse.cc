#include "train/score_discourse.h"

#include <cstdio>
#include <string_view>
#include <vector>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "text/characters.h"
#include "train/claim_data.h"
#include "train/score_quotations.h"

namespace train {
namespace {

using document::Document;
using text::Span;

struct Sentence {
  Span span;
  const LabelledSentence* labelled = nullptr;
};

bool any_overlaps(const std::vector<Span>& spans, Span sentence) {
  for (const Span span : spans)
    if (overlaps(span, sentence)) return true;
  return false;
}

// NewsDiscourse counts what is said in so many words: not “announced”, “found” or “according to”, nor a belief.
bool is_said(std::string_view text, const document::Quotation& q) {
  if (q.type == document::kDirect || q.cue.empty()) return true;
  const std::string_view cue = slice(text, q.cue.front());
  const std::string first = text::to_lower(cue.substr(0, cue.find(' ')));
  for (const std::string_view verb : {"say", "says", "said", "saying", "tell", "tells", "told", "telling", "added", "adding", "asked", "replied", "stressed", "testified"})
    if (first == verb) return true;
  return false;
}

bool is_speech(const Document& d, Span sentence) {
  for (const document::Quotation& q : d.quotations)
    if (any_overlaps(q.content, sentence) && is_said(d.article.text.view(), q)) return true;
  return false;
}

bool is_excluded(const Document& d, Span sentence) {
  const document::Block* block = document::block_at(d, sentence.begin);
  return block && block->excluded;
}

void count(Share& share, const char* what, bool gold, bool found, const Sentence& s, bool verbose) {
  share.gold += gold;
  share.found += found;
  share.right += gold && found;
  if (verbose && gold != found) std::printf("  %-11s %-6s %s\n", what, gold ? "missed" : "added", s.labelled->text.c_str());
}

void print(const char* what, const Share& s) {
  std::printf("%-22s P %.1f  R %.1f  F1 %.1f  (%zu found, %zu marked)\n", what, s.precision(), s.recall(), s.f1(), s.found, s.gold);
}

}  // namespace

void score_discourse(const std::string& path, bool verbose) {
  const std::vector<LabelledSentence> all = read_sentences(path);
  Share speech, boilerplate;
  for (std::size_t i = 0; i < all.size();) {
    const std::string doc = all[i].doc;
    std::string bytes = all[i].headline;
    int paragraph = -1;
    std::vector<Sentence> sentences;
    for (; i < all.size() && all[i].doc == doc; ++i) {
      bytes += all[i].paragraph == paragraph ? " " : "\n\n";
      paragraph = all[i].paragraph;
      const auto begin = static_cast<std::uint32_t>(bytes.size());
      bytes += all[i].text;
      sentences.push_back({{begin, static_cast<std::uint32_t>(bytes.size())}, &all[i]});
    }
    const Document d = annotate::annotate(extract::article({.bytes = bytes, .kind = extract::Kind::text}).article);
    if (verbose) std::printf("%s\n", doc.c_str());
    for (const Sentence& s : sentences) {
      count(speech, "speech", s.labelled->speech, is_speech(d, s.span), s, verbose);
      count(boilerplate, "boilerplate", s.labelled->label == "NA", is_excluded(d, s.span), s, verbose);
    }
  }
  print("sentences of speech", speech);
  print("not the article's own", boilerplate);
}

}  // namespace train
