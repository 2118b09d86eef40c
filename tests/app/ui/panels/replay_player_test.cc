// Time in a replay: speeds, idle stretches, markers.
#include "app/ui/panels/replay_player.h"

#include <gtest/gtest.h>

namespace app {
namespace {

using interview::Duration;
using interview::Marker;
using std::chrono::seconds;

ReplayPlayer Player() {
  ReplayPlayer player;
  player.length = seconds(100);
  player.idle = {{seconds(20), seconds(60)}};
  return player;
}

TEST(ReplayPlayer, GoesAtItsSpeedAndKeepsPartsOfAMillisecond) {
  ReplayPlayer player = Player();
  player.Advance(1);
  EXPECT_EQ(player.at, Duration(0)) << "it does not play yet";
  player.Toggle();
  player.Advance(1);
  EXPECT_EQ(player.at, seconds(1));
  player.ChangeSpeed(-1);
  EXPECT_EQ(kReplaySpeeds[player.speed], 0.5);
  for (int frame = 0; frame < 60; ++frame) player.Advance(1.0 / 60);
  EXPECT_NEAR(static_cast<double>(player.at.count()), 1500, 1);
  for (int i = 0; i < 20; ++i) player.ChangeSpeed(1);
  EXPECT_EQ(kReplaySpeeds[player.speed], 32);
}

TEST(ReplayPlayer, PassesOverWhatIsIdleButForItsEnds) {
  ReplayPlayer player = Player();
  player.Seek(seconds(20));
  player.Toggle();
  player.Advance(0.9);
  EXPECT_EQ(player.at, Duration(20900));
  player.Advance(0.2);
  EXPECT_EQ(player.at, seconds(59));
  player.Advance(1);
  EXPECT_EQ(player.at, seconds(60));
  player.Seek(seconds(20));
  player.skips_idle = false;
  player.Advance(10);
  EXPECT_EQ(player.at, seconds(30));
}

TEST(ReplayPlayer, StopsAtTheEndAndBeginsAgain) {
  ReplayPlayer player = Player();
  player.Seek(seconds(1000));
  EXPECT_EQ(player.at, seconds(100));
  player.Seek(seconds(99));
  player.Toggle();
  player.Advance(5);
  EXPECT_EQ(player.at, seconds(100));
  EXPECT_FALSE(player.playing);
  player.Toggle();
  EXPECT_EQ(player.at, Duration(0));
  EXPECT_TRUE(player.playing);
  player.Seek(Duration(-7));
  EXPECT_EQ(player.at, Duration(0));
}

TEST(ReplayPlayer, StepsFromMarkerToMarker) {
  std::vector<Marker> markers(3);
  for (int i = 0; i < 3; ++i) markers[static_cast<std::size_t>(i)].at = seconds(10 * (i + 1));
  EXPECT_EQ(NextMarker(markers, Duration(0)), 0u);
  EXPECT_EQ(NextMarker(markers, seconds(10)), 1u);
  EXPECT_EQ(NextMarker(markers, seconds(30)), std::nullopt);
  EXPECT_EQ(PreviousMarker(markers, seconds(30)), 1u);
  EXPECT_EQ(PreviousMarker(markers, Duration(20500)), 0u) << "just passed";
  EXPECT_EQ(PreviousMarker(markers, Duration(21500)), 1u);
  EXPECT_EQ(PreviousMarker(markers, seconds(10)), std::nullopt);
}

}  // namespace
}  // namespace app
