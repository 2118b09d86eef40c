// `onsite bank`: list the questions, show one, prove all.
#include <iostream>
#include <thread>

#include "app/cli/command_context.h"
#include "app/core/bank_check.h"
#include "app/core/evaluator_wiring.h"
#include "interview/bank/bank_rules.h"
#include "interview/session/persona.h"

namespace app {
namespace {

using interview::Json;
using interview::Question;

struct BankOptions {
  std::string id;
  std::string only;
  int jobs = 1;
  bool lenient = false;
  bool fresh = false;
};

Json SummaryJson(const Question& q) {
  return {{"id", q.id},
          {"kind", ToString(q.kind)},
          {"title", q.title},
          {"topic", q.topic},
          {"difficulty", ToString(q.difficulty)},
          {"minutes", q.minutes},
          {"tier", q.tier},
          {"version", q.version}};
}

// Problems of loading stop every command that needs the bank, unless an author asked for leniency.
bool TellProblems(const interview::QuestionBank& bank, bool lenient, CommandContext* context) {
  for (const interview::BankProblem& problem : bank.problems()) {
    std::cerr << "onsite: " << problem.message << "\n";
  }
  if (bank.problems().empty() || lenient) return true;
  context->exit_code = kFallsShort;
  return false;
}

void List(const BankOptions& options, CommandContext* context) {
  const auto paths = context->Paths();
  if (!paths) return;
  const auto bank = context->Bank(*paths);
  if (!bank || !TellProblems(*bank, options.lenient, context)) return;
  Json questions = Json::array();
  for (const interview::QuestionPtr& q : bank->questions()) {
    if (context->json) {
      questions.push_back(SummaryJson(*q));
    } else {
      std::cout << ToString(q->kind) << "  " << q->id << "  " << ToString(q->difficulty) << "  "
                << q->minutes << " min  " << q->title << "\n";
    }
  }
  if (context->json) context->Print({{"questions", std::move(questions)}});
}

void Show(const BankOptions& options, CommandContext* context) {
  const auto paths = context->Paths();
  if (!paths) return;
  const auto bank = context->Bank(*paths);
  if (!bank) return;
  const interview::Result<interview::QuestionPtr> found = bank->Get(options.id);
  if (!found) return context->Fail(found.error());
  const Question& q = **found;
  if (context->json) {
    Json json = SummaryJson(q);
    json["statement"] = q.statement;
    json["clarifications"] = q.clarifications.size();
    json["hints"] = q.hints.size();
    Json follow_ups = Json::array();
    for (const interview::FollowUp& f : q.follow_ups)
      follow_ups.push_back({{"id", f.id}, {"ask", f.ask}});
    json["follow_ups"] = std::move(follow_ups);
    if (const auto* coding = std::get_if<interview::CodingSpec>(&q.spec)) {
      for (const interview::Language language : interview::kLanguages) {
        json["starter"][std::string(ToString(language))] = StarterCode(coding->signature, language);
      }
    }
    return context->Print(json);
  }
  std::cout << q.title << " (" << ToString(q.kind) << ", " << ToString(q.difficulty) << ", "
            << q.topic << ", " << q.minutes << " minutes)\n\n"
            << q.statement << "\n";
}

void Check(const BankOptions& options, CommandContext* context) {
  const auto paths = context->Paths();
  if (!paths) return;
  const auto bank = context->Bank(*paths);
  if (!bank) return;
  const auto lexicon = LoadShippedLexicon(*paths);
  if (!lexicon) return context->Fail(lexicon.error());
  BankCheckOptions check{options.only, options.jobs, options.fresh, {}};
  if (!context->json)
    check.progress = [](const std::string& id) { std::cerr << "checked " << id << "\n"; };
  BankReport report = CheckBank(*bank, MakeJudgeConfig(*paths), **lexicon, check);
  const auto personas = interview::Personas::Load(paths->rubrics / "personas");
  if (!personas) report.failures.push_back({"personas", "persona", personas.error().message});
  if (report.counts.empty() && report.failures.empty()) {
    return context->Fail(
        {interview::ErrorCode::kNotFound,
         "No question matches \"" + options.only + "\"; `onsite bank list` shows all.",
         {}});
  }
  Json counts = Json::object();
  for (const auto& [kind, count] : report.counts) counts[std::string(ToString(kind))] = count;
  Json failures = Json::array();
  for (const interview::BankProblem& f : report.failures) {
    failures.push_back({{"id", f.id}, {"check", f.check}, {"message", f.message}});
    if (!context->json) std::cout << f.id << ": " << f.check << ": " << f.message << "\n";
  }
  if (context->json) {
    context->Print({{"counts", counts}, {"failures", failures}});
  } else {
    std::cout << "Checked " << interview::DumpJson(counts) << ": " << report.failures.size()
              << " failures.\n";
  }
  if (!report.failures.empty()) context->exit_code = kFallsShort;
}

}  // namespace

void AddBankCommands(CLI::App& app, CommandContext* context) {
  auto options = std::make_shared<BankOptions>();
  options->jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  CLI::App* bank = app.add_subcommand("bank", "The questions");
  bank->require_subcommand(1);
  bank->fallthrough();
  CLI::App* list = bank->add_subcommand("list", "All questions");
  list->add_flag("--lenient", options->lenient, "Only print what is wrong with broken questions");
  list->callback([=] { List(*options, context); });
  CLI::App* show = bank->add_subcommand("show", "One question as the candidate sees it");
  show->add_option("id", options->id, "Question")->required();
  show->callback([=] { Show(*options, context); });
  CLI::App* check = bank->add_subcommand("check", "Prove the bank");
  check->add_option("--only", options->only, "Glob over ids, such as 'lru-*'");
  check->add_option("--jobs", options->jobs, "Questions at the same time")
      ->check(CLI::Range(1, 256));
  check->add_flag("--fresh", options->fresh,
                  "Prove again what was proved before and has not changed");
  check->callback([=] { Check(*options, context); });
}

}  // namespace app
