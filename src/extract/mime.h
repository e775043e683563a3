// E-mail and saved pages in its form (RFC 5322, 2045 to 2047, 2557): headers, parts, transfer encodings. It takes what it
// can get: what is malformed is read as it stands, and nothing fails. No recursion; linear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"

namespace extract {

struct Header {
  std::string name;   // lower case
  std::string value;  // unfolded
};

struct MimePart {
  std::vector<Header> headers;
  std::string_view body;  // still encoded

  std::string_view value(std::string_view name) const;
};

// The first lines are headers, and they say that this is an e-mail or a saved page; `named` as one, less is asked.
bool looks_like_mime(std::string_view bytes, bool named);

// All parts that are no containers, in order. The first headers are those of the whole.
struct Mime {
  std::vector<Header> headers;
  std::vector<MimePart> parts;
};
Mime read_mime(std::string_view bytes);

// The value of a header's parameter: charset of `text/html; charset="utf-8"`.
std::string parameter_of(std::string_view value, std::string_view name);

// Lower case, without parameters: "text/html".
std::string media_type_of(const MimePart&);

// base64 and quoted-printable undone.
std::string decoded_body(const MimePart&);
std::string from_base64(std::string_view);

// "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=" -> "Grüße" (RFC 2047). Empty where a word is in an encoding that nobody decodes.
std::string decoded_words(std::string_view header_value, const Decode& elsewhere = {});

// "Mon, 3 May 2021 10:15:00 +0200" -> "2021-05-03T10:15:00+02:00"; empty: no date.
std::string mail_date(std::string_view header_value);

// "Jane Roe <jane@example.org>" -> "Jane Roe"; empty where there is only an address.
std::string mail_name(std::string_view header_value, const Decode& elsewhere = {});

}  // namespace extract
