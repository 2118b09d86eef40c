// Reads /proc and the folders that anybody may write to.
#include "tests/hostile/surroundings.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

namespace evaluators {

namespace fs = std::filesystem;

namespace {

const char* const kMark = "onsite-hostile";
const char* const kCacheMark = "onsite-test-cache";

std::vector<std::string> LinesOf(const fs::path& path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

struct Process {
  int parent = 0;
  std::string name;
};

// "PID (name) state parent …"; the name may hold anything, even brackets.
std::map<int, Process> AllProcesses() {
  std::map<int, Process> all;
  std::error_code ec;
  for (fs::directory_iterator it("/proc", ec), end; !ec && it != end; it.increment(ec)) {
    const std::string name = it->path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    std::ifstream in(it->path() / "stat");
    std::string line;
    std::getline(in, line);
    const std::size_t open = line.find('(');
    const std::size_t close = line.rfind(')');
    if (open == std::string::npos || close == std::string::npos) continue;  // gone meanwhile
    Process process;
    process.name = line.substr(open + 1, close - open - 1);
    char state = 0;
    std::istringstream(line.substr(close + 1)) >> state >> process.parent;
    all[std::stoi(name)] = process;
  }
  return all;
}

void AddFiles(const fs::path& folder, const std::string& only, std::set<std::string>* seen) {
  std::error_code ec;
  for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
    const std::string name = it->path().filename();
    if (name.starts_with(kCacheMark) || !name.starts_with(only)) continue;
    seen->insert("file " + it->path().string());
  }
}

// key id mode … creator …: the creator is the fifth column of shm and the eighth of msg; semaphores
// do not tell.
void AddSystemV(const std::string& kind, std::size_t creator_column, std::set<std::string>* seen) {
  for (const std::string& line : LinesOf("/proc/sysvipc/" + kind)) {
    std::istringstream in(line);
    std::vector<std::string> columns{std::istream_iterator<std::string>(in), {}};
    if (columns.size() < 3 || columns[0] == "key") continue;
    const bool has_creator = creator_column < columns.size();
    if (has_creator && fs::exists("/proc/" + columns[creator_column])) continue;
    seen->insert(kind + " " + columns[0] + " " + columns[1]);
  }
}

bool IsSteering(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) || c == 0x061c ||
         c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool HasSteering(const std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t k) {
      return k < text.size() ? static_cast<unsigned char>(text[k]) : 0U;
    };
    char32_t c = byte(i);
    const std::size_t length = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
    if (length == 2) c = (c & 0x1f) << 6 | (byte(i + 1) & 0x3f);
    if (length == 3) c = (c & 0x0f) << 12 | (byte(i + 1) & 0x3f) << 6 | (byte(i + 2) & 0x3f);
    if (IsSteering(c)) return true;
    i += length;
  }
  return false;
}

}  // namespace

std::vector<std::string> Descendants() {
  const std::map<int, Process> all = AllProcesses();
  std::vector<std::string> found;
  for (const auto& [pid, process] : all) {
    for (int at = process.parent; at > 1;) {
      if (at == ::getpid()) {
        found.push_back(std::to_string(pid) + " " + process.name);
        break;
      }
      const auto parent = all.find(at);
      at = parent == all.end() ? 0 : parent->second.parent;
    }
  }
  return found;
}

std::set<std::string> LookAround() {
  std::set<std::string> seen;
  for (const std::string& process : Descendants()) seen.insert("process " + process);
  if (const char* own = ::getenv("TMPDIR")) AddFiles(own, "", &seen);
  for (const char* folder : {"/dev/shm", "/var/tmp", "/dev/mqueue"}) AddFiles(folder, "", &seen);
  AddFiles("/tmp", kMark, &seen);
  AddFiles(fs::current_path(), kMark, &seen);
  AddSystemV("shm", 4, &seen);
  AddSystemV("msg", 7, &seen);
  AddSystemV("sem", 99, &seen);
  for (const std::string& line : LinesOf("/proc/keys")) {
    if (line.find(" keyring ") == std::string::npos) seen.insert("key " + line.substr(0, 8));
  }
  for (const std::string& line : LinesOf("/proc/self/mountinfo")) seen.insert("mount " + line);
  for (const std::string& line : LinesOf("/proc/net/unix")) {
    const std::size_t name = line.find('@');
    if (name == std::string::npos || line.find("X11-unix") != std::string::npos) continue;
    seen.insert("socket " + line.substr(name));
  }
  return seen;
}

std::vector<std::string> LeftSince(const std::set<std::string>& before) {
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const std::set<std::string> now = LookAround();
  std::vector<std::string> left;
  std::set_difference(now.begin(), now.end(), before.begin(), before.end(),
                      std::back_inserter(left));
  return left;
}

std::vector<std::string> FaultsOfCache(const fs::path& folder) {
  std::vector<std::string> faults;
  std::error_code ec;
  for (fs::recursive_directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
    struct stat status;
    if (::lstat(it->path().c_str(), &status) != 0) continue;  // another judge has just renamed it
    const bool is_plain = S_ISREG(status.st_mode) || S_ISDIR(status.st_mode);
    const bool is_ours = status.st_uid == ::geteuid();
    if (!is_plain || !is_ours || (status.st_mode & (S_ISUID | S_ISGID | S_IWGRP | S_IWOTH)) != 0) {
      faults.push_back(it->path());
    }
  }
  return faults;
}

std::string FirstRawControl(const interview::Json& json) {
  if (json.is_string()) {
    const auto& text = json.get_ref<const std::string&>();
    return HasSteering(text) ? interview::DumpJson(json) : "";
  }
  if (!json.is_structured()) return "";
  for (const auto& [key, value] : json.items()) {
    if (HasSteering(key)) return key;
    if (std::string found = FirstRawControl(value); !found.empty()) return found;
  }
  return "";
}

Doorbell::Doorbell(int port)
    : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
  const int yes = 1;  // several of these tests may run side by side
  ::setsockopt(listener_, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
      ::listen(listener_, 16) != 0) {
    std::perror("The listener of the test cannot be made");
    std::abort();
  }
}

Doorbell::~Doorbell() { ::close(listener_); }

bool Doorbell::HasRung() const {
  const int visitor = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK);
  if (visitor < 0) return false;
  ::close(visitor);
  return true;
}

double ResidentMb() {
  std::ifstream in("/proc/self/statm");
  double pages = 0;
  in >> pages >> pages;
  return pages * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

}  // namespace evaluators
