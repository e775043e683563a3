// Commands about claims: their fields, and which of them the list shows.
#include <algorithm>

#include "ui/command_runs.h"
#include "ui/marks.h"
#include "ui/words.h"

namespace ui {

using namespace document;
using session::Session;

namespace {

const ClaimId* claim_of(const Session& s) { return std::get_if<ClaimId>(&s.selected); }

void show_list(ViewState& v) {
  v.tab = Tab::claims;
  v.list_shown = true;
  v.list_scroll = 0;
  v.share_shown = false;
  v.search.open = false;
  v.zone = Zone::lists;
}

}  // namespace

void set_claim_type(const Session& s, ViewState&, std::string_view argument, Output& out) {
  out.commands.push_back(session::SetClaimType{*claim_of(s), ClaimType(std::string(argument))});
}

void set_worth(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  // The middle of each band.
  const int worth = argument == "high" ? 830 : argument == "medium" ? 580 : argument == "low" ? 250 : -1;
  if (worth < 0) return hint(v, "The worth of a claim is high, medium or low.");
  out.commands.push_back(session::SetCheckworthiness{*claim_of(s), worth});
}

void set_verifiable(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (argument != "yes" && argument != "partly" && argument != "no") return hint(v, "A claim can be checked: yes, partly or no.");
  out.commands.push_back(session::SetVerifiable{*claim_of(s), Verifiable(std::string(argument))});
}

void set_wording(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  if (!argument.empty()) {
    out.commands.push_back(session::SetWording{*claim_of(s), std::string(argument)});
    return;
  }
  const Claim* claim = find(s.document, *claim_of(s));
  if (!claim) return;
  // Whoever starts from nothing starts from the article's own words.
  v.typed = claim->normalized.empty() ? words_of(s.document, claim->spans) : claim->normalized;
  v.tab = Tab::claims;
  v.list_shown = false;
  v.share_shown = false;
  v.search.open = false;
  v.zone = Zone::lists;
  v.overlay = Overlay::none;
  v.wording_of = s.selected;
  v.field = Field::wording;
  v.field_fault.clear();
  v.field_is_new = true;
  v.typed_since = v.now;
}

void toggle_low_claims(const Session&, ViewState& v, std::string_view, Output& out) {
  v.settings.show_low_claims = !v.settings.show_low_claims;
  out.requests.push_back(ChangeSettings{v.settings});
}

void filter_claims(const Session& s, ViewState& v, std::string_view argument, Output& out) {
  show_list(v);
  v.overlay = Overlay::none;
  if (argument.empty()) {
    v.overlay = Overlay::type_filter;
    v.overlay_scroll = 0;
    v.choice = 0;
    return;
  }
  ClaimFilter& filter = v.claims_shown;
  const auto& types = claim_types();
  const ClaimType type{std::string(argument)};
  if (argument == "all worths") filter.worth.reset();
  else if (argument == "high") filter.worth = Worth::high;
  else if (argument == "medium") filter.worth = Worth::medium;
  else if (argument == "low") filter.worth = Worth::low;
  else if (argument == "all types") filter.type.reset();
  else if (std::find(types.begin(), types.end(), type) != types.end()) filter.type = type;
  else if (argument == "all speakers") filter.speaker.reset(), filter.by_article = false;
  else if (argument == "the article") filter.speaker.reset(), filter.by_article = true;
  else if (const auto speaker = speaker_called(s.document, argument)) filter.speaker = speaker, filter.by_article = false;
  else hint(v, "Claims are shown by worth (high, medium, low), by type, or by speaker.");
  // What is asked for is to be seen, in the article as well.
  if (argument == "low" && !v.settings.show_low_claims) toggle_low_claims(s, v, {}, out);
}

void show_all_claims(const Session&, ViewState& v, std::string_view, Output&) {
  v.claims_shown = {};
  show_list(v);
}

}  // namespace ui
