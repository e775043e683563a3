// Texts with their marks written into them, for tests: “{q Ana Ruiz| “Go,”} {cue| said} {source| Ruiz}.”
//
//   {q NAME| …}    the first piece of a quotation, and who says it; ? where nobody was found
//   {+q| …}        a further piece of the quotation before it
//   {cue| …}       {source| …}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

// The text without its marks.
std::string plain_text(std::string_view marked);

// The text of the document with its quotations marked; those that a person has rejected are left out.
std::string marked_text(const document::Document&);

// The text of the document with what is reported and how: “Ruiz {cue negated| did not say} {q| that it was safe}.” A cue
// without a word is of a report that was made.
std::string marked_reports(const document::Document&);

// The text of the document with its claims marked: “{quantity Ana Ruiz| Four people drowned}.” The second word is the
// speaker, or “article”.
std::string marked_claims(const document::Document&);

// An example of a spec file: a fenced block that begins with ```example, under a heading.
struct SpecExample {
  std::string file, heading, text;
  int line = 0;
  int number = 0;       // under its heading, from 1
  bool pasted = false;  // ```example pasted: goes through extract first, as pasted text does
};
std::ostream& operator<<(std::ostream&, const SpecExample&);

std::vector<SpecExample> spec_examples(const std::string& folder, const std::string& file);
