// Words that tell what kind of speaker somebody is: assets/rules/en/speaker_kinds.tsv, read once. All words in small letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace speaker {

// “premier”, “pope”: one person has it at a time, and needs no name.
bool is_office(std::string_view lower);

// “pleader”, “groundsman”; also by its ending: “electrician”, “sleep specialist”.
bool is_work(std::string_view lower);

// “teaches”, “chairs”: what somebody does for a living, after “who”.
bool is_doing(std::string_view lower);

// “KC”, “MP”, “Jr.”: letters behind a name.
bool is_after_name(std::string_view lower);

// “agency”, “union”: a body is called so though its name does not say it.
bool is_any_body(std::string_view lower);

// “twenty-three”, “several”, “dozens”, “52”: more than one of something.
bool is_quantity(std::string_view lower);

// “footnote”, “petition”: what is read, and so can say something. More than organisations.tsv has.
bool is_paper(std::string_view lower);

// “unit”, “television”: what speaks as a body. More than organisations.tsv has.
bool is_more_of_bodies(std::string_view lower);

// The words of a name, folded: “Tri-River [Electric]”, “Velmont [AG]”, “PalmCash”.
bool is_name_of_firm(std::string_view name, const std::vector<std::string>& words);

// “Chile”, “Latin America”: folded words of a name in claim_places.tsv.
bool is_name_of_place(const std::vector<std::string>& words);

}  // namespace speaker
