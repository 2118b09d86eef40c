// What the command line tells after the sessions: their replay, and what to do next.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_onsite.h"

namespace onsite_test {
namespace {

using interview::Json;
using testing::HasSubstr;

// The user's session was on another day, and its digest is made anew.
void Backdate(const OnsiteUser& user, const std::string& day) {
  SQLite::Database database((user.home() / "data/onsite.db").string(), SQLite::OPEN_READWRITE);
  database.exec("UPDATE sessions SET started_ms = 1000 * unixepoch('" + day + "')");
  database.exec("DELETE FROM digests");
}

// A finished drill of a user's own; its id.
std::string PlayDrill(const OnsiteUser& user, const std::string& answers) {
  const Outcome drill =
      user.Run("drill --json --answers " + SourcePath("tests/support/answers/drills/" + answers));
  EXPECT_EQ(drill.exit_code, 0) << drill.err;
  return drill.json()["session_id"];
}

TEST(ReplayCommand, ShowsTheSessionAsItWasAndItsMarkers) {
  const OnsiteUser user;
  const std::string id = PlayDrill(user, "coding-wrong.json");
  const Json end = user.Run("sessions replay last --json").json();
  EXPECT_EQ(end["session_id"], id);
  EXPECT_EQ(end["state"]["stage"], "finished");
  const Json& work = end["state"]["work"][0];
  EXPECT_FALSE(work["code"]["python"].get<std::string>().empty());
  EXPECT_EQ(work["console"][0]["judgement"]["verdict"], "wrong_answer");
  bool failed_submit = false;
  for (const Json& marker : end["markers"]) failed_submit |= marker["kind"] == "failed_submit";
  EXPECT_TRUE(failed_submit) << end["markers"];

  const Json start = user.Run("sessions replay " + id + " --at 0 --json").json();
  EXPECT_EQ(start["state"]["at"], 0);
  EXPECT_EQ(start["state"]["stage"], "in_round");
  EXPECT_EQ(start["markers"], end["markers"]);
  EXPECT_THAT(user.Run("sessions replay " + id).out, HasSubstr("failed_submit"));
}

TEST(ReplayCommand, RefusesWhatIsNoMomentOrNoSession) {
  const OnsiteUser user;
  const Outcome negative = user.Run("sessions replay last --at -1");
  EXPECT_EQ(negative.exit_code, 2);
  EXPECT_THAT(negative.err, HasSubstr("from 0"));
  EXPECT_EQ(user.Run("sessions replay nothing --at 5").exit_code, 2);
  EXPECT_EQ(user.Run("sessions replay last --at soon").exit_code, 2);
}

TEST(DueCommand, WithoutSessionsSaysWhatToDoFirst) {
  const OnsiteUser user;
  EXPECT_THAT(user.Run("due").out, HasSubstr("onsite drill"));
  const Json due = user.Run("due --json").json();
  EXPECT_TRUE(due["due"].empty());
  EXPECT_EQ(due["retention"], 0.9);
  const Json progress = user.Run("progress --json").json();
  EXPECT_EQ(progress["readiness"].size(), 4u);
  EXPECT_TRUE(progress["readiness"][0]["score"].is_null());
  EXPECT_GT(progress["to_master"], 0);
}

TEST(DueCommand, WhatWasPractisedComesDueAndCountsAsProgress) {
  const OnsiteUser user;
  PlayDrill(user, "concepts-keywords.json");
  const Json progress = user.Run("progress --json").json();
  EXPECT_EQ(progress["sessions"], 1);
  int attempted = 0;
  for (const Json& topic : progress["topics"]) attempted += topic["attempted"].get<int>();
  EXPECT_EQ(attempted, 1);
  EXPECT_EQ(progress["readiness"][2]["rounds"], 1);
  EXPECT_TRUE(user.Run("due --json").json()["due"].empty());
  // Eleven years ago: everything is forgotten by now.
  Backdate(user, "2015-01-02");
  const Json due = user.Run("due --json").json()["due"];
  ASSERT_EQ(due.size(), 1u);
  EXPECT_EQ(due[0]["kind"], "concepts");
  EXPECT_LT(due[0]["recall"], 0.9);
}

TEST(PlanCommand, FillsTheDaysToTheInterviewAndRefusesDatesThatAreNone) {
  const OnsiteUser user;
  const std::string today = user.Run("due --json").json()["today"];
  for (const std::string until : {"soon", "2026-02-30", "2026-1", "1999-01-01", "9999-01-01"}) {
    const Outcome refused = user.Run("plan --until " + until);
    EXPECT_EQ(refused.exit_code, 2) << until;
    EXPECT_THAT(refused.err, HasSubstr("--until")) << until;
  }
  EXPECT_EQ(user.Run("plan --until " + today).exit_code, 2);
  EXPECT_EQ(user.Run("plan --json").json()["days"].size(), 14u) << "two weeks, without a date";
  const std::string next_year = std::to_string(std::stoi(today.substr(0, 4)) + 1) + "-01-01";
  const Json plan = user.Run("plan --json --hours 7 --until " + next_year).json();
  EXPECT_EQ(plan["until"], next_year);
  EXPECT_EQ(plan["days"][0]["date"], today);
  EXPECT_FALSE(plan["days"][0]["items"].empty());
}

}  // namespace
}  // namespace onsite_test
