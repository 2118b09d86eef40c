// What the candidate does within a round, and what comes back: edits, runs, messages, evaluations.
#include <algorithm>
#include <tuple>

#include "interview/session/blank.h"
#include "interview/session/interviewer.h"
#include "interview/session/own_tests.h"
#include "interview/session/session_step.h"
#include "interview/session/starter.h"

namespace interview {
namespace {

constexpr std::int64_t kTicketsPerEvent = 1000;

bool TakesCode(RoundKind kind) {
  return kind == RoundKind::kCoding || kind == RoundKind::kMlCoding;
}

constexpr std::string_view kPartSeparator = " .\n\n";
constexpr std::string_view kFollowUpPart = "follow_ups/";

// The follow-ups that ask for a point of the rubric, and what was said to them: the answer can
// still earn the point.
std::map<std::string, std::string> AnsweredProbes(const QuestionWork& work) {
  std::map<std::string, std::string> probes;
  for (const auto& [id, text] : work.answer.follow_ups) {
    const FollowUp* follow_up = work.question ? work.question->FindFollowUp(id) : nullptr;
    if (follow_up == nullptr || follow_up->when_missing.empty() || IsBlank(text)) continue;
    probes[std::string(kFollowUpPart) + id] = text;
  }
  return probes;
}

// The texts behind the answer to a concept question, in the order in which they are graded.
std::vector<std::pair<std::string, std::string>> PartsBehindAnswer(const QuestionWork& work) {
  std::vector<std::pair<std::string, std::string>> parts;
  const auto probe = work.answer.prose.find("probe");
  if (probe != work.answer.prose.end()) parts.emplace_back("probe", probe->second);
  for (auto& [part, text] : AnsweredProbes(work)) parts.emplace_back(part, text);
  return parts;
}

// What a rubric is held against: a concept is graded by what is said in the answer and after the
// probes together, as one text; other questions by all their texts.
void AddProbes(const QuestionWork& work, RoundKind kind, Answer* answer) {
  if (kind != RoundKind::kConcepts) {
    answer->prose.merge(AnsweredProbes(work));
    return;
  }
  for (const auto& [part, text] : PartsBehindAnswer(work)) {
    answer->prose["answer"] += std::string(kPartSeparator) + text;
    answer->prose.erase(part);
  }
}

// Takes a span of the joined text of a concept question back to the text it came from.
void SplitParts(const QuestionWork& work, Span* span) {
  if (span->part != "answer") return;
  const auto said = work.answer.prose.find("answer");
  std::size_t end = said == work.answer.prose.end() ? 0 : said->second.size();
  for (const auto& [part, text] : PartsBehindAnswer(work)) {
    const std::size_t begin = end + kPartSeparator.size();
    end = begin + text.size();
    if (span->begin < begin || span->begin >= end) continue;
    span->part = part;
    span->begin -= begin;
    span->end -= begin;
    return;
  }
}

std::pair<Language, std::string> CodeOf(const PendingEvaluation& pending) {
  return {pending.request.answer.language, pending.request.answer.source};
}

// An empty text is the same as no text.
void Put(std::map<std::string, std::string>& texts, const std::string& key, std::string text) {
  if (text.empty()) {
    texts.erase(key);
  } else {
    texts[key] = std::move(text);
  }
}

}  // namespace

const PlannedRound& Session::Step::Planned() const {
  return s_.plan_.rounds[static_cast<std::size_t>(s_.round_)];
}

QuestionWork& Session::Step::Work() {
  return Round().work[static_cast<std::size_t>(Round().question)];
}

QuestionWork* Session::Step::Editable(const QuestionId& question) {
  if (!InRound()) return nullptr;
  if (Planned().kind == RoundKind::kConcepts) {
    return !Round().work.empty() && Work().id == question ? &Work() : nullptr;
  }
  for (QuestionWork& work : Round().work) {
    if (work.id == question) return &work;
  }
  return nullptr;
}

QuestionWork* Session::Step::WorkOf(const PendingEvaluation& pending) {
  for (QuestionWork& work : s_.rounds_[static_cast<std::size_t>(pending.round)].work) {
    if (work.id == pending.request.answer.question) return &work;
  }
  return nullptr;
}

std::uint64_t Session::Step::WordingSeed() const { return s_.seed_ + s_.conversation_.size(); }

void Session::Step::Append(EventPayload payload) {
  effects_.push_back(effect::Append{std::move(payload)});
}

void Session::Step::Say(event::InterviewerSaid said) {
  if (!said.text.empty()) Append(std::move(said));
}

void Session::Step::Ask(event::InterviewerSaid said) {
  Say(InWords(Voice(), std::move(said), WordingSeed()));
}

void Session::Step::DropPending(EvaluationKind kind, const QuestionId& question,
                                const std::string& part) {
  std::erase_if(s_.pending_, [&](const auto& entry) {
    const PendingEvaluation& p = entry.second;
    return p.round == s_.round_ && p.request.kind == kind &&
           p.request.answer.question == question && p.request.part == part;
  });
}

PendingEvaluation& Session::Step::Evaluate(EvaluationKind kind, QuestionWork& work,
                                           std::string part, Json input) {
  DropPending(kind, work.id, part);
  PendingEvaluation pending;
  // Numbered by event, so that a change of the bank cannot shift the tickets of a stored session.
  pending.ticket = (s_.handled_ + 1) * kTicketsPerEvent + static_cast<Ticket>(effects_.size());
  pending.request = {kind, work.question, work.answer, std::move(part), std::move(input)};
  if (kind == EvaluationKind::kRubric) AddProbes(work, Planned().kind, &pending.request.answer);
  pending.since = at_;
  pending.round = s_.round_;
  if (kind == EvaluationKind::kJudge) work.judged = {work.answer.language, work.answer.source};
  if (work.question != nullptr) {
    effects_.push_back(effect::Evaluate{pending.ticket, pending.request});
  } else {
    Append(event::EvaluationFailed{
        pending.ticket, kind,
        "The question \"" + work.id +
            "\" is not in the bank any more, so that its answer cannot be graded."});
  }
  return s_.pending_[pending.ticket] = std::move(pending);
}

void Session::Step::ShowStarter(QuestionWork& work) {
  const Language language = work.answer.language;
  if (!TakesCode(Planned().kind) || work.question == nullptr || work.sources.count(language) > 0) {
    return;
  }
  event::TextEdited edit;
  edit.field = {TextField::Kind::kCode, work.id, std::string(ToString(language))};
  edit.inserted = StarterSource(*work.question, language);
  if (!edit.inserted.empty()) Append(std::move(edit));
}

void Session::Step::operator()(const event::TextEdited& e) {
  QuestionWork* work = Editable(e.field.question);
  if (work != nullptr) EditText(*work, e);
}

void Session::Step::EditText(QuestionWork& work, const event::TextEdited& e) {
  std::string text = work.Text(e.field);
  if (!ApplyEdit(e, &text)) return;
  bool starter = false;
  switch (e.field.kind) {
    case TextField::Kind::kCode: {
      const Language language = ParseLanguage(e.field.part).value_or(work.answer.language);
      starter = work.sources.count(language) == 0 && work.question != nullptr &&
                text == StarterSource(*work.question, language);
      if (starter) work.starters[language] = text;
      work.sources[language] = text;
      if (language == work.answer.language) work.answer.source = text;
      break;
    }
    case TextField::Kind::kProse:
      Put(work.answer.prose, e.field.part, text);
      if (!work.first_sentence && text.find_first_of(".!?") != std::string::npos) {
        work.first_sentence = at_;
      }
      break;
    case TextField::Kind::kEstimate:
      Put(work.answer.estimates, e.field.part, text);
      break;
    case TextField::Kind::kFollowUp:
      Put(work.answer.follow_ups, e.field.part, text);
      break;
    case TextField::Kind::kTests: {
      OwnTests tests = ParseOwnTests(text);
      work.tests_text = text;
      work.answer.tests = std::move(tests.tests);
      work.tests_problem = std::move(tests.problem);
      break;
    }
  }
  if (starter) return;
  s_.last_activity_ = at_;
  if (!work.first_edit) work.first_edit = at_;
}

void Session::Step::operator()(const event::BoardEdited& e) {
  QuestionWork* work = Editable(e.question);
  if (work == nullptr || !ApplyChange(e.change, &work->answer.board)) return;
  s_.last_activity_ = at_;
  if (!work->first_edit) work->first_edit = at_;
}

void Session::Step::operator()(const event::LanguageChosen& e) {
  // Everything but coding is answered in the language it was asked in.
  if (!InRound() || Planned().kind != RoundKind::kCoding || Round().work.empty()) return;
  QuestionWork& work = Work();
  work.answer.language = e.language;
  const auto source = work.sources.find(e.language);
  work.answer.source = source == work.sources.end() ? std::string() : source->second;
  ShowStarter(work);
}

void Session::Step::operator()(const event::CandidateSaid& e) {
  if (!InRound() || Round().work.empty() || IsBlank(e.text)) return;
  s_.last_activity_ = at_;
  QuestionWork& work = Work();
  s_.conversation_.push_back({at_, Speaker::kCandidate, e.text, {}, s_.round_, work.id});
  work.answer.messages.push_back(e.text);
  Evaluate(EvaluationKind::kFacts, work, e.text);
}

void Session::Step::operator()(const event::Pasted& e) {
  if (QuestionWork* work = Editable(e.field.question)) {
    work->pastes.push_back({at_, e.field, e.length});
  }
}

void Session::Step::operator()(const event::RunRequested& e) {
  if (!InRound() || !TakesCode(Planned().kind) || Round().work.empty()) return;
  s_.last_activity_ = at_;
  DropPending(EvaluationKind::kShrink, Work().id, {});
  Evaluate(e.custom ? EvaluationKind::kRunCustom : EvaluationKind::kRunVisible, Work(), {},
           e.input);
}

void Session::Step::operator()(const event::SubmitRequested&) {
  if (!InRound() || Round().work.empty()) return;
  s_.last_activity_ = at_;
  DropPending(EvaluationKind::kShrink, Work().id, {});
  if (TakesCode(Planned().kind)) Evaluate(EvaluationKind::kJudge, Work());
  if (Planned().kind == RoundKind::kConcepts) FinishAnswering(Work());
}

void Session::Step::operator()(const event::RunCancelled&) {
  if (!InRound() || Round().work.empty()) return;
  QuestionWork& work = Work();
  // Handed in later, the answer is judged after all.
  if (s_.IsPending(EvaluationKind::kJudge)) work.judged.reset();
  for (const EvaluationKind kind :
       {EvaluationKind::kRunVisible, EvaluationKind::kRunCustom, EvaluationKind::kJudge}) {
    DropPending(kind, work.id, {});
  }
}

void Session::Step::operator()(const event::ShrinkRequested&) {
  if (!InRound() || Round().work.empty() || s_.IsPending(EvaluationKind::kShrink)) return;
  QuestionWork& work = Work();
  const Failure* failure = work.Shrinkable();
  if (failure == nullptr) return;
  // The code that failed, not what has become of it since.
  const Answer now = work.answer;
  std::tie(work.answer.language, work.answer.source) = work.LatestTested()->code;
  Evaluate(EvaluationKind::kShrink, work, {}, Json{{"index", failure->index}});
  work.answer = now;
}

void Session::Step::operator()(const event::ShrinkCancelled&) {
  if (InRound() && !Round().work.empty()) DropPending(EvaluationKind::kShrink, Work().id, {});
}

// Concepts: answered, then probed, then followed up, then done.
void Session::Step::FinishAnswering(QuestionWork& work) {
  if (s_.IsPending(EvaluationKind::kRubric)) return;
  const bool followed =
      std::any_of(work.asked.begin(), work.asked.end(),
                  [](const AskedFollowUp& a) { return a.why.starts_with("follow_up:"); });
  if (!followed && work.Find(EvaluationKind::kRubric) == nullptr) {
    const auto answer = work.answer.prose.find("answer");
    if (answer == work.answer.prose.end() || IsBlank(answer->second)) {
      Say(NothingYet(Voice(), WordingSeed()));
    } else {
      Evaluate(EvaluationKind::kRubric, work).asks = true;
    }
    return;
  }
  if (!followed && work.question != nullptr) {
    for (event::InterviewerSaid& said : ChooseFollowUps(*work.question, nullptr, work.asked, 1)) {
      Ask(std::move(said));
      return;
    }
  }
  Append(event::QuestionFinished{});
}

void Session::Step::AskFollowUps(QuestionWork& work, const Evaluation* rubric) {
  if (!InRound() || Round().work.empty() || &work != &Work() || work.question == nullptr) return;
  if (Planned().kind == RoundKind::kConcepts) {
    event::InterviewerSaid probe;
    if (rubric != nullptr) probe = ChooseProbe(*work.question, *rubric, work.asked);
    if (!probe.text.empty()) {
      Ask(std::move(probe));
      return;
    }
    const auto follow_ups = ChooseFollowUps(*work.question, nullptr, work.asked, 1);
    if (follow_ups.empty()) Append(event::QuestionFinished{});
    for (const event::InterviewerSaid& said : follow_ups) Ask(said);
    return;
  }
  const std::size_t phase = static_cast<std::size_t>(Round().phase);
  if (phase >= Planned().phases.size()) return;
  // Without a rubric result one deep dive is asked. A phase left in the meantime asks nothing.
  const int most = FollowUpsOnEntering(Planned().kind, Planned().phases[phase].id);
  const int count = rubric != nullptr ? most : std::min(most, 1);
  for (event::InterviewerSaid& said : ChooseFollowUps(*work.question, rubric, work.asked, count)) {
    Ask(std::move(said));
  }
}

void Session::Step::operator()(const event::HintTaken& e) {
  const std::optional<NextHint> next = s_.next_hint();
  if (!next || e.level != next->level) return;
  QuestionWork& work = Work();
  work.hint_level = e.level;
  s_.last_activity_ = at_;
  const Hint& hint = work.question->hints[static_cast<std::size_t>(e.level - 1)];
  Say(GiveHint(Voice(), hint, WordingSeed()));
}

void Session::Step::operator()(const event::InterviewerSaid& e) {
  if (s_.round_ < 0) return;
  QuestionId question;
  if (!Round().work.empty()) {
    QuestionWork& work = Work();
    question = work.id;
    if (e.why.rfind("fact:", 0) == 0) work.facts_uncovered.insert(e.why.substr(5));
    if (const std::optional<TextField> field = FieldOfAnswer(e.why, work.id)) {
      work.asked.push_back({e.why, e.text, *field, at_});
    }
  }
  s_.conversation_.push_back({at_, Speaker::kInterviewer, e.text, e.why, s_.round_, question});
}

Utterance* Session::Step::Undecided(std::size_t line) {
  if (line >= s_.conversation_.size()) return nullptr;
  Utterance& said = s_.conversation_[line];
  const bool open =
      said.speaker == Speaker::kInterviewer && said.model.empty() && said.kept.empty();
  return open ? &said : nullptr;
}

void Session::Step::operator()(const event::LinePhrased& e) {
  Utterance* said = Undecided(e.line);
  if (said == nullptr || IsBlank(e.text)) return;
  said->phrased = e.text;
  said->model = e.model;
  if (e.fact.empty() || said->why != kLeftToCandidate) return;
  for (QuestionWork& work : s_.rounds_[static_cast<std::size_t>(said->round)].work) {
    if (work.id == said->question) work.facts_uncovered.insert(e.fact);
  }
  said->why = "fact:" + e.fact;
}

void Session::Step::operator()(const event::LineKept& e) {
  if (Utterance* said = Undecided(e.line)) said->kept = e.why;
}

void Session::Step::operator()(const event::EvaluationArrived& e) {
  const auto it = s_.pending_.find(e.ticket);
  if (it == s_.pending_.end() || it->second.request.kind != e.evaluation.kind) return;
  const PendingEvaluation pending = std::move(it->second);
  s_.pending_.erase(it);
  QuestionWork* work = WorkOf(pending);
  if (work == nullptr) return;
  Keep(*work, pending, e.evaluation);
  if (pending.asks) AskFollowUps(*work, &e.evaluation);
  if (s_.stage_ == Stage::kScoring) ScoreWhenReady();
}

void Session::Step::Keep(QuestionWork& work, const PendingEvaluation& pending,
                         const Evaluation& evaluation) {
  const EvaluationKind kind = evaluation.kind;
  if (kind == EvaluationKind::kFacts) {
    if (!InRound() || &work != &Work() || work.question == nullptr) return;
    const std::optional<NextHint> hint = s_.next_hint();
    const Room room{Voice(), work.asked, hint ? hint->cost_text : std::string(), WordingSeed()};
    for (event::InterviewerSaid& said :
         AnswerMessage(*work.question, evaluation, pending.request.part, room)) {
      Say(std::move(said));
    }
    return;
  }
  Evaluation& kept = work.evaluations[{kind, pending.request.part}] = evaluation;
  if (kind == EvaluationKind::kRubric &&
      s_.plan_.rounds[static_cast<std::size_t>(pending.round)].kind == RoundKind::kConcepts) {
    for (Criterion& c : kept.criteria) {
      if (c.span) SplitParts(work, &*c.span);
    }
    for (RaisedMisconception& m : kept.misconceptions) SplitParts(work, &m.span);
  }
  if (kind == EvaluationKind::kRunVisible || kind == EvaluationKind::kRunCustom) {
    work.runs.push_back({at_, evaluation, CodeOf(pending), pending.request.input});
  }
  if (kind == EvaluationKind::kJudge) {
    work.judgements.push_back({at_, evaluation, CodeOf(pending), {}});
  }
  if (kind == EvaluationKind::kShrink && evaluation.judgement &&
      evaluation.judgement->first_failure) {
    work.KeepShrunk(*evaluation.judgement->first_failure, pending.since);
  }
  const bool whole = kind == EvaluationKind::kRunVisible || kind == EvaluationKind::kJudge;
  if (whole && evaluation.judgement && evaluation.judgement->verdict == Verdict::kAccepted &&
      !work.first_green) {
    work.first_green = at_;
  }
}

void Session::Step::operator()(const event::EvaluationFailed& e) {
  const auto it = s_.pending_.find(e.ticket);
  if (it == s_.pending_.end()) return;
  const PendingEvaluation pending = std::move(it->second);
  s_.pending_.erase(it);
  const EvaluationRequest& request = pending.request;
  s_.failures_.push_back(
      {at_, pending.round, request.answer.question, request.kind, request.part, e.message});
  QuestionWork* work = WorkOf(pending);
  if (work == nullptr) return;
  if (request.kind == EvaluationKind::kJudge) work->judged.reset();
  if (request.kind == EvaluationKind::kFacts && InRound() && work == &Work())
    Say(FactsUnavailable(Voice(), WordingSeed()));
  if (pending.asks) AskFollowUps(*work, nullptr);
  if (s_.stage_ == Stage::kScoring) ScoreWhenReady();
}

}  // namespace interview
