#include "speaker/mentions.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "speaker/kinds.h"
#include "speaker/nouns.h"
#include "speaker/pieces.h"
#include "speaker/roles.h"
#include "text/characters.h"
#include "text/quotation_marks.h"
#include "text/utf8.h"

namespace speaker {
namespace {

using namespace rules;
using text::Token;
using text::TokenKind;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestNoun = 7;   // words from a determiner to its noun
constexpr std::size_t kLongestHeadline = 24;

class Scanner {
 public:
  Scanner(std::string_view s, Mentions& out) : s_(s), out_(out.names), nouns_(out.nouns), sentences_(out.sentences) {}

  void scan(Span stretch) {
    pieces_ = pieces(s_, stretch);
    for (const Piece& piece : pieces_)
      if (piece.kind == TokenKind::word && !piece.capital) small_.insert(slice(s_, piece.span));
    const std::vector<Span> sentences = text::sentences(s_, stretch);
    const auto sentences_before = static_cast<std::uint32_t>(sentences_.size());
    for (const Span sentence : sentences) sentences_.push_back({sentence.begin, paragraph_});
    std::vector<Span> quoted;
    const auto marks = text::quotation_marks(s_, stretch);
    for (std::size_t i = 0; i < marks.size(); ++i)
      if (marks[i].opens && (quoted.empty() || quoted.back().end <= marks[i].span.begin))
        quoted.push_back(
            {marks[i].span.begin, marks[i].partner >= 0 ? marks[static_cast<std::size_t>(marks[i].partner)].span.end : stretch.end});
    std::size_t sentence = 0, quote = 0;
    subject_sentence_ = static_cast<std::uint32_t>(-1);
    before_name_ = {};
    for (std::size_t i = 0; i < pieces_.size();) {
      const std::uint32_t at = pieces_[i].span.begin;
      while (sentence + 1 < sentences.size() && sentences[sentence].end <= at) ++sentence;
      while (quote < quoted.size() && quoted[quote].end <= at) ++quote;
      position_ = {.sentence = sentences_before + static_cast<std::uint32_t>(sentence), .paragraph = paragraph_, .quoted = quote < quoted.size() && quoted[quote].begin <= at};
      if (const std::size_t end = noun_phrase(i); end > i) {
        i = end;
        continue;
      }
      if (is_quantity(pieces_[i].lower) && (i + 1 >= pieces_.size() || !pieces_[i + 1].capital)) {
        ++i;
        continue;
      }
      if (!can_be_name(pieces_[i]) && !(pieces_[i].lower[0] == '@' && pieces_[i].kind == TokenKind::word)) {
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      while (end < pieces_.size()) {
        if (can_be_name(pieces_[end]) || is_odd_surname(end)) ++end;
        else if (end + 1 < pieces_.size() && is_particle(pieces_[end]) && can_be_name(pieces_[end + 1])) end += 2;
        else if (joins_body(i, end)) end += 2;
        else if (pieces_[end].lower == "&" && end + 1 < pieces_.size() && can_be_name(pieces_[end + 1])) end += 2;
        else if (end + 1 < pieces_.size() && goes_on(pieces_[end - 1], pieces_[end]) && can_be_name(pieces_[end + 1])) end += 2;
        else if (is_member_for(end)) ++end;
        else break;
      }
      const bool starts_sentence = sentence < sentences.size() && sentences[sentence].begin == at;
      name(i, end, starts_sentence);
      i = end;
    }
    ++paragraph_;
  }

  // “Owners” is no name where the article has “owners”.
  bool is_small_elsewhere(const Mention& m) const {
    return m.first_word && m.kind == NameKind::open && m.role.empty() && m.apposition.empty() && small_.contains(text::to_lower(slice(s_, m.span)));
  }

 private:
  // The run of capitalised words [begin, end): which of them are the name, which the title.
  void name(std::size_t begin, std::size_t end, bool starts_sentence) {
    // “The President” alone is a role.
    const bool courtesy = end - begin > 1 && !pieces_[begin].entry->is(kRole) && pieces_[begin].entry->gender != Gender::unknown;  // Mr. King
    if (!courtesy && std::all_of(pieces_.begin() + static_cast<std::ptrdiff_t>(begin), pieces_.begin() + static_cast<std::ptrdiff_t>(end),
                    [](const Piece& p) { return p.entry->is(kTitleWord | kRole) && !p.entry->is(kFirstName); }))
      return;
    // “Democrats” are nobody in particular.
    const bool lettered = letters_follow(end);
    if (!lettered && pieces_[end - 1].entry->is(kGroupRole) && !pieces_[end - 1].entry->is(kFirstName)) return;
    // Springfield, [Va.]
    if (end - begin == 1 && pieces_[begin].lower.size() <= 6 && pieces_[begin].lower.ends_with(".") && begin > 0 &&
        pieces_[begin - 1].lower == ",")
      return;
    // Tom Hill, [R-Mich.]
    if (end - begin == 1 && pieces_[begin].lower.size() > 3 && pieces_[begin].lower[1] == '-' && begin > 0 && (pieces_[begin - 1].lower == "," || pieces_[begin - 1].lower == "(")) return;
    Mention mention{.position = position_};
    std::size_t first = begin;
    bool of_title = false;
    for (std::size_t i = begin; i < end; ++i)
      if (pieces_[i].entry->is(kTitleWord) && i + 1 < end && !(pieces_[i].entry->is(kFirstName) && i == begin)) {
        first = i + 1;
        mention.titled = true;
        if (pieces_[i].entry->gender != Gender::unknown) mention.gender = pieces_[i].entry->gender;
        of_title = pieces_[first].lower == "of";
        if (of_title) ++first;
      }
    // Groundsman [Pradeep Hill]; Treasurer [Ana Ruiz]; Liberal Democrat [Wyn Hill]
    bool by_work = false;
    for (std::size_t i = first; i + (mention.titled ? 1 : 2) < end && !pieces_[i].entry->is(kFirstName | kBody); ++i)
      if (is_work(pieces_[i].lower) || is_office(pieces_[i].lower) || rules::word(pieces_[i].lower + "s").is(kGroupRole)) first = i + 1, by_work = true;
    // Washington Post [Chris Hill]: what follows a body's name is another.
    for (std::size_t i = first; i + 1 < end; ++i)
      if (pieces_[i].entry->is(kBody) && !opens_name_of_body(i, begin) && pieces_[i + 1].lower != "of" && pieces_[i + 1].lower != "for" && pieces_[i + 1].lower != "&" &&
          !pieces_[i + 1].entry->is(kBody | kGroupRole) && i + 1 < end && !body_after(i + 1, end))
        first = i + 1;
    // Secretary of Defense [Pete Hegseth]; New York Times editor is told by its last word.
    for (std::size_t i = first; i + 1 < end; ++i)
      if (pieces_[i].entry->is(kFirstName) && !pieces_[i + 1].entry->is(kBody)) {
        // Abdi Yusuf Hill
        const Word& before = i > first ? *pieces_[first].entry : Word{};
        if (i == first + 1 && !before.is(kRole | kTitleWord | kBody | kGroupRole) && !is_name_of_place({folded(pieces_[first].lower)})) break;
        first = i;
        of_title = false;
        break;
      }
    if (const std::size_t words = words_of_post(begin, end); words > 0) first = begin + words;
    for (std::size_t i = begin + 1, place = 0; i < end; ++i) {
      if (is_member_for(i)) place = i + 1;
      if (place == 0 || i <= place || !pieces_[i].entry->is(kFirstName)) continue;
      first = i;
      by_work = true;
      break;
    }
    if (of_title) {
      if (end - first > 2) ++first;
      else first = begin, mention.titled = false;
    }
    if (first >= end) first = begin;
    // The Minister of Petroleum Resources, Mrs [Nkoyo Etuk], said: the words are a role of hers.
    if (pieces_[begin].entry->is(kRole | kTitleWord) && !pieces_[begin].entry->is(kFirstName) && begin + 1 < end && pieces_[begin + 1].lower == "of" && names_bearer(begin, end)) return;
    // Ravinder Jassal [KC]
    std::size_t letters = end;
    while (letters > first + 2 && is_after_name(pieces_[letters - 1].lower)) --letters;
    bool body = false, known_first = pieces_[first].entry->is(kFirstName);
    for (std::size_t i = first; i < end; ++i) {
      body = body || (pieces_[i].entry->is(kBody | kDocumentNoun) && !(known_first && (i == first || end - first == 2)));
      if (pieces_[i].lower == "of" || pieces_[i].lower == "for" || pieces_[i].lower == "&" || pieces_[i].lower == "and") body = true;
      if (i > first && !known_first && !mention.titled && tells_kind_of_body(pieces_[i].lower)) body = true;
    }
    mention.span = {pieces_[first].span.begin, pieces_[letters - 1].span.end};
    for (std::size_t i = first; i < letters; ++i)
      if ((!is_particle(pieces_[i]) || i == first) && !is_possessive(pieces_[i])) mention.words.push_back(folded(slice(s_, pieces_[i].span)));
    // Ó Briain, van Dyk: the surname alone
    if (end - first == 2 && is_particle(pieces_[first]) && mention.words.size() == 2) mention.words.erase(mention.words.begin());
    while (mention.words.size() > 1 && (mention.words.back() == "jr." || mention.words.back() == "sr." || mention.words.back() == "ii" ||
                                        mention.words.back() == "iii"))
      mention.words.pop_back();
    if (!mention.titled && !by_work && !known_first && (lettered || is_name_of_firm(slice(s_, mention.span), mention.words))) body = true;
    if (body) {
      mention.kind = NameKind::body;
      mention.titled = false;
    } else if (mention.titled || by_work || (known_first && end - first > 1)) {
      mention.kind = NameKind::person;
    }
    if (known_first && mention.gender == Gender::unknown && !(mention.titled && end - first == 1))
      mention.gender = pieces_[first].entry->gender;
    // A capital at the start of a sentence tells nothing about a single word that no table knows.
    if (starts_sentence && end - begin == 1 && mention.kind == NameKind::open && !known_first && is_common(begin)) return;
    role_before(pieces_, begin, first, mention);
    role_after(pieces_, end, mention);
    if (before_name_at_ == begin && !before_name_.empty()) {
      if (mention.apposition.empty()) mention.apposition = before_name_;
      if (mention.kind == NameKind::open) mention.kind = before_name_kind_;
      before_name_ = {};
    }
    std::size_t phrase = begin;
    while (phrase > 0 && pieces_[phrase - 1].span.begin >= mention.role.begin && !mention.role.empty()) --phrase;
    place(phrase, end, mention.position);
    mention.in_place = stands_in_place(begin);
    mention.dateline = is_dateline(begin, end);
    mention.first_word = starts_sentence && end - begin == 1;
    mention.plural = mention.first_word && mention.kind == NameKind::open && !known_first && pieces_[begin].lower.size() > 4 &&
                     pieces_[begin].lower.ends_with("s") && !pieces_[begin].lower.ends_with("ss") && !pieces_[begin].lower.ends_with("us");
    out_.push_back(std::move(mention));
  }

  // [Network] Rail, [Team] Velmont: a noun that any body may be called, and no first name after it, nor Council [Member].
  bool opens_name_of_body(std::size_t at, std::size_t begin) const {
    const Piece& next = pieces_[at + 1];
    return at == begin && noun(pieces_[at].lower).listed && !next.entry->is(kFirstName | kTitleWord | kRole | kGroupRole) && !rules::word(next.lower + "s").is(kGroupRole);
  }

  // “, Mrs Nkoyo Etuk,” after a role: noted for the name.
  bool names_bearer(std::size_t begin, std::size_t end) {
    if (end + 1 >= pieces_.size() || pieces_[end].lower != "," || !can_be_name(pieces_[end + 1])) return false;
    std::size_t name_end = end + 1;
    while (name_end < pieces_.size() && (can_be_name(pieces_[name_end]) || is_particle(pieces_[name_end]))) ++name_end;
    const bool person = pieces_[end + 1].entry->is(kTitleWord | kFirstName);
    const bool closed = name_end >= pieces_.size() || pieces_[name_end].lower == "," || pieces_[name_end].lower == "." || pieces_[name_end].lower == "(";
    if (!person || !closed || name_end < end + 3) return false;
    before_name_ = {pieces_[begin].span.begin, pieces_[end - 1].span.end};
    before_name_at_ = end + 1;
    before_name_kind_ = NameKind::person;
    return true;
  }

  // TD [for] Mayo Pat Hill: a name goes on behind the place.
  bool is_member_for(std::size_t at) const {
    if (at == 0 || at + 2 >= pieces_.size() || pieces_[at].lower != "for" || !is_work(pieces_[at - 1].lower) || !pieces_[at - 1].capital) return false;
    if (!can_be_name(pieces_[at + 1])) return false;
    for (std::size_t i = at + 2; i < pieces_.size() && i < at + 6 && can_be_name(pieces_[i]); ++i)
      if (pieces_[i].entry->is(kFirstName) && i + 1 < pieces_.size() && can_be_name(pieces_[i + 1])) return true;
    return false;
  }

  // Ambassador to the [United States] Ana Ruiz: how many words are the place, which goes with the role.
  std::size_t words_of_post(std::size_t begin, std::size_t end) const {
    std::size_t to = begin;
    if (to > 0 && pieces_[to - 1].lower == "the") --to;
    if (to < 2 || pieces_[to - 1].lower != "to" || !pieces_[to - 2].entry->is(kRole | kTitleWord)) return 0;
    std::vector<std::string> words;
    for (std::size_t i = begin; i + 2 < end; ++i) {
      words.push_back(folded(slice(s_, pieces_[i].span)));
      if (is_name_of_place(words)) return words.size();
    }
    return 0;
  }

  // Marcus [Fell], Theresa [May]
  bool is_odd_surname(std::size_t at) const {
    return at > 0 && pieces_[at].capital && pieces_[at].entry->is(kFinite | kTime | kModal) && pieces_[at - 1].capital && pieces_[at - 1].entry->is(kFirstName);
  }

  // (AFW): the letters of a body
  bool letters_follow(std::size_t end) const {
    if (end + 2 >= pieces_.size() || pieces_[end].lower != "(" || pieces_[end + 2].lower != ")") return false;
    const std::string_view letters = slice(s_, pieces_[end + 1].span);
    return letters.size() > 1 && letters.size() < 8 && text::is_all_capitals(letters);
  }

  // Ministry [of] Defence, Department [for] Transport, Friends [of] the; not Zenner Industries [of] Turin
  static bool goes_on(const Piece& noun_before, const Piece& joint) {
    if (joint.lower == "for") return noun_before.entry->is(kBody) && noun(noun_before.lower).listed;
    if (joint.lower != "of") return false;
    static constexpr std::array<std::string_view, 9> kFirms = {"industries", "holdings", "group", "airlines", "partners", "motors", "ltd", "plc", "inc"};
    if (std::find(kFirms.begin(), kFirms.end(), noun_before.lower) != kFirms.end()) return false;
    return noun_before.entry->is(kBody | kTitleWord) || tells_kind_of_body(noun_before.lower);
  }

  // Fire [and] Rescue, Dockers[’] Union: what goes on to the name of a body.
  bool joins_body(std::size_t begin, std::size_t at) const {
    if (at + 1 >= pieces_.size() || !can_be_name(pieces_[at + 1])) return false;
    const bool owner = (pieces_[at].lower == "'" || pieces_[at].lower == "’") && pieces_[at - 1].lower.ends_with("s");
    if (!owner && pieces_[at].lower != "and") return false;
    for (std::size_t i = begin; i < at; ++i)
      if (pieces_[i].entry->is(kFirstName | kTitleWord) || (!owner && pieces_[i].entry->is(kBody))) return false;
    std::size_t last = at + 1;
    while (last + 1 < pieces_.size() && last < at + 6 && (can_be_name(pieces_[last + 1]) || pieces_[last + 1].lower == "’" || pieces_[last + 1].lower == "'")) ++last;
    return (pieces_[last].entry->is(kBody) && noun(pieces_[last].lower).kind != NounKind::none) || tells_kind_of_body(pieces_[last].lower);
  }

  // The first one of a clause, unless a preposition or a verb stands before it.
  void place(std::size_t begin, std::size_t end, Position& position) {
    while (begin > 0 && pieces_[begin - 1].entry->is(kDeterminer) && !is_possessive(pieces_[begin - 1])) --begin;
    position.possessive = end < pieces_.size() && is_possessive(pieces_[end]);
    position.listener = begin > 0 && is_told(begin - 1);
    if (subject_sentence_ == position.sentence || position.possessive) return;
    const Piece* before = begin > 0 ? &pieces_[begin - 1] : nullptr;
    if (before && before->kind == TokenKind::word && !before->entry->is(kSubordinator | kCoordinator | kRelative | kAdverb | kTime)) return;
    if (before && before->entry->is(kPreposition) && !before->entry->is(kSubordinator)) return;
    position.subject = true;
    subject_sentence_ = position.sentence;
  }

  // told [the Gazette], seen by [the Gazette], in an interview with [the Gazette]
  bool is_told(std::size_t at) const {
    const std::string& word = pieces_[at].lower;
    if (word == "told" || word == "tells" || word == "tell" || word == "telling" || word == "informed" || word == "asked") return true;
    if (at == 0 || (word != "by" && word != "with" && word != "to")) return false;
    static constexpr std::array<std::string_view, 9> kShown = {"seen", "obtained", "reviewed", "interview", "quoted", "spoke", "shown", "reported", "published"};
    return std::find(kShown.begin(), kShown.end(), pieces_[at - 1].lower) != kShown.end();
  }

  // [PRAIRIE FORK], Ohio —; [Bengaluru]: opens an article
  bool is_dateline(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kToDash = 8;
    if (begin > 0) return false;
    for (std::size_t i = 0; i < end; ++i)
      if (!text::is_all_capitals(slice(s_, pieces_[i].span))) return false;
    for (std::size_t i = end; i < pieces_.size() && i < end + kToDash; ++i)
      if (pieces_[i].lower == "—" || pieces_[i].lower == "–" || pieces_[i].lower == "--") return true;
    return false;
  }

  bool stands_in_place(std::size_t begin) const {
    static constexpr std::array<std::string_view, 12> kWhere = {"in",      "near",  "at",     "from",  "across", "outside",
                                                                "through", "along", "around", "north", "into",   "on"};
    if (begin > 2 && pieces_[begin - 1].lower == "and" && pieces_[begin - 2].capital) begin -= 2;  // in North and [East Yorkshire]
    while (begin > 0 && pieces_[begin - 1].lower == "the") --begin;
    return begin > 0 && std::find(kWhere.begin(), kWhere.end(), pieces_[begin - 1].lower) != kWhere.end();
  }

  // “the company”, “an inspection report”, “residents”: the item after it, or `begin` where none begins. Not before a name,
  // whose role the words then are.
  std::size_t noun_phrase(std::size_t begin) {
    const Piece& first = pieces_[begin];
    if (first.kind != TokenKind::word) return begin;
    if (first.capital && begin + 2 < pieces_.size() && goes_on(first, pieces_[begin + 1]) && pieces_[begin + 2].capital) return begin;
    const bool after_owner = begin > 0 && is_possessive(pieces_[begin - 1]);
    const bool determined = first.entry->is(kDeterminer) && !is_possessive(first);
    if (!determined && !after_owner && !first.entry->is(kGroupRole)) return begin;
    std::size_t head = kNone;
    std::size_t i = begin + (determined ? 1 : 0);
    for (; i < pieces_.size() && i - begin < kLongestNoun; ++i) {
      const Piece& piece = pieces_[i];
      if (piece.kind == TokenKind::number && head == kNone) continue;
      if (piece.kind != TokenKind::word || is_possessive(piece)) break;
      const Noun means = noun(piece.lower);
      if (means.kind != NounKind::none && !(piece.entry->cue && head != kNone)) {
        head = i;
        continue;
      }
      if (piece.entry->is(kDeterminer | kPreposition | kCoordinator | kFinite | kModal | kRelative | kAuxiliary | kSubjectPronoun |
                          kObjectPronoun | kNegation) ||
          (piece.entry->is(kSubordinator)) || (piece.entry->cue && !piece.capital && piece.entry->form != VerbForm::base))
        break;
    }
    if (head == kNone) return begin;
    // the minister [Ana Ruiz]; the [Defence Ministry]: what has a capital is a name.
    if (head + 1 < pieces_.size() && can_be_name(pieces_[head + 1])) return begin;
    if (pieces_[head].capital && head + 2 < pieces_.size() && goes_on(pieces_[head], pieces_[head + 1]) && pieces_[head + 2].capital) return begin;
    const bool named = pieces_[head].capital && std::any_of(pieces_.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                                                            pieces_.begin() + static_cast<std::ptrdiff_t>(head) + 1, [](const Piece& p) {
                                                              return !p.entry->is(kTitleWord | kRole) && !noun(p.lower).listed;
                                                            });
    if (named || (head > begin + 1 && pieces_[head - 1].capital && !pieces_[head - 1].entry->is(kTitleWord | kRole) && !pieces_[head].entry->is(kRole))) return begin;
    // Portugal's prime minister, [Helena Duarte], said: the words are a role of hers.
    if (const Noun means = noun(pieces_[head].lower);
        head + 2 < pieces_.size() && pieces_[head + 1].lower == "," && can_be_name(pieces_[head + 2]) && means.kind != NounKind::group) {
      std::size_t end = head + 2;
      while (end < pieces_.size() && (can_be_name(pieces_[end]) || is_particle(pieces_[end]))) ++end;
      const bool closed = end >= pieces_.size() || pieces_[end].lower == "," || pieces_[end].lower == "." || pieces_[end].lower == "(" ||
                          pieces_[end].lower == "—" || pieces_[end].lower == "–";
      if (closed) {
        before_name_ = {pieces_[begin + (determined && head > begin ? 1 : 0)].span.begin, pieces_[head].span.end};
        before_name_at_ = head + 2;
        before_name_kind_ = means.is_person() ? NameKind::person : means.is_body() ? NameKind::body : NameKind::open;
        return head + 1;
      }
    }
    NounMention mention{.span = {first.span.begin, pieces_[head].span.end}, .noun = pieces_[head].lower, .position = position_};
    place(begin, head + 1, mention.position);
    nouns_.push_back(std::move(mention));
    return head + 1;
  }

  bool body_after(std::size_t from, std::size_t end) const {
    for (std::size_t i = from; i < end; ++i)
      if (pieces_[i].entry->is(kBody) || pieces_[i].lower == "of") return true;
    return false;
  }

  bool is_common(std::size_t i) const {
    const Word& entry = *pieces_[i].entry;
    return entry.is(kRole | kGroupRole | kGeneric) || entry.cue != nullptr || pieces_[i].lower.ends_with("ing") ||
           pieces_[i].lower.ends_with("ly");
  }

  std::string_view s_;
  std::unordered_set<std::string_view> small_;  // the words without a capital; looked up only
  std::vector<Mention>& out_;
  std::vector<NounMention>& nouns_;
  std::vector<Mentions::Sentence>& sentences_;
  Pieces pieces_;
  Span before_name_;  // “prime minister”, which the name at before_name_at_ follows
  std::size_t before_name_at_ = 0;
  NameKind before_name_kind_ = NameKind::open;
  std::uint32_t paragraph_ = 0;
  std::uint32_t subject_sentence_ = 0;  // which has its subject already
  Position position_;
};

// Obama [Sees]: in a headline every word has a capital; a name there ends where it does in the text below.
void mend_headline_names(std::string_view s, std::vector<Mention>& all, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    Mention& m = all[i];
    if (m.words.size() < 2 || m.kind == NameKind::body) continue;
    const auto known = [&](auto holds) { return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(end), all.end(), holds); };
    if (known([&](const Mention& other) { return other.words == m.words; })) continue;
    const bool surname = known([&](const Mention& other) { return other.words.back() == m.words.back(); });
    for (std::size_t length = m.words.size() - 1; length > 0; --length) {
      // Ana Ruiz [Slams Tom Hill]: the last word is a name as well.
      const auto is_other = [&](const Mention& other) {
        if (!surname) return other.words.back() == m.words[length - 1];
        return length > 1 && other.words.size() == length && std::equal(other.words.begin(), other.words.end(), m.words.begin());
      };
      if (!known(is_other)) continue;
      const std::vector<text::Token> tokens = text::tokens(s, m.span);
      m.words.resize(length);
      for (std::size_t t = 0; t < tokens.size(); ++t)
        if (t + 1 >= length && folded(slice(s, tokens[t].span)) == m.words.back()) {
          m.span.end = tokens[t].span.end;
          break;
        }
      m.apposition = {};
      break;
    }
  }
}

}  // namespace

Mentions mentions(const document::Document& d) {
  Mentions out;
  const std::string_view s = d.article.text.view();
  Scanner scanner(s, out);
  std::size_t headline_end = 0, headline_kept = 0;
  bool first = true;
  for (const document::Block& block : d.article.blocks) {
    if (block.excluded) continue;
    scanner.scan(block.span);
    if (first) headline_end = out.names.size();
    first = false;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < out.names.size(); ++i) {
    if (scanner.is_small_elsewhere(out.names[i])) continue;
    if (kept != i) out.names[kept] = std::move(out.names[i]);
    if (i < headline_end) headline_kept = kept + 1;
    ++kept;
  }
  out.names.resize(kept);
  headline_end = headline_kept;
  if (headline_end <= kLongestHeadline) mend_headline_names(s, out.names, 0, headline_end);
  return out;
}

}  // namespace speaker
