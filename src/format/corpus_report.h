// Who speaks how much over many articles: speakers with their articles, quotations, share of voice, claims, and the words that
// they use more than others. Documents are added one by one and not kept, so memory grows with speakers and words only.
//
// A speaker of two articles is one if they share an address (sameAs), or the name. Rejected marks do not count; a word of a
// quotation counts once, however many pieces say it. Share of voice: a speaker's words of all words that have a speaker.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "document/document.h"

namespace format {

class CorpusReport {
 public:
  // `name`: of the file, for an article without a title.
  void add(const document::Document&, const std::string& name);

  // Speakers by the number of their words. A row each: speaker, kind, articles, quotations, direct, words, share of voice in
  // percent, claims, words of their own, titles of their first articles.
  std::string csv() const;
  std::string html() const;

 private:
  struct Voice {
    std::string name, kind;
    std::int64_t articles = 0, quotations = 0, direct = 0, words = 0, claims = 0;
    std::map<std::string, std::int64_t> said;  // in small letters
    std::vector<std::string> titles;
  };
  struct Row {
    const Voice* voice;
    int share;  // in thousandths
    std::string own_words, titles;
  };
  std::size_t voice_of(const document::Speaker&);
  std::vector<Row> rows() const;

  std::vector<Voice> voices_;
  std::map<std::string, std::size_t> by_name_, by_address_;
  std::int64_t articles_ = 0, quotations_ = 0, claims_ = 0, unnamed_words_ = 0, words_ = 0;
};

}  // namespace format
