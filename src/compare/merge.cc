#include "compare/merge.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <type_traits>

namespace compare {
namespace {

using namespace document;

bool reviewed(const Review& r) { return !(r.state == kSuggested) && !r.state.empty(); }
// Whose word counts where both say something: a person's over the program's, then the later one's, then that of A.
bool b_wins(const Review& a, const Review& b) {
  if (reviewed(a) != reviewed(b)) return reviewed(b);
  return reviewed(b) && b.at > a.at;
}

std::string words_for(const std::string& s) { return s.empty() ? "none" : s; }
std::string words_for(const std::optional<int>& n) { return n ? std::to_string(*n) : "none"; }
std::string words_for(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& one : list) out += (out.empty() ? "" : ", ") + one;
  return words_for(out);
}
template <typename L> std::string words_for(const OpenName<L>& name) { return words_for(name.name()); }
template <typename K> std::string words_for(const Id<K>& id) { return words_for(id.text()); }
template <typename K> std::string words_for(const std::optional<Id<K>>& id) { return id ? id->text() : "none"; }
std::string words_for(const Review& r) { return words_for(r.state); }
std::string words_for(bool yes) { return yes ? "yes" : "no"; }
std::string words_for(const std::vector<Span>& spans) { return spans.empty() ? "none" : "other words"; }
std::string words_for(const std::vector<ClaimFact>& facts) { return facts.empty() ? "none" : std::to_string(facts.size()); }

// What a mark is, besides its id: two on the same words are one.
std::vector<Span> key(const Quotation& q) { return q.content; }
std::vector<Span> key(const Claim& c) { return c.spans; }
std::string key(const Speaker& s) { return s.name; }
std::pair<std::string, std::string> key(const Note& n) { return {n.target, n.text}; }

class Merger {
 public:
  Merger(const Document& a, const Document& b, const Document* base) : b_(b), base_(base), out_{a, {}} {}

  Merged run() {
    Document& d = out_.document;
    d.original = {};
    d.revision = std::max(d.revision, b_.revision) + 1;
    d.modified = std::max(d.modified, b_.modified);
    note_ids(d, ids_);
    for (const Document* const one : {static_cast<const Document*>(&d), &b_, base_})
      if (one) note_ids(*one, seen_);
    Review a_counts, b_counts;  // of the document itself nobody says who changed it: that of A is kept
    pick("", "the document, title", &Article::title, d.article, b_.article, base_ ? &base_->article : nullptr, a_counts, b_counts);
    agents();
    blocks();
    list(d.speakers, b_.speakers, base_ ? &base_->speakers : nullptr, "s");
    list(d.quotations, b_.quotations, base_ ? &base_->quotations : nullptr, "q");
    list(d.claims, b_.claims, base_ ? &base_->claims : nullptr, "c");
    list(d.notes, b_.notes, base_ ? &base_->notes : nullptr, "n");
    for (const LostMark& mark : b_.lost)
      if (ids_.insert(mark.id).second) d.lost.push_back(mark);
    drop_what_names_nothing();
    note_conflicts();
    sort(d.quotations);
    sort(d.claims);
    return std::move(out_);
  }

 private:
  static void note_ids(const Document& d, std::set<std::string>& ids) {
    for (const Block& x : d.article.blocks) ids.insert(x.id.text());
    for (const Agent& x : d.agents) ids.insert(x.id.text());
    for (const Speaker& x : d.speakers) ids.insert(x.id.text());
    for (const Quotation& x : d.quotations) ids.insert(x.id.text());
    for (const Claim& x : d.claims) ids.insert(x.id.text());
    for (const Note& x : d.notes) ids.insert(x.id.text());
    for (const LostMark& x : d.lost) ids.insert(x.id);
  }
  std::string free_id(const std::string& wanted, const std::string& prefix) {
    if (!wanted.empty() && ids_.insert(wanted).second) return wanted;
    std::uint64_t& number = next_[prefix];
    std::string id;
    do id = prefix + std::to_string(++number);
    while (!seen_.insert(id).second);
    ids_.insert(id);
    return id;
  }

