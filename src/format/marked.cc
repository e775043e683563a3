#include "format/marked.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>

#include "text/utf8.h"

namespace format {
namespace {

using document::Document;
using document::Quotation;
using text::Error;
using text::Span;

struct Mark {
  std::string name;  // “q Ana Ruiz”, “cue attitude”
  Span span;
  int within = -1;  // the innermost mark of contents around it
  std::size_t line = 0;
};

struct Marked {
  std::string text;
  std::vector<Mark> marks;  // in the order in which they open
};

bool is_content(std::string_view name) { return name.starts_with("q ") || name == "+q"; }

std::string trim(std::string_view s) {
  const std::size_t from = s.find_first_not_of(" \n");
  return from == std::string_view::npos ? std::string() : std::string(s.substr(from, s.find_last_not_of(" \n") - from + 1));
}

Error at_line(std::size_t line, std::string message) { return {"line " + std::to_string(line), std::move(message)}; }

text::Result<Marked> read_marks(std::string_view file, std::size_t line) {
  Marked out;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < file.size(); ++at) {
    if (file[at] == '\n') ++line;
    if (file[at] == '{') {
      const std::size_t bar = file.find('|', at);
      if (bar == std::string_view::npos) return at_line(line, "a mark without |");
      Mark mark{.name = trim(file.substr(at + 1, bar - at - 1)), .line = line};
      mark.span.begin = static_cast<std::uint32_t>(out.text.size());
      for (const std::size_t outer : open)
        if (is_content(out.marks[outer].name)) mark.within = static_cast<int>(outer);
      open.push_back(out.marks.size());
      out.marks.push_back(std::move(mark));
      at = bar;
      if (at + 1 < file.size() && file[at + 1] == ' ') ++at;
    } else if (file[at] == '}') {
      if (open.empty()) return at_line(line, "} closes no mark");
      Mark& mark = out.marks[open.back()];
      mark.span.end = static_cast<std::uint32_t>(out.text.size());
      if (mark.span.empty()) return at_line(mark.line, "an empty mark");
      open.pop_back();
    } else {
      out.text += file[at];
    }
  }
  if (!open.empty()) return at_line(out.marks[open.back()].line, "a mark is not closed");
  return out;
}

// --- The head --------------------------------------------------------------------------------------

std::vector<std::string> split(std::string_view s, char by) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= s.size();) {
    const std::size_t end = std::min(s.find(by, at), s.size());
    out.push_back(trim(s.substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

std::optional<Error> read_head_line(std::string_view words, std::size_t line, Document& d) {
  const std::size_t colon = words.find(": ");
  if (colon == std::string_view::npos) return at_line(line, "expected key: value");
  const std::string_view key = words.substr(0, colon);
  const std::string value = trim(words.substr(colon + 2));
  if (key == "title") d.article.title = value;
  else if (key == "byline") d.article.authors = split(value, ';');
  else if (key == "published") d.article.published = value;
  else if (key == "speaker") {
    const std::vector<std::string> parts = split(value, '|');
    if (parts.size() != 4) return at_line(line, "expected name | kind | role | other names");
    document::Speaker s{.id = document::SpeakerId("s" + std::to_string(d.speakers.size() + 1)), .name = parts[0], .kind = document::SpeakerKind(parts[1])};
    if (!parts[2].empty()) s.roles = {parts[2]};
    if (!parts[3].empty()) s.aliases = split(parts[3], ';');
    d.speakers.push_back(std::move(s));
  } else if (key != "register" && key != "country") {
    return at_line(line, "unknown key " + std::string(key));
  }
  return std::nullopt;
}

// --- Blocks ----------------------------------------------------------------------------------------

document::BlockRole role_of(const std::string& junk) {
  static const std::map<std::string, std::string> kRoles = {{"dateline", "date"},      {"credit", "caption"}, {"related", "related-link"},
                                                            {"readmore", "read-more"}, {"bio", "author-bio"}, {"comments", "comment"}};
  const auto at = kRoles.find(junk);
  return document::BlockRole(at == kRoles.end() ? junk : at->second);
}

void add_block(Document& d, Span span, document::BlockRole role, bool excluded) {
  const std::string_view text = d.article.text.view();
  while (!span.empty() && (text[span.begin] == ' ' || text[span.begin] == '\n')) ++span.begin;
  while (!span.empty() && (text[span.end - 1] == ' ' || text[span.end - 1] == '\n')) --span.end;
  if (span.empty()) return;
  d.article.blocks.push_back(
      {.id = document::BlockId("b" + std::to_string(d.article.blocks.size() + 1)), .span = span, .role = std::move(role), .excluded = excluded});
}

void add_paragraphs(Document& d, Span span) {
  const std::string_view text = d.article.text.view();
  while (!span.empty()) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find("\n\n", span.begin), span.end));
    add_block(d, {span.begin, end}, document::kParagraph, false);
    span.begin = std::min(end + 2, span.end);
  }
}

