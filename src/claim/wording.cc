#include "claim/wording.h"

#include <algorithm>
#include <initializer_list>

#include "claim/dates.h"
#include "rules/words.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace claim {
namespace {

using document::ClaimFact;
using document::Speaker;

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// “he” and “she” as their bearers' pronouns and first names tell; 0: not known.
char gender_of(const Speaker& s) {
  for (const std::string& pronoun : s.pronouns) {
    if (pronoun == "he") return 'h';
    if (pronoun == "she") return 's';
  }
  const rules::Gender gender = rules::word(text::to_lower(s.name.substr(0, s.name.find(' ')))).gender;
  return gender == rules::Gender::he ? 'h' : gender == rules::Gender::she ? 's' : 0;
}

bool is_person(const Speaker& s) { return s.kind == document::kHuman; }
bool is_body(const Speaker& s) { return s.kind == document::kOrganisation || s.kind == document::kGroup; }

class Writer {
 public:
  Writer(const Background& background, const std::vector<Word>& words, const std::vector<ClaimFact>& facts, const Voice& voice)
      : background_(background), text_(background.text()), words_(words), facts_(facts), voice_(voice) {}

  std::string run() {
    std::uint32_t done = words_.front().span.begin;
    std::size_t fact = 0;
    for (std::size_t at = 0; at < words_.size();) {
      while (fact < facts_.size() && facts_[fact].spans.front().begin < words_[at].span.begin) ++fact;
      const bool is_fact = fact < facts_.size() && facts_[fact].spans.front().begin == words_[at].span.begin;
      const std::size_t end = is_fact ? of_fact(at, facts_[fact]) : of_word(at);
      if (replacement_.empty()) {
        at = std::max(end, at + 1);
        continue;
      }
      out_ += text::slice(text_, {done, words_[at].span.begin});
      out_ += replacement_;
      replacement_.clear();
      done = words_[end - 1].span.end;
      at = end;
    }
    out_ += text::slice(text_, {done, words_.back().span.end});
    for (char& c : out_)
      if (c == '\n' || c == '\t') c = ' ';
    if (out_.front() >= 'a' && out_.front() <= 'z') out_.front() = static_cast<char>(out_.front() - 'a' + 'A');
    return out_ + ".";
  }

 private:
  std::string_view at(std::size_t i) const { return slice(text_, words_[i].span); }
  const std::string& word(std::size_t i) const {
    static const std::string none;
    return i < words_.size() ? words_[i].form : none;
  }
  bool is_genitive(std::size_t i) const { return word(i) == "'s" || word(i) == "'"; }

  // Sets replacement_, or not, and gives the end of the words that it stands for.
  std::size_t of_fact(std::size_t at, const ClaimFact& fact) {
    std::size_t end = at + 1;
    while (end < words_.size() && words_[end].span.begin < fact.spans.back().end) ++end;
    if (fact.kind.name() == "date") return of_date(at, end);
    const Speaker* who = background_.speaker(text::to_lower(slice(text_, fact.spans.front())));
    if (who) {
      named_ = named_ && named_ != who ? named_ : who;
      others_ = others_ || who != voice_.speaker;
      if (is_person(*who) && who->name != slice(text_, fact.spans.front()) && !was_told(*who)) replacement_ = who->name;
      told_.push_back(who);
    } else if (fact.kind.name() == "person") {
      others_ = true;
    }
    return end;
  }

  std::size_t of_date(std::size_t at, std::size_t end) {
    const auto date = date_at(text_, words_, at, background_.published());
    if (!date || !date->relative || !date->date) return end;
    const std::string day = in_words(*date->date);
    if (is_genitive(end)) {  // “Wednesday's vote”
      replacement_ = std::string(text::slice(text_, {words_[at].span.begin, words_[end].span.end})) + " [" + day + "]";
      return end + 1;
    }
    const std::string before = at > 0 ? word(at - 1) : std::string(), first = word(at);
    const bool led = is_one_of(before, {"on", "in", "by", "until", "till", "since", "from", "to", "before", "after", "of", "for", "during", "than", "the", "late", "early", "mid"});
    const bool night = is_one_of(first, {"tonight"}) || (first == "last" && word(at + 1) == "night"), part = first == "this" && is_one_of(word(at + 1), {"morning", "afternoon", "evening"});
    const bool is_noun = end < words_.size() && !words_[end].mark && at > 0 && words_[at - 1].is(WordClass::before_noun) && before != "on" && before != "in";  // “the Wednesday meeting”
    if (is_noun) replacement_ = std::string(text::slice(text_, {words_[at].span.begin, words_[end - 1].span.end})) + " [" + day + "]";
    else if (night) replacement_ = "on the night of " + day;
    else if (part) replacement_ = "on the " + word(at + 1) + " of " + day;
    else if (led) replacement_ = day;
    else replacement_ = (date->date->day > 0 && !date->date->week ? "on " : "in ") + day;
    return end;
  }

  bool was_told(const Speaker& who) const { return std::find(told_.begin(), told_.end(), &who) != told_.end(); }
  static std::string genitive(const std::string& name) { return name + (name.ends_with("s") ? "’" : "’s"); }
  // A noun goes on: “her plan”, not “told her on”.
  bool noun_follows(std::size_t at) const {
    return at + 1 < words_.size() && !words_[at + 1].mark && !words_[at + 1].is(WordClass::before_noun) && !words_[at + 1].is(WordClass::joiner);
  }

