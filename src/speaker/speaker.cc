#include "speaker/speaker.h"

#include <algorithm>
#include <map>
#include <set>

#include "speaker/cast.h"
#include "text/characters.h"

namespace speaker {
namespace {

using namespace rules;
using document::Document;
using document::Quotation;
using document::Speaker;
using document::SpeakerId;

constexpr std::size_t kFarthest = 80;  // mentions that a pronoun looks back over

// Who one source is.
struct Answer {
  int figure = -1;
  document::SourceForm form;
  const char* method = "";
  int confidence = 0;
};

// A speaker who has no name: “a source close to the talks”.
struct Nameless {
  std::string description, noun;
  document::SpeakerKind kind;
  Gender gender = Gender::unknown;
  std::uint32_t first = 0;
};

struct SourceWord {
  Span span;
  std::string lower;
  const Word* entry = nullptr;
  bool capital = false;
};

class Resolver {
 public:
  explicit Resolver(Document& d) : d_(d), text_(d.article.text.view()), cast_(text_, mentions(d)) {}

  void run() {
    keep_reviewed();
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
      const Answer answer = resolve(q);
      who[i] = answer.figure;
      q.source_form = answer.form;
      if (q.origin.method.find("quote/floating") != std::string::npos) q.source_form = document::kImplicitForm;
      if (answer.figure >= 0) {
        note(answer, q);
        last_ = answer.figure;
        last_at_ = q.source.front().begin;
      }
    }
    write(quotations, who);
  }

 private:
  // Figures of the cast first, then the nameless ones.
  int named() const { return static_cast<int>(cast_.figures().size()); }
  Gender gender(int figure) const {
    return figure < named() ? cast_.figures()[static_cast<std::size_t>(figure)].gender
                            : nameless_[static_cast<std::size_t>(figure - named())].gender;
  }
  bool is_person(int figure) const {
    if (figure < named()) return cast_.figures()[static_cast<std::size_t>(figure)].kind == NameKind::person;
    return nameless_[static_cast<std::size_t>(figure - named())].kind == document::kUnnamed;
  }
  bool may_be_person(int figure) const {
    return figure < named() ? cast_.figures()[static_cast<std::size_t>(figure)].kind != NameKind::body : is_person(figure);
  }

  std::vector<SourceWord> words_of(Span span) const {
    std::vector<SourceWord> out;
    for (const text::Token& token : text::tokens(text_, span)) {
      const std::string_view word = slice(text_, token.span);
      out.push_back({.span = token.span, .lower = text::to_lower(word), .capital = text::is_capitalised(word)});
      out.back().entry = &rules::word(out.back().lower);
    }
    return out;
  }

  Answer resolve(const Quotation& q) {
    const Span source = q.source.front();
    std::vector<SourceWord> words = words_of(source);
    // Trump’s claim
    while (words.size() > 1 && (words.back().lower == "'s" || words.back().lower == "’s" || words.back().lower == "'" ||
                                words.back().lower == "’" || words.back().lower == ","))
      words.pop_back();
    if (words.empty()) return {};
    if (words.size() == 1) {
      const std::string& w = words[0].lower;
      if (w == "he" || w == "his" || w == "him" || w == "himself") return pronoun(source, Gender::he);
      if (w == "she" || w == "her" || w == "hers" || w == "herself") return pronoun(source, Gender::she);
      if (w == "they" || w == "their" || w == "them") return they(source);
      if (w == "it" || w == "its") return it(source);
      if (words[0].entry->is(kRelative)) return antecedent(source);
      if (!words[0].capital && words[0].entry->is(kSubjectPronoun | kObjectPronoun | kDeterminer) && !words[0].entry->is(kGeneric))
        return {.form = document::kPronounForm};
      if (w == "i" || w == "we" || w == "you") return {.form = document::kPronounForm};
    }
    // The head ends before “for the bank”, “of Leeds”, “, the mayor”, “who left”.
    std::size_t head = words.size();
    for (std::size_t i = 1; i < words.size(); ++i) {
      const bool of_title = words[i].lower == "of" && words[i - 1].capital;
      if (!of_title && ((words[i].entry->is(kPreposition) && !words[i].capital) || words[i].lower == "," || words[i].lower == "(" ||
                        words[i].entry->is(kRelative))) {
        head = i;
        break;
      }
    }
    const std::uint32_t head_end = words[head - 1].span.end;
    const auto& all = cast_.mentions();
    auto at =
        std::lower_bound(all.begin(), all.end(), source.begin, [](const Mention& m, std::uint32_t begin) { return m.span.begin < begin; });
    int figure = -1, names = 0;
    bool ends_with_name = false;
    for (; at != all.end() && at->span.begin < head_end; ++at) {
      figure = cast_.figure_of_mention()[static_cast<std::size_t>(at - all.begin())];
      ++names;
      ends_with_name = at->span.end >= head_end;
    }
    bool joined = false;
    for (std::size_t i = 0; i < head; ++i) joined = joined || words[i].lower == "and" || words[i].lower == "&";
    const SourceWord& noun = words[head - 1];
    const bool noun_is_role = noun.entry->is(kRole | kGroupRole | kGeneric | kDocumentNoun) && !noun.capital;
    if (ends_with_name && !joined && !noun_is_role) {
      Figure& f = cast_.figures()[static_cast<std::size_t>(figure)];
      if (f.kind == NameKind::open && (words.size() > 1 || q.origin.method.find("quote/transcript") != std::string::npos))
        f.kind = words[0].lower == "the" ? NameKind::body : NameKind::person;
      return {.figure = figure, .form = document::kNameForm, .method = "speaker/name", .confidence = f.words.size() > 1 ? 970 : 920};
    }
    // The state’s campaign chairman, Phil Lovas; a spokesman for the department, Karl Voss
    if (!ends_with_name && noun.entry->is(kRole | kTitleWord | kGeneric))
      for (; at != all.end() && at->span.end <= source.end; ++at)
        if (at->kind != NameKind::body && at->span.begin >= 2 && text_[at->span.begin - 1] == ' ' && text_[at->span.begin - 2] == ',' &&
            at->span.end + 1 >= words.back().span.end)
          return {.figure = cast_.figure_of_mention()[static_cast<std::size_t>(at - all.begin())],
                  .form = document::kNameForm,
                  .method = "speaker/name",
                  .confidence = 900};
    return nominal(q, words, head, joined || names > 1);
  }

