// Result<T> is a T, or an Error that a person can read. It is what every function returns whose input
// comes from outside: files, the clipboard, the network, a person's own rule tables.
// (std::expected is C++23.)
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace text {

struct Error {
  std::string where;    // "$.quotations[2].content[0].end", "cues.tsv:14"; empty if the whole input is meant
  std::string message;  // "expected a number"

  bool operator==(const Error&) const = default;
};

inline std::string to_string(const Error& e) { return e.where.empty() ? e.message : e.where + ": " + e.message; }

template <typename T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }
  const T& operator*() const { assert(ok()); return *std::get_if<T>(&state_); }
  T& operator*() { assert(ok()); return *std::get_if<T>(&state_); }
  const T* operator->() const { return &**this; }
  T* operator->() { return &**this; }
  const Error& error() const { assert(!ok()); return *std::get_if<Error>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace text
