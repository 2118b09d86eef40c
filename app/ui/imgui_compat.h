// What differs between the Dear ImGui versions that distributions ship (1.86 to 1.92), behind one
// face. The only file that looks at IMGUI_VERSION_NUM. UI thread only. Of ImGui's stock widgets
// Onsite uses windows, popups and invisible buttons; text, focus and drawing are its own, which
// keeps this list short.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>
#ifdef ONSITE_IMGUI_FREETYPE
#include <imgui_freetype.h>
#endif

#include <cstdint>

#include "app/ui/key.h"

namespace app {

// A face at a size in logical pixels. Before 1.92 there is one ImFont for each face and size.
struct Font {
  ImFont* face = nullptr;
  float px = 0;
};

// --- keys and pointer
#if IMGUI_VERSION_NUM >= 18700
inline ImGuiKey ToImGuiKey(Key key) {
  switch (key) {
#define ONSITE_KEY_CASE(name, imgui) \
  case Key::name:                    \
    return ImGuiKey_##imgui;
    ONSITE_KEYS(ONSITE_KEY_CASE)
#undef ONSITE_KEY_CASE
    default:
      return ImGuiKey_None;
  }
}
#else
// 1.86 indexes its key arrays with whatever numbers the application likes: ours.
inline int ToImGuiKey(Key key) { return static_cast<int>(key); }
#endif

inline bool KeyPressed(Key key, bool repeat = true) {
  return ImGui::IsKeyPressed(ToImGuiKey(key), repeat);
}

inline bool KeyDown(Key key) { return ImGui::IsKeyDown(ToImGuiKey(key)); }

inline Modifiers CurrentModifiers() {
  const ImGuiIO& io = ImGui::GetIO();
  return {io.KeyCtrl, io.KeyShift, io.KeyAlt, io.KeySuper};
}

// Tells ImGui of a key that changed, and of the modifiers as they now are.
inline void SendKey(Key key, bool down, const Modifiers& modifiers) {
  ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18700
  io.AddKeyEvent(ToImGuiKey(key), down);
#if IMGUI_VERSION_NUM >= 18900
  io.AddKeyEvent(ImGuiMod_Ctrl, modifiers.ctrl);
  io.AddKeyEvent(ImGuiMod_Shift, modifiers.shift);
  io.AddKeyEvent(ImGuiMod_Alt, modifiers.alt);
  io.AddKeyEvent(ImGuiMod_Super, modifiers.super);
#else
  io.AddKeyEvent(ImGuiKey_ModCtrl, modifiers.ctrl);
  io.AddKeyEvent(ImGuiKey_ModShift, modifiers.shift);
  io.AddKeyEvent(ImGuiKey_ModAlt, modifiers.alt);
  io.AddKeyEvent(ImGuiKey_ModSuper, modifiers.super);
#endif
#else
  io.KeysDown[ToImGuiKey(key)] = down;
  io.KeyCtrl = modifiers.ctrl;
  io.KeyShift = modifiers.shift;
  io.KeyAlt = modifiers.alt;
  io.KeySuper = modifiers.super;
#endif
}

inline void SendPointer(float x, float y) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddMousePosEvent(x, y);
#else
  ImGui::GetIO().MousePos = ImVec2(x, y);
#endif
}

inline void SendButton(int button, bool down) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddMouseButtonEvent(button, down);
#else
  ImGui::GetIO().MouseDown[button] = down;
#endif
}

inline void SendWheel(float x, float y) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddMouseWheelEvent(x, y);
#else
  ImGui::GetIO().MouseWheelH += x;
  ImGui::GetIO().MouseWheel += y;
#endif
}

// Settings that make every version behave alike. Call once for a context.
inline void SetUpContext() {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
#if IMGUI_VERSION_NUM >= 18700
  io.ConfigInputTrickleEventQueue = false;  // InputFeed decides what shares a frame
#endif
}

// --- clipboard
inline void SetClipboardFunctions(const char* (*get)(void*), void (*set)(void*, const char*),
                                  void* user) {
#if IMGUI_VERSION_NUM >= 19110
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  static auto getter = get;
  static auto setter = set;
  platform.Platform_ClipboardUserData = user;
  platform.Platform_GetClipboardTextFn = [](ImGuiContext*) {
    return getter(ImGui::GetPlatformIO().Platform_ClipboardUserData);
  };
  platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    setter(ImGui::GetPlatformIO().Platform_ClipboardUserData, text);
  };
#else
  ImGuiIO& io = ImGui::GetIO();
  io.GetClipboardTextFn = get;
  io.SetClipboardTextFn = set;
  io.ClipboardUserData = user;
#endif
}

// --- where lines end
// Moves the right end of the current window's lines; returns where it was.
inline float SetContentRight(float x) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const float before = window->ContentRegionRect.Max.x;
  window->ContentRegionRect.Max.x = window->WorkRect.Max.x = x;
  return before;
}

// --- child windows
enum class ChildFrame { kNone, kPadded, kBordered };

inline bool BeginChildWindow(const char* id, ImVec2 size, ChildFrame frame,
                             ImGuiWindowFlags flags = 0) {
#if IMGUI_VERSION_NUM >= 19000
  const int border = frame == ChildFrame::kBordered ? 1 : 0;  // Border(s) was renamed in 1.91.1
  const ImGuiChildFlags padding =
      frame == ChildFrame::kNone ? 0 : ImGuiChildFlags_AlwaysUseWindowPadding;
  return ImGui::BeginChild(id, size, border | padding, flags);
#else
  const ImGuiWindowFlags padding =
      frame == ChildFrame::kNone ? 0 : ImGuiWindowFlags_AlwaysUseWindowPadding;
  return ImGui::BeginChild(id, size, frame == ChildFrame::kBordered, flags | padding);
#endif
}

