// The browser's side of platform.h: every EM_JS line of the page, and the queue of what arrives.
// `Module.page` is the object that web/shell.js puts there.
#include "app/platform.h"

#include <emscripten.h>

#include <utility>

// clang-format off
// A text crosses as pointer and size: it may hold NULs and be many megabytes long.
EM_JS(void, page_analyse, (int job, const char* bytes, unsigned size, const char* kind, const char* charset, const char* url, const char* name, const char* method), {
  Module.page.analyse(job, HEAPU8.slice(bytes, bytes + size), {kind : UTF8ToString(kind), charset : UTF8ToString(charset), url : UTF8ToString(url), name : UTF8ToString(name), method : UTF8ToString(method)});
});
EM_JS(void, page_annotate_again, (int job, const char* bytes, unsigned size), { Module.page.annotateAgain(job, HEAPU8.slice(bytes, bytes + size)); });
EM_JS(void, page_cancel_analysis, (), { Module.page.cancelAnalysis(); });
EM_JS(void, page_fetch, (int job, const char* url), { Module.page.fetchPage(job, UTF8ToString(url)); });
EM_JS(void, page_cancel_fetch, (), { Module.page.cancelFetch(); });
EM_JS(void, page_save_draft, (const char* key, const char* title, const char* bytes, unsigned size, double changes, int fresh), {
  Module.page.saveDraft(UTF8ToString(key), UTF8ToString(title), HEAPU8.slice(bytes, bytes + size), changes, fresh !== 0);
});
EM_JS(void, page_close_draft, (), { Module.page.closeDraft(); });
EM_JS(void, page_hold_draft, (const char* key), { Module.page.holdDraft(UTF8ToString(key)); });
EM_JS(void, page_take_over, (), { Module.page.takeOver(); });
EM_JS(void, page_open_draft, (const char* key), { Module.page.openDraft(UTF8ToString(key)); });
EM_JS(void, page_remove_draft, (const char* key, int removed), { Module.page.removeDraft(UTF8ToString(key), removed !== 0); });
EM_JS(void, page_list_versions, (const char* key), { Module.page.listVersions(UTF8ToString(key)); });
EM_JS(void, page_open_version, (const char* key, const char* at), { Module.page.openVersion(UTF8ToString(key), UTF8ToString(at)); });
EM_JS(void, page_export_all, (), { Module.page.exportAll(); });
EM_JS(void, page_share, (const char* title, const char* link), { Module.page.share(UTF8ToString(title), UTF8ToString(link)); });
EM_JS(void, page_update, (), { Module.page.update(); });
EM_JS(void, page_save_settings, (const char* text), { Module.page.saveSettings(UTF8ToString(text)); });
EM_JS(void, page_download, (const char* name, const char* type, const char* bytes, unsigned size), {
  Module.page.download(UTF8ToString(name), UTF8ToString(type), HEAPU8.slice(bytes, bytes + size));
});
EM_JS(void, page_ask_for_file, (const char* kind), { Module.page.askForFile(UTF8ToString(kind)); });
EM_JS(void, page_ask_for_clipboard, (), { Module.page.askForClipboard(); });
EM_JS(void, page_copy, (const char* text), { Module.page.copy(UTF8ToString(text)); });
EM_JS(void, page_load_faces, (const char* group), { Module.page.loadFaces(UTF8ToString(group)); });
EM_JS(void, page_show_plain_text, (int shown), { Module.page.showPlainText(shown !== 0); });
EM_JS(void, page_show_mirror, (const char* json, unsigned size), { Module.page.showMirror(new TextDecoder().decode(HEAPU8.subarray(json, json + size))); });
EM_JS(void, page_show_pointer, (int cursor, int text_wanted, float x, float y, float height), { Module.page.showPointer(cursor, text_wanted, x, y, height); });
EM_JS(void, page_now, (char* out, int room), { stringToUTF8(new Date().toISOString(), out, room); });
EM_JS(void, page_random_uuid, (char* out, int room), { stringToUTF8("urn:uuid:" + Module.page.randomUuid(), out, room); });
// clang-format on

namespace app::platform {
namespace {

std::vector<Arrival>& queue() {
  static std::vector<Arrival> arrived;
  return arrived;
}

unsigned size_of(std::string_view text) { return static_cast<unsigned>(text.size()); }

}  // namespace

std::vector<Arrival> take_arrivals() { return std::exchange(queue(), {}); }

void analyse(const Analysis& a) {
  page_analyse(a.job, a.bytes.data(), size_of(a.bytes), std::string(a.kind).c_str(), std::string(a.charset).c_str(),
               std::string(a.url).c_str(), std::string(a.name).c_str(), std::string(a.method).c_str());
}
void annotate_again(int job, std::string_view annotation) { page_annotate_again(job, annotation.data(), size_of(annotation)); }
void cancel_analysis() { page_cancel_analysis(); }
void fetch_page(int job, std::string_view url) { page_fetch(job, std::string(url).c_str()); }
void cancel_fetch() { page_cancel_fetch(); }
void save_draft(std::string_view key, std::string_view title, std::string_view bytes, double changes, bool fresh) {
  page_save_draft(std::string(key).c_str(), std::string(title).c_str(), bytes.data(), size_of(bytes), changes, fresh);
}
void close_draft() { page_close_draft(); }
void hold_draft(std::string_view key) { page_hold_draft(std::string(key).c_str()); }
void take_over() { page_take_over(); }
void open_draft(std::string_view key) { page_open_draft(std::string(key).c_str()); }
void remove_draft(std::string_view key, bool removed) { page_remove_draft(std::string(key).c_str(), removed); }
void list_versions(std::string_view key) { page_list_versions(std::string(key).c_str()); }
void open_version(std::string_view key, std::string_view at) { page_open_version(std::string(key).c_str(), std::string(at).c_str()); }
void export_all() { page_export_all(); }
void share(std::string_view title, std::string_view link) { page_share(std::string(title).c_str(), std::string(link).c_str()); }
void update_page() { page_update(); }
void save_settings(std::string_view text) { page_save_settings(std::string(text).c_str()); }
void download(std::string_view name, std::string_view media_type, std::string_view bytes) {
  page_download(std::string(name).c_str(), std::string(media_type).c_str(), bytes.data(), size_of(bytes));
}
void ask_for_file(std::string_view kind) { page_ask_for_file(std::string(kind).c_str()); }
void ask_for_clipboard() { page_ask_for_clipboard(); }
void copy(std::string_view text) { page_copy(std::string(text).c_str()); }
void load_faces(std::string_view group) { page_load_faces(std::string(group).c_str()); }
void show_plain_text(bool shown) { page_show_plain_text(shown); }
void show_mirror(std::string_view json) { page_show_mirror(json.data(), size_of(json)); }
void show_pointer(const Pointer& p) { page_show_pointer(p.cursor, p.text_wanted, p.caret_x, p.caret_y, p.caret_height); }

std::string now() {
  char buffer[32];
  page_now(buffer, sizeof buffer);
  return buffer;
}
std::string random_uuid() {
  char buffer[64];
  page_random_uuid(buffer, sizeof buffer);
  return buffer;
}
double milliseconds() { return emscripten_get_now(); }

}  // namespace app::platform

extern "C" {

// The page hands something over; the bytes are copied.
EMSCRIPTEN_KEEPALIVE void quoth_arrive(const char* kind, double number, const char* name, const char* type, const char* url,
                                       const char* bytes, unsigned size, const char* other, unsigned other_size) {
  app::platform::queue().push_back({kind, number, name, type, url, std::string(bytes, size), std::string(other, other_size)});
}

}  // extern "C"
