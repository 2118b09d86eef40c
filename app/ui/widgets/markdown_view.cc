// Drawing of Markdown, and what the pointer and the keys do to it.
#include "app/ui/widgets/markdown_view.h"

#include <algorithm>
#include <cmath>

#include "app/ui/draw.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/markdown_selection.h"

namespace app {
namespace {

using Kind = MarkdownPiece::Kind;

constexpr double kMultiClickSeconds = 0.4;
constexpr double kCopiedSeconds = 1.6;
constexpr float kWheelStep = 40;  // of a sideways scroll
constexpr float kNothing = -1;

bool IsWebAddress(std::string_view address) {
  return address.starts_with("http://") || address.starts_with("https://");
}

// One frame of one view.
class View {
 public:
  View(FrameContext* context, MarkdownState* state, const MarkdownOptions& options, float width)
      : context_(*context),
        theme_(context->theme),
        m_(theme_.size),
        state_(*state),
        layout_(state->layout),
        options_(options),
        origin_(ImGui::GetCursorScreenPos()),
        width_(width),
        list_(ImGui::GetWindowDrawList()) {
    clip_ = ImGui::GetCurrentWindow()->ClipRect;
    state_.scrolled.resize(layout_.strips.size());
  }

  void Draw(std::string_view role, std::string_view label) {
    id_ = ImGui::GetID("text");
    const ImVec2 size(width_, std::max(layout_.height, m_.hair));
    const ImVec2 max(origin_.x + size.x, origin_.y + size.y);
    ImGui::InvisibleButton("text", size);
    hovered_ = ImGui::IsItemHovered();
    active_ = ImGui::IsItemActive();
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    pointer_ = ImVec2(pointer.x - origin_.x, pointer.y - origin_.y);
    Register(role, label, max);
    TakePointer();
    TakeKeys();
    DrawBoxes();
    if (options_.underlay) options_.underlay(origin_);
    DrawPieces();
    DrawStrips();
    DrawLinks();
    DrawCodeButtons();
  }

 private:
  ImVec2 Screen(ImVec2 p) const { return ImVec2(origin_.x + p.x, origin_.y + p.y); }
  bool Shows(float top, float bottom) const {
    return origin_.y + top <= clip_.Max.y && origin_.y + bottom >= clip_.Min.y;
  }
  bool focused() const { return context_.focus.HasFocus(id_); }

  void Register(std::string_view role, std::string_view label, ImVec2 max) {
    ImRect shown(origin_, max);
    shown.ClipWithFull(clip_);
    if (options_.focus == MarkdownFocus::kTabStop) {
      // Only what shows gets the ring: a tall text stays where it was scrolled to.
      context_.focus.Add(id_, FocusRing::Kind::kPress, shown.Min, shown.Max, theme_);
    }
    if (context_.tree.recording()) {
      context_.tree.Add({.role = std::string(role),
                         .label = std::string(VisibleLabel(label)),
                         .value = state_.spoken,
                         .min = origin_,
                         .max = max,
                         .focused = focused()});
    }
  }

  const MarkdownPiece* LinkAt(ImVec2 point) const {
    for (const MarkdownPiece& piece : layout_.pieces) {
      const float left = piece.at.x - MarkdownScrollOf(state_, piece.strip);
      if (piece.link >= 0 && point.x >= left && point.x < left + piece.width &&
          point.y >= piece.at.y && point.y < piece.at.y + piece.height) {
        return &piece;
      }
    }
    return nullptr;
  }

  const std::string& AddressOf(const MarkdownPiece& piece) const {
    return layout_.links[static_cast<std::size_t>(piece.link)];
  }

  void Open(const std::string& address) {
    if (IsWebAddress(address)) context_.Emit(command::OpenLink{address});
  }

  void TakePointer() {
    const bool pressed = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
    if (pressed && !hovered_) state_.anchor = state_.caret;  // a click elsewhere ends a selection
    const MarkdownPiece* link = hovered_ ? LinkAt(pointer_) : nullptr;
    if (hovered_ && code_hovered() < 0) {
      ImGui::SetMouseCursor(link != nullptr ? ImGuiMouseCursor_Hand : ImGuiMouseCursor_TextInput);
    }
    if (link != nullptr) {
      const ImVec2 min = Screen(link->at);
      DrawTooltip(context_, min, ImVec2(min.x + link->width, min.y + link->height),
                  AddressOf(*link));
    }
    if (hovered_ && pressed && !OnButton() && !OnScrollBar()) Press();
    if (state_.dragging && active_) Drag();
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
      if (state_.dragging && state_.anchor == state_.caret && link != nullptr) {
        Open(AddressOf(*link));
      }
      state_.dragging = false;
      state_.held_strip = -1;
    }
  }

