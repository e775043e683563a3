// What somebody who checks a statement searches for: the numbers, amounts, dates, places and names in it, in a form that
// can be compared. See document::ClaimFact.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/calendar.h"
#include "claim/words.h"
#include "document/document.h"

namespace claim {

// What the article knows beside the statement: its own day, and who its people and bodies are. Points into the document.
class Background {
 public:
  explicit Background(const document::Document&);

  std::string_view text() const { return text_; }
  const std::optional<Date>& published() const { return published_; }
  // Who goes by these words, in small letters; none if nobody or several do.
  const document::Speaker* speaker(const std::string& name) const;

 private:
  std::string_view text_;
  std::optional<Date> published_;
  std::map<std::string, const document::Speaker*, std::less<>> by_name_;  // null: several
};

// In text order, apart from each other. Linear in the words.
std::vector<document::ClaimFact> facts(const Background&, const std::vector<Word>& statement);

}  // namespace claim
