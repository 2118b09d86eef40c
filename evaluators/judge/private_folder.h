// Where a box without namespaces keeps its files: a folder of its own, whose paths stand for those
// that the program would see in a real box. Removed with the object.
// Thread: any, one at a time.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evaluators/judge/sandbox.h"
#include "interview/base/result.h"

namespace evaluators {

class PrivateFolder {
 public:
  // Makes the folder and writes the files of the box. Fails with kIo.
  static interview::Result<PrivateFolder> Make(const BoxSpec& spec);
  PrivateFolder() = default;
  PrivateFolder(PrivateFolder&& other) noexcept { *this = std::move(other); }
  PrivateFolder& operator=(PrivateFolder&& other) noexcept;
  // REQUIRES: nothing runs in it any more.
  ~PrivateFolder();

  // The box with paths of this machine in its command, environment and product; no files, no binds.
  BoxSpec Translate(const BoxSpec& spec) const;
  // What the program wrote, with the paths of a real box.
  std::string Restore(std::string_view text) const;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::string ToHere(std::string_view text) const;

  std::filesystem::path path_;                              // empty: none
  std::vector<std::pair<std::string, std::string>> names_;  // {in a box, here}, longest first
};

}  // namespace evaluators
