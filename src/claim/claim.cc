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

// Half of a claim's worth is its place among the others of the article: a fact-checker with this article in
// hand wants its best claims, however good those of other articles are. `worth` is in thousandths.
std::vector<int> ranked_in_article(const std::vector<int>& worth) {
  struct Place {
    int share;  // of the article's claims below, in thousandths
    int worth;
  };
  static constexpr Place kPlaces[] = {{0, 20}, {250, 150}, {500, 320}, {650, 420}, {750, 500}, {900, 660}, {970, 800}, {1000, 950}};
  std::vector<std::size_t> order(worth.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return worth[a] < worth[b]; });
  std::vector<int> out(worth.size());
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const int share = static_cast<int>((2 * rank + 1) * 500 / order.size());
    const Place* right = std::find_if(std::begin(kPlaces), std::end(kPlaces) - 1, [&](const Place& p) { return p.share >= share; });
    const Place* left = right == kPlaces ? right : right - 1;
    const int width = std::max(1, right->share - left->share);
    const int relative = left->worth + (share - left->share) * (right->worth - left->worth) / width;
    out[order[rank]] = (worth[order[rank]] + relative) / 2;
  }
  return out;
}

}  // namespace

Document find_claims(Document document) {
  const std::string_view text = document.article.text.view();
  std::vector<Span> taken;
  for (const Claim& claim : document.claims) taken.insert(taken.end(), claim.spans.begin(), claim.spans.end());
  std::sort(taken.begin(), taken.end());

  std::vector<Claim> found;
  std::vector<int> worth;
  std::size_t next_taken = 0;
  std::uint64_t number = std::stoull(document::fresh_id(document, "c").substr(1));
  Passage before;
  for (const Statement& statement : statements(document)) {
    Passage now{text, statement.span, statement.words};
    Judgement judged = judge(now, before);
    before = std::move(now);
    while (next_taken < taken.size() && taken[next_taken].end <= statement.span.begin) ++next_taken;
    if (next_taken < taken.size() && overlaps(taken[next_taken], statement.span)) continue;
    Claim claim{.id = document::ClaimId("c" + std::to_string(number++)), .spans = {statement.span}};
    claim.origin.method = "claim/" + judged.type.name();
    claim.origin.confidence = judged.worth;
    claim.type = std::move(judged.type);
    claim.verifiable = std::move(judged.verifiable);
    claim.reasons = std::move(judged.reasons);
    claim.attribution = attribution(statement.quotation);
    found.push_back(std::move(claim));
    worth.push_back(judged.worth);
  }
  worth = ranked_in_article(worth);
  for (std::size_t i = 0; i < found.size(); ++i) found[i].checkworthiness = worth[i];
  found.insert(found.end(), document.claims.begin(), document.claims.end());
  std::stable_sort(found.begin(), found.end(), [](const Claim& a, const Claim& b) { return a.spans.front() < b.spans.front(); });
  document.claims = document::SharedList<Claim>(std::move(found));
  return document;
}

}  // namespace claim
