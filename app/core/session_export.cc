// Markdown and JSON of a session.
#include "app/core/session_export.h"

#include <array>
#include <cstdio>

#include "app/core/feedback_text.h"
#include "app/core/judgement_text.h"
#include "app/core/session_id.h"

namespace app {
namespace {

using interview::Json;

// A Markdown table cell or list item must stay on its line.
std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      line += ' ';
    } else if (c == '|') {
      line += "\\|";
    } else {
      line += c;
    }
  }
  return line;
}

std::string Number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.4g", value);
  return text.data();
}

std::string ScoreText(const std::optional<double>& score) {
  return score ? Number(*score) : "not observed";
}

std::string Moment(interview::Duration at) {
  const auto seconds = at.count() / 1000;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld",
                static_cast<long long>(seconds / 3600), static_cast<long long>(seconds / 60 % 60),
                static_cast<long long>(seconds % 60));
  return text.data();
}

// A fence longer than any run of backticks inside.
std::string Fenced(std::string_view text, std::string_view language) {
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  std::string block = fence + std::string(language) + "\n" + std::string(text);
  if (block.back() != '\n') block += '\n';
  return block + fence + "\n\n";
}

void WriteDimensions(const interview::RoundScore& round, std::string* out) {
  *out += "| dimension | score | self-rating | what it means |\n| --- | --- | --- | --- |\n";
  for (const interview::DimensionScore& d : round.dimensions) {
    *out += "| " + OneLine(d.title) + (d.blocker ? " *" : "") + " | " + ScoreText(d.score) + " | " +
            (d.self_rating ? Number(*d.self_rating) : "–") + " | " + OneLine(d.anchor) + " |\n";
  }
  *out += "\n";
  for (const interview::DimensionScore& d : round.dimensions) {
    if (d.evidence.empty()) continue;
    *out += "**" + d.title + "**\n\n";
    for (const interview::Evidence& e : d.evidence) {
      *out += std::string("- ") + (e.favourable ? "+ " : "− ") + OneLine(e.text);
      if (!e.quote.empty()) *out += " — “" + OneLine(e.quote) + "”";
      *out += "\n";
    }
    *out += "\n";
  }
}

void WriteJudgement(const interview::Judgement& j, const interview::Question* question,
                    std::string* out) {
  *out += "Verdict: **" + std::string(DisplayName(j.verdict)) + "**\n\n";
  *out += Fenced(JudgementText(j, question), "");
}

// The name of a box as the candidate gave it, else its part or id.
std::string NodeName(const interview::Board& board, const std::string& id) {
  for (const interview::BoardNode& n : board.nodes) {
    if (n.id == id) return !n.label.empty() ? n.label : !n.type.empty() ? n.type : n.id;
  }
  return id;
}

void WriteAnswer(const interview::QuestionWork& work, std::string* out) {
  const interview::Answer& answer = work.answer;
  if (work.HasCode()) *out += Fenced(answer.source, ToString(answer.language));
  if (const interview::Evaluation* judged = work.LastJudgement(); judged && judged->judgement) {
    WriteJudgement(*judged->judgement, work.question.get(), out);
  }
  for (const auto& [part, text] : answer.prose) {
    if (!text.empty()) *out += "**" + part + "**\n\n" + text + "\n\n";
  }
  for (const auto& [id, text] : answer.follow_ups) {
    if (text.empty()) continue;
    const interview::FollowUp* asked = work.question ? work.question->FindFollowUp(id) : nullptr;
    *out += "**" + (asked ? asked->ask : id) + "**\n\n" + text + "\n\n";
  }
  for (const auto& [id, text] : answer.estimates) *out += "- " + id + ": " + text + "\n";
  if (!answer.estimates.empty()) *out += "\n";
  if (!answer.board.empty()) {
    *out += "Whiteboard:\n\n";
    for (const interview::BoardNode& n : answer.board.nodes) {
      *out += "- " + std::string(n.is_part() ? "" : "Note: ") +
              OneLine(NodeName(answer.board, n.id)) +
              (n.note.empty() ? "" : " (" + OneLine(n.note) + ")") + "\n";
    }
    for (const interview::BoardEdge& e : answer.board.edges) {
      *out += "- " + OneLine(NodeName(answer.board, e.from)) + " → " +
              OneLine(NodeName(answer.board, e.to)) +
              (e.label.empty() ? "" : ": " + OneLine(e.label)) + "\n";
    }
    *out += "\n";
  }
}

// Whose words a line of the interviewer is in, where a language model was asked.
std::string Wording(const interview::Utterance& u) {
  if (!u.model.empty())
    return " *(words of " + OneLine(u.model) + "; script: " + OneLine(u.text) + ")*";
  return u.kept.empty() ? std::string() : " *(script: " + OneLine(u.kept) + ")*";
}