void add_blocks(Document& d, const std::vector<Mark>& marks) {
  std::uint32_t at = 0;
  for (const Mark& mark : marks) {
    if (!mark.name.starts_with("junk ")) continue;
    add_paragraphs(d, {at, mark.span.begin});
    add_block(d, mark.span, role_of(mark.name.substr(5)), true);
    at = mark.span.end;
  }
  add_paragraphs(d, {at, static_cast<std::uint32_t>(d.article.text.view().size())});
}

// --- Quotations ------------------------------------------------------------------------------------

constexpr std::uint64_t kFar = 100'000;

// How far a cue or source stands from a piece of content; a new sentence between them is far, a new paragraph out of reach.
std::uint64_t distance(std::string_view text, Span mark, Span piece) {
  if (overlaps(mark, piece)) return kFar;
  const bool after = piece.end <= mark.begin;
  const Span gap = after ? Span{piece.end, mark.begin} : Span{mark.end, piece.begin};
  const std::string_view words = slice(text, gap);
  if (words.find("\n\n") != std::string_view::npos) return kFar / 2 + gap.size();
  std::uint64_t far = gap.size();
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if ((words[i] == '.' || words[i] == '?' || words[i] == '!' || words[i] == ';') && (words[i + 1] == ' ' || words[i + 1] == '\n')) far += 1000;
  if (after) {  // “It fell.” She added: a full stop inside the marks ends the sentence
    std::size_t last = piece.end;
    while (last > piece.begin && (static_cast<unsigned char>(text[last - 1]) >= 0x80 || text[last - 1] == '\'' || text[last - 1] == '"')) --last;
    if (last > piece.begin && text[last - 1] == '.') far += 300;
    if (last > piece.begin && (text[last - 1] == '?' || text[last - 1] == '!')) far += 20;
  }
  return far;
}

struct Group {  // a quotation as it is put together
  Quotation quotation;
  int within = -1;  // the quotation around it
};

class Reader {
 public:
  Reader(Document& d, const Marked& marked) : d_(d), marked_(marked), text_(d.article.text.view()), group_of_(marked.marks.size(), -1) {}

  std::optional<Error> read() {
    for (std::size_t i = 0; i < marked_.marks.size(); ++i)
      if (is_content(marked_.marks[i].name))
        if (const auto wrong = add_content(i)) return wrong;
    for (std::size_t i = 0; i < marked_.marks.size(); ++i)
      if (const std::string& name = marked_.marks[i].name; name == "source" || name == "cue" || name.starts_with("cue "))
        if (const auto wrong = add_to_nearest(marked_.marks[i])) return wrong;
    join_after_inner();
    for (Group& group : groups_)
      if (group.quotation.source.empty() && !group.quotation.cue.empty()) share_source(group);
    for (Group& group : groups_) {
      Quotation& q = group.quotation;
      for (std::vector<Span>* spans : {&q.content, &q.cue, &q.source}) std::sort(spans->begin(), spans->end());
    }
    std::stable_sort(groups_.begin(), groups_.end(), [](const Group& a, const Group& b) { return a.quotation.content.front() < b.quotation.content.front(); });
    for (Group& group : groups_) {
      group.quotation.id = document::QuotationId("q" + std::to_string(d_.quotations.size() + 1));
      d_.quotations.push_back(std::move(group.quotation));
    }
    return std::nullopt;
  }

