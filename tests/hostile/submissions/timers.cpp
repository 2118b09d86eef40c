// Thousands of timers, a signal storm, and answers out of the handler.
#include <signal.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
static void handler(int) {
    static const char text[] = "{\"id\":1,\"result\":[0,1]}\n";
    if (write(3, text, sizeof text - 1) < 0) return;
}
std::vector<int> pair_with_target(const std::vector<int>&, int) {
    signal(SIGALRM, handler);
    signal(SIGVTALRM, handler);
    signal(SIGPROF, handler);
    itimerval often{{0, 50}, {0, 50}};
    for (int which : {ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF}) setitimer(which, &often, nullptr);
    for (int i = 0; i < 5000; ++i) {
        sigevent event{};
        event.sigev_notify = SIGEV_SIGNAL;
        event.sigev_signo = SIGALRM;
        timer_t timer;
        itimerspec spec{{0, 1000}, {0, 1000}};
        if (timer_create(CLOCK_MONOTONIC, &event, &timer) == 0) timer_settime(timer, 0, &spec, nullptr);
    }
    for (;;) pause();
}
