// What the app does for the commands that have to do with the language model.
#include <utility>

#include "app/core/app_core_parts.h"
#include "app/core/feedback_job.h"
#include "app/core/llm_consent.h"
#include "app/core/llm_setup.h"
#include "evaluators/llm/llm_check.h"

namespace app {

using interview::Fail;
using interview::Result;
using interview::Status;

namespace {

LlmTestReport Describe(const evaluators::LlmCheck& check, const LlmSettings& settings) {
  const evaluators::ChatReply& reply = check.reply;
  return {.address = reply.address,
          .encryption = reply.encryption,
          .certificate = reply.certificate,
          .model = reply.model.empty() ? settings.model : reply.model,
          .first_token_ms = reply.first_token_ms,
          .latency_ms = reply.latency_ms,
          .tries = reply.tries,
          .prompt_tokens = reply.prompt_tokens,
          .completion_tokens = reply.completion_tokens,
          .tokens_are_estimated = reply.tokens_are_estimated,
          .said = reply.text,
          .models = check.models};
}

// The endpoint to ask for its list: that has no need of a model.
Result<evaluators::LlmEndpoint> MakeListEndpoint(LlmSettings settings) {
  if (settings.model.empty()) settings.model = "any";
  return MakeEndpoint(settings, nullptr);
}

}  // namespace

Status AppCore::Parts::AskConsent(LlmUse use, const Result<std::string>& request,
                                  std::function<Status()> send) {
  if (!request) return Forward(request);
  state.consent = MakePreview(use, state.settings.llm, *request);
  after_consent = std::move(send);
  return {};
}

Status AppCore::Parts::Do(const command::AnswerConsent& c) {
  if (!state.consent) return {};
  const LlmUse use = state.consent->use;
  state.consent.reset();
  const std::function<Status()> send = std::exchange(after_consent, nullptr);
  Settings settings = state.settings;
  switch (c.answer) {
    case command::AnswerConsent::Answer::kNotNow:
      return {};
    case command::AnswerConsent::Answer::kTurnOff:
      settings.llm.enabled = false;
      return KeepSettings(settings);
    case command::AnswerConsent::Answer::kSend:
      break;
  }
  use == LlmUse::kModels ? AgreeToList(&settings.llm) : Agree(&settings.llm);
  if (Status s = KeepSettings(settings); !s) return s;
  return send();
}

Status AppCore::Parts::Do(const command::ForgetConsent&) {
  Settings settings = state.settings;
  settings.llm.agreed.clear();
  Tell(Notice::Kind::kInfo, "The next request to any endpoint is shown to you again first.");
  return KeepSettings(settings);
}

Status AppCore::Parts::KeepSettings(const Settings& settings) {
  if (Status s = SaveSettings(settings, state.paths.settings); !s) return s;
  FollowSettings(std::exchange(state.settings, settings));
  return {};
}

void AppCore::Parts::FollowSettings(const Settings& before) {
  FollowLlmSettings(before.llm);
  const Settings& now = state.settings;
  if (std::tie(before.retention, before.interview_day, before.hours_per_week) !=
      std::tie(now.retention, now.interview_day, now.hours_per_week)) {
    RefreshStanding();
  }
}

void AppCore::Parts::FollowLlmSettings(const LlmSettings& before) {
  LlmSettings now = state.settings.llm;
  if (now == before) return;
  state.llm_key = LookAtKey(now);
  if (!now.enabled) DropFeedback();
  now.agreed = before.agreed;
  if (now == before) return;
  // What was found, and what is being asked, is about another endpoint.
  if (state.consent) (void)Do(command::AnswerConsent{});
  llm_test_job.Cancel();
  llm_models_job.Cancel();
  state.llm_test = {};
  state.llm_models = {};
}

std::shared_ptr<evaluators::LlmMeter> AppCore::Parts::MeterOf(const interview::SessionId& session) {
  if (meter_of != session || !meter) meter = MakeMeter(state.settings.llm);
  meter_of = session;
  return meter;
}

InterviewerVoice::Doors AppCore::Parts::VoiceOf(const OpenSession& open) {
  InterviewerVoice::Doors doors;
  doors.is_on = [this, &open] {
    const LlmSettings& llm = state.settings.llm;
    return llm.voice && LlmIsOn(llm, *open.session) && HasAgreed(llm);
  };
  doors.endpoint = [this, &open] { return MakeEndpoint(state.settings.llm, MeterOf(open.id)); };
  doors.lexicon = lexicon;
  doors.personas = &state.personas;
  doors.tell = [this](const std::string& text) { Tell(Notice::Kind::kInfo, text); };
  return doors;
}

void AppCore::Parts::AskForVoice() {
  const OpenSession& open = *state.running;
  const LlmSettings& llm = state.settings.llm;
  if (!llm.voice || !LlmIsOn(llm, *open.session) || HasAgreed(llm)) return;
  if (open.session->conversation().empty()) return;
  const Result<evaluators::LlmEndpoint> endpoint = MakeEndpoint(llm, nullptr);
  const Result<std::string> request =
      endpoint ? evaluators::RenderVoiceRequest(*endpoint, DescribeLine(*open.session, 0), *lexicon)
               : Forward(endpoint);
  // The voice begins with the next line; without it the script speaks.
  Check(AskConsent(LlmUse::kVoice, request, [] { return Status(); }));
}

void AppCore::Parts::DropFeedback() {
  feedback_job.Cancel();
  state.feedback = {};
  state.feedback_about = {};
  state.feedback_text.clear();
  if (state.consent && state.consent->use == LlmUse::kFeedback) {
    state.consent.reset();
    after_consent = nullptr;
  }
}

Status AppCore::Parts::Do(const command::AskFeedback& c) {
  if (!state.viewed) return {};
  DropFeedback();
  state.feedback_about = c.about;
  if (Status s = CheckLlmIsOn(state.settings.llm, *state.viewed->session); !s) {
    state.feedback.Fail(s.error().message);
    return {};
  }
  if (!HasAgreed(state.settings.llm)) {
    const Result<std::string> request = PreviewFeedback(*state.viewed, c.about, state);
    if (!request) state.feedback.Fail(request.error().message);
    return request ? AskConsent(LlmUse::kFeedback, request, [this, c] { return Do(c); }) : Status();
  }
  Result<FeedbackJob> job =
      PrepareFeedback(*state.viewed, c.about, state, MeterOf(state.viewed->id));
  if (!job) {
    state.feedback.Fail(job.error().message);
    return {};
  }
  state.feedback.Ask();
  const auto show = [this](std::string text) { state.feedback_text = std::move(text); };
  const auto done = [this](Result<interview::Feedback> result) {
    state.feedback_text.clear();
    if (!result) return state.feedback.Fail(result.error().message);
    Check(AppendToViewed(interview::event::FeedbackArrived{*result}));
    state.feedback.Arrive(*std::move(result));
  };
  feedback_job = jobs->StartWithParts<interview::Feedback, std::string>(Lane::kNet, *std::move(job),
                                                                        show, done);
  return {};
}

Status AppCore::Parts::Do(const command::CancelFeedback&) {
  DropFeedback();
  return {};
}

Status AppCore::Parts::Do(const command::TestLlm& c) {
  const LlmSettings& settings = state.settings.llm;
  const Result<evaluators::LlmEndpoint> endpoint = MakeEndpoint(settings, MakeMeter(settings));
  state.llm_key = LookAtKey(settings);
  if (!endpoint) {
    state.llm_test.Fail(endpoint.error().message);
    return {};
  }
  if (!HasAgreed(settings)) {
    return AskConsent(LlmUse::kTest, evaluators::RenderCheck(*endpoint),
                      [this, c] { return Do(c); });
  }
  state.llm_test.Ask();
  const auto work = [endpoint = *endpoint,
                     settings](std::stop_token stop) -> Result<LlmTestReport> {
    const Result<evaluators::LlmCheck> check = evaluators::CheckLlm(endpoint, std::move(stop));
    if (!check) return Forward(check);
    return Describe(*check, settings);
  };
  const auto done = [this](Result<LlmTestReport> report) {
    if (!report) return state.llm_test.Fail(report.error().message);
    if (!report->models.empty()) state.llm_models.Arrive(report->models);
    state.llm_test.Arrive(*std::move(report));
  };
  llm_test_job = jobs->Start<LlmTestReport>(Lane::kNet, work, done);
  return {};
}

Status AppCore::Parts::Do(const command::CancelLlmTest&) {
  llm_test_job.Cancel();
  state.llm_test = {};
  return {};
}

Status AppCore::Parts::Do(const command::ListLlmModels& c) {
  const Result<evaluators::LlmEndpoint> endpoint = MakeListEndpoint(state.settings.llm);
  if (!endpoint) {
    state.llm_models.Fail(endpoint.error().message);
    return {};
  }
  if (!HasAgreedToList(state.settings.llm)) {
    return AskConsent(LlmUse::kModels, evaluators::RenderListModels(*endpoint),
                      [this, c] { return Do(c); });
  }
  state.llm_models.Ask();
  using Names = std::vector<std::string>;
  const auto work = [endpoint = *endpoint](std::stop_token stop) {
    return evaluators::ListModels(endpoint, std::move(stop));
  };
  const auto done = [this](Result<Names> names) {
    if (!names) return state.llm_models.Fail(names.error().message);
    state.llm_models.Arrive(*std::move(names));
  };
  llm_models_job = jobs->Start<Names>(Lane::kNet, work, done);
  return {};
}

Status AppCore::Parts::Do(const command::SwitchLlm& c) {
  const bool is_viewed = state.viewed && state.viewed->id == c.session;
  if (!c.on && is_viewed) DropFeedback();
  const interview::event::LlmSwitched switched{c.on};
  if (driver && state.running->id == c.session) {
    driver->Act(switched);
    return {};
  }
  if (is_viewed) return AppendToViewed(switched);
  return Fail(interview::ErrorCode::kNotFound,
              "The session " + c.session + " is neither running nor on view.");
}

// Of a finished session: nothing drives it any more.
Status AppCore::Parts::AppendToViewed(interview::EventPayload payload) {
  OpenSession& open = *state.viewed;
  const interview::Duration at =
      open.events.empty() ? interview::Duration(0) : open.events.back().at;
  const interview::Event event{at, std::move(payload)};
  const auto seq = static_cast<std::int64_t>(open.events.size());
  if (Status s = store->Append(open.id, seq, {&event, 1}); !s) return s;
  (void)open.session->Handle(event);
  open.events.push_back(event);
  open.stored = open.events.size();
  return {};
}

}  // namespace app
