// The servers of tests/support as processes, for one test.
#pragma once

#include <cctype>
#include <cstdio>
#include <string>
#include <vector>

#include "evaluators/llm/llm_client.h"
#include "evaluators/llm/llm_endpoint.h"
#include "tests/support/child_process.h"

// An endpoint at `port` that behaves as named in the server's file, with limits for tests: a try
// costs milliseconds, and what must happen in time has all the time of a busy machine.
inline evaluators::LlmEndpoint EndpointAt(const std::string& port, const std::string& behaviour,
                                          evaluators::LlmApi api = evaluators::LlmApi::kOpenAi) {
  const bool anthropic = api == evaluators::LlmApi::kAnthropic;
  evaluators::LlmEndpoint endpoint{.url = "http://127.0.0.1:" + port + "/" + behaviour +
                                          (anthropic ? "/v1/messages" : "/v1/chat/completions"),
                                   .model = "small-model",
                                   .key = "sk-secret-1234",
                                   .api = api};
  endpoint.limits.back_off = std::chrono::milliseconds(1);
  return endpoint;
}

// The behaviour of saying `text`: at once, or as a stream of `rate` words a second behind a pause.
inline std::string Saying(const std::string& text) {
  std::string path = "speak/";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    char escaped[4];
    std::snprintf(escaped, sizeof escaped, "%%%02X", byte);
    path += std::isalnum(byte) != 0 ? std::string(1, c) : std::string(escaped);
  }
  return path;
}
inline std::string Saying(const std::string& text, int first_ms, int rate) {
  return "paced/" + std::to_string(first_ms) + "/" + std::to_string(rate) + "/" +
         Saying(text).substr(6);
}

// A correct server: tests/support/llm_http_server.cc.
class LlmServer {
 public:
  // `arguments`: nothing, or the files of a certificate and its private key.
  explicit LlmServer(const std::vector<std::string>& arguments = {})
      : process_(Command(arguments)), port_(process_.ReadLine()) {}

  evaluators::LlmEndpoint Endpoint(const std::string& behaviour,
                                   evaluators::LlmApi api = evaluators::LlmApi::kOpenAi) const {
    return EndpointAt(port_, behaviour, api);
  }
  const std::string& port() const { return port_; }
  // How many requests came to a path, such as "/good/v1/chat/completions"; the body of the first.
  int Count(const std::string& path) const { return std::stoi(Get("/count" + path)); }
  std::string FirstBody(const std::string& path) const { return Get("/body" + path); }
  void Stop() { process_.Kill(); }

 private:
  std::string Get(const std::string& path) const {
    std::string body;
    evaluators::Exchange exchange{
        .request = {"http://127.0.0.1:" + port_ + path, {}, {}},
        .deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20),
        .on_bytes = [&](std::string_view bytes) {
          body += bytes;
          return evaluators::Progress::kSpoke;
        }};
    evaluators::Run(Endpoint("count"), exchange, {});
    return body;
  }
  static std::vector<std::string> Command(const std::vector<std::string>& arguments) {
    std::vector<std::string> command = {ONSITE_BUILD_DIR "/llm_http_server"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
  }
  support::ChildProcess process_;
  std::string port_;
};

// One that breaks the rules: tests/support/llm_raw_server.cc.
class RawLlmServer {
 public:
  evaluators::LlmEndpoint Endpoint(const std::string& behaviour,
                                   evaluators::LlmApi api = evaluators::LlmApi::kOpenAi) const {
    return EndpointAt(port_, behaviour, api);
  }
  const std::string& port() const { return port_; }

 private:
  support::ChildProcess process_{std::vector<std::string>{ONSITE_BUILD_DIR "/llm_raw_server"}};
  std::string port_ = process_.ReadLine();
};
