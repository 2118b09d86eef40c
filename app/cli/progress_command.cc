// `onsite due`, `onsite progress` and `onsite plan`: what to repeat, where one stands, what to do
// until the interview.
#include <chrono>
#include <cstdio>
#include <iostream>

#include "app/cli/command_context.h"
#include "app/core/app_core.h"
#include "app/core/iso_day.h"
#include "app/core/session_id.h"
#include "app/core/standing.h"

namespace app {
namespace {

using interview::Json;

// A core and what follows from its sessions.
struct Opened {
  std::unique_ptr<AppCore> core;
  std::shared_ptr<const Standing> standing;
};

// `until` and `hours` stand in for those of the settings.
std::optional<Opened> Open(CommandContext* context, std::optional<std::int64_t> until = {},
                           std::optional<double> hours = {}) {
  std::unique_ptr<AppCore> core = context->OpenCore();
  if (!core) return std::nullopt;
  interview::Result<std::shared_ptr<const Standing>> standing = core->ReadStanding(until, hours);
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

Json DueJson(const Opened& opened) {
  const Standing& standing = *opened.standing;
  Json due = Json::array();
  for (const interview::Card& card : standing.due_questions) {
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
  for (const interview::Card& card : standing.due_skills) {
    due_skills.push_back(CardJson(card, standing.today));
  }
  return {{"today", IsoDay(standing.today)},
          {"retention", standing.rules.retention},
          {"due", std::move(due)},
          {"skills", std::move(due_skills)}};
}

void Due(CommandContext* context) {
  const std::optional<Opened> opened = Open(context);
  if (!opened) return;
  const Standing& standing = *opened->standing;
  if (context->json) return context->Print(DueJson(*opened));
  if (standing.due_questions.empty()) {
    std::cout << (standing.queue.questions.empty()
                      ? "Nothing is due: nothing was practised yet. Start with `onsite drill "
                        "--round concepts`.\n"
                      : "Nothing is due today.\n");
  }
  for (const interview::Card& card : standing.due_questions) {
    std::printf("%s  recall %2.0f %%  last %s on %s\n", card.id.c_str(),
                100 * RecallOf(card, standing.today),
                std::string(ToString(card.last_rating)).c_str(), IsoDay(card.last_day).c_str());
  }
  for (const interview::Card& card : standing.due_skills) std::cout << "skill  " << card.id << "\n";
}

double Minutes(interview::Duration duration) {
  return std::chrono::duration<double, std::ratio<60>>(duration).count();
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
                    {"calibration", OrNull(d.calibration)},
                    {"self_rated", d.rated.size()}});
  }
  return json;
}

Json ReadinessJson(const std::vector<interview::Readiness>& readiness) {
  Json json = Json::array();
  for (const interview::Readiness& r : readiness) {
    Json made_of = Json::array();
    for (const interview::ReadinessRound& round : r.made_of) {
      made_of.push_back(
          {{"session", round.session}, {"at", IsoTime(round.at)}, {"score", round.score}});
    }
    json.push_back({{"kind", ToString(r.kind)},
                    {"rounds", r.rounds},
                    {"score", OrNull(r.score)},
                    {"error", OrNull(r.error)},
                    {"why", WhyReady(r)},
                    {"made_of", std::move(made_of)},
                    {"missing", r.missing}});
  }
  return json;
}

Json PracticeJson(const interview::Practice& practice) {
  Json days = Json::array();
  for (const interview::PracticeDay& day : practice.days) {
    days.push_back({{"date", IsoDay(day.day)},
                    {"sessions", day.sessions},
                    {"rounds", day.rounds},
                    {"minutes", Minutes(day.spent)}});
  }
  Json best = Json::array();
  for (const interview::BestRound& round : practice.best) {
    best.push_back({{"kind", ToString(round.kind)},
                    {"score", round.score},
                    {"session", round.session},
                    {"at", IsoTime(round.at)}});
  }
  Json green = Json::array();
  for (const interview::GreenRecord& record : practice.fastest_green) {
    green.push_back({{"question", record.question},
                     {"seconds", std::chrono::duration<double>(record.took).count()},
                     {"session", record.session},
                     {"at", IsoTime(record.at)}});
  }
  return {{"days", std::move(days)},        {"sessions", practice.sessions},
          {"rounds", practice.rounds},      {"minutes", Minutes(practice.spent)},
          {"streak", practice.streak},      {"longest_streak", practice.longest_streak},
          {"best_scores", std::move(best)}, {"fastest_green", std::move(green)}};
}

void PrintProgress(const interview::Progress& progress) {
  for (const interview::Readiness& r : progress.readiness) {
    std::cout << DisplayName(r.kind) << ": ";
    if (r.score) std::printf("%.2f", *r.score);
    if (r.error) std::printf(" +- %.2f", *r.error);
    std::cout << std::flush << (r.score ? ". " : "") << WhyReady(r);
    for (const std::string& missing : r.missing) {
      if (r.rounds > 0) std::cout << " " << missing;
    }
    std::cout << "\n";
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
  const Standing& standing = *opened->standing;
  const interview::Progress& progress = standing.progress;
  if (!context->json) return PrintProgress(progress);
  context->Print({{"today", IsoDay(standing.today)},
                  {"sessions", standing.digests.size()},
                  {"readiness", ReadinessJson(progress.readiness)},
                  {"mastered", progress.mastered},
                  {"to_master", progress.to_master},
                  {"topics", TopicsJson(progress.topics)},
                  {"dimensions", DimensionsJson(progress.dimensions)},
                  {"practice", PracticeJson(standing.practice)}});
}

struct PlanOptions {
  std::string until;
  std::optional<double> hours;
};

// What it is, as the other commands take it: the id of a question or a preset, or a kind of round.
std::string NameOf(const interview::PlannedItem& item) {
  if (item.question) return item.question->id;
  return item.loop.empty() ? std::string(ToString(item.round)) : item.loop;
}

void PrintPlan(const std::vector<interview::StudyDay>& days) {
  for (const interview::StudyDay& day : days) {
    std::cout << IsoDay(day.day) << "  " << day.minutes << " min\n";
    for (const interview::PlannedItem& item : day.items) {
      std::printf("  %-8s%s\n", std::string(ToString(item.kind)).c_str(), NameOf(item).c_str());
    }
  }
}

Json PlanJson(const std::vector<interview::StudyDay>& days) {
  Json json = Json::array();
  for (const interview::StudyDay& day : days) {
    Json items = Json::array();
    for (const interview::PlannedItem& item : day.items) {
      Json json_item = {{"what", ToString(item.kind)}, {"minutes", item.minutes}};
      if (item.question) {
        json_item["question"] = item.question->id;
        json_item["kind"] = ToString(item.question->kind);
      } else if (!item.loop.empty()) {
        json_item["preset"] = item.loop;
      } else {
        json_item["kind"] = ToString(item.round);
      }
      items.push_back(std::move(json_item));
    }
    json.push_back(
        {{"date", IsoDay(day.day)}, {"minutes", day.minutes}, {"items", std::move(items)}});
  }
  return json;
}

void Plan(const PlanOptions& options, CommandContext* context) {
  const std::optional<std::int64_t> until = ParseIsoDay(options.until);
  if (!options.until.empty() && !until) {
    return context->Fail(
        {interview::ErrorCode::kInvalid, "--until must be a date such as 2026-12-24.", {}});
  }
  if (options.hours && !(*options.hours > 0 && *options.hours <= kMostHoursPerWeek)) {
    return context->Fail(
        {interview::ErrorCode::kInvalid, "--hours must be more than 0 and at most 80 a week.", {}});
  }
  const std::optional<Opened> opened = Open(context, until, options.hours);
  if (!opened) return;
  const Standing& standing = *opened->standing;
  if (until && (*until <= standing.today || *until > standing.today + kLongestPlan)) {
    return context->Fail(
        {interview::ErrorCode::kInvalid,
         "--until must be after today, " + IsoDay(standing.today) + ", and within a year.",
         {}});
  }
  if (!context->json) return PrintPlan(standing.plan);
  context->Print({{"today", IsoDay(standing.today)},
                  {"until", IsoDay(standing.wish.until)},
                  {"hours_per_week", standing.wish.hours_per_week},
                  {"days", PlanJson(standing.plan)}});
}

}  // namespace

void AddProgressCommands(CLI::App& app, CommandContext* context) {
  auto options = std::make_shared<PlanOptions>();
  CLI::App* plan = app.add_subcommand("plan", "What to practise each day until an interview");
  plan->add_option(
      "--until", options->until,
      "Date of the interview, such as 2026-12-24; that of the settings, else two weeks");
  plan->add_option("--hours", options->hours,
                   "Hours a week; those of the settings where nothing is said");
  plan->callback([=] { Plan(*options, context); });
  app.add_subcommand("due", "What to repeat today")->callback([=] { Due(context); });
  app.add_subcommand("progress", "Where you stand: readiness, coverage, scores")->callback([=] {
    ShowProgress(context);
  });
}

}  // namespace app
