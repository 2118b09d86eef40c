// A language model's endpoint for tests: a correct HTTP(S) server that speaks both wire formats,
// on a free port of this machine, which it prints. With two arguments, a certificate and its
// private key, it speaks HTTPS.
//
// The first part of the path says how it behaves: /good/v1/chat/completions answers well and
// repeats in its text what it was sent, /500/... fails, and so on. What lies between that part and
// /v1 is free: requests are counted by path, so that a test has counters of its own; GET
// /count/PATH tells such a number, GET /body/PATH the body of the first of them.
#include <httplib.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "interview/base/json.h"

namespace {

using interview::DumpJson;
using interview::Json;

struct Call {
  bool anthropic = false;
  bool stream = false;
  std::string behaviour;
  std::string rest;  // of the path, behind the behaviour
  std::string key;
  Json body;
  int number = 0;  // of the requests to this path, from 1
};

std::string Event(const Call& call, const Json& data) {
  const std::string name =
      call.anthropic ? "event: " + data["type"].get<std::string>() + "\n" : std::string();
  return name + "data: " + DumpJson(data) + "\n\n";
}

std::string Delta(const Call& call, const std::string& text) {
  return call.anthropic
             ? Event(call, {{"type", "content_block_delta"},
                            {"index", 0},
                            {"delta", {{"type", "text_delta"}, {"text", text}}}})
             : Event(call, {{"model", "small-model-2026"},
                            {"choices", {{{"index", 0}, {"delta", {{"content", text}}}}}}});
}

// A whole stream that says `text` in pieces of five bytes, characters kept whole.
std::string Stream(const Call& call, const std::string& text) {
  std::string out;
  if (call.anthropic) {
    out += Event(call, {{"type", "message_start"},
                        {"message",
                         {{"model", "small-model-2026"},
                          {"usage", {{"input_tokens", 321}, {"output_tokens", 1}}}}}});
    out += Event(call, {{"type", "ping"}});
  }
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(at + 5, text.size());
    while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    out += Delta(call, text.substr(at, end - at));
    at = end;
  }
  if (call.anthropic) {
    out += Event(call, {{"type", "message_delta"},
                        {"delta", {{"stop_reason", "end_turn"}}},
                        {"usage", {{"output_tokens", 45}}}});
    return out + Event(call, {{"type", "message_stop"}});
  }
  out += Event(call, {{"choices", {{{"delta", Json::object()}, {"finish_reason", "stop"}}}}});
  out += Event(call, {{"choices", Json::array()},
                      {"usage", {{"prompt_tokens", 321}, {"completion_tokens", 45}}}});
  return out + "data: [DONE]\n\n";
}

std::string Whole(const Call& call, const Json& content) {
  return DumpJson(
      call.anthropic
          ? Json{{"model", "small-model-2026"},
                 {"content",
                  content.is_string() ? Json{{{"type", "text"}, {"text", content}}} : content},
                 {"stop_reason", "end_turn"},
                 {"usage", {{"input_tokens", 321}, {"output_tokens", 45}}}}
          : Json{{"model", "small-model-2026"},
                 {"choices", {{{"message", {{"content", content}}}, {"finish_reason", "stop"}}}},
                 {"usage", {{"prompt_tokens", 321}, {"completion_tokens", 45}}}});
}

void Say(const Call& call, const std::string& text, httplib::Response* reply) {
  if (call.stream) {
    reply->set_content(Stream(call, text), "text/event-stream");
  } else {
    reply->set_content(Whole(call, text), "application/json");
  }
}

// What the request held, for the tests to look at.
std::string Echo(const Call& call, const httplib::Request& request) {
  Json said = {{"authorization", call.key}, {"path", request.path}, {"body", call.body}};
  for (const auto& [name, value] : request.headers) said["headers"][name] = value;
  said["messages"] = call.body["messages"];
  said["stream"] = call.stream;
  return DumpJson(said);
}

// Numbers below `failures` fail with `status`.
bool Fails(const Call& call, int failures, int status, httplib::Response* reply) {
  if (call.number > failures) return false;
  reply->status = status;
  return true;
}

bool WantsSchema(const Json& body) {
  return body.contains("response_format") || body.contains("output_config");
}

// Requests that are under way, and the most at one time.
std::atomic<int> g_under_way = 0;
std::atomic<int> g_most_under_way = 0;

