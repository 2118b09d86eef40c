// The checks, in the order in which they are shown. FAIL is kept for what makes the main job, an
// interview that is graded and stored, impossible.
#include "app/core/doctor.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "app/core/doctor_judge.h"
#include "app/core/evaluator_wiring.h"
#include "app/core/settings.h"
#include "app/core/spelling.h"
#include "interview/bank/question_bank.h"
#include "interview/base/files.h"
#include "interview/store/transcript_store.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using interview::Error;
using interview::ErrorCode;
using interview::Result;
using Status = DoctorCheck::Status;

constexpr std::uintmax_t kMegabyte = std::uintmax_t{1} << 20;
constexpr std::uintmax_t kScarceSpace = 500 * kMegabyte;
constexpr std::uintmax_t kNoSpace = 20 * kMegabyte;

DoctorCheck Pass(std::string name, std::string message) {
  return {std::move(name), Status::kPass, std::move(message), {}};
}

// Is there a font file whose name begins so?
bool HasFont(const std::string& prefix) {
  std::vector<fs::path> roots = {"/usr/share/fonts", "/usr/local/share/fonts"};
  if (const char* home = std::getenv("HOME")) {
    roots.push_back(fs::path(home) / ".local/share/fonts");
    roots.push_back(fs::path(home) / ".fonts");
  }
  std::error_code ec;
  for (const fs::path& root : roots) {
    for (fs::recursive_directory_iterator
             it(root, fs::directory_options::skip_permission_denied, ec),
         end;
         !ec && it != end; it.increment(ec)) {
      if (it->path().filename().string().starts_with(prefix)) return true;
    }
  }
  return false;
}

DoctorCheck CheckFonts() {
  struct Family {
    const char* name;
    const char* prefix;
    const char* package;
  };
  static constexpr Family kFamilies[] = {
      {"Inter", "Inter", "fonts-inter"},
      {"JetBrains Mono", "JetBrainsMono", "fonts-jetbrains-mono"},
      {"DejaVu Sans", "DejaVuSans", "fonts-dejavu-core"}};
  std::string missing;
  std::string packages;
  for (const Family& family : kFamilies) {
    if (HasFont(family.prefix)) continue;
    missing += (missing.empty() ? "" : ", ") + std::string(family.name);
    packages += std::string(" ") + family.package;
  }
  if (missing.empty()) return Pass("fonts", "Inter, JetBrains Mono and DejaVu Sans");
  return {"fonts", Status::kCaution, missing + " missing; plainer fonts stand in",
          "sudo apt install" + packages};
}

// Does somebody listen at this local socket? A name that begins with a NUL is an abstract one.
bool Answers(const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (name.size() >= sizeof address.sun_path) return false;
  std::memcpy(address.sun_path, name.data(), name.size());
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
  const bool connected =
      fd >= 0 && ::connect(fd, reinterpret_cast<const sockaddr*>(&address), length) == 0;
  if (fd >= 0) ::close(fd);
  return connected;
}

// An X display of another host is taken at its word.
bool XAnswers(const std::string& display) {
  if (!display.starts_with(':')) return true;
  const std::string socket = "/tmp/.X11-unix/X" + display.substr(1, display.find('.') - 1);
  return Answers(socket) || Answers(std::string(1, '\0') + socket);
}

bool WaylandAnswers(const std::string& display) {
  const char* folder = std::getenv("XDG_RUNTIME_DIR");
  return Answers(fs::path(display).is_absolute() || folder == nullptr
                     ? display
                     : std::string(folder) + "/" + display);
}

DoctorCheck CheckSpelling() {
  if (const std::optional<Dictionary> found = FindDictionary()) {
    return Pass("spelling", found->language + " in " + found->words.parent_path().string());
  }
  return {"spelling", Status::kCaution, "no English dictionary; prose is not checked",
          "sudo apt install hunspell-en-us"};
}

DoctorCheck CheckDisplay() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  const std::string x = variable("DISPLAY");
  const std::string wayland = variable("WAYLAND_DISPLAY");
  if (!x.empty() && XAnswers(x)) return Pass("display", "X display " + x);
  if (!wayland.empty() && WaylandAnswers(wayland)) {
    return Pass("display", "Wayland display " + wayland);
  }
  const std::string found = x.empty() && wayland.empty()
                                ? "there is none"
                                : "display " + x + wayland + " does not answer";
  return {"display", Status::kCaution, found + "; the terminal drill needs none",
          "onsite drill --round concepts"};
}

// Why a folder cannot be written to, and the command that mends it; nullopt when it can.
std::optional<DoctorCheck> CheckWritable(const std::string& name, Status status,
                                         const fs::path& folder, const char* variable) {
  const fs::path probe = folder / ".doctor";
  const interview::Status written = interview::WriteFileAtomically(probe, "");
  std::error_code ec;
  fs::remove(probe, ec);
  if (written) return std::nullopt;
  struct stat owner = {};
  std::string remedy = "mkdir -p " + Quoted(folder) + " && chmod u+rwx " + Quoted(folder);
  if (::access(folder.c_str(), W_OK) != 0 && errno == EROFS) {
    remedy = "export " + std::string(variable) + "=/path/to/a/folder/you/can/write";
  } else if (::stat(folder.c_str(), &owner) == 0 && owner.st_uid != ::geteuid()) {
    remedy = "sudo chown -R \"$USER\" " + Quoted(folder);
  }
  return DoctorCheck{name, status, written.error().message, remedy};
}

