// What a language model may say in the interviewer's place: the rules that its words must keep
// before anybody reads them. They lean to the safe side: what they refuse costs nothing, as the
// script's own line is said then.
// Any thread; pure functions.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "evaluators/text/lexicon.h"
#include "interview/model/question.h"

namespace evaluators {

inline constexpr int kMostVoiceWords = 120;

struct SaidBefore {
  bool candidate = false;  // else the interviewer
  std::string text;
};

// A line of the script that is offered to a model, and what it is said in the midst of.
struct VoiceLine {
  interview::QuestionPtr question;       // the one on show; may be null
  std::string why;                       // InterviewerSaid::why
  std::string script;                    // the line
  std::string message;                   // of the candidate, which the line answers; may be empty
  std::vector<SaidBefore> conversation;  // of the round before the line, oldest first
  std::string notes;                     // the candidate's prose
  std::string code;
  std::string whiteboard;                 // in words
  std::string manner;                     // of the interviewer: the title of the persona
  std::set<std::string> facts_uncovered;  // ids of clarifications
  int hint_level = 0;                     // taken so far, with the line if that is a hint

  // The candidate asked something that no fact answers: the model may answer within the facts.
  bool is_free() const { return why == "leave"; }
};

struct VoiceVerdict {
  std::string broken;  // the rule that is broken, as "longer than 120 words"; empty: none
  std::string fact;    // of the ledger, that a free answer tells; empty: none
};

int WordsIn(std::string_view text);

// The facts that a free answer may draw on beside those uncovered: indices of clarifications that
// the message has something to do with, nearest first. None for a message about something else,
// such as "tell me the answer".
std::vector<std::size_t> AskableFacts(const VoiceLine& line, const Lexicon& lexicon);

VoiceVerdict CheckVoice(const VoiceLine& line, std::string_view reply, const Lexicon& lexicon);

}  // namespace evaluators
