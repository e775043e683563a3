#include "ui/words.h"

#include <map>
#include <utility>

#include "rules/embedded.h"
#include "rules/table.h"
#include "ui/marks.h"

namespace ui {

using namespace document;

namespace {

struct Labels {
  std::vector<std::string> order;
  std::map<std::string, std::string> words;
};

Labels read(std::string_view path, std::string_view key) {
  Labels out;
  const rules::Table table = rules::load(path);
  for (const auto& row : table.rows) {
    const std::string name(table.cell(row, key));
    out.order.push_back(name);
    out.words[name] = std::string(table.cell(row, "label"));
  }
  return out;
}

const Labels& roles() {
  static const Labels labels = read("rules/block_roles.tsv", "role");
  return labels;
}
const Labels& types() {
  static const Labels labels = read("rules/claim_types.tsv", "type");
  return labels;
}

// A name that the table does not know is shown as it is.
std::string label_in(const Labels& labels, const std::string& name) {
  const auto at = labels.words.find(name);
  return at == labels.words.end() ? in_words(name) : at->second;
}

std::vector<std::string> rules_in(const std::string& method) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < method.size();) {
    const std::size_t end = std::min(method.find(" + ", at), method.size());
    out.push_back(method.substr(at, end - at));
    at = end + 3;
  }
  return out;
}

std::string quoted(const std::string& words) { return "“" + words + "”"; }

// “he added”, “said Hegseth”: cue and source in the order of the text.
std::string cue_and_source(const Document& d, const Quotation& q) {
  if (q.cue.empty()) return words_of(d, q.source);
  if (q.source.empty()) return words_of(d, q.cue);
  const std::string cue = words_of(d, q.cue), source = words_of(d, q.source);
  return q.source.front().begin < q.cue.front().begin ? source + " " + cue : cue + " " + source;
}

std::string main_reason(const Document& d, const Quotation& q) {
  const std::string around = cue_and_source(d, q);
  const bool after = !q.cue.empty() && q.cue.front().begin > q.content.front().begin;
  if (q.type == kDirect) {
    if (around.empty()) return "Quotation marks around the words";
    return std::string("Quotation marks, ") + (after ? "then " : "after ") + quoted(around);
  }
  if (around.empty()) return "Words that report what somebody said";
  return after ? "The words before " + quoted(around) : "The words after " + quoted(around);
}

// By how the name of a rule of src/extract ends.
constexpr std::pair<std::string_view, std::string_view> kBlockReasons[] = {
    {"/title", "It is the headline"},
    {"/after-body", "It stands below the last line that the page gives to search engines"},
    {"-element", "The page itself calls this part so"},
    {"-box", "The line above says what this box is"},
    {"/linked", "It is nothing but links"},
    {"/link-list", "It belongs to a list of links"},
    {"/teasers-at-end", "It belongs to links at the end, each with a line or two"},
    {"/before-article", "It stands between the headline and the article"},
    {"/lone-heading", "It is a heading with nothing of the article below it"},
    {"/stray", "It is a few words in a box without a sentence"},
    {"/no-words", "There are no words in it"},
    {"/running-head", "It comes again and again, as the heads of pages do"},
};

}  // namespace

std::string label_of(const BlockRole& role) { return label_in(roles(), role.name()); }
std::string label_of(const ClaimType& type) { return label_in(types(), type.name()); }
std::string label_of(const SpeakerKind& kind) { return in_words(kind.name()); }

const std::vector<ClaimType>& claim_types() {
  static const std::vector<ClaimType> all = [] {
    std::vector<ClaimType> out;
    for (const std::string& name : types().order) out.push_back(ClaimType(name));
    return out;
  }();
  return all;
}

std::string role_of(const Speaker& speaker) {
  if (speaker.roles.empty()) return label_of(speaker.kind);
  std::string role = speaker.roles.front();
  if (!role.empty() && role[0] >= 'a' && role[0] <= 'z') role[0] = static_cast<char>(role[0] - 'a' + 'A');
  return role;
}

std::string counted(int n, std::string_view one, std::string_view many) { return with_commas(n) + " " + std::string(n == 1 ? one : many); }

