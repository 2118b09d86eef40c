// Splitting, parsing and recognising the lines of a batch.
#include "app/cli/batch_input.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "interview/base/hash.h"
#include "interview/base/json.h"
#include "interview/model/language.h"

namespace app {

using interview::ErrorCode;
using interview::EvaluationRequest;
using interview::Fail;
using interview::Forward;
using interview::Json;
using interview::Result;
using interview::RoundKind;

namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

}  // namespace

void BatchReader::Append(std::string_view piece) {
  const std::size_t room = most_ - partial_.size();
  if (piece.size() > room) is_too_long_ = true;
  partial_.append(piece.substr(0, room));
}

std::optional<BatchLine> BatchReader::Next() {
  while (begin_ < buffer_.size() || (at_end_ && !partial_.empty())) {
    const std::size_t end = buffer_.find('\n', begin_);
    const bool is_whole = end != std::string::npos;
    const std::size_t stop = is_whole ? end : buffer_.size();
    Append(std::string_view(buffer_).substr(begin_, stop - begin_));
    begin_ = is_whole ? stop + 1 : stop;
    if (!is_whole && !at_end_) return std::nullopt;
    BatchLine line{++number_, std::exchange(partial_, {}), std::exchange(is_too_long_, false)};
    if (line.text.find_first_not_of(" \t\r") != std::string::npos) return line;
  }
  return std::nullopt;
}

interview::Status BatchReader::ReadMore() {
  buffer_.resize(kBlock);
  begin_ = 0;
  const ssize_t n = ::read(fd_, buffer_.data(), buffer_.size());
  buffer_.resize(static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
  if (n < 0 && errno != EINTR && errno != EAGAIN) {
    return Fail(ErrorCode::kIo,
                std::string("The batch cannot be read: ") + std::strerror(errno) + ".");
  }
  if (n == 0) at_end_ = true;
  return {};
}

BatchIdentity IdentityOf(const BatchLine& line) {
  BatchIdentity identity{std::to_string(line.number), {}};
  interview::Fingerprint fingerprint;
  fingerprint.Add(line.text);
  const Result<Json> json = interview::ParseJson(line.text, "the line");
  const Json key = json && json->is_object() ? json->value("key", Json()) : Json();
  if (key.is_string()) {
    identity.key = key.get<std::string>();
  } else {
    fingerprint.Add(identity.key);
  }
  identity.fingerprint = fingerprint.Hex();
  return identity;
}

Result<EvaluationRequest> ParseBatchLine(const BatchLine& line,
                                         const interview::QuestionBank& bank) {
  if (line.is_too_long) {
    return Fail(ErrorCode::kInvalid, "The line is longer than 1 MB; shorten its source.");
  }
  const Result<Json> json = interview::ParseJson(line.text, "the line");
  if (!json) return Forward(json);
  if (!json->is_object()) {
    return Fail(ErrorCode::kInvalid,
                R"(The line is no object; write {"id": …, "language": …, "source": …}.)");
  }
  for (const char* name : {"id", "language", "source", "key"}) {
    const auto found = json->find(name);
    const bool is_there = found != json->end();
    if (is_there ? found->is_string() : std::string_view(name) == "key") continue;
    return Fail(ErrorCode::kInvalid,
                std::string("\"") + name +
                    (is_there ? "\" must be a string." : "\" is missing; add it as a string."));
  }
  const auto text = [&](const char* name) { return (*json)[name].get<std::string>(); };
  Result<interview::QuestionPtr> question = bank.Get(text("id"));
  if (!question) return Forward(question);
  const RoundKind kind = (*question)->kind;
  if (kind != RoundKind::kCoding && kind != RoundKind::kMlCoding) {
    return Fail(ErrorCode::kInvalid,
                "\"" + text("id") + "\" has no code to run; name a question that has.");
  }
  const auto language = interview::ParseLanguage(text("language"));
  if (!language) {
    return Fail(ErrorCode::kInvalid,
                "\"" + text("language") + "\" is not " + interview::LanguageNames() + ".");
  }
  EvaluationRequest request;
  request.kind = interview::EvaluationKind::kJudge;
  request.question = *std::move(question);
  request.answer.question = text("id");
  request.answer.language = *language;
  request.answer.source = text("source");
  return request;
}

}  // namespace app
