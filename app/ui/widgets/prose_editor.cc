// Prose: keys, colours, spelling, status line.
#include "app/ui/widgets/prose_editor.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/ui/draw.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"
#include "app/ui/widgets/prose_text.h"

namespace app {
namespace {

using std::chrono::steady_clock;

// The dictionary is asked for so long in a frame; the other words follow in the next ones.
constexpr std::chrono::microseconds kSpellingPerFrame{700};

// One frame of one editor.
class ProseFrame {
 public:
  ProseFrame(FrameContext* context, TextBoxState* text, ProseState* state,
             const ProseOptions& options)
      : context_(*context),
        theme_(context->theme),
        box_(*text),
        text_(text->text),
        state_(*state),
        options_(options) {
    if (options.app != nullptr && options.app->spelling.value) {
      checker_ = options.app->spelling.value->get();
    }
  }

  TextBoxResult Draw(const char* label, ImVec2 size);

 private:
  void ReadLines();
  bool TakeKeys();
  void StyleLine(int line, std::vector<TextSpan>* spans);
  void AddSpelling(int line, const std::vector<ProseSpan>& parts, std::vector<TextSpan>* spans);
  void AskForMenu(ImVec2 at);
  void DrawStatus(float width);
  void DrawPreview(ImVec2 size);

