// Clocks and rows of the frame table.
#include "app/shell/frame_stats.h"

#include <cstdio>
#include <ctime>

namespace app {
namespace {

double Seconds(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

FrameStats::FrameStats(std::filesystem::path path)
    : path_(std::move(path)), rows_("build_ms\tpresent_ms\tswapped_s\tcharacters\n") {
  std::error_code ec;
  std::filesystem::remove(path_, ec);
}

void FrameStats::BeginBuild() {
  FinishRow();
  building_ = true;
  build_began_ = Seconds(CLOCK_THREAD_CPUTIME_ID);
}

void FrameStats::EndBuild(std::int64_t characters) {
  build_seconds_ = Seconds(CLOCK_THREAD_CPUTIME_ID) - build_began_;
  characters_ = characters;
}

void FrameStats::BeginPresent() { present_began_ = Seconds(CLOCK_MONOTONIC); }

void FrameStats::EndPresent() {
  swapped_at_ = Seconds(CLOCK_MONOTONIC);
  present_seconds_ = swapped_at_ - present_began_;
}

void FrameStats::FinishRow() {
  if (!building_) return;
  char row[128];
  std::snprintf(row, sizeof row, "%.4f\t%.4f\t%.6f\t%lld\n", build_seconds_ * 1000,
                present_seconds_ * 1000, swapped_at_, static_cast<long long>(characters_));
  rows_ += row;
  building_ = false;
  present_seconds_ = swapped_at_ = 0;
}

interview::Status FrameStats::Write() {
  FinishRow();
  std::FILE* file = std::fopen(path_.c_str(), "a");
  bool written = file != nullptr;
  if (file != nullptr) {
    written = std::fwrite(rows_.data(), 1, rows_.size(), file) == rows_.size();
    written = std::fclose(file) == 0 && written;
  }
  rows_.clear();
  if (written) return {};
  return interview::Fail(
      interview::ErrorCode::kIo,
      "The frame times cannot be written to " + path_.string() + "; check that the folder exists.");
}

}  // namespace app
