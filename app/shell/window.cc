// GLFW window, GL frame, clipboard, cursors and zoom.
#include "app/shell/window.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "app/shell/fonts.h"
#include "app/shell/screenshot.h"
#include "interview/base/files.h"
#include "interview/base/log.h"

#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif

namespace app {
namespace {

using interview::ErrorCode;
using interview::Fail;
using interview::Result;

constexpr char kWindowClass[] = "onsite";
constexpr int kMinWidth = 1024, kMinHeight = 640;
constexpr double kShortestFrame = 1e-4, kLongestFrame = 2;
constexpr float kPointerOutside = -3.0e38f;

Window& WindowOf(GLFWwindow* window) {
  return *static_cast<Window*>(glfwGetWindowUserPointer(window));
}

Key KeyFromGlfw(int code) {
  if (code >= GLFW_KEY_F1 && code <= GLFW_KEY_F12) {
    return static_cast<Key>(static_cast<int>(Key::kF1) + code - GLFW_KEY_F1);
  }
  if (code >= GLFW_KEY_A && code <= GLFW_KEY_Z) {
    return static_cast<Key>(static_cast<int>(Key::kA) + code - GLFW_KEY_A);
  }
  if (code >= GLFW_KEY_0 && code <= GLFW_KEY_9) {
    return static_cast<Key>(static_cast<int>(Key::k0) + code - GLFW_KEY_0);
  }
  switch (code) {
    case GLFW_KEY_TAB:
      return Key::kTab;
    case GLFW_KEY_LEFT:
      return Key::kLeft;
    case GLFW_KEY_RIGHT:
      return Key::kRight;
    case GLFW_KEY_UP:
      return Key::kUp;
    case GLFW_KEY_DOWN:
      return Key::kDown;
    case GLFW_KEY_PAGE_UP:
      return Key::kPageUp;
    case GLFW_KEY_PAGE_DOWN:
      return Key::kPageDown;
    case GLFW_KEY_HOME:
      return Key::kHome;
    case GLFW_KEY_END:
      return Key::kEnd;
    case GLFW_KEY_INSERT:
      return Key::kInsert;
    case GLFW_KEY_DELETE:
      return Key::kDelete;
    case GLFW_KEY_BACKSPACE:
      return Key::kBackspace;
    case GLFW_KEY_SPACE:
      return Key::kSpace;
    case GLFW_KEY_ENTER:
      return Key::kEnter;
    case GLFW_KEY_KP_ENTER:
      return Key::kKeypadEnter;
    case GLFW_KEY_ESCAPE:
      return Key::kEscape;
    case GLFW_KEY_SLASH:
      return Key::kSlash;
    case GLFW_KEY_MINUS:
    case GLFW_KEY_KP_SUBTRACT:
      return Key::kMinus;
    case GLFW_KEY_EQUAL:
    case GLFW_KEY_KP_ADD:
      return Key::kEqual;
    case GLFW_KEY_COMMA:
      return Key::kComma;
    case GLFW_KEY_PERIOD:
      return Key::kPeriod;
    case GLFW_KEY_LEFT_BRACKET:
      return Key::kLeftBracket;
    case GLFW_KEY_RIGHT_BRACKET:
      return Key::kRightBracket;
    case GLFW_KEY_LEFT_CONTROL:
      return Key::kLeftCtrl;
    case GLFW_KEY_LEFT_SHIFT:
      return Key::kLeftShift;
    case GLFW_KEY_LEFT_ALT:
      return Key::kLeftAlt;
    case GLFW_KEY_LEFT_SUPER:
      return Key::kLeftSuper;
    case GLFW_KEY_RIGHT_CONTROL:
      return Key::kRightCtrl;
    case GLFW_KEY_RIGHT_SHIFT:
      return Key::kRightShift;
    case GLFW_KEY_RIGHT_ALT:
      return Key::kRightAlt;
    case GLFW_KEY_RIGHT_SUPER:
      return Key::kRightSuper;
    default:
      return Key::kNone;
  }
}

// The key by what is printed on it: on a French keyboard Ctrl+A is where the A is.
int PrintedCode(int code, int scan_code) {
  if (code < GLFW_KEY_A || code > GLFW_KEY_Z) return code;
  const char* name = glfwGetKeyName(code, scan_code);
  const bool letter = name != nullptr && name[0] >= 'a' && name[0] <= 'z' && name[1] == '\0';
  return letter ? GLFW_KEY_A + (name[0] - 'a') : code;
}

std::uint64_t Mix(std::uint64_t hash, const void* data, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  for (; size >= sizeof(std::uint64_t); size -= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 29;
    bytes += sizeof word;
  }
  while (size-- > 0) hash = (hash ^ *bytes++) * 0x100000001B3u;
  return hash;
}

}  // namespace

Result<std::unique_ptr<Window>> Window::Open(const WindowOptions& options) {
  static std::string glfw_says;
  glfwSetErrorCallback([](int, const char* text) { glfw_says = text; });
  if (glfwInit() == GLFW_FALSE) {
    return Fail(
        ErrorCode::kIo,
        "There is no display to open a window on; `onsite drill` takes a drill in the terminal.",
        glfw_says);
  }
  std::unique_ptr<Window> self(new Window(options));
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, kWindowClass);
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, kWindowClass);
  self->window_ = glfwCreateWindow(options.width, options.height, "Onsite", nullptr, nullptr);
  if (self->window_ == nullptr) {
    return Fail(
        ErrorCode::kIo,
        "The display offers no OpenGL 3.3 window; install the Mesa drivers (libgl1-mesa-dri), or "
        "use `onsite drill` in the terminal.",
        glfw_says);
  }
  glfwSetWindowUserPointer(self->window_, self.get());
  glfwMakeContextCurrent(self->window_);
  glfwSwapInterval(1);
  float vertical = 1;
  glfwGetWindowContentScale(self->window_, &self->content_scale_, &vertical);
  glfwSetWindowSizeLimits(self->window_, kMinWidth, kMinHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);

  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  SetUpContext();
  ImGuiIO& io = ImGui::GetIO();
  io.BackendPlatformName = "onsite";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  SetClipboardFunctions(
      [](void* window) { return glfwGetClipboardString(static_cast<GLFWwindow*>(window)); },
      [](void* window, const char* text) {
        glfwSetClipboardString(static_cast<GLFWwindow*>(window), text);
      },
      self->window_);
  self->ConnectInput();
  self->tree_.set_recording(options.ui_dump.has_value());
  self->theme_ = MakeTheme(ThemeName::kDark);
  return self;
}

