// What every frame took, as a table for measurements (`--frame-stats FILE`). UI thread only.
// One line for each frame that was built, columns parted by a tab, under a line of their names:
//   build_ms     CPU time of the UI thread: state, layout and draw lists, without the renderer
//   present_ms   time until the buffers were swapped; 0 where the frame was not presented
//   swapped_s    CLOCK_MONOTONIC after the swap; 0 where the frame was not presented
//   characters   typed characters that frames have been given so far
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "interview/base/result.h"

namespace app {

class FrameStats {
 public:
  explicit FrameStats(std::filesystem::path path);

  void BeginBuild();
  void EndBuild(std::int64_t characters);
  void BeginPresent();
  void EndPresent();

  // Appends the frames since the last call to the file.
  interview::Status Write();

 private:
  void FinishRow();

  std::filesystem::path path_;
  std::string rows_;
  bool building_ = false;  // a row is open
  double build_began_ = 0, build_seconds_ = 0;
  double present_began_ = 0, present_seconds_ = 0, swapped_at_ = 0;
  std::int64_t characters_ = 0;
};

}  // namespace app
