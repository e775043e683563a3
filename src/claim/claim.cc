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

}  // namespace

Sighting sighting(std::string_view text, const Statement& statement, const Judgement& judged, const std::vector<document::ClaimFact>& facts) {
  const auto place = static_cast<int>(std::uint64_t{statement.span.begin} * 10 / std::max<std::size_t>(1, text.size()));
  return {.text = text, .statement = &statement, .pattern_type = judged.type.name(), .worth = judged.worth, .fact = judged.fact, .facts = &facts, .place = place};
}

Document find_claims(Document document) {
  const std::string_view text = document.article.text.view();
  std::vector<Span> taken;
  for (const Claim& claim : document.claims) taken.insert(taken.end(), claim.spans.begin(), claim.spans.end());
  std::sort(taken.begin(), taken.end());

  std::vector<Claim> found;
  std::size_t next_taken = 0;
  std::uint64_t number = std::stoull(document::fresh_id(document, "c").substr(1));
  Passage before;
  const Background background(document);
  const Scorer& scorer = Scorer::built_in();
  std::size_t next_quotation = 0;
  const Quotation* last = nullptr;  // before the statement
  for (const Statement& statement : statements(document)) {
    for (; next_quotation < document.quotations.size(); ++next_quotation) {
      const Quotation& q = document.quotations[next_quotation];
      if (q.content.front().begin >= statement.span.begin) break;
      if (q.speaker && q.review.state != document::kRejected) last = &q;
    }
    const document::Block* block = block_at(document, statement.span.begin);
    if (last && block && last->content.back().end < block->span.begin) last = nullptr;  // it spoke in another paragraph
    Passage now{text, statement.span, statement.words};
    Judgement judged = judge(now, before);
    before = std::move(now);
    while (next_taken < taken.size() && taken[next_taken].end <= statement.span.begin) ++next_taken;
    if (next_taken < taken.size() && overlaps(taken[next_taken], statement.span)) continue;
    std::vector<document::ClaimFact> found_facts = facts(background, statement.words);
    const Desk::Verdict verdict = scorer.desk().judge(signs(sighting(text, statement, judged, found_facts)));
    if (!verdict.is_claim) continue;
    Claim claim{.id = document::ClaimId("c" + std::to_string(number++)), .spans = {statement.span}};
    claim.type = document::ClaimType(type_name(verdict.type));
    claim.origin.method = "claim/" + claim.type.name();
    claim.origin.confidence = judged.worth;
    claim.verifiable = verifiable(claim.type.name(), judged.fact);
    claim.checkworthiness = verdict.worth;
    claim.reasons = std::move(judged.reasons);
    claim.attribution = attribution(statement.quotation);
    claim.facts = std::move(found_facts);
    claim.normalized = wording(background, statement.words, claim.facts, voice_of(document, statement, last));
    found.push_back(std::move(claim));
  }
  found.insert(found.end(), document.claims.begin(), document.claims.end());
  std::stable_sort(found.begin(), found.end(), [](const Claim& a, const Claim& b) { return a.spans.front() < b.spans.front(); });
  document.claims = document::SharedList<Claim>(std::move(found));
  return document;
}

}  // namespace claim
