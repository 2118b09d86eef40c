// The connection to speech-dispatcher.
#include "app/shell/speech.h"

#include <cstdlib>
#include <utility>

#include "interview/base/log.h"

#ifdef ONSITE_SPEECH
#include <speech-dispatcher/libspeechd.h>
#endif

namespace app {

using interview::ErrorCode;
using interview::Fail;
using interview::Result;

#ifdef ONSITE_SPEECH

struct Speech::Connection {
  SPDConnection* server = nullptr;

  Result<bool> Say(const std::string& text) {
    if (server == nullptr) {
      char* problem = nullptr;
      server = spd_open2("onsite", "focus", nullptr, SPD_MODE_SINGLE, nullptr, 1, &problem);
      const std::string detail = problem != nullptr ? problem : "";
      ::free(problem);
      if (server == nullptr) {
        return Fail(ErrorCode::kIo,
                    "Nothing can be read aloud: speech-dispatcher does not answer; install "
                    "speech-dispatcher and a voice such as espeak-ng.",
                    detail);
      }
    }
    spd_cancel(server);
    if (spd_say(server, SPD_TEXT, text.c_str()) < 0) {
      return Fail(ErrorCode::kIo, "speech-dispatcher did not take a text to read aloud.");
    }
    return true;
  }

  ~Connection() {
    if (server != nullptr) spd_close(server);
  }
};

#else

struct Speech::Connection {
  Result<bool> Say(const std::string&) {
    return Fail(ErrorCode::kNotFound,
                "Nothing can be read aloud: this Onsite was built without speech-dispatcher "
                "(libspeechd-dev).");
  }
};

#endif

void Speech::Say(std::string text) {
  if (broken_) return;
  next_ = std::move(text);
  if (!speaking_) SayNext();
}

void Speech::SayNext() {
  if (next_.empty()) return;
  if (connection_ == nullptr) connection_ = std::make_shared<Connection>();
  speaking_ = true;
  job_ = jobs_->Start<bool>(
      Lane::kDesktop,
      [connection = connection_, text = std::exchange(next_, {})](std::stop_token) {
        return connection->Say(text);
      },
      [this](const Result<bool>& said) {
        speaking_ = false;
        if (!said) {
          interview::LogError(said.error());
          broken_ = true;
          return;
        }
        SayNext();
      });
}

}  // namespace app