Window::~Window() {
  if (ImGui::GetCurrentContext() != nullptr) {
    if (!fonts_stale_) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
  }
  if (window_ != nullptr) glfwDestroyWindow(window_);
  glfwTerminate();
}

void Window::ConnectInput() {
  const std::pair<int, int> shapes[] = {{ImGuiMouseCursor_Arrow, GLFW_ARROW_CURSOR},
                                        {ImGuiMouseCursor_TextInput, GLFW_IBEAM_CURSOR},
                                        {ImGuiMouseCursor_Hand, GLFW_HAND_CURSOR},
                                        {ImGuiMouseCursor_ResizeEW, GLFW_HRESIZE_CURSOR},
                                        {ImGuiMouseCursor_ResizeNS, GLFW_VRESIZE_CURSOR}};
  for (const auto& [ours, theirs] : shapes) {
    cursors_[static_cast<std::size_t>(ours)] = glfwCreateStandardCursor(theirs);
  }
  glfwSetKeyCallback(window_, [](GLFWwindow* w, int code, int scan_code, int action, int) {
    Window& self = WindowOf(w);
    self.activity_ = true;  // a repeat only wakes the loop: ImGui repeats held keys by itself
    if (action == GLFW_REPEAT) return;
    self.feed_.PushKey(KeyFromGlfw(PrintedCode(code, scan_code)), action == GLFW_PRESS);
  });
  glfwSetCharCallback(window_, [](GLFWwindow* w, unsigned code_point) {
    WindowOf(w).feed_.PushCharacter(code_point);
  });
  glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double x, double y) {
    Window& self = WindowOf(w);
    const double scale = static_cast<double>(self.theme_.scale);
    self.feed_.PushPointer(static_cast<float>(x / scale), static_cast<float>(y / scale));
  });
  glfwSetCursorEnterCallback(window_, [](GLFWwindow* w, int entered) {
    if (entered == GLFW_FALSE) WindowOf(w).feed_.PushPointer(kPointerOutside, kPointerOutside);
  });
  glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int button, int action, int) {
    WindowOf(w).feed_.PushButton(button, action == GLFW_PRESS);
  });
  glfwSetScrollCallback(window_, [](GLFWwindow* w, double x, double y) {
    WindowOf(w).feed_.PushWheel(static_cast<float>(x), static_cast<float>(y));
  });
  glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int focused) {
    WindowOf(w).feed_.PushFocus(focused != GLFW_FALSE);
  });
  glfwSetWindowRefreshCallback(window_, [](GLFWwindow* w) { WindowOf(w).exposed_ = true; });
  glfwSetFramebufferSizeCallback(window_,
                                 [](GLFWwindow* w, int, int) { WindowOf(w).exposed_ = true; });
  glfwSetWindowCloseCallback(window_, [](GLFWwindow* w) { WindowOf(w).activity_ = true; });
}

