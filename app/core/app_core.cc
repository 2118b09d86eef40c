// Opening the app, time passing, and sessions that begin and end.
#include "app/core/app_core.h"

#include <cstdlib>
#include <random>

#include "app/core/app_core_parts.h"
#include "app/core/evaluator_wiring.h"
#include "app/core/external_edit.h"
#include "app/core/iso_day.h"
#include "app/core/job_runner.h"
#include "app/core/llm_setup.h"
#include "app/core/session_driver.h"
#include "app/core/session_id.h"
#include "evaluators/judge/cpp_toolchain.h"
#include "evaluators/llm/llm_key.h"
#include "interview/base/files.h"
#include "interview/base/log.h"
#include "interview/session/digest.h"
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
      "home",   "setup",   "room",     "debrief",  "history", "transcript",
      "replay", "library", "progress", "settings", "about",   "gallery"};
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

Result<std::shared_ptr<const Standing>> AppCore::ReadStanding(
    std::optional<std::int64_t> interview_day, std::optional<double> hours_per_week) {
  Settings& settings = parts_->state.settings;
  if (interview_day) settings.interview_day = IsoDay(*interview_day);
  settings.hours_per_week = hours_per_week.value_or(settings.hours_per_week);
  const auto& standing = parts_->state.standing;
  using Pending = std::remove_cvref_t<decltype(standing)>;
  for (Apply(command::ReadStanding{}); standing.state == Pending::State::kPending; Tick()) {
    WaitForResult(std::chrono::hours(1));
  }
  if (standing.state != Pending::State::kReady) {
    return Fail(interview::ErrorCode::kIo, standing.why);
  }
  return *standing.value;
}

void AppCore::Apply(const Command& command) {
  parts_->Check(std::visit([&](const auto& c) { return parts_->Do(c); }, command));
}

void AppCore::Tick() {
  parts_->jobs->Drain();
  const auto& standing = parts_->state.standing;
  if (standing.state == decltype(parts_->state.standing)::State::kReady &&
      (*standing.value)->today != Today(WallNow()))
    parts_->RefreshStanding();
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
  (void)evaluators::HasKeyVariable(state.settings.llm.key_variable);  // out of the environment
  state.llm_key = LookAtKey(state.settings.llm);

  jobs = std::make_unique<JobRunner>(options.judges, std::move(options.wake));
  std::optional<Result<interview::QuestionBank>> bank;
  const JobHandle reading = jobs->Start<interview::QuestionBank>(
      Lane::kFiles,
      [rubrics = state.paths.rubrics, packs = state.paths.packs()](std::stop_token) {
        return interview::QuestionBank::Load(rubrics, packs);
      },
      [&bank](Result<interview::QuestionBank> read) { bank = std::move(read); });
  if (options.meanwhile) {
    if (Status s = options.meanwhile(); !s) return s;
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
  Result<std::shared_ptr<const evaluators::Lexicon>> words = LoadShippedLexicon(state.paths);
  if (!words) return Forward(words);
  lexicon = *std::move(words);
  Result<std::shared_ptr<const evaluators::EvaluatorSet>> built =
      BuildEvaluators(lexicon, MakeJudgeConfig(state.paths));
  if (!built) return Forward(built);
  evaluators = *std::move(built);
  Result<interview::TranscriptStore> opened =
      interview::TranscriptStore::Open(state.paths.database());
  if (!opened) return Forward(opened);
  store = *std::move(opened);
  while (!bank) {
    jobs->WaitForResult(std::chrono::hours(1));
    jobs->Drain();
  }
  if (!*bank) return Forward(*bank);
  state.bank = **std::move(bank);
  for (const interview::BankProblem& problem : state.bank.problems()) {
    Tell(Notice::Kind::kError, problem.message);
  }
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
  RefreshStanding();
}

Status AppCore::Parts::Do(const command::ReadStanding&) {
  if (!standing_reader) {
    standing_reader.emplace(
        StandingReader::Doors{&*store, jobs.get(), &state, [this](auto standing) {
                                if (!standing) {
                                  Report(standing.error());
                                  state.standing.Fail(standing.error().message);
                                } else {
                                  state.standing.Arrive(*std::move(standing));
                                }
                              }});
  }
  state.standing.Ask();
  standing_reader->Ask(WallNow());
  return {};
}

void AppCore::Parts::RefreshStanding() {
  if (standing_reader) (void)Do(command::ReadStanding{});
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
                           [this](const interview::Error& error) { Report(error); },
                           VoiceOf(*open)},
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

// One notice, however many compromises the plan had to make: the others are its details.
void AppCore::Parts::TellNotes(const std::vector<std::string>& notes) {
  if (notes.empty()) return;
  std::string text = notes.front(), detail;
  if (notes.size() > 1) {
    text += " The details tell of " + std::to_string(notes.size() - 1) + " more like it.";
    for (const std::string& note : notes) detail += note + "\n";
  }
  Tell(Notice::Kind::kInfo, std::move(text), std::move(detail));
}

Status AppCore::Parts::Begin(Result<interview::PlannedSession> planned) {
  if (!planned) return Forward(planned);
  if (state.running) {
    return Fail(interview::ErrorCode::kInvalid,
                "A session is running; finish it or end it before you start another.");
  }
  TellNotes(planned->notes);
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
  AskForVoice();
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
  DropFeedback();
  state.viewed = std::move(state.running);
  state.running.reset();
  ForgetViewed();
  if (in_room) state.route = Route::kDebrief;
  Check(store->KeepDigests({{state.viewed->id, MakeDigest(state.viewed->id, state.viewed->started,
                                                          *state.viewed->session)}}));
  RefreshHistory();
}

// What belonged to another session on view.
void AppCore::Parts::ForgetViewed() {
  state.replay.at.reset();
  (void)Do(command::CancelTrial{});
}

void AppCore::Parts::PollOutside() {
  if (!external_edit) return;
  if (auto saved = external_edit->Poll()) {
    state.outside->text = *std::move(saved);
    ++state.outside->saves;
  }
}

}  // namespace app
