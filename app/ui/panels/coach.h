// A calm remark on how the round is going, from what the session knows: time per phase against its
// budget, what was asked, said and run. Any thread; pure. Nothing is guessed: where nothing is
// missing it says how the time stands. It never touches the content of the answer.
#pragma once

#include <string>

#include "app/ui/panels/room_view.h"

namespace app {

struct CoachRemark {
  std::string caption;  // "12 min on Implement so far"
  std::string text;
};

CoachRemark RemarkOn(const RoomView& room);

}  // namespace app
