// A file for the user that takes long to make: what makes it, and how far it is.
// Plain values; the progress is counted by a worker and read by anybody.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "interview/base/result.h"

namespace app {

struct ExportProgress {
  std::atomic<float> share = 0;  // 0-1
};

// Returns the bytes of the file. Runs on a worker: takes its inputs by value. Fails with kCancelled
// when stopped.
using MakeFile = std::function<interview::Result<std::string>(std::stop_token, ExportProgress*)>;

struct ExportUnderWay {
  std::string name;  // of the file
  std::shared_ptr<const ExportProgress> progress;
};

}  // namespace app