// --- fonts
// The size to rasterise a font at that is shown at `px` logical pixels.
inline float BakedSize([[maybe_unused]] float px, [[maybe_unused]] float scale) {
#if IMGUI_VERSION_NUM >= 19200
  return px;  // rasterised at px * DisplayFramebufferScale by ImGui itself
#else
  return px * scale;
#endif
}

inline float GlyphAdvance(const Font& font, ImWchar glyph) {
#if IMGUI_VERSION_NUM >= 19200
  return font.face->GetFontBaked(font.px)->GetCharAdvance(glyph);
#else
  return font.face->GetCharAdvance(glyph) * (font.px / font.face->FontSize);
#endif
}

// How far the baseline is below the top of a line.
inline float FontAscent(const Font& font) {
#if IMGUI_VERSION_NUM >= 19200
  return font.face->GetFontBaked(font.px)->Ascent;
#else
  return font.face->Ascent * (font.px / font.face->FontSize);
#endif
}

// Where the ink of a glyph is: right and down from the upper left corner of its place in a line.
inline ImRect GlyphInk(const Font& font, ImWchar glyph) {
#if IMGUI_VERSION_NUM >= 19200
  const ImFontGlyph* found = font.face->GetFontBaked(font.px)->FindGlyph(glyph);
  const float scale = 1;
#else
  const ImFontGlyph* found = font.face->FindGlyph(glyph);
  const float scale = font.px / font.face->FontSize;
#endif
  if (found == nullptr || found->Visible == 0) return ImRect();
  return ImRect(found->X0 * scale, found->Y0 * scale, found->X1 * scale, found->Y1 * scale);
}

// Rasterises with FreeType where the library has it, else with ImGui's own stb_truetype. Call
// before fonts are added.
inline void PreferFreeType([[maybe_unused]] ImFontAtlas* atlas) {
#ifdef ONSITE_IMGUI_FREETYPE
#if IMGUI_VERSION_NUM >= 19201
  atlas->SetFontLoader(ImGuiFreeType::GetFontLoader());
  atlas->FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
#elif IMGUI_VERSION_NUM >= 19200
  atlas->FontLoader = ImGuiFreeType::GetFontLoader();
  atlas->FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
#else
  atlas->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas->FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
#endif
#endif
}

// Rasterises the fonts that were added. Later versions do so glyph by glyph, when they are drawn.
inline void BuildAtlas([[maybe_unused]] ImFontAtlas* atlas) {
#if IMGUI_VERSION_NUM < 19200
  atlas->TexDesiredWidth = 2048;
  atlas->Build();
#endif
}

// Where the first visual line of [begin, end) ends when wrapped at `width` logical pixels.
inline const char* WrapPosition(const Font& font, const char* begin, const char* end, float width) {
#if IMGUI_VERSION_NUM >= 19200
  return font.face->CalcWordWrapPosition(font.px, begin, end, width);
#else
  return font.face->CalcWordWrapPositionA(font.px / font.face->FontSize, begin, end, width);
#endif
}

// A renderer without a GPU, for tests: call once for each context, then after each Render().
inline void SetUpNullRenderer() {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
#if IMGUI_VERSION_NUM >= 19200
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
#else
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  io.Fonts->SetTexID((ImTextureID)1);
#endif
}

inline void FinishNullFrame() {
#if IMGUI_VERSION_NUM >= 19200
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID((ImTextureID)1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
#endif
}

// --- drawing: 1.92.8 swapped flags and thickness of every stroke
inline void StrokeRect(ImDrawList* list, ImVec2 min, ImVec2 max, ImU32 color, float rounding = 0,
                       float thickness = 1) {
#if IMGUI_VERSION_NUM >= 19280
  list->AddRect(min, max, color, rounding, thickness);
#else
  list->AddRect(min, max, color, rounding, 0, thickness);
#endif
}

inline void StrokeLines(ImDrawList* list, const ImVec2* points, int count, ImU32 color,
                        float thickness) {
#if IMGUI_VERSION_NUM >= 19280
  list->AddPolyline(points, count, color, thickness, 0);
#else
  list->AddPolyline(points, count, color, 0, thickness);
#endif
}

// As StrokeLines, and back to the first point.
inline void StrokeLoop(ImDrawList* list, const ImVec2* points, int count, ImU32 color,
                       float thickness) {
#if IMGUI_VERSION_NUM >= 19280
  list->AddPolyline(points, count, color, thickness, ImDrawFlags_Closed);
#else
  list->AddPolyline(points, count, color, ImDrawFlags_Closed, thickness);
#endif
}

inline void StrokePath(ImDrawList* list, ImU32 color, float thickness) {
#if IMGUI_VERSION_NUM >= 19280
  list->PathStroke(color, thickness, 0);
#else
  list->PathStroke(color, 0, thickness);
#endif
}

inline int DrawListCount(const ImDrawData& data) {
#if IMGUI_VERSION_NUM >= 18980
  return data.CmdLists.Size;
#else
  return data.CmdListsCount;
#endif
}

// Tells the textures of two commands apart, uploaded or not.
inline std::uint64_t TextureKey(const ImDrawCmd& command) {
#if IMGUI_VERSION_NUM >= 19200
  if (command.TexRef._TexData != nullptr) {
    return reinterpret_cast<std::uintptr_t>(command.TexRef._TexData);
  }
  return (std::uint64_t)command.TexRef._TexID;
#else
  return (std::uint64_t)command.TextureId;
#endif
}

// True while a texture of ImGui's own waits to be uploaded, so that a frame must be presented.
inline bool TexturesPending() {
#if IMGUI_VERSION_NUM >= 19200
  for (const ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status != ImTextureStatus_OK) return true;
  }
#endif
  return false;
}

}  // namespace app
