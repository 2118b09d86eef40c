#!/usr/bin/env python3
"""Runs a program on an X server of its own.

usage: on_display.py PROGRAM [ARGUMENT …]    (needs xvfb)
"""
import os
import subprocess
import sys

from window_driver import Display

with Display(800, 600) as display:
    code = subprocess.run(sys.argv[1:], env=dict(os.environ, DISPLAY=display.name), check=False).returncode
sys.exit(code)
