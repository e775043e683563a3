// The worker's program: what a person brought becomes an annotation file. It has no window and no ImGui, and knows
// nothing of what is open. web/worker.js calls it; to stop it, the page ends the worker.
#include <emscripten.h>

#include <cstdlib>
#include <string>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "format/json.h"

// clang-format off
EM_JS(void, worker_progress, (int thousandths), { Module.progress(thousandths); });
// To be freed.
EM_JS(char*, worker_decode, (const char* bytes, unsigned size, const char* encoding), {
  const text = new TextEncoder().encode(new TextDecoder(UTF8ToString(encoding)).decode(HEAPU8.subarray(bytes, bytes + size)) + String.fromCharCode(0));
  const at = _malloc(text.length);
  HEAPU8.set(text, at);
  return at;
});
// clang-format on

namespace {

std::string result, notice;
extract::Input taken;

bool report(int thousandths) {
  worker_progress(thousandths);
  return true;
}

extract::Kind kind_named(const std::string& name) {
  if (name == "html") return extract::Kind::html;
  if (name == "text") return extract::Kind::text;
  return extract::Kind::automatic;
}

std::optional<std::string> decoded_by_browser(std::string_view words, std::string_view encoding) {
  char* const utf8 = worker_decode(words.data(), static_cast<unsigned>(words.size()), std::string(encoding).c_str());
  const std::string decoded = utf8;
  std::free(utf8);
  return decoded;
}

}  // namespace

extern "C" {

// Takes what a person brought, unpacks it, and gives the name of the encoding that the page must decode before analysis_run(),
// or "" where nothing is to be done. What is to be decoded is at analysis_packed().
EMSCRIPTEN_KEEPALIVE const char* analysis_take(const char* bytes, unsigned size, const char* kind, const char* charset, const char* url, const char* name,
                                               const char* method) {
  static std::string encoding;
  taken = extract::unpacked({.bytes = std::string(bytes, size),
                             .kind = kind_named(kind),
                             .charset = charset,
                             .url = url,
                             .name = name,
                             .import = {.method = method, .name = name}},
                            decoded_by_browser);
  encoding = extract::encoding_of(taken);
  if (extract::decodes(encoding)) encoding.clear();
  return encoding.c_str();
}

EMSCRIPTEN_KEEPALIVE const char* analysis_packed() { return taken.bytes.data(); }
EMSCRIPTEN_KEEPALIVE unsigned analysis_packed_size() { return static_cast<unsigned>(taken.bytes.size()); }

// The same, decoded to UTF-8.
EMSCRIPTEN_KEEPALIVE void analysis_decoded(const char* bytes, unsigned size) {
  taken.bytes.assign(bytes, size);
  taken.charset = "utf-8";
}

// The result is at analysis_result(), the sentence for the person at analysis_notice().
EMSCRIPTEN_KEEPALIVE void analysis_run() {
  extract::Extracted extracted = extract::article(std::move(taken));
  taken = {};
  notice = std::move(extracted.notice);
  result = format::write_json(annotate::annotate(std::move(extracted.article), report));
}

// The automatic pass again, over an annotation file. False: it could not be read, and analysis_notice() says why.
EMSCRIPTEN_KEEPALIVE int analysis_run_again(const char* bytes, unsigned size) {
  auto read = format::read_json(std::string_view(bytes, size));
  if (!read) {
    notice = text::to_string(read.error());
    return false;
  }
  notice.clear();
  result = format::write_json(annotate::annotate_again(std::move(*read), report));
  return true;
}

EMSCRIPTEN_KEEPALIVE const char* analysis_result() { return result.data(); }
EMSCRIPTEN_KEEPALIVE unsigned analysis_result_size() { return static_cast<unsigned>(result.size()); }
EMSCRIPTEN_KEEPALIVE const char* analysis_notice() { return notice.c_str(); }

}  // extern "C"