  // `about`: the id of a mark in the result; empty: the document.
  void conflict(const std::string& about, std::string sentence) {
    if (!about.empty()) to_note_.push_back({about, sentence});
    out_.conflicts.push_back(std::move(sentence));
  }

  // A sentence on standard error is gone with its window; a note stays until a person removes it. A note on a note would be one
  // too many, and merging again writes none twice.
  void note_conflicts() {
    SharedList<Note>& notes = out_.document.notes;
    std::set<std::pair<std::string, std::string>> there;
    std::set<std::string> of_notes;
    for (const Note& note : notes) there.insert({note.target, note.text}), of_notes.insert(note.id.text());
    AgentId by;
    for (const auto& [about, sentence] : to_note_) {
      const std::string words = "Merged: " + sentence + ".";
      if (of_notes.contains(about) || !there.insert({about, words}).second) continue;
      if (by.text().empty()) by = merging_agent();
      notes.push_back({.id = NoteId(free_id("", "n")), .target = about, .by = by, .at = out_.document.modified, .text = words});
    }
  }
  AgentId merging_agent() {
    SharedList<Agent>& agents = out_.document.agents;
    for (const Agent& agent : agents)
      if (agent.type == kSoftware && agent.name == "quoth") return agent.id;
    agents.push_back({.id = AgentId(free_id("", "a")), .type = kSoftware, .name = "quoth"});
    return agents.back().id;
  }

  // --- What B calls by another id ---
  template <typename K> void translate(Id<K>& id) const {
    const auto found = renamed_.find(id.text());
    if (found != renamed_.end()) id = Id<K>(found->second);
  }
  template <typename K> void translate(std::optional<Id<K>>& id) const {
    if (id) translate(*id);
  }
  void translate(Origin& o) const { translate(o.by); }
  void translate(Review& r) const { translate(r.by); }
  void translate(Block& b) const {
    if (b.origin) translate(*b.origin);
    if (b.review) translate(*b.review);
  }
  void translate(Speaker& s) const {
    if (s.origin) translate(*s.origin);
    translate(s.review);
  }
  void translate(Quotation& q) const {
    translate(q.speaker);
    translate(q.origin);
    translate(q.review);
  }
  void translate(Claim& c) const {
    translate(c.attribution.speaker);
    translate(c.attribution.quotation);
    translate(c.origin);
    translate(c.review);
  }
  void translate(Note& n) const {
    const auto found = renamed_.find(n.target);
    if (found != renamed_.end()) n.target = found->second;
    translate(n.by);
  }

