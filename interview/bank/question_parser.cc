// Finds the files of a question, reads them, and checks its id.
#include "interview/bank/question_parser.h"

#include <algorithm>

#include "interview/bank/kind_parsers.h"
#include "interview/bank/rubric_parser.h"
#include "interview/base/files.h"
#include "interview/base/hash.h"

namespace interview {
namespace {

std::string MainFile(RoundKind kind) {
  return kind == RoundKind::kSystemDesign ? "case.json" : "question.json";
}

bool IsBackupOrCache(const std::filesystem::path& path) {
  for (const auto& part : path) {
    if (part == "__pycache__" || part == "starter") return true;
  }
  return false;
}

// A pipe or device among a pack's files would keep the program waiting.
Result<std::string> ReadPlainFile(const std::filesystem::path& path) {
  std::error_code ec;
  const auto status = std::filesystem::status(path, ec);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    return Fail(ErrorCode::kInvalid, path.string() + ": is no ordinary file; replace it with one.");
  }
  return ReadFile(path);
}

// Every file of a question, in the order of their names.
std::string HashContent(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> files;
  std::error_code ec;
  if (std::filesystem::is_directory(path, ec)) {
    for (std::filesystem::recursive_directory_iterator it(path, ec), end; !ec && it != end;
         it.increment(ec)) {
      if (it->is_regular_file(ec) && !IsBackupOrCache(it->path())) files.push_back(it->path());
    }
    std::sort(files.begin(), files.end());
  } else {
    files.push_back(path);
  }
  Fingerprint fingerprint;
  for (const auto& file : files) {
    const Result<std::string> text = ReadFile(file);
    fingerprint.Add(file.lexically_relative(path).string());
    fingerprint.Add(text ? *text : std::string());
  }
  return fingerprint.Hex();
}

void CheckId(const std::string& name, JsonReader* reader, const Question& question) {
  if (!IsKebabCase(question.id)) {
    reader->Complain("id", "\"" + question.id + "\" must be kebab-case, such as \"two-words\".");
  } else if (question.id != name) {
    reader->Complain("id", "\"" + question.id + "\" must equal the name of its folder or file, \"" +
                               name + "\".");
  }
}

}  // namespace

bool IsKebabCase(std::string_view text) {
  bool after_dash = true;
  for (const char c : text) {
    if (c == '-') {
      if (after_dash) return false;
      after_dash = true;
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      after_dash = false;
    } else {
      return false;
    }
  }
  return !after_dash;
}

QuestionFolder::QuestionFolder(std::filesystem::path root, JsonReader* reader)
    : root_(std::move(root)), reader_(reader) {}

SourceFile QuestionFolder::Require(const std::string& name) {
  Result<std::string> text = ReadPlainFile(root_ / name);
  if (!text) {
    reader_->Complain(name, text.error().code == ErrorCode::kNotFound ? "missing file; add it."
                                                                      : text.error().message);
    return {std::filesystem::path(name).filename().string(), {}};
  }
  return {std::filesystem::path(name).filename().string(), *std::move(text)};
}

std::optional<SourceFile> QuestionFolder::Optional(const std::string& name) {
  std::error_code ec;
  if (!std::filesystem::exists(root_ / name, ec)) return std::nullopt;
  return Require(name);
}

std::vector<Json> QuestionFolder::RequireList(const std::string& name, std::string_view key) {
  const SourceFile file = Require(name);
  if (file.text.empty()) return {};
  const Result<Json> json = ParseJson(file.text, name);
  if (!json) {
    reader_->Complain(name, json.error().message);
    return {};
  }
  const Json* list = &*json;
  if (json->is_object() && json->contains(std::string(key))) list = &(*json)[std::string(key)];
  if (!list->is_array()) {
    reader_->Complain(name, "must be a list, or {\"" + std::string(key) + "\": [...]}.");
    return {};
  }
  return {list->begin(), list->end()};
}

std::vector<Json> QuestionFolder::OptionalList(const std::string& name, std::string_view key) {
  std::error_code ec;
  if (!std::filesystem::exists(root_ / name, ec)) return {};
  return RequireList(name, key);
}

void ReadConcept(JsonReader* reader, Question* question) {
  static constexpr std::string_view kKinds[] = {"explain",  "compare",  "compute",
                                                "diagnose", "scenario", "true-false-why"};
  ConceptSpec spec;
  ReadCommon(reader, "concept/1", question);
  question->topic = reader->String("topic");
  spec.kind = reader->String("kind");
  if (std::find(std::begin(kKinds), std::end(kKinds), spec.kind) == std::end(kKinds)) {
    reader->Complain("kind",
                     "must be explain, compare, compute, diagnose, scenario or true-false-why.");
  }
  question->statement = reader->String("question");
  spec.answer = ReadAnswerKey(reader);
  if (spec.kind == "compute" && (!spec.answer || spec.answer->type != AnswerKey::Type::kNumber)) {
    reader->Complain("answer", "a compute question needs an answer of type number.");
  }
  if (spec.kind == "true-false-why" &&
      (!spec.answer || spec.answer->type != AnswerKey::Type::kBoolean)) {
    reader->Complain("answer", "a true-false-why question needs an answer of type boolean.");
  }
  spec.axes = reader->StringsOr("axes");
  question->rubric = {{"answer", ReadPoints(reader->Array("key_points"), reader, "key_points")}};
  question->follow_ups = ReadFollowUps(reader, "follow_ups");
  if (question->follow_ups.empty()) reader->Complain("follow_ups", "needs at least one.");
  question->model_answer = reader->String("model_answer");
  question->spec = std::move(spec);
}

Question ParseQuestion(RoundKind kind, const std::filesystem::path& path,
                       const Catalogue& catalogue, std::vector<BankProblem>* problems) {
  const bool single_file = kind == RoundKind::kConcepts;
  const std::filesystem::path main_file = single_file ? path : path / MainFile(kind);
  const std::string name = single_file ? path.stem().string() : path.filename().string();
  Question question;
  question.kind = kind;
  question.id = name;
  question.folder = path.string();
  const Result<std::string> text = ReadPlainFile(main_file);
  if (!text) {
    problems->push_back({name, "format", text.error().message});
    return question;
  }
  const Result<Json> json = ParseJson(*text, main_file.string());
  if (!json) {
    problems->push_back({name, "format", json.error().message});
    return question;
  }
  JsonReader reader(*json, main_file.string());
  QuestionFolder folder(path, &reader);
  switch (kind) {
    case RoundKind::kCoding:
      ReadCoding(&reader, &folder, &question);
      break;
    case RoundKind::kMlCoding:
      ReadMlCoding(&reader, &folder, &question);
      break;
    case RoundKind::kConcepts:
      ReadConcept(&reader, &question);
      break;
    case RoundKind::kSystemDesign:
      ReadSystemDesign(&reader, &folder, catalogue, &question);
      break;
  }
  CheckUniqueIds(question, &reader);
  CheckId(name, &reader, question);
  for (const std::string& complaint : reader.Complaints()) {
    problems->push_back({name, "format", complaint});
  }
  question.content_hash = HashContent(path);
  return question;
}

}  // namespace interview
