// The words that a person reads for what the document holds as names. Labels come from the tables of assets/rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "session/session.h"
#include "ui/figures.h"

namespace ui {

std::string label_of(const document::BlockRole&);    // "Related link"
std::string label_of(const document::ClaimType&);    // "Law or rule"
std::string label_of(const document::SpeakerKind&);  // "Organisation"

// The types of claims in the order of menus.
const std::vector<document::ClaimType>& claim_types();

// What stands under a speaker's name: the role, with a capital as a label has one, or the kind.
std::string role_of(const document::Speaker&);

// "1 quote", "3 quotes".
std::string counted(int n, std::string_view one, std::string_view many);
// "12,480": with a comma at the thousands.
std::string with_commas(int n);
// "65 %", of whole numbers.
std::string percent(int part, int whole);

// One decision behind a mark: a sentence, and the name of the rule that took it.
struct Reason {
  std::string sentence;
  std::string rule;
};
std::vector<Reason> why(const document::Document&, const document::Quotation&);
std::vector<Reason> why(const document::Document&, const document::Claim&);
Reason why(const document::Document&, const document::Block&);  // of its role, or of who changed it
// The same in a line: "number · comparison"; "marked by Ana".
std::string reasons_of(const document::Document&, const document::Claim&);

// What a tooltip says about a mark, in lines: who and what, why, how sure.
std::string about(const document::Document&, const session::Target&);

// “Is this said by Amara Diop?”: what a review asks about a mark.
std::string question_about(const document::Document&, const document::Quotation&);

}  // namespace ui
