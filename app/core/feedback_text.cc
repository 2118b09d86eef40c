// Sentences and Markdown of feedback.
#include "app/core/feedback_text.h"

#include <cmath>
#include <cstdio>

namespace app {
namespace {

using interview::FeedbackClaim;

// Scores that are less than this apart say the same, those further than kFar do not.
constexpr int kNear = 10, kFar = 25;

int Percent(double score) { return static_cast<int>(std::lround(score * 100)); }

std::string Seconds(int milliseconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s", milliseconds / 1000.0);
  return text;
}

// A text that stays within its quotation or list item.
std::string OnOneLine(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return text;
}

void AddClaims(const std::string& title, const std::vector<FeedbackClaim>& claims,
               std::string* out) {
  if (claims.empty()) return;
  *out += "### " + title + "\n\n";
  for (const FeedbackClaim& claim : claims) {
    *out += "- " + OnOneLine(claim.text) + "\n";
    if (!claim.quote.empty()) *out += "  You wrote: \"" + OnOneLine(claim.quote) + "\"\n";
    if (!claim.point.empty()) *out += "  Of the rubric: " + OnOneLine(claim.point) + "\n";
  }
  *out += "\n";
}

void AddText(const std::string& title, const std::string& text, std::string* out) {
  if (!text.empty()) *out += "### " + title + "\n\n" + text + "\n\n";
}

}  // namespace

std::string TargetName(const interview::FeedbackTarget& about) {
  return about.question.empty() ? "round " + std::to_string(about.round + 1) : about.question;
}

std::string CompareScores(const interview::SecondScore& second) {
  const int theirs = Percent(second.score);
  std::string text = "The model gives " + std::to_string(theirs) + " of 100";
  if (!second.local_score) return text + "; there is no local result to compare with.";
  const int ours = Percent(*second.local_score);
  text += " where the local result is " + std::to_string(ours) + ": ";
  const int apart = std::abs(theirs - ours);
  if (apart < kNear) return text + "they agree.";
  text += apart < kFar ? "it finds somewhat " : "they disagree; it finds clearly ";
  return text + (theirs > ours ? "more" : "less") + " in this answer.";
}

std::string FeedbackOrigin(const interview::Feedback& feedback) {
  std::string text = feedback.model;
  if (!feedback.host.empty()) text += " at " + feedback.host + " (" + feedback.api + ")";
  if (feedback.prompt_tokens == 0 && feedback.completion_tokens == 0) return text;
  return text + ", " + Seconds(feedback.latency_ms) + " (first token " +
         Seconds(feedback.first_token_ms) + "), " + std::to_string(feedback.prompt_tokens) + " + " +
         std::to_string(feedback.completion_tokens) + " tokens" +
         (feedback.tokens_are_estimated ? ", estimated" : "");
}

std::string FeedbackMarkdown(const interview::Feedback& feedback) {
  std::string out;
  if (const auto& second = feedback.second_score) {
    out += CompareScores(*second) + (second->reason.empty() ? "" : " " + OnOneLine(second->reason));
    out += "\n\n";
    if (!second->unsupported.empty()) out += "**Unsupported:** " + second->unsupported + "\n\n";
  }
  AddClaims("What carried", feedback.strengths, &out);
  AddClaims("What to mend", feedback.gaps, &out);
  AddText("A better answer, in your words", feedback.better_answer, &out);
  AddText("What to practise", feedback.practise, &out);
  if (!feedback.text.empty()) out += feedback.text + "\n\n";
  if (feedback.dropped_claims == 1) {
    out += "One claim was left out: the words it quotes are not in the answer.\n\n";
  } else if (feedback.dropped_claims > 1) {
    out += std::to_string(feedback.dropped_claims) +
           " claims were left out: the words they quote are not in the answer.\n\n";
  }
  return out + "From " + FeedbackOrigin(feedback) + ".\n";
}

}  // namespace app
