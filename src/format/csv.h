// Quotations as a table, one a row, for spreadsheets: RFC 4180 with a header line and LF line ends. Loses offsets of
// the single pieces, cues and sources beyond their words, speakers beyond their names, claims, notes and the text.
#pragma once

#include <string>

#include "document/document.h"

namespace format {

std::string write_csv(const document::Document&);

}  // namespace format
