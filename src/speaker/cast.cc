#include "speaker/cast.h"

#include <algorithm>

#include "speaker/kinds.h"
#include "speaker/nouns.h"
#include "text/characters.h"

namespace speaker {
namespace {

constexpr std::size_t kMostCandidates = 48;  // of one surname or prefix that are compared
constexpr std::size_t kLeastVariant = 6;     // letters of a surname of which other spellings are looked for
constexpr std::size_t kPrefix = 2;
constexpr std::size_t kMostAliases = 12;
constexpr std::uint32_t kStillInMind = 1500;  // bytes after which a bearer of the same surname is not in mind any more
constexpr std::uint32_t kLongestTitled = 40;  // bytes of a title with its name

bool same_first_name(const std::string& a, const std::string& b) {
  if (a == b) return true;
  // J. Hill and John Hill
  if (a.size() == 2 && a[1] == '.') return !b.empty() && a[0] == b[0];
  if (b.size() == 2 && b[1] == '.') return !a.empty() && a[0] == b[0];
  // Sam, Samuel; Volodymyr, Volodimir
  if (a.size() >= 3 && b.size() >= 3 && (a.starts_with(b) || b.starts_with(a))) return true;
  return a.size() >= kLeastVariant && b.size() >= kLeastVariant && a[0] == b[0] && distance(a, b) < kFar;
}

bool allows(rules::Gender a, rules::Gender b) {
  return a == rules::Gender::unknown || b == rules::Gender::unknown || a == rules::Gender::they || b == rules::Gender::they || a == b;
}

void add_once(std::vector<std::string>& list, std::string value, std::size_t most) {
  if (!value.empty() && list.size() < most && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

std::string without_article(std::string_view words) {
  for (const std::string_view article : {"a ", "an ", "the ", "A ", "An ", "The "})
    if (words.starts_with(article)) return std::string(words.substr(article.size()));
  return std::string(words);
}

// Sir Tom, Sister Ana
bool goes_by_first_name(const std::string& title) {
  return title == "sir" || title == "dame" || title == "prince" || title == "princess" || title == "queen" || title == "king" ||
         title == "sister" || title == "brother" || title == "father" || title == "dr" || title == "dr.";
}

// Geologist [Dr]
std::string without_courtesy(std::string role) {
  const std::size_t blank = role.rfind(' ');
  if (blank == std::string::npos) return role;
  const std::string last = text::to_lower(std::string_view(role).substr(blank + 1));
  for (const std::string_view courtesy : {"dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "shri", "smt"})
    if (last == courtesy) return role.substr(0, blank);
  return role;
}

// Chief Minister: cm
std::string letters_of_role(std::string_view role) {
  std::string out;
  for (std::size_t i = 0; i < role.size() && out.size() < 8; ++i)
    if (i == 0 || role[i - 1] == ' ') out += role[i];
  return text::to_lower(out);
}

std::string initials(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words)
    if (word != "of" && word != "and" && word != "the" && word != "for" && !word.empty()) out += word[0];
  return out;
}

}  // namespace

int distance(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() >= kFar || b.size() > 40) return a == b ? 0 : kFar;
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return std::min(row[b.size()], kFar);
}

Cast::Cast(std::string_view text, std::vector<Mention> mentions)
    : text_(text), mentions_(std::move(mentions)), figure_of_(mentions_.size(), -1), doubtful_(mentions_.size()) {
  for (std::size_t i = 0; i < mentions_.size(); ++i)
    if (mentions_[i].words.size() > 1) figure_of_[i] = full_name(mentions_[i]);
  last_seen_.assign(figures_.size(), 0);
  for (std::size_t i = 0; i < mentions_.size(); ++i) {
    bool doubtful = false;
    if (figure_of_[i] < 0) figure_of_[i] = single_word(mentions_[i], doubtful);
    doubtful_[i] = doubtful;
    last_seen_.resize(figures_.size(), 0);
    last_seen_[static_cast<std::size_t>(figure_of_[i])] = mentions_[i].span.begin + 1;
  }
}

int Cast::full_name(const Mention& m) {
  const auto at = by_last_.find(m.words.back());
  if (at != by_last_.end())
    for (std::size_t i = 0; i < at->second.size() && i < kMostCandidates; ++i) {
      const Figure& f = figures_[static_cast<std::size_t>(at->second[i])];
      const bool body = f.kind == NameKind::body || m.kind == NameKind::body;
      if (body ? f.words == m.words : same_first_name(f.words.front(), m.words.front()) && allows(f.gender, m.gender)) {
        meet(at->second[i], m);
        return at->second[i];
      }
    }
  if (m.kind != NameKind::body && m.words.back().size() >= kLeastVariant) {
    const auto close = by_prefix_.find(std::string_view(m.words.back()).substr(0, kPrefix));
    if (close != by_prefix_.end())
      for (std::size_t i = 0; i < close->second.size() && i < kMostCandidates; ++i) {
        const Figure& f = figures_[static_cast<std::size_t>(close->second[i])];
        if (f.kind == NameKind::body || f.words.size() < 2 || !same_first_name(f.words.front(), m.words.front()) ||
            distance(f.words.back(), m.words.back()) >= kFar)
          continue;
        meet(close->second[i], m);
        return close->second[i];
      }
  }
  return add(m);
}

int Cast::single_word(const Mention& m, bool& doubtful) {
  const std::string& word = m.words.front();
  // “Dale”, a first name of men, may be the surname of a woman.
  const rules::Gender of_surname = m.titled || !m.role.empty() ? m.gender : rules::Gender::unknown;
  const auto choose = [&](const std::vector<int>& candidates, rules::Gender gender, auto accept) {
    int best = -1;
    std::vector<int> fit;
    for (std::size_t i = 0; i < candidates.size() && i < kMostCandidates; ++i) {
      const int f = candidates[i];
      const Figure& figure = figures_[static_cast<std::size_t>(f)];
      if (!accept(figure) || !allows(figure.gender, gender)) continue;
      fit.push_back(f);
      // The last one mentioned; before any was, the first that comes.
      if (best < 0 || last_seen_[static_cast<std::size_t>(f)] > last_seen_[static_cast<std::size_t>(best)]) best = f;
    }
    const auto seen = [&](int f) { return last_seen_[static_cast<std::size_t>(f)]; };
    const auto has_full_name = [&](int f) { return figures_[static_cast<std::size_t>(f)].words.size() > 1; };
    for (const int f : fit)
      if (f != best && has_full_name(f) && has_full_name(best) && (seen(f) > 0 ? m.span.begin < seen(f) + kStillInMind : seen(best) == 0)) doubtful = true;
    return best;
  };
  // “Police” is not Police Media Centre, nor “Nebraska” the University of Nebraska.
  const bool common = noun(word).kind != NounKind::none;
  // RT is not RT America, but NBC is NBC News.
  const bool letters = text::is_all_capitals(slice(text_, m.span));
  const auto first_of = [&](const Figure& f) { return (f.kind != NameKind::body || !common) && (!letters || is_name_of_firm(f.name, f.words)); };
  const auto last_of = [&](const Figure& f) { return f.kind != NameKind::body || f.words.size() == 1 || noun(word).is_body(); };
  const auto person = [](const Figure& f) { return f.kind != NameKind::body; };
  int found = -1;
  if (const auto at = by_last_.find(word); at != by_last_.end()) found = m.titled ? choose(at->second, of_surname, person) : choose(at->second, of_surname, last_of);
  if (found < 0 && (!m.titled || goes_by_first_name(text::to_lower(slice(text_, m.role)))))
    if (const auto at = by_first_.find(word); at != by_first_.end()) found = choose(at->second, m.gender, first_of);
  if (found < 0 && text::is_all_capitals(slice(text_, m.span)))
    if (const auto at = by_initials_.find(word); at != by_initials_.end()) found = choose(at->second, m.gender, [](const Figure&) { return true; });
  if (found < 0 && word.size() >= kLeastVariant && m.kind != NameKind::body)
    if (const auto at = by_prefix_.find(std::string_view(word).substr(0, kPrefix)); at != by_prefix_.end())
      found = choose(at->second, of_surname, [&](const Figure& f) {
        return f.kind != NameKind::body && f.words.size() > 1 && f.words.back().size() >= kLeastVariant &&
               f.words.back().back() != 's' && word.back() != 's' && distance(f.words.back(), word) < kFar;
      });
  doubtful = doubtful && found >= 0;
  if (found < 0) return add(m);
  meet(found, m);
  return found;
}

int Cast::add(const Mention& m) {
  const int figure = static_cast<int>(figures_.size());
  figures_.push_back(
      {.name = std::string(slice(text_, m.span)), .words = m.words, .kind = m.kind, .gender = m.gender, .first = m.span.begin});
  if (figures_.back().kind == NameKind::open && m.words.size() == 1 && text::is_all_capitals(figures_.back().name))
    figures_.back().kind = is_office(m.words.front()) ? NameKind::person : NameKind::body;
  last_seen_.push_back(0);
  index(figure);
  meet(figure, m);
  return figure;
}

void Cast::index(int figure) {
  const Figure& f = figures_[static_cast<std::size_t>(figure)];
  by_last_[f.words.back()].push_back(figure);
  if (f.words.back().size() >= kLeastVariant) by_prefix_[f.words.back().substr(0, kPrefix)].push_back(figure);
  if (f.words.size() > 1) by_first_[f.words.front()].push_back(figure);
  if (f.words.size() > 2) by_initials_[initials(f.words)].push_back(figure);
}

void Cast::meet(int figure, const Mention& m) {
  Figure& f = figures_[static_cast<std::size_t>(figure)];
  ++f.mentions;
  f.in_place += m.in_place;
  f.first_words += m.first_word;
  f.plurals += m.plural;
  f.dateline = f.dateline || m.dateline;
  f.first = std::min(f.first, m.span.begin);
  const std::string form(slice(text_, m.span));
  if (form != f.name) {
    if (m.words.size() > f.words.size() && f.kind != NameKind::body) {
      add_once(f.aliases, f.name, kMostAliases);
      std::erase(f.aliases, form);
      f.name = form;
      f.words = m.words;
    } else {
      add_once(f.aliases, form, kMostAliases);
    }
  }
  // “Mr Hill”, “Dame Ruth”
  if (m.titled && m.words.size() == 1 && !m.role.empty() && text::is_capitalised(slice(text_, m.role)) && m.span.end - m.role.begin <= kLongestTitled)
    add_once(f.aliases, std::string(text_.substr(m.role.begin, m.span.end - m.role.begin)), kMostAliases);
  if (!m.letters.empty()) by_initials_[folded(slice(text_, m.letters))].push_back(figure);
  const bool surname_alone = m.words.size() == 1 && f.words.size() > 1 && !m.titled && m.role.empty() && m.apposition.empty();
  if (f.gender == rules::Gender::unknown && !surname_alone) f.gender = m.gender;
  if (m.kind != NameKind::open && f.kind == NameKind::open) f.kind = m.kind;
  if (const std::string letters = letters_of_role(slice(text_, m.role)); is_office(letters)) by_initials_[letters].push_back(figure);
  for (const Span span : {m.role, m.apposition}) {
    if (span.empty()) continue;
    const std::string role = without_courtesy(without_article(slice(text_, span)));
    // “Mr.” is no role.
    const rules::Word& only = rules::word(text::to_lower(role));
    if (only.is(rules::kTitleWord) && only.gender != rules::Gender::unknown && !only.is(rules::kRole)) continue;
    if (role.size() > 100) continue;
    add_once(f.roles, role, kMostAliases);
    for (const text::Token& token : text::tokens(text_, span)) {
      const std::string word = text::to_lower(slice(text_, token.span));
      const rules::Word& entry = rules::word(word);
      if (entry.is(rules::kRole | rules::kTitleWord) || noun(word).kind != NounKind::none) add_once(f.nouns, word, kMostAliases);
      add_once(f.role_words, word, 4 * kMostAliases);
    }
  }
}

}  // namespace speaker
