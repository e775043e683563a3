#include "speaker/speaker.h"

#include <algorithm>
#include <map>
#include <set>

#include "document/sureness.h"
#include "speaker/echo.h"
#include "speaker/kinds.h"
#include "speaker/listing.h"
#include "speaker/pieces.h"
#include "text/characters.h"
#include "text/segment.h"

namespace speaker {
namespace {

using namespace rules;
using document::Document;
using document::Quotation;
using document::Speaker;
using document::SpeakerId;

struct SourceWord {
  Span span;
  std::string lower;
  const Word* entry = nullptr;
  bool capital = false;
};

constexpr const char* kFirstOfSeveral = "speaker/first-of-several";
constexpr std::string_view kDoubtful = "speaker/doubtful";
constexpr int kNobody = 700;   // how often a quotation of nobody known is right, in thousandths

bool is_owner(const std::string& lower) { return lower == "'s" || lower == "’s" || lower == "'" || lower == "’"; }

// 14:05 Ruiz says …: where the entries of a live blog begin. None if the article is none.
std::vector<std::uint32_t> entries(const Document& d) {
  constexpr std::size_t kFewest = 3;
  std::vector<std::uint32_t> out;
  const std::string_view s = d.article.text.view();
  const auto digit = [&](std::uint32_t i) { return i < s.size() && s[i] >= '0' && s[i] <= '9'; };
  for (const document::Block& block : d.article.blocks) {
    std::uint32_t i = block.span.begin;
    while (digit(i) && i < block.span.begin + 2) ++i;
    if (i == block.span.begin || i + 2 >= s.size() || (s[i] != ':' && s[i] != '.') || !digit(i + 1) || !digit(i + 2) || digit(i + 3)) continue;
    out.push_back(block.span.begin);
  }
  if (out.size() < kFewest) out.clear();
  return out;
}

std::vector<Span> contents(const Document& d) {
  std::vector<Span> out;
  for (const Quotation& q : d.quotations) out.insert(out.end(), q.content.begin(), q.content.end());
  std::sort(out.begin(), out.end());
  return out;
}

class Resolver {
 public:
  explicit Resolver(Document& d) : Resolver(d, mentions(d)) {}

  void run() {
    std::vector<Quotation> quotations(d_.quotations.begin(), d_.quotations.end());
    std::vector<int> who(quotations.size(), -1);
    for (std::size_t i = 0; i < quotations.size(); ++i) {
      Quotation& q = quotations[i];
      if (q.review.state != document::kSuggested) continue;
      q.speaker.reset();
      if (q.source.empty()) {
        q.source_form = document::kImplicitForm;
        continue;
      }
      const bool floats = has_method(q, "quote/floating");
      Answer answer;
      if (const auto same = resolved_.find(q.source.front().begin); same != resolved_.end()) answer = same->second;
      else stage_.advance(q.source.front().begin), answer = resolve(q);
      if (has_method(q, "quote/floating-paragraph"))
        if (const int other = in_turn(quotations, who, i); other >= 0) answer = {other, document::kImplicitForm, "speaker/in-turn", 700};
      who[i] = answer.figure;
      q.source_form = floats ? document::kImplicitForm : answer.form;
      q.origin.confidence = with_speaker(q.origin.confidence.value_or(1000), answer);
      if (answer.figure < 0) continue;
      resolved_.emplace(q.source.front().begin, answer);
      if (answer.narrow) q.origin.method += " + " + std::string(kDoubtful);
      settle_kind(answer, q);
      listing_.note(answer, slice(text_, q.source.front()));
      learn_gender(answer, q);
      const bool several = std::string_view(answer.method) == kFirstOfSeveral;
      stage_.speaks(answer.figure, q.source.front(), several ? Gender::they : floats ? Gender::unknown : spoken_as(q));
    }
    for (std::size_t i = 0; i < quotations.size(); ++i) echo(quotations, who, i);
    listing_.write(d_, stage_, std::move(quotations), who);
  }

