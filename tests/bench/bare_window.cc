// The baseline of window_bench.py: the smallest GLFW + Dear ImGui window. Draws one window with one
// line of text, then touches the file named by its argument and waits for events until it is
// killed.
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <cstdio>

#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif

int main(int argc, char** argv) {
  if (argc < 2 || glfwInit() == 0) return 2;
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  GLFWwindow* window = glfwCreateWindow(1440, 900, "bare", nullptr, nullptr);
  if (window == nullptr) return 2;
  glfwMakeContextCurrent(window);
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplOpenGL3_Init("#version 330");
  for (int frame = 0; frame < 2; ++frame) {
    glfwPollEvents();
    ImGui::GetIO().DisplaySize = ImVec2(1440, 900);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    ImGui::Begin("bare");
    ImGui::TextUnformatted("first frame");
    ImGui::End();
    ImGui::Render();
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
    if (frame == 0) {
      if (std::FILE* file = std::fopen(argv[1], "w")) std::fclose(file);
    }
  }
  while (glfwWindowShouldClose(window) == 0) glfwWaitEvents();
  return 0;
}
