// Types into a drill until it is killed: the victim of app/core/crash_test.cc.
// For every character typed it prints the count so far, unbuffered, after the app has taken it.
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <thread>

#include "app/core/app_core.h"

int main() {
  auto paths = app::FindAppPaths();
  if (!paths) return 3;
  auto core = app::AppCore::Open(*paths, {});
  if (!core) {
    std::fprintf(stderr, "%s\n", core.error().message.c_str());
    return 3;
  }
  app::command::StartDrill start;
  start.questions = {"bias-variance-decomp"};
  (*core)->Apply(start);
  if (!(*core)->state().running) return 4;
  std::string text;
  for (int i = 1;; ++i) {
    text += static_cast<char>('a' + i % 26);
    (*core)->Apply(app::command::EditText{
        {interview::TextField::Kind::kProse, "bias-variance-decomp", "answer"}, text});
    (*core)->Tick();
    const std::string line = std::to_string(i) + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) return 5;
    std::this_thread::sleep_for(std::chrono::milliseconds(7));
  }
}