DoctorCheck CheckData(const AppPaths& paths) {
  return CheckWritable("data folder", Status::kFail, paths.data, "ONSITE_DATA_DIR")
      .value_or(Pass("data folder", paths.data.string() + " is writable"));
}

// Without it everything works, but is made anew each time: precompiled headers above all.
DoctorCheck CheckCache(const AppPaths& paths) {
  return CheckWritable("cache folder", Status::kCaution, paths.cache, "XDG_CACHE_HOME")
      .value_or(Pass("cache folder", paths.cache.string() + " is writable"));
}

DoctorCheck CheckDatabase(const AppPaths& paths) {
  const fs::path file = paths.database();
  std::error_code ec;
  if (!fs::exists(file, ec)) return Pass("database", "none yet; the first session makes it");
  Result<interview::TranscriptStore> store = interview::TranscriptStore::Open(file);
  const auto sessions =
      store ? store->List() : Result<std::vector<interview::SessionSummary>>(Forward(store));
  if (sessions) {
    return Pass("database", std::to_string(sessions->size()) + " sessions in " + file.string());
  }
  const Error& error = sessions.error();
  return {"database", Status::kFail, error.message,
          error.code == ErrorCode::kCorrupt
              ? "mv " + Quoted(file) + " " + Quoted(file.string() + ".aside")
              : "ls -l " + Quoted(file)};
}

DoctorCheck CheckSettings(const AppPaths& paths) {
  const Result<Settings> settings = LoadSettings(paths.settings);
  if (settings) return Pass("settings", paths.settings.string());
  return {"settings", Status::kCaution, settings.error().message,
          "mv " + Quoted(paths.settings) + " " + Quoted(paths.settings.string() + ".aside")};
}

DoctorCheck CheckBank(const AppPaths& paths) {
  const auto bank = interview::QuestionBank::Load(paths.rubrics, paths.packs());
  if (!bank) return {"bank", Status::kFail, bank.error().message, "onsite bank check"};
  const std::string count = std::to_string(bank->questions().size()) + " questions";
  const std::size_t problems = bank->problems().size();
  if (problems == 0 && !bank->questions().empty()) return Pass("bank", count);
  if (problems == 0) {
    return {"bank", Status::kFail, "there is no question in " + paths.rubrics.string(),
            "onsite bank check"};
  }
  return {"bank", bank->questions().empty() ? Status::kFail : Status::kCaution,
          count + ", and " + std::to_string(problems) +
              " problems; the first: " + bank->problems().front().message,
          "onsite bank check"};
}

// Of the disk that holds the data, or will hold it.
DoctorCheck CheckSpace(const AppPaths& paths) {
  fs::path folder = paths.data;
  std::error_code ec;
  while (!fs::exists(folder, ec) && folder.has_relative_path()) folder = folder.parent_path();
  const std::uintmax_t free = fs::space(folder, ec).available;
  if (ec) {
    return {"disk space", Status::kCaution, "cannot be read: " + ec.message(),
            "df -h " + Quoted(folder)};
  }
  const std::string found = std::to_string(free / kMegabyte) + " MB free for " + folder.string();
  if (free >= kScarceSpace) return Pass("disk space", found);
  return {"disk space", free < kNoSpace ? Status::kFail : Status::kCaution, found,
          "du -sh ~/.cache/* | sort -h"};
}

}  // namespace

std::string_view ToString(DoctorCheck::Status status) {
  switch (status) {
    case Status::kPass:
      return "pass";
    case Status::kCaution:
      return "caution";
    case Status::kFail:
      return "fail";
  }
  return "";
}

std::vector<DoctorCheck> ExamineMachine(const AppPaths& paths) {
  return ExamineMachine(paths, MakeJudgeConfig(paths));
}

std::vector<DoctorCheck> ExamineMachine(const AppPaths& paths,
                                        const evaluators::JudgeConfig& judge) {
  std::vector<DoctorCheck> checks = ExamineJudge(judge);
  for (DoctorCheck& check : std::vector<DoctorCheck>{
           CheckFonts(), CheckSpelling(), CheckDisplay(), CheckData(paths), CheckCache(paths),
           CheckSpace(paths), CheckDatabase(paths), CheckSettings(paths), CheckBank(paths)}) {
    checks.push_back(std::move(check));
  }
  return checks;
}

interview::Json ToJson(const std::vector<DoctorCheck>& checks) {
  interview::Json list = interview::Json::array();
  for (const DoctorCheck& check : checks) {
    list.push_back({{"name", check.name},
                    {"status", ToString(check.status)},
                    {"message", check.message},
                    {"remedy", check.remedy}});
  }
  return list;
}

}  // namespace app
