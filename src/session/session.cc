#include "session/session.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "session/edits.h"

namespace session {

using namespace document;

namespace {

// --- What a step keeps in memory ---------------------------------------------------------------------

std::size_t size_of(const Agent& a) { return sizeof a + a.name.size() + a.version.size(); }
std::size_t size_of(const Block& b) { return sizeof b + 64; }
std::size_t size_of(const LostMark& m) { return sizeof m + m.exact.size() + m.whole.bytes.view().size(); }
std::size_t size_of(const Note& n) { return sizeof n + n.text.size() + n.target.size(); }
std::size_t size_of(const Quotation& q) {
  return sizeof q + (q.content.size() + q.cue.size() + q.source.size()) * sizeof(Span) + q.extras.bytes.view().size() + 64;
}
std::size_t size_of(const Claim& c) {
  std::size_t bytes = sizeof c + c.spans.size() * sizeof(Span) + c.normalized.size() + c.extras.bytes.view().size() + 64;
  for (const ClaimFact& f : c.facts) bytes += sizeof f + f.spans.size() * sizeof(Span) + f.value.size() + f.extras.bytes.view().size();
  for (const std::string& reason : c.reasons) bytes += sizeof reason + reason.size();
  return bytes;
}
std::size_t size_of(const Speaker& s) {
  std::size_t bytes = sizeof s + s.name.size() + s.extras.bytes.view().size() + 64;
  for (const auto* list : {&s.roles, &s.aliases, &s.pronouns, &s.same_as})
    for (const std::string& word : *list) bytes += sizeof word + word.size();
  return bytes;
}

// The part of `mine` that `other` does not share: its slots, and the values between the common ends.
template <typename T>
std::size_t unshared(const SharedList<T>& mine, const SharedList<T>& other) {
  if (mine.same(other)) return 0;
  std::size_t front = 0, back = 0;
  const std::size_t most = std::min(mine.size(), other.size());
  while (front < most && &mine[front] == &other[front]) ++front;
  while (back < most - front && &mine[mine.size() - 1 - back] == &other[other.size() - 1 - back]) ++back;
  std::size_t bytes = mine.size() * 2 * sizeof(void*);
  for (std::size_t i = front; i < mine.size() - back; ++i)
    if (i >= other.size() || &mine[i] != &other[i]) bytes += size_of(mine[i]);
  return bytes;
}

std::size_t bytes_of_step(const Document& old, const Document& now) {
  std::size_t bytes = sizeof(Past) + unshared(old.article.blocks, now.article.blocks) + unshared(old.agents, now.agents) +
                      unshared(old.speakers, now.speakers) + unshared(old.quotations, now.quotations) + unshared(old.claims, now.claims) +
                      unshared(old.notes, now.notes) + unshared(old.lost, now.lost);
  if (old.article.text.view().data() != now.article.text.view().data()) bytes += old.article.text.view().size();
  if (old.original.view().data() != now.original.view().data()) bytes += old.original.view().size();
  return bytes;
}

void keep_within_bounds(Session& s) {
  std::size_t bytes = 0, kept = 0;
  while (kept < s.past.size()) {
    bytes += s.past[s.past.size() - 1 - kept].bytes;
    if (bytes > kHistoryBytes && kept > 0) break;
    ++kept;
  }
  s.past.erase(s.past.begin(), s.past.end() - static_cast<std::ptrdiff_t>(kept));
}

// --- Selection and notices ---------------------------------------------------------------------------

bool exists(const Document& d, const Target& target) {
  return std::visit(
      [&](const auto& id) {
        if constexpr (std::is_same_v<std::decay_t<decltype(id)>, std::monostate>) return true;
        else return find(d, id) != nullptr;
      },
      target);
}

std::uint32_t to_boundary(std::string_view text, std::uint32_t at) {
  at = std::min(at, static_cast<std::uint32_t>(text.size()));
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

Span inside(const Document& d, Span words) {
  const std::string_view text = d.article.text.view();
  const std::uint32_t a = to_boundary(text, std::min(words.begin, words.end)), b = to_boundary(text, std::max(words.begin, words.end));
  return {a, b};
}

void say(Session& s, std::string words, bool refused = false) {
  s.notice = std::move(words);
  s.refused = refused;
  if (!s.notice.empty()) ++s.notices;
}

void settle(Session& s) {
  ++s.changes;
  if (!exists(s.document, s.selected)) s.selected = {};
  // Two files can be compared while they mark the same text.
  if (s.other && !(s.other->document.article.text == s.document.article.text)) s.other.reset();
}

// --- The commands that are no edits ------------------------------------------------------------------

Step open(const Open& c, std::uint64_t changes, std::uint64_t notices, std::uint64_t comparisons) {
  Session s;
  s.open = true;
  s.document = c.document;
  s.changes = changes + 1;
  s.notices = notices;
  s.comparisons = comparisons;
  say(s, c.notice);
  return {std::move(s), {SaveDraft{}}};
}

Step travel(Session s, std::vector<Past> Session::*from, std::vector<Past> Session::*to, const char* done, const char* nothing) {
  if ((s.*from).empty()) {
    say(s, nothing, true);
    return {std::move(s), {}};
  }
  Past step = std::move((s.*from).back());
  (s.*from).pop_back();
  say(s, done + step.act);
  const std::size_t bytes = bytes_of_step(s.document, step.document);
  (s.*to).push_back({std::move(s.document), std::move(step.act), std::move(step.subject), bytes, std::move(s.decided)});
  s.document = std::move(step.document);
  s.decided = std::move(step.decided);
  s.words = inside(s.document, s.words);
  settle(s);
  return {std::move(s), {SaveDraft{}}};
}

Step reannotated(Session s, const Reannotated& c) {
  // An undo has taken the exclusion back as well: nothing is left to do for this pass.
  if (c.changes != s.changes) return s.future.empty() ? Step{std::move(s), {Reannotate{}}} : Step{std::move(s), {}};
  const std::uint64_t revision = s.document.revision;
  std::string modified = std::move(s.document.modified);
  s.document = c.document;
  s.document.revision = revision;
  s.document.modified = std::move(modified);
  s.document.original = {};
  settle(s);
  return {std::move(s), {SaveDraft{}}};
}

template <typename C>
Step carry_out(Session s, const C& c, const Moment& moment) {
  if (!s.open) {
    say(s, "Open an article first.", true);
    return {std::move(s), {}};
  }
  if (s.document.read_only) {
    say(s, "This file was made by a newer Quoth. It can be read here, but not changed.", true);
    return {std::move(s), {}};
  }
  Edited edited = edit(s.document, c, moment);
  if (!edited.refusal.empty()) {
    say(s, std::move(edited.refusal), true);
    return {std::move(s), {}};
  }
  edited.document.revision += 1;
  edited.document.modified = moment.at;
  edited.document.original = {};
  const std::size_t bytes = bytes_of_step(s.document, edited.document);
  // What is taken away has its words in the old document, what is made has them in the new one.
  std::string subject = subject_of(s.document, c);
  if (subject.empty()) subject = subject_of(edited.document, c);
  s.past.push_back({std::exchange(s.document, std::move(edited.document)), act_of(c), std::move(subject), bytes, s.decided});
  if constexpr (requires { c.settles; }) s.decided.push_back(c.settles);
  s.future.clear();
  keep_within_bounds(s);
  if (edited.select) {
    s.selected = *edited.select;
    s.words = {s.words.end, s.words.end};
  }
  if (edited.words) s.words = *edited.words;
  say(s, std::move(edited.notice));
  settle(s);
  std::vector<Effect> effects{SaveDraft{}};
  if constexpr (std::is_same_v<C, SetExcluded>) effects.push_back(Reannotate{});
  return {std::move(s), std::move(effects)};
}

Step compare_with(Session s, const CompareWith& c) {
  if (!s.open) {
    say(s, "Open an article first.", true);
  } else if (!(c.document.article.text == s.document.article.text)) {
    say(s, "“" + c.name + "” marks another text, so the two cannot be compared.", true);
  } else {
    s.other = {c.document, c.name};
    ++s.comparisons;
    say(s, {});
  }
  return {std::move(s), {}};
}

struct Update {
  Session s;
  const Moment& moment;

  Step operator()(const Open& c) { return open(c, s.changes, s.notices, s.comparisons); }
  Step operator()(const Reannotated& c) { return reannotated(std::move(s), c); }
  Step operator()(const CompareWith& c) { return compare_with(std::move(s), c); }
  Step operator()(const CloseComparison&) {
    s.other.reset();
    return {std::move(s), {}};
  }
  Step operator()(const Select& c) {
    s.selected = exists(s.document, c.mark) ? c.mark : Target{};
    s.words = inside(s.document, c.words);
    return {std::move(s), {}};
  }
  Step operator()(const Export& c) { return {std::move(s), {Download{c.format}}}; }
  Step operator()(const Undo&) { return travel(std::move(s), &Session::past, &Session::future, "Undone: ", "There is nothing to undo."); }
  Step operator()(const Redo&) {
    return travel(std::move(s), &Session::future, &Session::past, "Done again: ", "There is nothing to do again.");
  }
  Step operator()(const Dismiss&) {
    say(s, {});
    return {std::move(s), {}};
  }
  template <typename C>
  Step operator()(const C& c) {
    return carry_out(std::move(s), c, moment);
  }
};

}  // namespace

Step update(Session session, const Command& command, const Moment& moment) {
  return std::visit(Update{std::move(session), moment}, command);
}

}  // namespace session