 private:
  Resolver(Document& d, Mentions all)
      : d_(d), text_(d.article.text.view()), cast_(text_, std::move(all.names)), stage_(text_, cast_, std::move(all), contents(d), entries(d)) {}

  // Words in marks in a heading are whose they are in the text.
  void echo(std::vector<Quotation>& all, std::vector<int>& who, std::size_t i) const {
    constexpr int kEcho = 850;  // how often that is right, in thousandths
    Quotation& q = all[i];
    if (who[i] >= 0 || !q.source.empty() || q.review.state != document::kSuggested) return;
    const document::Block* block = document::block_at(d_, q.content.front().begin);
    if (!block || (block->role != document::kHeading && block->role != document::kTitle)) return;
    const int same = echoed_by(text_, all, i);
    if (same < 0 || who[static_cast<std::size_t>(same)] < 0) return;
    who[i] = who[static_cast<std::size_t>(same)];
    q.origin.method += " + speaker/echo";
    q.origin.confidence = kEcho;
  }

  int named() const { return stage_.named(); }
  static bool has_method(const Quotation& q, std::string_view rule) { return q.origin.method.find(rule) != std::string::npos; }

  // Somebody whom “it” or “the company” means is a body; the caller of a broadcast is none.
  void settle_kind(const Answer& answer, const Quotation& q) {
    if (answer.figure >= named()) return;
    Figure& f = cast_.figures()[static_cast<std::size_t>(answer.figure)];
    const std::string_view method = answer.method, words = slice(text_, q.source.front());
    if (f.kind == NameKind::open && (method == "speaker/body-noun" || method == "speaker/spokesperson" || words == "it" || words == "It"))
      f.kind = NameKind::body;
    if (f.kind == NameKind::body && has_method(q, "quote/transcript") && f.words.size() == 1 && text::is_all_capitals(f.name) &&
        !speaker::noun(f.words[0]).is_body())
      f.kind = NameKind::person;
    f.transcript = f.transcript || has_method(q, "quote/transcript");
    f.said_he = f.said_he || words == "he" || words == "He" || words == "she" || words == "She";
  }

  void learn_gender(const Answer& answer, const Quotation& q) {
    const std::string word = text::to_lower(slice(text_, q.source.front()));
    if (answer.form == document::kPronounForm && (word == "he" || word == "she")) stage_.learn_gender(answer.figure, word == "he" ? Gender::he : Gender::she);
  }

  // A spokeswoman, who stands for the ministry, is “she”.
  Gender spoken_as(const Quotation& q) const {
    const std::string noun = noun_phrase(text_, q.source.front()).noun;
    if (speaker::noun(noun).kind != NounKind::spokesperson) return Gender::unknown;
    return rules::word(noun).gender == Gender::unknown ? Gender::they : rules::word(noun).gender;
  }

  // “Did you?” said Hill.⏎“No,” said Ruiz.⏎“Never?”: where two speak in turn, the next one is the other.
  int in_turn(const std::vector<Quotation>& all, const std::vector<int>& who, std::size_t i) const {
    if (i < 2 || who[i - 1] < 0 || who[i - 2] < 0 || who[i - 1] == who[i - 2]) return -1;
    const auto paragraph = [&](std::size_t k) { return stage_.paragraph_at(all[k].content.front().begin); };
    if (paragraph(i - 2) + 1 != paragraph(i - 1) || paragraph(i - 1) + 1 != paragraph(i)) return -1;
    for (const std::size_t k : {i - 2, i - 1})
      if (all[k].type != document::kDirect) return -1;
    return who[i - 2];
  }

  std::vector<SourceWord> words_of(Span span) const {
    std::vector<SourceWord> out;
    for (const text::Token& token : text::tokens(text_, span)) {
      const std::string_view word = slice(text_, token.span);
      out.push_back({.span = token.span, .lower = text::to_lower(word), .capital = has_capital(word)});
      out.back().entry = &rules::word(out.back().lower);
    }
    return out;
  }

