// What window.quoth.state() gives. web/README.md documents the members.
#include <algorithm>
#include <type_traits>

#include "app/app.h"
#include "format/json_writer.h"
#include "text/span.h"

namespace app {
namespace {

using format::JsonWriter;

void write_count(JsonWriter& out, std::string_view name, std::size_t count) { out.key(name).number(static_cast<std::int64_t>(count)); }

void write_counts(JsonWriter& out, const document::Document& d) {
  const auto& blocks = d.article.blocks;
  const auto excluded = std::count_if(blocks.begin(), blocks.end(), [](const document::Block& b) { return b.excluded; });
  out.key("counts").begin_object();
  write_count(out, "blocks", blocks.size());
  write_count(out, "excluded", static_cast<std::size_t>(excluded));
  write_count(out, "speakers", d.speakers.size());
  write_count(out, "quotations", d.quotations.size());
  write_count(out, "claims", d.claims.size());
  write_count(out, "notes", d.notes.size());
  write_count(out, "lost", d.lost.size());
  out.end_object();
}

struct Named {
  std::string_view kind, id;
};
Named named(const session::Target& target) {
  return std::visit(
      [](const auto& id) -> Named {
        using T = std::decay_t<decltype(id)>;
        if constexpr (std::is_same_v<T, document::QuotationId>) return {"quotation", id.text()};
        else if constexpr (std::is_same_v<T, document::ClaimId>) return {"claim", id.text()};
        else if constexpr (std::is_same_v<T, document::SpeakerId>) return {"speaker", id.text()};
        else if constexpr (std::is_same_v<T, document::BlockId>) return {"block", id.text()};
        else if constexpr (std::is_same_v<T, document::NoteId>) return {"note", id.text()};
        else return {};
      },
      target);
}

std::string_view word(ui::Saving saving) {
  switch (saving) {
    case ui::Saving::nothing: return "nothing";
    case ui::Saving::pending: return "pending";
    case ui::Saving::saved: return "saved";
    case ui::Saving::failed: return "failed";
    case ui::Saving::elsewhere: return "elsewhere";
  }
  return "";
}

// Tenths of a pixel are enough to click at.
std::int64_t rounded(float pixels) { return static_cast<std::int64_t>(pixels * 1000 + (pixels < 0 ? -0.5f : 0.5f)); }

}  // namespace

std::string state(App& app) {
  const session::Session& s = app.session;
  JsonWriter out;
  out.begin_object();
  out.key("open").boolean(s.open).key("title").text(s.document.article.title).key("id").text(s.document.id);
  write_counts(out, s.document);
  const Named selected = named(s.selected);
  out.key("selection").begin_object().key("kind").text(selected.kind).key("id").text(selected.id);
  out.key("words").text(slice(s.document.article.text.view(), s.words)).end_object();
  out.key("saving").text(word(app.around.saving));
  out.key("unsetScript").text(app.around.unset_script);
  out.key("busy").boolean(app.work.kind != Work::Kind::none);
  out.key("progress").number(app.work.progress);
  out.key("notice").text(s.notice).key("refused").boolean(s.refused);
  out.key("asks").begin_array();
  for (const ui::Ask& ask : app.around.asks) out.text(ask.title);
  out.end_array();
  out.key("comparison").begin_object();
  out.key("with").text(s.other ? s.other->name : std::string());
  write_count(out, "decided", s.other ? app.view.discrepancies.of(s).decided : 0);
  out.end_object();
  write_count(out, "undo", s.past.size());
  write_count(out, "redo", s.future.size());
  out.key("frames").number(app.frames);
  out.key("textSize").number(static_cast<int>(app.settings.text_size));
  out.key("places").begin_object();
  for (const auto& [id, r] : app.view.places) {
    out.key(id).begin_array();
    for (const float side : {r.x, r.y, r.width, r.height}) out.thousandths(rounded(side));
    out.end_array();
  }
  out.end_object().end_object();
  return out.take();
}

}  // namespace app