  std::size_t of_word(std::size_t at) {
    const std::string now = word(at);
    if (voice_.own_words && voice_.speaker && is_person(*voice_.speaker) && is_one_of(now, {"i", "me", "my", "we", "us", "our"})) return first_person(at, now);
    if (is_one_of(now, {"he", "him", "his", "she", "her", "hers", "himself", "herself"})) return third_person(at, now);
    if (is_one_of(now, {"it", "its", "they", "their", "them", "we", "our"})) return of_body(at, now);
    if (now == "the" && at + 1 < words_.size() && !words_[at + 1].mark) return body_by_noun(at);
    return at + 1;
  }

  std::size_t first_person(std::size_t at, const std::string& now) {
    const std::string& name = voice_.speaker->name;
    told_.push_back(voice_.speaker);
    if (now == "my") replacement_ = genitive(name);
    else if (now == "me") replacement_ = name;
    else if (now != "i") return bracketed(at, name + " and others");
    else return subject(at, name);
    return at + 1;
  }

  // “I was” is “Ana Ruiz was”, “I have” “Ana Ruiz has”; “I think” stays, with the name behind it.
  std::size_t subject(std::size_t at, const std::string& name) {
    const std::string next = word(at + 1);
    if (next == "am" || next == "'m") return replacement_ = name + " is", at + 2;
    if (next == "have" || next == "'ve") return replacement_ = name + " has", at + 2;
    if (next == "'ll") return replacement_ = name + " will", at + 2;
    const bool same_form = at + 1 < words_.size() && !is_one_of(next, {"do", "don't", "put", "cut", "hit", "set", "let", "quit", "shut"}) &&
                           (words_[at + 1].is(WordClass::past) || words_[at + 1].is(WordClass::modal));
    if (!same_form) return bracketed(at, name);
    replacement_ = name;
    return at + 1;
  }

  std::size_t bracketed(std::size_t at, const std::string& name) {
    if (!bracketed_) replacement_ = std::string(this->at(at)) + " [" + name + "]";
    bracketed_ = true;
    return at + 1;
  }

  std::size_t third_person(std::size_t at, const std::string& now) {
    const Speaker* who = voice_.own_words ? nullptr : voice_.speaker;
    if (named_ && is_person(*named_)) who = others_ && named_ != voice_.speaker && who && is_person(*who) ? nullptr : named_;
    else if (others_) who = nullptr;
    if (!who || !is_person(*who)) return at + 1;
    const char gender = gender_of(*who), wanted = now.starts_with("she") || now.starts_with("her") ? 's' : 'h';
    if (gender != 0 ? gender != wanted : !voice_.reported) return at + 1;
    if (was_told(*who)) return at + 1;  // the name stands before it already
    const bool possessive = now == "his" || (now == "her" && noun_follows(at));
    if (now.ends_with("self")) return at + 1;
    replacement_ = possessive ? genitive(who->name) : who->name;
    told_.push_back(who);
    return at + 1;
  }

  std::size_t of_body(std::size_t at, const std::string& now) {
    const Speaker* who = voice_.speaker;
    if (!who || !is_body(*who) || others_ || was_told(*who)) return at + 1;
    const bool first = now == "we" || now == "our";
    if (first ? !voice_.own_words : !voice_.reported) return at + 1;
    if (first) return bracketed(at, who->name);
    if (now == "it" && (at > 0 || !voice_.reported)) return at + 1;  // “said it was raining”
    replacement_ = now == "its" || now == "their" ? genitive(who->name) : who->name;
    told_.push_back(who);
    return at + 1;
  }

  // “the ministry”, by which a speaker goes
  std::size_t body_by_noun(std::size_t at) {
    for (std::size_t end = std::min(at + 4, words_.size()); end > at + 1; --end) {
      const std::string phrase = text::to_lower(text::slice(text_, {words_[at].span.begin, words_[end - 1].span.end}));
      const Speaker* who = background_.speaker(phrase);
      if (!who) who = background_.speaker(phrase.substr(4));
      if (!who || text::to_lower(who->name) == phrase || text::to_lower(who->name) == phrase.substr(4)) continue;
      if (!text::is_capitalised(who->name)) return at + 1;
      if (!was_told(*who)) replacement_ = (is_body(*who) ? "the " : "") + who->name;
      told_.push_back(who);
      return end;
    }
    return at + 1;
  }

  const Background& background_;
  std::string_view text_;
  const std::vector<Word>& words_;
  const std::vector<ClaimFact>& facts_;
  const Voice& voice_;
  std::string out_, replacement_;
  std::vector<const Speaker*> told_;  // whose names stand in the wording already
  const Speaker* named_ = nullptr;    // the first one who is named in the statement
  bool others_ = false;               // somebody else than the speaker is named in it
  bool bracketed_ = false;
};

}  // namespace

std::string wording(const Background& background, const std::vector<Word>& statement, const std::vector<ClaimFact>& facts, const Voice& voice) {
  if (statement.empty()) return {};
  return Writer(background, statement, facts, voice).run();
}

}  // namespace claim
