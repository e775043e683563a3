// The people and bodies that an article names, each once, with all its names.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "speaker/mentions.h"

namespace speaker {

struct Figure {
  std::string name;                // the fullest form seen
  std::vector<std::string> words;  // of it, folded
  NameKind kind = NameKind::open;
  rules::Gender gender = rules::Gender::unknown;
  std::vector<std::string> roles, aliases;
  bool said_he = false;            // “he” or “she” meant this one
  bool transcript = false;         // has turns to speak in one
  std::vector<std::string> nouns;  // the role nouns among the roles' words, in small letters: “minister”
  std::vector<std::string> role_words;  // all of them, in small letters: “prime”, “minister”
  std::uint32_t first = 0;         // byte of the first mention
  int mentions = 0, in_place = 0;  // of these, after “in”, “near”: what is mostly there is a place
  int first_words = 0;             // of these, a lone word that begins its sentence
  int plurals = 0;                 // of these, such a one that ends in s
  bool dateline = false;           // it is where the article was written

  // “Sales fell”: perhaps not a name at all
  bool is_weak() const { return kind == NameKind::open && first_words == mentions; }
  bool is_place() const { return dateline || (kind != NameKind::person && 2 * in_place > mentions); }
  // “Donors said”: people, none of whom has a name
  bool is_many() const { return kind == NameKind::open && plurals == mentions; }
};

class Cast {
 public:
  // Merges the mentions: full names first, then surnames, first names, initials of bodies. Each surname goes to the one who
  // bears it; where several do, to the one whom title or gender allows, and of these the last one mentioned.
  Cast(std::string_view text, std::vector<Mention>);

  const std::vector<Mention>& mentions() const { return mentions_; }
  const std::vector<int>& figure_of_mention() const { return figure_of_; }
  // True where two or more bear the name of this mention, both named not far before, and nothing but their order decided.
  const std::vector<bool>& doubtful() const { return doubtful_; }
  std::vector<Figure>& figures() { return figures_; }
  const std::vector<Figure>& figures() const { return figures_; }

 private:
  int full_name(const Mention&);
  int single_word(const Mention&, bool& doubtful);
  int add(const Mention&);
  void meet(int figure, const Mention&);
  void index(int figure);

  std::string_view text_;
  std::vector<Mention> mentions_;
  std::vector<int> figure_of_;
  std::vector<bool> doubtful_;
  std::vector<Figure> figures_;
  std::vector<std::uint32_t> last_seen_;  // for each figure, while surnames are given out
  std::map<std::string, std::vector<int>, std::less<>> by_last_, by_first_, by_initials_, by_prefix_;
};

// Edits (of letters) that turn one word into the other, or kFar if more than two.
inline constexpr int kFar = 3;
int distance(std::string_view a, std::string_view b);

}  // namespace speaker
