// What a noun can mean when an article comes back to somebody: “the judge” is the one called justice or magistrate, “the
// firm” the last company. Read once from assets/rules/en/speaker_nouns.tsv; other roles, bodies and documents mean themselves.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace speaker {

enum class NounKind : std::uint8_t { none, person, anyone, group, spokesperson, company, body, document };

struct Noun {
  NounKind kind = NounKind::none;
  std::vector<std::string_view> means;  // words of the role or the name of the one who is meant; empty: the noun itself
  bool listed = false;                  // in the table, not only in those of roles, bodies and documents

  bool is_person() const { return kind == NounKind::person || kind == NounKind::anyone || kind == NounKind::spokesperson; }
  bool is_body() const { return kind == NounKind::company || kind == NounKind::body; }
};

// `lower` in small letters.
Noun noun(std::string_view lower);

// True if the word says in a name what kind of body bears it: “Council”, “Police”. Such a body is not just any company.
bool tells_kind_of_body(std::string_view lower);

}  // namespace speaker
