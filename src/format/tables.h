// Quotations, or claims, as a table, one a row: for spreadsheets and statistics programs. CSV as in RFC 4180, with LF line
// ends; TSV without quoting, blanks in place of tabs and line breaks. Offsets are code points.
//
// Lost: the places of single pieces, and of cues and sources; speakers beyond name and kind; notes; the text.
#pragma once

#include <string>

#include "document/document.h"

namespace format {

std::string write_csv(const document::Document&);
std::string write_tsv(const document::Document&);
std::string write_claims_csv(const document::Document&);
std::string write_claims_tsv(const document::Document&);

}  // namespace format
