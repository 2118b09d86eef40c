// `onsite drill` and `onsite loop`: in the terminal, or from prepared answers.
#include <iostream>

#include "app/cli/command_context.h"
#include "app/cli/feedback_command.h"
#include "app/cli/terminal_interview.h"
#include "app/core/app_core.h"
#include "app/core/feedback_request.h"
#include "app/core/session_answers.h"
#include "app/core/session_export.h"
#include "interview/model/language.h"

namespace app {
namespace {

using interview::Error;
using interview::ErrorCode;

struct InterviewOptions {
  std::string preset;
  std::string round;
  std::string question;
  std::string answers;
  std::string language;
  std::optional<int> minutes;
  LlmOptions llm;
};

std::optional<interview::Language> ChosenLanguage(const InterviewOptions& options,
                                                  const Settings& settings) {
  return options.language.empty() ? settings.language : interview::ParseLanguage(options.language);
}

// The last notice is why a command did not do what it was asked.
void FailWithNotice(const AppCore& core, CommandContext* context) {
  context->Fail({ErrorCode::kInvalid,
                 core.state().notices.empty() ? "The session could not be started."
                                              : core.state().notices.back().text,
                 {}});
}

void PrintScorecard(const OpenSession& open) {
  const auto& card = open.session->score_card();
  if (!card) return;
  if (!card->decision.empty()) {
    std::cout << "\nDecision: " << interview::DecisionTitle(card->decision) << ". " << card->rule
              << "\n";
  }
  for (const interview::RoundScore& round : card->rounds) {
    std::cout << "\n" << round.title << ": ";
    if (round.score) {
      std::cout << *round.score << " (" << interview::DecisionTitle(round.band) << ")";
    } else {
      std::cout << "no score";
    }
    std::cout << (round.note.empty() ? "" : ". " + round.note) << "\n";
    for (const interview::DimensionScore& d : round.dimensions) {
      std::cout << "  " << d.title << ": ";
      if (d.score) {
        std::cout << *d.score << "  " << d.anchor << "\n";
      } else {
        std::cout << "not observed\n";
      }
      for (const interview::Evidence& e : d.evidence) {
        std::cout << "    " << (e.favourable ? "+ " : "- ") << e.text
                  << (e.quote.empty() ? "" : ": \"" + e.quote + "\"") << "\n";
      }
    }
  }
  std::cout << "\nStored as " << open.id << "; read it again with `onsite sessions show " << open.id
            << "`.\n";
}

// From a started session to its printed scorecard.
void Conduct(AppCore* core, const std::vector<RoundAnswers>* rounds,
             const InterviewOptions& options, CommandContext* context) {
  if (!core->state().running) return FailWithNotice(*core, context);
  const interview::SessionId id = core->state().running->id;
  if (rounds != nullptr) {
    if (interview::Status s = PlaySession(core, *rounds); !s) return context->Fail(s.error());
  } else if (TerminalInterview terminal(core); !terminal.Run()) {
    std::cerr << "onsite: the input ended; the session " << id
              << " is kept unfinished and can be resumed from the home screen.\n";
    context->exit_code = kWrongUsage;
    return;
  }
  if (!core->state().viewed) return FailWithNotice(*core, context);
  interview::Json feedback;
  if (!context->json) PrintScorecard(*core->state().viewed);
  if (options.llm.asks) {
    const SessionAsking asking{FeedbackTargets(*core->state().viewed->session), false};
    feedback = AskAboutSession(core, asking, options.llm, context);
  }
  if (!context->json) return;
  interview::Json json = ScorecardJson(*core->state().viewed);
  if (!feedback.is_null()) json["feedback"] = std::move(feedback);
  context->Print(json);
}

void Drill(const InterviewOptions& options, CommandContext* context) {
  const auto core = context->OpenCore();
  if (!core) return;
  command::StartDrill start;
  start.minutes = options.minutes;
  const auto language = ChosenLanguage(options, core->state().settings);
  if (!language) {
    return context->Fail(
        {ErrorCode::kInvalid, "--language must be " + interview::LanguageNames() + ".", {}});
  }
  start.language = *language;
  if (!options.question.empty()) start.questions = {options.question};
  std::vector<RoundAnswers> rounds;
  if (!options.answers.empty()) {
    interview::Result<RoundAnswers> answers = ReadAnswers(options.answers);
    if (!answers) return context->Fail(answers.error());
    if (start.questions.empty()) {
      for (const interview::Answer& answer : *answers) start.questions.push_back(answer.question);
    }
    for (const interview::Answer& answer : *answers) {
      if (!options.question.empty() && answer.question != options.question) {
        return context->Fail({ErrorCode::kInvalid,
                              options.answers + " answers \"" + answer.question + "\", not \"" +
                                  options.question +
                                  "\"; name that question or leave --question out.",
                              {}});
      }
    }
    rounds.push_back(*std::move(answers));
  }
  if (!options.round.empty()) {
    start.kind = interview::ParseRoundKind(options.round);
    if (!start.kind) {
      return context->Fail({ErrorCode::kInvalid,
                            "--round must be coding, ml_coding, concepts or system_design.",
                            {}});
    }
  }
  if (!start.kind && start.questions.empty()) {
    return context->Fail({ErrorCode::kInvalid, "Name --round KIND or --question ID.", {}});
  }
  core->Apply(start);
  Conduct(core.get(), options.answers.empty() ? nullptr : &rounds, options, context);
}

void Loop(const InterviewOptions& options, CommandContext* context) {
  const auto core = context->OpenCore();
  if (!core) return;
  command::StartLoop start;
  start.preset = options.preset;
  const auto language = ChosenLanguage(options, core->state().settings);
  if (!language) {
    return context->Fail(
        {ErrorCode::kInvalid, "--language must be " + interview::LanguageNames() + ".", {}});
  }
  start.language = *language;
  start.time_scale = core->state().settings.time_scale;
  std::vector<RoundAnswers> rounds;
  if (!options.answers.empty()) {
    interview::Result<std::vector<RoundAnswers>> answers = ReadLoopAnswers(options.answers);
    if (!answers) return context->Fail(answers.error());
    rounds = *std::move(answers);
    for (const RoundAnswers& round : rounds) {
      std::vector<interview::QuestionId> ids;
      for (const interview::Answer& answer : round) ids.push_back(answer.question);
      start.questions.push_back(std::move(ids));
    }
  }
  core->Apply(start);
  Conduct(core.get(), options.answers.empty() ? nullptr : &rounds, options, context);
}

}  // namespace

void AddInterviewCommands(CLI::App& app, CommandContext* context) {
  auto options = std::make_shared<InterviewOptions>();
  CLI::App* drill = app.add_subcommand("drill", "A timed drill of one round or one question");
  drill->add_option("--round", options->round, "coding, ml_coding, concepts or system_design");
  drill->add_option("--question", options->question, "One question, see `onsite bank list`");
  drill->add_option("--minutes", options->minutes, "Length, 10 to 90");
  drill->add_option("--language", options->language, interview::LanguageNames());
  drill->add_option("--answers", options->answers, "File with prepared answers");
  AddLlmOptions(drill, &options->llm);
  drill->callback([=] { Drill(*options, context); });

  CLI::App* loop = app.add_subcommand("loop", "A whole interview loop");
  loop->add_option("preset", options->preset, "onsite-mle, phone-screen or drill-60")->required();
  loop->add_option("--language", options->language, interview::LanguageNames());
  loop->add_option("--answers", options->answers,
                   "Folder with 01-coding.json, 02-concepts.json, …");
  AddLlmOptions(loop, &options->llm);
  loop->callback([=] { Loop(*options, context); });
}

}  // namespace app
