// A program that runs beside a test, with its standard output readable. Killed with the object.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <string>
#include <vector>

namespace support {

class ChildProcess {
 public:
  explicit ChildProcess(const std::vector<std::string>& command) {
    Fork([&](int out) {
      std::vector<char*> argv;
      for (const std::string& word : command) argv.push_back(const_cast<char*>(word.c_str()));
      argv.push_back(nullptr);
      ::dup2(out, STDOUT_FILENO);
      ::execvp(argv[0], argv.data());
    });
  }
  // Runs `body` in a copy of this process; it writes to the file descriptor it is given.
  explicit ChildProcess(const std::function<void(int out)>& body) { Fork(body); }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  ~ChildProcess() {
    Kill();
    ::close(out_);
  }

  // The reading end of its output.
  int out() const { return out_; }

  pid_t pid() const { return pid_; }

  // One line without its end; empty when the output is closed.
  std::string ReadLine() {
    std::string line;
    char c = 0;
    while (::read(out_, &c, 1) == 1 && c != '\n') line += c;
    return line;
  }

  // kill -9, and waits until it is gone.
  void Kill() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }

 private:
  void Fork(const std::function<void(int out)>& body) {
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) return;
    pid_ = ::fork();
    if (pid_ == 0) {
      body(pipe[1]);
      ::_exit(0);
    }
    ::close(pipe[1]);
    out_ = pipe[0];
  }

  pid_t pid_ = -1;
  int out_ = -1;
};

}  // namespace support
