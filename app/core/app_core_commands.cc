// What the app does for each command.
#include <utility>

#include "app/core/app_core_parts.h"
#include "app/core/code_trial.h"
#include "app/core/doctor.h"
#include "app/core/external_edit.h"
#include "app/core/open_link.h"
#include "app/core/session_driver.h"
#include "app/core/session_export.h"
#include "interview/base/files.h"
#include "interview/model/language.h"

namespace app {

using interview::Fail;
using interview::Forward;
using interview::Result;
using interview::Status;

Status AppCore::Parts::Do(const command::Navigate& c) {
  if (c.route == Route::kRoom && !state.running) {
    return Fail(interview::ErrorCode::kInvalid, "No session is running; start a loop or a drill.");
  }
  state.route = c.route;
  if (c.route == Route::kHome || c.route == Route::kHistory) RefreshHistory();
  return {};
}

Status AppCore::Parts::Do(const command::StartLoop& c) {
  const interview::LoopPreset* preset = state.loops.Find(c.preset);
  if (preset == nullptr) {
    return Fail(interview::ErrorCode::kNotFound, "There is no preset \"" + c.preset + "\".");
  }
  interview::PlanOptions options = MakeOptions(c.language, c.time_scale);
  options.questions = c.questions;
  options.assist = c.assist;
  return Begin(interview::PlanLoop(*preset, state.loops.phases, state.bank.questions(), options,
                                   UsedQuestions()));
}

Status AppCore::Parts::Do(const command::StartDrill& c) {
  interview::DrillWish wish;
  wish.kind = c.kind;
  wish.questions = c.questions;
  wish.minutes = c.minutes;
  interview::PlanOptions options = MakeOptions(c.language, state.settings.time_scale);
  options.assist = c.assist;
  return Begin(interview::PlanDrill(wish, state.loops.phases, state.bank.questions(), options,
                                    UsedQuestions()));
}

Status AppCore::Parts::Do(const command::ResumeSession& c) {
  if (state.running && state.running->id == c.id) {
    if (state.running->session->stage() == interview::Stage::kPaused) {
      driver->Act(interview::event::Resumed{});
    }
    state.route = Route::kRoom;
    return {};
  }
  if (state.running) {
    return Fail(interview::ErrorCode::kInvalid,
                "Another session is running; finish it before you resume this one.");
  }
  Result<OpenSession> open = LoadSession(c.id);
  if (!open) return Forward(open);
  state.running = *std::move(open);
  driver = NewDriver(&*state.running);
  driver->Resume();
  state.route = Route::kRoom;
  RefreshHistory();
  AskForVoice();
  return {};
}

Status AppCore::Parts::Do(const command::FinishSession& c) {
  if (Status s = Do(command::ResumeSession{c.id}); !s) return s;
  driver->Act(interview::event::SessionEnded{});
  return {};
}

Status AppCore::Parts::Do(const command::Act& c) {
  if (driver) driver->Act(c.payload);
  return {};
}

Status AppCore::Parts::Do(const command::EditText& c) {
  if (driver) driver->EditText(c.field, c.text);
  return {};
}

Status AppCore::Parts::Do(const command::EditOutside& c) {
  if (!driver) return {};
  const auto language = interview::ParseLanguage(c.field.part);
  const std::string extension(language ? interview::InfoOf(*language).extension : "txt");
  external_edit.reset();
  state.outside.reset();
  Result<ExternalEdit> started =
      ExternalEdit::Start(state.paths.data / "edit" / ("solution." + extension), c.text);
  if (!started) return Forward(started);
  external_edit = *std::move(started);
  state.outside = OutsideEdit{c.field, c.text, 0};
  Tell(Notice::Kind::kInfo,
       "The code is open in your editor; what you save there comes back here.");
  return {};
}

Status AppCore::Parts::Do(const command::LeaveRoom&) {
  if (driver && state.running->session->plan().kind == interview::SessionKind::kDrill &&
      state.running->session->stage() == interview::Stage::kInRound) {
    driver->Act(interview::event::Paused{});
  }
  return Do(command::Navigate{Route::kHome});
}

Status AppCore::Parts::Do(const command::ViewSession& c) {
  Result<OpenSession> open = LoadSession(c.id);
  if (!open) return Forward(open);
  DropFeedback();
  state.viewed = *std::move(open);
  ForgetViewed();
  state.route = state.viewed->session->score_card() ? Route::kDebrief : Route::kTranscript;
  return {};
}

Status AppCore::Parts::Do(const command::ShowReplay& c) {
  if (!state.viewed || state.viewed->id != c.id) {
    if (Status s = Do(command::ViewSession{c.id}); !s) return s;
  }
  state.replay = {state.replay.number + 1, c.at};
  state.route = Route::kReplay;
  return {};
}

Status AppCore::Parts::Do(const command::TryCode& c) {
  if (!state.viewed) return {};
  Result<interview::EvaluationRequest> request = TrialRequest(*state.viewed, c);
  if (!request) return Forward(request);
  request->progress = std::make_shared<interview::EvaluationProgress>();
  state.trial = CodeTrial{c, {}, request->progress};
  state.trial->result.Ask();
  const auto work = [evaluators = evaluators, request = *request](std::stop_token stop) {
    return evaluators->Evaluate(request, stop);
  };
  const auto done = [this](Result<interview::Evaluation> result) {
    if (!result) return state.trial->result.Fail(result.error().message);
    state.trial->result.Arrive(*std::move(result));
  };
  trial_job = jobs->Start<interview::Evaluation>(Lane::kJudge, work, done);
  return {};
}

Status AppCore::Parts::Do(const command::CancelTrial&) {
  trial_job.Cancel();
  state.trial.reset();
  return {};
}

Status AppCore::Parts::Do(const command::Annotate& c) {
  if (!state.viewed) return {};
  if (state.viewed->session->stage() != interview::Stage::kFinished) {
    return Fail(interview::ErrorCode::kInvalid,
                "Notes and appeals belong to a finished session; finish this one first.");
  }
  return AppendToViewed(c.payload);
}

Status AppCore::Parts::Do(const command::ExportSession& c) {
  Result<OpenSession> open = LoadSession(c.id);
  if (!open) return Forward(open);
  Result<std::string> text = ExportText(*open, c.format);
  if (!text) return Forward(text);
  if (Status s = interview::WriteFileAtomically(c.path, *text); !s) return s;
  Tell(Notice::Kind::kInfo, "Exported to " + c.path.string() + ".");
  return {};
}

Status AppCore::Parts::Do(const command::SaveExport& c) {
  const std::filesystem::path path = ExportPath(c.name);
  if (Status s = interview::WriteFileAtomically(path, c.bytes); !s) return s;
  Tell(Notice::Kind::kInfo, "Saved as " + path.string() + ".");
  return {};
}

Status AppCore::Parts::Do(const command::MakeExport& c) {
  const auto progress = std::make_shared<ExportProgress>();
  state.exporting = ExportUnderWay{c.name, progress};
  using Path = std::filesystem::path;
  const auto work = [path = ExportPath(c.name), make = c.make,
                     progress](std::stop_token stop) -> Result<Path> {
    Result<std::string> bytes = make(stop, progress.get());
    if (!bytes) return Forward(bytes);
    if (stop.stop_requested()) return Fail(interview::ErrorCode::kCancelled, "It was cancelled.");
    if (Status s = interview::WriteFileAtomically(path, *bytes); !s) return Forward(s);
    return path;
  };
  const auto done = [this](Result<Path> path) {
    state.exporting.reset();
    if (!path) return Report(path.error());
    Tell(Notice::Kind::kInfo, "Saved as " + path->string() + ".");
  };
  export_job = jobs->Start<Path>(Lane::kFiles, work, done);
  return {};
}

Status AppCore::Parts::Do(const command::CancelExport&) {
  export_job.Cancel();
  state.exporting.reset();
  return {};
}

Status AppCore::Parts::Do(const command::ChangeSettings& c) { return KeepSettings(c.settings); }

Status AppCore::Parts::Do(const command::ReloadSettings&) {
  Result<Settings> loaded = LoadSettings(state.paths.settings);
  if (!loaded) return Forward(loaded);
  FollowSettings(std::exchange(state.settings, *std::move(loaded)));
  Tell(Notice::Kind::kInfo, "The settings were read again.");
  return {};
}

Status AppCore::Parts::Do(const command::Tell& c) {
  Tell(c.kind == command::Tell::Kind::kInfo ? Notice::Kind::kInfo : Notice::Kind::kError, c.text);
  return {};
}

Status AppCore::Parts::Do(const command::RunDoctor&) {
  state.doctor.Ask();
  const auto work = [paths = state.paths](std::stop_token) -> Result<std::vector<DoctorCheck>> {
    return ExamineMachine(paths);
  };
  const auto done = [this](Result<std::vector<DoctorCheck>> checks) {
    state.doctor.Arrive(*std::move(checks));
  };
  doctor_job = jobs->Start<std::vector<DoctorCheck>>(Lane::kNet, work, done);
  return {};
}

Status AppCore::Parts::Do(const command::LoadSpelling&) {
  if (state.spelling.state != Pending<std::shared_ptr<SpellChecker>>::State::kNotAsked) return {};
  state.spelling.Ask();
  using Loaded = std::shared_ptr<SpellChecker>;
  const auto work = [paths = state.paths, questions = state.bank.questions()](std::stop_token) {
    return SpellChecker::Load(paths, questions);
  };
  const auto done = [this](Result<Loaded> loaded) {
    if (!loaded) return state.spelling.Fail(loaded.error().message);
    state.spelling.Arrive(*std::move(loaded));
  };
  spelling_job = jobs->Start<Loaded>(Lane::kNet, work, done);
  return {};
}

Status AppCore::Parts::Do(const command::SuggestSpelling& c) {
  state.suggestions.Ask();
  state.suggestions.value.reset();
  state.suggestions_for = c.word;
  const auto work = [word = c.word](std::stop_token) { return SuggestSpellings(word); };
  const auto done = [this](Result<std::vector<std::string>> words) {
    if (!words) return state.suggestions.Fail(words.error().message);
    state.suggestions.Arrive(*std::move(words));
  };
  suggestion_job = jobs->Start<std::vector<std::string>>(Lane::kNet, work, done);
  return {};
}

Status AppCore::Parts::Do(const command::LearnWord& c) {
  return state.spelling.value ? (*state.spelling.value)->Learn(c.word) : Status();
}

Status AppCore::Parts::Do(const command::DismissNotice& c) {
  std::erase_if(state.notices, [&](const Notice& notice) { return notice.id == c.id; });
  return {};
}

Status AppCore::Parts::Do(const command::OpenLink& c) { return OpenLink(c.address); }

Status AppCore::Parts::Do(const command::Quit&) {
  if (driver) {
    if (Status s = driver->Flush(); !s) return s;
  }
  state.quit = true;
  return {};
}

}  // namespace app
