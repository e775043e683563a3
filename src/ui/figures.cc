#include "ui/figures.h"

#include "document/band.h"
#include "text/utf8.h"

namespace ui {

using namespace document;

std::string_view word_of(Sureness sureness) {
  switch (sureness) {
    case Sureness::sure:
      return "Sure";
    case Sureness::likely:
      return "Likely";
    case Sureness::doubtful:
      break;
  }
  return "Doubtful";
}

std::string_view word_of(Worth worth) {
  switch (worth) {
    case Worth::high:
      return "check first";
    case Worth::medium:
      return "worth checking";
    case Worth::low:
      break;
  }
  return "of low worth";
}

bool is_rejected(const Review& review) { return review.state == kRejected; }

bool ClaimFilter::shows(const Claim& c) const {
  if (worth && worth_of(c) != *worth) return false;
  if (type && c.type != *type) return false;
  if (by_article) return !c.attribution.speaker;
  return !speaker || c.attribution.speaker == speaker;
}

Worth worth_of(const Claim& claim) {
  // A person who marks a claim and gives no figure finds it worth checking.
  if (!claim.checkworthiness) return Worth::medium;
  switch (band_of(*claim.checkworthiness)) {
    case Band::high:
      return Worth::high;
    case Band::medium:
      return Worth::medium;
    case Band::low:
      break;
  }
  return Worth::low;
}

int count_words(std::string_view words) {
  int n = 0;
  bool inside = false;
  for (std::uint32_t at = 0; at < words.size();) {
    const text::Character c = text::character_at(words, at);
    at += c.size;
    const bool sign = (c.code >= 0x2000 && c.code < 0x2C00) || (c.code >= 0x3000 && c.code < 0x3040);
    const bool letter = (c.code >= '0' && c.code <= '9') || (c.code >= 'A' && c.code <= 'Z') || (c.code >= 'a' && c.code <= 'z') ||
                        (c.code >= 0xC0 && !sign);
    if (letter && !inside) ++n;
    // An apostrophe or a hyphen between letters does not end the word.
    inside = letter || (inside && (c.code == '\'' || c.code == 0x2019 || c.code == '-' || c.code == 0xAD));
  }
  return n;
}

Figures count(const Document& d) {
  Figures f;
  const std::string_view text = d.article.text.view();
  f.voices.resize(d.speakers.size());
  for (std::size_t i = 0; i < d.speakers.size(); ++i) f.number_of[d.speakers[i].id.text()] = static_cast<int>(i) + 1;
  if (d.article.blocks.empty()) f.words = f.all_words = count_words(text);
  for (const Block& block : d.article.blocks) {
    const int words = count_words(text::slice(text, block.span));
    f.all_words += words;
    if (block.excluded) ++f.excluded_blocks;
    else f.words += words;
  }
  const auto voice = [&](const std::optional<SpeakerId>& id) -> Voice& {
    const int n = number_of(f, id);
    return n ? f.voices[static_cast<std::size_t>(n) - 1] : f.unknown;
  };
  for (const Quotation& q : d.quotations) {
    if (is_rejected(q.review)) continue;
    ++f.quotations;
    if (q.review.state == kSuggested) ++f.unreviewed;
    Voice& v = voice(q.speaker);
    ++v.quotations;
    v.accepted = v.accepted || q.review.state == kAccepted || q.review.state == kEdited;
    if (is_doubtful(q)) {
      ++v.doubtful;
      ++f.open;
      continue;
    }
    int words = 0;
    for (const Span piece : q.content) words += count_words(text::slice(text, piece));
    (q.type == kDirect ? v.direct_words : v.reported_words) += words;
    if (q.type == kDirect) f.direct_words += words;
    f.quoted_words += words;
  }
  for (const Claim& c : d.claims) {
    if (is_rejected(c.review)) continue;
    if (worth_of(c) == Worth::low) {
      ++f.low_claims;
      continue;
    }
    ++f.claims;
    if (c.attribution.speaker) ++voice(c.attribution.speaker).claims;
    else ++f.article_claims;
  }
  return f;
}

const Figures& FigureCache::of(const Document& d) {
  const bool same = valid_ && counted_.quotations.same(d.quotations) && counted_.speakers.same(d.speakers) &&
                    counted_.claims.same(d.claims) && counted_.article.blocks.same(d.article.blocks) &&
                    counted_.article.text.view().data() == d.article.text.view().data();
  if (!same) {
    figures_ = count(d);
    counted_ = d;
    valid_ = true;
  }
  return figures_;
}

int number_of(const Figures& f, const std::optional<SpeakerId>& id) {
  if (!id) return 0;
  const auto at = f.number_of.find(id->text());
  return at == f.number_of.end() ? 0 : at->second;
}

}  // namespace ui
