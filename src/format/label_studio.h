// Label Studio's tasks: an array of one, the marks as its predictions, so that they can be imported and corrected there.
// Offsets are UTF-16 units, as its editor counts.
//
// Every piece of a mark is a region with a label (content, cue, source, claim); relations "continues", "cue" and "source" tie
// them; type, speaker, review and notes are per-region choices and text areas. The labelling configuration:
//
//   <View><Labels name="label" toName="text"><Label value="content"/><Label value="cue"/><Label value="source"/>
//   <Label value="claim"/></Labels><Relations><Relation value="continues"/><Relation value="cue"/><Relation value="source"/>
//   </Relations><Text name="text" value="$text"/><TextArea name="type" toName="text" perRegion="true"/>
//   <TextArea name="speaker" toName="text" perRegion="true"/><TextArea name="review" toName="text" perRegion="true"/>
//   <TextArea name="note" toName="text" perRegion="true"/></View>
//
// Lost: where marks come from beyond their scores, speakers beyond their names, who made a claim, blocks.
// Reading takes annotations where there are any, else predictions, of a file with one task.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "text/result.h"

namespace format {

std::string write_label_studio(const document::Document&);
text::Result<document::Document> read_label_studio(std::string_view bytes);

}  // namespace format
