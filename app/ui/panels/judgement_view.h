// What the judge said, drawn the same way in the room and in the debrief: measures, the first
// failing test with what differs and its smaller form, and large values to be seen whole.
// UI thread only.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/ui/frame_context.h"
#include "app/ui/panels/marked_value.h"
#include "app/ui/widgets/text_box.h"
#include "interview/model/judgement.h"
#include "interview/model/question.h"

namespace app {

// A value of a failing test as it is drawn.
struct ValueBrief {
  MarkedText text;
  bool is_cut = false;    // when it was stored
  bool has_more = false;  // than what is drawn
};
struct FailureBrief {
  ValueBrief input, expected, got;
  std::vector<std::string> differences;
};

// A large value that is being looked at in a dialog, closed while the title is empty; and the brief
// form of the large values last drawn.
struct WholeValueState {
  std::string title;
  TextBoxState text;
  std::shared_ptr<const interview::WholeValues> brief_of;
  FailureBrief brief;
};

// Arguments by name, "nums = [3,1]" a line each; anything else as JSON. `question` may be null.
std::string InputText(const interview::Question* question, const interview::Json& input,
                      std::size_t limit = 2000);

// Caution and explanation, then the compiler's words; `go_to_line` is called for a line that is
// pressed, and may be empty.
void DrawRemarks(FrameContext& context, const interview::Judgement& judgement, float width,
                 const std::function<void(int line)>& go_to_line = {});

// Time and growth in a line each.
void DrawMeasures(FrameContext& context, const interview::Judgement& judgement,
                  const interview::Question* question, float width);

// The first failing test. REQUIRES: judgement.first_failure.
void DrawFailure(FrameContext& context, const interview::Judgement& judgement,
                 const interview::Question* question, float width, WholeValueState* whole);

// The dialog over everything, while one is open. Call once a frame, outside of every panel.
void DrawWholeValue(FrameContext& context, WholeValueState* whole);

}  // namespace app