  // --- One member of a mark that both have ---
  template <typename T, typename Member>
  void pick(const std::string& about, const std::string& name, Member T::*member, T& a, const T& b, const T* base, const Review& review_a, const Review& review_b) {
    if (a.*member == b.*member || (base && b.*member == base->*member)) return;
    if (base && a.*member == base->*member) {
      a.*member = b.*member;
      return;
    }
    const bool take_b = b_wins(review_a, review_b);
    if (base || (reviewed(review_a) && reviewed(review_b)))
      conflict(about, name + ": " + words_for(a.*member) + " in A, " + words_for(b.*member) + " in B; that of " + (take_b ? "B" : "A") + " is kept");
    if (take_b) a.*member = b.*member;
  }
  template <typename T, typename... Members>
  void pick_all(T& a, const T& b, const T* base, const std::vector<std::string>& names, Members... members) {
    const Review review_a = review_of(a), review_b = review_of(b);
    std::size_t i = 0;
    (pick(a.id.text(), a.id.text() + ", " + names[i++], members, a, b, base, review_a, review_b), ...);
  }
  template <typename T> static Review review_of(const T& mark) {
    if constexpr (requires { mark.review.state; }) return mark.review;
    else return {};
  }
  void join(Speaker& a, const Speaker& b, const Speaker* base) {
    const std::string old_name = a.name;
    pick_all(a, b, base, {"name", "kind", "roles", "aliases", "pronouns", "addresses", "review"}, &Speaker::name, &Speaker::kind, &Speaker::roles,
             &Speaker::aliases, &Speaker::pronouns, &Speaker::same_as, &Speaker::review);
    // By whatever name one of the two knows the speaker, the name stays known.
    for (const std::string& name : {b.name, old_name})
      if (!base && !name.empty() && name != a.name && std::find(a.aliases.begin(), a.aliases.end(), name) == a.aliases.end()) a.aliases.push_back(name);
    join_unknown(a, b, base);
  }
  void join(Quotation& a, const Quotation& b, const Quotation* base) {
    pick_all(a, b, base, {"type", "words", "cue", "source", "form of the source", "speaker", "act", "mode", "review"}, &Quotation::type, &Quotation::content,
             &Quotation::cue, &Quotation::source, &Quotation::source_form, &Quotation::speaker, &Quotation::act, &Quotation::mode,
             &Quotation::review);
    join_unknown(a, b, base);
  }
  void join(Claim& a, const Claim& b, const Claim* base) {
    pick_all(a, b, base, {"words", "type", "verifiable", "worth", "wording", "facts", "review"}, &Claim::spans, &Claim::type, &Claim::verifiable,
             &Claim::checkworthiness, &Claim::normalized, &Claim::facts, &Claim::review);
    join_unknown(a, b, base);
    const bool a_same = base && a.attribution == base->attribution;
    if (a_same || (!base && b_wins(a.review, b.review))) a.attribution = b.attribution;
  }
  void join(Note& a, const Note& b, const Note* base) {
    pick_all(a, b, base, {"text"}, &Note::text);
    join_unknown(a, b, base);
  }
  // What the program does not know of a mark: all of it is the one's or the other's.
  template <typename T> void join_unknown(T& a, const T& b, const T* base) {
    if (a.extras == b.extras || (base && b.extras == base->extras)) return;
    if (base ? a.extras == base->extras : a.extras.empty()) a.extras = b.extras;
    else if (!b.extras.empty()) conflict(a.id.text(), a.id.text() + ": both have other members that this program does not know; those of A are kept");
  }

  // --- Lists ---
  void agents() {
    SharedList<Agent>& mine = out_.document.agents;
    for (const Agent& theirs : b_.agents) {
      const auto same = std::find_if(mine.begin(), mine.end(), [&](const Agent& x) { return x.type == theirs.type && x.name == theirs.name && x.version == theirs.version; });
      if (same != mine.end()) {
        renamed_[theirs.id.text()] = same->id.text();
        continue;
      }
      Agent added = theirs;
      added.id = AgentId(free_id(theirs.id.text(), "a"));
      renamed_[theirs.id.text()] = added.id.text();
      mine.push_back(std::move(added));
    }
  }

  // Blocks are the same text cut up: those of A stay, with what B says of the same ones.
  void blocks() {
    SharedList<Block>& mine = out_.document.article.blocks;
    std::map<Span, const Block*> theirs, before;
    for (const Block& x : b_.article.blocks) theirs[x.span] = &x;
    if (base_)
      for (const Block& x : base_->article.blocks) before[x.span] = &x;
    for (std::size_t i = 0; i < mine.size(); ++i) {
      const auto other = theirs.find(mine[i].span);
      if (other == theirs.end()) continue;
      renamed_[other->second->id.text()] = mine[i].id.text();
      Block b = *other->second;
      translate(b);
      const auto base = before.find(mine[i].span);
      const auto same = [](const Block& x, const Block& y) { return x.excluded == y.excluded && x.role == y.role && x.review == y.review; };
      if (same(mine[i], b) || (base != before.end() && same(*base->second, b))) continue;
      const Review ra = mine[i].review.value_or(Review{}), rb = b.review.value_or(Review{});
      const bool a_unchanged = base != before.end() && same(*base->second, mine[i]);
      if (!a_unchanged && !b_wins(ra, rb)) {
        if (mine[i].excluded != b.excluded) conflict(mine[i].id.text(), mine[i].id.text() + ", excluded: " + words_for(mine[i].excluded) + " in A, " + words_for(b.excluded) + " in B; that of A is kept");
        continue;
      }
      Block& changed = mine.edit(i);
      changed.excluded = b.excluded;
      changed.role = b.role;
      changed.review = b.review;
    }
  }

