// One mutex, one stream.
#include "interview/base/log.h"

#include <cstdio>
#include <fstream>
#include <mutex>
#include <string>

namespace interview {
namespace {

std::mutex& Mutex() {
  static std::mutex mutex;
  return mutex;
}

std::ofstream& File() {
  static std::ofstream file;
  return file;
}

}  // namespace

void LogTo(const std::filesystem::path& path) {
  const std::lock_guard lock(Mutex());
  std::error_code ec;
  std::filesystem::create_directories(path.parent_path(), ec);
  File() = std::ofstream(path, std::ios::app);
}

void Log(LogLevel level, std::string_view text) {
  std::string line = level == LogLevel::kInfo      ? "info: "
                     : level == LogLevel::kWarning ? "warning: "
                                                   : "error: ";
  for (const char c : text) {
    if (c == '\n') {
      line += "\\n";
    } else if (static_cast<unsigned char>(c) < 32 || c == 127) {
      line += '?';
    } else {
      line += c;
    }
  }
  line += '\n';
  const std::lock_guard lock(Mutex());
  if (File().is_open()) {
    File() << line << std::flush;
  } else {
    std::fputs(line.c_str(), stderr);
  }
}

void LogError(const Error& error) {
  std::string text = std::string(ToString(error.code)) + ": " + error.message;
  if (!error.detail.empty()) text += " | " + error.detail;
  Log(LogLevel::kError, text);
}

}  // namespace interview
