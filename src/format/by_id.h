// Speakers by their ids, and notes by what they are on: documents of any size in little more than linear time.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace format {

// Valid as long as the document is and does not change.
class SpeakersById {
 public:
  explicit SpeakersById(const document::Document& d) {
    for (const document::Speaker& s : d.speakers) by_id_.emplace(s.id.text(), &s);
  }
  const document::Speaker* find(const std::optional<document::SpeakerId>& id) const {
    const auto found = id ? by_id_.find(id->text()) : by_id_.end();
    return found == by_id_.end() ? nullptr : found->second;
  }

 private:
  std::map<std::string_view, const document::Speaker*> by_id_;
};

class NotesByTarget {
 public:
  explicit NotesByTarget(const document::Document& d) {
    for (const document::Note& n : d.notes) by_target_[n.target].push_back(&n);
  }
  const std::vector<const document::Note*>& on(std::string_view target) const {
    static const std::vector<const document::Note*> none;
    const auto found = by_target_.find(target);
    return found == by_target_.end() ? none : found->second;
  }

 private:
  std::map<std::string_view, std::vector<const document::Note*>> by_target_;
};

}  // namespace format