  // The marks of B that the base does not know and that are the same as one of A: on the same words, and with the same id
  // where there is such a one. Places in A, by id in B.
  template <typename T>
  std::map<std::string, std::size_t> twins_of(const SharedList<T>& mine, const SharedList<T>& theirs, const std::map<std::string, const T*>& before,
                                              const std::map<std::string, std::size_t>& by_id) const {
    std::multimap<decltype(key(mine[0])), std::size_t> free;
    for (std::size_t i = 0; i < mine.size(); ++i) free.emplace(key(mine[i]), i);
    std::map<std::string, std::size_t> twins;
    for (const bool same_id : {true, false}) {
      for (const T& other : theirs) {
        const std::string& id = other.id.text();
        if (before.contains(id) || twins.contains(id)) continue;
        T b = other;
        translate(b);
        const auto range = free.equal_range(key(b));
        auto found = range.first;
        if (same_id) {
          const auto wanted = by_id.find(id);
          if (wanted == by_id.end()) continue;
          found = std::find_if(found, range.second, [&](const auto& entry) { return entry.second == wanted->second; });
        }
        if (found == range.second) continue;
        twins[id] = found->second;
        free.erase(found);
      }
    }
    if constexpr (std::is_same_v<T, Speaker>) twins_by_alias(mine, theirs, before, twins);
    return twins;
  }

  // Speakers whom one knows by a name that is an alias to the other.
  static void twins_by_alias(const SharedList<Speaker>& mine, const SharedList<Speaker>& theirs, const std::map<std::string, const Speaker*>& before,
                             std::map<std::string, std::size_t>& twins) {
    std::set<std::size_t> taken;
    for (const auto& [id, i] : twins) taken.insert(i);
    std::map<std::string_view, std::size_t> names, aliases;
    for (std::size_t i = 0; i < mine.size(); ++i) {
      if (taken.contains(i)) continue;
      names.emplace(mine[i].name, i);
      for (const std::string& alias : mine[i].aliases) aliases.emplace(alias, i);
    }
    for (const Speaker& other : theirs) {
      if (before.contains(other.id.text()) || twins.contains(other.id.text())) continue;
      auto found = aliases.find(other.name);
      bool known = found != aliases.end();
      for (const std::string& alias : other.aliases) {
        if (known) break;
        found = names.find(alias);
        known = found != names.end();
      }
      if (known && taken.insert(found->second).second) twins[other.id.text()] = found->second;
    }
  }

