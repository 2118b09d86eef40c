// Lists of three or six.
#include "interview/store/edit_payload.h"

namespace interview {
namespace {

constexpr std::size_t kOfTheSameText = 3;
constexpr std::size_t kWithItsText = 6;

Result<EventPayload> Broken() {
  return Fail(ErrorCode::kCorrupt,
              "an edit must be [at, removed, inserted], with kind, question "
              "and part of its text where that changes.");
}

bool IsText(const Json& json) { return json.is_string(); }
bool IsCount(const Json& json) { return json.is_number_unsigned(); }

}  // namespace

Json EditPayload(const event::TextEdited& edit, const std::optional<TextField>& previous) {
  Json list = {edit.at, edit.removed, edit.inserted};
  if (previous == edit.field) return list;
  list.push_back(ToString(edit.field.kind));
  list.push_back(edit.field.question);
  list.push_back(edit.field.part);
  return list;
}

Result<EventPayload> ParseStoredEvent(std::string_view name, const Json& json,
                                      std::optional<TextField>* previous) {
  if (name != EventName(event::TextEdited{}) || !json.is_array()) {
    Result<EventPayload> payload = ParseEvent(name, json);
    if (!payload) return payload;
    if (const auto* edit = std::get_if<event::TextEdited>(&*payload)) *previous = edit->field;
    return payload;
  }
  if (json.size() != kOfTheSameText && json.size() != kWithItsText) return Broken();
  if (!IsCount(json[0]) || !IsCount(json[1]) || !IsText(json[2])) return Broken();
  if (json.size() == kWithItsText) {
    if (!IsText(json[3]) || !IsText(json[4]) || !IsText(json[5])) return Broken();
    const auto kind = ParseTextKind(json[3].get<std::string>());
    if (!kind) return Broken();
    *previous = TextField{*kind, json[4].get<std::string>(), json[5].get<std::string>()};
  }
  if (!*previous) return Broken();
  event::TextEdited edit;
  edit.field = **previous;
  edit.at = json[0].get<std::size_t>();
  edit.removed = json[1].get<std::size_t>();
  edit.inserted = json[2].get<std::string>();
  return EventPayload(std::move(edit));
}

}  // namespace interview
