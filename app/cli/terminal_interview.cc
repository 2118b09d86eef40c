// The prompt loop of terminal interviews.
#include "app/cli/terminal_interview.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>

#include "interview/base/files.h"
#include "interview/model/language.h"

namespace app {
namespace {

using interview::RoundKind;
using interview::Stage;
using interview::TextField;
namespace event = interview::event;

constexpr int kSliceMs = 100;

std::string Clock(interview::Duration time) {
  const auto seconds = time.count() / 1000;
  std::ostringstream text;
  text << seconds / 60 << ":" << (seconds % 60 < 10 ? "0" : "") << seconds % 60;
  return text.str();
}

void PrintJudgement(const interview::Evaluation& evaluation) {
  if (!evaluation.judgement) return;
  const interview::Judgement& j = *evaluation.judgement;
  std::cout << "  " << DisplayName(j.verdict) << ": " << j.passed << " of " << j.total << " tests. "
            << j.message << "\n";
  if (!j.caution.empty()) std::cout << "    caution: " << j.caution << "\n";
  for (const interview::Diagnostic& d : j.diagnostics) {
    std::cout << "    line " << d.line << ": " << d.message << "\n";
  }
  if (j.first_failure) {
    std::cout << "    input    " << interview::DumpJson(j.first_failure->input) << "\n    expected "
              << interview::DumpJson(j.first_failure->expected) << "\n    got      "
              << interview::DumpJson(j.first_failure->got) << "\n";
  }
}

// "client -> gateway: request" lines become a board; nodes are named by their labels.
interview::Board ParseBoardLines(const std::string& text) {
  interview::Board board;
  const auto node = [&](std::string label) {
    label.erase(0, label.find_first_not_of(" \t"));
    label.erase(label.find_last_not_of(" \t") + 1);
    for (const interview::BoardNode& n : board.nodes) {
      if (n.label == label) return n.id;
    }
    const std::string id = "n" + std::to_string(board.nodes.size() + 1);
    if (!label.empty()) board.nodes.push_back({id, {}, label, {}});
    return id;
  };
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t arrow = line.find("->");
    if (arrow == std::string::npos) {
      (void)node(line);
      continue;
    }
    const std::size_t colon = line.find(':', arrow);
    const std::string from = node(line.substr(0, arrow));
    const std::string to =
        node(line.substr(arrow + 2, colon == std::string::npos ? colon : colon - arrow - 2));
    board.edges.push_back({from, to, colon == std::string::npos ? "" : line.substr(colon + 1)});
  }
  return board;
}

}  // namespace

void TerminalInterview::Act(interview::EventPayload payload) {
  core_->Apply(command::Act{std::move(payload)});
}

void TerminalInterview::Edit(TextField::Kind kind, std::string part, std::string text) {
  core_->Apply(command::EditText{{kind, work().id, std::move(part)}, std::move(text)});
}

std::optional<std::string> TerminalInterview::ReadLine(const std::string& prompt) {
  std::cout << prompt << std::flush;
  const Stage stage = session().stage();
  while (Live() && session().stage() == stage) {
    if (const std::size_t end = buffer_.find('\n'); end != std::string::npos) {
      std::string line = buffer_.substr(0, end);
      buffer_.erase(0, end + 1);
      if (!line.empty() && line.back() == '\r') line.pop_back();
      return line;
    }
    if (end_of_input_) return std::nullopt;
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (::poll(&input, 1, kSliceMs) > 0) {
      std::array<char, 4096> block{};
      const ssize_t n = ::read(STDIN_FILENO, block.data(), block.size());
      if (n > 0) {
        buffer_.append(block.data(), static_cast<std::size_t>(n));
      } else {
        end_of_input_ = true;
        if (!buffer_.empty()) buffer_ += '\n';
      }
    }
    core_->Tick();
    ShowNews();
  }
  return std::nullopt;
}

std::string TerminalInterview::ReadText(const std::string& what) {
  std::cout << what << " (end with a line that holds a single dot)\n";
  std::string text;
  while (const auto line = ReadLine("")) {
    if (*line == ".") break;
    text += *line + "\n";
  }
  return text;
}