void WriteConversation(const interview::Session& session, int round, std::string* out) {
  bool any = false;
  for (const interview::Utterance& u : session.conversation()) {
    if (u.round != round) continue;
    if (!any) *out += "### Conversation\n\n";
    any = true;
    *out += "- " + Moment(u.at) +
            (u.speaker == interview::Speaker::kCandidate ? " **you:** " : " **interviewer:** ") +
            OneLine(u.words()) + Wording(u) + "\n";
  }
  if (any) *out += "\n";
}

void WriteRound(const interview::Session& session, std::size_t index, std::string* out) {
  const interview::PlannedRound& plan = session.plan().rounds[index];
  const interview::RoundRecord& record = session.rounds()[index];
  *out += "## Round " + std::to_string(index + 1) + ": " + plan.title + "\n\n";
  if (!record.started) {
    *out += "Not begun.\n\n";
    return;
  }
  if (interview::HasCode(plan)) {
    *out += "Code editor: " + std::string(interview::DisplayName(plan.assist)) + ".\n\n";
  }
  const auto& card = session.score_card();
  if (card && index < card->rounds.size()) {
    const interview::RoundScore& round = card->rounds[index];
    *out += "Score **" + (round.score ? Number(*round.score) : "none") + "**";
    if (!round.band.empty()) *out += ", " + interview::DecisionTitle(round.band);
    *out += "." + (round.note.empty() ? "" : " " + round.note) + "\n\n";
    WriteDimensions(round, out);
  }
  for (const interview::QuestionWork& work : record.work) {
    if (!work.shown) continue;
    *out += "### " + (work.question ? work.question->title : work.id) + " (`" + work.id + "`)\n\n";
    if (work.question) *out += work.question->statement + "\n\n";
    *out += "#### Answer\n\n";
    WriteAnswer(work, out);
    if (work.question && !work.question->model_answer.empty()) {
      *out += "#### Model answer\n\n" + work.question->model_answer + "\n\n";
    }
  }
  WriteConversation(session, static_cast<int>(index), out);
}

std::string Markdown(const OpenSession& open) {
  const interview::Session& session = *open.session;
  std::string out = "# " + session.plan().title + "\n\n";
  out += FormatWallTime(open.started) + ", session `" + open.id + "`\n\n";
  if (const auto& card = session.score_card()) {
    if (!card->decision.empty()) {
      out += "**Decision: " + interview::DecisionTitle(card->decision) + "**";
      if (card->score) out += " (loop score " + Number(*card->score) + ")";
      out += "\n\n";
    }
    if (!card->rule.empty()) out += card->rule + "\n\n";
    for (const std::string& reason : card->reasons) out += "- " + reason + "\n";
    if (!card->reasons.empty()) out += "\n";
  } else {
    out += "This session has not been scored: it is not finished.\n\n";
  }
  for (std::size_t i = 0; i < session.rounds().size(); ++i) WriteRound(session, i, &out);
  if (!session.notes().empty()) out += "## Notes\n\n";
  for (const interview::NoteRecord& note : session.notes()) {
    out += "- " + Moment(note.note.moment.value_or(note.at)) + " " + OneLine(note.note.text) + "\n";
  }
  for (const interview::FeedbackRecord& f : session.feedback()) {
    out += "\n## Feedback by " + f.feedback.model + " on " + TargetName(f.feedback.about) + "\n\n" +
           FeedbackMarkdown(f.feedback);
  }
  return out;
}

Json Document(const OpenSession& open) {
  const interview::Session& session = *open.session;
  Json document = ScorecardJson(open);
  document["schema"] = "session/1";
  document["started"] = IsoTime(open.started);
  document["title"] = session.plan().title;
  Json events = Json::array();
  for (const interview::Event& event : open.events) {
    events.push_back({{"at_ms", event.at.count()},
                      {"name", interview::EventName(event.payload)},
                      {"payload", interview::ToJson(event.payload)}});
  }
  document["events"] = std::move(events);
  return document;
}

}  // namespace

Json ScorecardJson(const OpenSession& open) {
  Json json = {{"session_id", open.id}};
  const auto& card = open.session->score_card();
  if (card) {
    json.update(ToJson(*card));
  } else {
    json["decision"] = nullptr;
    json["rounds"] = Json::array();
  }
  return json;
}

interview::Result<std::string> ExportText(const OpenSession& open, const std::string& format) {
  if (format == "md") return Markdown(open);
  if (format == "json") return interview::DumpJson(Document(open), 2) + "\n";
  return interview::Fail(interview::ErrorCode::kInvalid,
                         "\"" + format + "\" is not an export format; use md or json.");
}

}  // namespace app