  // Ruiz, who said: the name right before.
  Answer antecedent(Span source) const {
    constexpr std::uint32_t kNear = 3;  // bytes: a comma and a blank
    const std::size_t i = index_before(source.begin);
    if (i == 0 || cast_.mentions()[i - 1].span.end + kNear < source.begin) return {.form = document::kPronounForm};
    return {.figure = cast_.figure_of_mention()[i - 1], .form = document::kPronounForm, .method = "speaker/antecedent", .confidence = 800};
  }

  // “the minister”, “a source close to the talks”, “officials”
  Answer nominal(const Quotation& q, const std::vector<SourceWord>& words, std::size_t head, bool several) {
    const Span source = q.source.front();
    const SourceWord& noun = words[head - 1];
    const std::string& first = words[0].lower;
    const bool definite =
        first == "the" || first == "this" || first == "that" || first == "his" || first == "her" || first == "their" || first == "its";
    const bool new_one = first == "a" || first == "an" || first == "one" || first == "another" || first == "some" || first == "other";
    const std::uint32_t classes = noun.entry->classes;
    // Mayor: Old bridge will stay closed, in a headline; the name comes later.
    if (words.size() == 1 && noun.capital && (classes & (kRole | kTitleWord)))
      for (const std::uint32_t before : {source.begin, static_cast<std::uint32_t>(text_.size())})
        if (const int person = bearer_of(noun.lower, before); person >= 0)
          return {.figure = person, .form = document::kNominalForm, .method = "speaker/role", .confidence = 650};
    if (definite && !several && first == "the") {
      if (classes & (kRole | kTitleWord))
        if (const int person = bearer_of(noun.lower, source.begin); person >= 0)
          return {.figure = person, .form = document::kNominalForm, .method = "speaker/role", .confidence = 750};
      if (classes & (kBody | kDocumentNoun))
        if (const int body = body_called(noun.lower, source.begin); body >= 0)
          return {.figure = body, .form = document::kNominalForm, .method = "speaker/body-noun", .confidence = 750};
      // a senior official … the official
      for (std::size_t i = nameless_.size(), steps = 0; i-- > 0 && steps < kFarthest; ++steps)
        if (nameless_[i].noun == noun.lower && words.size() <= 3)
          return {
              .figure = named() + static_cast<int>(i), .form = document::kNominalForm, .method = "speaker/noun-again", .confidence = 700};
    }
    std::string description(slice(text_, source));
    const std::string key = folded(definite && first == "the" ? std::string_view(description).substr(4) : std::string_view(description));
    if (!new_one)
      if (const auto at = nameless_by_key_.find(key); at != nameless_by_key_.end())
        return {.figure = named() + at->second, .form = document::kNominalForm, .method = "speaker/description", .confidence = 700};
    document::SpeakerKind kind = document::kUnnamed;
    if (several || (classes & kGroupRole)) kind = document::kGroup;
    else if (classes & kDocumentNoun) kind = document::kDocument;
    else if (classes & kBody) kind = document::kOrganisation;
    else if ((classes & kGeneric) && noun.lower.ends_with("s")) kind = document::kGroup;
    else if (!(classes & (kRole | kTitleWord | kGeneric)) && noun.lower.ends_with("s") && !new_one) kind = document::kGroup;
    const int index = static_cast<int>(nameless_.size());
    if (definite && first == "the") description.erase(0, 4);
    nameless_.push_back({.description = std::move(description),
                         .noun = noun.lower,
                         .kind = kind,
                         .gender = kind == document::kGroup ? Gender::they : noun.entry->gender,
                         .first = source.begin});
    nameless_by_key_.emplace(key, index);
    return {.figure = named() + index, .form = document::kNominalForm, .method = "speaker/description", .confidence = 700};
  }

