// Learning weights: data in, the bytes of a file of assets/models/ out. The same data gives the same bytes.
#pragma once

#include <cstdint>
#include <string>

namespace train {

// From the treebanks (*.train.conllu) of a folder. About a minute.
std::string train_pos(const std::string& folder);
// Prints the share of right tags in each *.dev.conllu of a folder.
void score_pos(const std::string& file, const std::string& folder);

// How sure a quotation is by the signs of quote/confidence.h: a table. From FOLDER/train.jsonl and CORPUS, as found by FOLDER/half0.bin and half1.bin,
// attribution files that were learned from both with --half 0 and 1, in those articles that they have not seen. CORPUS: a folder like
// tests/corpus/train, whose articles follow the others. A minute.
std::string train_sureness(const std::string& folder, const std::string& corpus, const std::string& pos_file);

struct AttributionOptions {
  std::size_t articles = 0;   // only the first so many; 0: all
  std::string also;           // a folder like tests/corpus/train, learned beside the others; empty: none
  std::uint64_t seed = 1;
  int half = -1;              // 0: only the first article, the third, …; 1: only the others
  std::string networks;       // where trained networks are kept (network_store.h); empty: nowhere
};
// From the annotated articles FOLDER/train.jsonl; FOLDER/dev.jsonl is only scored. Minutes.
std::string train_attribution(const std::string& folder, const std::string& pos_file, const AttributionOptions&);

// From ClaimBuster's debates, FOLDER/claimbuster/train.jsonl; the worth of single sentences is placed on
// FOLDER/newsdiscourse/train.jsonl; what an article's claims are, and which are worth most, is learned from the folder CORPUS. A minute.
std::string train_claims(const std::string& folder, const std::string& corpus);
// Prints what the weights reach on the open sets of a folder.
void score_claims(const std::string& file, const std::string& folder);

}  // namespace train
