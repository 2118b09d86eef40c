// Everything a user can make the app do. Screens emit commands; CommandRunner applies them at one
// point. UI thread only; plain values.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/core/export_job.h"
#include "app/core/settings.h"
#include "interview/model/ids.h"
#include "interview/model/transcript.h"

namespace app {

// Which screen is shown.
enum class Route {
  kHome,
  kSetup,
  kRoom,
  kDebrief,
  kHistory,
  kTranscript,
  kReplay,
  kLibrary,
  kProgress,
  kSettings,
  kAbout,
  kGallery
};
inline constexpr std::array kRoutes = {Route::kHome,     Route::kSetup,   Route::kRoom,
                                       Route::kDebrief,  Route::kHistory, Route::kTranscript,
                                       Route::kReplay,   Route::kLibrary, Route::kProgress,
                                       Route::kSettings, Route::kAbout,   Route::kGallery};
std::string_view ToString(Route route);  // "home"

namespace command {

struct Navigate {
  Route route = Route::kHome;
};

struct StartLoop {
  std::string preset;
  interview::Language language = interview::Language::kPython;
  double time_scale = 1;
  // Questions of each round instead of chosen ones; an empty list leaves the choice.
  std::vector<std::vector<interview::QuestionId>> questions;
  interview::AssistLevel assist = interview::AssistLevel::kPlain;  // of its rounds with code
};
struct StartDrill {
  std::optional<interview::RoundKind> kind;  // one of kind and questions
  std::vector<interview::QuestionId> questions;
  std::optional<int> minutes;
  interview::Language language = interview::Language::kPython;
  interview::AssistLevel assist = interview::AssistLevel::kPlain;
};
// Takes an unfinished session up where it was; its clock goes on from its last event.
struct ResumeSession {
  interview::SessionId id;
};
// Ends an unfinished session as it stands: what is there is graded.
struct FinishSession {
  interview::SessionId id;
};

// An act of the candidate in the running session: a hint, a run, a phase, a message, a rating, …
// Texts go through EditText.
struct Act {
  interview::EventPayload payload;
};
// The new full content of a text; the transcript gets the difference.
struct EditText {
  interview::TextField field;
  std::string text;
};
// Opens the text in the user's own editor; what is saved there comes back in AppState::outside.
struct EditOutside {
  interview::TextField field;
  std::string text;
};
// Leaves the room for the home screen; a drill is paused, a loop's clock runs on.
struct LeaveRoom {};

struct ViewSession {
  interview::SessionId id;
};
// Opens the replay of a stored session, at a moment or where it was left.
struct ShowReplay {
  interview::SessionId id;
  std::optional<interview::Duration> at = {};
};
// Runs code of the session on view on the visible tests (kRunVisible) or on all (kJudge). Nothing
// of it is recorded; what comes of it is AppState::trial.
struct TryCode {
  interview::EvaluationKind kind = interview::EvaluationKind::kRunVisible;
  interview::QuestionId question;
  interview::Language language = interview::Language::kPython;
  std::string source;
};
struct CancelTrial {};
// Adds a note or an appeal to the finished session on view.
struct Annotate {
  interview::EventPayload payload;
};
struct ExportSession {
  interview::SessionId id;
  std::string format;
  std::filesystem::path path;
};  // "html", "md", "json"
// Writes a file into the user's folder of exports.
struct SaveExport {
  std::string name;
  std::string bytes;
};
// The same for a file that takes long to make. One at a time: a second takes the first one's place.
struct MakeExport {
  std::string name;
  MakeFile make;
};
struct CancelExport {};
// Asks the configured endpoint for feedback on one answer or one round of the session on view.
struct AskFeedback {
  interview::FeedbackTarget about;
};
struct CancelFeedback {};
// Turns the language model on or off in one session, the running one or the one on view. Off:
// nothing more is sent for it, and what is under way is cancelled.
struct SwitchLlm {
  interview::SessionId session;
  bool on = true;
};
// What the user says to AppState::consent.
struct AnswerConsent {
  enum class Answer { kSend, kNotNow, kTurnOff } answer = Answer::kNotNow;
};
// Every endpoint is asked about again.
struct ForgetConsent {};
// One tiny request to the endpoint of the settings, and the names of the models that it offers.
struct TestLlm {};
struct CancelLlmTest {};
struct ListLlmModels {};

// Readies the spelling of prose, once; and words that may have been meant for one.
struct LoadSpelling {};
struct SuggestSpelling {
  std::string word;
};
// Accepts a word from now on.
struct LearnWord {
  std::string word;
};

struct ChangeSettings {
  Settings settings;
};
// Reads the settings file again, after it was edited by hand.
struct ReloadSettings {};
struct RunDoctor {};
// Works out where the user stands, in the background; what comes of it is AppState::standing. From
// then on it follows the sessions, the settings and the day by itself.
struct ReadStanding {};
// Shows the user a sentence.
struct Tell {
  enum class Kind { kInfo, kError } kind = Kind::kInfo;
  std::string text;
};
struct DismissNotice {
  int id = 0;
};
// Opens a web address in the browser; anything but http and https is refused.
struct OpenLink {
  std::string address;
};
struct Quit {};

}  // namespace command

using Command = std::variant<
    command::Navigate, command::StartLoop, command::StartDrill, command::ResumeSession,
    command::FinishSession, command::Act, command::EditText, command::EditOutside,
    command::LeaveRoom, command::ViewSession, command::ShowReplay, command::TryCode,
    command::CancelTrial, command::Annotate, command::ExportSession, command::SaveExport,
    command::MakeExport, command::CancelExport, command::AskFeedback, command::CancelFeedback,
    command::SwitchLlm, command::AnswerConsent, command::ForgetConsent, command::TestLlm,
    command::CancelLlmTest, command::ListLlmModels, command::LoadSpelling, command::SuggestSpelling,
    command::LearnWord, command::ChangeSettings, command::ReloadSettings, command::RunDoctor,
    command::ReadStanding, command::Tell, command::DismissNotice, command::OpenLink, command::Quit>;

}  // namespace app