  static Answer answered(const Meant& meant, document::SourceForm form) { return {meant.who, form, meant.method, meant.confidence, meant.narrow}; }

  // Right are a quotation and its speaker. Where two could be meant a person is asked.
  static int with_speaker(int confidence, const Answer& answer) {
    const int both = (confidence * (answer.figure < 0 ? kNobody : answer.confidence) + 500) / 1000;
    return answer.narrow ? std::min(both, document::kLikelyFrom - 1) : both;
  }

  Answer resolve(const Quotation& q) {
    Span source = q.source.front();
    std::vector<SourceWord> words = words_of(source);
    // Trump’s claim
    while (words.size() > 1 && (is_owner(words.back().lower) || words.back().lower == ",")) words.pop_back();
    while (words.size() > 2 && words.back().capital && is_after_name(words.back().lower)) words.pop_back();  // Ravinder Hill KC
    if (words.empty()) return {};
    source.end = words.back().span.end;
    if (words.size() == 1) {
      const std::string& w = words[0].lower;
      const auto pronoun = [&](Pronoun p) { return answered(stage_.meant_by(p, source.begin), document::kPronounForm); };
      if (w == "he" || w == "his" || w == "him" || w == "himself") return pronoun(Pronoun::he);
      if (w == "she" || w == "her" || w == "hers" || w == "herself") return pronoun(Pronoun::she);
      if (w == "they" || w == "their" || w == "them") return they(source);
      if (w == "it" || w == "its") return pronoun(Pronoun::it);
      if (words[0].entry->is(kRelative)) return antecedent(source);
      if (w == "i" && !has_method(q, "quote/transcript")) return narrator(source);
      if (!words[0].capital && words[0].entry->is(kSubjectPronoun | kObjectPronoun | kDeterminer) && !words[0].entry->is(kGeneric))
        return {.form = document::kPronounForm};
      if (w == "we" || w == "you") return {.form = document::kPronounForm};
      if (w == "a" && has_method(q, "quote/transcript")) return interviewee(source);
    }
    if (words.size() == 2 && words[0].lower == "the" && (words[1].lower == "latter" || words[1].lower == "former"))
      return one_of_two(source, words[1].lower == "latter");
    if (const Answer name = name_in(q, source, words); name.figure >= 0) return name;
    return answered(stage_.meant_by(noun_phrase(text_, source)), document::kNominalForm);
  }