  void Press() {
    if (options_.focus == MarkdownFocus::kTabStop) {
      context_.focus.Focus(id_);
    } else {
      context_.focus.Clear();  // so that Ctrl+C is meant for the selection
    }
    const bool again =
        context_.now - state_.last_click < kMultiClickSeconds &&
        std::abs(pointer_.x - state_.click_at.x) + std::abs(pointer_.y - state_.click_at.y) <
            m_.small;
    state_.clicks = again ? state_.clicks + 1 : 1;
    state_.last_click = context_.now;
    state_.click_at = pointer_;
    state_.dragging = true;
    const std::size_t at = MarkdownOffsetAt(state_, pointer_);
    state_.caret = at;
    if (state_.clicks == 1 && !CurrentModifiers().shift) state_.anchor = at;
    if (state_.clicks > 1) {
      const MarkdownRange range =
          state_.clicks == 2 ? MarkdownWordAt(state_, at) : MarkdownBlockAt(state_, at);
      state_.anchor = range.begin;
      state_.caret = range.end;
    }
  }

  void Drag() {
    const bool moved =
        std::abs(pointer_.x - state_.click_at.x) + std::abs(pointer_.y - state_.click_at.y) >=
        m_.line;
    if (!moved || state_.clicks > 1) return;
    state_.caret = MarkdownOffsetAt(state_, pointer_);
    const float y = ImGui::GetIO().MousePos.y;  // past the edge: the text follows
    const float beyond = y < clip_.Min.y ? y - clip_.Min.y : std::max(0.0f, y - clip_.Max.y);
    if (beyond != 0) ImGui::SetScrollY(ImGui::GetScrollY() + beyond / 4);
  }

  void Move(MarkdownStep step) {
    if (CurrentModifiers().shift) {
      state_.caret = MarkdownMove(state_, state_.caret, step);
      const ImRect caret = MarkdownCaretAt(state_, state_.caret);
      const float top = origin_.y + caret.Min.y, bottom = origin_.y + caret.Max.y;
      if (top < clip_.Min.y) ImGui::SetScrollY(ImGui::GetScrollY() + top - clip_.Min.y);
      if (bottom > clip_.Max.y) ImGui::SetScrollY(ImGui::GetScrollY() + bottom - clip_.Max.y);
      return;
    }
    const float line = m_.huge, page = clip_.GetHeight() - m_.huge;
    float scroll = ImGui::GetScrollY();
    if (step == MarkdownStep::kUp) scroll -= line;
    if (step == MarkdownStep::kDown) scroll += line;
    if (step == MarkdownStep::kLineStart || step == MarkdownStep::kStart) scroll = 0;
    if (step == MarkdownStep::kLineEnd || step == MarkdownStep::kEnd)
      scroll = ImGui::GetScrollMaxY();
    if (KeyPressed(Key::kPageUp)) scroll -= page;
    if (KeyPressed(Key::kPageDown)) scroll += page;
    ImGui::SetScrollY(std::clamp(scroll, 0.0f, ImGui::GetScrollMaxY()));
  }

  void TakeKeys() {
    const Modifiers modifiers = CurrentModifiers();
    const bool selected = state_.anchor != state_.caret;
    if (selected && modifiers.command() && !context_.focus.Typing() && KeyPressed(Key::kC, false)) {
      ImGui::SetClipboardText(std::string(SelectedText(state_)).c_str());
    }
    if (!focused() || context_.focus.JustGained()) return;
    if (modifiers.command() && KeyPressed(Key::kA, false)) {
      state_.anchor = 0;
      state_.caret = state_.document.text.size();
    }
    if (KeyPressed(Key::kEscape, false)) state_.anchor = state_.caret;
    const bool word = modifiers.command();
    if (KeyPressed(Key::kLeft)) Move(word ? MarkdownStep::kWordLeft : MarkdownStep::kLeft);
    if (KeyPressed(Key::kRight)) Move(word ? MarkdownStep::kWordRight : MarkdownStep::kRight);
    if (KeyPressed(Key::kUp)) Move(MarkdownStep::kUp);
    if (KeyPressed(Key::kDown)) Move(MarkdownStep::kDown);
    if (KeyPressed(Key::kHome)) Move(word ? MarkdownStep::kStart : MarkdownStep::kLineStart);
    if (KeyPressed(Key::kEnd)) Move(word ? MarkdownStep::kEnd : MarkdownStep::kLineEnd);
    if (KeyPressed(Key::kPageUp) || KeyPressed(Key::kPageDown)) Move(MarkdownStep::kLeft);
  }

