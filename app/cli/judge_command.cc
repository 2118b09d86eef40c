// `onsite run` and `onsite judge`: code against visible tests, one input, or everything.
#include <iostream>

#include "app/cli/batch_command.h"
#include "app/cli/command_context.h"
#include "app/core/evaluator_wiring.h"
#include "interview/base/files.h"
#include "interview/model/evaluation.h"
#include "interview/model/language.h"

namespace app {
namespace {

using interview::Evaluation;
using interview::EvaluationKind;
using interview::EvaluationRequest;
using interview::Json;

struct CodeOptions {
  std::string id;
  std::string language;
  std::string source;
  std::string input;
};

interview::Result<EvaluationRequest> MakeRequest(const CodeOptions& options, EvaluationKind kind,
                                                 const interview::QuestionBank& bank) {
  EvaluationRequest request;
  request.kind = kind;
  interview::Result<interview::QuestionPtr> question = bank.Get(options.id);
  if (!question) return Forward(question);
  request.question = *question;
  if (request.question->kind != interview::RoundKind::kCoding &&
      request.question->kind != interview::RoundKind::kMlCoding) {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "\"" + options.id + "\" has no code to run; use `onsite grade` for it.");
  }
  const auto language = interview::ParseLanguage(options.language);
  if (!language) {
    return interview::Fail(interview::ErrorCode::kInvalid, "\"" + options.language + "\" is not " +
                                                               interview::LanguageNames() + ".");
  }
  interview::Result<std::string> source = interview::ReadFile(options.source);
  if (!source) return Forward(source);
  request.answer.question = options.id;
  request.answer.language = *language;
  request.answer.source = *std::move(source);
  if (!options.input.empty()) {
    request.kind = EvaluationKind::kRunCustom;
    interview::Result<Json> input = interview::ParseJson(options.input, "--input");
    if (!input) return Forward(input);
    request.input = input->is_array() ? Json{{"args", *input}} : *input;
  }
  return request;
}

void PrintText(const interview::Judgement& j) {
  std::cout << DisplayName(j.verdict) << ": " << j.passed << " of " << j.total << " tests";
  if (!j.message.empty()) std::cout << ". " << j.message;
  std::cout << "\n";
  for (const interview::Diagnostic& d : j.diagnostics) {
    std::cout << "  line " << d.line << ": " << d.severity << ": " << d.message << "\n";
  }
  if (j.first_failure) {
    std::cout << "  test     " << j.first_failure->index << " (" << j.first_failure->tag << ")\n"
              << "  input    " << interview::DumpJson(j.first_failure->input) << "\n"
              << "  expected " << interview::DumpJson(j.first_failure->expected) << "\n"
              << "  got      " << interview::DumpJson(j.first_failure->got) << "\n";
    if (!j.first_failure->err.empty()) std::cout << "  stderr   " << j.first_failure->err << "\n";
  }
  if (!j.custom_got.is_null() || !j.custom_expected.is_null()) {
    std::cout << "  got      " << interview::DumpJson(j.custom_got) << "\n  expected "
              << interview::DumpJson(j.custom_expected) << "\n";
  }
  std::cout << "  CPU " << j.cpu_ms << " ms, wall " << j.wall_ms << " ms, peak " << j.peak_mb
            << " MB";
  if (!j.growth.growth_class.empty()) {
    std::cout << ", growth " << j.growth.growth_class << (j.growth.confident ? "" : " (unsure)");
  }
  std::cout << "\n";
}

void Execute(const CodeOptions& options, EvaluationKind kind, CommandContext* context) {
  const auto paths = context->Paths();
  if (!paths) return;
  const auto bank = context->Bank(*paths);
  if (!bank) return;
  const interview::Result<EvaluationRequest> request = MakeRequest(options, kind, *bank);
  if (!request) return context->Fail(request.error());
  const auto evaluators = BuildEvaluators(*paths);
  if (!evaluators) return context->Fail(evaluators.error());
  const interview::Result<Evaluation> result = (*evaluators)->Evaluate(*request, {});
  if (!result) return context->Fail(result.error());
  const interview::Judgement& judgement = *result->judgement;
  if (context->json) {
    Json json = ToJson(judgement);
    json["question"] = options.id;
    json["score"] = result->score;
    context->Print(json);
  } else {
    PrintText(judgement);
  }
  context->exit_code = judgement.verdict == interview::Verdict::kAccepted ? kDone
                       : judgement.verdict == interview::Verdict::kInternalError
                           ? kBrokenEnvironment
                           : kFallsShort;
}

// Each of the three is needed, but by `judge` only where there is no --batch.
void AddCodeOptions(CLI::App* command, CodeOptions* options) {
  command->add_option("id", options->id, "Question, see `onsite bank list`");
  command->add_option("--language", options->language, interview::LanguageNames());
  command->add_option("--source", options->source, "File with the solution");
}

bool HasAll(const CodeOptions& options, const std::string& otherwise, CommandContext* context) {
  if (!options.id.empty() && !options.language.empty() && !options.source.empty()) return true;
  context->Fail({interview::ErrorCode::kInvalid,
                 "Name a question, --language and --source FILE" + otherwise + ".",
                 {}});
  return false;
}

}  // namespace

void AddJudgeCommands(CLI::App& app, CommandContext* context) {
  auto options = std::make_shared<CodeOptions>();
  CLI::App* run = app.add_subcommand("run", "Run code on the visible tests, or on one input");
  AddCodeOptions(run, options.get());
  run->add_option("--input", options->input, "JSON arguments, such as '[[1, 2], 3]'");
  run->callback([=] {
    if (HasAll(*options, "", context)) Execute(*options, EvaluationKind::kRunVisible, context);
  });

  CLI::App* judge = app.add_subcommand("judge", "Judge code on all tests");
  AddCodeOptions(judge, options.get());
  auto batch = std::make_shared<BatchOptions>();
  AddBatchOptions(judge, batch.get());
  judge->callback([=] {
    if (!batch->input.empty()) {
      if (options->id.empty() && options->source.empty()) return JudgeBatch(*batch, context);
      return context->Fail({interview::ErrorCode::kInvalid,
                            "--batch takes questions and sources from its lines; name no other.",
                            {}});
    }
    if (HasAll(*options, ", or --batch FILE", context)) {
      Execute(*options, EvaluationKind::kJudge, context);
    }
  });
}

}  // namespace app
