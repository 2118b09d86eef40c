// tests/support/llm_server.py as a process, for one test.
#pragma once

#include <string>

#include "evaluators/llm/llm_endpoint.h"
#include "tests/support/child_process.h"

class LlmServer {
 public:
  // An endpoint that behaves as named in llm_server.py.
  evaluators::LlmEndpoint Endpoint(const std::string& behaviour) const {
    return {.url = "http://127.0.0.1:" + port_ + "/" + behaviour + "/v1/chat/completions",
            .model = "small-model",
            .key = "sk-secret-1234"};
  }
  const std::string& port() const { return port_; }
  void Stop() { process_.Kill(); }

 private:
  support::ChildProcess process_{std::vector<std::string>{
      "/usr/bin/python3", ONSITE_SOURCE_DIR "/tests/support/llm_server.py"}};
  std::string port_ = process_.ReadLine();
};
