// libcurl's multi interface: its poll can be woken by a stop request, which an easy transfer only
// looks for once a second. libcurl itself keeps only the limit for connecting.
#include "evaluators/llm/llm_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <semaphore>

namespace evaluators {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

template <auto kFree>
struct Freed {
  void operator()(auto* thing) const { kFree(thing); }
};
using Easy = std::unique_ptr<CURL, Freed<curl_easy_cleanup>>;
using Multi = std::unique_ptr<CURLM, Freed<curl_multi_cleanup>>;
using Headers = std::unique_ptr<curl_slist, Freed<curl_slist_free_all>>;

constexpr std::ptrdiff_t kMostAtATime = 2;
constexpr milliseconds kLookAgain{20};

// One of the two places at the door.
class Place {
 public:
  Place(Clock::time_point deadline, const std::stop_token& stop) {
    while (!taken_ && !stop.stop_requested() && Clock::now() < deadline) {
      taken_ = Places().try_acquire_for(kLookAgain);
    }
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() {
    if (taken_) Places().release();
  }
  bool taken() const { return taken_; }

 private:
  static std::counting_semaphore<kMostAtATime>& Places() {
    static std::counting_semaphore<kMostAtATime> places(kMostAtATime);
    return places;
  }
  bool taken_ = false;
};

// What the callbacks know of the exchange under way.
struct Transfer {
  const Exchange& exchange;
  std::size_t most_bytes;
  CURL* curl;
  HttpReply* reply;
  Progress progress = Progress::kNothingYet;
  Clock::time_point last_byte{};
  bool has_begun = false;
};

// curl's write callback: less than `count` means stop.
std::size_t Receive(char* data, std::size_t size, std::size_t count, void* target) {
  auto* transfer = static_cast<Transfer*>(target);
  const std::string_view bytes(data, size * count);
  transfer->last_byte = Clock::now();
  transfer->has_begun = true;
  long status = 0;
  curl_easy_getinfo(transfer->curl, CURLINFO_RESPONSE_CODE, &status);
  if (status == 200) {
    transfer->progress = std::max(transfer->progress, transfer->exchange.on_bytes(bytes));
  } else {
    const std::size_t room = transfer->most_bytes - transfer->reply->body.size();
    transfer->reply->body += bytes.substr(0, room);
    if (bytes.size() > room) transfer->progress = Progress::kTooMuch;
  }
  return transfer->progress >= Progress::kDone ? 0 : bytes.size();
}

// curl's debug callback: of what libcurl tells, the one line that no other door offers with every
// TLS library: "SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384".
int Listen(CURL*, curl_infotype type, char* data, std::size_t size, void* target) {
  constexpr std::string_view kSays = "SSL connection using ";
  std::string_view line(data, size);
  if (type != CURLINFO_TEXT || !line.starts_with(kSays)) return 0;
  line.remove_prefix(kSays.size());
  static_cast<HttpReply*>(target)->encryption = line.substr(0, line.find_first_of("\r\n"));
  return 0;
}

void AddHeader(Headers* headers, const std::string& line) {
  headers->reset(curl_slist_append(headers->release(), line.c_str()));
}

Headers MakeHeaders(const HttpRequest& request) {
  Headers headers;
  AddHeader(&headers, "Expect:");
  for (const auto& [name, value] : request.headers) AddHeader(&headers, name + ": " + value);
  return headers;
}

// What is behind the pointers must outlive the transfer.
void SetUp(CURL* curl, const LlmEndpoint& endpoint, const Exchange& exchange,
           const Headers& headers) {
  const HttpRequest& request = exchange.request;
  const auto left = std::chrono::duration_cast<milliseconds>(exchange.deadline - Clock::now());
  const auto connect = std::max<std::int64_t>(std::min(endpoint.limits.connect, left).count(), 1);
  curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  if (!request.body.empty()) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body.size()));
  }
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L);  // a stop does not wait for the name lookup
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(curl, CURLOPT_CERTINFO, 1L);
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);  // to Listen alone
  curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, Listen);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, Receive);
  if (!endpoint.ca_file.empty()) {
    curl_easy_setopt(curl, CURLOPT_CAINFO, endpoint.ca_file.c_str());
  }
  if (IsLoopback(request.url)) curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
}

HttpEnd EndOf(CURLcode code) {
  switch (code) {
    case CURLE_OK:
      return HttpEnd::kComplete;
    case CURLE_OPERATION_TIMEDOUT:
      return HttpEnd::kConnectTimeout;
    case CURLE_COULDNT_RESOLVE_HOST:
      return HttpEnd::kNoHost;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
      return HttpEnd::kNoProxy;
    case CURLE_COULDNT_CONNECT:
      return HttpEnd::kRefused;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_ISSUER_ERROR:
      return HttpEnd::kTlsFailed;
    case CURLE_SSL_CACERT_BADFILE:
      return HttpEnd::kNoCertificates;
    case CURLE_BAD_CONTENT_ENCODING:
      return HttpEnd::kBadEncoding;
    default:
      return HttpEnd::kLost;
  }
}

// The limit that has passed, or that none has; and the moment at which the next one will.
struct Watch {
  HttpEnd passed = HttpEnd::kComplete;
  Clock::time_point next;
};