void Window::SetLook(ThemeName name, double zoom) {
  if (name != theme_.name) {
    const FontSet fonts = theme_.font;
    const float scale = theme_.scale;
    theme_ = MakeTheme(name);
    theme_.font = fonts;
    theme_.scale = scale;
    ApplyToImGui(theme_);
    activity_ = true;
  }
  if (zoom != zoom_) {
    zoom_ = zoom;
    ImGui_ImplOpenGL3_Shutdown();
    fonts_stale_ = true;
    activity_ = true;
  }
}

void Window::RebuildFonts() {
  theme_.scale = content_scale_ * static_cast<float>(zoom_);
  LoadFonts(&theme_);
  ApplyToImGui(theme_);
  ImGui_ImplOpenGL3_Init("#version 330");
  fonts_stale_ = false;
}

void Window::Close() { glfwSetWindowShouldClose(window_, GLFW_TRUE); }

void Window::Wake() {
  woken_ = true;
  glfwPostEmptyEvent();
}

double Window::Now() { return glfwGetTime(); }

bool Window::ShouldClose() { return glfwWindowShouldClose(window_) != GLFW_FALSE; }

void Window::WaitForEvents(double seconds) {
  if (seconds <= 0) {
    glfwPollEvents();
  } else if (std::isinf(seconds)) {
    glfwWaitEvents();
  } else {
    glfwWaitEventsTimeout(seconds);
  }
}

bool Window::TakeActivity() {
  const bool woken = woken_.exchange(false);
  return std::exchange(activity_, false) || woken;
}

bool Window::TakeExposed() { return std::exchange(exposed_, false); }

