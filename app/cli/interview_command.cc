// `onsite drill` and `onsite loop`: in the terminal, or from prepared answers.
#include <unistd.h>

#include <iostream>

#include "app/cli/command_context.h"
#include "app/cli/terminal_interview.h"
#include "app/core/app_core.h"
#include "app/core/feedback_text.h"
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
  bool llm = false;
  bool yes = false;  // agrees to what is shown
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

// Shows what would be sent to an endpoint that is new, and asks; true when it may be.
bool MaySend(AppCore* core, bool yes) {
  if (!core->state().consent) return true;
  const LlmPreview& preview = *core->state().consent;
  std::cerr << "Nothing has been sent to " << preview.host << " so far. This is to be, "
            << preview.bytes << " bytes, " << (preview.is_encrypted ? "" : "not ")
            << "encrypted, and later requests without asking:\n\n"
            << WithLineBreaks(preview.request) << "\n\n";
  std::string line = yes ? "y" : "";
  if (!yes && ::isatty(STDIN_FILENO) != 0) {
    std::cerr << "Send it? [y/N] " << std::flush;
    std::getline(std::cin, line);
  }
  const bool may = line == "y" || line == "Y" || line == "yes";
  using Answer = command::AnswerConsent::Answer;
  core->Apply(command::AnswerConsent{may ? Answer::kSend : Answer::kNotNow});
  return may;
}

// Asks the endpoint for feedback on each answered question; what fails is told and the rest stands.
interview::Json AskEndpoint(AppCore* core, const CommandContext& context, bool yes) {
  interview::Json feedback = interview::Json::array();
  std::vector<interview::QuestionId> questions;
  for (const interview::RoundRecord& round : core->state().viewed->session->rounds()) {
    for (const interview::QuestionWork& work : round.work) {
      if (work.shown && (work.HasCode() || work.HasProse())) questions.push_back(work.id);
    }
  }
  for (const interview::QuestionId& question : questions) {
    core->Apply(command::AskFeedback{{question}});
    if (!MaySend(core, yes)) {
      std::cerr << "onsite: Nothing was sent; --yes agrees to the request above.\n";
      return feedback;
    }
    while (core->state().feedback.state == Pending<interview::Feedback>::State::kPending) {
      core->WaitForResult(std::chrono::milliseconds(100));
      core->Tick();
    }
    const Pending<interview::Feedback>& reply = core->state().feedback;
    if (reply.state == Pending<interview::Feedback>::State::kReady) {
      feedback.push_back(interview::ToJson(*reply.value));
      if (!context.json)
        std::cout << "\nFeedback on " << question << ":\n" << FeedbackMarkdown(*reply.value);
    } else {
      feedback.push_back({{"question", question}, {"error", reply.why}});
      std::cerr << "onsite: " << reply.why << "\n";
    }
  }
  return feedback;
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
  if (options.llm) feedback = AskEndpoint(core, *context, options.yes);
  if (!context->json) return;
  interview::Json json = ScorecardJson(*core->state().viewed);
  if (options.llm) json["feedback"] = std::move(feedback);
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
  drill->add_flag("--llm", options->llm, "Ask the configured endpoint for feedback");
  drill->add_flag("--yes", options->yes, "Agree to the first request to an endpoint");
  drill->callback([=] { Drill(*options, context); });

  CLI::App* loop = app.add_subcommand("loop", "A whole interview loop");
  loop->add_option("preset", options->preset, "onsite-mle, phone-screen or drill-60")->required();
  loop->add_option("--language", options->language, interview::LanguageNames());
  loop->add_option("--answers", options->answers,
                   "Folder with 01-coding.json, 02-concepts.json, …");
  loop->add_flag("--llm", options->llm, "Ask the configured endpoint for feedback");
  loop->add_flag("--yes", options->yes, "Agree to the first request to an endpoint");
  loop->callback([=] { Loop(*options, context); });
}

}  // namespace app