Watch LookAtLimits(const LlmLimits& limits, const Transfer& transfer, Clock::time_point begin,
                   Clock::time_point now) {
  Watch watch{HttpEnd::kComplete, transfer.exchange.deadline};
  HttpEnd what = HttpEnd::kTotalTimeout;
  const auto consider = [&](Clock::time_point moment, HttpEnd end) {
    if (moment >= watch.next) return;
    watch.next = moment;
    what = end;
  };
  if (transfer.exchange.streams && transfer.progress == Progress::kNothingYet) {
    consider(begin + limits.first_token, HttpEnd::kFirstTokenTimeout);
  }
  if (transfer.has_begun) consider(transfer.last_byte + limits.stall, HttpEnd::kStallTimeout);
  if (now >= watch.next) watch.passed = what;
  return watch;
}

int PollTime(Clock::time_point until, Clock::time_point now) {
  const auto left = std::chrono::ceil<milliseconds>(until - now).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 60000));
}

// Drives the transfer to its end.
HttpEnd Drive(const LlmLimits& limits, Transfer* transfer, const std::stop_token& stop) {
  const Multi multi(curl_multi_init());
  const std::stop_callback wake(stop, [&] { curl_multi_wakeup(multi.get()); });
  if (curl_multi_add_handle(multi.get(), transfer->curl) != CURLM_OK) return HttpEnd::kNoCurl;
  const Clock::time_point begin = Clock::now();
  HttpEnd end = HttpEnd::kLost;
  for (int running = 1; running > 0;) {
    if (stop.stop_requested()) {
      end = HttpEnd::kCancelled;
      break;
    }
    if (curl_multi_perform(multi.get(), &running) != CURLM_OK) break;
    const Clock::time_point now = Clock::now();
    const Watch watch = LookAtLimits(limits, *transfer, begin, now);
    if (running > 0 && watch.passed != HttpEnd::kComplete) {
      end = watch.passed;
      break;
    }
    if (running > 0) {
      curl_multi_poll(multi.get(), nullptr, 0, PollTime(watch.next, now), nullptr);
    }
  }
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
    if (message->msg == CURLMSG_DONE) end = EndOf(message->data.result);
  }
  if (transfer->progress == Progress::kDone) end = HttpEnd::kComplete;
  if (transfer->progress == Progress::kTooMuch) end = HttpEnd::kTooLarge;
  curl_multi_remove_handle(multi.get(), transfer->curl);
  return end;
}

std::string HeaderOf(CURL* curl, const char* name) {
  curl_header* header = nullptr;
  const bool found = curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK;
  return found ? header->value : "";
}

// "CN = localhost, issued by CN = Our CA, valid until Jan  1 00:00:00 2027 GMT"
std::string CertificateOf(CURL* curl) {
  curl_certinfo* info = nullptr;
  if (curl_easy_getinfo(curl, CURLINFO_CERTINFO, &info) != CURLE_OK || info == nullptr ||
      info->num_of_certs < 1) {
    return {};
  }
  const auto field = [&](std::string_view name) -> std::string {
    for (const curl_slist* line = info->certinfo[0]; line != nullptr; line = line->next) {
      const std::string_view text = line->data;
      if (text.starts_with(name)) return std::string(text.substr(name.size()));
    }
    return "unknown";
  };
  return field("Subject:") + ", issued by " + field("Issuer:") + ", valid until " +
         field("Expire date:");
}

void ReadFacts(CURL* curl, HttpReply* reply) {
  long status = 0;
  long port = 0;
  char* ip = nullptr;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl, CURLINFO_PRIMARY_IP, &ip);
  curl_easy_getinfo(curl, CURLINFO_PRIMARY_PORT, &port);
  reply->status = static_cast<int>(status);
  reply->retry_after = HeaderOf(curl, "Retry-After");
  reply->date = HeaderOf(curl, "Date");
  reply->certificate = CertificateOf(curl);
  if (ip != nullptr && *ip != '\0') {
    const std::string host = ip;
    const bool six = host.find(':') != std::string::npos;
    reply->address = (six ? "[" + host + "]" : host) + ":" + std::to_string(port);
  }
}

bool CurlIsReady() {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  return ready == CURLE_OK;
}

}  // namespace

HttpReply Run(const LlmEndpoint& endpoint, const Exchange& exchange, std::stop_token stop) {
  HttpReply reply;
  const Place place(exchange.deadline, stop);
  if (!place.taken()) {
    reply.end = stop.stop_requested() ? HttpEnd::kCancelled : HttpEnd::kTotalTimeout;
    return reply;
  }
  const Easy easy(CurlIsReady() ? curl_easy_init() : nullptr);
  if (!easy) {
    reply.end = HttpEnd::kNoCurl;
    return reply;
  }
  const Headers headers = MakeHeaders(exchange.request);
  Transfer transfer{exchange, endpoint.limits.reply_bytes, easy.get(), &reply};
  char trouble[CURL_ERROR_SIZE] = "";
  SetUp(easy.get(), endpoint, exchange, headers);
  curl_easy_setopt(easy.get(), CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(easy.get(), CURLOPT_DEBUGDATA, &reply);
  curl_easy_setopt(easy.get(), CURLOPT_ERRORBUFFER, trouble);
  reply.end = Drive(endpoint.limits, &transfer, stop);
  ReadFacts(easy.get(), &reply);
  reply.detail = trouble;
  return reply;
}

bool Pause(milliseconds length, std::stop_token stop) {
  const Multi multi(CurlIsReady() ? curl_multi_init() : nullptr);
  const std::stop_callback wake(stop, [&] { curl_multi_wakeup(multi.get()); });
  const Clock::time_point end = Clock::now() + length;
  for (auto now = Clock::now(); now < end && !stop.stop_requested(); now = Clock::now()) {
    curl_multi_poll(multi.get(), nullptr, 0, PollTime(end, now), nullptr);
  }
  return !stop.stop_requested();
}

}  // namespace evaluators