FrameHost::Built Window::BuildFrame() {
  if (before_frame_) before_frame_();
  if (fonts_stale_) RebuildFonts();
  int width = 0, height = 0, pixel_width = 0, pixel_height = 0;
  glfwGetWindowSize(window_, &width, &height);
  glfwGetFramebufferSize(window_, &pixel_width, &pixel_height);
  ImGuiIO& io = ImGui::GetIO();
  const float scale = theme_.scale;
  io.DisplaySize = ImVec2(static_cast<float>(width) / scale, static_cast<float>(height) / scale);
  if (width > 0 && height > 0) {
    io.DisplayFramebufferScale =
        ImVec2(static_cast<float>(pixel_width) * scale / static_cast<float>(width),
               static_cast<float>(pixel_height) * scale / static_cast<float>(height));
  }
  const double now = Now();
  io.DeltaTime = static_cast<float>(std::clamp(now - last_frame_, kShortestFrame, kLongestFrame));
  last_frame_ = now;
  feed_.Pump();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  tree_.BeginFrame();
  focus_.BeginFrame();
  FrameContext context{.theme = theme_, .tree = tree_, .focus = focus_, .now = now};
  if (draw_) draw_(context);
  ImGui::Render();
  ShowCursor();
  return {DrawDataHash(), context.wake_at};
}

void Window::ShowCursor() {
  const int wanted = ImGui::GetMouseCursor();
  if (wanted == shown_cursor_ || wanted < 0) return;
  shown_cursor_ = wanted;
  GLFWcursor* cursor = cursors_[static_cast<std::size_t>(wanted)];
  glfwSetCursor(window_, cursor != nullptr ? cursor : cursors_[ImGuiMouseCursor_Arrow]);
}

std::uint64_t Window::DrawDataHash() const {
  const ImDrawData& data = *ImGui::GetDrawData();
  std::uint64_t hash = TexturesPending() ? 1 : 0;
  hash = Mix(hash, &data.DisplaySize, sizeof data.DisplaySize);
  hash = Mix(hash, &theme_.color.background, sizeof theme_.color.background);
  for (int i = 0; i < DrawListCount(data); ++i) {
    const ImDrawList& list = *data.CmdLists[i];
    hash = Mix(hash, list.VtxBuffer.Data,
               static_cast<std::size_t>(list.VtxBuffer.Size) * sizeof(ImDrawVert));
    hash = Mix(hash, list.IdxBuffer.Data,
               static_cast<std::size_t>(list.IdxBuffer.Size) * sizeof(ImDrawIdx));
    for (const ImDrawCmd& command : list.CmdBuffer) {
      hash = Mix(hash, &command.ClipRect, sizeof command.ClipRect);
      hash = Mix(hash, &command.ElemCount, sizeof command.ElemCount);
    }
  }
  return hash;
}

void Window::RenderDrawData() {
  int width = 0, height = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  glViewport(0, 0, width, height);
  const ImVec4 ground = ImGui::ColorConvertU32ToFloat4(theme_.color.background);
  glClearColor(ground.x, ground.y, ground.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Window::Present() {
  RenderDrawData();
  glfwSwapBuffers(window_);
  WriteUiDump();
}

void Window::Settled() {
  WriteUiDump();
  if (!options_.screenshot || (busy_ && busy_())) return;
  RenderDrawData();
  int width = 0, height = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  const interview::Status written = WriteScreenshot(*options_.screenshot, width, height);
  if (!written) interview::LogError(written.error());
  Close();
}

void Window::WriteUiDump() {
  if (!options_.ui_dump) return;
  std::string dump = tree_.Dump();
  if (dump == dumped_) return;
  dumped_ = std::move(dump);
  // Renamed into place without a flush to the disk: a reader needs a whole dump, not a durable one.
  const std::filesystem::path draft = options_.ui_dump->string() + ".tmp";
  std::FILE* file = std::fopen(draft.c_str(), "w");
  bool written = file != nullptr;
  if (file != nullptr) {
    written = std::fwrite(dumped_.data(), 1, dumped_.size(), file) == dumped_.size();
    written = std::fclose(file) == 0 && written;
  }
  std::error_code problem;
  if (written) std::filesystem::rename(draft, *options_.ui_dump, problem);
  if (!written || problem) {
    interview::Log(interview::LogLevel::kError,
                   "The UI dump cannot be written to " + options_.ui_dump->string() + ".");
    options_.ui_dump.reset();
  }
}

}  // namespace app
