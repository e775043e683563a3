// Counts over a document: who is quoted with how many words, and which marks wait for a word of the person.
// Pure; doubtful marks are not counted as quoted words until somebody has accepted them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/sureness.h"

namespace ui {

using document::Sureness;
std::string_view word_of(Sureness);  // "Sure"

// How much a claim is worth checking.
enum class Worth { high, medium, low };
std::string_view word_of(Worth);  // "Worth checking first", …

bool is_rejected(const document::Review&);
Worth worth_of(const document::Claim&);

// Which claims a list shows: all, or those of one band, one type, one speaker or of the article itself.
struct ClaimFilter {
  std::optional<Worth> worth;
  std::optional<document::ClaimType> type;
  std::optional<document::SpeakerId> speaker;
  bool by_article = false;  // those that nobody in it is said to have made

  bool shows(const document::Claim&) const;
  bool all() const { return !worth && !type && !speaker && !by_article; }
};

// The words in a stretch of text: runs of letters and digits. Linear.
int count_words(std::string_view);

struct Voice {
  int quotations = 0, doubtful = 0;
  int direct_words = 0, reported_words = 0;
  int claims = 0;
  bool accepted = false;  // one quotation at least
  int words() const { return direct_words + reported_words; }
};

struct Figures {
  int words = 0;      // of the article, without excluded blocks
  int all_words = 0;  // with them
  int excluded_blocks = 0;
  int quoted_words = 0;  // direct and reported, doubtful ones not counted
  int direct_words = 0;
  std::vector<Voice> voices;  // one for each of Document::speakers
  Voice unknown;              // quotations without a speaker
  int article_claims = 0;
  int quotations = 0, claims = 0, low_claims = 0;  // that are not rejected
  int open = 0;                                    // doubtful and suggested: what a review asks about first
  int unreviewed = 0;                              // suggested, doubtful or not: no person has had a word
  std::map<std::string, int> number_of;            // of a speaker, by id, counted from 1
};

Figures count(const document::Document&);

// Counts anew only if the document is another one.
class FigureCache {
 public:
  const Figures& of(const document::Document&);

 private:
  Figures figures_;
  document::Document counted_;
  bool valid_ = false;
};

// 0 for a quotation whose speaker is not known.
int number_of(const Figures&, const std::optional<document::SpeakerId>&);

}  // namespace ui