  // The name that a source has for its head: [Ana Ruiz] of Leeds; Ruiz’s lawyer, [Tom Hill]; the minister, [Ana Ruiz], said
  Answer name_in(const Quotation& q, Span source, const std::vector<SourceWord>& words) {
    const auto& all = cast_.mentions();
    const std::size_t first = index_before(source.begin);
    const auto named_by = [&](std::size_t i, int confidence) {
      Figure& f = cast_.figures()[static_cast<std::size_t>(cast_.figure_of_mention()[i])];
      if (cast_.doubtful()[i]) return Answer{cast_.figure_of_mention()[i], document::kNameForm, "speaker/one-of-several", 780, true};
      return Answer{cast_.figure_of_mention()[i], document::kNameForm, "speaker/name", f.words.size() > 1 ? confidence : confidence - 100};
    };
    // Executive director of the Dallas chapter [Ana Ruiz]
    if (const std::size_t i = first_after(all, source.end); i > first && all[i - 1].span.end == source.end) {
      const Mention& last = all[i - 1];
      const std::uint32_t begin = last.span.begin;
      const bool open_role = words[0].entry->is(kRole | kTitleWord) || is_work(words[0].lower) || (words.size() > 1 && (words[1].entry->is(kRole) || (words[1].capital && is_work(words[1].lower))));
      const std::string_view between = text_.substr(source.begin, last.span.begin - source.begin);
      std::size_t before = words.size();
      while (before > 0 && words[before - 1].span.end > begin) --before;
      const bool free = before > 0 && !words[before - 1].entry->is(kPreposition | kCoordinator | kDeterminer) && !is_owner(words[before - 1].lower);
      if (begin > source.begin && open_role && free && last.kind != NameKind::body && last.words.size() > 1 && between.find(',') == std::string_view::npos &&
          between.find(" and ") == std::string_view::npos && between.find(" who ") == std::string_view::npos) {
        Figure& f = cast_.figures()[static_cast<std::size_t>(cast_.figure_of_mention()[i - 1])];
        f.kind = NameKind::person;
        add_role(f, words, before);
        return named_by(i - 1, 930);
      }
    }
    // The head ends before “for the bank”, “, the mayor”, “who left”, and before “of” where a name ends there.
    std::size_t head = words.size();
    std::size_t name = first;
    for (std::size_t i = 1; i < words.size() && head == words.size(); ++i) {
      while (name < all.size() && all[name].span.end < words[i - 1].span.end) ++name;
      const bool after_name = name < all.size() && all[name].span.end == words[i - 1].span.end && all[name].span.begin >= source.begin;
      const bool of_title = words[i].lower == "of" && words[i - 1].capital && !after_name;
      const bool inside_name = name < all.size() && all[name].span.begin < words[i].span.begin && words[i].span.end <= all[name].span.end;
      if (!of_title && !inside_name &&
          ((words[i].entry->is(kPreposition) && !words[i].capital) || words[i].lower == "," || words[i].lower == "(" ||
           words[i].entry->is(kRelative)))
        head = i;
    }
    const std::uint32_t head_end = words[head - 1].span.end;
    std::size_t at = first;
    int names = 0;
    bool ends_with_name = false;
    for (; at < all.size() && all[at].span.begin < head_end; ++at) {
      ++names;
      ends_with_name = all[at].span.end >= head_end;
    }
    bool joined = false;
    for (std::size_t i = 0; i < head; ++i)
      joined = joined || ((words[i].lower == "and" || words[i].lower == "&") && !(names > 0 && contains(all[at - 1].span, words[i].span)));
    const SourceWord& noun = words[head - 1];
    const bool noun_is_role = noun.entry->is(kRole | kGroupRole | kGeneric | kDocumentNoun) && !noun.capital;
    if (ends_with_name && !joined && !noun_is_role) {
      if (all[at - 1].span.end > source.end)
        if (const int part = called(words); part >= 0) return {part, document::kNameForm, "speaker/name", 870};
      Figure& f = cast_.figures()[static_cast<std::size_t>(cast_.figure_of_mention()[at - 1])];
      const bool more = all[at - 1].span.begin > source.begin;
      if (f.kind == NameKind::open && (more || has_method(q, "quote/transcript")))
        f.kind = words[0].lower == "the" ? NameKind::body : NameKind::person;
      return named_by(at - 1, 970);
    }
    if (joined) return first_of_several(words, head, source);
    if (ends_with_name) return {};
    // a spokesman for the department, Karl Voss; The chair, Dame Ruth Carswell, said
    const bool may_be_named = noun.entry->is(kRole | kTitleWord | kGeneric | kBody) || speaker::noun(noun.lower).kind != NounKind::none;
    const bool perhaps = may_be_named || noun.lower.ends_with("er") || noun.lower.ends_with("or") || noun.lower.ends_with("ist") || noun.lower == "mate";
    for (; at < all.size(); ++at) {
      constexpr std::string_view kDash = "— ";
      const std::uint32_t begin = all[at].role.empty() ? all[at].span.begin : all[at].role.begin;
      if (begin > source.end + 1 + kDash.size()) break;
      const bool dashed = begin >= source.end && text_.substr(0, begin).ends_with(kDash) && text_.substr(all[at].span.end, 1 + kDash.size()) == " — ";
      if (!dashed && (begin < source.begin + 2 || !text_.substr(0, begin).ends_with(", "))) continue;
      // one of the family’s lawyers, [Tom Hill]: what a source ends with is its name.
      const bool other_name = all[at].kind == NameKind::body && speaker::noun(noun.lower).is_body();  // the health agency, WHO
      if (begin < source.end && all[at].span.end == source.end && !noun.entry->is(kGroupRole) && !other_name) return named_by(at, 930);
      if (!perhaps) continue;
      const bool person_noun = !speaker::noun(noun.lower).is_body() && speaker::noun(noun.lower).kind != NounKind::document;
      if (all[at].kind == (person_noun ? NameKind::body : NameKind::person)) continue;
      const std::string_view after = text_.substr(all[at].span.end, 1);
      if (all[at].span.end + 1 >= source.end && (begin < source.end || after == "," || after == "." || after == " " || after == "(" || after.empty())) {
        if (begin >= source.end && !dashed && after != "," && after != "." && text_.substr(all[at].span.end, 4) != " of ") continue;
        Figure& f = cast_.figures()[static_cast<std::size_t>(cast_.figure_of_mention()[at])];
        if (f.kind == NameKind::open) f.kind = person_noun ? NameKind::person : NameKind::body;
        if (std::find(f.nouns.begin(), f.nouns.end(), noun.lower) == f.nouns.end()) f.nouns.push_back(noun.lower);
        add_role(f, words, head);
        return named_by(at, 960);
      }
    }
    return {};
  }

