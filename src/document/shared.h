// Values that are cheap to copy because copies share what did not change. Undo keeps whole Documents:
// with these a step costs the marks it changed and one pointer for each of the others.
//
//   SharedText     an immutable text
//   SharedList<T>  a list of values; changing one copies that one
#pragma once

#include <cassert>
#include <cstddef>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace document {

class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string bytes) : bytes_(std::make_shared<const std::string>(std::move(bytes))) {}

  std::string_view view() const { return bytes_ ? std::string_view(*bytes_) : std::string_view(); }
  bool empty() const { return view().empty(); }
  bool operator==(const SharedText& other) const { return bytes_ == other.bytes_ || view() == other.view(); }

 private:
  std::shared_ptr<const std::string> bytes_;
};

// Reading is like a const vector. Writing names its intent: edit(i), push_back, insert, erase.
// edit(i) gives a reference that is valid until the list is next copied or changed.
template <typename T>
class SharedList {
  using Slot = std::shared_ptr<const T>;
  using Slots = std::vector<Slot>;

 public:
  using value_type = T;

  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() = default;
    explicit Iterator(const Slot* at) : at_(at) {}
    reference operator*() const { return **at_; }
    pointer operator->() const { return at_->get(); }
    reference operator[](difference_type n) const { return *at_[n]; }
    Iterator& operator++() { ++at_; return *this; }
    Iterator operator++(int) { Iterator old = *this; ++at_; return old; }
    Iterator& operator--() { --at_; return *this; }
    Iterator operator--(int) { Iterator old = *this; --at_; return old; }
    Iterator& operator+=(difference_type n) { at_ += n; return *this; }
    Iterator& operator-=(difference_type n) { at_ -= n; return *this; }
    friend Iterator operator+(Iterator i, difference_type n) { return i += n; }
    friend Iterator operator+(difference_type n, Iterator i) { return i += n; }
    friend Iterator operator-(Iterator i, difference_type n) { return i -= n; }
    friend difference_type operator-(Iterator a, Iterator b) { return a.at_ - b.at_; }
    friend bool operator==(Iterator a, Iterator b) { return a.at_ == b.at_; }
    friend bool operator!=(Iterator a, Iterator b) { return a.at_ != b.at_; }
    friend bool operator<(Iterator a, Iterator b) { return a.at_ < b.at_; }
    friend bool operator>(Iterator a, Iterator b) { return a.at_ > b.at_; }
    friend bool operator<=(Iterator a, Iterator b) { return a.at_ <= b.at_; }
    friend bool operator>=(Iterator a, Iterator b) { return a.at_ >= b.at_; }

   private:
    const Slot* at_ = nullptr;
  };
  using const_iterator = Iterator;
  using iterator = Iterator;

  SharedList() = default;
  SharedList(std::vector<T> values) {
    if (values.empty()) return;
    Slots& mine = slots();
    mine.reserve(values.size());
    for (T& value : values) mine.push_back(std::make_shared<const T>(std::move(value)));
  }

  std::size_t size() const { return slots_ ? slots_->size() : 0; }
  bool empty() const { return size() == 0; }
  const T& operator[](std::size_t i) const { assert(i < size()); return *(*slots_)[i]; }
  const T& front() const { return (*this)[0]; }
  const T& back() const { return (*this)[size() - 1]; }
  Iterator begin() const { return Iterator(slots_ ? slots_->data() : nullptr); }
  Iterator end() const { return Iterator(slots_ ? slots_->data() + slots_->size() : nullptr); }

  // The i-th value, to be changed. Copies it only if another list shares it.
  T& edit(std::size_t i) {
    assert(i < size());
    Slot& slot = slots()[i];
    if (slot.use_count() > 1) slot = std::make_shared<const T>(*slot);
    return const_cast<T&>(*slot);  // ours alone, and made by make_shared of a non-const object
  }
  void push_back(T value) { slots().push_back(std::make_shared<const T>(std::move(value))); }
  void insert(std::size_t i, T value) {
    assert(i <= size());
    Slots& mine = slots();
    mine.insert(mine.begin() + static_cast<std::ptrdiff_t>(i), std::make_shared<const T>(std::move(value)));
  }
  void erase(std::size_t i) {
    assert(i < size());
    Slots& mine = slots();
    mine.erase(mine.begin() + static_cast<std::ptrdiff_t>(i));
  }
  template <typename Predicate>
  void erase_if(Predicate predicate) {
    if (!empty()) std::erase_if(slots(), [&](const Slot& slot) { return predicate(*slot); });
  }
  void clear() { slots_.reset(); }

  // True if both are the same list in memory: the cheap way to see that nothing changed.
  bool same(const SharedList& other) const { return slots_ == other.slots_; }

  bool operator==(const SharedList& other) const {
    if (slots_ == other.slots_) return true;
    if (size() != other.size()) return false;
    for (std::size_t i = 0; i < size(); ++i) {
      const Slot &a = (*slots_)[i], &b = (*other.slots_)[i];
      if (a != b && !(*a == *b)) return false;
    }
    return true;
  }

 private:
  Slots& slots() {
    if (!slots_) slots_ = std::make_shared<Slots>();
    else if (slots_.use_count() > 1) slots_ = std::make_shared<Slots>(*slots_);
    return *slots_;
  }

  std::shared_ptr<Slots> slots_;
};

}  // namespace document
