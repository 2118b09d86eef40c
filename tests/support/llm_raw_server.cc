// A language model's endpoint for tests that does what a correct server never would, byte for byte,
// on a free port of this machine, which it prints. The first part of the path says how it behaves.
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>
#include <thread>

namespace {

constexpr std::string_view kStreamHead =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
constexpr std::string_view kObjectHead = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

class Connection {
 public:
  explicit Connection(int fd) : fd_(fd) {
    const int on = 1;
    ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { ::close(fd_); }

  // The whole request; what came of it when the client goes away.
  std::string ReadRequest() {
    std::string request;
    char bytes[4096];
    std::size_t wanted = std::string::npos;
    while (request.size() < wanted) {
      const ssize_t count = ::recv(fd_, bytes, sizeof bytes, 0);
      if (count <= 0) break;
      request.append(bytes, static_cast<std::size_t>(count));
      const std::size_t head = request.find("\r\n\r\n");
      if (head == std::string::npos) continue;
      const std::size_t length = request.find("Content-Length: ");
      wanted = head + 4 + (length < head ? std::stoul(request.substr(length + 16)) : 0);
    }
    return request;
  }

  bool Send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  // Until the client hangs up.
  void Wait() {
    char byte = 0;
    while (::recv(fd_, &byte, 1, 0) > 0) {
    }
  }

  // Ends with a reset instead of a farewell.
  void Reset() {
    const linger at_once{1, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  }

 private:
  int fd_;
};

std::string Delta(bool anthropic, const std::string& text) {
  return anthropic
             ? "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":{"
               "\"type\":\"text_delta\",\"text\":\"" +
                   text + "\"}}\n\n"
             : "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
}

std::string Stop(bool anthropic) {
  return anthropic ? "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
                     "\"usage\":{\"output_tokens\":7}}\n\n"
                   : "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],"
                     "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":7}}\n\n";
}

std::string Done(bool anthropic) {
  return anthropic ? "data: {\"type\":\"message_stop\"}\n\n" : "data: [DONE]\n\n";
}

std::string Whole(bool anthropic) {
  return Delta(anthropic, "Well ") + Delta(anthropic, "s\xC3\xA4id.") + Stop(anthropic) +
         Done(anthropic);
}

std::string WithLineEnds(const std::string& text, std::string_view end) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += end;
    } else {
      result += c;
    }
  }
  return result;
}

// The stream of a behaviour that sends one and hangs up; empty for others.
std::string StreamOf(const std::string& b, bool anthropic) {
  if (b == "crlf") return "\xEF\xBB\xBF" + WithLineEnds(Whole(anthropic), "\r\n");
  if (b == "cr") return WithLineEnds(Whole(anthropic), "\r");
  if (b == "comments") return ": wait\n\n:\n" + Whole(anthropic);
  if (b == "no-done") {
    return Delta(anthropic, "Well ") + Delta(anthropic, "s\xC3\xA4id.") + Stop(anthropic);
  }
  if (b == "no-stop") return Delta(anthropic, "Well ");
  if (b == "twice") {
    return Whole(anthropic) + Whole(anthropic);
  }
  if (b == "stop-twice") {
    return Delta(anthropic, "Well s\xC3\xA4id.") + Stop(anthropic) + Stop(anthropic) +
           Delta(anthropic, " More.") + Done(anthropic);
  }
  if (b == "bad-utf8") return Delta(anthropic, "Well \xff\xfe");
  if (b == "cut-event") return "data: {\"choices\":[{\"delta\":{\"con";
  if (b == "several-lines") {
    const std::string whole = Whole(anthropic);
    return WithLineEnds(whole.substr(0, whole.find(':', 7) + 1), "\n") +
           "\ndata: " + whole.substr(whole.find(':', 7) + 1);
  }
  return {};
}

void Trickle(Connection* connection, std::string_view piece) {
  while (connection->Send(piece)) std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

void Serve(int fd) {
  Connection connection(fd);
  const std::string request = connection.ReadRequest();
  const std::size_t slash = request.find('/');
  if (slash == std::string::npos) return connection.Wait();
  const std::string b = request.substr(slash + 1, request.find('/', slash + 1) - slash - 1);
  const bool anthropic = request.find("/messages HTTP") != std::string::npos;
  const std::string stream = StreamOf(b, anthropic);
  if (!stream.empty()) connection.Send(std::string(kStreamHead) + stream);
  if (b == "silent") connection.Wait();
  if (b == "bytes") {
    connection.Send(kStreamHead);
    for (const char c : Whole(anthropic)) connection.Send({&c, 1});
  }
  if (b == "stall" || b == "stall-body") {
    connection.Send(b == "stall" ? std::string(kStreamHead) + Delta(anthropic, "Well ")
                                 : std::string(kObjectHead) + "Content-Length: 1000\r\n\r\n{");
    connection.Wait();
  }
  if (b == "no-token" || b == "trickle") {
    connection.Send(kStreamHead);
    Trickle(&connection, b == "trickle" ? Delta(anthropic, "x") : ": still thinking\n\n");
  }
  if (b == "trickle-body") {
    connection.Send(std::string(kObjectHead) + "Content-Length: 1000000\r\n\r\n{");
    Trickle(&connection, " ");
  }
  if (b == "headers-only") {
    connection.Send(kObjectHead);
    connection.Wait();
  }
  if (b == "cut") connection.Send(std::string(kObjectHead) + "Content-Length: 1000\r\n\r\n{\"ch");
  if (b == "reset") connection.Reset();
  if (b == "reset-late") {
    connection.Send(std::string(kStreamHead) + Delta(anthropic, "Well "));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));  // else the text may be lost too
    connection.Reset();
  }
  if (b == "not-http") connection.Send("SSH-2.0-OpenSSH_9.2\r\n");
  if (b == "bad-gzip") {
    connection.Send(std::string(kObjectHead) +
                    "Content-Encoding: gzip\r\nContent-Length: 10\r\n\r\n\x1f\x8b\x08 broken");
  }
  if (b == "bad-chunks") {
    connection.Send(std::string(kObjectHead) +
                    "Transfer-Encoding: chunked\r\n\r\nzz\r\n{\"choices\"");
  }
  if (b == "endless-header") {
    connection.Send("HTTP/1.1 200 OK\r\nX: ");
    while (connection.Send(std::string(65536, 'x'))) {
    }
  }
  if (b == "endless-line") {
    connection.Send(std::string(kStreamHead) + "data: ");
    while (connection.Send(std::string(65536, 'x'))) {
    }
  }
  if (b == "endless-comments") {
    connection.Send(kStreamHead);
    const std::string comment = ":" + std::string(65534, 'x') + "\n";
    while (connection.Send(comment)) {
    }
  }
}

}  // namespace

int main() {
  std::signal(SIGPIPE, SIG_IGN);
  const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::listen(listener, 64) != 0 ||
      ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    return 1;
  }
  std::printf("%d\n", ntohs(address.sin_port));
  std::fflush(stdout);
  while (true) {
    const int fd = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd >= 0) std::thread(Serve, fd).detach();
  }
}
