// What the screens show. They read it as const and emit commands; only CommandRunner and Tick
// change it. UI thread only.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/core/app_paths.h"
#include "app/core/command.h"
#include "app/core/doctor.h"
#include "app/core/export_job.h"
#include "app/core/llm_preview.h"
#include "app/core/pending.h"
#include "app/core/settings.h"
#include "app/core/spelling.h"
#include "interview/bank/question_bank.h"
#include "interview/model/question_record.h"
#include "interview/model/transcript.h"
#include "interview/session/interview_plan.h"
#include "interview/session/session.h"

namespace app {

struct Standing;  // app/core/standing.h

// One sentence for the user, shown as a toast until it is dismissed or grows old.
struct Notice {
  enum class Kind { kInfo, kError };
  int id = 0;
  Kind kind = Kind::kInfo;
  std::string text;
  std::string detail = {};  // what a report to the makers should carry; may be empty
};

// A session on show: the one that runs, or a stored one folded from its transcript.
struct OpenSession {
  interview::SessionId id;
  interview::WallTime started{};
  std::unique_ptr<interview::Session> session;
  interview::Duration now{};             // time since it began, as of this frame
  std::vector<interview::Event> events;  // its transcript so far
  std::size_t stored = 0;                // how many of them are on the disk
  bool disk_refuses = false;             // the last write failed; it is tried again
  // Lines of the conversation whose words are not decided yet: a model has been asked for them.
  std::set<std::size_t> unspoken;
  // How far the evaluations are that are under way.
  std::map<interview::Ticket, std::shared_ptr<const interview::EvaluationProgress>> progress;
};

// Code of the session on view, run again as it was at some moment.
struct CodeTrial {
  command::TryCode of;
  Pending<interview::Evaluation> result;
  std::shared_ptr<const interview::EvaluationProgress> progress;  // while it is pending
};

// Where the replay is to begin; each wish has a number of its own.
struct ReplayWish {
  int number = 0;
  std::optional<interview::Duration> at;
};

// A text that the user's own editor has open.
struct OutsideEdit {
  interview::TextField field;
  std::string text;  // as it was last saved there
  int saves = 0;     // so far; the text counts from the first on
};

struct AppState {
  AppPaths paths;
  Settings settings;
  LlmKeyState llm_key;  // whether there is one; never what it is
  Route route = Route::kHome;

  interview::QuestionBank bank;
  interview::LoopLibrary loops;
  interview::PanelRules rules;
  interview::Personas personas;

  std::optional<OpenSession> running;              // in the room, or waiting behind the home screen
  std::optional<OpenSession> viewed;               // debrief, transcript view, replay
  ReplayWish replay;                               // of the session on view
  std::optional<CodeTrial> trial;                  // of the session on view
  std::vector<interview::SessionSummary> history;  // newest first
  std::vector<interview::SessionSummary> unfinished;  // offered on the home screen

  std::map<interview::QuestionId, interview::QuestionRecord> records;  // of questions once planned
  std::optional<OutsideEdit> outside;
  std::optional<ExportUnderWay> exporting;

  Pending<std::vector<DoctorCheck>> doctor;
  Pending<std::shared_ptr<const Standing>> standing;
  std::size_t standing_to_read = 0;   // sessions that are still to be looked at for it
  std::optional<LlmPreview> consent;  // a request that waits for command::AnswerConsent
  Pending<LlmTestReport> llm_test;
  Pending<std::vector<std::string>> llm_models;  // that the endpoint of the settings offers
  Pending<interview::Feedback> feedback;         // about `feedback_about`, a part of `viewed`
  interview::FeedbackTarget feedback_about;      // what was asked about last
  std::string feedback_text;                     // Markdown: the reply so far, while it is pending
  Pending<std::shared_ptr<SpellChecker>> spelling;
  Pending<std::vector<std::string>> suggestions;  // for `suggestions_for`
  std::string suggestions_for;
  std::vector<Notice> notices;
  bool quit = false;
};

}  // namespace app
