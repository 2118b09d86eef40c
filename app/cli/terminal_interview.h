// An interview in the terminal: prompts, reads answers line by line, lets the clock run meanwhile.
// Main thread only. Reads descriptor 0 and writes stdout.
#pragma once

#include <optional>
#include <string>

#include "app/core/app_core.h"

namespace app {

class TerminalInterview {
 public:
  explicit TerminalInterview(AppCore* core) : core_(core) {}

  // Takes the running session to its scorecard, or to the end of input, where the session is kept
  // unfinished. True when it was scored.
  bool Run();

 private:
  // Waits for a line while time passes; nullopt at the end of input or when the stage changed
  // meanwhile.
  std::optional<std::string> ReadLine(const std::string& prompt);
  // Lines up to one with a single dot.
  std::string ReadText(const std::string& what);
  const interview::Session& session() const { return *core_->state().running->session; }
  const interview::QuestionWork& work() const { return *session().current_work(); }

  void ShowNews();
  void ShowQuestion();
  void ShowHelp();
  void ShowTime();
  void Obey(const std::string& line);
  void Write(const std::string& part);
  void Code(const std::string& file);
  void ReplyToFollowUp();
  void Draw();
  void Estimate(const std::string& rest);
  void Phase(const std::string& number);
  void AwaitResults();
  void RateYourself();
  void Edit(interview::TextField::Kind kind, std::string part, std::string text);
  void Act(interview::EventPayload payload);
  bool Live() const { return core_->state().running.has_value(); }

  AppCore* core_;
  std::string buffer_;
  bool end_of_input_ = false;
  std::size_t spoken_ = 0;
  std::string shown_question_;
  std::size_t runs_shown_ = 0;
  std::size_t judgements_shown_ = 0;
  std::size_t notices_shown_ = 0;
};

}  // namespace app
