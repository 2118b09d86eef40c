// From a command to the motion, operator or action that carries it out.
#include "app/ui/widgets/vim_run.h"

#include <optional>

#include "app/ui/widgets/vim_motions.h"
#include "app/ui/widgets/vim_operators.h"
#include "app/ui/widgets/vim_parse.h"
#include "app/ui/widgets/vim_text_objects.h"

namespace app::vim {
namespace {

// Letters that stand for an operator and a motion.
Command Expanded(const Command& c) {
  static constexpr struct {
    std::string_view key, op, action;
  } kShort[] = {{"x", "d", "l"}, {"<Del>", "d", "l"}, {"X", "d", "h"}, {"D", "d", "$"},
                {"C", "c", "$"}, {"s", "c", "l"},     {"S", "c", "c"}, {"Y", "y", "y"}};
  for (const auto& s : kShort) {
    if (c.action != s.key || !c.op.empty()) continue;
    Command full = c;
    full.op = s.op;
    full.action = s.action;
    return full;
  }
  return c;
}

std::optional<Range> RangeOf(Vim& v, const Command& c) {
  if (c.extent) return RangeOfExtent(v, *c.extent);
  const TextPosition at = v.state.cursor;
  if (c.doubled()) {
    const int last = at.line + c.times() - 1;
    if (last > v.last_line() && c.count > 0 && at.line == v.last_line()) return std::nullopt;
    return Range{at, {std::min(last, v.last_line()), 0}, true};
  }
  if (IsTextObject(c.action)) return FindTextObject(v.text, at, c.action, c.times());
  // An empty line has nothing to change, but it can be typed on.
  const bool types = c.op == "c" && c.action == "l" && v.length(at.line) == 0;
  if (types) return Range{at, at};
  if (c.action == "$" && v.length(at.line) == 0 && c.times() == 1) return Range{at, at};
  return RangeOfMotion(v, c);
}

void RunOperator(Vim& v, const Command& c) {
  const TextPosition from = v.state.cursor;
  std::optional<Range> range = RangeOf(v, c);
  if (!range) {
    PlaceCursor(v, from);
    v.Fail();
    return;
  }
  if (range->linewise && range->begin.line == from.line && c.op != "d") {
    range->begin.column = IsTextObject(c.action) ? 0 : from.column;
  }
  Operate(v, c, *range);
  if (c.op != "y") v.state.last_change = c;
}

void RunMotion(Vim& v, const Command& c) {
  const TextPosition from = v.state.cursor;
  const auto motion = FindMotion(v, c);
  if (!motion) {
    PlaceCursor(v, from);
    v.Fail();
    return;
  }
  if (motion->jump) v.state.marks['\''] = from;
  PlaceCursor(v, motion->to);
  v.state.goal = motion->goal;
}

}  // namespace

void Run(Vim& v, const Command& command) {
  if (v.state.visual()) {
    RunVisual(v, command);
    return;
  }
  const Command c = Expanded(command);
  const bool moves_rows = IsMotion(c.action) && c.op.empty();
  if (!moves_rows) v.state.goal = -1;
  if (!c.op.empty()) {
    RunOperator(v, c);
  } else if (IsMotion(c.action)) {
    RunMotion(v, c);
  } else if (IsScroll(c.action)) {
    Scroll(v, c);
  } else {
    Act(v, c);
  }
}

}  // namespace app::vim
