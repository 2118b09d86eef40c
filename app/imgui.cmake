# onsite_imgui: Dear ImGui with its OpenGL renderer, from the distribution's package or, for a developer who looks at
# another version, from a source tree. ONSITE_IMGUI_FREETYPE is defined where the FreeType rasteriser is in it.
set(ONSITE_IMGUI_SOURCE "" CACHE PATH "A source tree of Dear ImGui to build instead of using the packaged library")
pkg_check_modules(FREETYPE IMPORTED_TARGET GLOBAL freetype2)

if(ONSITE_IMGUI_SOURCE)
  if(NOT EXISTS ${ONSITE_IMGUI_SOURCE}/backends/imgui_impl_opengl3.cpp)
    message(FATAL_ERROR "ONSITE_IMGUI_SOURCE must name a source tree of Dear ImGui; ${ONSITE_IMGUI_SOURCE} holds no backends/imgui_impl_opengl3.cpp.")
  endif()
  add_library(onsite_imgui STATIC
    ${ONSITE_IMGUI_SOURCE}/imgui.cpp
    ${ONSITE_IMGUI_SOURCE}/imgui_demo.cpp
    ${ONSITE_IMGUI_SOURCE}/imgui_draw.cpp
    ${ONSITE_IMGUI_SOURCE}/imgui_tables.cpp
    ${ONSITE_IMGUI_SOURCE}/imgui_widgets.cpp
    ${ONSITE_IMGUI_SOURCE}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(onsite_imgui SYSTEM PUBLIC ${ONSITE_IMGUI_SOURCE})
  pkg_check_modules(STB REQUIRED IMPORTED_TARGET GLOBAL stb)
  target_link_libraries(onsite_imgui PUBLIC PkgConfig::STB ${CMAKE_DL_LIBS})
  if(FREETYPE_FOUND AND EXISTS ${ONSITE_IMGUI_SOURCE}/misc/freetype/imgui_freetype.cpp)
    target_sources(onsite_imgui PRIVATE ${ONSITE_IMGUI_SOURCE}/misc/freetype/imgui_freetype.cpp)
    target_include_directories(onsite_imgui SYSTEM PUBLIC ${ONSITE_IMGUI_SOURCE}/misc/freetype)
    target_link_libraries(onsite_imgui PUBLIC PkgConfig::FREETYPE)
    target_compile_definitions(onsite_imgui PUBLIC ONSITE_IMGUI_FREETYPE)
  endif()
else()
  pkg_check_modules(IMGUI REQUIRED IMPORTED_TARGET GLOBAL imgui)
  add_library(onsite_imgui INTERFACE)
  target_link_libraries(onsite_imgui INTERFACE PkgConfig::IMGUI)
  if(FREETYPE_FOUND)
    include(CheckCXXSourceCompiles)
    set(CMAKE_REQUIRED_LIBRARIES PkgConfig::IMGUI PkgConfig::FREETYPE)
    check_cxx_source_compiles("
      #include <imgui.h>
      #include <imgui_freetype.h>
      #if IMGUI_VERSION_NUM >= 19200
      int main() { return ImGuiFreeType::GetFontLoader() == nullptr; }
      #else
      int main() { return ImGuiFreeType::GetBuilderForFreeType() == nullptr; }
      #endif" ONSITE_PACKAGED_IMGUI_HAS_FREETYPE)
    unset(CMAKE_REQUIRED_LIBRARIES)
    if(ONSITE_PACKAGED_IMGUI_HAS_FREETYPE)
      target_link_libraries(onsite_imgui INTERFACE PkgConfig::FREETYPE)
      target_compile_definitions(onsite_imgui INTERFACE ONSITE_IMGUI_FREETYPE)
    endif()
  endif()
endif()
