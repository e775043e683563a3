#include "rules/words.h"

#include <cstdio>
#include <cstdlib>
#include <deque>
#include <unordered_map>

#include "rules/table.h"

namespace rules {
namespace {

struct NamedClass {
  std::string_view name;
  std::uint32_t bit;
};
constexpr NamedClass kClasses[] = {
    {"determiner", kDeterminer},
    {"pronoun", kSubjectPronoun},
    {"object", kObjectPronoun},
    {"preposition", kPreposition},
    {"subordinator", kSubordinator},
    {"relative", kRelative},
    {"question", kQuestionWord},
    {"coordinator", kCoordinator},
    {"auxiliary", kAuxiliary},
    {"be", kBe},
    {"modal", kModal},
    {"hypothetical", kHypothetical},
    {"negation", kNegation},
    {"adverb", kAdverb},
    {"time", kTime},
    {"finite", kFinite},
    {"generic", kGeneric},
    {"kicker", kKicker},
};

Gender gender_of(std::string_view pronoun) {
  if (pronoun == "he") return Gender::he;
  if (pronoun == "she") return Gender::she;
  if (pronoun == "they") return Gender::they;
  return Gender::unknown;
}

VerbForm form_of(std::string_view form, std::size_t index) {
  if (index == 0) return VerbForm::base;
  if (form.ends_with("ing")) return VerbForm::participle;
  return index == 1 ? VerbForm::third : VerbForm::past;
}

class Vocabulary {
 public:
  Vocabulary() {
    read_classes();
    read_cues();
    each_row("rules/en/titles.tsv", "titles", [&](const Table& t, const Table::Row& row, std::string_view form) {
      add(form, kTitleWord, gender_of(t.cell(row, "pronoun")));
    });
    each_row("rules/en/roles.tsv", "nouns", [&](const Table& t, const Table::Row& row, std::string_view form) {
      add(form, t.cell(row, "kind") == "group" ? kGroupRole : kRole, gender_of(t.cell(row, "pronoun")));
    });
    each_row("rules/en/organisations.tsv", "nouns", [&](const Table& t, const Table::Row& row, std::string_view form) {
      add(form, t.cell(row, "kind") == "document" ? kDocumentNoun : kBody, Gender::unknown);
    });
    each_row("rules/en/first_names.tsv", "names", [&](const Table& t, const Table::Row& row, std::string_view form) {
      add(form, kFirstName, gender_of(t.cell(row, "pronoun")));
    });
  }

  const Word& find(std::string_view lower) const {
    static const Word kNothing;
    const auto at = words_.find(lower);
    return at == words_.end() ? kNothing : at->second;
  }

 private:
  template <typename Visit>
  void each_row(std::string_view path, std::string_view column, Visit visit) {
    tables_.push_back(load(path));
    const Table& table = tables_.back();
    for (const Table::Row& row : table.rows)
      for (const std::string_view form : words(table.cell(row, column))) visit(table, row, form);
  }

  void add(std::string_view form, std::uint32_t classes, Gender gender) {
    Word& w = words_[form];
    w.classes |= classes;
    if (w.gender == Gender::unknown) w.gender = gender;
  }

  void read_classes() {
    each_row("rules/en/words.tsv", "class", [&](const Table& table, const Table::Row& row, std::string_view name) {
      for (const NamedClass& known : kClasses)
        if (known.name == name) {
          for (const std::string_view form : words(table.cell(row, "words"))) add(form, known.bit, Gender::unknown);
          return;
        }
      std::fprintf(stderr, "%s:%d: there is no class \"%.*s\"\n", table.path.c_str(), row.line, static_cast<int>(name.size()), name.data());
      std::abort();
    });
  }

  void read_cues() {
    tables_.push_back(load("rules/en/cues.tsv"));
    const Table& table = tables_.back();
    for (const Table::Row& row : table.rows) {
      const std::string_view takes = table.cell(row, "takes");
      const auto has = [&](char frame) { return takes.find(frame) != std::string_view::npos; };
      cues_.push_back({.lemma = std::string(table.cell(row, "lemma")),
                       .quotation = has('q'),
                       .clause = has('c'),
                       .that_clause = has('c') || has('t'),
                       .question = has('w'),
                       .infinitive = has('i'),
                       .addressee = has('o'),
                       .naming = has('n'),
                       .no_noun_phrase = has('x'),
                       .attitude = table.cell(row, "act") == "attitude"});
      const std::vector<std::string_view> forms = words(table.cell(row, "forms"));
      for (std::size_t i = 0; i < forms.size(); ++i) {
        Word& w = words_[forms[i]];
        if (w.cue) continue;
        w.cue = &cues_.back();
        w.form = form_of(forms[i], i);
      }
    }
  }

  std::deque<Table> tables_;  // own the words
  std::deque<Cue> cues_;
  std::unordered_map<std::string_view, Word> words_;  // looked up only, never gone through
};

std::vector<Phrase> read_phrases(std::string_view path, bool with_act) {
  std::vector<Phrase> out;
  const Table table = load(path);
  for (const Table::Row& row : table.rows) {
    Phrase phrase{.text = std::string(table.cell(row, "phrase"))};
    for (const std::string_view w : words(table.cell(row, "phrase"))) phrase.words.emplace_back(w);
    phrase.attitude = with_act && table.cell(row, "act") == "attitude";
    out.push_back(std::move(phrase));
  }
  return out;
}

}  // namespace

const Word& word(std::string_view lower) {
  static const Vocabulary vocabulary;
  return vocabulary.find(lower);
}

const std::vector<Phrase>& cue_phrases() {
  static const std::vector<Phrase> phrases = read_phrases("rules/en/cue_phrases.tsv", true);
  return phrases;
}

const std::vector<Phrase>& non_cues() {
  static const std::vector<Phrase> phrases = read_phrases("rules/en/non_cues.tsv", false);
  return phrases;
}

}  // namespace rules
