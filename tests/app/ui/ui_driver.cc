#include "tests/app/ui/ui_driver.h"

#include "app/shell/fonts.h"

namespace app {
namespace {

constexpr int kSettleFrames = 4;

// Newer versions of ImGui draw glyphs when they are first used: fonts cost a test nothing, and an
// atlas is best left to its context.
template <typename Atlas>
constexpr bool kGlyphsOnDemand = requires(Atlas& atlas) {
  atlas.RendererHasTextures;
};

// The atlas and fonts of the test program: baking them takes longer than a test.
struct SharedFonts {
  ImFontAtlas atlas;
  FontSet fonts;
};

SharedFonts& Fonts() {
  static SharedFonts* shared = [] {
    auto* made = new SharedFonts;
    ImGui::CreateContext(&made->atlas);
    Theme theme = MakeTheme(ThemeName::kDark);
    LoadFonts(&theme);
    made->fonts = theme.font;
    ImGui::DestroyContext();
    return made;
  }();
  return *shared;
}

std::uint32_t NextCodePoint(std::string_view* text) {
  unsigned code_point = 0;
  const int bytes = ImTextCharFromUtf8(&code_point, text->data(), text->data() + text->size());
  text->remove_prefix(static_cast<std::size_t>(bytes));
  return code_point;
}

}  // namespace

UiDriver::UiDriver(DrawFunction draw, float width, float height, ThemeName theme)
    : draw_(std::move(draw)), theme_(MakeTheme(theme)) {
  constexpr bool kOwnFonts = kGlyphsOnDemand<ImFontAtlas>;
  ImGui::CreateContext(kOwnFonts ? nullptr : &Fonts().atlas);
  SetUpContext();
  SetUpNullRenderer();
  if (kOwnFonts) {
    LoadFonts(&theme_);
  } else {
    theme_.font = Fonts().fonts;
  }
  ApplyToImGui(theme_);
  SetClipboardFunctions(
      [](void* self) { return static_cast<UiDriver*>(self)->clipboard.c_str(); },
      [](void* self, const char* text) { static_cast<UiDriver*>(self)->clipboard = text; }, this);
  tree_.set_recording(true);
  Resize(width, height);
  Settle();
}

UiDriver::~UiDriver() { ImGui::DestroyContext(); }

void UiDriver::Frame() {
  constexpr double kFrameSeconds = 1.0 / 60;
  Wait(kFrameSeconds);
}

void UiDriver::Wait(double seconds) {
  now_ += seconds;
  ImGui::GetIO().DeltaTime = static_cast<float>(seconds);
  feed_.Pump();
  ImGui::NewFrame();
  tree_.BeginFrame();
  focus_.BeginFrame();
  FrameContext context{.theme = theme_, .tree = tree_, .focus = focus_, .now = now_};
  draw_(context);
  ImGui::Render();
  FinishNullFrame();
  wake_at_ = context.wake_at;
  ++frames_;
}

void UiDriver::Settle() {
  while (feed_.pending()) Frame();
  for (int i = 0; i < kSettleFrames; ++i) Frame();
}

bool UiDriver::Shows(const std::string& label, const std::string& role) const {
  for (const UiNode& node : tree_.nodes()) {
    if (node.label == label && (role.empty() || node.role == role)) return true;
  }
  return false;
}

UiNode UiDriver::Find(const std::string& label, const std::string& role) {
  const UiNode* found = nullptr;
  for (const UiNode& node : tree_.nodes()) {
    if (node.label != label || (!role.empty() && node.role != role)) continue;
    if (found != nullptr) Fail("several are called " + label);
    found = &node;
  }
  if (found == nullptr) Fail("nothing is called " + label);
  return *found;
}

void UiDriver::Click(const std::string& label, const std::string& role, int times) {
  UiNode node = Find(label, role);
  if (!node.enabled) Fail(label + " is disabled");
  if (!node.visible) {
    tree_.ScrollTo(label);
    Settle();
    node = Find(label, role);
    if (!node.visible) Fail(label + " cannot be scrolled to");
  }
  ClickAt((node.min.x + node.max.x) / 2, (node.min.y + node.max.y) / 2, times);
}

void UiDriver::ClickAt(float x, float y, int times) {
  Wait(1);  // apart from an earlier click
  feed_.PushPointer(x, y);
  for (int i = 0; i < times; ++i) {
    feed_.PushButton(0, true);
    feed_.PushButton(0, false);
  }
  Settle();
}

void UiDriver::PointAt(float x, float y) {
  feed_.PushPointer(x, y);
  Settle();
}

void UiDriver::Button(int button, bool down) {
  feed_.PushButton(button, down);
  Settle();
}

void UiDriver::Hold(Key key, bool down) {
  feed_.PushKey(key, down);
  Settle();
}

void UiDriver::Drag(ImVec2 from, ImVec2 to, Modifiers modifiers, int button) {
  constexpr int kSteps = 4;
  Wait(1);  // apart from an earlier click
  PointAt(from.x, from.y);
  if (modifiers.ctrl) Hold(Key::kLeftCtrl, true);
  if (modifiers.shift) Hold(Key::kLeftShift, true);
  if (modifiers.alt) Hold(Key::kLeftAlt, true);
  Button(button, true);
  for (int i = 1; i <= kSteps; ++i) {
    const float share = static_cast<float>(i) / kSteps;
    PointAt(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
  }
  Button(button, false);
  if (modifiers.alt) Hold(Key::kLeftAlt, false);
  if (modifiers.shift) Hold(Key::kLeftShift, false);
  if (modifiers.ctrl) Hold(Key::kLeftCtrl, false);
}

void UiDriver::Wheel(float notches, Modifiers modifiers) {
  if (modifiers.ctrl) Hold(Key::kLeftCtrl, true);
  if (modifiers.shift) Hold(Key::kLeftShift, true);
  feed_.PushWheel(0, notches);
  Settle();
  if (modifiers.shift) Hold(Key::kLeftShift, false);
  if (modifiers.ctrl) Hold(Key::kLeftCtrl, false);
}

void UiDriver::RightClickAt(float x, float y) {
  feed_.PushPointer(x, y);
  feed_.PushButton(1, true);
  feed_.PushButton(1, false);
  Settle();
}

void UiDriver::Type(std::string_view text) {
  while (!text.empty()) {
    const std::uint32_t code_point = NextCodePoint(&text);
    if (code_point == '\n') {
      feed_.PushKey(Key::kEnter, true);
      feed_.PushKey(Key::kEnter, false);
    } else {
      feed_.PushCharacter(code_point);
    }
  }
  Settle();
}

void UiDriver::Press(Key key, Modifiers modifiers) {
  if (modifiers.ctrl) feed_.PushKey(Key::kLeftCtrl, true);
  if (modifiers.shift) feed_.PushKey(Key::kLeftShift, true);
  if (modifiers.alt) feed_.PushKey(Key::kLeftAlt, true);
  feed_.PushKey(key, true);
  feed_.PushKey(key, false);
  if (modifiers.alt) feed_.PushKey(Key::kLeftAlt, false);
  if (modifiers.shift) feed_.PushKey(Key::kLeftShift, false);
  if (modifiers.ctrl) feed_.PushKey(Key::kLeftCtrl, false);
  Settle();
}

void UiDriver::Resize(float width, float height) {
  ImGui::GetIO().DisplaySize = ImVec2(width, height);
}

void UiDriver::Fail(const std::string& problem) const {
  throw std::runtime_error(problem + "\nThe screen:\n" + tree_.Dump());
}

void DrawInWindow(const std::function<void()>& content) {
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin("test", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
  content();
  ImGui::End();
}

}  // namespace app
