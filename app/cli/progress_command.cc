// `onsite due`, `onsite progress` and `onsite plan`: what to repeat, where one stands, what to do
// until the interview.
#include <chrono>
#include <cstdio>
#include <iostream>

#include "app/cli/command_context.h"
#include "app/core/app_core.h"
#include "app/core/session_id.h"
#include "app/core/standing.h"
#include "interview/schedule/progress.h"
#include "interview/schedule/study_plan.h"

namespace app {
namespace {

using interview::Json;

// A core and what follows from its sessions.
struct Opened {
  std::unique_ptr<AppCore> core;
  Standing standing;
};

std::optional<Opened> Open(CommandContext* context) {
  std::unique_ptr<AppCore> core = context->OpenCore();
  if (!core) return std::nullopt;
  const auto now =
      std::chrono::time_point_cast<interview::Duration>(std::chrono::system_clock::now());
  interview::Result<Standing> standing = core->ReadStanding(now);
  if (!standing) {
    context->Fail(standing.error());
    return std::nullopt;
  }
  return Opened{std::move(core), *std::move(standing)};
}

double RecallOf(const interview::Card& card, std::int64_t today) {
  return Retrievability(card.memory, today - card.last_day);
}

Json CardJson(const interview::Card& card, std::int64_t today) {
  return {{"id", card.id},
          {"due", IsoDay(card.due_day)},
          {"last", IsoDay(card.last_day)},
          {"rating", ToString(card.last_rating)},
          {"recall", RecallOf(card, today)},
          {"stability", card.memory.stability},
          {"difficulty", card.memory.difficulty},
          {"reviews", card.reviews},
          {"lapses", card.lapses}};
}

Json DueJson(const Opened& opened, const std::vector<interview::Card>& questions,
             const std::vector<interview::Card>& skills) {
  const Standing& standing = opened.standing;
  Json due = Json::array();
  for (const interview::Card& card : questions) {
    Json json = CardJson(card, standing.today);
    if (const interview::QuestionPtr question = opened.core->state().bank.Find(card.id)) {
      json["title"] = question->title;
      json["kind"] = ToString(question->kind);
      json["minutes"] = question->minutes;
    }
    if (standing.rules.three_solves.count(card.id) != 0) json["solves"] = card.mastery.solves;
    due.push_back(std::move(json));
  }
  Json due_skills = Json::array();
  for (const interview::Card& card : skills) due_skills.push_back(CardJson(card, standing.today));
  return {{"today", IsoDay(standing.today)},
          {"retention", standing.rules.retention},
          {"due", std::move(due)},
          {"skills", std::move(due_skills)}};
}

void Due(CommandContext* context) {
  const std::optional<Opened> opened = Open(context);
  if (!opened) return;
  const Standing& standing = opened->standing;
  std::vector<interview::Card> questions = DueCards(standing.queue.questions, standing.today);
  // What is not in the bank any more cannot be practised.
  std::erase_if(questions, [&](const interview::Card& card) {
    return opened->core->state().bank.Find(card.id) == nullptr;
  });
  const std::vector<interview::Card> skills = DueCards(standing.queue.skills, standing.today);
  if (context->json) return context->Print(DueJson(*opened, questions, skills));
  if (questions.empty()) {
    std::cout << (standing.queue.questions.empty()
                      ? "Nothing is due: nothing was practised yet. Start with `onsite drill "
                        "--round concepts`.\n"
                      : "Nothing is due today.\n");
  }
  for (const interview::Card& card : questions) {
    std::printf("%s  recall %2.0f %%  last %s on %s\n", card.id.c_str(),
                100 * RecallOf(card, standing.today),
                std::string(ToString(card.last_rating)).c_str(), IsoDay(card.last_day).c_str());
  }
  for (const interview::Card& card : skills) std::cout << "skill  " << card.id << "\n";
}

template <class T>
Json OrNull(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

Json TopicsJson(const std::vector<interview::TopicCoverage>& topics) {
  Json json = Json::array();
  for (const interview::TopicCoverage& t : topics) {
    json.push_back({{"kind", ToString(t.kind)},
                    {"topic", t.topic},
                    {"questions", t.questions},
                    {"attempted", t.attempted},
                    {"solved", t.solved},
                    {"mastered", t.mastered},
                    {"due", t.due},
                    {"score", OrNull(t.score)}});
  }
  return json;
}

Json DimensionsJson(const std::vector<interview::DimensionTrend>& dimensions) {
  Json json = Json::array();
  for (const interview::DimensionTrend& d : dimensions) {
    Json scores = Json::array();
    for (const auto& [at, score] : d.scores)
      scores.push_back({{"at", IsoTime(at)}, {"score", score}});
    json.push_back({{"kind", ToString(d.kind)},
                    {"id", d.id},
                    {"scores", std::move(scores)},
                    {"calibration", OrNull(d.calibration)}});
  }
  return json;
}

// Why readiness is what it is, in one sentence.
std::string Why(const interview::Readiness& r) {
  if (r.rounds == 0) return "No round of this kind was scored yet.";
  if (!r.error) return "One round alone says little.";
  return "Mean of the latest " + std::to_string(std::min(r.rounds, 10)) +
         " rounds, with its 95 % interval.";
}

Json ReadinessJson(const std::vector<interview::Readiness>& readiness) {
  Json json = Json::array();
  for (const interview::Readiness& r : readiness) {
    json.push_back({{"kind", ToString(r.kind)},
                    {"rounds", r.rounds},
                    {"score", OrNull(r.score)},
                    {"error", OrNull(r.error)},
                    {"why", Why(r)}});
  }
  return json;
}

void PrintProgress(const interview::Progress& progress) {
  for (const interview::Readiness& r : progress.readiness) {
    std::cout << DisplayName(r.kind) << ": ";
    if (r.score) std::printf("%.2f", *r.score);
    if (r.error) std::printf(" +- %.2f", *r.error);
    std::cout << std::flush << (r.score ? ". " : "") << Why(r) << "\n";
  }
  std::cout << "Mastered: " << progress.mastered << " of " << progress.to_master
            << " non-trivial mediums.\n\n";
  for (const interview::TopicCoverage& t : progress.topics) {
    if (t.attempted == 0) continue;
    std::cout << DisplayName(t.kind) << ", " << t.topic << ": " << t.solved << " solved and "
              << t.attempted << " attempted of " << t.questions << ", " << t.due << " due\n";
  }
}

void ShowProgress(CommandContext* context) {
  const std::optional<Opened> opened = Open(context);
  if (!opened) return;
  const Standing& standing = opened->standing;
  const interview::Progress progress =
      MakeProgress(opened->core->state().bank.questions(), standing.digests, standing.queue,
                   standing.rules, standing.today);
  if (!context->json) return PrintProgress(progress);
  context->Print({{"today", IsoDay(standing.today)},
                  {"sessions", standing.digests.size()},
                  {"readiness", ReadinessJson(progress.readiness)},
                  {"mastered", progress.mastered},
                  {"to_master", progress.to_master},
                  {"topics", TopicsJson(progress.topics)},
                  {"dimensions", DimensionsJson(progress.dimensions)}});
}

struct PlanOptions {
  std::string until;
  double hours = 10;
};

constexpr int kLongestPlan = 366;  // days

// "2026-12-24" as a day since 1970-01-01.
std::optional<std::int64_t> ParseDay(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int length = 0;
  if (std::sscanf(text.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &length) != 3 ||
      static_cast<std::size_t>(length) != text.size()) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count();
}

void PrintPlan(const std::vector<interview::StudyDay>& days) {
  for (const interview::StudyDay& day : days) {
    std::cout << IsoDay(day.day) << "  " << day.minutes << " min\n";
    for (const interview::PlannedItem& item : day.items) {
      std::cout << (item.kind == interview::PlannedItem::Kind::kNew ? "  new     " : "  review  ")
                << item.question->id << "\n";
    }
  }
}

Json PlanJson(const std::vector<interview::StudyDay>& days) {
  Json json = Json::array();
  for (const interview::StudyDay& day : days) {
    Json items = Json::array();
    for (const interview::PlannedItem& item : day.items) {
      const bool fresh = item.kind == interview::PlannedItem::Kind::kNew;
      items.push_back({{"what", fresh ? "new" : "review"},
                       {"question", item.question->id},
                       {"kind", ToString(item.question->kind)},
                       {"minutes", item.question->minutes}});
    }
    json.push_back(
        {{"date", IsoDay(day.day)}, {"minutes", day.minutes}, {"items", std::move(items)}});
  }
  return json;
}

void Plan(const PlanOptions& options, CommandContext* context) {
  const std::optional<std::int64_t> until = ParseDay(options.until);
  if (!until) {
    return context->Fail(
        {interview::ErrorCode::kInvalid, "--until must be a date such as 2026-12-24.", {}});
  }
  if (!(options.hours > 0 && options.hours <= 80)) {
    return context->Fail(
        {interview::ErrorCode::kInvalid, "--hours must be more than 0 and at most 80 a week.", {}});
  }
  const std::optional<Opened> opened = Open(context);
  if (!opened) return;
  const Standing& standing = opened->standing;
  if (*until <= standing.today || *until > standing.today + kLongestPlan) {
    return context->Fail(
        {interview::ErrorCode::kInvalid,
         "--until must be after today, " + IsoDay(standing.today) + ", and within a year.",
         {}});
  }
  const std::vector<interview::StudyDay> days =
      MakeStudyPlan(opened->core->state().bank.questions(), standing.queue, standing.rules,
                    {standing.today, *until, options.hours});
  if (!context->json) return PrintPlan(days);
  context->Print({{"today", IsoDay(standing.today)},
                  {"until", IsoDay(*until)},
                  {"hours_per_week", options.hours},
                  {"days", PlanJson(days)}});
}

}  // namespace

void AddProgressCommands(CLI::App& app, CommandContext* context) {
  auto options = std::make_shared<PlanOptions>();
  CLI::App* plan = app.add_subcommand("plan", "What to practise each day until an interview");
  plan->add_option("--until", options->until, "Date of the interview, such as 2026-12-24")
      ->required();
  plan->add_option("--hours", options->hours, "Hours a week; 10 where nothing is said");
  plan->callback([=] { Plan(*options, context); });
  app.add_subcommand("due", "What to repeat today")->callback([=] { Due(context); });
  app.add_subcommand("progress", "Where you stand: readiness, coverage, scores")->callback([=] {
    ShowProgress(context);
  });
}

}  // namespace app
