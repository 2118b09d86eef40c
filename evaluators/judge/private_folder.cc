// Files on disk, and the translation of paths.
#include "evaluators/judge/private_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace evaluators {

namespace fs = std::filesystem;
using interview::ErrorCode;
using interview::Fail;
using interview::Result;

namespace {

// Also what the program locked against its owner. Links are removed, never followed.
void RemoveTree(const fs::path& path) {
  struct stat status = {};
  if (::lstat(path.c_str(), &status) != 0) return;
  if (!S_ISDIR(status.st_mode)) {
    ::unlink(path.c_str());
    return;
  }
  ::chmod(path.c_str(), 0700);
  std::error_code ec;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(path, ec), end; !ec && it != end; it.increment(ec)) {
    entries.push_back(it->path());
  }
  for (const fs::path& entry : entries) RemoveTree(entry);
  ::rmdir(path.c_str());
}

// Could a file's name go on with this character?
bool GoesOn(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-'; }

std::string Replace(std::string_view text,
                    const std::vector<std::pair<std::string, std::string>>& names) {
  std::string result;
  while (!text.empty()) {
    const auto fits = [&text](const std::pair<std::string, std::string>& name) {
      return text.starts_with(name.first) &&
             (text.size() == name.first.size() || !GoesOn(text[name.first.size()]));
    };
    const auto found = std::find_if(names.begin(), names.end(), fits);
    result += found == names.end() ? std::string(1, text.front()) : found->second;
    text.remove_prefix(found == names.end() ? 1 : found->first.size());
  }
  return result;
}

}  // namespace

Result<PrivateFolder> PrivateFolder::Make(const BoxSpec& spec) {
  std::string pattern = (fs::temp_directory_path() / "onsite-box-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    return Fail(ErrorCode::kIo, "Cannot make a folder in " + fs::temp_directory_path().string() +
                                    ": " + std::strerror(errno) + ". Make room there.");
  }
  PrivateFolder folder;
  folder.path_ = pattern;
  std::error_code ec;
  for (const char* inner : {"onsite", "tmp"}) fs::create_directory(folder.path_ / inner, ec);
  for (const BoxBind& bind : spec.binds) {
    folder.names_.emplace_back(bind.path, bind.source.string());
  }
  folder.names_.emplace_back("/onsite", (folder.path_ / "onsite").string());
  folder.names_.emplace_back("/tmp", (folder.path_ / "tmp").string());
  std::sort(folder.names_.begin(), folder.names_.end(),
            [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  for (const BoxFile& file : spec.files) {
    const fs::path path = folder.ToHere(file.path);
    fs::create_directories(path.parent_path(), ec);
    std::ofstream stream(path, std::ios::binary);
    if (!stream.write(file.content.data(), static_cast<std::streamsize>(file.content.size()))) {
      return Fail(ErrorCode::kIo, "Cannot write " + path.string() + ". Make room there.");
    }
    stream.close();
    ::chmod(path.c_str(), file.is_executable ? 0500 : 0400);
  }
  return folder;
}

PrivateFolder& PrivateFolder::operator=(PrivateFolder&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(names_, other.names_);
  return *this;
}

PrivateFolder::~PrivateFolder() {
  if (!path_.empty()) RemoveTree(path_);
}

BoxSpec PrivateFolder::Translate(const BoxSpec& spec) const {
  BoxSpec here;
  here.limits = spec.limits;
  here.environment = {{"HOME", "/tmp"}, {"TMPDIR", "/tmp"}};
  for (const auto& [name, value] : spec.environment) here.environment[name] = value;
  for (auto& [name, value] : here.environment) value = ToHere(value);
  for (const std::string& word : spec.command) here.command.push_back(ToHere(word));
  here.artifact = ToHere(spec.artifact);
  return here;
}

std::string PrivateFolder::ToHere(std::string_view text) const { return Replace(text, names_); }

std::string PrivateFolder::Restore(std::string_view text) const {
  std::vector<std::pair<std::string, std::string>> back;
  for (const auto& [name, here] : names_) back.emplace_back(here, name);
  std::sort(back.begin(), back.end(),
            [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  return Replace(text, back);
}

}  // namespace evaluators