  // Clips to a strip and gives how far it is scrolled.
  float EnterStrip(int strip) {
    if (strip < 0) return 0;
    const MarkdownLayout::Strip& s = layout_.strips[static_cast<std::size_t>(strip)];
    list_->PushClipRect(Screen(s.min), Screen(s.max), true);
    return MarkdownScrollOf(state_, strip);
  }
  void LeaveStrip(int strip) {
    if (strip >= 0) list_->PopClipRect();
  }

  void DrawBoxes() {
    for (const MarkdownLayout::Box& box : layout_.boxes) {
      if (!Shows(box.min.y, box.max.y)) continue;
      const float left = EnterStrip(box.strip);
      const ImVec2 min = Screen(ImVec2(box.min.x - left, box.min.y));
      const ImVec2 max = Screen(ImVec2(box.max.x - left, box.max.y));
      const bool thin = box.max.y - box.min.y <= m_.tiny || box.max.x - box.min.x <= m_.tiny;
      if (box.fill != 0) list_->AddRectFilled(min, max, box.fill, thin ? 0 : m_.radius_control);
      if (box.border != 0) StrokeRect(list_, min, max, box.border, m_.radius_control, m_.hair);
      LeaveStrip(box.strip);
    }
  }

  void DrawPieces() {
    const MarkdownRange selected = Selected(state_);
    for (const MarkdownPiece& piece : layout_.pieces) {
      if (!Shows(piece.at.y, piece.at.y + piece.height)) continue;
      const float left = EnterStrip(piece.strip);
      const ImVec2 at = Screen(ImVec2(piece.at.x - left, piece.at.y));
      const ImVec2 end(at.x + piece.width, at.y + piece.height);
      if (piece.boxed) {
        list_->AddRectFilled(ImVec2(at.x - m_.tiny, at.y - m_.line),
                             ImVec2(end.x + m_.tiny, end.y + m_.line), theme_.color.editor,
                             m_.radius_small);
      }
      const ImRect lit = MarkdownHighlight(state_, piece, selected.begin, selected.end);
      if (lit.GetWidth() > 0) {
        list_->AddRectFilled(Screen(lit.Min), Screen(lit.Max), theme_.color.editor_selection,
                             m_.line);
      }
      DrawPiece(piece, at);
      LeaveStrip(piece.strip);
    }
  }

  void DrawPiece(const MarkdownPiece& piece, ImVec2 at) {
    switch (piece.kind) {
      case Kind::kText:
        DrawText(theme_, list_, piece.font, at, piece.color, MarkdownPieceText(state_, piece));
        break;
      case Kind::kMath: {
        const auto& formula = layout_.formulas[static_cast<std::size_t>(piece.index)];
        const float baseline = std::round((at.y + formula.ascent) * theme_.scale) / theme_.scale;
        DrawMath(theme_, list_, formula.box, ImVec2(at.x, baseline), piece.color);
        break;
      }
      case Kind::kPicture:
        DrawPicture(piece, at);
        break;
      case Kind::kOpenTask:
      case Kind::kDoneTask:
        DrawTask(piece, at);
        break;
    }
    const ImVec2 end(at.x + piece.width, at.y + piece.height);
    if (piece.link >= 0 && piece.kind == Kind::kText) {
      list_->AddRectFilled(ImVec2(at.x, end.y - m_.hair), end, WithOpacity(piece.color, 0.6f));
    }
    if (piece.strike) {
      const float y = std::round(at.y + piece.height * 0.55f);
      list_->AddRectFilled(ImVec2(at.x, y), ImVec2(end.x, y + m_.hair), piece.color);
    }
  }

  void DrawTask(const MarkdownPiece& piece, ImVec2 at) {
    const bool done = piece.kind == Kind::kDoneTask;
    const float top = at.y + (piece.height - m_.icon) / 2;
    const ImVec2 min(at.x, top), max(at.x + m_.icon, top + m_.icon);
    DrawBox(theme_, list_, min, max, done ? theme_.color.accent : theme_.color.editor,
            done ? theme_.color.accent : theme_.color.faint, m_.radius_small);
    if (done) {
      DrawIcon(list_, Icon::kCheck, ImVec2((min.x + max.x) / 2, (min.y + max.y) / 2), m_.gap,
               theme_.color.on_accent);
    }
  }