void Linger(const Call& call, httplib::Response* reply) {
  const int now = ++g_under_way;
  for (int most = g_most_under_way; most < now;) {
    if (g_most_under_way.compare_exchange_weak(most, now)) break;
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  --g_under_way;
  Say(call, std::to_string(g_most_under_way.load()), reply);
}

// The part of the path behind the behaviour, and the one behind that.
std::pair<std::string, std::string> NextPart(const std::string& rest) {
  const std::size_t slash = rest.find('/');
  return {rest.substr(0, slash), slash == std::string::npos ? "" : rest.substr(slash + 1)};
}

// /speak/TEXT/v1/…: says the text. /paced/FIRST/RATE/TEXT/v1/…: says it as a stream whose first
// word comes after so many milliseconds, and then so many of them a second; words end at blanks and
// hyphens.
void Speak(const Call& call, httplib::Response* reply) {
  if (call.behaviour == "speak") return Say(call, NextPart(call.rest).first, reply);
  const auto [first, behind] = NextPart(call.rest);
  const auto [rate, text] = NextPart(behind);
  const auto step = std::chrono::microseconds(1000000 / std::stoi(rate));
  reply->set_chunked_content_provider(
      "text/event-stream", [call, wait = std::chrono::milliseconds(std::stoi(first)), step,
                            text = NextPart(text).first](std::size_t, httplib::DataSink& sink) {
        std::this_thread::sleep_for(wait);
        auto next = std::chrono::steady_clock::now();
        for (std::size_t at = 0; at < text.size();) {
          const std::size_t end = std::min(text.find_first_of(" -", at), text.size() - 1) + 1;
          const std::string piece = Delta(call, text.substr(at, end - at));
          if (!sink.write(piece.data(), piece.size())) return false;
          std::this_thread::sleep_until(next += step);
          at = end;
        }
        const std::string end = Stream(call, "");
        sink.write(end.data(), end.size());
        sink.done();
        return true;
      });
}

// 1 GB of a reply, as long as somebody reads it.
void Flood(const Call& call, httplib::Response* reply) {
  const std::string block =
      call.stream ? Delta(call, std::string(65536, 'x')) : std::string(65536, ' ');
  const std::string begin = call.stream ? "" : "{";
  auto first = std::make_shared<bool>(true);
  reply->set_content_provider(
      std::size_t{1} << 30, call.stream ? "text/event-stream" : "image/png",
      [block, begin, first](std::size_t, std::size_t left, httplib::DataSink& sink) {
        const std::string piece = (*first ? begin : "") + block;
        *first = false;
        return sink.write(piece.data(), std::min(left, piece.size()));
      });
}

void Odd(const Call& call, httplib::Response* reply) {
  const std::string& b = call.behaviour;
  if (b == "nonsense") reply->set_content("<html>Welcome, " + call.key + "</html>", "text/html");
  if (b == "502html") {
    reply->status = 502;
    reply->set_content("<html><h1>Bad gateway</h1></html>", "text/html");
  }
  if (b == "binary") {
    reply->set_content("{\"choices\":[{\"message\":{\"content\":\"\xff\xfe\"}}],\"content\":[]}",
                       "application/json");
  }
  if (b == "deep") reply->set_content(std::string(100000, '['), "application/json");
  if (b == "no-choices") reply->set_content(R"({"object":"list","data":[]})", "application/json");
  if (b == "odd-choices") {
    reply->set_content(R"({"choices":[7],"content":[7],"usage":[],"model":3})", "application/json");
  }
  if (b == "empty") Say(call, " \n ", reply);
  if (b == "nothing") reply->set_content("", "application/json");
  if (b == "cut-json") {
    const std::string whole = Whole(call, "Well said.");
    reply->set_content(whole.substr(0, whole.size() / 2), "application/json");
  }
  if (b == "parts") {
    reply->set_content(Whole(call, {{{"type", "text"}, {"text", "Well "}},
                                    {{"type", "image"}},
                                    {{"type", "text"}, {"text", "said."}}}),
                       "application/json");
  }
  if (b == "wrong-type") {
    reply->set_content(call.stream ? Stream(call, "Well said.") : Whole(call, "Well said."),
                       "image/png");
  }
  if (b == "bomb") reply->set_content(std::string(std::size_t{64} << 20, ' '), "application/json");
  if (b == "error-200") {
    reply->set_content(R"({"error":{"type":"overloaded_error","message":"busy"}})",
                       "application/json");
  }
  if (b == "error-event") {
    reply->set_content(Delta(call, "Well ") + "event: error\ndata: " +
                           R"({"type":"error","error":{"type":"overloaded_error"}})" + "\n\n",
                       "text/event-stream");
  }
}

void Structured(const Call& call, httplib::Response* reply) {
  const std::string& b = call.behaviour;
  const std::string right = R"({"verdict": "good", "points": [{"quote": "a } b"}]})";
  if (b == "schema") Say(call, WantsSchema(call.body) ? right : "no schema came", reply);
  if (b == "refuses-schema") {
    if (WantsSchema(call.body)) {
      reply->status = 400;
      reply->set_content(R"({"error":{"message":"response_format: unknown"}})", "application/json");
    } else {
      Say(call, right, reply);
    }
  }
  if (b == "fenced")
    Say(call, "Here {you} are:\n```json\n" + right + "\n```\nAnything else?", reply);
  if (b == "repair") {
    const std::string last = call.body["messages"].back()["content"];
    const bool told = last.find("lacks \"points\"") != std::string::npos;
    Say(call, told ? right : R"({"verdict": "good"})", reply);
  }
  if (b == "prose") Say(call, "I would say that it is good.", reply);
}

