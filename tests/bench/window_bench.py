#!/usr/bin/env python3
"""Time to first frame, memory and idle CPU of the window, as ratios to a bare GLFW + Dear ImGui window.

usage: window_bench.py BUILD_DIR [runs]      (starts its own Xvfb; needs package xvfb)
Both programs touch a file after their first frame; runs alternate, so that noise hits both alike.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

IDLE_SECONDS = 20


def start_display():
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    with os.fdopen(read_end) as pipe:
        number = pipe.readline().strip()
    os.environ["DISPLAY"] = ":" + number
    return server


def first_frame(command, marker):
    """Starts the command; returns the process and the seconds until it wrote its marker."""
    if os.path.exists(marker):
        os.unlink(marker)
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not os.path.exists(marker):
        if process.poll() is not None or time.monotonic() - begin > 30:
            sys.exit(f"{command[0]} did not draw a frame")
        time.sleep(0.001)
    return process, time.monotonic() - begin


def resident_mb(pid):
    with open(f"/proc/{pid}/status") as status:
        return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def stop(process):
    process.kill()
    process.wait()


def main():
    build = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    folder = tempfile.mkdtemp()
    os.environ.update(ONSITE_DATA_DIR=folder + "/data", XDG_CONFIG_HOME=folder + "/config")
    marker = folder + "/frame"
    commands = {"bare": [build + "/bare_window", marker], "onsite": [build + "/onsite", "--ui-dump", marker]}
    server = start_display()
    try:
        times = {name: [] for name in commands}
        memory = {}
        for _ in range(runs):
            for name, command in commands.items():
                process, seconds = first_frame(command, marker)
                times[name].append(seconds * 1000)
                time.sleep(0.3)
                memory[name] = resident_mb(process.pid)
                stop(process)
        for name in commands:
            print(f"{name:7} first frame {min(times[name]):6.0f} ms min {statistics.median(times[name]):6.0f} ms median, "
                  f"resident {memory[name]:5.0f} MB")
        print(f"ratio   first frame {min(times['onsite']) / min(times['bare']):.2f} (min), "
              f"{statistics.median(times['onsite']) / statistics.median(times['bare']):.2f} (median), "
              f"resident {memory['onsite'] / memory['bare']:.2f}")
        process, _ = first_frame(commands["onsite"], marker)
        time.sleep(2)
        before = cpu_seconds(process.pid)
        time.sleep(IDLE_SECONDS)
        used = cpu_seconds(process.pid) - before
        stop(process)
        print(f"onsite  idle CPU {100 * used / IDLE_SECONDS:.2f} % of one core over {IDLE_SECONDS} s")
    finally:
        stop(server)


main()