  // [Ana Ruiz] and Tom Hill; [Ruiz] and her allies: a quotation has one speaker, who is the one named first. But: the founder
  // and director [Ana Ruiz], who is one person.
  Answer first_of_several(const std::vector<SourceWord>& words, std::size_t head, Span source) const {
    const auto& all = cast_.mentions();
    std::size_t joint = 0;
    while (joint < head && words[joint].lower != "and" && words[joint].lower != "&") ++joint;
    if (joint == 0 || joint + 1 >= head) return {};
    const auto ends_at = [&](std::uint32_t end) {
      for (std::size_t i = index_before(source.begin); i < all.size() && all[i].span.begin < end; ++i)
        if (all[i].span.end == end) return static_cast<int>(i);
      return -1;
    };
    const bool role = words[joint - 1].entry->is(kRole | kTitleWord) || words[joint - 1].lower == "state";
    const int first = role ? -1 : ends_at(words[joint - 1].span.end), last = ends_at(words[head - 1].span.end);
    if (first >= 0)
      return {cast_.figure_of_mention()[static_cast<std::size_t>(first)], document::kNameForm, kFirstOfSeveral, 850};
    if (last < 0 || !role || words[joint + 1].entry->is(kDeterminer)) return {};
    const Mention& m = all[static_cast<std::size_t>(last)];
    if (m.kind == NameKind::body || m.words.size() < 2) return {};
    return {cast_.figure_of_mention()[static_cast<std::size_t>(last)], document::kNameForm, "speaker/name", 930};
  }

  // Who is called just so: “[Ana Ruiz] Slams Mayor”, in a headline whose capitals look like one name.
  int called(const std::vector<SourceWord>& words) const {
    std::vector<std::string> name;
    for (const SourceWord& word : words) name.push_back(folded(slice(text_, word.span)));
    const auto& all = cast_.mentions();
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].words == name || (name.size() == 1 && all[i].words.size() == 2 && all[i].words.back() == name.front())) return cast_.figure_of_mention()[i];
    return -1;
  }

