// The program: the command line when there are arguments, else the window.
int main() { return 0; }
