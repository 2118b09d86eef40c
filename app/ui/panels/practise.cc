// Drills of what was done before.
#include "app/ui/panels/practise.h"

#include <algorithm>

#include "app/ui/widgets/controls.h"

namespace app {
namespace {

using interview::EvaluationKind;
using interview::QuestionWork;

constexpr double kSolid = 0.8;  // of the points of an evaluation

bool IsMissed(const QuestionWork& work) {
  if (!work.HasCode() && !work.HasProse() && work.answer.board.empty()) return true;
  const interview::Evaluation* judged = work.LastJudgement();
  if (judged != nullptr && judged->judgement &&
      judged->judgement->verdict != interview::Verdict::kAccepted) {
    return true;
  }
  return std::any_of(work.evaluations.begin(), work.evaluations.end(), [](const auto& item) {
    switch (item.first.first) {
      case EvaluationKind::kRubric:
      case EvaluationKind::kFollowUp:
      case EvaluationKind::kDiagram:
      case EvaluationKind::kEstimates:
        return item.second.score < kSolid;
      default:
        return false;
    }
  });
}

command::StartDrill DrillOf(const AppState& app, interview::RoundKind kind,
                            std::vector<interview::QuestionId> questions) {
  command::StartDrill start;
  start.questions = std::move(questions);
  start.assist = app.settings.assist;
  if (kind == interview::RoundKind::kCoding) start.language = app.settings.language;
  return start;
}

}  // namespace

std::vector<interview::QuestionId> MissedQuestions(const interview::RoundRecord& record) {
  std::vector<interview::QuestionId> missed;
  for (const QuestionWork& work : record.work) {
    if (IsMissed(work)) missed.push_back(work.id);
  }
  return missed;
}

void DrawPractise(FrameContext& context, const AppState& app, std::size_t round) {
  const interview::Session& session = *app.viewed->session;
  const interview::RoundKind kind = session.plan().rounds[round].kind;
  std::vector<interview::QuestionId> all;
  for (const QuestionWork& work : session.rounds()[round].work) {
    if (app.bank.Find(work.id) != nullptr) all.push_back(work.id);
  }
  std::vector<interview::QuestionId> missed = MissedQuestions(session.rounds()[round]);
  std::erase_if(missed, [&](const auto& id) { return app.bank.Find(id) == nullptr; });
  if (!all.empty() && DrawButton(context, "Practise this again")) {
    context.Emit(DrillOf(app, kind, all));
  }
  if (missed.empty() || missed.size() == all.size()) return;
  WrapNext(context, ButtonSize(context, "Practise what I missed").x);
  if (DrawButton(context, "Practise what I missed")) context.Emit(DrillOf(app, kind, missed));
}

}  // namespace app
