// A cgroup (version 2) around one box: one more bound on memory and processes, which also counts
// what the resident size leaves out, the buffers of pipes and sockets. Used where the user's
// systemd delegates the controllers "memory" and "pids" to the judge's own cgroup, as `systemd-run
// --user --scope -p Delegate=yes onsite` does; never required.
//
// Tested against a tree of plain files; it was not run on a real delegation yet. Whatever fails
// here leaves the box to the judge's own polling.
//
// Any thread; different boxes have different groups.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "evaluators/judge/process.h"
#include "evaluators/judge/sandbox.h"

namespace evaluators {

// The judge's own cgroup, made ready for groups of boxes: the judge moves to a leaf of it, because
// a group with processes cannot hand on controllers. `mount` is /sys/fs/cgroup, `self` the text of
// /proc/self/cgroup. nullopt where nothing is delegated; then nothing has changed.
std::optional<std::filesystem::path> FindDelegatedCgroup(const std::filesystem::path& mount,
                                                         std::string_view self);
// The same for this process on this machine, looked up once.
const std::optional<std::filesystem::path>& DelegatedCgroup();

class Cgroup {
 public:
  // A group below `parent` with the limits of a box; nullopt when it cannot be made.
  static std::optional<Cgroup> Make(const std::filesystem::path& parent, const BoxLimits& limits);
  Cgroup(Cgroup&& other) noexcept = default;
  Cgroup& operator=(Cgroup&& other) noexcept = default;
  // Kills whatever is left in it, and removes it.
  ~Cgroup();

  // Gives it other limits. False when the kernel refused.
  bool Limit(const BoxLimits& limits);
  // Writing "0" here moves the writing process into the group.
  int entrance() const { return entrance_.get(); }
  // Has the kernel killed a process of the group for want of memory?
  bool RanOutOfMemory() const;

 private:
  struct Folder {
    std::string path;
    Folder() = default;
    explicit Folder(std::string at) : path(std::move(at)) {}
    Folder(Folder&& other) noexcept : path(std::exchange(other.path, {})) {}
    Folder& operator=(Folder&& other) noexcept {
      std::swap(path, other.path);
      return *this;
    }
  };
  Cgroup() = default;

  Folder folder_;
  Fd entrance_;
};

}  // namespace evaluators
