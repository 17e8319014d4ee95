"""Runs a command at a terminal of its own, and prints what the terminal is shown, without carriage returns.

usage: terminal.py COLUMNS COMMAND...    ends as the command does
"""

import fcntl
import os
import pty
import struct
import sys
import termios

columns, command = int(sys.argv[1]), sys.argv[2:]
outer, inner = pty.openpty()
fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
process = os.fork()
if process == 0:
    os.close(outer)
    os.setsid()
    for descriptor in range(3):
        os.dup2(inner, descriptor)
    os.execvp(command[0], command)
os.close(inner)
shown = b""
try:
    while part := os.read(outer, 65536):
        shown += part
except OSError:  # Linux says so when the last one closes the terminal.
    pass
sys.stdout.buffer.write(shown.replace(b"\r", b""))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