 private:
  int around(const Mark& mark) const { return mark.within < 0 ? -1 : group_of_[static_cast<std::size_t>(mark.within)]; }

  std::optional<Error> add_content(std::size_t index) {
    const Mark& mark = marked_.marks[index];
    const int within = around(mark);
    if (mark.name == "+q") {
      auto group = groups_.rbegin();
      while (group != groups_.rend() && group->within != within) ++group;
      if (group == groups_.rend()) return at_line(mark.line, "a further piece of no quotation");
      group_of_[index] = static_cast<int>(groups_.rend() - group) - 1;
      group->quotation.content.push_back(mark.span);
      return std::nullopt;
    }
    const std::string name = trim(std::string_view(mark.name).substr(2));
    Group group{.within = within};
    group.quotation.content = {mark.span};
    group.quotation.act = document::kSpeech;
    group.quotation.origin.method = "person";
    for (const document::Speaker& s : d_.speakers)
      if (s.name == name) group.quotation.speaker = s.id;
    if (!group.quotation.speaker && name != "?") return at_line(mark.line, "the head has no speaker " + name);
    group_of_[index] = static_cast<int>(groups_.size());
    groups_.push_back(std::move(group));
    return std::nullopt;
  }

  std::optional<Error> add_to_nearest(const Mark& mark) {
    const int within = around(mark);
    Group* nearest = nullptr;
    std::uint64_t best = kFar;
    for (Group& group : groups_) {
      if (group.within != within) continue;
      for (const Span piece : group.quotation.content)
        if (const std::uint64_t far = distance(text_, mark.span, piece); far < best) best = far, nearest = &group;
    }
    if (!nearest) return at_line(mark.line, "a " + mark.name + " without a quotation");
    Quotation& q = nearest->quotation;
    if (mark.name == "source") {
      q.source.push_back(mark.span);
      sources_.emplace_back(mark.span, within);
      return std::nullopt;
    }
    q.cue.push_back(mark.span);
    if (mark.name == "cue") return std::nullopt;
    const std::string cue_class = mark.name.substr(4);
    if (cue_class == "attitude") q.act = document::kAttitude;
    else q.mode = document::Mode(cue_class);
    return std::nullopt;
  }

  void share_source(Group& group) {
    std::uint64_t best = kFar / 2;
    for (const auto& [span, within] : sources_) {
      if (within != group.within) continue;
      const Span cue = group.quotation.cue.front();
      const std::uint64_t far = cue.begin < span.begin ? 2 * distance(text_, cue, span) : distance(text_, cue, span);
      if (far < best) best = far, group.quotation.source = {span};
    }
  }

  bool is_in_marks(const Quotation& q) const {
    static constexpr std::string_view kOpening[] = {"\"", "'", "“", "‘", "«", "„"};
    const std::string_view words = text::slice(text_, q.content.front());
    return std::any_of(std::begin(kOpening), std::end(kOpening), [&](std::string_view mark) { return words.starts_with(mark); });
  }

