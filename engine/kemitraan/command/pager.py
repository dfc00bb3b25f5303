"""A text longer than the terminal is read in the pager there is; whatever is piped is not."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from contextlib import suppress


def pager_for(text: str) -> list[str] | None:
    """Return the command of the pager to read a text in; None where it is just written.

    `PAGER` names it (empty: none), else it is `less`. On Windows only what `PAGER` names is taken:
    `more` there does not show dashes and branches.
    """
    if not (sys.stdout.isatty() and sys.stdin and sys.stdin.isatty()):
        return None
    if os.environ.get("TERM") == "dumb" or text.count("\n") < shutil.get_terminal_size().lines:
        return None
    named = os.environ.get("PAGER")
    if named is None:
        less = shutil.which("less") if sys.platform != "win32" else None
        return [less] if less else None
    first, *options = shlex.split(named, posix=sys.platform != "win32") or [""]
    found = shutil.which(first)
    return [found, *options] if found else None


def read_in(pager: list[str], text: str) -> None:
    """Show a text in a pager and wait until the reader has left it."""
    # Without options of the reader's own, less shows colours and leaves the text on the screen.
    environment = {"LESS": "FRX", **os.environ}
    with subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment) as process:  # noqa: S603  # what the reader chose
        # The reader may leave before the end, and Ctrl-C is for the pager.
        with suppress(OSError, KeyboardInterrupt):
            process.communicate(text.encode())
        while process.poll() is None:
            with suppress(KeyboardInterrupt):
                process.wait()
