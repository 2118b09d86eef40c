// What a run could leave behind on this machine: processes, files, objects of the kernel, sockets.
// For tests that compare before and after; Linux only, one thread.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "interview/base/json.h"

namespace evaluators {

// One line for each thing that can be seen from here:
// - processes that descend from this one (it must be their subreaper: what a box orphans comes
// here)
// - everything in $TMPDIR, if that is set, but the judge's cache; in /dev/shm and /var/tmp; and in
//   /tmp and the working folder what is named onsite-hostile…
// - System V objects whose creator is gone, POSIX queues, keys, mounts, abstract sockets
std::set<std::string> LookAround();

// What is new since `before`, 100 ms after now.
std::vector<std::string> LeftSince(const std::set<std::string>& before);

// Descendants of this process, as "PID name".
std::vector<std::string> Descendants();

// What does not belong into a cache that strangers' code has passed through: links, special files,
// programs with set-user-ID, files that others may write, half-written files.
std::vector<std::string> FaultsOfCache(const std::filesystem::path& folder);

// The first string in `json` with a character that steers a terminal or the direction of writing;
// empty: there is none.
std::string FirstRawControl(const interview::Json& json);

// A listener on 127.0.0.1, where submissions knock.
class Doorbell {
 public:
  explicit Doorbell(int port);
  ~Doorbell();
  Doorbell(const Doorbell&) = delete;
  Doorbell& operator=(const Doorbell&) = delete;
  bool HasRung() const;

 private:
  int listener_;
};

// Resident memory of this process.
double ResidentMb();

}  // namespace evaluators
