#include "claim/claim.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "claim/judge.h"
#include "claim/statement.h"

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

}  // namespace

Document find_claims(Document document) {
  const std::string_view text = document.article.text.view();
  std::vector<Span> taken;
  for (const Claim& claim : document.claims) taken.insert(taken.end(), claim.spans.begin(), claim.spans.end());
  std::sort(taken.begin(), taken.end());

  std::vector<Claim> all(document.claims.begin(), document.claims.end());
  std::size_t next_taken = 0;
  std::uint64_t number = std::stoull(document::fresh_id(document, "c").substr(1));
  for (const Statement& statement : statements(document)) {
    while (next_taken < taken.size() && taken[next_taken].end <= statement.span.begin) ++next_taken;
    if (next_taken < taken.size() && overlaps(taken[next_taken], statement.span)) continue;
    Judgement judged = judge(slice(text, statement.span), statement.words);
    Claim claim{.id = document::ClaimId("c" + std::to_string(number++)), .spans = {statement.span}};
    claim.origin.method = "claim/" + judged.type.name();
    claim.origin.confidence = judged.worth;
    claim.type = std::move(judged.type);
    claim.verifiable = std::move(judged.verifiable);
    claim.checkworthiness = judged.worth;
    claim.reasons = std::move(judged.reasons);
    claim.attribution = attribution(statement.quotation);
    all.push_back(std::move(claim));
  }
  std::stable_sort(all.begin(), all.end(), [](const Claim& a, const Claim& b) { return a.spans.front() < b.spans.front(); });
  document.claims = document::SharedList<Claim>(std::move(all));
  return document;
}

}  // namespace claim
