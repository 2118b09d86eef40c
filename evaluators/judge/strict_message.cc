// One pass over the text, building nothing.
#include "evaluators/judge/strict_message.h"

#include <algorithm>
#include <string>
#include <vector>

#include "interview/base/json.h"

namespace evaluators {

using interview::Json;

namespace {

// Drivers write objects of one to three keys; a dictionary of the solution travels as pairs.
constexpr std::size_t kMostKeys = 8;

class Inspector : public Json::json_sax_t {
 public:
  MessageFault fault() const { return fault_; }

  bool null() override { return Count(); }
  bool boolean(bool) override { return Count(); }
  bool number_integer(number_integer_t) override { return Count(); }
  bool number_unsigned(number_unsigned_t) override { return Count(); }
  bool number_float(number_float_t, const string_t&) override { return Count(); }
  bool string(string_t&) override { return Count(); }
  bool binary(binary_t&) override { return Refuse(MessageFault::kMalformed); }

  bool start_object(std::size_t) override {
    keys_.emplace_back();
    return Open();
  }
  bool key(string_t& name) override {
    std::vector<std::string>& known = keys_.back();
    if (known.size() == kMostKeys || std::find(known.begin(), known.end(), name) != known.end()) {
      return Refuse(MessageFault::kMalformed);
    }
    known.push_back(name);
    return true;
  }
  bool end_object() override {
    keys_.pop_back();
    --depth_;
    return true;
  }
  bool start_array(std::size_t) override { return Open(); }
  bool end_array() override {
    --depth_;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
    return Refuse(MessageFault::kMalformed);
  }

 private:
  bool Refuse(MessageFault fault) {
    if (fault_ == MessageFault::kNone) fault_ = fault;
    return false;
  }
  bool Count() { return ++values_ <= kMostMessageValues || Refuse(MessageFault::kTooManyValues); }
  bool Open() {
    if (++depth_ > kMostMessageDepth) return Refuse(MessageFault::kMalformed);
    return Count();
  }

  MessageFault fault_ = MessageFault::kNone;
  std::vector<std::vector<std::string>> keys_;
  int depth_ = 0;
  long values_ = 0;
};

}  // namespace

MessageFault CheckMessage(std::string_view line) {
  Inspector inspector;
  Json::sax_parse(line, &inspector);
  return inspector.fault();
}

}  // namespace evaluators
