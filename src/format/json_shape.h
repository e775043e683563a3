// The shape of an object in a file: which members it had, in which order, and what they held that the program
// would not write just so. It is what Extras hold.
//
//   ["id", "x-colour", …]          a member that is written as the program writes it
//   [["x-colour", "red"], …]       a member that the program does not know, or one with an unusual value (null,
//                                  0.9412): written as it was while the program's value still agrees with it
//   ["cue", [[3, 7, {…}], …]]      spans: bytes of the text, and the object of the file
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "format/json_tree.h"

namespace format {

class Shape {
 public:
  struct Member {
    std::string_view key;
    JsonValue kept;  // none: as the program writes it
  };

  Shape() = default;
  explicit Shape(const document::Extras&);

  explicit operator bool() const { return tree_ != nullptr; }  // false: as the program writes it, all of it
  const std::vector<Member>& members() const { return members_; }

 private:
  std::unique_ptr<const JsonTree> tree_;
  std::vector<Member> members_;
};

}  // namespace format