  void DrawPicture(const MarkdownPiece& piece, ImVec2 at) {
    const auto& shown = layout_.pictures[static_cast<std::size_t>(piece.index)];
    const ImVec2 end(at.x + piece.width, at.y + piece.height);
    const bool drawn = shown.picture != nullptr && shown.picture->shown();
    std::string problem;
    if (drawn) {
      list_->AddImage(shown.picture->texture, at, end);
    } else {
      float y = at.y;
      y += DrawWrapped(theme_, list_, piece.font, at, piece.width, theme_.color.muted,
                       shown.alternative);
      if (shown.picture != nullptr) problem = shown.picture->problem;
      DrawWrapped(theme_, list_, theme_.font.small, ImVec2(at.x, y), piece.width,
                  theme_.color.warning, problem);
    }
    context_.tree.Add({.role = "picture",
                       .label = shown.alternative,
                       .value = drawn ? "shown" : problem,
                       .min = at,
                       .max = end});
  }

  bool OnScrollBar() {
    for (std::size_t i = 0; i < layout_.strips.size(); ++i) {
      const MarkdownLayout::Strip& strip = layout_.strips[i];
      if (pointer_.x >= strip.min.x && pointer_.x < strip.max.x && pointer_.y < strip.max.y &&
          pointer_.y >= strip.max.y - m_.small) {
        state_.held_strip = static_cast<int>(i);
        return true;
      }
    }
    return false;
  }

  void DrawStrips() {
    for (std::size_t i = 0; i < layout_.strips.size(); ++i) {
      const MarkdownLayout::Strip& strip = layout_.strips[i];
      float& scrolled = state_.scrolled[i];
      const float room = strip.max.x - strip.min.x, most = strip.content - room;
      const bool over = hovered_ && pointer_.y >= strip.min.y && pointer_.y < strip.max.y;
      const ImGuiIO& io = ImGui::GetIO();
      if (over) {
        const float wheel = io.KeyShift && io.MouseWheelH == 0 ? io.MouseWheel : io.MouseWheelH;
        scrolled -= wheel * kWheelStep;
      }
      if (state_.held_strip == static_cast<int>(i)) {
        scrolled = (pointer_.x - strip.min.x) / room * strip.content - room / 2;
      }
      scrolled = std::clamp(scrolled, 0.0f, most);
      if (!Shows(strip.min.y, strip.max.y)) continue;
      const float from = strip.min.x + scrolled / strip.content * room;
      const float to = from + room / strip.content * room;
      const float y = strip.max.y - m_.tiny - m_.hair;
      list_->AddRectFilled(Screen(ImVec2(from, y)), Screen(ImVec2(to, y + m_.tiny)),
                           over ? theme_.color.faint : theme_.color.hover, m_.line);
    }
  }

  // Links are stops of the keyboard of their own, as everything that does something.
  void DrawLinks() {
    const MarkdownPiece* before = nullptr;
    for (const MarkdownPiece& piece : layout_.pieces) {
      const bool goes_on = before != nullptr && before->link == piece.link;
      before = &piece;
      if (piece.link < 0 || goes_on) continue;
      const ImVec2 min = Screen(piece.at);
      const ImVec2 max(min.x + piece.width, min.y + piece.height);
      ImGui::PushID(static_cast<int>(piece.begin));
      const ImGuiID id = ImGui::GetID("link");
      if (context_.focus.Add(id, FocusRing::Kind::kPress, min, max, theme_)) {
        Open(AddressOf(piece));
      }
      if (context_.tree.recording()) {
        context_.tree.Add({.role = "link",
                           .label = std::string(MarkdownPieceText(state_, piece)),
                           .value = AddressOf(piece),
                           .min = min,
                           .max = max,
                           .enabled = IsWebAddress(AddressOf(piece)),
                           .focused = context_.focus.HasFocus(id)});
      }
      ImGui::PopID();
    }
  }

  ImRect ButtonOf(const MarkdownLayout::Code& code, bool copied) const {
    const ImVec2 text = TextSize(theme_.font.small, copied ? "Copied" : "Copy");
    const float width = text.x + 2 * m_.small, height = text.y + m_.tiny;
    return ImRect(code.max.x - width - m_.tiny, code.min.y + m_.tiny, code.max.x - m_.tiny,
                  code.min.y + m_.tiny + height);
  }
  bool Copied(int index) const {
    return state_.copied_code == index && context_.now - state_.copied_at < kCopiedSeconds;
  }
  int code_hovered() const {
    if (!hovered_) return -1;
    for (std::size_t i = 0; i < layout_.codes.size(); ++i) {
      const int index = static_cast<int>(i);
      if (ButtonOf(layout_.codes[i], Copied(index)).Contains(pointer_)) return index;
    }
    return -1;
  }
  bool OnButton() const { return code_hovered() >= 0; }