std::string with_commas(int n) {
  std::string digits = std::to_string(n);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string percent(int part, int whole) {
  return std::to_string(whole ? (std::int64_t{part} * 100 + whole / 2) / whole : 0) + " %";
}

std::vector<Reason> why(const Document& d, const Quotation& q) {
  std::vector<Reason> out;
  if (q.origin.method == "person") {
    const Agent* person = find(d, q.origin.by);
    return {{"Marked by " + (person && !person->name.empty() ? person->name : std::string("a person")), {}}};
  }
  std::vector<std::string> rules = rules_in(q.origin.method);
  out.push_back({main_reason(d, q), rules.empty() ? std::string() : rules.front()});
  const Speaker* speaker = q.speaker ? find(d, *q.speaker) : nullptr;
  for (std::size_t i = 1; i < rules.size(); ++i) {
    const bool about_speaker = rules[i].starts_with("speaker/");
    if (about_speaker && speaker) out.push_back({quoted(words_of(d, q.source)) + " is " + speaker->name, rules[i]});
    else if (q.content.size() > 1) out.push_back({"A further part belongs to the same quotation", rules[i]});
    else out.push_back({{}, rules[i]});
  }
  const bool told = out.size() > 1 && speaker && !q.source.empty();
  if (!told && speaker && !q.source.empty() && words_of(d, q.source).find(speaker->name) == std::string::npos)
    out.push_back({quoted(words_of(d, q.source)) + " stands for " + speaker->name, {}});
  return out;
}

std::vector<Reason> why(const Document& d, const Claim& c) {
  if (c.origin.method == "person") {
    const Agent* person = find(d, c.origin.by);
    return {{"Marked by " + (person && !person->name.empty() ? person->name : std::string("a person")), {}}};
  }
  std::vector<Reason> out;
  for (const std::string& reason : c.reasons) out.push_back({in_words(reason), {}});
  if (out.empty()) out.push_back({label_of(c.type), {}});
  out.back().rule = c.origin.method;
  return out;
}

Reason why(const Document& d, const Block& block) {
  if (block.review) {
    const Agent* person = find(d, block.review->by);
    return {std::string(block.excluded ? "Excluded by " : "Put back by ") + (person && !person->name.empty() ? person->name : std::string("a person")), {}};
  }
  if (!block.origin) return {};
  const std::string& rule = block.origin->method;
  for (const auto& [ending, sentence] : kBlockReasons)
    if (rule.ends_with(ending)) return {std::string(sentence), rule};
  return {"Its words say so", rule};
}

std::string reasons_of(const Document& d, const Claim& c) {
  if (c.origin.method == "person") return why(d, c).front().sentence;
  std::string out;
  for (const std::string& reason : c.reasons) out += (out.empty() ? "" : " · ") + reason;
  return out;
}

std::string about(const Document& d, const session::Target& mark) {
  const auto with_confidence = [](std::string_view word, const Origin& origin) {
    return std::string(word) + (origin.confidence ? ", " + std::to_string(*origin.confidence / 10) + " of 100" : std::string());
  };
  if (const auto* id = std::get_if<QuotationId>(&mark)) {
    const Quotation* q = find(d, *id);
    if (!q) return {};
    const Speaker* speaker = q->speaker ? find(d, *q->speaker) : nullptr;
    return (speaker ? speaker->name : std::string("Nobody known")) + " · " + q->type.name() + "\n" + why(d, *q).front().sentence + "\n" +
           with_confidence(word_of(sureness_of(q->origin, q->review)), q->origin);
  }
  if (const auto* id = std::get_if<ClaimId>(&mark)) {
    const Claim* c = find(d, *id);
    if (!c) return {};
    const Speaker* speaker = c->attribution.speaker ? find(d, *c->attribution.speaker) : nullptr;
    return label_of(c->type) + ", " + std::string(word_of(worth_of(*c))) + " · " + (speaker ? speaker->name : std::string("the article")) +
           "\n" + why(d, *c).front().sentence;
  }
  return {};
}

std::string question_about(const Document& d, const Quotation& q) {
  const Speaker* speaker = q.speaker ? find(d, *q.speaker) : nullptr;
  if (speaker) return "Is this said by " + speaker->name + "?";
  return q.source.empty() ? "Is this a quotation?" : "Is this said by “" + words_of(d, q.source) + "”?";
}

}  // namespace ui