void TerminalInterview::ShowNews() {
  if (!Live()) return;
  const auto& conversation = session().conversation();
  const std::set<std::size_t>& unspoken = core_->state().running->unspoken;
  const std::size_t decided = unspoken.empty() ? conversation.size() : *unspoken.begin();
  for (; spoken_ < decided; ++spoken_) {
    const interview::Utterance& u = conversation[spoken_];
    if (u.speaker != interview::Speaker::kInterviewer) continue;
    const std::string whose = u.model.empty() ? "" : " (words of " + u.model + ")";
    std::cout << "\ninterviewer" << whose << ": " << u.words() << "\n";
  }
  const auto& notices = core_->state().notices;
  for (; notices_shown_ < notices.size(); ++notices_shown_) {
    std::cerr << "onsite: " << notices[notices_shown_].text << "\n";
  }
  if (session().current_work() == nullptr) return;
  for (; runs_shown_ < work().runs.size(); ++runs_shown_) {
    PrintJudgement(work().runs[runs_shown_].evaluation);
  }
  for (; judgements_shown_ < work().judgements.size(); ++judgements_shown_) {
    PrintJudgement(work().judgements[judgements_shown_].evaluation);
  }
}

void TerminalInterview::ShowQuestion() {
  if (session().current_work() == nullptr || work().id == shown_question_) return;
  shown_question_ = work().id;
  runs_shown_ = judgements_shown_ = 0;
  const interview::PlannedRound& plan = *session().current_plan();
  std::cout << "\n=== " << plan.title << ": "
            << (work().question ? work().question->title : work().id) << " ===\n\n";
  if (work().question) std::cout << work().question->statement << "\n";
  if (const auto* design = work().question
                               ? std::get_if<interview::SystemDesignSpec>(&work().question->spec)
                               : nullptr) {
    for (const interview::Estimate& e : design->estimates) {
      std::cout << "  estimate " << e.id << " (" << e.unit << "): " << e.text << "\n";
    }
  }
  ShowHelp();
}

void TerminalInterview::ShowHelp() {
  const RoundKind kind = session().current_plan()->kind;
  std::cout << "\nType to speak to the interviewer, or:\n";
  if (kind == RoundKind::kCoding || kind == RoundKind::kMlCoding) {
    std::cout << "  /write plan    your plan        /code [FILE]   load code, or open $EDITOR\n"
                 "  /tests         your own tests   /run  /submit  visible tests, all tests\n";
  } else if (kind == RoundKind::kConcepts) {
    std::cout
        << "  /write         your answer      /submit        hand the answer over, hear a probe\n";
  } else {
    std::cout << "  /write SECTION prose (requirements, metrics, data, …)\n"
                 "  /draw          the whiteboard   /estimate ID TEXT\n";
  }
  std::cout << "  /reply         answer what was asked last      /hint     the next hint\n"
               "  /phase [N]     phases           /next          next question\n"
               "  /time          the clock        /done          end the round    /help\n";
}

void TerminalInterview::ShowTime() {
  const interview::RoundClock clock = session().Clock(core_->state().running->now);
  std::cout << "  " << Clock(clock.left) << " left of " << Clock(clock.length) << "\n";
  const auto& phases = session().current_plan()->phases;
  for (std::size_t i = 0; i < phases.size(); ++i) {
    std::cout << "  " << i + 1
              << (static_cast<int>(i) == session().current_round()->phase ? " > " : "   ")
              << phases[i].title << "  " << Clock(clock.phase_elapsed[i]) << " of "
              << Clock(clock.phase_budgets[i]) << "\n";
  }
}

void TerminalInterview::Write(const std::string& part) {
  const RoundKind kind = session().current_plan()->kind;
  const std::string name = !part.empty()                      ? part
                           : kind == RoundKind::kConcepts     ? "answer"
                           : kind == RoundKind::kSystemDesign ? "requirements"
                                                              : "plan";
  Edit(TextField::Kind::kProse, name, ReadText("Your text for \"" + name + "\""));
}

void TerminalInterview::Code(const std::string& file) {
  const std::string language(ToString(work().answer.language));
  std::filesystem::path path = file;
  if (file.empty()) {
    const char* editor = std::getenv("EDITOR");
    if (editor == nullptr || *editor == '\0') {
      std::cout << "  Name a file (/code solution.py), or set EDITOR.\n";
      return;
    }
    path = core_->state().paths.data /
           ("draft." + std::string(interview::InfoOf(work().answer.language).extension));
    const TextField field{TextField::Kind::kCode, work().id, language};
    if (interview::Status s = interview::WriteFileAtomically(path, work().Text(field)); !s) {
      std::cout << "  " << s.error().message << "\n";
      return;
    }
    if (std::system((std::string(editor) + " '" + path.string() + "'").c_str()) != 0) {
      std::cout << "  The editor did not end well; your draft is " << path.string() << ".\n";
      return;
    }
  }
  const interview::Result<std::string> text = interview::ReadFile(path);
  if (!text) {
    std::cout << "  " << text.error().message << "\n";
    return;
  }
  Edit(TextField::Kind::kCode, language, *text);
  std::cout << "  Loaded " << path.string() << ".\n";
}

