// A name out of an open list: the program knows some values, files may hold others, and those are shown
// and written back as they are. Two lists do not mix, since each has a type of its own.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace document {

template <typename List>
class OpenName {
 public:
  OpenName() = default;
  explicit OpenName(std::string name) : name_(std::move(name)) {}

  const std::string& name() const { return name_; }
  bool empty() const { return name_.empty(); }
  bool operator==(const OpenName&) const = default;

 private:
  std::string name_;
};

// The id of a block, mark, speaker, agent or note: the string of the file ("q12"), kept as it came.
template <typename Kind>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  bool operator==(const Id&) const = default;
  bool operator<(const Id& other) const { return text_ < other.text_; }

 private:
  std::string text_;
};

}  // namespace document
