// `onsite sessions`: the list of stored sessions, one of them, exports.
#include <iostream>

#include "app/cli/command_context.h"
#include "app/core/app_core.h"
#include "app/core/session_export.h"
#include "app/core/session_id.h"
#include "interview/base/files.h"

namespace app {
namespace {

struct SessionOptions {
  std::string id;
  std::string format = "md";
  std::string output;
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

void Export(const SessionOptions& options, CommandContext* context) {
  const auto core = context->OpenCore();
  if (!core) return;
  const OpenSession* open = View(core.get(), options.id, context);
  if (open == nullptr) return;
  const interview::Result<std::string> text = ExportText(*open, options.format);
  if (!text) return context->Fail(text.error());
  if (options.output.empty()) {
    std::cout << *text;
    return;
  }
  if (interview::Status s = interview::WriteFileAtomically(options.output, *text); !s) {
    return context->Fail(s.error());
  }
  if (context->json) context->Print({{"session_id", open->id}, {"file", options.output}});
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
  CLI::App* exporter = sessions->add_subcommand("export", "One session as a document");
  exporter->add_option("id", options->id, "Session, or \"last\"")->required();
  exporter->add_option("--format", options->format, "md or json");
  exporter->add_option("-o,--output", options->output, "File; without it, stdout");
  exporter->callback([=] { Export(*options, context); });
}

}  // namespace app
