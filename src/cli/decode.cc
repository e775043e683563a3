#include "cli/decode.h"

#include <iconv.h>

#include <cerrno>
#include <string>
#include <vector>

namespace cli {
namespace {

// The standard's encodings are the vendors' larger ones where iconv has a narrower one of the same name.
std::vector<std::string> names_for_iconv(std::string_view encoding) {
  if (encoding == "shift_jis") return {"CP932", "SHIFT_JIS"};
  if (encoding == "euc-kr") return {"CP949", "EUC-KR"};
  if (encoding == "gbk") return {"GB18030"};
  if (encoding == "big5") return {"BIG5-HKSCS", "BIG5"};
  if (encoding == "windows-874") return {"CP874"};
  if (encoding == "iso-8859-8-i") return {"ISO-8859-8"};
  if (encoding == "x-mac-cyrillic") return {"MAC-CYRILLIC"};
  return {std::string(encoding)};
}

class Converter {
 public:
  explicit Converter(std::string_view encoding) {
    for (const std::string& name : names_for_iconv(encoding)) {
      handle_ = iconv_open("UTF-8", name.c_str());
      if (ok()) return;
    }
  }
  ~Converter() {
    if (ok()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool ok() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  std::string convert(std::string bytes) {
    std::string out;
    char buffer[4096];
    char* in = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0) {
      char* to = buffer;
      std::size_t room = sizeof buffer;
      const std::size_t result = iconv(handle_, &in, &left, &to, &room);
      out.append(buffer, sizeof buffer - room);
      if (result != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
      out += "\xEF\xBF\xBD";
      ++in;
      --left;
    }
    return out;
  }

 private:
  iconv_t handle_ = reinterpret_cast<iconv_t>(-1);
};

}  // namespace

extract::Input decoded(extract::Input input) {
  const std::string encoding(extract::encoding_of(input));
  if (extract::decodes(encoding)) return input;
  if (Converter converter(encoding); converter.ok()) {
    input.bytes = converter.convert(std::move(input.bytes));
    input.charset = "utf-8";
  }
  return input;
}

}  // namespace cli
