// The program: the command line, and without a command the window.
#include "app/cli/cli.h"
#include "app/shell/main_window.h"

int main(int argc, char** argv) { return app::RunCommandLine(argc, argv, app::RunWindow); }