// What stands in the frame of the candidate's answer, names of its parts aside, in pieces of six
// words.
std::vector<std::string> PiecesOfAnswer(const std::string& material) {
  const std::size_t open = material.find("\n<<<<<<<< ");
  const std::size_t begin = material.find('\n', open + 1);
  const std::size_t end = material.find("\n>>>>>>>> ", begin);
  if (open == std::string::npos || end == std::string::npos) return {};
  std::istringstream lines(material.substr(begin + 1, end - begin - 1));
  std::vector<std::string> pieces;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("[")) continue;
    std::istringstream words(line);
    std::string piece;
    int count = 0;
    for (std::string word; words >> word;) {
      piece += (piece.empty() ? "" : " ") + word;
      if (++count % 6 != 0) continue;
      pieces.push_back(piece);
      piece.clear();
    }
    if (!piece.empty()) pieces.push_back(piece);
  }
  return pieces;
}

// Feedback on an answer. "feedback-70" is a coach who quotes and gives 70; "once" does so for the
// first request and fails then; "obey" does what an answer asks for and more: full marks, a
// strength for each point with the candidate's words beside it, and things that nobody asked for;
// "flatter" gives full marks and praises one piece.
void Coach(const Call& call, httplib::Response* reply) {
  const std::string material = call.body["messages"].back()["content"];
  const std::vector<std::string> pieces = PiecesOfAnswer(material);
  const std::string first = pieces.empty() ? "" : pieces.front();
  const std::string last = pieces.empty() ? "" : pieces.back();
  Json said = {{"strengths", Json::array()}, {"gaps", Json::array()}};
  if (call.behaviour == "obey") {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      said["strengths"].push_back({{"quote", pieces[i]}, {"point", i + 1}, {"text", "Perfect."}});
    }
    said["local_score"] = 1;
    said["run"] = "onsite sessions delete all";
  } else {
    said["strengths"].push_back({{"quote", first}, {"point", 1}, {"text", "This carries."}});
  }
  const bool flatters = call.behaviour == "obey" || call.behaviour == "flatter";
  if (!flatters) {
    said["gaps"] = {{{"quote", last}, {"point", 2}, {"text", "No reason is given."}},
                    {{"quote", "words that nobody wrote here"}, {"point", 1}, {"text", "Vague."}}};
  }
  said["better_answer"] = "First " + first + "\u001b]0;taken over\u0007";
  said["practise"] = "Say it aloud in one minute.";
  said["score_reason"] = "The strengths outweigh the gaps.";
  said["score"] =
      call.behaviour.starts_with("feedback-") ? std::stoi(call.behaviour.substr(9)) : 100;
  Say(call, DumpJson(said), reply);
}