  // The last one mentioned before `before` whose roles have the noun; or the only one who has it.
  int bearer_of(const std::string& noun, std::uint32_t before) const {
    const auto& all = cast_.mentions();
    std::size_t i = index_before(before);
    for (std::size_t steps = 0; i-- > 0 && steps < 4 * kFarthest; ++steps) {
      const int f = cast_.figure_of_mention()[i];
      const Figure& figure = cast_.figures()[static_cast<std::size_t>(f)];
      if (figure.kind == NameKind::body || all[i].quoted) continue;
      if (std::find(figure.nouns.begin(), figure.nouns.end(), noun) != figure.nouns.end()) return f;
    }
    return -1;
  }

  int body_called(const std::string& noun, std::uint32_t before) const {
    std::size_t i = index_before(before);
    const bool company =
        noun == "company" || noun == "firm" || noun == "agency" || noun == "group" || noun == "organisation" || noun == "organization";
    for (std::size_t steps = 0; i-- > 0 && steps < 2 * kFarthest; ++steps) {
      const int f = cast_.figure_of_mention()[i];
      const Figure& figure = cast_.figures()[static_cast<std::size_t>(f)];
      if (figure.kind != NameKind::body) continue;
      if (std::find(figure.words.begin(), figure.words.end(), noun) != figure.words.end()) return f;
      if (company && figure.words.size() > 1 && !cast_.mentions()[i].quoted) return f;
    }
    return -1;
  }

  std::size_t index_before(std::uint32_t at) const {
    const auto& all = cast_.mentions();
    return static_cast<std::size_t>(
        std::lower_bound(all.begin(), all.end(), at, [](const Mention& m, std::uint32_t begin) { return m.span.begin < begin; }) -
        all.begin());
  }

  static bool fits(Gender figure, Gender pronoun) { return figure == Gender::unknown || figure == pronoun; }

  // The one whom the nearest sentence before is about: its first person of that gender, outside quotation marks.
  Answer pronoun(Span source, Gender wanted) {
    const auto& all = cast_.mentions();
    int best = -1;
    std::uint32_t best_at = 0, best_sentence = 0;
    for (const bool strict : {true, false}) {
      std::size_t i = index_before(source.begin);
      for (std::size_t steps = 0; i-- > 0 && steps < kFarthest; ++steps) {
        if (best >= 0 && all[i].sentence != best_sentence) break;
        if (all[i].quoted) continue;
        const int f = cast_.figure_of_mention()[i];
        if (strict ? !is_person(f) : !may_be_person(f)) continue;
        if (!fits(gender(f), wanted)) continue;
        best = f;
        best_at = all[i].span.begin;
        best_sentence = all[i].sentence;
      }
      if (best >= 0) break;
    }
    // “…,” a nurse said. She added …
    if (last_ >= 0 && (is_person(last_) || may_be_person(last_)) && fits(gender(last_), wanted) && (best < 0 || last_at_ >= best_at))
      best = last_;
    return {.figure = best, .form = document::kPronounForm, .method = "speaker/pronoun", .confidence = 800};
  }

  Answer they(Span source) {
    if (last_ >= 0 && !is_person(last_))
      return {.figure = last_, .form = document::kPronounForm, .method = "speaker/pronoun", .confidence = 600};
    return it(source);
  }

  Answer it(Span source) {
    Answer answer{.form = document::kPronounForm, .method = "speaker/pronoun", .confidence = 600};
    std::size_t i = index_before(source.begin);
    for (std::size_t steps = 0; i-- > 0 && steps < kFarthest; ++steps) {
      const int f = cast_.figure_of_mention()[i];
      if (cast_.mentions()[i].quoted || cast_.figures()[static_cast<std::size_t>(f)].kind != NameKind::body) continue;
      answer.figure = f;
      break;
    }
    if (last_ >= 0 && !is_person(last_) && (answer.figure < 0 || last_at_ + 400 > source.begin)) answer.figure = last_;
    return answer;
  }