  // “He told me ‘go’,” she said. “So I went.” After a quotation with another one inside, and where one with another inside
  // follows, what is marked as a new one goes on with it, unless it has a cue of its own.
  void join_after_inner() {
    std::map<int, int> last;  // by what is around it
    std::vector<bool> has_inner(groups_.size()), goes_on(groups_.size());
    for (const Group& group : groups_)
      if (group.within >= 0) has_inner[static_cast<std::size_t>(group.within)] = true;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      Group& group = groups_[i];
      const auto before = last.find(group.within);
      if (before != last.end() && (has_inner[static_cast<std::size_t>(before->second)] || has_inner[i])) {
        Quotation &first = groups_[static_cast<std::size_t>(before->second)].quotation, &q = group.quotation;
        const std::string_view between = text::slice(text_, Span{first.content.back().end, q.content.front().begin});
        const bool reaches = between.find("\n\n") == std::string_view::npos || trim(between).empty();
        if (reaches && q.speaker && first.speaker == q.speaker && (q.cue.empty() || first.cue.empty()) && is_in_marks(first) && is_in_marks(q)) {
          for (auto spans : {&Quotation::content, &Quotation::cue, &Quotation::source})
            (first.*spans).insert((first.*spans).end(), (q.*spans).begin(), (q.*spans).end());
          goes_on[i] = true;
          continue;
        }
      }
      last[group.within] = static_cast<int>(i);
    }
    std::vector<Group> kept;
    for (std::size_t i = 0; i < groups_.size(); ++i)
      if (!goes_on[i]) kept.push_back(std::move(groups_[i]));
    groups_ = std::move(kept);
  }

  Document& d_;
  const Marked& marked_;
  std::string_view text_;
  std::vector<int> group_of_;  // of each mark of content
  std::vector<Group> groups_;
  std::vector<std::pair<Span, int>> sources_;  // and the quotation around each
};

// --- Claims ----------------------------------------------------------------------------------------

int worth_of(std::string_view band) { return band == "high" ? 850 : band == "medium" ? 500 : 150; }

std::string spoken_by(const Document& d, Span span, const document::SpeakerId& who) {
  for (const Quotation& q : d.quotations)
    if (q.speaker == who)
      for (const Span piece : q.content)
        if (overlaps(piece, span)) return q.id.text();
  return {};
}

}  // namespace

text::Result<Document> read_marked(std::string_view file) {
  Document d;
  std::size_t line = 1, at = 0;
  while (true) {
    const std::size_t end = file.find('\n', at);
    if (end == std::string_view::npos) return at_line(line, "the head does not end with ---");
    const std::string_view words = file.substr(at, end - at);
    at = end + 1;
    if (words == "---") break;
    if (const auto wrong = read_head_line(words, line++, d)) return *wrong;
  }
  text::Result<Marked> marked = read_marks(trim(file.substr(at)), line + 1);
  if (!marked) return marked.error();
  if (!text::is_valid_utf8(marked->text)) return Error{"", "the text is not valid UTF-8"};
  d.article.text = document::SharedText(marked->text);
  add_blocks(d, marked->marks);
  if (const auto wrong = Reader(d, *marked).read()) return *wrong;
  return d;
}

text::Result<Document> with_marked_claims(Document d, std::string_view file) {
  text::Result<Marked> marked = read_marks(trim(file), 1);
  if (!marked) return marked.error();
  if (marked->text != d.article.text.view()) return Error{"", "the claims mark another text"};
  for (const Mark& mark : marked->marks) {
    const std::vector<std::string> words = split(mark.name, ' ');
    if (words.size() < 3) return at_line(mark.line, "expected {TYPE BAND WHO| …}");
    const std::string who = trim(std::string_view(mark.name).substr(words[0].size() + 1 + words[1].size()));
    document::Claim claim{.id = document::ClaimId("c" + std::to_string(d.claims.size() + 1)), .spans = {mark.span}, .type = document::ClaimType(words[0])};
    claim.checkworthiness = worth_of(words[1]);
    claim.origin.method = "person";
    claim.attribution.to = decltype(claim.attribution.to)(who == "article" ? "article" : "speaker");
    for (const document::Speaker& s : d.speakers)
      if (s.name == who) {
        claim.attribution.speaker = s.id;
        if (const std::string id = spoken_by(d, mark.span, s.id); !id.empty()) claim.attribution.quotation = document::QuotationId(id);
      }
    if (who != "article" && !claim.attribution.speaker) return at_line(mark.line, "the head has no speaker " + who);
    d.claims.push_back(std::move(claim));
  }
  return d;
}

}  // namespace format