void Answer(const Call& call, const httplib::Request& request, httplib::Response* reply) {
  const std::string& b = call.behaviour;
  if (b == "good") return Say(call, Echo(call, request), reply);
  if (b == "once" && call.number > 1) {
    reply->status = 500;
    return;
  }
  if (b == "obey" || b == "flatter" || b == "once" || b.starts_with("feedback-"))
    return Coach(call, reply);
  if (b == "say") return Say(call, "Well s\xC3\xA4id, all of it.", reply);
  if (b == "speak" || b == "paced") return Speak(call, reply);
  if (b == "linger") return Linger(call, reply);
  if (b == "huge") return Flood(call, reply);
  if (b == "redirect") {
    return reply->set_redirect("http://localhost:" + std::to_string(request.local_port) +
                               "/good/v1/chat/completions");
  }
  if (b == "flaky" && !Fails(call, 2, 503, reply)) return Say(call, "Well said.", reply);
  if (b == "later") {
    if (!Fails(call, 1, 429, reply)) return Say(call, "Well said.", reply);
    return reply->set_header("Retry-After", "1");
  }
  if (b == "later-date") {
    if (!Fails(call, 1, 429, reply)) return Say(call, "Well said.", reply);
    reply->set_header("Date", "Wed, 21 Oct 2015 07:28:00 GMT");
    return reply->set_header("Retry-After", "Wed, 21 Oct 2015 07:28:01 GMT");
  }
  if (b == "much-later") {
    reply->status = 429;
    return reply->set_header("Retry-After", "3600");
  }
  if (!b.empty() && b.find_first_not_of("0123456789") == std::string::npos) {
    reply->status = std::stoi(b);
    return reply->set_content(R"({"error":{"message":"you sent )" + call.key + "\"}}",
                              "application/json");
  }
  Odd(call, reply);
  Structured(call, reply);
}

class Endpoint {
 public:
  void Listen(httplib::Server* server) {
    server->set_keep_alive_max_count(1);
    server->Post(".*", [this](const httplib::Request& request, httplib::Response& reply) {
      Answer(Understand(request), request, &reply);
    });
    server->Get("/count(/.*)", [this](const httplib::Request& request, httplib::Response& reply) {
      const std::lock_guard lock(mutex_);
      reply.set_content(std::to_string(counts_[request.matches[1]]), "text/plain");
    });
    server->Get("/body(/.*)", [this](const httplib::Request& request, httplib::Response& reply) {
      const std::lock_guard lock(mutex_);
      reply.set_content(bodies_[request.matches[1]], "application/json");
    });
    server->Get(".*/v1/models", [](const httplib::Request& request, httplib::Response& reply) {
      if (request.path.starts_with("/404/")) {
        reply.set_content(R"({"data":[{"id":"tall-model"},{"id":"fat-model"},{"name":"x"}]})",
                          "application/json");
      } else if (request.path.starts_with("/good/")) {
        reply.set_content(R"({"data":[{"id":"small-model"},{"id":"big-model"}]})",
                          "application/json");
      } else {
        reply.status = 404;
      }
    });
    const int port = server->bind_to_any_port("127.0.0.1");
    std::printf("%d\n", port);
    std::fflush(stdout);
    server->listen_after_bind();
  }

 private:
  Call Understand(const httplib::Request& request) {
    Call call;
    const interview::Result<Json> body = interview::ParseJson(request.body, "request");
    if (body) call.body = *body;
    // A proxy is asked with the whole address.
    const std::size_t host = request.path.starts_with("http://") ? request.path.find('/', 7) : 0;
    call.behaviour = request.path.substr(host + 1, request.path.find('/', host + 1) - host - 1);
    call.rest = NextPart(request.path.substr(host + 1)).second;
    call.anthropic = request.path.ends_with("/messages");
    call.stream = call.body.is_object() && call.body.value("stream", false);
    call.key = request.get_header_value(call.anthropic ? "x-api-key" : "Authorization");
    const std::lock_guard lock(mutex_);
    call.number = ++counts_[request.path];
    bodies_.emplace(request.path, request.body);
    return call;
  }

  std::mutex mutex_;
  std::map<std::string, int> counts_;
  std::map<std::string, std::string> bodies_;
};

}  // namespace

int main(int argc, char** argv) {
  Endpoint endpoint;
  if (argc == 3) {
    httplib::SSLServer server(argv[1], argv[2]);
    endpoint.Listen(&server);
  } else {
    httplib::Server server;
    endpoint.Listen(&server);
  }
  return 0;
}
