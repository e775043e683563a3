// How much a claim deserves a check, as the page shows it: three bands, never a bare percentage.
// The lines were drawn on whole news articles: in one of 800 words about five to ten claims are high or medium.
#pragma once

namespace document {

enum class Band { low, medium, high };

inline constexpr int kHighFrom = 660, kMediumFrom = 500;  // of Claim::checkworthiness, in thousandths

inline Band band_of(int thousandths) {
  return thousandths >= kHighFrom ? Band::high : thousandths >= kMediumFrom ? Band::medium : Band::low;
}

}  // namespace document
