// Opening, mending and appending to the output of a batch.
#include "app/cli/batch_output.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>

namespace app {

using interview::ErrorCode;
using interview::Fail;
using interview::Json;
using interview::Result;
using interview::Status;

namespace {

constexpr std::string_view kBegin = R"({"line":)";  // of every line that Write writes

tl::unexpected<interview::Error> IoFault(const std::string& file) {
  return Fail(ErrorCode::kInvalid, "The output " + file + " cannot be written: " +
                                       std::strerror(errno) + "; name another with -o.");
}

}  // namespace

Status BatchOutput::Open(const std::string& file) {
  file_ = evaluators::Fd(::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  if (!file_.is_open()) return IoFault(file);
  if (::flock(file_.get(), LOCK_EX | LOCK_NB) != 0) {
    return Fail(ErrorCode::kInvalid,
                "The output " + file + " is being written by another run; wait for it.");
  }
  return ReadExisting(file);
}

Status BatchOutput::ReadExisting(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string line;
  off_t whole = 0;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const auto refuse = [&] {
      return Fail(ErrorCode::kInvalid, file + ", line " + std::to_string(number) +
                                           ", is no result of a batch; name another file with -o.");
    };
    if (in.eof()) {  // no end of line: torn
      const std::size_t known = std::min(line.size(), kBegin.size());
      if (line.compare(0, known, kBegin, 0, known) != 0) return refuse();
      break;
    }
    const Result<Json> result = interview::ParseJson(line, file);
    if (!result || !result->is_object() || !line.starts_with(kBegin)) return refuse();
    const auto fingerprint = result->find("fingerprint");
    if (fingerprint == result->end() || !fingerprint->is_string()) return refuse();
    ++done_[fingerprint->get<std::string>()];
    Count(*result);
    whole += static_cast<off_t>(line.size()) + 1;
  }
  if (::lseek(file_.get(), 0, SEEK_END) > whole && ::ftruncate(file_.get(), whole) != 0)
    return IoFault(file);
  return {};
}

bool BatchOutput::TakeDone(const std::string& fingerprint) {
  const auto found = done_.find(fingerprint);
  if (found == done_.end()) return false;
  if (--found->second == 0) done_.erase(found);
  return true;
}

Status BatchOutput::Write(const Json& result) {
  const std::string line = interview::DumpJson(result) + "\n";
  const int fd = file_.is_open() ? file_.get() : STDOUT_FILENO;
  for (std::string_view left = line; !left.empty();) {
    const ssize_t n = ::write(fd, left.data(), left.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      return Fail(ErrorCode::kIo,
                  std::string("A result cannot be written: ") + std::strerror(errno) + ".");
    }
    left.remove_prefix(static_cast<std::size_t>(n));
  }
  Count(result);
  return {};
}

void BatchOutput::Count(const Json& result) {
  ++tally_.results;
  if (result.contains("error")) ++tally_.broken_lines;
  const Json verdict = result.value("verdict", Json());
  if (verdict == "accepted") ++tally_.accepted;
  if (verdict == "internal_error") ++tally_.internal_errors;
}

}  // namespace app
