#include "ui/view_state.h"

namespace ui {

std::string_view ViewState::panel() const {
  switch (overlay) {
    case Overlay::commands:
      return "commands";
    case Overlay::help:
      return "help";
    case Overlay::history:
      return "history";
    case Overlay::open_menu:
      return "open";
    case Overlay::text_menu:
      return "text";
    case Overlay::more_menu:
      return "more";
    case Overlay::address:
      return "address";
    case Overlay::recent:
      return "recent";
    case Overlay::versions:
      return "versions";
    case Overlay::speaker:
      return "speaker";
    case Overlay::speaker_picker:
      return "speaker-picker";
    case Overlay::kind_picker:
    case Overlay::type_filter:
    case Overlay::speaker_filter:
      return "kind-picker";
    case Overlay::none:
      break;
  }
  if (search.open) return "search";
  return share_shown ? "share" : "";
}

}  // namespace ui
