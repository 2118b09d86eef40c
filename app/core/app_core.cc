// Opening the app and applying commands.
#include "app/core/app_core.h"

#include <cstdlib>
#include <random>

#include "app/core/app_core_parts.h"
#include "app/core/evaluator_wiring.h"
#include "app/core/external_edit.h"
#include "app/core/feedback_job.h"
#include "app/core/job_runner.h"
#include "app/core/open_link.h"
#include "app/core/session_driver.h"
#include "app/core/session_export.h"
#include "app/core/session_id.h"
#include "evaluators/judge/cpp_toolchain.h"
#include "interview/base/files.h"
#include "interview/base/log.h"
#include "interview/model/language.h"
#include "interview/store/transcript_store.h"

namespace app {

using interview::Fail;
using interview::Result;
using interview::Status;

namespace {

constexpr std::chrono::milliseconds kLookAtFile(250);  // that an editor outside may save

interview::WallTime WallNow() {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::uint64_t RandomSeed() {
  std::random_device device;
  return (std::uint64_t{device()} << 20) ^ device();
}

}  // namespace

std::string_view ToString(Route route) {
  constexpr std::array<std::string_view, kRoutes.size()> kNames = {
      "home",       "setup",   "room",     "debrief", "history",
      "transcript", "library", "settings", "about",   "gallery"};
  return kNames[static_cast<std::size_t>(route)];
}

AppCore::AppCore() : parts_(std::make_unique<Parts>()) {}

AppCore::~AppCore() {
  if (parts_->driver) (void)parts_->driver->Flush();  // has told the log
}

Result<std::unique_ptr<AppCore>> AppCore::Open(AppPaths paths, Options options) {
  std::unique_ptr<AppCore> core(new AppCore());
  if (Status s = core->parts_->Open(std::move(paths), std::move(options)); !s) return Forward(s);
  return core;
}

const AppState& AppCore::state() const { return parts_->state; }

void AppCore::Apply(const Command& command) {
  parts_->Check(std::visit([&](const auto& c) { return parts_->Do(c); }, command));
}

void AppCore::Tick() {
  parts_->jobs->Drain();
  if (!parts_->driver) return;
  parts_->PollOutside();
  parts_->driver->Tick();
  if (parts_->state.running->session->stage() == interview::Stage::kFinished) {
    parts_->CloseRunning();
  }
}

JobRunner& AppCore::jobs() { return *parts_->jobs; }

void AppCore::WaitForResult(std::chrono::milliseconds timeout) {
  parts_->jobs->WaitForResult(timeout);
}

std::optional<std::chrono::milliseconds> AppCore::UntilNextTick() const {
  if (!parts_->driver) return std::nullopt;
  const auto into_second = parts_->state.running->now.count() % 1000;
  const auto second =
      std::min(std::chrono::milliseconds(1000 - into_second),
               parts_->external_edit ? kLookAtFile : std::chrono::milliseconds(1000));
  return std::min(second, parts_->driver->UntilDue().value_or(second));
}

Status AppCore::Parts::Open(AppPaths paths, Options options) {
  state.paths = std::move(paths);
  LoadSettingsOrDefaults();
  const char* key = std::getenv("ONSITE_LLM_API_KEY");
  state.llm_key_present = key != nullptr && *key != '\0';

  Result<interview::QuestionBank> bank =
      interview::QuestionBank::Load(state.paths.rubrics, state.paths.packs());
  if (!bank) return Forward(bank);
  state.bank = *std::move(bank);
  for (const interview::BankProblem& problem : state.bank.problems()) {
    Tell(Notice::Kind::kError, problem.message);
  }
  Result<interview::LoopLibrary> loops = interview::LoadLoops(state.paths.rubrics / "loops");
  if (!loops) return Forward(loops);
  state.loops = *std::move(loops);
  Result<interview::PanelRules> rules =
      interview::LoadPanelRules(state.paths.rubrics / "panel_rules");
  if (!rules) return Forward(rules);
  state.rules = *std::move(rules);
  Result<interview::Personas> personas =
      interview::Personas::Load(state.paths.rubrics / "personas");
  if (!personas) return Forward(personas);
  state.personas = *std::move(personas);
  if (!state.personas.Knows(state.settings.persona)) {
    Tell(Notice::Kind::kError, "There is no interviewer \"" + state.settings.persona +
                                   "\"; the neutral one speaks. Name one of rubrics/personas as "
                                   "\"persona\" in " +
                                   state.paths.settings.string() + ".");
    state.settings.persona = std::string(interview::kNeutralPersona);
  }
  Result<std::shared_ptr<const evaluators::EvaluatorSet>> built = BuildEvaluators(state.paths);
  if (!built) return Forward(built);
  evaluators = *std::move(built);
  Result<interview::TranscriptStore> opened =
      interview::TranscriptStore::Open(state.paths.database());
  if (!opened) return Forward(opened);
  store = *std::move(opened);
  jobs = std::make_unique<JobRunner>(options.judges, std::move(options.wake));
  if (options.readies_compilers) {
    const auto ready = [config = MakeJudgeConfig(state.paths)](std::stop_token stop) {
      const Status done = evaluators::WarmUpCpp(config, stop);
      if (!done) return Result<bool>(Forward(done));
      return Result<bool>(true);
    };
    compilers_job = jobs->Start<bool>(Lane::kCompile, ready, [](const Result<bool>& result) {
      if (!result) interview::LogError(result.error());  // the doctor and the first run tell
    });
  }
  RefreshHistory();
  return {};
}

void AppCore::Parts::LoadSettingsOrDefaults() {
  Result<Settings> loaded = LoadSettings(state.paths.settings);
  if (loaded) {
    state.settings = *std::move(loaded);
    return;
  }
  std::error_code ec;
  std::filesystem::path kept = state.paths.settings;
  kept += ".broken";
  std::filesystem::rename(state.paths.settings, kept, ec);
  Tell(Notice::Kind::kError,
       loaded.error().message + " Defaults are used; your file is kept as " + kept.string() + ".");
}

void AppCore::Parts::RefreshHistory() {
  Result<std::vector<interview::SessionSummary>> list = store->List();
  if (!list) return Report(list.error());
  state.history = *std::move(list);
  if (auto records = store->Records()) {
    state.records = *std::move(records);
  } else {
    Report(records.error());
  }
  state.unfinished.clear();
  for (const interview::SessionSummary& summary : state.history) {
    if (!summary.finished && (!state.running || state.running->id != summary.id)) {
      state.unfinished.push_back(summary);
    }
  }
}

OpenSession AppCore::Parts::NewOpenSession(interview::SessionId id, interview::WallTime started) {
  OpenSession open;
  open.id = std::move(id);
  open.started = started;
  open.session = std::make_unique<interview::Session>(Lookup(), state.rules, state.personas);
  return open;
}

std::unique_ptr<SessionDriver> AppCore::Parts::NewDriver(OpenSession* open) {
  return std::make_unique<SessionDriver>(
      SessionDriver::Doors{&*store, jobs.get(), evaluators.get(),
                           [this](const interview::Error& error) { Report(error); }},
      open);
}

interview::PlanOptions AppCore::Parts::MakeOptions(interview::Language language,
                                                   double time_scale) const {
  interview::PlanOptions options;
  options.language = language;
  options.time_scale = time_scale;
  options.persona = state.settings.persona;
  options.seed = RandomSeed();
  return options;
}

interview::QuestionHistory AppCore::Parts::UsedQuestions() {
  interview::QuestionHistory history;
  history.now = WallNow();
  if (auto used = store->LastUsed()) {
    history.last_used = *std::move(used);
  } else {
    Report(used.error());
  }
  return history;
}

Status AppCore::Parts::Begin(Result<interview::PlannedSession> planned) {
  if (!planned) return Forward(planned);
  if (state.running) {
    return Fail(interview::ErrorCode::kInvalid,
                "A session is running; finish it or end it before you start another.");
  }
  for (const std::string& note : planned->notes) Tell(Notice::Kind::kInfo, note);
  const std::uint64_t seed = RandomSeed();
  const interview::WallTime now = WallNow();
  state.running = NewOpenSession(MakeSessionId(now, seed), now);
  driver = NewDriver(&*state.running);
  if (Status s = driver->Start(planned->plan, seed); !s) {
    driver.reset();
    state.running.reset();
    return s;
  }
  state.route = Route::kRoom;
  RefreshHistory();
  return {};
}

// Folds a stored transcript.
Result<OpenSession> AppCore::Parts::LoadSession(const interview::SessionId& id) {
  Result<interview::SessionSummary> summary = store->Find(id);
  if (!summary) return Forward(summary);
  Result<std::vector<interview::Event>> events = store->Load(id);
  if (!events) return Forward(events);
  OpenSession open = NewOpenSession(id, summary->started);
  for (const interview::Event& event : *events) (void)open.session->Handle(event);
  open.events = *std::move(events);
  open.stored = open.events.size();
  if (!open.events.empty()) open.now = open.events.back().at;
  return open;
}

// The finished session moves from the room to the debrief.
void AppCore::Parts::CloseRunning() {
  external_edit.reset();
  state.outside.reset();
  Check(driver->Flush());
  driver.reset();
  const bool in_room = state.route == Route::kRoom;
  state.viewed = std::move(state.running);
  state.running.reset();
  state.feedback = {};
  if (in_room) state.route = Route::kDebrief;
  RefreshHistory();
}

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

void AppCore::Parts::PollOutside() {
  if (!external_edit) return;
  if (auto saved = external_edit->Poll()) {
    state.outside->text = *std::move(saved);
    ++state.outside->saves;
  }
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
  state.viewed = *std::move(open);
  state.feedback = {};
  state.route = state.viewed->session->score_card() ? Route::kDebrief : Route::kTranscript;
  return {};
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
  export_job = jobs->Start<Path>(Lane::kExport, work, done);
  return {};
}

Status AppCore::Parts::Do(const command::CancelExport&) {
  export_job.Cancel();
  state.exporting.reset();
  return {};
}

Status AppCore::Parts::Do(const command::AskFeedback& c) {
  if (!state.viewed) return {};
  Result<FeedbackJob> job = PrepareFeedback(*state.viewed, c.question, state);
  if (!job) {
    state.feedback.Fail(job.error().message);
    state.feedback_question = c.question;
    return {};
  }
  state.feedback.Ask();
  state.feedback_question = c.question;
  const auto done = [this, id = state.viewed->id,
                     question = c.question](Result<evaluators::Feedback> result) {
    if (!result) return state.feedback.Fail(result.error().message);
    state.feedback.Arrive(result->text);
    if (!state.viewed || state.viewed->id != id) return;
    Check(AppendFeedback(&*store, &*state.viewed, question, *result));
  };
  feedback_job = jobs->Start<evaluators::Feedback>(Lane::kNet, *std::move(job), done);
  return {};
}

Status AppCore::Parts::Do(const command::ChangeSettings& c) {
  if (Status s = SaveSettings(c.settings, state.paths.settings); !s) return s;
  state.settings = c.settings;
  return {};
}

Status AppCore::Parts::Do(const command::ReloadSettings&) {
  Result<Settings> loaded = LoadSettings(state.paths.settings);
  if (!loaded) return Forward(loaded);
  state.settings = *std::move(loaded);
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
