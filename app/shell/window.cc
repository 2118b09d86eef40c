// GLFW window, GL frame, clipboard, cursors and zoom.
#include "app/shell/window.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "app/shell/fonts.h"
#include "app/shell/glfw_keys.h"
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
constexpr double kShortestFrame = 1e-4, kLongestFrame = 2;
constexpr float kPointerOutside = -3.0e38f;

Window& WindowOf(GLFWwindow* window) {
  return *static_cast<Window*>(glfwGetWindowUserPointer(window));
}

std::vector<ScreenArea> Screens() {
  std::vector<ScreenArea> screens;
  int count = 0;
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  for (int i = 0; i < count; ++i) {
    ScreenArea area;
    glfwGetMonitorWorkarea(monitors[i], &area.x, &area.y, &area.width, &area.height);
    screens.push_back(area);
  }
  return screens;
}

double PrimaryScale() {
  float horizontal = 1, vertical = 1;
  if (GLFWmonitor* monitor = glfwGetPrimaryMonitor()) {
    glfwGetMonitorContentScale(monitor, &horizontal, &vertical);
  }
  return static_cast<double>(horizontal);
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

Window::Window(const WindowOptions& options) : options_(options) {
  if (options.frame_stats) stats_.emplace(*options.frame_stats);
}

Result<std::unique_ptr<Window>> Window::Open(const WindowOptions& options,
                                             const WindowState& remembered) {
  static std::string glfw_says;
  glfwSetErrorCallback([](int, const char* text) { glfw_says = text; });
  if (glfwInit() == GLFW_FALSE) {
    return Fail(
        ErrorCode::kIo,
        "There is no display to open a window on; `onsite drill` takes a drill in the terminal.",
        glfw_says);
  }
  std::unique_ptr<Window> self(new Window(options));
  WindowState place = remembered;
  if (options.size) {
    place = WindowState{};
    place.width = options.size->width;
    place.height = options.size->height;
  } else {
    FitToScreens(Screens(), PrimaryScale(), &place);
  }
  if (!self->Create(place)) {
    return Fail(
        ErrorCode::kIo,
        "The display offers no OpenGL 3.3 window; install the Mesa drivers (libgl1-mesa-dri), or "
        "use `onsite drill` in the terminal.",
        glfw_says);
  }
  self->SetUpImGui();
  return self;
}

bool Window::Create(const WindowState& place) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);  // shown once it is in its place
  glfwWindowHint(GLFW_MAXIMIZED, place.maximized ? GLFW_TRUE : GLFW_FALSE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, kWindowClass);
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, kWindowClass);
  window_ = glfwCreateWindow(place.width, place.height, "Onsite", nullptr, nullptr);
  if (window_ == nullptr) return false;
  glfwSetWindowUserPointer(window_, this);
  MeasurePixels();
  if (place.position) glfwSetWindowPos(window_, place.position->x, place.position->y);
  glfwShowWindow(window_);
  glfwMakeContextCurrent(window_);
  glfwSwapInterval(1);
  painter_.emplace();
  return true;
}

// Asks how large a logical pixel is: at the start, and whenever the window meets another screen.
void Window::MeasurePixels() {
  float vertical = 1;
  glfwGetWindowContentScale(window_, &content_scale_, &vertical);
  int width = 0, height = 0;
  glfwGetWindowSize(window_, &width, &height);
  glfwGetFramebufferSize(window_, &pixel_width_, &pixel_height_);
  if (width > 0 && pixel_width_ > 0) {
    pixels_per_unit_ = static_cast<float>(pixel_width_) / static_cast<float>(width);
  }
  const auto least = [this](int logical) {
    return static_cast<int>(static_cast<float>(logical) * content_scale_ / pixels_per_unit_);
  };
  glfwSetWindowSizeLimits(window_, least(kLeastWindowWidth), least(kLeastWindowHeight),
                          GLFW_DONT_CARE, GLFW_DONT_CARE);
}

void Window::SetUpImGui() {
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
      window_);
  ConnectInput();
  KeepTree(false);
  theme_ = MakeTheme(look_.theme);
}

void Window::KeepTree(bool keep) { tree_.set_recording(keep || options_.ui_dump.has_value()); }

void Window::DescribePlace(WindowState* state) {
  state->maximized = glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) == GLFW_TRUE;
  if (state->maximized || glfwGetWindowAttrib(window_, GLFW_ICONIFIED) == GLFW_TRUE) return;
  const auto logical = [this](int units) {
    return static_cast<int>(
        std::lround(static_cast<float>(units) * pixels_per_unit_ / content_scale_));
  };
  int width = 0, height = 0;
  glfwGetWindowSize(window_, &width, &height);
  state->width = logical(width);
  state->height = logical(height);
  WindowPosition at;
  glfwGetWindowPos(window_, &at.x, &at.y);
  state->position = at;
}

