// Every kind of event survives the store; edits are minimal, safe in UTF-8, and refuse to lie
// outside of the text.
#include "interview/model/transcript.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace interview {
namespace {

std::vector<EventPayload> OneOfEach() {
  SessionPlan plan;
  plan.title = "Drill";
  plan.rounds.resize(1);
  Board board;
  board.nodes = {{"a", "ranker", "Ranker", ""}};
  Evaluation evaluation;
  evaluation.kind = EvaluationKind::kFollowUp;
  evaluation.part = "twice";
  ScoreCard card;
  card.score = 2.5;
  const TextField field{TextField::Kind::kFollowUp, "x", "twice"};
  Feedback feedback;
  feedback.about.round = 2;
  feedback.model = "small-model";
  return {event::SessionStarted{plan, 18446744073709551615ULL},
          event::RoundStarted{2},
          event::PhaseEntered{3},
          event::QuestionShown{1},
          event::TimePassed{},
          event::Paused{},
          event::Resumed{},
          event::BreakEnded{},
          event::LlmSwitched{false},
          event::TextEdited{field, 5, 2, "né\n\"x\""},
          event::BoardEdited{"x", board},
          event::LanguageChosen{Language::kJavascript},
          event::CandidateSaid{"May it be empty?"},
          event::Pasted{field, 120},
          event::RunRequested{true, *ParseJson(R"({"args": [1, [2]]})", "i")},
          event::SubmitRequested{},
          event::RunCancelled{},
          event::ShrinkRequested{},
          event::ShrinkCancelled{},
          event::HintTaken{2},
          event::QuestionFinished{},
          event::RoundSubmitted{true},
          event::SelfRated{{{"accuracy", 2.5}}, 1},
          event::SessionEnded{},
          event::InterviewerSaid{"Ten minutes left.", "reminder:10"},
          event::LinePhrased{1, "You have ten more minutes.", "small-7b", "range", 812},
          event::LineKept{2, "first token after 2 s"},
          event::EvaluationArrived{77001, evaluation},
          event::EvaluationFailed{77002, EvaluationKind::kJudge, "No sandbox."},
          event::Scored{card},
          event::FeedbackArrived{feedback},
          event::NoteAdded{"Learn this."},
          event::ScoreAppealed{0, "accuracy", 3.5, "It was right."}};
}

TEST(Transcript, EveryKindOfEventComesBackFromTheStoreAsItWas) {
  const std::vector<EventPayload> all = OneOfEach();
  ASSERT_EQ(all.size(), std::variant_size_v<EventPayload>) << "add the new kind here";
  std::set<std::string_view> names;
  for (const EventPayload& payload : all) {
    EXPECT_TRUE(names.insert(EventName(payload)).second);
    const std::string text = DumpJson(ToJson(payload));
    const Result<EventPayload> back = ParseEvent(EventName(payload), *ParseJson(text, "event"));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->index(), payload.index());
    EXPECT_EQ(DumpJson(ToJson(*back)), text);
  }
}

TEST(Transcript, WhatCannotBeReadIsCorrupt) {
  for (const auto& [name, text] : std::vector<std::pair<std::string, std::string>>{
           {"teleported", "{}"},
           {"hint_taken", "{}"},
           {"hint_taken", R"({"level": "two"})"},
           {"paused", R"({"why": "tea"})"},
           {"text_edited",
            R"({"field": {"kind": "song"}, "at": 0, "removed": 0, "inserted": ""})"}}) {
    const Result<EventPayload> event = ParseEvent(name, *ParseJson(text, "event"));
    ASSERT_FALSE(event) << name << text;
    EXPECT_EQ(event.error().code, ErrorCode::kCorrupt) << name;
  }
}

TEST(Transcript, AnEditIsTheSmallestOne) {
  const event::TextEdited edit = MakeEdit("return a + b", "return a - b");
  EXPECT_EQ(edit.at, 9u);
  EXPECT_EQ(edit.removed, 1u);
  EXPECT_EQ(edit.inserted, "-");
  EXPECT_EQ(MakeEdit("same", "same").inserted, "");
  EXPECT_EQ(MakeEdit("same", "same").removed, 0u);
}

TEST(Transcript, EditsNeverCutACharacter) {
  // é and è share their first byte, è and Ĩ their last.
  for (const auto& [before, after] :
       std::vector<std::pair<std::string, std::string>>{{"caf\xC3\xA9", "caf\xC3\xA8"},
                                                        {"\xC3\xA8", "\xC4\xA8"},
                                                        {"", "\xE2\x82\xAC"},
                                                        {"a\xE2\x82\xAC", "a\xE2\x82\xAD"}}) {
    const event::TextEdited edit = MakeEdit(before, after);
    EXPECT_TRUE(ParseJson(DumpJson(Json(edit.inserted)), "edit"));
    EXPECT_EQ(Json(edit.inserted).dump(-1, ' ', false, Json::error_handler_t::ignore),
              Json(edit.inserted).dump(-1, ' ', false, Json::error_handler_t::replace))
        << "whole characters only";
    std::string text = before;
    ASSERT_TRUE(ApplyEdit(edit, &text));
    EXPECT_EQ(text, after);
  }
}

TEST(Transcript, AnyTwoTextsAreJoinedByTheirEdit) {
  std::mt19937 random(11);
  const std::vector<std::string> letters = {"a", "b", "\n", "é", "è", "€", "😀"};
  const auto text = [&] {
    std::string out;
    for (auto n = random() % 8; n > 0; --n) out += letters[random() % letters.size()];
    return out;
  };
  for (int i = 0; i < 2000; ++i) {
    const std::string before = text();
    const std::string after = text();
    std::string edited = before;
    ASSERT_TRUE(ApplyEdit(MakeEdit(before, after), &edited));
    ASSERT_EQ(edited, after);
  }
}

TEST(Transcript, AnEditOutsideOfTheTextIsCorruptAndChangesNothing) {
  std::string text = "abc";
  for (const auto& [at, removed] : std::vector<std::pair<std::size_t, std::size_t>>{
           {4, 0}, {1, 3}, {3, 1}, {0, static_cast<std::size_t>(-1)}}) {
    event::TextEdited edit;
    edit.at = at;
    edit.removed = removed;
    const Status status = ApplyEdit(edit, &text);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(text, "abc");
  }
}

}  // namespace
}  // namespace interview
