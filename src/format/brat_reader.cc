#include <algorithm>
#include <charconv>
#include <map>

#include "format/brat.h"
#include "format/foreign.h"

namespace format {
namespace {

using namespace document;

struct Entity {
  std::string label;
  std::vector<Span> pieces;
  QuotationType type;
  std::string kind;  // of a claim
  std::optional<ReviewState> review;
  std::optional<std::string> speaker;
  std::vector<std::string> notes;
  std::vector<std::size_t> cues, sources;
};

std::vector<std::string_view> split(std::string_view words, char at) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find(at, begin), words.size());
    out.push_back(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::optional<std::int64_t> number(std::string_view digits) {
  std::int64_t out = 0;
  const auto [stop, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return fault == std::errc() && stop == digits.data() + digits.size() ? std::optional(out) : std::nullopt;
}

// brat's own configurations call them by many names.
std::string role_of(std::string label) {
  for (char& c : label) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (label == "quotation" || label == "quote") return "content";
  return label;
}

class BratReader {
 public:
  BratReader(std::string_view bytes, const Article& article) : bytes_(bytes), text_(article.text.view()), out_(article, "brat") {}

  text::Result<Document> run() {
    std::size_t line = 0;
    for (const std::string_view one : split(bytes_, '\n')) {
      ++line;
      std::string_view words = one;
      if (words.ends_with('\r')) words.remove_suffix(1);
      if (words.empty()) continue;
      if (const std::string fault = read(split(words, '\t')); !fault.empty()) return text::Error{"line " + std::to_string(line), fault};
    }
    for (const Entity& e : entities_) make(e);
    return out_.take();
  }

 private:
  // Half a sentence, or empty.
  std::string read(const std::vector<std::string_view>& cells) {
    const std::string_view id = cells[0];
    const std::vector<std::string_view> words = split(cells.size() > 1 ? cells[1] : "", ' ');
    switch (id.empty() ? ' ' : id[0]) {
      case 'T': return entity(id, cells);
      case 'R': return relation(words);
      case 'A': case 'M': return attribute(words);
      case '#': return note(words, cells.size() > 2 ? cells[2] : "");
      case 'E': case 'N': case '*': return "";  // events, references and equivalences say nothing of who said what
      default: return "this is no line of brat's: it begins with neither T, R, A, M, E, N, * nor #";
    }
  }

  std::string entity(std::string_view id, const std::vector<std::string_view>& cells) {
    if (cells.size() < 3) return "expected an id, a label with places, and words, with tabs between them";
    const std::size_t blank = cells[1].find(' ');
    if (blank == std::string_view::npos) return "expected a label and places";
    Entity e;
    e.label = role_of(std::string(cells[1].substr(0, blank)));
    std::string there;
    for (const std::string_view piece : split(cells[1].substr(blank + 1), ';')) {
      const auto edges = split(piece, ' ');
      const auto start = edges.size() == 2 ? number(edges[0]) : std::nullopt, end = edges.size() == 2 ? number(edges[1]) : std::nullopt;
      if (!start || !end) return "expected places such as 0 4;9 12";
      const auto span = text_.span(*start, *end, Unit::code_point);
      if (!span) return "the place " + std::string(piece) + " lies outside the text, or is empty";
      e.pieces.push_back(*span);
      there += (there.empty() ? "" : " ") + std::string(slice(text_.text(), *span));
    }
    std::string words(cells[2]);
    for (std::string* one : {&there, &words}) std::replace_if(one->begin(), one->end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    if (there != words) return "these words do not stand at their place in the text: it is another text";
    if (!by_id_.emplace(std::string(id), entities_.size()).second) return "the id " + std::string(id) + " is used twice";
    entities_.push_back(std::move(e));
    return "";
  }

  Entity* find(std::string_view id) {
    const auto found = by_id_.find(std::string(id));
    return found == by_id_.end() ? nullptr : &entities_[found->second];
  }

  std::string relation(const std::vector<std::string_view>& words) {
    if (words.size() < 3) return "expected a label and two arguments";
    const auto argument = [](std::string_view word) { return word.substr(std::min(word.find(':') + 1, word.size())); };
    Entity *from = find(argument(words[1])), *to = find(argument(words[2]));
    if (!from || !to) return "joins what is not there before it";
    if (from->label != "content") std::swap(from, to);
    if (from->label != "content") return "";
    const auto place = static_cast<std::size_t>(to - entities_.data());
    if (to->label == "cue") from->cues.push_back(place);
    else if (to->label == "source") from->sources.push_back(place);
    return "";
  }

  std::string attribute(const std::vector<std::string_view>& words) {
    if (words.size() < 2) return "expected a label and what it is on";
    Entity* const e = find(words[1]);
    if (!e) return "is on " + std::string(words[1]) + ", which is not there before it";
    const std::string label = role_of(std::string(words[0])), value(words.size() > 2 ? words[2] : "");
    if (label == "type") e->type = QuotationType(value), e->kind = value;
    else if (label == "review") e->review = ReviewState(value);
    else e->notes.push_back(std::string(words[0]) + (value.empty() ? "" : ": " + value));
    return "";
  }

  std::string note(const std::vector<std::string_view>& words, std::string_view said) {
    constexpr std::string_view kSpeaker = "Speaker: ";
    Entity* const e = words.size() > 1 ? find(words[1]) : nullptr;
    if (!e) return "";  // on a relation, or on the document
    if (said.starts_with(kSpeaker) && !e->speaker && e->label == "content") e->speaker = std::string(said.substr(kSpeaker.size()));
    else e->notes.push_back(std::string(said));
    return "";
  }

  void make(const Entity& e) {
    const auto pieces_of = [&](const std::vector<std::size_t>& places) {
      std::vector<Span> out;
      for (const std::size_t at : places) out.insert(out.end(), entities_[at].pieces.begin(), entities_[at].pieces.end());
      return out;
    };
    const Review review{.state = e.review.value_or(kAccepted)};
    if (e.label == "content") {
      Quotation q{.type = e.type, .content = e.pieces, .cue = pieces_of(e.cues), .source = pieces_of(e.sources), .review = review};
      if (e.speaker) q.speaker = out_.speaker(*e.speaker);
      out_.add(std::move(q), e.notes);
    } else if (e.label == "claim") {
      out_.add(Claim{.spans = e.pieces, .type = ClaimType(e.kind.empty() ? "other" : e.kind), .review = review}, e.notes);
    }
  }

  std::string_view bytes_;
  ForeignText text_;
  ForeignDocument out_;
  std::vector<Entity> entities_;
  std::map<std::string, std::size_t> by_id_;
};

}  // namespace

text::Result<Document> read_brat(std::string_view bytes, const Article& article) { return BratReader(bytes, article).run(); }

bool looks_like_brat(std::string_view bytes) {
  std::size_t at = bytes.starts_with("T") || bytes.starts_with("#") ? 1 : 0;
  const std::size_t digits = at;
  while (at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9') ++at;
  return digits > 0 && at > digits && at < bytes.size() && bytes[at] == '\t';
}

}  // namespace format