  static std::size_t first_after(const std::vector<Mention>& all, std::uint32_t at) {
    return static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), at, [](const Mention& m, std::uint32_t end) { return m.span.begin < end; }) - all.begin());
  }

  // “The chair” of “The chair, Dame Ruth Carswell,” is a role of hers.
  void add_role(Figure& f, const std::vector<SourceWord>& words, std::size_t head) const {
    const std::size_t begin = words[0].entry->is(kDeterminer) && head > 1 ? 1 : 0;
    const std::string role(text::slice(text_, Span{words[begin].span.begin, words[head - 1].span.end}));
    if (std::find(f.roles.begin(), f.roles.end(), role) == f.roles.end()) f.roles.push_back(role);
    for (std::size_t i = begin; i < head; ++i) f.role_words.push_back(words[i].lower);
  }

  // Ruiz, who said: the name right before.
  Answer antecedent(Span source) const {
    constexpr std::uint32_t kNear = 3;  // bytes: a comma and a blank
    const std::size_t i = index_before(source.begin);
    if (i == 0) return {.form = document::kPronounForm};
    const Mention& m = cast_.mentions()[i - 1];
    if (std::max(m.span.end, m.apposition.end) + kNear < source.begin) return {.form = document::kPronounForm};
    return {.figure = cast_.figure_of_mention()[i - 1], .form = document::kPronounForm, .method = "speaker/antecedent", .confidence = 880};
  }

  Answer they(Span source) const {
    Meant meant = stage_.meant_by(Pronoun::they, source.begin);
    if (meant.who < 0) meant = stage_.meant_by(Pronoun::it, source.begin);
    return answered(meant, document::kPronounForm);
  }

  // “the latter”: the second of the two people whom the sentence before, or this one, names last.
  Answer one_of_two(Span source, bool last) const {
    constexpr std::uint32_t kReach = 2;  // sentences
    std::vector<int> two;
    const auto& all = cast_.mentions();
    std::size_t i = index_before(source.begin);
    if (i == 0) return {.form = document::kNominalForm};
    const std::uint32_t sentence = all[i - 1].position.sentence;
    while (i-- > 0 && all[i].position.sentence + kReach > sentence && two.size() < 2) {
      const int f = cast_.figure_of_mention()[i];
      if (!cast_.figures()[static_cast<std::size_t>(f)].is_place() && std::find(two.begin(), two.end(), f) == two.end()) two.push_back(f);
    }
    if (two.size() < 2) return {.form = document::kNominalForm};
    return {last ? two[0] : two[1], document::kNominalForm, "speaker/one-of-two", 800};
  }

  // A: in an interview: the one who is named most before the questions begin.
  Answer interviewee(Span source) {
    if (interviewee_ >= 0) return {interviewee_, document::kNominalForm, "speaker/interviewee", 800};
    int best = -1, most = 0;
    std::map<int, int> times;
    for (std::size_t i = 0; i < index_before(source.begin); ++i) {
      // Interview by Ana Ruiz
      const std::string_view before = text_.substr(0, cast_.mentions()[i].span.begin);
      if (before.ends_with("by ") || before.ends_with("By ")) continue;
      const int f = cast_.figure_of_mention()[i];
      const Figure& figure = cast_.figures()[static_cast<std::size_t>(f)];
      if (figure.kind == NameKind::body || figure.is_place() || figure.name.size() < 2 || (figure.kind == NameKind::open && figure.words.size() < 2)) continue;
      if (++times[f] > most) best = f, most = times[f];
    }
    if (best < 0) return answered(stage_.meant_by(noun_phrase(text_, source)), document::kNominalForm);
    interviewee_ = best;
    return {best, document::kNominalForm, "speaker/interviewee", 800};
  }

  // “I asked her”: the author, where there is one.
  Answer narrator(Span source) {
    if (d_.article.authors.size() != 1) return {.form = document::kPronounForm};
    if (narrator_ < 0)
      narrator_ = stage_.add({.description = d_.article.authors.front(), .noun = "author", .kind = document::kHuman, .first = source.begin});
    return {narrator_, document::kPronounForm, "speaker/author", 900};
  }

  std::size_t index_before(std::uint32_t at) const {
    const auto& all = cast_.mentions();
    return static_cast<std::size_t>(
        std::lower_bound(all.begin(), all.end(), at, [](const Mention& m, std::uint32_t begin) { return m.span.begin < begin; }) -
        all.begin());
  }

  Document& d_;
  std::string_view text_;
  Cast cast_;
  Stage stage_;
  std::map<std::uint32_t, Answer> resolved_;  // by the place of the source, which several quotations may share
  Listing listing_;
  int narrator_ = -1, interviewee_ = -1;
};

}  // namespace

Document find_speakers(Document d) {
  Resolver(d).run();
  return d;
}

}  // namespace speaker
