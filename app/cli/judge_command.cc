// `onsite run` and `onsite judge`: code against visible tests, one input, or everything.
#include <iostream>

#include "app/cli/batch_command.h"
#include "app/cli/command_context.h"
#include "app/core/evaluator_wiring.h"
#include "app/core/judgement_text.h"
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
  bool shrink = false;
  bool full = false;
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

// Makes the first failing test of a judgement small. Returns what came of it, in a sentence; an
// error where shrinking itself broke.
interview::Result<std::string> Shrink(const interview::EvaluationRequest& judged,
                                      const evaluators::Evaluator& evaluators,
                                      interview::Judgement* judgement) {
  if (!judgement->first_failure) return std::string("no test failed, so that none was shrunk.");
  if (judged.question->kind != interview::RoundKind::kCoding) {
    return std::string("the checks of ML questions have no input that could be shrunk.");
  }
  EvaluationRequest request = judged;
  request.kind = EvaluationKind::kShrink;
  request.input = Json{{"index", judgement->first_failure->index}};
  interview::Result<Evaluation> result = evaluators.Evaluate(request, {});
  if (!result && result.error().code == interview::ErrorCode::kInvalid) {
    return result.error().message;
  }
  if (!result) return Forward(result);
  const interview::Failure& small = *result->judgement->first_failure;
  judgement->first_failure->shrunk_input = small.shrunk_input;
  judgement->first_failure->shrunk_expected = small.shrunk_expected;
  judgement->first_failure->shrunk_got = small.shrunk_got;
  return result->judgement->message;
}

void ShowWhole(interview::Judgement* judgement) {
  if (!judgement->first_failure || judgement->first_failure->whole == nullptr) return;
  interview::Failure& failure = *judgement->first_failure;
  failure.input = failure.whole->input;
  failure.expected = failure.whole->expected;
  failure.got = failure.whole->got;
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
  interview::Judgement judgement = *result->judgement;
  interview::Result<std::string> shrunk = std::string();
  if (options.shrink) shrunk = Shrink(*request, **evaluators, &judgement);
  if (!shrunk) return context->Fail(shrunk.error());
  if (options.full) ShowWhole(&judgement);
  if (context->json) {
    Json json = ToJson(judgement);
    json["question"] = options.id;
    json["score"] = result->score;
    if (options.shrink) json["shrink"] = *shrunk;
    context->Print(json);
  } else {
    std::cout << JudgementText(judgement, request->question.get());
    if (options.shrink) std::cout << "  shrink: " << *shrunk << "\n";
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
  command->add_flag("--full", options->full, "Show large values in full");
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
  judge->add_flag("--shrink", options->shrink, "Make the input of the first failing test small");
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
