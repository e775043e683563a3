#include "text/abbreviations.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/characters.h"

namespace text {
namespace {

constexpr std::array<std::string_view, 77> kBeforeNames = {
    "adm",  "amb",  "apr",    "atty", "aug",  "ave",  "brig",  "capt",  "cf",  "cmdr", "col",  "comdr", "cpl", "dec", "det", "dr",
    "e.g",  "eg",   "feb",    "fig",  "fr",   "ft",   "gen",   "gov",   "hon", "i.e",  "insp", "jan",   "jul", "jun", "lt",  "m",
    "maj",  "mar",  "messrs", "mlle", "mme",  "mr",   "mrs",   "ms",    "mt",  "no",   "nos",  "nov",   "oct", "ofc", "p",   "pp",
    "pfc",  "pres", "prof",   "pvt",  "rep",  "reps", "ret",   "rev",   "sen", "sens", "sept", "sep",   "sgt", "spc", "sr",  "sra",
    "srta", "ss",   "st",     "ste",  "supt", "tech", "treas", "u.s.s", "v",   "vs",   "viz",  "vol",   "wm"};

constexpr std::array<std::string_view, 71> kOther = {
    "a.d",  "a.k.a", "a.m",  "ala",   "ariz", "ark",  "assn", "assoc", "b.c",  "bldg", "blvd", "bros", "calif", "co",   "colo",
    "conn", "corp",  "ct",   "d.c",   "del",  "dept", "dist", "e.u",   "est",  "etc",  "ext",  "fla",  "ga",    "govt", "ill",
    "inc",  "ind",   "intl", "jr",    "kan",  "ky",   "la",   "ltd",   "mass", "md",   "mfg",  "mich", "minn",  "miss", "mo",
    "mont", "neb",   "nev",  "okla",  "ore",  "p.m",  "pa",   "penn",  "ph.d", "plc",  "rd",   "s.c",  "sq",    "tenn", "tex",
    "u.k",  "u.n",   "u.s",  "u.s.a", "univ", "va",   "vt",   "wash",  "wis",  "wyo",  "esq"};

// Words that a sentence may well end with, and that are no abbreviation unless they are capitalised.
constexpr std::array<std::string_view, 22> kOnlyCapitalised = {"ala", "ark", "dec",  "del", "est",  "fig",  "gen", "ill",
                                                               "ind", "jan", "la",   "mar", "mass", "miss", "mo",  "no",
                                                               "ore", "pa",  "pres", "sat", "sen",  "wash"};

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.empty() || word.size() > 6) return Abbreviation::none;
  const std::string lower = to_lower(word);
  const bool capitalised = is_capitalised(word);
  if (!capitalised && holds(kOnlyCapitalised, lower)) return Abbreviation::none;
  if (lower == "no") return Abbreviation::none;  // "No." alone is a sentence; "No. 5" is told by the digit
  if (lower.size() == 1) return Abbreviation::none;
  if (holds(kBeforeNames, lower)) return Abbreviation::before_names;
  if (holds(kOther, lower)) return Abbreviation::other;
  return Abbreviation::none;
}

}  // namespace text