Window::~Window() {
  painter_.reset();
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
    self.feed_.PushKey(KeyOfGlfw(code, scan_code), action == GLFW_PRESS);
  });
  glfwSetCharCallback(window_, [](GLFWwindow* w, unsigned code_point) {
    WindowOf(w).feed_.PushCharacter(code_point);
  });
  glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double x, double y) {
    Window& self = WindowOf(w);
    const double logical = static_cast<double>(self.pixels_per_unit_ / self.theme_.scale);
    self.feed_.PushPointer(static_cast<float>(x * logical), static_cast<float>(y * logical));
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
  glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) {
    WindowOf(w).MeasurePixels();
    WindowOf(w).exposed_ = true;
  });
  glfwSetWindowContentScaleCallback(window_, [](GLFWwindow* w, float, float) {
    WindowOf(w).MeasurePixels();
    WindowOf(w).exposed_ = true;
  });
  glfwSetWindowPosCallback(window_, [](GLFWwindow* w, int, int) { WindowOf(w).activity_ = true; });
  glfwSetWindowCloseCallback(window_, [](GLFWwindow* w) { WindowOf(w).activity_ = true; });
}

void Window::SetLook(const Look& look) {
  if (look.theme != theme_.name) {
    Theme changed = MakeTheme(look.theme);
    changed.font = theme_.font;
    changed.code_em = theme_.code_em;
    changed.scale = theme_.scale;
    theme_ = std::move(changed);
    ApplyToImGui(theme_);
    activity_ = true;
  }
  look_ = look;
  const float wanted = WantedScale();
  if (!fonts_stale_ && (wanted != theme_.scale || look.code_em != theme_.code_em)) {
    ImGui_ImplOpenGL3_Shutdown();
    fonts_stale_ = true;
    activity_ = true;
  }
}

float Window::WantedScale() const {
  const double room = std::min(pixel_width_ / static_cast<double>(kLeastWindowWidth),
                               pixel_height_ / static_cast<double>(kLeastWindowHeight));
  const double content = static_cast<double>(content_scale_);
  // A window without a size, such as a minimised one, keeps what it had.
  if (room <= 0) return theme_.scale;
  // In steps, so that the fonts are not baked anew for every pixel a window is dragged.
  constexpr double kSteps = 8;
  const double most = std::floor(room * kSteps) / kSteps;
  return static_cast<float>(std::min(content * look_.zoom, std::max(most, content)));
}

void Window::RebuildFonts() {
  theme_.scale = WantedScale();
  theme_.code_em = look_.code_em;
  LoadFonts(&theme_);
  ApplyToImGui(theme_);
  ImGui_ImplOpenGL3_Init("#version 330");
  painter_->Forget();
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
  if (stats_) stats_->BeginBuild();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(static_cast<float>(pixel_width_) / theme_.scale,
                          static_cast<float>(pixel_height_) / theme_.scale);
  io.DisplayFramebufferScale = ImVec2(theme_.scale, theme_.scale);
  const double now = Now();
  io.DeltaTime = static_cast<float>(std::clamp(now - last_frame_, kShortestFrame, kLongestFrame));
  last_frame_ = now;
  feed_.Pump();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  tree_.BeginFrame();
  focus_.BeginFrame();
  FrameContext context{.theme = theme_, .tree = tree_, .focus = focus_, .now = now};
  context.pictures = &pictures_;
  if (draw_) draw_(context);
  ImGui::Render();
  ShowCursor();
  const std::uint64_t hash = DrawDataHash();
  if (stats_) stats_->EndBuild(feed_.characters());
  return {hash, context.wake_at};
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

void Window::Present() {
  if (stats_) stats_->BeginPresent();
  painter_->Paint(ImGui::GetDrawData(), theme_.color.background);
  glfwSwapBuffers(window_);
  if (stats_) stats_->EndPresent();
  WriteUiDump();
}

void Window::Settled() {
  WriteUiDump();
  WriteFrameStats();
  if (settled_) settled_(tree_);
  if (!options_.screenshot || (busy_ && busy_())) return;
  painter_->Paint(ImGui::GetDrawData(), theme_.color.background);
  const interview::Status written =
      WriteScreenshot(*options_.screenshot, pixel_width_, pixel_height_);
  if (!written) interview::LogError(written.error());
  Close();
}

void Window::WriteFrameStats() {
  if (!stats_) return;
  if (const interview::Status written = stats_->Write(); !written) {
    interview::LogError(written.error());
    stats_.reset();
  }
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
