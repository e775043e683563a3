// The speakers of a document, made from the figures that its sources mean: one entry for each, in order of first mention, with
// its name, kind, roles and the forms that it goes by.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "speaker/stage.h"

namespace speaker {

// Who one source is.
struct Answer {
  int figure = -1;
  document::SourceForm form;
  const char* method = "";
  int confidence = 0;   // in thousandths: how often such an answer was right
  bool narrow = false;  // somebody else could be meant nearly as well
};

class Listing {
 public:
  // `source`: the words of the source that has the answer.
  void note(const Answer&, std::string_view source);

  // Gives the document its speakers, and each quotation the one of its figure; `who`: -1 where nobody is known. Speakers whom a person has
  // reviewed, or whom a reviewed mark names, stay as they are, and take what is found of them again.
  void write(document::Document&, const Stage&, std::vector<document::Quotation>, const std::vector<int>& who) const;

 private:
  document::Speaker made(const Stage&, int figure, const Answer&) const;

  std::map<int, Answer> answers_;  // the surest one for each figure that is a speaker
  std::map<int, std::vector<std::string>> pronouns_;
  std::map<int, std::set<std::string>> spokespeople_;
  std::map<int, std::set<std::string>> forms_;  // “the company”, “the minister”
};

}  // namespace speaker