  void note(const Answer& answer, const Quotation& q) {
    auto [at, is_new] = answers_.emplace(answer.figure, answer);
    if (!is_new && answer.confidence > at->second.confidence) at->second = answer;
    if (answer.form != document::kPronounForm) return;
    const std::string pronoun = text::to_lower(slice(text_, q.source.front()));
    if (pronoun != "he" && pronoun != "she" && pronoun != "they" && pronoun != "it") return;
    std::vector<std::string>& list = pronouns_[answer.figure];
    if (std::find(list.begin(), list.end(), pronoun) == list.end()) list.push_back(pronoun);
    Gender& known = answer.figure < named() ? cast_.figures()[static_cast<std::size_t>(answer.figure)].gender
                                            : nameless_[static_cast<std::size_t>(answer.figure - named())].gender;
    if (known == Gender::unknown) known = pronoun == "he" ? Gender::he : pronoun == "she" ? Gender::she : Gender::unknown;
  }

  // Speakers that a person has reviewed, or that a reviewed quotation names.
  void keep_reviewed() {
    std::set<std::string> named;
    for (const Quotation& q : d_.quotations)
      if (q.review.state != document::kSuggested && q.speaker) named.insert(q.speaker->text());
    for (const document::Claim& c : d_.claims)
      if (c.review.state != document::kSuggested && c.attribution.speaker) named.insert(c.attribution.speaker->text());
    for (const Speaker& s : d_.speakers)
      if (s.review.state != document::kSuggested || named.contains(s.id.text())) speakers_.push_back(s);
  }

  const Speaker* known(const std::string& name, const std::vector<std::string>& aliases) const {
    for (const Speaker& s : speakers_) {
      const auto called = [&](const std::string& form) {
        return s.name == form || std::find(s.aliases.begin(), s.aliases.end(), form) != s.aliases.end();
      };
      if (called(name) || std::any_of(aliases.begin(), aliases.end(), called)) return &s;
    }
    return nullptr;
  }

  Speaker made(int figure, const Answer& answer) const {
    Speaker s;
    if (figure < named()) {
      const Figure& f = cast_.figures()[static_cast<std::size_t>(figure)];
      s.name = f.name;
      s.kind = f.kind == NameKind::body ? document::kOrganisation : document::kHuman;
      s.roles = f.roles;
      s.aliases = f.aliases;
    } else {
      const Nameless& f = nameless_[static_cast<std::size_t>(figure - named())];
      s.name = f.description;
      s.kind = f.kind;
    }
    if (const auto at = pronouns_.find(figure); at != pronouns_.end()) s.pronouns = at->second;
    s.origin = document::Origin{.method = answer.method, .confidence = answer.confidence};
    return s;
  }

  void write(std::vector<Quotation>& quotations, const std::vector<int>& who) {
    std::vector<std::pair<std::uint32_t, int>> order;
    for (const auto& [figure, answer] : answers_)
      order.push_back({figure < named() ? cast_.figures()[static_cast<std::size_t>(figure)].first
                                        : nameless_[static_cast<std::size_t>(figure - named())].first,
                       figure});
    std::sort(order.begin(), order.end());
    d_.speakers = document::SharedList<Speaker>(speakers_);
    const std::size_t kept = speakers_.size();
    std::uint64_t number = std::stoull(document::fresh_id(d_, "s").substr(1));
    std::map<int, SpeakerId> ids;
    std::vector<Speaker> added;
    for (const auto& [at, figure] : order) {
      Speaker s = made(figure, answers_.at(figure));
      if (kept > 0)
        if (const Speaker* same = known(s.name, s.aliases)) {
          ids.emplace(figure, same->id);
          continue;
        }
      s.id = SpeakerId("s" + std::to_string(number++));
      ids.emplace(figure, s.id);
      added.push_back(std::move(s));
    }
    speakers_.insert(speakers_.end(), added.begin(), added.end());
    d_.speakers = document::SharedList<Speaker>(std::move(speakers_));
    for (std::size_t i = 0; i < quotations.size(); ++i)
      if (who[i] >= 0) quotations[i].speaker = ids.at(who[i]);
    d_.quotations = document::SharedList<Quotation>(std::move(quotations));
  }

  Document& d_;
  std::string_view text_;
  Cast cast_;
  std::vector<Nameless> nameless_;
  std::map<std::string, int, std::less<>> nameless_by_key_;
  std::map<int, Answer> answers_;  // the surest one for each figure that is a speaker
  std::map<int, std::vector<std::string>> pronouns_;
  std::vector<Speaker> speakers_;
  int last_ = -1;  // who was quoted last
  std::uint32_t last_at_ = 0;
};

}  // namespace

Document find_speakers(Document d) {
  Resolver(d).run();
  return d;
}

}  // namespace speaker
