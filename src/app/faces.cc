#include "app/app.h"
#include "app/platform.h"

namespace app {

void ask_for_faces(App& app) {
  Faces& faces = app.faces;
  const document::Document& d = app.session.document;
  const bool new_text = !(faces.text == d.article.text);
  if (!new_text && faces.changes == app.session.changes) return;
  if (new_text) faces.of_text = ui::scripts_of(d.article.text.view());
  faces.text = d.article.text;
  faces.changes = app.session.changes;
  app.around.unset_script = faces.of_text.unset;
  ui::Scripts all = both(faces.of_text, ui::scripts_of(d.article.title));
  for (const document::Speaker& speaker : d.speakers) all = both(all, ui::scripts_of(speaker.name));
  for (const document::Note& note : d.notes) all = both(all, ui::scripts_of(note.text));
  if (all.further && !faces.further) platform::load_faces("further");
  if (all.east_asian && !faces.east_asian) platform::load_faces("east-asian");
  faces.further = faces.further || all.further;
  faces.east_asian = faces.east_asian || all.east_asian;
}

}  // namespace app
