// What the panels of the room show, read from the session.
#include "app/ui/panels/room_view.h"

#include <utility>

namespace app {
namespace {

TextBoxState* BoxOf(const RoomView& room, RoomState* state, const interview::TextField& field) {
  auto found = state->texts.find(field);
  if (found == state->texts.end()) {
    found = state->texts.emplace(field, TextBoxState{}).first;
    found->second.text.SetText(room.work.Text(field));
  } else if (room.read_only && found->second.text.Text() != room.work.Text(field)) {
    found->second.text.SetText(room.work.Text(field));
  }
  return &found->second;
}

void Send(FrameContext& context, const interview::TextField& field, const TextBoxResult& result,
          const TextBoxState& box) {
  if (result.pasted > 0) {
    context.Emit(command::Act{interview::event::Pasted{field, result.pasted}});
  }
  if (result.changed) context.Emit(command::EditText{field, box.text.Text()});
}

}  // namespace

const std::string& RoomView::phase_id() const {
  static const std::string none;
  const auto phase = static_cast<std::size_t>(record.phase);
  return phase < plan.phases.size() ? plan.phases[phase].id : none;
}

const std::set<std::size_t>& RoomView::unspoken() const {
  static const std::set<std::size_t> none;
  return read_only ? none : app.running->unspoken;
}

std::optional<RoomView> ViewOfRoom(const AppState& app) {
  if (!app.running) return std::nullopt;
  const interview::Session& session = *app.running->session;
  if (session.current_plan() == nullptr || session.current_round() == nullptr ||
      session.current_work() == nullptr) {
    return std::nullopt;
  }
  return RoomView{app,
                  session,
                  *session.current_plan(),
                  *session.current_round(),
                  *session.current_work(),
                  session.Clock(app.running->now),
                  session.round()};
}

TextBoxResult DrawAnswerBox(FrameContext& context, const RoomView& room, RoomState* state,
                            const interview::TextField& field, const char* label, ImVec2 size,
                            const TextBoxOptions& options) {
  TextBoxState* box = BoxOf(room, state, field);
  TextBoxOptions shown = options;
  shown.read_only |= room.read_only;
  const TextBoxResult result = DrawTextBox(context, label, size, box, shown);
  Send(context, field, result, *box);
  return result;
}

TextBoxResult DrawProseBox(FrameContext& context, const RoomView& room, RoomState* state,
                           const interview::TextField& field, const char* label, ImVec2 size,
                           std::string_view placeholder) {
  if (room.read_only) {
    return DrawAnswerBox(context, room, state, field, label, size,
                         {.mode = TextBoxOptions::Mode::kProse});
  }
  TextBoxState* box = BoxOf(room, state, field);
  const TextBoxResult result = DrawProseEditor(context, label, size, box, &state->prose[field],
                                               {.placeholder = placeholder, .app = &room.app});
  Send(context, field, result, *box);
  return result;
}

void SendBoard(FrameContext& context, BoardState* board) {
  if (!std::exchange(board->changed_at, std::nullopt)) return;
  context.Emit(
      command::Act{interview::event::BoardEdited{board->question, board->canvas.document.board()}});
}

void EmitAct(FrameContext& context, RoomState* state, interview::EventPayload payload) {
  SendBoard(context, &state->board);
  context.Emit(command::Act{std::move(payload)});
}

}  // namespace app
