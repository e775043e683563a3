#include "claim/claim.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "claim/judge.h"
#include "claim/statement.h"
#include "claim/wording.h"

namespace claim {
namespace {

using document::Claim;
using document::Document;
using document::Quotation;

document::Attribution attribution(const Quotation* quotation) {
  if (!quotation) return {.to = decltype(document::Attribution::to)("article")};
  const char* to = quotation->speaker ? "speaker" : "unknown";
  return {.to = decltype(document::Attribution::to)(to), .speaker = quotation->speaker, .quotation = quotation->id};
}

// Whom “I”, “he” or “the ministry” may mean.
Voice voice_of(const Document& d, const Statement& statement, const Quotation* last) {
  const auto speaker = [&](const Quotation* q) { return q && q->speaker ? find(d, *q->speaker) : nullptr; };
  if (!statement.quotation) return {.speaker = speaker(last)};
  const bool direct = statement.quotation->type == document::kDirect;
  return {.speaker = speaker(statement.quotation), .own_words = direct, .reported = !direct};
}

// What shall be is no past event, whatever participle stands in it: “must be backed”, “land now occupied”.
void drop_past(const document::ClaimType& type, std::vector<std::string>& reasons) {
  if (type.name() != "prediction" && type.name() != "position" && type.name() != "law_rule") return;
  reasons.erase(std::remove(reasons.begin(), reasons.end(), reason_of(WordClass::past)), reasons.end());
}

}  // namespace

Document find_claims(Document document) {
  std::vector<Span> taken;
  for (const Claim& claim : document.claims) taken.insert(taken.end(), claim.spans.begin(), claim.spans.end());
  std::sort(taken.begin(), taken.end());

  std::vector<Claim> found;
  std::size_t next_taken = 0;
  std::uint64_t number = std::stoull(document::fresh_id(document, "c").substr(1));
  const Background background(document);
  const Scorer& scorer = Scorer::built_in();
  const std::vector<Statement> all = statements(document);
  Judgements seen = judge_all(background, all);
  const Survey survey(document, seen.sightings);
  std::size_t next_quotation = 0;
  const Quotation* last = nullptr;  // before the statement
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Statement& statement = all[i];
    for (; next_quotation < document.quotations.size(); ++next_quotation) {
      const Quotation& q = document.quotations[next_quotation];
      if (q.content.front().begin >= statement.span.begin) break;
      if (q.speaker && q.review.state != document::kRejected) last = &q;
    }
    const document::Block* block = block_at(document, statement.span.begin);
    if (last && block && last->content.back().end < block->span.begin) last = nullptr;  // it spoke in another paragraph
    while (next_taken < taken.size() && taken[next_taken].end <= statement.span.begin) ++next_taken;
    if (next_taken < taken.size() && overlaps(taken[next_taken], statement.span)) continue;
    const Desk::Verdict verdict = scorer.desk().judge(survey.signs(i));
    if (!verdict.is_claim) continue;
    Judgement& judged = seen.judgements[i];
    Claim claim{.id = document::ClaimId("c" + std::to_string(number++)), .spans = {statement.span}};
    claim.type = document::ClaimType(type_name(verdict.type));
    claim.origin.method = "claim/" + claim.type.name();
    claim.origin.confidence = judged.worth;
    claim.verifiable = verifiable(claim.type.name(), judged.fact);
    claim.checkworthiness = verdict.worth;
    claim.reasons = std::move(judged.reasons);
    drop_past(claim.type, claim.reasons);
    claim.attribution = attribution(statement.quotation);
    claim.facts = seen.sightings[i].facts;
    claim.normalized = wording(background, statement.words, claim.facts, voice_of(document, statement, last));
    found.push_back(std::move(claim));
  }
  found.insert(found.end(), document.claims.begin(), document.claims.end());
  std::stable_sort(found.begin(), found.end(), [](const Claim& a, const Claim& b) { return a.spans.front() < b.spans.front(); });
  document.claims = document::SharedList<Claim>(std::move(found));
  return document;
}

}  // namespace claim