  template <typename T>
  void list(SharedList<T>& mine, const SharedList<T>& theirs, const SharedList<T>* base, const std::string& prefix) {
    using IdType = decltype(mine[0].id);
    std::map<std::string, const T*> before, in_b;
    if (base)
      for (const T& x : *base) before[x.id.text()] = &x;
    for (const T& x : theirs) in_b[x.id.text()] = &x;
    // What B removed and A left as it was.
    if (base) {
      mine.erase_if([&](const T& x) {
        const auto old = before.find(x.id.text());
        if (old == before.end() || in_b.contains(x.id.text())) return false;
        if (x == *old->second) return true;
        conflict(x.id.text(), x.id.text() + ": changed in A, removed in B; it is kept");
        return false;
      });
    }
    std::map<std::string, std::size_t> by_id;
    for (std::size_t i = 0; i < mine.size(); ++i) by_id[mine[i].id.text()] = i;
    const std::map<std::string, std::size_t> twins = twins_of(mine, theirs, before, by_id);
    for (const T& other : theirs) {
      T b = other;
      translate(b);
      const auto old = before.find(other.id.text());
      const T* const was = old == before.end() ? nullptr : old->second;
      const auto same_id = was ? by_id.find(other.id.text()) : by_id.end();
      if (same_id != by_id.end()) {
        join(mine.edit(same_id->second), b, was);
      } else if (was && other == *was) {
        continue;  // A removed it, B left it as it was
      } else if (const auto twin = twins.find(other.id.text()); twin != twins.end()) {
        renamed_[other.id.text()] = mine[twin->second].id.text();
        join(mine.edit(twin->second), b, nullptr);
      } else {
        b.id = IdType(free_id(other.id.text(), prefix));
        if (was) conflict(b.id.text(), other.id.text() + ": removed in A, changed in B; it is kept");
        renamed_[other.id.text()] = b.id.text();
        mine.push_back(std::move(b));
      }
    }
  }

  // Marks of one that name what the other has removed.
  void drop_what_names_nothing() {
    Document& d = out_.document;
    std::set<std::string> speakers, quotations, all;
    for (const Speaker& x : d.speakers) speakers.insert(x.id.text());
    for (const Quotation& x : d.quotations) quotations.insert(x.id.text());
    for (const LostMark& x : d.lost) quotations.insert(x.id), all.insert(x.id);
    for (const Block& x : d.article.blocks) all.insert(x.id.text());
    for (const Claim& x : d.claims) all.insert(x.id.text());
    for (const Note& x : d.notes) all.insert(x.id.text());
    all.insert(speakers.begin(), speakers.end());
    all.insert(quotations.begin(), quotations.end());
    for (std::size_t i = 0; i < d.quotations.size(); ++i)
      if (d.quotations[i].speaker && !speakers.contains(d.quotations[i].speaker->text())) d.quotations.edit(i).speaker = std::nullopt;
    for (std::size_t i = 0; i < d.claims.size(); ++i) {
      const Attribution& made = d.claims[i].attribution;
      if (made.speaker && !speakers.contains(made.speaker->text())) d.claims.edit(i).attribution.speaker = std::nullopt;
      if (made.quotation && !quotations.contains(made.quotation->text())) d.claims.edit(i).attribution.quotation = std::nullopt;
    }
    d.notes.erase_if([&](const Note& note) {
      if (all.contains(note.target)) return false;
      out_.conflicts.push_back(note.id.text() + ": a note on " + note.target + ", which was removed; it is left out: " + note.text);
      return true;
    });
  }

  template <typename T> static void sort(SharedList<T>& list) {
    const auto before = [](const T& x, const T& y) { return key(x).front().begin < key(y).front().begin; };
    if (std::is_sorted(list.begin(), list.end(), before)) return;
    std::vector<T> values(list.begin(), list.end());
    std::stable_sort(values.begin(), values.end(), before);
    list = SharedList<T>(std::move(values));
  }

  const Document& b_;
  const Document* base_;
  Merged out_;
  std::set<std::string> ids_;   // in use
  std::set<std::string> seen_;  // that were ever in use: no mark gets one of them anew
  std::vector<std::pair<std::string, std::string>> to_note_;  // the id of a mark, and a sentence
  std::map<std::string, std::uint64_t> next_;
  std::map<std::string, std::string> renamed_;  // ids of B to those of the result, where B's marks are known by another
};

}  // namespace

text::Result<Merged> merge(const Document& a, const Document& b, const Document* base) {
  if (!(a.article.text == b.article.text) || (base && !(a.article.text == base->article.text)))
    return text::Error{"", "the files are not on the same text"};
  if (a.read_only || b.read_only) return text::Error{"", "one of the files was made for a newer program: it can be looked at, not merged"};
  return Merger(a, b, base).run();
}

}  // namespace compare
