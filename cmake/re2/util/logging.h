// What the sources of re2 take from their own util/logging.h, without the streams: these bring a sixth of a program for the
// browser along, for messages that nobody there reads. A check that fails still ends the program.
#pragma once

#include <cassert>
#include <cstdio>
#include <cstdlib>

#include "util/util.h"

namespace re2_logging {

struct Silent {
  template <class T>
  const Silent& operator<<(const T&) const {
    return *this;
  }
};

struct Message {
  Silent stream() const { return {}; }
};

struct Fatal : Message {
  Fatal(const char* file, int line) { std::fprintf(stderr, "%s:%d: a check failed\n", file, line); }
  [[noreturn]] ~Fatal() { std::abort(); }
};

}  // namespace re2_logging

#define DCHECK(condition) assert(condition)
#define DCHECK_EQ(a, b) assert((a) == (b))
#define DCHECK_NE(a, b) assert((a) != (b))
#define DCHECK_LE(a, b) assert((a) <= (b))
#define DCHECK_LT(a, b) assert((a) < (b))
#define DCHECK_GE(a, b) assert((a) >= (b))
#define DCHECK_GT(a, b) assert((a) > (b))

#define LOG_INFO re2_logging::Message()
#define LOG_WARNING re2_logging::Message()
#define LOG_ERROR re2_logging::Message()
#define LOG_DFATAL re2_logging::Message()
#define LOG_FATAL re2_logging::Fatal(__FILE__, __LINE__)
#define LOG_QFATAL LOG_FATAL
#define LOG(severity) LOG_##severity.stream()
#define VLOG(level) \
  if ((level) > 0) { \
  } else \
    LOG(INFO)

#define CHECK(condition) \
  if (condition) { \
  } else \
    LOG(FATAL)
#define CHECK_LT(a, b) CHECK((a) < (b))
#define CHECK_GT(a, b) CHECK((a) > (b))
#define CHECK_LE(a, b) CHECK((a) <= (b))
#define CHECK_GE(a, b) CHECK((a) >= (b))
#define CHECK_EQ(a, b) CHECK((a) == (b))
#define CHECK_NE(a, b) CHECK((a) != (b))
