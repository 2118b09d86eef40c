// Which processes of this machine still run a given command.
// Test support; any thread.
#pragma once

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

namespace evaluators {

// Processes, zombies aside, whose command line contains `marker`; this one does not count.
inline int CountProcesses(const std::string& marker) {
  int count = 0;
  std::error_code ec;
  for (std::filesystem::directory_iterator it("/proc", ec), end; !ec && it != end;
       it.increment(ec)) {
    const std::string name = it->path().filename().string();
    if (std::atoi(name.c_str()) <= 0 || name == std::to_string(::getpid())) continue;
    std::ifstream file(it->path() / "cmdline", std::ios::binary);
    std::string text;
    std::getline(file, text, '\xFF');  // all of it; nothing where the process has just ended
    if (text.find(marker) != std::string::npos) ++count;
  }
  return count;
}

// Waits up to `patience` until `wanted` holds of the count, and returns the count.
template <typename Wanted>
int AwaitProcesses(const std::string& marker, std::chrono::milliseconds patience, Wanted wanted) {
  const auto begin = std::chrono::steady_clock::now();
  int count = CountProcesses(marker);
  while (!wanted(count) && std::chrono::steady_clock::now() - begin < patience) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    count = CountProcesses(marker);
  }
  return count;
}

}  // namespace evaluators
