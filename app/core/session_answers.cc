// Answers from files, handed in as a candidate would.
#include "app/core/session_answers.h"

#include <algorithm>

#include "app/core/app_core.h"
#include "interview/base/files.h"
#include "interview/base/json.h"

namespace app {
namespace {

using interview::Answer;
using interview::Fail;
using interview::Result;
using interview::Status;
using interview::TextField;
namespace event = interview::event;

constexpr std::chrono::milliseconds kSlice{50};

Command Edit(TextField::Kind kind, const Answer& answer, std::string part, std::string text) {
  return command::EditText{{kind, answer.question, std::move(part)}, std::move(text)};
}

// Waits until `done`, letting results in.
Status WaitUntil(AppCore* core, std::chrono::milliseconds patience,
                 const std::function<bool()>& done) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (true) {
    core->Tick();
    if (done()) return {};
    if (std::chrono::steady_clock::now() > deadline) {
      return Fail(interview::ErrorCode::kTimeout,
                  "The evaluation of the answers did not end in time; run `onsite doctor`.");
    }
    core->WaitForResult(kSlice);
  }
}

const Answer* FindAnswer(const RoundAnswers& answers, const interview::QuestionId& question) {
  const auto found = std::find_if(answers.begin(), answers.end(),
                                  [&](const Answer& a) { return a.question == question; });
  return found == answers.end() ? nullptr : &*found;
}

Status PlayQuestion(AppCore* core, const Answer* answer, interview::RoundKind kind,
                    std::chrono::milliseconds patience) {
  if (answer == nullptr) return {};
  for (const Command& command : AnswerCommands(*answer, kind)) {
    core->Apply(command);
    // What is said is answered before the next thing is done, as in a conversation.
    const auto settled = [&] {
      return !core->state().running || core->state().running->session->pending().empty();
    };
    if (Status s = WaitUntil(core, patience, settled); !s) return s;
  }
  return {};
}

std::map<interview::DimensionId, double> SelfRatings(const RoundAnswers& answers) {
  std::map<interview::DimensionId, double> ratings;
  for (const Answer& answer : answers) {
    ratings.insert(answer.self_rating.begin(), answer.self_rating.end());
  }
  return ratings;
}

Status PlayRound(AppCore* core, const RoundAnswers& answers, std::chrono::milliseconds patience) {
  const interview::Session* session = core->state().running->session.get();
  const int round = session->round();
  const interview::PlannedRound plan = session->plan().rounds[static_cast<std::size_t>(round)];
  for (std::size_t i = 0; i < plan.questions.size(); ++i) {
    if (Status s =
            PlayQuestion(core, FindAnswer(answers, plan.questions[i].id), plan.kind, patience);
        !s) {
      return s;
    }
    if (i + 1 < plan.questions.size()) core->Apply(command::Act{event::QuestionFinished{}});
  }
  core->Apply(command::Act{event::RoundSubmitted{false}});
  core->Apply(command::Act{event::SelfRated{SelfRatings(answers), round}});
  if (core->state().running && session->stage() == interview::Stage::kBreak) {
    core->Apply(command::Act{event::BreakEnded{}});
  }
  return {};
}

}  // namespace

Result<RoundAnswers> ReadAnswers(const std::filesystem::path& file) {
  const Result<std::string> text = interview::ReadFile(file);
  if (!text) return Forward(text);
  const Result<interview::Json> json = interview::ParseJson(*text, file.string());
  if (!json) return Forward(json);
  RoundAnswers answers;
  if (!json->is_array()) {
    Result<Answer> answer = interview::ParseAnswer(*json, file.string());
    if (!answer) return Forward(answer);
    answers.push_back(*std::move(answer));
    return answers;
  }
  for (const interview::Json& item : *json) {
    Result<Answer> answer =
        interview::ParseAnswer(item, file.string() + " [" + std::to_string(answers.size()) + "]");
    if (!answer) return Forward(answer);
    answers.push_back(*std::move(answer));
  }
  return answers;
}

Result<std::vector<RoundAnswers>> ReadLoopAnswers(const std::filesystem::path& folder) {
  std::vector<RoundAnswers> rounds;
  for (const auto& file : interview::ListFolder(folder)) {
    if (file.extension() != ".json") continue;
    Result<RoundAnswers> answers = ReadAnswers(file);
    if (!answers) return Forward(answers);
    rounds.push_back(*std::move(answers));
  }
  if (rounds.empty()) {
    return Fail(
        interview::ErrorCode::kNotFound,
        "There are no answers (*.json) in " + folder.string() + "; add 01-coding.json and so on.");
  }
  return rounds;
}

std::vector<Command> AnswerCommands(const Answer& answer, interview::RoundKind kind) {
  std::vector<Command> commands;
  for (const std::string& message : answer.messages) {
    commands.push_back(command::Act{event::CandidateSaid{message}});
  }
  for (const auto& [part, text] : answer.prose) {
    commands.push_back(Edit(TextField::Kind::kProse, answer, part, text));
  }
  if (!answer.source.empty()) {
    commands.push_back(command::Act{event::LanguageChosen{answer.language}});
    commands.push_back(Edit(TextField::Kind::kCode, answer, std::string(ToString(answer.language)),
                            answer.source));
  }
  if (!answer.tests.empty()) {
    std::string lines;
    for (const interview::Json& test : answer.tests) lines += interview::DumpJson(test) + "\n";
    commands.push_back(Edit(TextField::Kind::kTests, answer, {}, lines));
  }
  if (!answer.board.empty()) {
    commands.push_back(command::Act{event::BoardEdited{answer.question, answer.board}});
  }
  for (const auto& [id, text] : answer.estimates) {
    commands.push_back(Edit(TextField::Kind::kEstimate, answer, id, text));
  }
  for (const auto& [id, text] : answer.follow_ups) {
    commands.push_back(Edit(TextField::Kind::kFollowUp, answer, id, text));
  }
  const bool code =
      kind == interview::RoundKind::kCoding || kind == interview::RoundKind::kMlCoding;
  if (code && !answer.source.empty()) commands.push_back(command::Act{event::SubmitRequested{}});
  return commands;
}

Status PlaySession(AppCore* core, const std::vector<RoundAnswers>& rounds,
                   std::chrono::milliseconds patience) {
  for (const RoundAnswers& answers : rounds) {
    if (!core->state().running) break;
    if (core->state().running->session->stage() != interview::Stage::kInRound) break;
    if (Status s = PlayRound(core, answers, patience); !s) return s;
  }
  if (core->state().running &&
      core->state().running->session->stage() == interview::Stage::kInRound) {
    core->Apply(command::Act{event::SessionEnded{}});
  }
  return WaitUntil(core, patience, [&] { return !core->state().running.has_value(); });
}

}  // namespace app
