// The worker's program: what a person brought becomes an annotation file. It has no window and no ImGui, and knows
// nothing of what is open. web/worker.js calls it; to stop it, the page ends the worker.
#include <emscripten.h>

#include <string>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "format/format.h"
#include "html/encoding.h"

// clang-format off
EM_JS(void, worker_progress, (int thousandths), { Module.progress(thousandths); });
// clang-format on

namespace {

std::string result, notice;

bool report(int thousandths) {
  worker_progress(thousandths);
  return true;
}

extract::Kind kind_named(const std::string& name) {
  if (name == "html") return extract::Kind::html;
  if (name == "text") return extract::Kind::text;
  return extract::Kind::automatic;
}

}  // namespace

extern "C" {

// The name of the encoding that the page must decode before analysis_run(), or "" where that can do it by itself.
EMSCRIPTEN_KEEPALIVE const char* analysis_foreign_encoding(const char* bytes, unsigned size, const char* charset, const char* kind) {
  static std::string name;
  const std::string_view all(bytes, size);
  name = html::sniff_encoding(all, charset, kind_named(kind) != extract::Kind::text);
  if (html::decode(all.substr(0, 1), name)) name.clear();
  return name.c_str();
}

// The result is at analysis_result(), the sentence for the person at analysis_notice().
EMSCRIPTEN_KEEPALIVE void analysis_run(const char* bytes, unsigned size, const char* kind, const char* charset, const char* url, const char* name,
                                       const char* method) {
  extract::Extracted extracted = extract::article({.bytes = std::string(bytes, size),
                                                   .kind = kind_named(kind),
                                                   .charset = charset,
                                                   .url = url,
                                                   .name = name,
                                                   .import = {.method = method, .name = name}});
  notice = std::move(extracted.notice);
  result = format::find("json")->write(annotate::annotate(std::move(extracted.article), report));
}

// The automatic pass again, over an annotation file. False: it could not be read, and analysis_notice() says why.
EMSCRIPTEN_KEEPALIVE int analysis_run_again(const char* bytes, unsigned size) {
  auto read = format::find("json")->read(std::string_view(bytes, size));
  if (!read) {
    notice = text::to_string(read.error());
    return false;
  }
  notice.clear();
  result = format::find("json")->write(annotate::annotate_again(std::move(*read), report));
  return true;
}

EMSCRIPTEN_KEEPALIVE const char* analysis_result() { return result.data(); }
EMSCRIPTEN_KEEPALIVE unsigned analysis_result_size() { return static_cast<unsigned>(result.size()); }
EMSCRIPTEN_KEEPALIVE const char* analysis_notice() { return notice.c_str(); }

}  // extern "C"