void TerminalInterview::ReplyToFollowUp() {
  if (work().asked.empty()) {
    std::cout << "  Nothing was asked yet.\n";
    return;
  }
  const interview::AskedFollowUp asked = work().asked.back();
  const std::string text = ReadText(asked.text);
  core_->Apply(command::EditText{asked.field, text});
}

void TerminalInterview::Draw() {
  std::cout << "  One connection a line, such as: client -> gateway: requests\n";
  Act(event::BoardEdited{work().id, ParseBoardLines(ReadText("Your whiteboard"))});
}

void TerminalInterview::Estimate(const std::string& rest) {
  const std::size_t space = rest.find(' ');
  if (space == std::string::npos) {
    std::cout << "  Use /estimate ID TEXT, such as: /estimate qps 10e9/(30*86400) = 3.9k qps\n";
    return;
  }
  Edit(TextField::Kind::kEstimate, rest.substr(0, space), rest.substr(space + 1));
}

void TerminalInterview::Phase(const std::string& number) {
  if (!number.empty()) {
    const int phase = std::atoi(number.c_str()) - 1;
    if (phase >= 0 && phase < static_cast<int>(session().current_plan()->phases.size())) {
      Act(event::PhaseEntered{phase});
    }
  }
  ShowTime();
}

void TerminalInterview::AwaitResults() {
  while (Live() && !session().pending().empty()) {
    core_->WaitForResult(std::chrono::milliseconds(kSliceMs));
    core_->Tick();
    ShowNews();
  }
}

void TerminalInterview::Obey(const std::string& line) {
  if (line.empty()) return;
  const std::size_t space = line.find(' ');
  const std::string word = line.substr(0, space);
  const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
  if (word[0] != '/') {
    Act(event::CandidateSaid{line});
  } else if (word == "/write") {
    Write(rest);
  } else if (word == "/code") {
    Code(rest);
  } else if (word == "/tests") {
    Edit(TextField::Kind::kTests, {},
         ReadText("One test a line: {\"args\": […], \"expected\": …}"));
  } else if (word == "/run") {
    Act(event::RunRequested{});
  } else if (word == "/submit") {
    Act(event::SubmitRequested{});
  } else if (word == "/reply") {
    ReplyToFollowUp();
  } else if (word == "/draw") {
    Draw();
  } else if (word == "/estimate") {
    Estimate(rest);
  } else if (word == "/hint") {
    if (const auto hint = session().next_hint()) {
      std::cout << "  " << hint->cost_text << "\n";
      Act(event::HintTaken{hint->level});
    } else {
      std::cout << "  There is no further hint.\n";
    }
  } else if (word == "/phase") {
    Phase(rest);
  } else if (word == "/time") {
    ShowTime();
  } else if (word == "/next") {
    Act(event::QuestionFinished{});
  } else if (word == "/done") {
    Act(event::RoundSubmitted{false});
  } else {
    ShowHelp();
  }
  if (Live() && session().stage() == Stage::kInRound) AwaitResults();
}

void TerminalInterview::RateYourself() {
  const int round = session().round();
  event::SelfRated rated;
  rated.round = round;
  std::cout << "\nBefore the reveal: how do you rate yourself? (1-4, empty to skip)\n";
  const RoundKind kind = session().plan().rounds[static_cast<std::size_t>(round)].kind;
  const auto rules = session().rules().rounds.find(kind);
  if (rules != session().rules().rounds.end()) {
    for (const interview::DimensionRule& dimension : rules->second.dimensions) {
      const auto line = ReadLine("  " + dimension.title + ": ");
      const double score = line ? std::atof(line->c_str()) : 0;
      if (score >= 1 && score <= 4) rated.ratings[dimension.id] = score;
      if (!line) break;
    }
  }
  Act(std::move(rated));
}

bool TerminalInterview::Run() {
  while (Live()) {
    ShowNews();
    switch (session().stage()) {
      case Stage::kInRound: {
        ShowQuestion();
        const auto line = ReadLine("> ");
        if (line) {
          Obey(*line);
        } else if (end_of_input_) {
          return false;
        }
        break;
      }
      case Stage::kPaused:
        Act(event::Resumed{});
        break;
      case Stage::kSelfRating:
        RateYourself();
        break;
      case Stage::kBreak: {
        const auto line = ReadLine("Break. Press Enter to go on.\n");
        if (line) Act(event::BreakEnded{});
        if (end_of_input_ && !line) return false;
        break;
      }
      default:
        core_->WaitForResult(std::chrono::milliseconds(kSliceMs));
        core_->Tick();
        break;
    }
  }
  return true;
}

}  // namespace app
