// Makes a Document of what another program's file says: its marks get ids, their pieces are put in order, and every line of
// the text becomes a block. Readers of foreign formats only say what stands where.
//
// A foreign file's marks are its author's, so they come as accepted; where it says otherwise (a prediction), the reader
// sets the review.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "format/json_tree.h"
#include "text/result.h"
#include "text/utf8.h"

namespace format {

enum class Unit : unsigned char { code_point, utf16 };

// Places of a foreign file as bytes of a text. `raw` is the text as that file has it, CR LF included.
class ForeignText {
 public:
  explicit ForeignText(std::string_view raw);

  std::string_view text() const { return text_; }  // with LF
  // None: outside, empty, or the end before the start.
  std::optional<text::Span> span(std::int64_t start, std::int64_t end, Unit) const;
  // The same, but only if the words are there; in the other unit if they are there then: programs disagree about it.
  std::optional<text::Span> span(std::int64_t start, std::int64_t end, Unit, std::string_view words) const;
  std::int64_t place(std::uint32_t byte, Unit) const;

 private:
  std::string text_;
  std::string raw_;
  text::CodePointIndex index_;                // of raw_
  std::vector<std::uint32_t> dropped_;        // bytes of raw_ that text_ lacks
  std::vector<std::uint32_t> wide_;           // code points of raw_ that take two units of UTF-16
};

class ForeignDocument {
 public:
  // `tool`: the program that the file is from, as a person knows it. `article`: its text is marked, its blocks stay; else
  // every line becomes one.
  ForeignDocument(const document::Article& article, std::string tool);

  document::SpeakerId speaker(const std::string& name);  // the same name is the same speaker
  document::SpeakerId new_speaker(std::string name);     // another one, whatever the name
  // Marks without content are left out. Ids that are set and free stay.
  void add(document::Quotation, std::vector<std::string> notes = {});
  void add(document::Claim, std::vector<std::string> notes = {});

  document::Document take();

 private:
  template <typename Mark> struct Pending {
    Mark mark;
    std::vector<std::string> notes;
  };
  template <typename Mark> void number(std::vector<Pending<Mark>>&, std::string_view prefix, document::SharedList<Mark>& into);

  document::Document d_;
  std::map<std::string, document::SpeakerId> speakers_;
  std::map<std::string, bool> ids_;
  std::vector<Pending<document::Quotation>> quotations_;
  std::vector<Pending<document::Claim>> claims_;
};

// Direct, where the words begin with a quotation mark; else indirect. For files that do not say.
document::QuotationType type_by_words(std::string_view words);

// Pieces in text order, those that overlap made one.
std::vector<text::Span> in_order(std::vector<text::Span>);

// A place that JSON says: an object's members as whole numbers. None: they are not.
std::optional<std::int64_t> whole(JsonValue);

}  // namespace format
