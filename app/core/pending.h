// A value that comes later, in its four states. Every view draws all four.
// UI thread only; plain value.
#pragma once

#include <optional>
#include <string>

namespace app {

template <class T>
struct Pending {
  enum class State { kNotAsked, kPending, kReady, kUnavailable };
  State state = State::kNotAsked;
  std::optional<T> value;  // kReady: the value; kPending: the previous one, if any
  std::string why;         // kUnavailable: one sentence

  void Ask() { state = State::kPending; }
  void Arrive(T v) {
    value = std::move(v);
    state = State::kReady;
  }
  void Fail(std::string reason) {
    why = std::move(reason);
    state = State::kUnavailable;
  }
};

}  // namespace app
