// The program: the command line when there are arguments, else the window.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "app/shell/main_window.h"

int main(int argc, char** argv) {
  app::WindowOptions options;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    if (name == "--screenshot") options.screenshot = argv[i + 1];
    if (name == "--ui-dump") options.ui_dump = argv[i + 1];
    if (name == "--size") std::sscanf(argv[i + 1], "%dx%d", &options.width, &options.height);
  }
  return app::RunWindow(options);
}
