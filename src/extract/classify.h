// What each line of the article's region is. Several passes, the surest first; a line that one has decided is left
// alone by the next. Each decision names its rule:
//
//   block/title                 the headline again
//   block/<role>                its words (boilerplate.tsv)
//   block/after-body            after the last line of the body that the page gives to search engines
//   block/<role>-element        the names of an element around it (element_names.tsv)
//   block/<role>-box            a line above it says what the box is ("More on this story")
//   block/linked                it is nothing but links
//   block/link-list             a list of links, with or without teasers below them
//   block/teasers-at-end        links at the end, each with a line or two below it
//   block/before-article        between the page's heading and the article, and no lead
//   block/lone-heading          a heading with nothing of the article below it
//   block/stray                 a few words in a box without a sentence
#pragma once

#include <vector>

#include "extract/boilerplate.h"
#include "extract/metadata.h"

namespace extract {

// One for each line of the region, from its head on; with the role that its tag gives it, where nothing was decided.
std::vector<Decision> classify(const Surroundings&, const Metadata& said);

}  // namespace extract
