#include "format/claims_review.h"

#include <algorithm>
#include <vector>

#include "format/by_id.h"
#include "format/json_writer.h"

namespace format {
namespace {

using namespace document;

class ReviewWriter {
 public:
  explicit ReviewWriter(const Document& d) : d_(d), speakers_(d) {}

  std::string run() {
    out_.begin_object().key("@context").text("https://schema.org").key("@graph").begin_array();
    for (const Claim* c : chosen()) review(*c);
    out_.end_array().end_object();
    return out_.take() + "\n";
  }

 private:
  std::vector<const Claim*> chosen() const {
    std::vector<const Claim*> out;
    for (const Claim& c : d_.claims)
      if (c.review.state != kRejected && c.verifiable.name() != "no") out.push_back(&c);
    std::stable_sort(out.begin(), out.end(), [](const Claim* a, const Claim* b) { return a->checkworthiness.value_or(-1) > b->checkworthiness.value_or(-1); });
    return out;
  }

  void member(std::string_view key, const std::string& value) {
    if (!value.empty()) out_.key(key).text(value);
  }
  JsonWriter& object(std::string_view key, std::string_view type) { return out_.key(key).begin_object().key("@type").text(type); }

  void review(const Claim& c) {
    const std::string words = words_of(d_, c.spans);
    out_.begin_object().key("@type").text("ClaimReview").key("creativeWorkStatus").text("Draft");
    member("claimReviewed", c.normalized.empty() ? words : c.normalized);
    object("itemReviewed", "Claim");
    member("text", words);
    author(c);
    member("datePublished", d_.article.published);
    appearance();
    keywords(c);
    out_.end_object().end_object();
  }

  // Who makes the claim: the speaker; else those who wrote the article.
  void author(const Claim& c) {
    const Speaker* const speaker = speakers_.find(c.attribution.speaker);
    if (!speaker) return c.attribution.to.name() == "article" ? authors() : void();
    object("author", speaker->kind == kHuman || speaker->kind == kUnnamed ? "Person" : "Organization");
    member("name", speaker->name);
    if (speaker->kind == kHuman) member("jobTitle", speaker->roles.empty() ? "" : speaker->roles.front());
    if (!speaker->same_as.empty()) {
      out_.key("sameAs").begin_array();
      for (const std::string& address : speaker->same_as) out_.text(address);
      out_.end_array();
    }
    out_.end_object();
  }

  void authors() {
    if (d_.article.authors.empty()) {
      if (!d_.article.publisher.empty()) object("author", "Organization").key("name").text(d_.article.publisher).end_object();
      return;
    }
    out_.key("author").begin_array();
    for (const std::string& name : d_.article.authors) out_.begin_object().key("@type").text("Person").key("name").text(name).end_object();
    out_.end_array();
  }

  void appearance() {
    object("appearance", "NewsArticle");
    member("headline", d_.article.title);
    member("url", d_.article.url);
    authors();
    if (!d_.article.publisher.empty()) object("publisher", "Organization").key("name").text(d_.article.publisher).end_object();
    member("datePublished", d_.article.published);
    member("inLanguage", d_.article.language);
    out_.end_object();
  }

  void keywords(const Claim& c) {
    out_.key("keywords").begin_array().text(c.type.name());
    for (const std::string& reason : c.reasons) out_.text(reason);
    out_.end_array();
  }

  const Document& d_;
  SpeakersById speakers_;
  JsonWriter out_{JsonWriter::Layout::indented};
};

}  // namespace

std::string write_claim_review(const Document& d) { return ReviewWriter(d).run(); }

}  // namespace format