  void DrawCodeButtons() {
    for (std::size_t i = 0; i < layout_.codes.size(); ++i) {
      const MarkdownLayout::Code& code = layout_.codes[i];
      const int index = static_cast<int>(i);
      ImGui::PushID(index);
      const ImGuiID id = ImGui::GetID("copy");
      const ImRect place = ButtonOf(code, Copied(index));
      const ImVec2 min = Screen(place.Min), max = Screen(place.Max);
      bool pressed =
          hovered_ && place.Contains(pointer_) && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
      if (options_.focus == MarkdownFocus::kTabStop) {
        pressed |= context_.focus.Add(id, FocusRing::Kind::kPress, min, max, theme_);
      }
      if (pressed) {
        ImGui::SetClipboardText(
            state_.document.text.substr(code.begin, code.end - code.begin).c_str());
        state_.copied_code = index;
        state_.copied_at = context_.now;
        context_.WakeIn(kCopiedSeconds);
      }
      DrawCodeButton(code, index, id, min, max);
      ImGui::PopID();
    }
  }

  void DrawCodeButton(const MarkdownLayout::Code& code, int index, ImGuiID id, ImVec2 min,
                      ImVec2 max) {
    const bool over = hovered_ && pointer_.y >= code.min.y && pointer_.y < code.max.y;
    const bool copied = Copied(index);
    if (copied) context_.WakeIn(kCopiedSeconds - (context_.now - state_.copied_at));
    if ((over || copied || context_.focus.HasFocus(id)) && Shows(code.min.y, code.max.y)) {
      const bool lit = code_hovered() == index;
      if (lit) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      DrawBox(theme_, list_, min, max, lit ? theme_.color.hover : theme_.color.raised,
              theme_.color.border, m_.radius_small);
      DrawCentered(theme_, list_, theme_.font.small, min, max, theme_.color.text,
                   copied ? "Copied" : "Copy");
    }
    if (context_.tree.recording()) {
      const std::string number =
          layout_.codes.size() > 1 ? " " + std::to_string(index + 1) : std::string();
      context_.tree.Add({.role = "button",
                         .label = "Copy code" + number,
                         .value = copied ? "copied" : "",
                         .min = min,
                         .max = max,
                         .focused = context_.focus.HasFocus(id)});
    }
  }

  FrameContext& context_;
  const Theme& theme_;
  const Metrics& m_;
  MarkdownState& state_;
  const MarkdownLayout& layout_;
  const MarkdownOptions& options_;
  ImVec2 origin_;
  float width_;
  ImDrawList* list_;
  ImRect clip_;
  ImVec2 pointer_{};  // from the text's upper left corner
  ImGuiID id_ = 0;
  bool hovered_ = false;
  bool active_ = false;
};

}  // namespace

float MeasureMarkdown(const FrameContext& context, std::string_view text, float width,
                      MarkdownState* state, const MarkdownOptions& options) {
  const Theme& theme = context.theme;
  const bool same_text = state->source == text && state->width >= 0;
  if (!same_text) {
    state->source = text;
    state->document = ParseMarkdown(text);
    state->spoken = PlainText(state->document);
    state->anchor = state->caret = 0;
    state->width = kNothing;
  }
  const Font& font = theme.font.ui;
  if (state->width != width || state->text_color != theme.color.text || state->face != font.face ||
      state->px != font.px || state->scale != theme.scale) {
    state->width = width;
    state->text_color = theme.color.text;
    state->face = font.face;
    state->px = font.px;
    state->scale = theme.scale;
    state->layout =
        LayoutMarkdown(state->document, theme, width, {context.pictures, options.folder});
    state->scrolled.clear();
  }
  return state->layout.height;
}

void DrawMarkdown(FrameContext& context, std::string_view text, float width, MarkdownState* state,
                  std::string_view role, std::string_view label, const MarkdownOptions& options) {
  MeasureMarkdown(context, text, width, state, options);
  ImGui::PushID(state);
  View(&context, state, options, width).Draw(role, label);
  ImGui::PopID();
}

}  // namespace app