  FrameContext& context_;
  const Theme& theme_;
  TextBoxState& box_;
  TextBuffer& text_;
  ProseState& state_;
  const ProseOptions& options_;
  SpellChecker* checker_ = nullptr;
  bool focused_ = false;
  bool menu_key_ = false;
  steady_clock::time_point asking_since_ = steady_clock::now();
};

// Counts words and finds fences, of the lines that have changed.
void ProseFrame::ReadLines() {
  if (state_.read_version == text_.version()) return;
  LineDamage damage = text_.DamageSince(state_.read_version);
  if (state_.words.empty()) damage = {0, 0, text_.line_count()};
  damage.removed = std::min(damage.removed, static_cast<int>(state_.words.size()) - damage.first);
  state_.read_version = text_.version();
  const auto first = state_.words.begin() + damage.first;
  state_.words.erase(first, first + damage.removed);
  std::vector<int> fresh;
  for (int i = 0; i < damage.added; ++i) {
    fresh.push_back(CountWords(text_.Line(damage.first + i)));
  }
  state_.words.insert(state_.words.begin() + damage.first, fresh.begin(), fresh.end());
  state_.word_count = 0;
  for (const int count : state_.words) state_.word_count += count;
  bool inside = false;
  if (damage.first > 0) {
    const auto before = static_cast<std::size_t>(damage.first - 1);
    inside = state_.in_fence[before] != IsFence(text_.Line(damage.first - 1));
  }
  state_.in_fence.resize(static_cast<std::size_t>(text_.line_count()));
  for (int i = damage.first; i < text_.line_count(); ++i) {
    state_.in_fence[static_cast<std::size_t>(i)] = inside;
    if (IsFence(text_.Line(i))) inside = !inside;
  }
}

bool ProseFrame::TakeKeys() {
  const Modifiers modifiers = CurrentModifiers();
  if (modifiers.command() && !modifiers.shift) {
    struct Mark {
      Key key;
      std::string_view mark;
    };
    for (const Mark& one : {Mark{Key::kB, "**"}, Mark{Key::kI, "*"}, Mark{Key::kE, "`"}}) {
      if (!KeyPressed(one.key, false)) continue;
      ToggleMark(&text_, one.mark);
      return true;
    }
  }
  if (modifiers.command() && modifiers.shift && KeyPressed(Key::kV, false)) {
    state_.preview = !state_.preview;
    return true;
  }
  const bool menu_chord = modifiers.shift && !modifiers.command() && KeyPressed(Key::kF10, false);
  if (menu_chord || (modifiers.command() && KeyPressed(Key::kPeriod, false))) {
    menu_key_ = true;
    return true;
  }
  const bool plain = !modifiers.command() && !modifiers.alt;
  if (plain && !modifiers.shift && (KeyPressed(Key::kEnter) || KeyPressed(Key::kKeypadEnter))) {
    return ContinueList(&text_);
  }
  if (plain && KeyPressed(Key::kTab)) {
    return NestList(&text_, modifiers.shift ? Nesting::kOut : Nesting::kDeeper);
  }
  return false;
}

void ProseFrame::StyleLine(int line, std::vector<TextSpan>* spans) {
  const Palette& color = theme_.color;
  const bool in_fence = state_.in_fence[static_cast<std::size_t>(line)];
  const std::vector<ProseSpan> parts = ProseSpans(text_.Line(line), in_fence);
  for (const ProseSpan& part : parts) {
    TextSpan span{.begin = part.begin, .end = part.end};
    switch (part.kind) {
      case ProseKind::kHeading:
        span.ink = color.text;
        span.bold = true;
        break;
      case ProseKind::kBold:
        span.ink = color.text;
        span.bold = true;
        break;
      case ProseKind::kItalic:
        span.italic = true;
        break;
      case ProseKind::kCode:
        span.ink = color.syntax[static_cast<std::size_t>(SyntaxKind::kString)];
        span.ground = color.raised;
        break;
      case ProseKind::kMark:
        span.ink = color.accent;
        break;
      case ProseKind::kQuote:
        span.ink = color.muted;
        break;
      case ProseKind::kLink:
        span.ink = color.info;
        break;
    }
    spans->push_back(span);
  }
  if (checker_ != nullptr && !in_fence) AddSpelling(line, parts, spans);
}

void ProseFrame::AddSpelling(int line, const std::vector<ProseSpan>& parts,
                             std::vector<TextSpan>* spans) {
  const std::string& text = text_.Line(line);
  const TextPosition caret = text_.caret();
  for (const WordSpan& word : WordsOf(text)) {
    const int begin = static_cast<int>(word.begin), end = static_cast<int>(word.end);
    const bool is_code = std::any_of(parts.begin(), parts.end(), [&](const ProseSpan& part) {
      return (part.kind == ProseKind::kCode || part.kind == ProseKind::kLink) &&
             part.begin <= begin && end <= part.end;
    });
    const bool is_typed = focused_ && !state_.menu.open && caret.line == line &&
                          begin <= caret.column && caret.column == end &&
                          end == static_cast<int>(text.size());
    if (is_code || is_typed) continue;
    const std::string_view letters =
        std::string_view(text).substr(word.begin, word.end - word.begin);
    if (!checker_->Remembers(letters) && steady_clock::now() - asking_since_ > kSpellingPerFrame) {
      context_.WakeIn(0);
      return;
    }
    if (!checker_->Knows(letters)) {
      spans->push_back({.begin = begin, .end = end, .squiggle = theme_.color.bad});
    }
  }
}

// The menu for the word at the caret.
void ProseFrame::AskForMenu(ImVec2 at) {
  SpellingMenuState& menu = state_.menu;
  menu.wanted = true;
  menu.at = at;
  menu.word.clear();
  const TextPosition caret = text_.caret();
  if (checker_ == nullptr) return;
  const std::string& line = text_.Line(caret.line);
  for (const WordSpan& word : WordsOf(line)) {
    const int begin = static_cast<int>(word.begin), end = static_cast<int>(word.end);
    if (caret.column < begin || caret.column > end) continue;
    const std::string letters = line.substr(word.begin, word.end - word.begin);
    if (checker_->Knows(letters)) continue;
    menu.word = letters;
    menu.place = {{caret.line, end}, {caret.line, begin}};
  }
}

void ProseFrame::DrawStatus(float width) {
  const Metrics& m = theme_.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  std::string status = WordCountText(state_.word_count);
  using State = Pending<std::shared_ptr<SpellChecker>>::State;
  if (options_.app != nullptr && options_.app->spelling.state == State::kUnavailable) {
    status += "  ·  spelling is not checked: no dictionary";
  }
  const ButtonOptions low{
      .style = ButtonStyle::kQuiet, .size = ImVec2(0, m.chip_height), .shortcut = "Ctrl+Shift+V"};
  const char* toggle = state_.preview ? "Write" : "Preview";
  const float button = ButtonSize(context_, toggle, low).x;
  const std::string shown = Shortened(theme_.font.small, status, width - button - m.small);
  DrawText(theme_, ImGui::GetWindowDrawList(), theme_.font.small,
           ImVec2(at.x, at.y + (m.chip_height - theme_.font.small.px) / 2), theme_.color.muted,
           shown);
  context_.tree.Add({.role = "status",
                     .label = status,
                     .min = at,
                     .max = ImVec2(at.x + width - button, at.y + m.chip_height)});
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + width - button);
  if (DrawButton(context_, toggle, low)) state_.preview = !state_.preview;
}

void ProseFrame::DrawPreview(ImVec2 size) {
  const Metrics& m = theme_.size;
  if (state_.preview_version != text_.version()) {
    state_.preview_version = text_.version();
    state_.preview_text = text_.Text();
  }
  const ImVec2 min = ImGui::GetCursorScreenPos();
  DrawBox(theme_, ImGui::GetWindowDrawList(), min, ImVec2(min.x + size.x, min.y + size.y),
          theme_.color.panel, theme_.color.border, m.radius_control);
  BeginScroll(context_, "preview", size, ImVec2(m.medium, m.small));
  DrawMarkdown(context_, state_.preview_text, size.x - 2 * m.medium - m.scrollbar, &state_.markdown,
               "article", "Preview");
  EndScroll();
}

TextBoxResult ProseFrame::Draw(const char* label, ImVec2 size) {
  const Metrics& m = theme_.size;
  if (options_.app != nullptr &&
      options_.app->spelling.state == Pending<std::shared_ptr<SpellChecker>>::State::kNotAsked) {
    context_.Emit(command::LoadSpelling{});
  }
  ReadLines();
  const ImGuiID box = TextBoxId(label);
  focused_ = context_.focus.HasFocus(box);
  const bool in_list = ListMarkOf(text_.Line(text_.caret().line)).length > 0;
  const std::function<bool(TextBuffer*)> keys = [this](TextBuffer*) { return TakeKeys(); };
  const std::function<void(int, std::vector<TextSpan>*)> style =
      [this](int line, std::vector<TextSpan>* spans) {
        ReadLines();
        StyleLine(line, spans);
      };
  const ImVec2 whole(size.x, size.y - m.chip_height - m.tiny);
  const bool beside = state_.preview && whole.x >= m.beside_width;
  const float width = beside ? (whole.x - m.gap) / 2 : whole.x;
  ImGui::BeginGroup();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(m.gap, m.tiny));
  TextBoxResult result;
  if (!state_.preview || beside) {
    if (std::exchange(state_.take_focus, false)) context_.focus.Focus(box);
    result = DrawTextBox(context_, label, ImVec2(width, whole.y), &box_,
                         {.mode = TextBoxOptions::Mode::kProse,
                          .placeholder = options_.placeholder,
                          .takes_tab = focused_ && in_list,
                          .style = &style,
                          .keys = &keys});
    if (result.menu_asked) AskForMenu(ImGui::GetIO().MousePos);
    if (menu_key_) AskForMenu(result.caret);
    if (beside) ImGui::SameLine();
  } else if (CurrentModifiers().command() && CurrentModifiers().shift &&
             KeyPressed(Key::kV, false) && !context_.focus.Typing()) {
    state_.preview = false;  // the text is not there to take the key
    state_.take_focus = true;
  }
  if (state_.preview) DrawPreview(ImVec2(width, whole.y));
  ImGui::PopStyleVar();
  ReadLines();
  DrawStatus(size.x);
  ImGui::EndGroup();
  const Suggestions suggestions =
      options_.app == nullptr
          ? Suggestions{}
          : Suggestions{&options_.app->suggestions, &options_.app->suggestions_for};
  const std::string menu = std::string(label) + "##spelling";
  const bool was_open = state_.menu.open;
  if (DrawSpellingMenu(context_, menu.c_str(), suggestions, &state_.menu, &text_)) {
    result.changed = true;
  }
  state_.take_focus |= was_open && !state_.menu.open;
  return result;
}

}  // namespace

TextBoxResult DrawProseEditor(FrameContext& context, const char* label, ImVec2 size,
                              TextBoxState* text, ProseState* state, const ProseOptions& options) {
  return ProseFrame(&context, text, state, options).Draw(label, size);
}

}  // namespace app
