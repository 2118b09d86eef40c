// `onsite sessions`: the list of stored sessions, one of them, its replay, exports, feedback on it.
#include <iostream>

#include "app/cli/command_context.h"
#include "app/cli/feedback_command.h"
#include "app/core/app_core.h"
#include "app/core/feedback_request.h"
#include "app/core/feedback_text.h"
#include "app/core/session_export.h"
#include "app/core/session_id.h"
#include "interview/base/files.h"
#include "interview/session/markers.h"
#include "interview/session/moment.h"
#include "interview/session/replay.h"

namespace app {
namespace {

struct SessionOptions {
  std::string id;
  std::string format = "md";
  std::string output;
  std::string redact;
  bool preview = false;
  std::optional<std::int64_t> at_ms;
  LlmOptions llm{.asks = true};
};

std::string Outcome(const interview::SessionSummary& s) {
  if (!s.finished) return "unfinished";
  return s.decision.empty() ? "Not enough to grade" : interview::DecisionTitle(s.decision);
}

interview::Json OrNull(const std::string& text) {
  return text.empty() ? interview::Json() : interview::Json(text);
}

interview::Json SummaryJson(const interview::SessionSummary& s) {
  const bool loop = s.kind == interview::SessionKind::kLoop;
  return {{"id", s.id},
          {"started", IsoTime(s.started)},
          {"kind", ToString(s.kind)},
          {"title", s.title},
          {"score", s.score ? interview::Json(*s.score) : interview::Json()},
          {"decision", OrNull(loop ? s.decision : "")},
          {"band", OrNull(loop ? "" : s.decision)},
          {"finished", s.finished}};
}

void List(CommandContext* context) {
  const auto core = context->OpenCore();
  if (!core) return;
  interview::Json sessions = interview::Json::array();
  for (const interview::SessionSummary& s : core->state().history) {
    if (context->json) {
      sessions.push_back(SummaryJson(s));
      continue;
    }
    std::cout << s.id << "  " << FormatWallTime(s.started) << "  " << s.title << "  " << Outcome(s)
              << "\n";
  }
  if (context->json) return context->Print({{"sessions", std::move(sessions)}});
  if (core->state().history.empty()) {
    std::cout << "No sessions yet. Start one with `onsite drill --round concepts`.\n";
  }
}

// The session with `id`, or the newest for "last".
const OpenSession* View(AppCore* core, const std::string& id, CommandContext* context) {
  std::string wanted = id;
  if (id == "last" && !core->state().history.empty()) wanted = core->state().history.front().id;
  core->Apply(command::ViewSession{wanted});
  if (core->state().viewed) return &*core->state().viewed;
  const std::string why = core->state().notices.empty() ? "There is no such session."
                                                        : core->state().notices.back().text;
  context->Fail({interview::ErrorCode::kNotFound, why, {}});
  return nullptr;
}

void Show(const SessionOptions& options, CommandContext* context) {
  const auto core = context->OpenCore();
  if (!core) return;
  const OpenSession* open = View(core.get(), options.id, context);
  if (open == nullptr) return;
  if (context->json) return context->Print(ScorecardJson(*open));
  std::cout << *ExportText(*open, "md");
}

void PrintPreview(const SessionExport& made, const CommandContext* context) {
  if (context->json) return context->Print({{"preview", made.preview}});
  for (const std::string& line : made.preview) std::cout << line << "\n";
}

void Export(const SessionOptions& options, CommandContext* context) {
  const auto core = context->OpenCore();
  if (!core) return;
  const OpenSession* open = View(core.get(), options.id, context);
  if (open == nullptr) return;
  interview::Result<Redaction> redaction = ParseRedaction(options.redact);
  if (!redaction) return context->Fail(redaction.error());
  redaction->known_names = KnownNames(core->state().settings.llm.names);
  const interview::Result<SessionExport> made = MakeExport(*open, options.format, *redaction);
  if (!made) return context->Fail(made.error());
  if (options.preview) return PrintPreview(*made, context);
  if (options.output.empty()) {
    std::cout << made->text;
    return;
  }
  if (interview::Status s = interview::WriteFileAtomically(options.output, made->text); !s) {
    return context->Fail(s.error());
  }
  if (context->json) {
    context->Print({{"session_id", open->id}, {"file", options.output}});
  } else if (redaction->any()) {
    PrintPreview(*made, context);  // so that nobody hands on more than they meant to
  }
}

// Asks for what is not there yet, so that the command goes on where an earlier run was ended.
void GiveFeedback(const SessionOptions& options, CommandContext* context) {
  const auto core = context->OpenCore();
  if (!core) return;
  const OpenSession* open = View(core.get(), options.id, context);
  if (open == nullptr) return;
  const interview::Session& session = *open->session;
  SessionAsking asking{{}, true};
  for (const interview::FeedbackTarget& about : FeedbackTargets(session)) {
    if (!HasFeedback(session, about)) asking.about.push_back(about);
  }
  const std::size_t stored = session.feedback().size();
  if (!context->json && stored > 0) {
    std::cout << "Stored already: " << stored << "; see `onsite sessions show " << open->id
              << "`.\n";
  }
  const interview::Json asked = AskAboutSession(core.get(), asking, options.llm, context);
  if (!context->json) return;
  interview::Json all = interview::Json::array();
  for (const interview::FeedbackRecord& record : session.feedback()) {
    all.push_back(ToJson(record.feedback));
  }
  context->Print({{"session_id", open->id},
                  {"asked", asked.is_null() ? session.feedback().size() - stored : asked.size()},
                  {"feedback", std::move(all)}});
}

interview::Json MarkersJson(const std::vector<interview::Marker>& markers) {
  interview::Json json = interview::Json::array();
  for (const interview::Marker& m : markers) {
    json.push_back({{"at", m.at.count()},
                    {"kind", ToString(m.kind)},
                    {"round", m.round},
                    {"question", OrNull(m.question)},
                    {"text", m.text}});
  }
  return json;
}

void PrintMoment(const interview::Session& session, interview::Duration at) {
  std::cout << "At " << at.count() << " ms: " << ToString(session.stage());
  if (session.current_round() != nullptr) {
    std::cout << ", round " << session.round() + 1 << ", " << session.Clock(at).left.count() / 1000
              << " s left";
  }
  std::cout << "\n";
  const interview::QuestionWork* work = session.current_work();
  if (work == nullptr) return;
  std::cout << "Question: " << work->id << "\n";
  if (!work->answer.source.empty()) std::cout << "\n" << work->answer.source << "\n";
  for (const auto& [part, text] : work->answer.prose) {
    std::cout << "\n[" << part << "]\n" << text << "\n";
  }
  std::cout << "\n";
}

void ReplaySession(const SessionOptions& options, CommandContext* context) {
  if (options.at_ms.value_or(0) < 0) {
    return context->Fail({interview::ErrorCode::kInvalid,
                          "--at must be a moment of the session, in milliseconds from 0.",
                          {}});
  }
  const auto core = context->OpenCore();
  if (!core) return;
  const OpenSession* open = View(core.get(), options.id, context);
  if (open == nullptr) return;
  const AppState& state = core->state();
  const auto lookup = [&state](const interview::QuestionId& id) { return state.bank.Find(id); };
  interview::Replay replay({lookup, state.rules, state.personas}, open->events);
  const interview::Duration at(options.at_ms.value_or(replay.length().count()));
  const std::vector<interview::Marker> markers = Markers(replay.end(), replay.events());
  const interview::Session& session = replay.Seek(at);
  if (context->json) {
    return context->Print({{"session_id", open->id},
                           {"length", replay.length().count()},
                           {"state", MomentJson(session, at)},
                           {"markers", MarkersJson(markers)}});
  }
  PrintMoment(session, at);
  for (const interview::Marker& m : markers) {
    std::cout << m.at.count() << " ms  " << ToString(m.kind) << (m.text.empty() ? "" : "  ")
              << m.text << "\n";
  }
}

}  // namespace

void AddSessionCommands(CLI::App& app, CommandContext* context) {
  auto options = std::make_shared<SessionOptions>();
  CLI::App* sessions = app.add_subcommand("sessions", "Stored transcripts");
  sessions->require_subcommand(1);
  sessions->fallthrough();
  sessions->add_subcommand("list", "All sessions, newest first")->callback([=] { List(context); });
  CLI::App* show = sessions->add_subcommand("show", "One session");
  show->add_option("id", options->id, "Session, or \"last\"")->required();
  show->callback([=] { Show(*options, context); });
  CLI::App* replay = sessions->add_subcommand("replay", "One session as it was at a moment");
  replay->add_option("id", options->id, "Session, or \"last\"")->required();
  replay->add_option("--at", options->at_ms, "Milliseconds since it began; without it, the end");
  replay->callback([=] { ReplaySession(*options, context); });
  CLI::App* feedback = sessions->add_subcommand(
      "feedback", "Ask the configured endpoint about each answer and round of a session");
  feedback->add_option("id", options->id, "Session, or \"last\"")->required();
  feedback->add_flag("--yes", options->llm.yes, "Agree to send to the endpoint what is shown");
  feedback->callback([=] { GiveFeedback(*options, context); });
  CLI::App* exporter = sessions->add_subcommand("export", "One session as a document");
  exporter->add_option("id", options->id, "Session, or \"last\"")->required();
  exporter->add_option("--format", options->format, "html, md or json");
  exporter->add_option("--redact", options->redact, "Taken out: names,notes,paths,text");
  exporter->add_flag("--preview", options->preview, "Only list what would be in it");
  exporter->add_option("-o,--output", options->output, "File; without it, stdout");
  exporter->callback([=] { Export(*options, context); });
}

}  // namespace app
